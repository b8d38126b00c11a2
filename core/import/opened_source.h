// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/exports/unpack_export.h"
#include "core/import/import_site.h"

#include <QTemporaryDir>

#include <memory>

namespace quillway::importing {

/// A source that has been recognised, with its tool's rules. While it lives, what an export was unpacked into is there, and what another program has
/// read of it.
class OpenedSource
{
public:
    /// Takes what was listed. Errors: NotFound, Cancelled, those of the disk.
    [[nodiscard]] static Result<OpenedSource> open(FileSystem &files, SourceListing listing, const ImportOptions &options);

    [[nodiscard]] const Source &source() const { return m_unpacked ? m_unpacked->source : *m_source; }
    [[nodiscard]] const ToolRules &rules() const { return *m_rules; }
    /// A report with what is known so far.
    [[nodiscard]] ImportReport report() const;

private:
    OpenedSource() = default;

    [[nodiscard]] Result<void> makeFolder();
    [[nodiscard]] Result<void> readRst(FileSystem &files, const ImportOptions &options);

    Recognition m_recognition;
    std::unique_ptr<Source> m_source;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UnpackedExport> m_unpacked;
    std::unique_ptr<ToolRules> m_rules; // looks at those above
};

} // namespace quillway::importing

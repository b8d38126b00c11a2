// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <optional>

namespace quillway::publish {

/// A mark in the site's `.quillway/exports/` for as long as an export into a folder is under way, so that the next one learns that it never came to its end.
/// Where it cannot be made, and while another program exports into the same folder, nothing is known and nothing is marked.
class ExportMark
{
public:
    ExportMark(FileSystem &files, const QString &siteFolder, const QString &output);
    /// Without finish() the mark stays.
    ~ExportMark();
    Q_DISABLE_COPY_MOVE(ExportMark)

    /// An earlier export was killed, and nobody has come by since.
    [[nodiscard]] bool followsAKilledOne() const { return m_followsAKilledOne; }
    void finish();

private:
    FileSystem &m_files;
    QString m_path;
    std::optional<FileSystem::Handle> m_handle;
    bool m_followsAKilledOne = false;
};

/// Removes what a killed export was writing at that moment: files under names that no page can have (store::leftoverKind). Links are not followed.
void removeUnfinished(FileSystem &files, const QString &output);

} // namespace quillway::publish

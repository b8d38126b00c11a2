// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/exports/export_blog.h"
#include "core/import/recognise_tool.h"

namespace quillway::importing {

/// What is known of an entry by the path that it has as a file.
struct UnpackedEntry {
    bool isPage = false;
    bool isMarkdown = false; ///< the body, else HTML
    QString name; ///< for the new file: `2019-01-02-slug`
    Notes notes;
};

/// An export taken apart into files.
struct UnpackedExport {
    Source source; ///< the files beside the export, and a file for each entry: `export.xml/post/12.md`
    ExportFacts facts;
    QStringList exports; ///< the paths of the exports themselves
    QHash<QString, UnpackedEntry> entries; ///< by path
};

/// Writes the entries of the exports that `source` holds as files with front matter into `folder` (absolute, there already), which is the caller's to remove. A Ghost export
/// that is no JSON, and what an export holds beside texts, is left out with a reason. `progress` counts in thousandths. Errors: of the disk, Cancelled; NotFound if there is no entry at all.
[[nodiscard]] Result<UnpackedExport> unpackExports(FileSystem &files, const Source &source, Tool tool, const QString &folder,
                                                   const std::function<void(int done, int total)> &progress, const std::stop_token &stop);

} // namespace quillway::importing

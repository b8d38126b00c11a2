// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/import/import_note.h"
#include "core/import/source_listing.h"
#include "core/import/tool.h"

#include <QStringList>

namespace quillway::importing {

/// What became of a file of the source.
enum class Outcome { Post, Draft, Page, Picture, Asset, Settings, LeftOut };

[[nodiscard]] QString nameOf(Outcome outcome);

struct FileReport {
    QString source; ///< relative path; of a folder that was left out as a whole with a slash at its end
    Outcome outcome = Outcome::LeftOut;
    QString target {}; ///< in the new site; empty for Settings and LeftOut
    LeftOutReason reason = LeftOutReason::NotRead; ///< of LeftOut
    QString detail {}; ///< of the reason
    QString oldAddress {}; ///< empty if not known
    QString newAddress {};
    Notes notes {};
};

/// A problem that `check` finds in the new site.
struct ImportProblem {
    Diagnostic diagnostic;
    bool ofSource = false; ///< the source had it: what a link leads to is not there either
};

/// What an import has done, file by file.
struct ImportReport {
    Tool tool = Tool::Plain;
    QStringList evidence {};
    QString source {}; ///< absolute
    QString site {}; ///< absolute
    bool dryRun = false;
    qsizetype filesFound = 0; ///< entries of the source: each has one of `files`
    QList<FileReport> files {}; ///< by source
    QStringList made {}; ///< files of the new site that come from none of the source: settings, reading paths
    QString permalink {};
    QList<ImportProblem> problems {}; ///< empty for a dry run

    [[nodiscard]] int count(Outcome outcome) const;
    [[nodiscard]] int count(NoteKind kind) const;
    [[nodiscard]] int problemCount(Severity severity, bool ofSource) const;
};

/// One JSON document with everything. Names of outcomes, reasons and notes are stable.
[[nodiscard]] QByteArray renderJson(const ImportReport &report);
/// One page that needs no other file and runs no script.
[[nodiscard]] QByteArray renderHtml(const ImportReport &report);
/// A few lines for a terminal.
[[nodiscard]] QString summarise(const ImportReport &report);

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "core/store/transaction.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace quillway::app {

/// Finishes what a killed program had begun to do to many files of the site in `folder` (absolute), and says so; without such, says and writes nothing.
void recoverForCommand(FileSystem &files, const QString &folder);

/// With --dry-run: shows `change`, as a difference that `git apply` takes or, with --json, as a document, and writes nothing. `problems`: of files that it leaves out.
/// `more`: members of the document.
[[nodiscard]] ExitStatus showChange(const QCommandLineParser &parser, const QString &title, const changes::SiteChange &change,
                                    const Diagnostics &problems, const QJsonObject &more);

/// Prints what became of a change, and gives the status to end with: 0; 1 if there are `problems`, or files were left alone; 3 if it was not made.
[[nodiscard]] ExitStatus printReport(const QCommandLineParser &parser, const store::ChangeReport &report, const Diagnostics &problems,
                                     const QJsonObject &more);

} // namespace quillway::app

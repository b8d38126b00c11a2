// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"

#include <QList>
#include <QStringList>

namespace quillway::app {

/// A subcommand: its words (`topic profile`), how it is called, what it does, and the function that does it, which is given
/// the arguments behind those words.
struct Command {
    QString name;
    QString usage;
    QString summary;
    ExitStatus (*run)(const Command &command, const QStringList &arguments);
};

[[nodiscard]] const QList<Command> &commands();

/// The command that `arguments` begin with, null if there is none.
[[nodiscard]] const Command *findCommand(const QStringList &arguments);

ExitStatus runNew(const Command &command, const QStringList &arguments);
ExitStatus runExport(const Command &command, const QStringList &arguments);
ExitStatus runServe(const Command &command, const QStringList &arguments);
ExitStatus runPublish(const Command &command, const QStringList &arguments);
ExitStatus runImport(const Command &command, const QStringList &arguments);
ExitStatus runCheck(const Command &command, const QStringList &arguments);
ExitStatus runTopicProfile(const Command &command, const QStringList &arguments);
ExitStatus runTopicList(const Command &command, const QStringList &arguments);
ExitStatus runTopicCandidates(const Command &command, const QStringList &arguments);
ExitStatus runTopicSuggest(const Command &command, const QStringList &arguments);
ExitStatus runPathSuggest(const Command &command, const QStringList &arguments);
ExitStatus runSearch(const Command &command, const QStringList &arguments);
ExitStatus runTagRename(const Command &command, const QStringList &arguments);
ExitStatus runTagMerge(const Command &command, const QStringList &arguments);
ExitStatus runTagRemove(const Command &command, const QStringList &arguments);
ExitStatus runTagAdd(const Command &command, const QStringList &arguments);
ExitStatus runTagSplit(const Command &command, const QStringList &arguments);
ExitStatus runUndo(const Command &command, const QStringList &arguments);
ExitStatus runPathList(const Command &command, const QStringList &arguments);
ExitStatus runPathCheck(const Command &command, const QStringList &arguments);
ExitStatus runPostRename(const Command &command, const QStringList &arguments);
ExitStatus runTopicRename(const Command &command, const QStringList &arguments);
ExitStatus runPathRename(const Command &command, const QStringList &arguments);
ExitStatus runHeadingRename(const Command &command, const QStringList &arguments);
ExitStatus runFileRename(const Command &command, const QStringList &arguments);
ExitStatus runTagList(const Command &command, const QStringList &arguments);
ExitStatus runTagDoubles(const Command &command, const QStringList &arguments);

} // namespace quillway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <expected>

namespace quillway::app {

/// How many words a command takes.
enum class Words { Exactly, AtLeast };

/// Reads the arguments of `command`: exactly, or at least, `positionals` words and these options (and --help). Otherwise it says what is wrong, or shows
/// the help, and gives the status to end with.
[[nodiscard]] std::expected<QStringList, ExitStatus> parseArguments(QCommandLineParser &parser, const Command &command,
                                                                    const QStringList &arguments, const QList<QCommandLineOption> &options,
                                                                    int positionals, Words words = Words::Exactly);

[[nodiscard]] QCommandLineOption jsonOption();
[[nodiscard]] QCommandLineOption buildDateOption();
[[nodiscard]] QCommandLineOption dryRunOption();

} // namespace quillway::app

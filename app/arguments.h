// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <expected>

namespace quillway::app {

/// Reads the arguments of `command`: exactly `positionals` words and these options (and --help). Otherwise it says what is wrong, or shows
/// the help, and gives the status to end with.
[[nodiscard]] std::expected<QStringList, ExitStatus> parseArguments(QCommandLineParser &parser, const Command &command,
                                                                    const QStringList &arguments, const QList<QCommandLineOption> &options,
                                                                    int positionals);

[[nodiscard]] QCommandLineOption jsonOption();
[[nodiscard]] QCommandLineOption buildDateOption();

} // namespace quillway::app

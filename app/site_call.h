// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site_for_command.h"

namespace quillway::app {

/// A command on a site that is read only: its arguments read, the site loaded.
struct SiteCall {
    QStringList words; ///< the site's folder first
    bool json = false;
    model::SitePtr site;
    model::Selection selection;
};

/// Reads `--build-date`, `--json` and `options`, exactly `positionals` words, and the site that the first of these names. `parser` keeps what was read. Otherwise
/// it says what is wrong and gives the status to end with.
[[nodiscard]] std::expected<SiteCall, ExitStatus> prepareSiteCall(QCommandLineParser &parser, const Command &command,
                                                                  const QStringList &arguments, int positionals,
                                                                  const QList<QCommandLineOption> &options = {});

/// The topic or reading path of that slug; where there is none, says so and names those there are.
[[nodiscard]] std::expected<model::TopicPtr, ExitStatus> topicForCommand(const model::Site &site, const QString &slug);
[[nodiscard]] std::expected<model::ReadingPathPtr, ExitStatus> pathForCommand(const model::Site &site, const QString &slug);

} // namespace quillway::app

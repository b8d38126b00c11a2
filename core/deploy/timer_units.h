// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace quillway::deploy {

/// Units of systemd (systemd.service(5), systemd.timer(5)) that look every hour whether a post has become due, and publish then; also soon after the machine was off.
struct TimerUnits {
    QString name; ///< without `.service` and `.timer`; the same for the same site and target
    QByteArray service;
    QByteArray timer;
};

/// `program`, `siteFolder`: absolute.
[[nodiscard]] TimerUnits timerUnits(const QString &program, const QString &siteFolder, const QString &target);

} // namespace quillway::deploy

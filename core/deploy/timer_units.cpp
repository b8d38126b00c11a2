// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/timer_units.h"

#include "core/base/content_hash.h"

using namespace Qt::StringLiterals;

namespace quillway::deploy {

namespace {

/// One word of a command line as systemd.service(5) reads it: quoted, with nothing that it would replace. Control characters are written as C has them.
QByteArray word(const QString &text)
{
    QByteArray quoted;
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (c == '%' || c == '$')
            quoted += c;
        quoted += uchar(c) < 0x20 ? "\\x" + QByteArray::number(c, 16).rightJustified(2, '0') : QByteArray(1, c);
    }
    return '"' + quoted + '"';
}

} // namespace

TimerUnits timerUnits(const QString &program, const QString &siteFolder, const QString &target)
{
    const QByteArray hash = contentHash((siteFolder + u'\n' + target).toUtf8()).toHex().first(12);
    TimerUnits units;
    units.name = "quillway-publish-"_L1 + QString::fromLatin1(hash);
    units.service = "[Unit]\n"
                    "Description=Publishes posts of a Quillway site that have become due\n"
                    "Wants=network-online.target\n"
                    "After=network-online.target\n"
                    "\n"
                    "[Service]\n"
                    "Type=oneshot\n"
                    "ExecStart="
        + word(program) + " publish " + word(siteFolder) + ' ' + word(target) + " --due\n";
    units.timer = "[Unit]\n"
                  "Description=Looks every hour for posts of a Quillway site that have become due\n"
                  "\n"
                  "[Timer]\n"
                  "OnCalendar=hourly\n"
                  "RandomizedDelaySec=2min\n"
                  "Persistent=true\n"
                  "\n"
                  "[Install]\n"
                  "WantedBy=timers.target\n";
    return units;
}

} // namespace quillway::deploy

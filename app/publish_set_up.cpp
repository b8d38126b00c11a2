// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish_set_up.h"

#include "core/deploy/secrets.h"
#include "core/deploy/timer_units.h"
#include "core/store/save_file.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QString lineOfStandardInput()
{
    QByteArray line;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar())
        line += char(c);
    return QString::fromUtf8(line).trimmed();
}

} // namespace

QString tokenFor(const model::PublishDestination &target, const QString &siteFolder)
{
    const auto name = deploy::tokenName(target, siteFolder);
    if (!name)
        return {};
    QString token;
    QEventLoop loop;
    deploy::readToken(*name, &loop, [&](const Result<QString> &read) {
        token = read.value_or(QString());
        loop.quit();
    });
    loop.exec();
    return token;
}

ExitStatus takeToken(const model::PublishDestination &target, const QString &siteFolder)
{
    const auto name = deploy::tokenName(target, siteFolder);
    if (!name) {
        printMessage(u"quillway: error: --set-token: the target '%1' needs none"_s.arg(target.name));
        return ExitStatus::BadUsage;
    }
    Result<void> result;
    QEventLoop loop;
    deploy::writeToken(*name, lineOfStandardInput(), &loop, [&](const Result<void> &written) {
        result = written;
        loop.quit();
    });
    loop.exec();
    if (!result)
        printDiagnostics({ { Severity::Error, result.error() } });
    return result ? ExitStatus::Done : statusFor(result.error());
}

ExitStatus installTimer(FileSystem &files, const model::PublishDestination &target, const QString &siteFolder)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/systemd/user"_L1;
    const deploy::TimerUnits units = deploy::timerUnits(QCoreApplication::applicationFilePath(), siteFolder, target.name);
    Result<void> written = files.makeFolder(folder);
    if (written)
        written = store::saveFile(files, folder + u'/' + units.name + ".service"_L1, units.service);
    if (written)
        written = store::saveFile(files, folder + u'/' + units.name + ".timer"_L1, units.timer);
    if (!written) {
        printDiagnostics({ { Severity::Error, written.error() } });
        return statusFor(written.error());
    }
    printResult(u"%1/%2.timer\n"_s.arg(folder, units.name).toUtf8());
    printMessage(u"To start it: systemctl --user daemon-reload && systemctl --user enable --now %1.timer"_s.arg(units.name));
    return ExitStatus::Done;
}

} // namespace quillway::app

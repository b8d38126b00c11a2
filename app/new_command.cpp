// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"
#include "core/base/native_file_system.h"
#include "core/store/new_site.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace quillway::app {

ExitStatus runNew(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const QList<QCommandLineOption> options { { u"title"_s, u"The site's title (default: the folder's name)."_s, u"T"_s } };
    const auto words = parseArguments(parser, command, arguments, options, 1);
    if (!words)
        return words.error();
    const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(words->first()));
    const QString title = parser.isSet(u"title"_s) ? parser.value(u"title"_s) : QDir(folder).dirName();
    NativeFileSystem files;
    if (const auto made = store::makeSite(files, folder, title, QDate::currentDate()); !made) {
        printDiagnostics({ { Severity::Error, made.error() } });
        return made.error().code == ErrorCode::AlreadyExists ? ExitStatus::BadUsage : ExitStatus::DiskFailure;
    }
    printResult((folder + u'\n').toUtf8());
    printMessage(u"Open it with:  quillway %1"_s.arg(words->first()));
    return ExitStatus::Done;
}

} // namespace quillway::app

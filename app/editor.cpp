// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace quillway::app {

ExitStatus becomeEditor(const QString &folder)
{
    // Beside this program where it is built, in the folder for programs' own programs where it is installed.
    const QString here = QCoreApplication::applicationDirPath();
    QString program = here + u"/quillway-editor"_s;
    if (!QFile::exists(program))
        program = here + u"/" QUILLWAY_LIBEXEC_FROM_BIN u"/quillway-editor"_s;

    QByteArray path = QFile::encodeName(program);
    QByteArray site = QFile::encodeName(folder);
    char *arguments[] = { path.data(), folder.isEmpty() ? nullptr : site.data(), nullptr };
    execv(path.constData(), static_cast<char *const *>(arguments));
    printMessage(u"quillway: error: the editor does not start: %1: %2"_s.arg(program, QString::fromLocal8Bit(std::strerror(errno))));
    return ExitStatus::DiskFailure;
}

} // namespace quillway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/editor.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace quillway::app;

namespace {

QString overview()
{
    QString text =
        u"usage: quillway [SITE]\n       quillway COMMAND …\n\nWithout a command: the editor, on that site or on the last one.\n\n"_s;
    for (const Command &command : commands())
        text += u"  %1 %2\n"_s.arg(command.name, -14).arg(command.summary);
    return text + u"\n`quillway COMMAND --help` tells more.\n"_s;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

bool wantsEditor(const QStringList &arguments)
{
    return arguments.isEmpty() || (arguments.size() == 1 && !findCommand(arguments) && QFileInfo(arguments.first()).isDir());
}

/// A command's result, the help, or what is wrong with the words. Precondition: there is one.
ExitStatus runCommandLine(const QStringList &arguments)
{
    if (const Command *command = findCommand(arguments))
        return command->run(*command, arguments.sliced(command->name.count(u' ') + 1));
    const QString &first = arguments.first();
    if (first == u"--help" || first == u"-h") {
        printResult(overview().toUtf8());
        return ExitStatus::Done;
    }
    if (first == u"--version") {
        printResult(u"quillway %1\n"_s.arg(QCoreApplication::applicationVersion()).toUtf8());
        return ExitStatus::Done;
    }
    printMessage(u"quillway: error: '%1' is neither a command nor a folder"_s.arg(arguments.join(u' ')));
    printMessage(overview().trimmed());
    return ExitStatus::BadUsage;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"quillway"_s);
    QCoreApplication::setOrganizationName(u"quillway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(QUILLWAY_VERSION));
    const QStringList arguments = argumentsOf(argc, argv);
    const QCoreApplication application(argc, argv);
    return static_cast<int>(wantsEditor(arguments) ? becomeEditor(arguments.value(0)) : runCommandLine(arguments));
}

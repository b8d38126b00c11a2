// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QString helpText(const Command &command, const QCommandLineParser &parser)
{
    // The parser's own text names the program's usage; the options' table below it is what is wanted.
    const QString text = parser.helpText();
    const qsizetype options = text.indexOf(u"\n\n"_s);
    return u"usage: quillway %1\n\n%2%3"_s.arg(command.usage, command.summary, options < 0 ? QString() : text.sliced(options));
}

} // namespace

std::expected<QStringList, ExitStatus> parseArguments(QCommandLineParser &parser, const Command &command, const QStringList &arguments,
                                                      const QList<QCommandLineOption> &options, int positionals, Words count)
{
    const QCommandLineOption help({ u"h"_s, u"help"_s }, u"Shows this text."_s);
    parser.addOptions(options);
    parser.addOption(help);
    const bool parsed = parser.parse(QStringList { u"quillway"_s } + arguments);
    if (parser.isSet(help)) {
        printResult(helpText(command, parser).toUtf8());
        return std::unexpected(ExitStatus::Done);
    }
    QStringList words = parser.positionalArguments();
    const bool isEnough = count == Words::AtLeast ? words.size() >= positionals : words.size() == positionals;
    if (!parsed || !isEnough) {
        printMessage(u"quillway: error: %1"_s.arg(!parsed ? parser.errorText()
                                                      : words.size() < positionals
                                                      ? u"something is missing"_s
                                                      : u"there is a word too many: %1"_s.arg(words.at(positionals))));
        printMessage(u"usage: quillway %1"_s.arg(command.usage));
        return std::unexpected(ExitStatus::BadUsage);
    }
    return words;
}

QCommandLineOption jsonOption()
{
    return { u"json"_s, u"Prints the result as one JSON document."_s };
}

QCommandLineOption dryRunOption()
{
    return { u"dry-run"_s, u"Shows what would be changed, as a difference of each file, and writes nothing."_s };
}

QCommandLineOption buildDateOption()
{
    return { u"build-date"_s, u"Takes this as today: a date or a date and time (ISO 8601)."_s, u"DATE"_s };
}

} // namespace quillway::app

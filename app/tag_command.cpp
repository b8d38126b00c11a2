// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"
#include "core/model/addresses.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QString dayOf(const model::PostPtr &post)
{
    return post->date ? post->date->at.date().toString(Qt::ISODate) : QString();
}

} // namespace

ExitStatus runTagList(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, { buildDateOption(), jsonOption() }, 1);
    if (!words)
        return words.error();
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first());
    if (!site)
        return site.error();
    const auto selection = selectionFor(parser, **site);
    if (!selection)
        return selection.error();

    QJsonArray array;
    QString text;
    for (const model::Tag &tag : model::tagsOf(**site, model::publishedPosts(**site, *selection))) {
        const QString first = dayOf(tag.posts.last());
        const QString last = dayOf(tag.posts.first());
        array.append(QJsonObject { { u"tag"_s, tag.name },
                                   { u"posts"_s, tag.posts.size() },
                                   { u"first"_s, first },
                                   { u"last"_s, last },
                                   { u"address"_s, model::tagAddress(tag) } });
        text += u"%1\t%2\t%3\t%4\n"_s.arg(tag.name).arg(tag.posts.size()).arg(first, last);
    }
    printResult(parser.isSet(u"json"_s) ? jsonDocument({ { u"tags"_s, array } }) : text.toUtf8());
    return ExitStatus::Done;
}

} // namespace quillway::app

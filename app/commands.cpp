// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::app {

const QList<Command> &commands()
{
    static const QList<Command> list {
        { u"new"_s, u"new DIR [--title T]"_s, u"Makes a site with a first post, a topic and a reading path."_s, runNew },
        { u"export"_s,
          u"export SITE [--output DIR] [--base-url URL] [--drafts] [--future] [--build-date DATE] [--jobs N] [--no-cache] [--json]"_s,
          u"Writes the static site (into SITE/public if nothing else is said)."_s, runExport },
        { u"check"_s, u"check SITE [--build-date DATE] [--json]"_s, u"Lists the problems of the content."_s, runCheck },
        { u"topic profile"_s, u"topic profile SITE SLUG [--build-date DATE] [--json]"_s,
          u"Shows what a topic's posts say about themselves."_s, runTopicProfile },
        { u"topic list"_s, u"topic list SITE [--build-date DATE] [--json]"_s, u"Lists the topics, their posts and what they lack."_s,
          runTopicList },
        { u"topic candidates"_s, u"topic candidates SITE SLUG [--build-date DATE] [--json]"_s,
          u"Finds posts that probably belong to a topic and are not among its posts."_s, runTopicCandidates },
        { u"topic suggest"_s, u"topic suggest SITE [--build-date DATE] [--json]"_s, u"Suggests new topics from tags that stand together."_s,
          runTopicSuggest },
        { u"path suggest"_s, u"path suggest SITE (TOPIC | --tags TAG,...) [--level LEVEL] [--minutes N] [--build-date DATE] [--json]"_s,
          u"Suggests a reading path for a topic, or for a reader's level and time."_s, runPathSuggest },
        { u"path list"_s, u"path list SITE [--build-date DATE] [--json]"_s, u"Lists the reading paths with their reading time."_s,
          runPathList },
        { u"path check"_s, u"path check SITE SLUG [--build-date DATE] [--json]"_s, u"Shows what is wrong with a reading path."_s,
          runPathCheck },
        { u"tag list"_s, u"tag list SITE [--build-date DATE] [--json]"_s, u"Lists the tags with their posts."_s, runTagList },
        { u"tag doubles"_s, u"tag doubles SITE [--build-date DATE] [--json]"_s, u"Finds tags that are probably meant to be one."_s,
          runTagDoubles },
    };
    return list;
}

const Command *findCommand(const QStringList &arguments)
{
    const auto begins = [&](const Command &command) {
        const QStringList words = command.name.split(u' ');
        return arguments.first(std::min(words.size(), arguments.size())) == words;
    };
    const auto place = std::ranges::find_if(commands(), begins);
    return place == commands().end() ? nullptr : &*place;
}

} // namespace quillway::app

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
        { u"serve"_s, u"serve SITE [--port N] [--drafts] [--future] [--build-date DATE]"_s,
          u"Shows the site in the browser, at an address of this machine alone, and follows every change."_s, runServe },
        { u"publish"_s,
          u"publish SITE [TARGET] [--dry-run] [--due] [--with-errors] [--install-timer] [--set-token] [--build-date DATE] [--json]"_s,
          u"Exports the site and puts what is new to a target of the settings."_s, runPublish },
        { u"import"_s, u"import SOURCE SITE [--from TOOL] [--dry-run] [--json]"_s, u"Makes a site of another tool's blog."_s, runImport },
        { u"check"_s, u"check SITE [--external] [--build-date DATE] [--json]"_s, u"Lists the problems of the content."_s, runCheck },
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
        { u"search"_s, u"search SITE QUERY... [--limit N] [--json]"_s, u"Finds words in all texts, best first."_s, runSearch },
        { u"tag rename"_s, u"tag rename SITE OLD NEW [--dry-run] [--json]"_s, u"Gives a tag another name in all files."_s, runTagRename },
        { u"tag merge"_s, u"tag merge SITE INTO FROM... [--dry-run] [--json]"_s, u"Makes several tags one."_s, runTagMerge },
        { u"tag remove"_s, u"tag remove SITE TAG [POST...] [--dry-run] [--json]"_s, u"Takes a tag out of all files, or of these posts."_s,
          runTagRemove },
        { u"tag add"_s, u"tag add SITE TAG POST... [--dry-run] [--json]"_s, u"Tags posts, named by file or by slug."_s, runTagAdd },
        { u"tag split"_s, u"tag split SITE TAG PART POST... [--dry-run] [--json]"_s,
          u"Gives some of a tag's posts another tag in its place."_s, runTagSplit },
        { u"post rename"_s, u"post rename SITE POST SLUG [--dry-run] [--build-date DATE] [--json]"_s,
          u"Gives a post or page, named by file, slug or title, another address; all links follow."_s, runPostRename },
        { u"topic rename"_s, u"topic rename SITE TOPIC SLUG [--dry-run] [--build-date DATE] [--json]"_s,
          u"Gives a topic another address; all links follow."_s, runTopicRename },
        { u"path rename"_s, u"path rename SITE PATH SLUG [--dry-run] [--build-date DATE] [--json]"_s,
          u"Gives a reading path another address; all links follow."_s, runPathRename },
        { u"heading rename"_s, u"heading rename SITE POST ANCHOR TEXT [--dry-run] [--build-date DATE] [--json]"_s,
          u"Gives a heading another text; all links to it follow."_s, runHeadingRename },
        { u"file rename"_s, u"file rename SITE FILE TO [--dry-run] [--build-date DATE] [--json]"_s,
          u"Gives a picture or another file that is copied another place; all links follow."_s, runFileRename },
        { u"undo"_s, u"undo SITE [--dry-run] [--json]"_s, u"Takes the last change to many files back."_s, runUndo },
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_output.h"
#include "app/interruption.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"
#include "core/changes/tag_changes.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace quillway::app {

using changes::TagChange;

namespace {

/// What the words behind the site ask for.
struct Wish {
    QString title;
    Result<TagChange> change;
};
using WishOf = std::function<Wish(const model::Site &site, const QStringList &words)>;

/// Loads the site, works the change out, and shows it or carries it out.
ExitStatus run(const Command &command, const QStringList &arguments, int least, Words count, const WishOf &wishOf)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, { dryRunOption(), jsonOption() }, least, count);
    if (!words)
        return words.error();
    const Interruption interruption; // Ctrl+C does not leave a change half done
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first(), interruption.token());
    if (!site)
        return site.error();
    const Wish wish = wishOf(**site, words->sliced(1));
    if (!wish.change)
        return refuse(wish.change.error());
    const TagChange &change = *wish.change;
    if (change.isMerge)
        printMessage(u"quillway: note: there are posts with the other tag already; the tags become one"_s);
    const QJsonObject more { { u"merge"_s, change.isMerge }, { u"posts"_s, change.posts }, { u"topics"_s, change.topics } };
    if (parser.isSet(u"dry-run"_s))
        return showChange(parser, wish.title, change.change, change.problems, more);
    const store::ChangeOptions options { .title = wish.title, .when = QDateTime::currentDateTimeUtc() };
    return printReport(parser, store::carryOut(files, (*site)->folder(), change.change, options), change.problems, more);
}

/// Posts by their file's path in the site, or by their slug.
Result<QList<SitePath>> postsNamed(const model::Site &site, const QStringList &names)
{
    QList<SitePath> posts;
    for (const QString &name : names) {
        const auto file = SitePath::parse(name);
        const model::PostPtr byFile = file ? site.postByFile(*file) : nullptr;
        const model::PostPtr post = byFile ? byFile : site.postBySlug(name);
        if (!post)
            return std::unexpected(Error { ErrorCode::UnknownPost, {}, {}, name });
        posts.append(post->file);
    }
    return posts;
}

} // namespace

ExitStatus runTagRename(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, Words::Exactly, [](const model::Site &site, const QStringList &words) {
        return Wish { u"Rename tag %1 to %2"_s.arg(words[0], words[1]), changes::renameTag(site, words[0], words[1]) };
    });
}

ExitStatus runTagMerge(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        const QStringList from = words.sliced(1);
        return Wish { u"Merge tags %1 into %2"_s.arg(from.join(u", "_s), words[0]), changes::mergeTags(site, from, words[0]) };
    });
}

ExitStatus runTagRemove(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 2, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        if (words.size() == 1)
            return Wish { u"Remove tag %1"_s.arg(words[0]), changes::removeTag(site, words[0]) };
        return Wish { u"Remove tag %1 from %2 posts"_s.arg(words[0]).arg(words.size() - 1),
                      postsNamed(site, words.sliced(1)).and_then([&](const QList<SitePath> &posts) {
                          return changes::removeTagFrom(site, words[0], posts);
                      }) };
    });
}

ExitStatus runTagAdd(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        return Wish { u"Add tag %1 to %2 posts"_s.arg(words[0]).arg(words.size() - 1),
                      postsNamed(site, words.sliced(1)).and_then([&](const QList<SitePath> &posts) {
                          return changes::addTag(site, words[0], posts);
                      }) };
    });
}

ExitStatus runTagSplit(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 4, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        return Wish { u"Split %1 from tag %2"_s.arg(words[1], words[0]),
                      postsNamed(site, words.sliced(2)).and_then([&](const QList<SitePath> &posts) {
                          return changes::splitTag(site, words[0], words[1], posts);
                      }) };
    });
}

} // namespace quillway::app

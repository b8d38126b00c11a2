// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_call.h"
#include "core/changes/tag_changes.h"

using namespace Qt::StringLiterals;

namespace quillway::app {

using changes::TagChange;

namespace {

using WorkOut = std::function<Result<WantedChange>(const model::Site &site, const QStringList &words)>;

ExitStatus run(const Command &command, const QStringList &arguments, int words, Words count, const WorkOut &workOut)
{
    const auto anyDay = [&](const model::Site &site, const model::Selection & /*all*/, const QStringList &given) {
        return workOut(site, given);
    };
    return runChange(command, arguments, { .words = words, .count = count }, anyDay);
}

/// The change that `tags` is, under `title`; says where it makes one tag of two.
Result<WantedChange> titled(const QString &title, const Result<TagChange> &tags)
{
    return tags.transform([&](const TagChange &made) {
        if (made.isMerge)
            printMessage(u"quillway: note: there are posts with the other tag already; the tags become one"_s);
        const QJsonObject more { { u"merge"_s, made.isMerge }, { u"posts"_s, made.posts }, { u"topics"_s, made.topics } };
        return WantedChange { .title = title, .change = made.change, .problems = made.problems, .more = more };
    });
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
        return titled(u"Rename tag %1 to %2"_s.arg(words[0], words[1]), changes::renameTag(site, words[0], words[1]));
    });
}

ExitStatus runTagMerge(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        const QStringList from = words.sliced(1);
        return titled(u"Merge tags %1 into %2"_s.arg(from.join(u", "_s), words[0]), changes::mergeTags(site, from, words[0]));
    });
}

ExitStatus runTagRemove(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 2, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        if (words.size() == 1)
            return titled(u"Remove tag %1"_s.arg(words[0]), changes::removeTag(site, words[0]));
        return titled(u"Remove tag %1 from %2 posts"_s.arg(words[0]).arg(words.size() - 1),
                      postsNamed(site, words.sliced(1)).and_then([&](const QList<SitePath> &posts) {
                          return changes::removeTagFrom(site, words[0], posts);
                      }));
    });
}

ExitStatus runTagAdd(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        return titled(u"Add tag %1 to %2 posts"_s.arg(words[0]).arg(words.size() - 1),
                      postsNamed(site, words.sliced(1)).and_then([&](const QList<SitePath> &posts) {
                          return changes::addTag(site, words[0], posts);
                      }));
    });
}

ExitStatus runTagSplit(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 4, Words::AtLeast, [](const model::Site &site, const QStringList &words) {
        return titled(u"Split %1 from tag %2"_s.arg(words[1], words[0]),
                      postsNamed(site, words.sliced(2)).and_then([&](const QList<SitePath> &posts) {
                          return changes::splitTag(site, words[0], words[1], posts);
                      }));
    });
}

} // namespace quillway::app

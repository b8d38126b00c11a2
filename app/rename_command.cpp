// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_call.h"
#include "core/changes/rename_changes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::app {

using changes::Relinked;

namespace {

ExitStatus run(const Command &command, const QStringList &arguments, int words, const WorkOutChange &workOut)
{
    return runChange(command, arguments, { .words = words, .takesBuildDate = true }, workOut);
}

/// The change that `renamed` is, under `title`.
Result<WantedChange> titled(const QString &title, const Result<Relinked> &renamed)
{
    return renamed.transform([&](const Relinked &made) {
        return WantedChange { .title = title, .change = made.change, .problems = made.left, .more = { { u"links"_s, made.links } } };
    });
}

std::unexpected<Error> unknown(const QString &name)
{
    return std::unexpected(Error { ErrorCode::UnknownPost, {}, {}, name });
}

/// The file of a topic or path, by that or by its slug.
template<typename Pointer>
Result<SitePath> fileNamed(const QList<Pointer> &list, const QString &name)
{
    const auto found = std::ranges::find_if(list,
                                            [&](const Pointer &entry) { return entry->slug == name || entry->file.toString() == name; });
    return found == list.end() ? Result<SitePath>(std::unexpected(Error { ErrorCode::NotFound, name, {}, {} })) : (*found)->file;
}

Result<SitePath> pageNamed(const model::Site &site, const QString &name)
{
    const auto file = changes::findContent(site, name);
    return file ? Result<SitePath>(*file) : unknown(name);
}

Result<SitePath> placeNamed(const QString &name)
{
    const auto file = SitePath::parse(name);
    return file ? Result<SitePath>(*file) : std::unexpected(Error { ErrorCode::OutsideSite, name, {}, {} });
}

Result<WantedChange> withSlug(const model::Site &site, const model::Selection &selection, const Result<SitePath> &file, const QString &name,
                              const QString &slug)
{
    return titled(u"Rename %1 to %2"_s.arg(name, slug),
                  file.and_then([&](const SitePath &found) { return changes::changeSlug(site, selection, found, slug); }));
}

} // namespace

ExitStatus runPostRename(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, [](const model::Site &site, const model::Selection &selection, const QStringList &words) {
        return withSlug(site, selection, pageNamed(site, words[0]), words[0], words[1]);
    });
}

ExitStatus runTopicRename(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, [](const model::Site &site, const model::Selection &selection, const QStringList &words) {
        return withSlug(site, selection, fileNamed(site.topics(), words[0]), words[0], words[1]);
    });
}

ExitStatus runPathRename(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, [](const model::Site &site, const model::Selection &selection, const QStringList &words) {
        return withSlug(site, selection, fileNamed(site.paths(), words[0]), words[0], words[1]);
    });
}

ExitStatus runHeadingRename(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 4, [](const model::Site &site, const model::Selection &selection, const QStringList &words) {
        return titled(u"Rename heading %1 of %2 to %3"_s.arg(words[1], words[0], words[2]),
                      pageNamed(site, words[0]).and_then([&](const SitePath &file) {
                          return changes::renameHeading(site, selection, file, words[1], words[2]);
                      }));
    });
}

ExitStatus runFileRename(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, [](const model::Site &site, const model::Selection &selection, const QStringList &words) {
        return titled(u"Rename %1 to %2"_s.arg(words[0], words[1]), placeNamed(words[0]).and_then([&](const SitePath &from) {
            return placeNamed(words[1]).and_then([&](const SitePath &to) { return changes::renameAsset(site, selection, from, to); });
        }));
    });
}

} // namespace quillway::app

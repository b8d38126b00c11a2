// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_output.h"
#include "app/interruption.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"
#include "core/changes/rename_changes.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace quillway::app {

using changes::Relinked;

namespace {

/// What the words behind the site ask for.
struct Wish {
    QString title;
    Result<Relinked> renamed;
};
using WishOf = std::function<Wish(const model::Site &site, const model::Selection &selection, const QStringList &words)>;

/// Loads the site, works the change out, and shows it or carries it out.
ExitStatus run(const Command &command, const QStringList &arguments, int count, const WishOf &wishOf)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, { dryRunOption(), jsonOption(), buildDateOption() }, count);
    if (!words)
        return words.error();
    const Interruption interruption; // Ctrl+C does not leave a change half done
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first(), interruption.token());
    if (!site)
        return site.error();
    const auto selection = selectionFor(parser, **site);
    if (!selection)
        return selection.error();
    const Wish wish = wishOf(**site, *selection, words->sliced(1));
    if (!wish.renamed) {
        (void)refuse(wish.renamed.error());
        return ExitStatus::BadUsage; // nothing was asked of the disk yet
    }
    const QJsonObject more { { u"links"_s, wish.renamed->links } };
    if (parser.isSet(u"dry-run"_s))
        return showChange(parser, wish.title, wish.renamed->change, wish.renamed->left, more);
    const store::ChangeOptions options { .title = wish.title, .when = QDateTime::currentDateTimeUtc() };
    return printReport(parser, store::carryOut(files, (*site)->folder(), wish.renamed->change, options), wish.renamed->left, more);
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

Wish withSlug(const model::Site &site, const model::Selection &selection, const Result<SitePath> &file, const QString &name,
              const QString &slug)
{
    return { u"Rename %1 to %2"_s.arg(name, slug),
             file.and_then([&](const SitePath &found) { return changes::changeSlug(site, selection, found, slug); }) };
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
        return Wish { u"Rename heading %1 of %2 to %3"_s.arg(words[1], words[0], words[2]),
                      pageNamed(site, words[0]).and_then([&](const SitePath &file) {
                          return changes::renameHeading(site, selection, file, words[1], words[2]);
                      }) };
    });
}

ExitStatus runFileRename(const Command &command, const QStringList &arguments)
{
    return run(command, arguments, 3, [](const model::Site &site, const model::Selection &selection, const QStringList &words) {
        return Wish { u"Rename %1 to %2"_s.arg(words[0], words[1]), placeNamed(words[0]).and_then([&](const SitePath &from) {
                         return placeNamed(words[1]).and_then(
                             [&](const SitePath &to) { return changes::renameAsset(site, selection, from, to); });
                     }) };
    });
}

} // namespace quillway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site_call.h"

#include "core/base/native_file_system.h"

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

template<typename List>
ExitStatus sayUnknown(const QString &what, const QString &slug, const List &known)
{
    QStringList slugs;
    for (const auto &value : known)
        slugs.append(value->slug);
    printMessage(u"quillway: error: the site has no %1 '%2'"_s.arg(what, slug));
    printMessage(slugs.isEmpty() ? u"it has no %1s at all"_s.arg(what) : u"its %1s: %2"_s.arg(what, slugs.join(u", "_s)));
    return ExitStatus::BadUsage;
}

} // namespace

std::expected<SiteCall, ExitStatus> prepareSiteCall(QCommandLineParser &parser, const Command &command, const QStringList &arguments,
                                                    int positionals, const QList<QCommandLineOption> &options)
{
    const auto words = parseArguments(parser, command, arguments, QList<QCommandLineOption> { buildDateOption(), jsonOption() } + options,
                                      positionals);
    if (!words)
        return std::unexpected(words.error());
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first());
    if (!site)
        return std::unexpected(site.error());
    const auto selection = selectionFor(parser, **site);
    if (!selection)
        return std::unexpected(selection.error());
    return SiteCall { *words, parser.isSet(u"json"_s), *site, *selection };
}

std::expected<model::TopicPtr, ExitStatus> topicForCommand(const model::Site &site, const QString &slug)
{
    if (model::TopicPtr topic = site.topicBySlug(slug))
        return topic;
    return std::unexpected(sayUnknown(u"topic"_s, slug, site.topics()));
}

std::expected<model::ReadingPathPtr, ExitStatus> pathForCommand(const model::Site &site, const QString &slug)
{
    if (model::ReadingPathPtr path = site.pathBySlug(slug))
        return path;
    return std::unexpected(sayUnknown(u"reading path"_s, slug, site.paths()));
}

} // namespace quillway::app

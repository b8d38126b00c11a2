// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/translations.h"

#include "core/publish/article.h"

#include <algorithm>

namespace quillway::publish {

namespace {

/// The file of the post that `post` translates in the end, itself if none. Of those that translate each other in a circle, the first by name.
SitePath originalOf(const Publication::Private &shared, const model::Post &post)
{
    QList<SitePath> way { post.file };
    model::PostPtr held;
    const model::Post *at = &post;
    while (!at->translationOf.isEmpty()) {
        held = shared.links().resolve(at->translationOf, shared.originOf(*at)).post;
        if (!held)
            break;
        if (way.contains(held->file))
            return *std::ranges::min_element(way, {}, &SitePath::toString);
        way.append(held->file);
        at = held.get();
    }
    return way.last();
}

Translation translation(const Publication::Private &shared, const model::Post &post)
{
    const std::optional<text::Typography> typography = typographyFor(shared, post.lang);
    return { post.lang.isEmpty() ? shared.settings.language : post.lang, shared.addressOf(post),
             typography ? text::typeset(post.title, *typography) : post.title };
}

} // namespace

QHash<SitePath, QList<model::PostPtr>> translationGroups(const Publication::Private &shared)
{
    QHash<SitePath, QList<model::PostPtr>> groups;
    const auto forEachPost = [&](const auto &use) {
        for (const auto *posts : { &shared.posts(), &shared.published.pages() })
            std::ranges::for_each(*posts, use);
    };
    forEachPost([&](const model::PostPtr &post) {
        if (!post->translationOf.isEmpty())
            groups[originalOf(shared, *post)];
    });
    if (groups.isEmpty())
        return groups;
    forEachPost([&](const model::PostPtr &post) {
        if (const auto group = groups.find(originalOf(shared, *post)); group != groups.end())
            group->append(post);
    });
    return groups;
}

QList<Translation> translationsOf(const Publication::Private &shared, const model::Post &post)
{
    QList<Translation> translations { translation(shared, post) };
    for (const model::PostPtr &other : shared.translations().value(originalOf(shared, post))) {
        const Translation next = translation(shared, *other);
        const auto isSameLanguage = [&](const Translation &known) {
            return known.language.compare(next.language, Qt::CaseInsensitive) == 0;
        };
        if (other->file != post.file && std::ranges::none_of(translations, isSameLanguage))
            translations.append(next);
    }
    return translations.size() > 1 ? translations : QList<Translation>();
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "core/analysis/problem_list.h"
#include "core/model/near_name.h"
#include "core/model/readers.h"
#include "core/text/front_matter.h"

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

/// In a blog that has just begun every tag is used once, and nothing is to be reached yet.
constexpr qsizetype fewestPosts = 5;
constexpr int mostGuesses = 50; ///< each looks at all tags

/// Slugs of the posts that topics and paths name. What topics have by their tags is reached by those.
QSet<QString> namedSlugs(const model::Site &site)
{
    QSet<QString> slugs;
    const auto addSteps = [&](const QList<model::Step> &steps) {
        for (const model::Step &step : steps)
            slugs.insert(step.post);
    };
    for (const model::TopicPtr &topic : site.topics()) {
        slugs.unite(QSet<QString>(topic->include.cbegin(), topic->include.cend()));
        addSteps(topic->path);
    }
    for (const model::ReadingPathPtr &path : site.paths())
        addSteps(path->steps);
    return slugs;
}

/// Where `post` says `key` of a tag; where its tags are if it says it among others in one text.
SourcePosition tagPosition(const model::Post &post, const QString &key)
{
    const auto head = text::parseFrontMatter(post.source);
    const text::Value *tags = head ? head->root.find(model::writtenKey(head->root, u"tags")) : nullptr;
    if (!tags)
        return {};
    const auto item = std::ranges::find_if(tags->items, [&](const text::Value &value) { return model::tagKey(value.text) == key; });
    return item == tags->items.end() ? tags->position : item->position;
}

} // namespace

Diagnostics checkReach(const model::Site &site, const PublishedPosts &published)
{
    ProblemList problems;
    if (published.posts().size() < fewestPosts)
        return {};
    const bool isOrganised = !published.tags().isEmpty() || !site.topics().isEmpty() || !site.paths().isEmpty();
    const QSet<QString> named = namedSlugs(site);
    for (const model::PostPtr &post : published.posts()) {
        if (isOrganised && post->tags.isEmpty() && !named.contains(post->slug))
            problems.add(Severity::Note, ErrorCode::UnreachedPost, { post->file }, {}, {});
    }
    QStringList others;
    for (const model::Tag &tag : published.tags()) {
        if (tag.posts.size() > 1)
            others += tag.name;
    }
    int guesses = 0;
    for (const model::Tag &tag : published.tags()) {
        if (tag.posts.size() != 1)
            continue;
        const model::Post &post = *tag.posts.constFirst();
        const QString detail = guesses++ < mostGuesses ? model::withNearName(tag.name, others) : tag.name;
        problems.add(Severity::Note, ErrorCode::RareTag, { post.file }, tagPosition(post, tag.key), detail);
    }
    return problems.take();
}

} // namespace quillway::analysis

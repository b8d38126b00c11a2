// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/posts/post_filter.h"

#include "core/analysis/published_posts.h"
#include "core/analysis/topic_profile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace quillway::model;

namespace {

/// Lower case without accents: what is compared.
QString folded(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString result;
    result.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c == u'ß')
            result += u"ss"; // Qt folds character by character
        else if (!c.isMark())
            result += c;
    }
    return result;
}

/// The query's parts: separated by blanks, but for those between double quotes, which are dropped. An open quote reaches to the end.
QStringList queryParts(QStringView query)
{
    QStringList parts;
    QString part;
    bool quoted = false;
    for (const QChar c : query) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            parts.append(part);
            part.clear();
        } else {
            part += c;
        }
    }
    parts.append(part);
    parts.removeAll(QString());
    return parts;
}

bool readState(PostFilter &filter, const QString &name)
{
    if (name == u"draft")
        filter.states.append(PostState::Draft);
    else if (name == u"scheduled")
        filter.states.append(PostState::Scheduled);
    else if (name == u"published")
        filter.states.append(PostState::Published);
    else if (name == u"modified")
        filter.modified = true;
    else
        return false;
    return true;
}

/// True if `part` is a condition that was understood. One that is still being typed (`tag:`) asks for nothing yet.
bool readCondition(PostFilter &filter, const QString &part)
{
    const qsizetype colon = part.indexOf(u':');
    if (colon < 0)
        return false;
    const QString name = part.first(colon).toLower();
    const QString value = part.sliced(colon + 1);
    if (name == u"is")
        return value.isEmpty() || readState(filter, value.toLower());
    QStringList *list = name == u"tag" ? &filter.tags : name == u"topic" ? &filter.topics : name == u"path" ? &filter.paths : nullptr;
    if (list && !value.isEmpty())
        list->append(name == u"tag" ? tagKey(value) : value);
    return list != nullptr;
}

QSet<QString> slugsOf(const QList<PostPtr> &posts)
{
    QSet<QString> slugs;
    for (const PostPtr &post : posts)
        slugs.insert(post->slug);
    return slugs;
}

} // namespace

PostState stateOf(const Post &post, const QDateTime &now)
{
    if (post.isDraft())
        return PostState::Draft;
    return post.date->at > now ? PostState::Scheduled : PostState::Published;
}

bool PostFilter::isEmpty() const
{
    return *this == PostFilter();
}

PostFilter parsePostFilter(QStringView query)
{
    PostFilter filter;
    for (const QString &part : queryParts(query)) {
        if (!readCondition(filter, part))
            filter.words.append(folded(part));
    }
    return filter;
}

PostMatcher::PostMatcher(PostFilter filter, const Site &site, const QDateTime &now, QSet<SitePath> modified)
    : m_filter(std::move(filter))
    , m_now(now)
    , m_modified(std::move(modified))
{
    if (!m_filter.topics.isEmpty()) {
        const analysis::PublishedPosts published(site, { .buildDate = now, .drafts = true, .future = true });
        for (const QString &slug : std::as_const(m_filter.topics)) {
            const TopicPtr topic = site.topicBySlug(slug);
            m_slugSets.append(topic ? slugsOf(analysis::topicPosts(*topic, published)) : QSet<QString>());
        }
    }
    for (const QString &slug : std::as_const(m_filter.paths)) {
        QSet<QString> slugs;
        if (const ReadingPathPtr path = site.pathBySlug(slug)) {
            for (const Step &step : path->steps)
                slugs.insert(step.post);
        }
        m_slugSets.append(slugs);
    }
}

bool PostMatcher::matches(const Post &post) const
{
    if (m_filter.modified && !m_modified.contains(post.file))
        return false;
    if (!m_filter.states.isEmpty() && !m_filter.states.contains(stateOf(post, m_now)))
        return false;
    const auto hasTag = [&](const QString &key) {
        return std::ranges::any_of(post.tags, [&](const QString &tag) { return tagKey(tag) == key; });
    };
    if (!std::ranges::all_of(m_filter.tags, hasTag))
        return false;
    if (!std::ranges::all_of(m_slugSets, [&](const QSet<QString> &slugs) { return slugs.contains(post.slug); }))
        return false;
    if (m_filter.words.isEmpty())
        return true;
    const QString text = folded(post.title + u'\n' + post.file.toString() + u'\n' + post.tags.join(u'\n'));
    return std::ranges::all_of(m_filter.words, [&](const QString &word) { return text.contains(word); });
}

} // namespace quillway::ui

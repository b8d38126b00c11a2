// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_gaps.h"

#include "core/analysis/problem_list.h"

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;
using Kind = TopicGap::Kind;

namespace {

class GapFinder
{
public:
    GapFinder(const model::Topic &topic, const model::Site &site, const PublishedPosts &published, const LinkIndex &links)
        : m_topic(topic)
        , m_site(site)
        , m_published(published)
        , m_links(links)
    { }

    [[nodiscard]] QList<TopicGap> find()
    {
        lookForOwnTexts();
        lookAtTags();
        lookAtSlugs();
        lookAtSteps();
        lookAtReferences();
        std::ranges::stable_sort(m_gaps, {}, &TopicGap::kind);
        return std::move(m_gaps);
    }

private:
    void add(Kind kind, const QString &name = {}, qsizetype index = -1, SourcePosition position = {})
    {
        m_gaps.append({ kind, name, index, position });
    }

    void lookForOwnTexts()
    {
        const auto addIf = [this](bool lacks, Kind kind) {
            if (lacks)
                add(kind);
        };
        addIf(topicPosts(m_topic, m_published).isEmpty(), Kind::NoPosts);
        addIf(m_topic.definition.text.trimmed().isEmpty(), Kind::NoDefinition);
        addIf(m_topic.claims.isEmpty(), Kind::NoClaims);
        addIf(m_topic.checklist.isEmpty(), Kind::NoChecklist);
        addIf(m_topic.failureModes.isEmpty(), Kind::NoFailureModes);
        addIf(m_topic.references.isEmpty(), Kind::NoReferences);
        addIf(m_topic.automaticPath || m_topic.path.isEmpty(), Kind::NoPath);
    }

    void lookAtTags()
    {
        QSet<QString> used;
        for (const model::PostPtr &post : m_site.posts()) {
            for (const QString &tag : post->tags)
                used.insert(model::tagKey(tag));
        }
        for (qsizetype i = 0; i < m_topic.tags.size(); ++i) {
            if (!used.contains(model::tagKey(m_topic.tags.at(i))))
                add(Kind::UnknownTag, m_topic.tags.at(i), i, placeOf(u"tags", i, m_topic.tagsPosition));
        }
    }

    void lookAtSlugs()
    {
        for (qsizetype i = 0; i < m_topic.include.size(); ++i) {
            const QString &slug = m_topic.include.at(i);
            const model::PostPtr post = m_site.postBySlug(slug);
            if (!post || !m_published.contains(*post))
                add(post ? Kind::IncludedUnpublished : Kind::UnknownInclude, slug, i, placeOf(u"include", i, m_topic.includePosition));
        }
        model::Topic open = m_topic;
        open.exclude.clear();
        const QList<model::PostPtr> wouldHave = topicPosts(open, m_published);
        for (qsizetype i = 0; i < m_topic.exclude.size(); ++i) {
            const QString &slug = m_topic.exclude.at(i);
            const model::PostPtr post = m_site.postBySlug(slug);
            const bool isNeeded = std::ranges::contains(wouldHave, slug, &model::Post::slug) || (post && !m_published.contains(*post));
            if (!isNeeded)
                add(post ? Kind::ExcludedWithoutNeed : Kind::UnknownExclude, slug, i, placeOf(u"exclude", i, m_topic.excludePosition));
        }
    }

    void lookAtSteps()
    {
        for (qsizetype i = 0; i < m_topic.path.size(); ++i) {
            const model::Step &step = m_topic.path.at(i);
            const model::PostPtr post = m_site.postBySlug(step.post);
            if (!post || !m_published.contains(*post))
                add(post ? Kind::UnpublishedStep : Kind::UnknownStep, step.post, i, step.position);
        }
    }

    void lookAtReferences()
    {
        const LinkOrigin origin = linkOrigin(m_topic);
        for (qsizetype i = 0; i < m_topic.references.size(); ++i) {
            const model::TopicReference &reference = m_topic.references.at(i);
            const LinkTarget target = m_links.resolve(reference.url, origin);
            if (target.kind == LinkTarget::Kind::Unknown)
                add(Kind::BrokenReference, reference.url, i, reference.position);
            else if (!target.exported)
                add(Kind::UnpublishedReference, reference.url, i, reference.position);
        }
    }

    /// The list's own place where the item's cannot be told, or the list is not written at all.
    [[nodiscard]] SourcePosition placeOf(QStringView key, qsizetype index, SourcePosition list) const
    {
        if (!list.isValid())
            return {};
        const SourcePosition item = itemPosition(m_topic.source, key, index);
        return item.isValid() ? item : list;
    }

    const model::Topic &m_topic;
    const model::Site &m_site;
    const PublishedPosts &m_published;
    const LinkIndex &m_links;
    QList<TopicGap> m_gaps;
};

} // namespace

QList<TopicGap> topicGaps(const model::Topic &topic, const model::Site &site, const PublishedPosts &published, const LinkIndex &links)
{
    return GapFinder(topic, site, published, links).find();
}

} // namespace quillway::analysis

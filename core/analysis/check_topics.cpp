// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "core/analysis/problem_list.h"
#include "core/analysis/topic_placeholders.h"
#include "core/analysis/topic_profile.h"
#include "core/model/near_name.h"

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeOfUnpublished(const model::Post &post)
{
    return post.isDraft() ? ErrorCode::DraftReferenced : ErrorCode::FutureReferenced;
}

/// What topics and paths name: posts by slug, tags, facts.
class NameChecker
{
public:
    NameChecker(const model::Site &site, const PublishedPosts &published)
        : m_site(site)
        , m_published(published)
    { }

    void checkTopic(const model::Topic &topic)
    {
        checkTags(topic);
        checkSlugs(topic.include, topic, u"include");
        checkSlugs(topic.exclude, topic, u"exclude");
        if (topicPosts(topic, m_published).isEmpty())
            m_problems.add(Severity::Warning, ErrorCode::EmptyTopic, { topic.file }, topic.tagsPosition, topic.title);
        checkText(topic.definition, topic.source);
        for (const auto *texts : { &topic.claims, &topic.checklist, &topic.failureModes }) {
            for (const model::TopicText &text : *texts)
                checkText(text, topic.source);
        }
        checkSteps(topic.path, topic.file);
    }

    void checkWording(const model::TopicWording &wording)
    {
        checkText(wording.definition.value_or(model::TopicText()), {});
        for (const auto *texts : { &wording.claims, &wording.checklist, &wording.failureModes }) {
            for (const model::TopicText &text : texts->value_or(QList<model::TopicText>()))
                checkText(text, {});
        }
    }

    void checkSteps(const QList<model::Step> &steps, const SitePath &file)
    {
        QSet<QString> seen;
        for (const model::Step &step : steps) {
            if (seen.contains(step.post))
                m_problems.add(Severity::Warning, ErrorCode::DuplicateStep, { file }, step.position, step.post);
            seen.insert(step.post);
            const model::PostPtr post = m_site.postBySlug(step.post);
            if (!post)
                m_problems.add(Severity::Error, ErrorCode::UnknownPost, { file }, step.position, nearPost(step.post));
            else if (!m_published.contains(*post))
                m_problems.add(Severity::Warning, codeOfUnpublished(*post), { file }, step.position, step.post);
        }
    }

    [[nodiscard]] Diagnostics take() { return m_problems.take(); }

private:
    /// Drafts' tags count as known: the post is there, it is only not yet out.
    void checkTags(const model::Topic &topic)
    {
        if (!topic.tagsPosition.isValid())
            return;
        for (const QString &tag : topic.tags) {
            if (!m_published.tag(tag) && !allTags().contains(model::tagKey(tag)))
                m_problems.add(Severity::Warning, ErrorCode::UnknownTag, { topic.file }, itemOf(topic, u"tags", tag, topic.tagsPosition),
                               model::withNearName(tag, tagNames()));
        }
    }

    void checkSlugs(const QStringList &slugs, const model::Topic &topic, QStringView key)
    {
        const SourcePosition place = key == "include"_L1 ? topic.includePosition : topic.excludePosition;
        for (const QString &slug : slugs) {
            const model::PostPtr post = m_site.postBySlug(slug);
            if (!post)
                m_problems.add(Severity::Warning, ErrorCode::UnknownPost, { topic.file }, itemOf(topic, key, slug, place), nearPost(slug));
            else if (key == "include"_L1 && !m_published.contains(*post))
                m_problems.add(Severity::Warning, codeOfUnpublished(*post), { topic.file }, itemOf(topic, key, slug, place), slug);
        }
    }

    /// The place of the list's item that says `text`; the list's own if that cannot be told.
    [[nodiscard]] static SourcePosition itemOf(const model::Topic &topic, QStringView key, const QString &text, SourcePosition list)
    {
        const auto head = text::parseFrontMatter(topic.source);
        const text::Value *value = head ? head->root.find(key) : nullptr;
        if (!value)
            return list;
        const auto item = std::ranges::find(value->items, text, [](const text::Value &entry) { return entry.text.trimmed(); });
        return item != value->items.end() ? item->position : list;
    }

    void checkText(const model::TopicText &text, const QByteArray &source)
    {
        for (const UnknownFact &fact : unknownFacts(text.text)) {
            const QString name = fact.name.startsWith("topic."_L1) ? fact.name.sliced("topic."_L1.size()) : fact.name;
            const auto near = model::nearName(name, topicFactNames());
            m_problems.add(Severity::Warning, ErrorCode::UnknownFact, { text.file }, placeOf(fact, text, source),
                           near ? model::saidWithNear(fact.name, u"topic."_s + *near) : fact.name);
        }
    }

    /// Where the name stands: found again in the file if that is at hand, else counted from where its text begins.
    [[nodiscard]] static SourcePosition placeOf(const UnknownFact &fact, const model::TopicText &text, const QByteArray &source)
    {
        if (!text.position.isValid())
            return {};
        const qsizetype begin = lineStart(source, text.position.line);
        const qsizetype occurrence = text.text.first(fact.offset).count(fact.name);
        qsizetype place = source.indexOf(fact.name.toUtf8(), begin);
        for (qsizetype i = 0; i < occurrence && place >= 0; ++i)
            place = source.indexOf(fact.name.toUtf8(), place + 1);
        if (place >= 0)
            return positionAt(source, place);
        if (text.text.contains(u'\n'))
            return text.position;
        return { text.position.line, text.position.column + 1 + int(text.text.first(fact.offset).toUcs4().size()) };
    }

    [[nodiscard]] QString nearPost(const QString &slug)
    {
        if (m_slugs.isEmpty()) {
            for (const model::PostPtr &post : m_site.posts())
                m_slugs += post->slug;
        }
        return model::withNearName(slug, m_slugs);
    }

    [[nodiscard]] QStringList tagNames() const
    {
        QStringList names;
        for (const model::Tag &tag : m_published.tags())
            names += tag.name;
        return names;
    }

    [[nodiscard]] const QSet<QString> &allTags()
    {
        if (!m_allTags.isEmpty())
            return m_allTags;
        const QList<model::Tag> tags = model::tagsOf(m_site, m_site.posts());
        for (const model::Tag &tag : tags)
            m_allTags.insert(tag.key);
        return m_allTags;
    }

    const model::Site &m_site;
    const PublishedPosts &m_published;
    ProblemList m_problems;
    QStringList m_slugs;
    QSet<QString> m_allTags;
};

} // namespace

Diagnostics checkTopics(const model::Site &site, const PublishedPosts &published)
{
    NameChecker checker(site, published);
    for (const model::TopicPtr &topic : site.topics())
        checker.checkTopic(*topic);
    checker.checkWording(site.settings().wording);
    return checker.take();
}

Diagnostics checkPaths(const model::Site &site, const PublishedPosts &published)
{
    NameChecker checker(site, published);
    for (const model::ReadingPathPtr &path : site.paths())
        checker.checkSteps(path->steps, path->file);
    return checker.take();
}

} // namespace quillway::analysis

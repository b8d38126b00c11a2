// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/path_problems.h"

#include "core/analysis/reference_order.h"
#include "core/model/near_name.h"

#include <algorithm>

namespace quillway::analysis {

using model::PostPtr;
using Kind = PathProblem::Kind;

namespace {

class PathChecker
{
public:
    PathChecker(const QList<model::Step> &steps, const SiteKnowledge &knowledge)
        : m_steps(steps)
        , m_knowledge(knowledge)
    {
        for (const model::Step &step : steps)
            m_posts.append(knowledge.site->postBySlug(step.post));
    }

    [[nodiscard]] PathReport check()
    {
        for (qsizetype i = 0; i < m_steps.size(); ++i)
            checkPost(i);
        checkReferences();
        addUpMinutes();
        std::ranges::stable_sort(m_report.problems, [](const PathProblem &a, const PathProblem &b) {
            return std::pair(a.step, a.kind) < std::pair(b.step, b.kind);
        });
        if (std::ranges::none_of(m_posts, [this](const PostPtr &post) { return isShown(post); }))
            m_report.problems.append({ .kind = Kind::Empty });
        return std::move(m_report);
    }

private:
    [[nodiscard]] bool isShown(const PostPtr &post) const { return post && m_knowledge.published.contains(*post); }

    void add(Kind kind, qsizetype step, const QList<qsizetype> &others = {})
    {
        m_report.problems.append({ .kind = kind, .step = step, .others = others, .name = m_steps.at(step).post });
    }

    void checkPost(qsizetype i)
    {
        const PostPtr &post = m_posts.at(i);
        if (!post) {
            m_report.problems.append({ .kind = Kind::UnknownPost, .step = i, .name = withNearSlug(m_steps.at(i).post) });
            return;
        }
        if (!isShown(post))
            add(post->isDraft() ? Kind::Draft : Kind::Scheduled, i);
        if (const qsizetype first = m_posts.indexOf(post); first < i)
            add(Kind::Repeated, i, { first });
    }

    [[nodiscard]] QString withNearSlug(const QString &slug)
    {
        if (m_slugs.isEmpty()) {
            for (const PostPtr &post : m_knowledge.site->posts())
                m_slugs.append(post->slug);
        }
        return model::withNearName(slug, m_slugs);
    }

    void checkReferences()
    {
        References refersTo;
        for (qsizetype i = 0; i < m_posts.size(); ++i)
            refersTo.append(stepsReferredTo(i));
        const QList<QList<qsizetype>> found = circles(refersTo);
        for (const QList<qsizetype> &circle : found)
            add(Kind::Circle, circle.first(), circle.sliced(1));
        const auto inOneCircle = [&](qsizetype a, qsizetype b) {
            return std::ranges::any_of(found, [&](const QList<qsizetype> &circle) { return circle.contains(a) && circle.contains(b); });
        };
        for (qsizetype i = 0; i < refersTo.size(); ++i) {
            QList<qsizetype> later = refersTo.at(i);
            later.removeIf([&](qsizetype other) { return other < i || inOneCircle(i, other); });
            if (!later.isEmpty())
                add(Kind::RefersToLater, i, later);
        }
    }

    /// By each post's first step, ascending; a repeated step refers to nothing.
    [[nodiscard]] QList<qsizetype> stepsReferredTo(qsizetype step) const
    {
        QList<qsizetype> steps;
        const PostPtr &post = m_posts.at(step);
        if (!post || m_posts.indexOf(post) < step)
            return steps;
        const QList<SitePath> targets = m_knowledge.links.from(*post);
        for (qsizetype other = 0; other < m_posts.size(); ++other) {
            const PostPtr &target = m_posts.at(other);
            if (target && m_posts.indexOf(target) == other && targets.contains(target->file))
                steps.append(other);
        }
        return steps;
    }

    void addUpMinutes()
    {
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            const PostPtr &post = m_posts.at(i);
            const int minutes = post ? model::readingMinutes(*post, m_knowledge.site->settings()) : 0;
            const int shown = isShown(post) ? minutes : 0;
            m_report.stepMinutes.append(minutes);
            m_report.minutes += shown;
            m_report.optionalMinutes += m_steps.at(i).optional ? shown : 0;
            if (m_report.stages.isEmpty() || m_report.stages.last().stage != m_steps.at(i).stage)
                m_report.stages.append({ .stage = m_steps.at(i).stage, .firstStep = i, .steps = 0, .minutes = 0 });
            ++m_report.stages.last().steps;
            m_report.stages.last().minutes += shown;
        }
    }

    const QList<model::Step> &m_steps;
    const SiteKnowledge &m_knowledge;
    QList<PostPtr> m_posts; ///< of each step; null where there is none
    QStringList m_slugs;
    PathReport m_report;
};

} // namespace

PathReport pathReport(const QList<model::Step> &steps, const SiteKnowledge &knowledge)
{
    return PathChecker(steps, knowledge).check();
}

} // namespace quillway::analysis

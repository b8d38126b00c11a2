// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_advice.h"

#include "core/analysis/links.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using analysis::CandidateReason;
using analysis::TopicGap;

namespace {

constexpr qsizetype mostCandidates = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(quillway::ui::TopicAdvice)
};

QString quoted(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(Words::tr("“%1”").arg(word));
    return quoted.join(u", "_s);
}

QString titlesOf(const QList<model::PostPtr> &posts)
{
    constexpr qsizetype most = 2;
    QStringList titles;
    for (const model::PostPtr &post : posts.first(std::min(most, posts.size())))
        titles.append(post->title);
    const QString list = quoted(titles);
    return posts.size() > most ? Words::tr("%1 and others").arg(list) : list;
}

QString describeOne(const CandidateReason &reason)
{
    switch (reason.kind) {
    case CandidateReason::Kind::NamesTopic: return Words::tr("its title says %1").arg(quoted(reason.words));
    case CandidateReason::Kind::SharedWords: return Words::tr("it shares the words %1").arg(quoted(reason.words));
    case CandidateReason::Kind::LinksToTopic: return Words::tr("it links to %1").arg(titlesOf(reason.posts));
    case CandidateReason::Kind::LinkedFromTopic: return Words::tr("%1 links to it").arg(titlesOf(reason.posts));
    case CandidateReason::Kind::NeighbourTags:
        return Words::tr("its tags are the topic’s neighbours: %1").arg(analysis::namesOf(reason.tags).join(u", "_s));
    case CandidateReason::Kind::MotifsInTitle: return Words::tr("its title has the topic’s words %1").arg(quoted(reason.words));
    }
    return {};
}

} // namespace

TopicAdvice adviceOn(const SitePath &file, const analysis::SiteKnowledge &knowledge)
{
    const auto &topics = knowledge.site->topics();
    const auto topic = std::ranges::find(topics, file, [](const model::TopicPtr &one) { return one->file; });
    if (topic == topics.cend())
        return {};
    const analysis::LinkIndex links(*knowledge.site, knowledge.published);
    return { .gaps = analysis::topicGaps(**topic, *knowledge.site, knowledge.published, links),
             .candidates = analysis::topicCandidates(**topic, knowledge, mostCandidates),
             .drift = analysis::tagDrift(analysis::topicPosts(**topic, knowledge.published), (*topic)->tags, knowledge.published),
             .path = (*topic)->automaticPath ? analysis::PathReport() : analysis::pathReport((*topic)->path, knowledge) };
}

QString describe(const TopicGap &gap)
{
    using Kind = TopicGap::Kind;
    switch (gap.kind) {
    case Kind::NoPosts: return Words::tr("No published post belongs to it");
    case Kind::NoDefinition: return Words::tr("No definition of its own");
    case Kind::NoClaims: return Words::tr("No key claims");
    case Kind::NoChecklist: return Words::tr("No checklist");
    case Kind::NoFailureModes: return Words::tr("No failure modes");
    case Kind::NoReferences: return Words::tr("No references");
    case Kind::NoPath: return Words::tr("No reading path of its own");
    case Kind::UnknownTag: return Words::tr("No post has the tag “%1”").arg(gap.name);
    case Kind::UnknownInclude: return Words::tr("There is no post “%1” to include").arg(gap.name);
    case Kind::UnknownExclude: return Words::tr("There is no post “%1” to leave out").arg(gap.name);
    case Kind::IncludedUnpublished: return Words::tr("The included post “%1” is not published").arg(gap.name);
    case Kind::ExcludedWithoutNeed: return Words::tr("“%1” need not be left out").arg(gap.name);
    case Kind::UnknownStep: return Words::tr("Its path names “%1”, which is not there").arg(gap.name);
    case Kind::UnpublishedStep: return Words::tr("Its path names “%1”, which is not published").arg(gap.name);
    case Kind::BrokenReference: return Words::tr("The reference to “%1” leads nowhere").arg(gap.name);
    case Kind::UnpublishedReference: return Words::tr("The reference to “%1” leads to no published post").arg(gap.name);
    }
    return {};
}

QString keyOf(const TopicGap &gap)
{
    using Kind = TopicGap::Kind;
    switch (gap.kind) {
    case Kind::NoPosts:
    case Kind::UnknownTag: return u"tags"_s;
    case Kind::NoDefinition: return u"definition"_s;
    case Kind::NoClaims: return u"claims"_s;
    case Kind::NoChecklist: return u"checklist"_s;
    case Kind::NoFailureModes: return u"failure_modes"_s;
    case Kind::NoReferences:
    case Kind::BrokenReference:
    case Kind::UnpublishedReference: return u"references"_s;
    case Kind::NoPath:
    case Kind::UnknownStep:
    case Kind::UnpublishedStep: return u"path"_s;
    case Kind::UnknownInclude:
    case Kind::IncludedUnpublished: return u"include"_s;
    case Kind::UnknownExclude:
    case Kind::ExcludedWithoutNeed: return u"exclude"_s;
    }
    return {};
}

QStringList describe(const QList<CandidateReason> &reasons)
{
    QStringList lines;
    std::ranges::transform(reasons, std::back_inserter(lines), describeOne);
    return lines;
}

} // namespace quillway::ui

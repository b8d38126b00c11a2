// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reason_text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QString listed(const QStringList &parts)
{
    return parts.join(u", "_s);
}

QStringList numbersOf(const QList<qsizetype> &steps)
{
    QStringList numbers;
    for (const qsizetype step : steps)
        numbers.append(QString::number(step + 1));
    return numbers;
}

void insertLists(QJsonObject &object, const QStringList &words, const QList<analysis::TagName> &tags, const QList<model::PostPtr> &posts)
{
    const auto insert = [&](const QString &key, const QStringList &list) {
        if (!list.isEmpty())
            object.insert(key, QJsonArray::fromStringList(list));
    };
    insert(u"words"_s, words);
    insert(u"tags"_s, analysis::namesOf(tags));
    insert(u"posts"_s, analysis::slugsOf(posts));
}

QString nameOf(analysis::CandidateReason::Kind kind)
{
    using Kind = analysis::CandidateReason::Kind;
    switch (kind) {
    case Kind::NamesTopic: return u"names-topic"_s;
    case Kind::SharedWords: return u"shared-words"_s;
    case Kind::LinksToTopic: return u"links-to-topic"_s;
    case Kind::LinkedFromTopic: return u"linked-from-topic"_s;
    case Kind::NeighbourTags: return u"neighbour-tags"_s;
    case Kind::MotifsInTitle: return u"motifs-in-title"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(analysis::StepReason::Kind kind)
{
    using Kind = analysis::StepReason::Kind;
    switch (kind) {
    case Kind::ReferredTo: return u"referred-to"_s;
    case Kind::BuildsOn: return u"builds-on"_s;
    case Kind::InCircle: return u"in-circle"_s;
    case Kind::Introduces: return u"introduces"_s;
    case Kind::GoesDeep: return u"goes-deep"_s;
    case Kind::OftenReferredTo: return u"often-referred-to"_s;
    case Kind::Typical: return u"typical"_s;
    case Kind::NewWords: return u"new-words"_s;
    case Kind::Short: return u"short"_s;
    case Kind::Long: return u"long"_s;
    case Kind::First: return u"first"_s;
    case Kind::Latest: return u"latest"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString describe(const analysis::CandidateReason &reason)
{
    using Kind = analysis::CandidateReason::Kind;
    switch (reason.kind) {
    case Kind::NamesTopic: return u"its title says %1"_s.arg(listed(reason.words));
    case Kind::SharedWords: return u"it shares the words %1"_s.arg(listed(reason.words));
    case Kind::LinksToTopic: return u"it links to %1"_s.arg(listed(analysis::slugsOf(reason.posts)));
    case Kind::LinkedFromTopic: return u"it is linked from %1"_s.arg(listed(analysis::slugsOf(reason.posts)));
    case Kind::NeighbourTags: return u"most posts with %1 are in the topic"_s.arg(listed(analysis::namesOf(reason.tags)));
    case Kind::MotifsInTitle: return u"its title has the motif %1"_s.arg(listed(reason.words));
    }
    Q_UNREACHABLE_RETURN({});
}

QString describe(const analysis::StepReason &reason)
{
    using Kind = analysis::StepReason::Kind;
    switch (reason.kind) {
    case Kind::ReferredTo: return u"%1 refer to it"_s.arg(listed(analysis::slugsOf(reason.posts)));
    case Kind::BuildsOn: return u"it builds on %1"_s.arg(listed(analysis::slugsOf(reason.posts)));
    case Kind::InCircle: return u"it and %1 refer to each other, so the older comes first"_s.arg(listed(analysis::slugsOf(reason.posts)));
    case Kind::Introduces: return u"an introduction, as its title says"_s;
    case Kind::GoesDeep: return u"goes deep, as its title says"_s;
    case Kind::OftenReferredTo: return u"%1 posts refer to it"_s.arg(reason.count);
    case Kind::Typical: return reason.words.isEmpty() ? u"one of them"_s : u"typical, for it speaks of %1"_s.arg(listed(reason.words));
    case Kind::NewWords: return u"new are %1"_s.arg(listed(reason.words));
    case Kind::Short: return u"short"_s;
    case Kind::Long: return u"long"_s;
    case Kind::First: return u"the first of them"_s;
    case Kind::Latest: return u"the latest"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString describe(const analysis::PathProblem &problem)
{
    using Kind = analysis::PathProblem::Kind;
    const QString others = listed(numbersOf(problem.others));
    switch (problem.kind) {
    case Kind::UnknownPost: return u"there is no post %1"_s.arg(problem.name);
    case Kind::Draft: return u"%1 is a draft"_s.arg(problem.name);
    case Kind::Scheduled: return u"%1 is not published yet"_s.arg(problem.name);
    case Kind::Repeated: return u"%1 is step %2 already"_s.arg(problem.name, others);
    case Kind::Circle: return u"%1 and the posts of step %2 refer to each other"_s.arg(problem.name, others);
    case Kind::RefersToLater: return u"%1 refers to what comes later, in step %2"_s.arg(problem.name, others);
    case Kind::Empty: return u"the path has no step that readers see"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(analysis::TopicGap::Kind kind)
{
    using Kind = analysis::TopicGap::Kind;
    switch (kind) {
    case Kind::NoPosts: return u"no-posts"_s;
    case Kind::NoDefinition: return u"no-definition"_s;
    case Kind::NoClaims: return u"no-claims"_s;
    case Kind::NoChecklist: return u"no-checklist"_s;
    case Kind::NoFailureModes: return u"no-failure-modes"_s;
    case Kind::NoReferences: return u"no-references"_s;
    case Kind::NoPath: return u"no-path"_s;
    case Kind::UnknownTag: return u"unknown-tag"_s;
    case Kind::UnknownInclude: return u"unknown-include"_s;
    case Kind::UnknownExclude: return u"unknown-exclude"_s;
    case Kind::IncludedUnpublished: return u"included-unpublished"_s;
    case Kind::ExcludedWithoutNeed: return u"excluded-without-need"_s;
    case Kind::UnknownStep: return u"unknown-step"_s;
    case Kind::UnpublishedStep: return u"unpublished-step"_s;
    case Kind::BrokenReference: return u"broken-reference"_s;
    case Kind::UnpublishedReference: return u"unpublished-reference"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(analysis::TagDouble::Reason reason)
{
    using Reason = analysis::TagDouble::Reason;
    switch (reason) {
    case Reason::Alias: return u"alias"_s;
    case Reason::Spelling: return u"spelling"_s;
    case Reason::Plural: return u"plural"_s;
    case Reason::Typo: return u"typo"_s;
    case Reason::SamePosts: return u"same-posts"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(analysis::PathStage stage)
{
    switch (stage) {
    case analysis::PathStage::Begin: return u"Begin here"_s;
    case analysis::PathStage::BuildOn: return u"Build on it"_s;
    case analysis::PathStage::GoDeep: return u"Go deep"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(analysis::PathProblem::Kind kind)
{
    using Kind = analysis::PathProblem::Kind;
    switch (kind) {
    case Kind::UnknownPost: return u"unknown-post"_s;
    case Kind::Draft: return u"draft"_s;
    case Kind::Scheduled: return u"scheduled"_s;
    case Kind::Repeated: return u"repeated"_s;
    case Kind::Circle: return u"circle"_s;
    case Kind::RefersToLater: return u"refers-to-later"_s;
    case Kind::Empty: return u"empty"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject toJson(const analysis::CandidateReason &reason)
{
    QJsonObject object { { u"kind"_s, nameOf(reason.kind) }, { u"weight"_s, reason.weight } };
    insertLists(object, reason.words, reason.tags, reason.posts);
    return object;
}

QJsonObject toJson(const analysis::StepReason &reason)
{
    QJsonObject object { { u"kind"_s, nameOf(reason.kind) } };
    insertLists(object, reason.words, {}, reason.posts);
    if (reason.count > 0)
        object.insert(u"count"_s, reason.count);
    return object;
}

} // namespace quillway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/path_planner.h"

#include "core/analysis/topic_profile.h"
#include "ui/places/form_parts.h"
#include "ui/properties/head_fields.h"
#include "ui/properties/tag_field.h"
#include "ui/style/list_rows.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using analysis::PathPlan;
using analysis::PathStage;
using analysis::StepReason;
using text::Value;

namespace {

QString titlesOf(const QList<model::PostPtr> &posts)
{
    constexpr qsizetype most = 2;
    QStringList titles;
    for (const model::PostPtr &post : posts.first(std::min(most, posts.size())))
        titles.append(PathPlanner::tr("“%1”").arg(post->title));
    const QString list = titles.join(u", "_s);
    return posts.size() > most ? PathPlanner::tr("%1 and others").arg(list) : list;
}

QString quoted(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(PathPlanner::tr("“%1”").arg(word));
    return quoted.join(u", "_s);
}

/// The posts of topics of these titles, and those with one of the other words as a tag.
QList<model::PostPtr> postsOf(const QStringList &subjects, const analysis::SiteKnowledge &knowledge)
{
    QStringList tags;
    QList<model::PostPtr> posts;
    for (const QString &subject : subjects) {
        const auto &topics = knowledge.site->topics();
        const auto topic = std::ranges::find_if(topics, [&](const model::TopicPtr &one) {
            return one->title.compare(subject, Qt::CaseInsensitive) == 0 || one->slug == subject;
        });
        if (topic == topics.cend())
            tags.append(subject);
        else
            posts += analysis::topicPosts(**topic, knowledge.published);
    }
    posts += analysis::postsWithTags(tags, knowledge.published);
    QSet<SitePath> seen;
    posts.removeIf([&seen](const model::PostPtr &post) {
        const bool isDouble = seen.contains(post->file);
        seen.insert(post->file);
        return isDouble;
    });
    return posts;
}

QList<model::PostPtr> postsOf(const SitePath &topicFile, const analysis::SiteKnowledge &knowledge)
{
    const auto &topics = knowledge.site->topics();
    const auto topic = std::ranges::find(topics, topicFile, [](const model::TopicPtr &one) { return one->file; });
    return topic == topics.cend() ? QList<model::PostPtr>() : analysis::topicPosts(**topic, knowledge.published);
}

} // namespace

QString nameOf(PathStage stage)
{
    switch (stage) {
    case PathStage::Begin: return PathPlanner::tr("Begin here");
    case PathStage::BuildOn: return PathPlanner::tr("Build on it");
    case PathStage::GoDeep: return PathPlanner::tr("Go deep");
    }
    return {};
}

QString describe(const StepReason &reason)
{
    using Kind = StepReason::Kind;
    switch (reason.kind) {
    case Kind::ReferredTo: return PathPlanner::tr("%1 refers to it").arg(titlesOf(reason.posts));
    case Kind::BuildsOn: return PathPlanner::tr("it builds on %1").arg(titlesOf(reason.posts));
    case Kind::InCircle: return PathPlanner::tr("it and %1 refer to each other; the older comes first").arg(titlesOf(reason.posts));
    case Kind::Introduces: return PathPlanner::tr("its title says that it introduces (%1)").arg(quoted(reason.words));
    case Kind::GoesDeep: return PathPlanner::tr("its title says that it goes deep (%1)").arg(quoted(reason.words));
    case Kind::OftenReferredTo:
        return reason.count == 1 ? PathPlanner::tr("one other post refers to it")
                                 : PathPlanner::tr("%Ln others refer to it", nullptr, reason.count);
    case Kind::Typical: return PathPlanner::tr("it says much of what they have in common: %1").arg(quoted(reason.words));
    case Kind::NewWords: return PathPlanner::tr("new in it: %1").arg(quoted(reason.words));
    case Kind::Short: return PathPlanner::tr("it is short");
    case Kind::Long: return PathPlanner::tr("it is long");
    case Kind::First: return PathPlanner::tr("it is the oldest of them");
    case Kind::Latest: return PathPlanner::tr("it is the newest of them");
    }
    return {};
}

PathPlanner::PathPlanner(SharedKnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_knowledge(std::move(knowledge))
    , m_subjectRow(new QWidget)
    , m_subject(new TagField)
    , m_minutes(new QSpinBox)
    , m_state(new QLabel)
    , m_steps(new QVBoxLayout)
    , m_take(new QPushButton(tr("Use these steps")))
{
    setProperty("role", u"suggestion"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Suggested steps"));
    m_subject->setPlaceholderText(tr("a topic, or tags"));
    m_subject->setAccessibleName(tr("Topic or tags"));
    auto *subjectLayout = new QHBoxLayout(m_subjectRow);
    subjectLayout->setContentsMargins(0, 0, 0, 0);
    subjectLayout->addWidget(fieldLabel(tr("Through"), m_subject));
    subjectLayout->addWidget(m_subject, 1);
    auto *levels = new QButtonGroup(this);
    auto *wishes = new QHBoxLayout;
    wishes->setSpacing(12);
    for (const QString &name : { tr("Starting"), tr("Working"), tr("Expert") }) {
        auto *button = new QRadioButton(name);
        button->setAccessibleName(tr("Reader: %1").arg(name));
        button->setChecked(m_levels.size() == 1);
        levels->addButton(button);
        wishes->addWidget(button);
        m_levels.append(button);
        connect(button, &QRadioButton::clicked, this, &PathPlanner::ask);
    }
    wishes->addStretch(1);
    m_minutes->setRange(0, 1000);
    m_minutes->setSingleStep(10);
    m_minutes->setSpecialValueText(tr("any time"));
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes to read at most"));
    wishes->addWidget(m_minutes);
    m_state->setProperty("role", u"quiet"_s);
    m_state->setWordWrap(true);
    m_take->setProperty("role", u"primary"_s);
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(close);
    buttons->addStretch(1);
    m_steps->setSpacing(6);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 10, 14, 12);
    rows->setSpacing(8);
    rows->addWidget(m_subjectRow);
    rows->addLayout(wishes);
    rows->addWidget(m_state);
    rows->addLayout(m_steps);
    rows->addLayout(buttons);
    connect(m_subject, &QLineEdit::textEdited, this, &PathPlanner::ask);
    connect(m_minutes, &QSpinBox::valueChanged, this, &PathPlanner::ask);
    connect(m_take, &QPushButton::clicked, this, &PathPlanner::take);
    connect(close, &QPushButton::clicked, this, &PathPlanner::closed);
    showPlan(PathPlan());
}

void PathPlanner::setSite(const model::SitePtr &site)
{
    const bool isOther = !m_site || !site || !model::differInBodiesOnly(*m_site, *site);
    m_site = site;
    if (site && isOther) {
        QStringList known;
        for (const model::TopicPtr &topic : site->topics())
            known.append(topic->title);
        for (const model::Tag &tag : model::tagsOf(*site, site->posts()))
            known.append(tag.name);
        m_subject->setKnownTags(known);
    }
    ask();
}

void PathPlanner::setTopic(const std::optional<SitePath> &topic)
{
    m_topic = topic;
    m_subjectRow->setVisible(!topic);
    ask();
}

void PathPlanner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void PathPlanner::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    Q_EMIT closed();
}

/// While it is hidden it costs nothing.
void PathPlanner::ask()
{
    if (!m_site || !isVisible())
        return;
    analysis::PathWish wish { .minutes = m_minutes->value() };
    for (int level = 0; level < m_levels.size(); ++level) {
        if (m_levels.at(level)->isChecked())
            wish.level = static_cast<analysis::ReaderLevel>(level);
    }
    const QStringList subjects = splitTags(m_subject->text());
    m_job.run(
        [knowledge = m_knowledge, site = m_site, topic = m_topic, subjects, wish] {
            const auto known = knowledge->of(site, QDateTime::currentDateTimeUtc());
            return known ? analysis::pathPlan(topic ? postsOf(*topic, *known) : postsOf(subjects, *known), wish, *known) : PathPlan();
        },
        [this](const PathPlan &plan) { showPlan(plan); });
}

void PathPlanner::showPlan(const PathPlan &plan)
{
    m_plan = plan;
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const analysis::PlannedStep &step : plan.steps) {
        QStringList reasons;
        for (const StepReason &reason : step.reasons)
            reasons.append(describe(reason));
        auto *card = new QWidget;
        auto *title = new QLabel(tr("%1: %2").arg(nameOf(step.stage), step.post->title));
        title->setTextFormat(Qt::PlainText);
        title->setWordWrap(true);
        auto *why = new QLabel(tr("%L1 min · %2").arg(step.minutes).arg(reasons.join(u"; "_s)));
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setFont(smallFont(font()));
        why->setProperty("role", u"quiet"_s);
        auto *rows = new QVBoxLayout(card);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(1);
        rows->addWidget(title);
        rows->addWidget(why);
        m_steps->addWidget(card);
    }
    const bool asked = m_topic || !splitTags(m_subject->text()).isEmpty();
    const QString posts = plan.steps.size() == 1 ? tr("1 post") : tr("%Ln posts", nullptr, static_cast<int>(plan.steps.size()));
    QString state = plan.steps.isEmpty() ? (asked ? tr("No published post fits.") : tr("Say what the path is to lead through."))
                                         : tr("%1 · %L2 min to read").arg(posts).arg(plan.minutes);
    if (!plan.leftOut.isEmpty() && !plan.steps.isEmpty())
        state += u'\n' + tr("Left out: %1").arg([&] {
            QStringList titles;
            for (const analysis::LeftOutPost &left : plan.leftOut.first(std::min<qsizetype>(3, plan.leftOut.size())))
                titles.append(left.why == analysis::LeftOutPost::Why::NearDouble && left.of
                                  ? tr("%1 (much like %2)").arg(left.post->title, left.of->title)
                                  : tr("%1 (too long)").arg(left.post->title));
            return titles.join(u", "_s);
        }());
    m_state->setText(state);
    m_take->setEnabled(!plan.steps.isEmpty());
}

void PathPlanner::take()
{
    QList<Value> steps;
    for (const analysis::PlannedStep &step : m_plan.steps)
        steps.append(
            Value::map({ { u"post"_s, {}, Value::string(step.post->slug) }, { u"stage"_s, {}, Value::string(nameOf(step.stage)) } }));
    Q_EMIT taken(steps);
    Q_EMIT closed();
}

} // namespace quillway::ui

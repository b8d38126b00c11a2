// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/step_list.h"

#include "ui/paths/path_words.h"
#include "ui/paths/step_row.h"
#include "ui/places/head_values.h"
#include "ui/places/post_field.h"
#include "ui/places/row_list.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_total(new QLabel)
    , m_problem(new QLabel)
    , m_cards(new RowList(tr("Step"), {},
                          [this] {
                              auto *row = new StepRow;
                              connect(row, &StepRow::postWanted, this, &StepList::postWanted);
                              return row;
                          }))
    , m_field(new PostField)
{
    m_total->setProperty("role", u"quiet"_s);
    m_total->setContentsMargins(18, 0, 0, 2);
    m_total->setWordWrap(true);
    m_problem->setProperty("role", u"warning"_s);
    m_problem->setContentsMargins(18, 0, 0, 2);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *plan = new QPushButton(tr("Suggest steps…"));
    plan->setToolTip(tr("An order of posts to read, and why"));
    connect(plan, &QPushButton::clicked, this, &StepList::planWanted);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 26, 0);
    head->addWidget(m_total, 1);
    head->addWidget(plan);
    m_cards->setAddButtonShown(false);
    m_field->setPlaceholderText(tr("Add a post: type some of its title"));
    m_field->setAccessibleName(tr("Add a post"));
    auto *fieldRow = new QHBoxLayout;
    fieldRow->setContentsMargins(16, 4, 26, 0);
    fieldRow->addWidget(m_field);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(head);
    rows->addWidget(m_problem);
    rows->addWidget(m_cards);
    rows->addLayout(fieldRow);
    connect(m_cards, &RowList::typed, this, &StepList::typed);
    connect(m_cards, &RowList::changed, this, [this] {
        showPosts();
        Q_EMIT changed();
    });
    connect(m_field, &PostField::chosen, this, &StepList::addPost);
}

StepRow *StepList::card(int row) const
{
    return static_cast<StepRow *>(m_cards->content(row));
}

void StepList::setValues(const QList<Value> &steps)
{
    m_cards->setValues(steps);
    showPosts();
}

QList<Value> StepList::values() const
{
    return m_cards->values();
}

void StepList::setSite(const model::SitePtr &site)
{
    m_site = site;
    m_field->setSite(site);
    showPosts();
}

void StepList::setReadOnly(bool readOnly)
{
    m_cards->setReadOnly(readOnly);
    m_field->setEnabled(!readOnly);
}

void StepList::showPosts()
{
    if (!m_site)
        return;
    int minutes = 0;
    int needed = 0;
    for (int row = 0; row < m_cards->count(); ++row) {
        StepRow *step = card(row);
        const model::PostPtr post = m_site->postBySlug(step->slug());
        step->setPost(post, m_site->settings());
        step->setNumber(row + 1);
        const int its = post ? model::readingMinutes(*post, m_site->settings()) : 0;
        minutes += its;
        needed += step->isOptional() ? 0 : its;
    }
    const int count = m_cards->count();
    const QString posts = count == 1 ? tr("1 post") : tr("%Ln posts", nullptr, count);
    QString total = tr("%1 · %L2 min to read").arg(posts).arg(minutes);
    if (needed < minutes)
        total = tr("%1, %L2 without the optional ones").arg(total).arg(needed);
    m_total->setText(count == 0 ? tr("No steps yet. Type the title of the post that comes first.") : total);
}

QString StepList::total() const
{
    return m_total->text();
}

/// A new step belongs to the stage of the one before it.
void StepList::addPost(const QString &slug)
{
    Value step = Value::map({ { u"post"_s, {}, Value::string(slug) } });
    const QList<Value> before = values();
    if (!before.isEmpty() && before.constLast().kind == Value::Kind::Map) {
        if (const QString stage = textOf(before.constLast(), u"stage"_s); !stage.isEmpty())
            step = withMember(step, u"post"_s, u"stage"_s, Value::string(stage));
    }
    m_cards->insert(m_cards->count(), step);
    m_field->setFocus();
}

QList<model::Step> StepList::steps() const
{
    QList<model::Step> steps;
    for (int row = 0; row < m_cards->count(); ++row) {
        model::Step step;
        step.post = card(row)->slug();
        step.optional = card(row)->isOptional();
        steps.append(step);
    }
    return steps;
}

void StepList::setReport(const analysis::PathReport &report)
{
    QHash<int, QStringList> problems;
    QStringList ofAll;
    for (const analysis::PathProblem &problem : report.problems) {
        if (problem.step < 0)
            ofAll.append(describe(problem));
        else
            problems[static_cast<int>(problem.step)].append(describe(problem));
    }
    for (int row = 0; row < m_cards->count(); ++row)
        card(row)->setProblems(problems.value(row));
    m_problem->setText(u"⚠ "_s + ofAll.join(u"\n⚠ "_s));
    m_problem->setVisible(!ofAll.isEmpty() && m_cards->count() > 0);
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/path_page.h"

#include "ui/paths/path_planner.h"
#include "ui/paths/step_list.h"
#include "ui/places/file_undo.h"
#include "ui/places/form_parts.h"
#include "ui/places/head_values.h"
#include "ui/properties/growing_text.h"
#include "ui/properties/tag_field.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

PathPage::PathPage(SharedKnowledgePtr knowledge, QWidget *parent)
    : PlacePage(parent)
    , m_knowledge(knowledge)
    , m_title(titleField(tr("Title")))
    , m_summary(new GrowingText)
    , m_steps(new StepList)
    , m_planner(new PathPlanner(std::move(knowledge)))
{
    setAccessibleName(tr("Reading path"));
    m_summary->setAccessibleName(tr("Summary"));
    m_summary->setPlaceholderText(tr("What one has read at its end"));
    leaveUndoToFile(*m_summary);
    auto *content = new QWidget;
    content->setProperty("role", u"ground"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(28, 0, 20, 24);
    column->setSpacing(2);
    column->addWidget(m_title);
    auto *summaryRow = new QHBoxLayout;
    summaryRow->setContentsMargins(0, 4, 0, 0);
    summaryRow->setSpacing(8);
    summaryRow->addWidget(fieldLabel(tr("Summary"), m_summary), 0, Qt::AlignTop);
    summaryRow->addWidget(m_summary, 1, Qt::AlignTop);
    column->addLayout(summaryRow);
    addHeading(*column, tr("Steps"));
    m_planner->hide();
    column->addWidget(m_planner);
    column->addWidget(m_steps);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    rows().addWidget(scroll, 1);

    connect(m_title, &QLineEdit::textEdited, this,
            [this] { edits().type(u"title"_s, editOf(m_root, u"title"_s, m_title->text().trimmed())); });
    connect(m_title, &QLineEdit::editingFinished, &edits(), &HeadEdits::flush);
    connect(m_summary, &GrowingText::textEdited, this,
            [this] { edits().type(u"summary"_s, editOf(m_root, u"summary"_s, m_summary->text().trimmed())); });
    connect(m_summary, &GrowingText::editingFinished, &edits(), &HeadEdits::flush);
    connect(m_steps, &StepList::typed, this,
            [this](const QString &field) { edits().type(u"steps/"_s + field, editOf(m_root, u"steps"_s, m_steps->values())); });
    connect(m_steps, &StepList::changed, this, [this] { edits().apply({ editOf(m_root, u"steps"_s, m_steps->values()) }); });
    connect(m_steps, &StepList::planWanted, this, [this] {
        m_planner->setVisible(m_planner->isHidden());
        if (m_planner->isVisible())
            m_planner->subject().setFocus();
    });
    connect(m_planner, &PathPlanner::closed, m_planner, &QWidget::hide);
    connect(m_planner, &PathPlanner::taken, this,
            [this](const QList<Value> &steps) { edits().apply({ editOf(m_root, u"steps"_s, steps) }); });
    connect(m_steps, &StepList::postWanted, this, &PlacePage::fileWanted);
}

/// Fields end their editing as they go.
PathPage::~PathPage()
{
    for (QObject *part : findChildren<QObject *>()) {
        part->disconnect(this);
        part->disconnect(&edits());
    }
}

void PathPage::setSite(const model::SitePtr &site)
{
    PlacePage::setSite(site);
    if (!file())
        return;
    m_steps->setSite(site);
    m_planner->setSite(site);
    askForProblems();
}

/// Of the steps as they stand on the cards, each snapshot and each change anew.
void PathPage::askForProblems()
{
    if (!site() || !file())
        return;
    m_job.run(
        [knowledge = m_knowledge, site = site(), steps = m_steps->steps()] {
            const auto known = knowledge->of(site, QDateTime::currentDateTimeUtc());
            return known ? analysis::pathReport(steps, *known) : analysis::PathReport();
        },
        [this](const analysis::PathReport &report) { m_steps->setReport(report); });
}

void PathPage::documentChanged()
{
    m_job.cancel();
    m_planner->hide();
    if (!file())
        return;
    m_steps->setSite(site());
    m_planner->setSite(site());
}

void PathPage::showHead(const Value &root, bool readOnly)
{
    m_root = root;
    showLine(*m_title, textOf(root, u"title"_s));
    const QString summary = textOf(root, u"summary"_s).simplified();
    if (m_summary->text().simplified() != summary)
        m_summary->setText(summary);
    m_steps->setValues(itemsOf(root, u"steps"_s));
    m_title->setReadOnly(readOnly);
    m_summary->setReadOnly(readOnly);
    m_steps->setReadOnly(readOnly);
    askForProblems();
}

void PathPage::focusFirst()
{
    m_title->setFocus();
    m_title->selectAll();
}

} // namespace quillway::ui

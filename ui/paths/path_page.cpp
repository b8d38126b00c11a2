// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/path_page.h"

#include "ui/paths/step_list.h"
#include "ui/places/file_undo.h"
#include "ui/places/form_parts.h"
#include "ui/places/head_values.h"
#include "ui/properties/growing_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

PathPage::PathPage(QWidget *parent)
    : PlacePage(parent)
    , m_title(titleField(tr("Title")))
    , m_summary(new GrowingText)
    , m_steps(new StepList)
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
    if (file())
        m_steps->setSite(site);
}

void PathPage::documentChanged()
{
    if (file())
        m_steps->setSite(site());
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
}

void PathPage::focusFirst()
{
    m_title->setFocus();
    m_title->selectAll();
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/replace_panel.h"

#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/finder/change_delegate.h"
#include "ui/finder/change_model.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/site_view.h"
#include "ui/style/icons.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace search;
using workspace::Workspace;

namespace {

QLineEdit *field(const QString &placeholder, const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(name);
    return edit;
}

QString texts(qsizetype count)
{
    return count == 1 ? ReplacePanel::tr("1 text") : ReplacePanel::tr("%Ln texts", nullptr, static_cast<int>(count));
}

} // namespace

ReplacePanel::ReplacePanel(SiteView &view, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_workspace(workspace)
    , m_model(new ChangeModel(this))
    , m_tree(new QTreeView)
    , m_find(field(tr("Find in all texts"), tr("Text to find in all texts")))
    , m_replacement(field(tr("Replace with"), tr("Replacement in all texts")))
    , m_where(field(tr("Only in: words, tag:go, is:draft"), tr("Only in posts that match")))
    , m_expression(toggle(tr(".*"), tr("Regular expression; $1 is what its first group found")))
    , m_matchCase(toggle(tr("Aa"), tr("Match case")))
    , m_wholeWords(toggle(tr("W"), tr("Whole words")))
    , m_replace(new QPushButton(tr("Replace")))
    , m_status(new QLabel)
{
    setProperty("role", u"strip"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_replace->setProperty("role", u"primary"_s);
    m_status->setProperty("role", u"quiet"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ChangeDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Changes"));
    m_tree->setMinimumHeight(120);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(u"window-close"_s));
    close->setIconSize({ 16, 16 });
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close replacing in all texts"));

    auto *toggles = new QHBoxLayout;
    toggles->setSpacing(2);
    for (QToolButton *button : { m_matchCase, m_wholeWords, m_expression })
        toggles->addWidget(button);
    auto *fields = new QGridLayout;
    fields->setContentsMargins(12, 0, 8, 0);
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(6);
    fields->addWidget(m_find, 0, 0);
    fields->addLayout(toggles, 0, 1);
    fields->addWidget(m_where, 0, 2);
    fields->addWidget(close, 0, 3);
    fields->addWidget(m_replacement, 1, 0);
    fields->addWidget(m_replace, 1, 1);
    fields->addWidget(m_status, 1, 2);
    fields->setColumnStretch(0, 3);
    fields->setColumnStretch(2, 2);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 8, 0, 0);
    rows->setSpacing(6);
    rows->addLayout(fields);
    rows->addWidget(m_tree, 1);

    setTabOrder(m_find, m_replacement);
    setTabOrder(m_replacement, m_where);
    setTabOrder(m_where, m_replace);
    setTabOrder(m_replace, m_tree);
    m_worker.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120); // milliseconds
    connect(&m_pause, &QTimer::timeout, this, &ReplacePanel::look);
    for (QLineEdit *edit : { m_find, m_replacement, m_where })
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_replace->setEnabled(false); // what is shown is not what is typed
            m_pause.start();
        });
    connect(&workspace, &Workspace::siteChanged, this, [this] {
        if (isVisible())
            m_pause.start();
    });
    connect(m_replace, &QPushButton::clicked, this, &ReplacePanel::replace);
    connect(close, &QToolButton::clicked, this, &ReplacePanel::close);
    connect(m_tree, &QTreeView::activated, this, &ReplacePanel::choose);
    connect(m_model, &ChangeModel::checkedChanged, this, &ReplacePanel::showCount);
    showCount();
    hide();
}

ReplacePanel::~ReplacePanel()
{
    m_stop.request_stop();
    m_worker.waitForDone();
}

QToolButton *ReplacePanel::toggle(const QString &text, const QString &name)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    connect(button, &QToolButton::toggled, this, &ReplacePanel::look);
    return button;
}

void ReplacePanel::open()
{
    const QString selected = m_view.pane().editor().textCursor().selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_find->setText(selected);
    m_find->selectAll();
    m_find->setFocus(Qt::ShortcutFocusReason);
    look();
}

void ReplacePanel::close()
{
    m_stop.request_stop();
    ++m_request;
    hide();
    m_view.pane().editor().setFocus();
}

void ReplacePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

void ReplacePanel::look()
{
    m_pause.stop();
    m_stop.request_stop();
    m_stop = {};
    ++m_request;
    const auto site = m_workspace.site();
    if (!site || m_find->text().isEmpty())
        return showPlan(ReplacementPlan {});
    const ReplaceRequest request { .find = m_find->text(),
                                   .replacement = m_replacement->text(),
                                   .regularExpression = m_expression->isChecked(),
                                   .matchCase = m_matchCase->isChecked(),
                                   .wholeWords = m_wholeWords->isChecked(),
                                   .where = parsePostFilter(m_where->text()) };
    const QList<SitePath> files = m_workspace.modifiedFiles();
    const QSet<SitePath> modified(files.begin(), files.end());
    m_replace->setEnabled(false);
    m_worker.start([this, site, request, modified, number = m_request, stop = m_stop.get_token()] {
        if (stop.stop_requested())
            return;
        const auto plan = planReplacements(*site, request, QDateTime::currentDateTimeUtc(), modified, stop);
        QMetaObject::invokeMethod(
            this,
            [this, plan, number] {
                if (number == m_request)
                    showPlan(plan);
            },
            Qt::QueuedConnection);
    });
}

void ReplacePanel::showPlan(const Result<ReplacementPlan> &plan)
{
    constexpr qsizetype mostExpanded = 500; // changes: more are a list of files to look into
    m_more = plan && plan->more;
    m_model->setPlan(plan.value_or(ReplacementPlan {}));
    m_find->setProperty("invalid", !plan);
    m_find->style()->unpolish(m_find);
    m_find->style()->polish(m_find);
    if (plan && plan->count <= mostExpanded)
        m_tree->expandAll();
    if (!plan)
        m_status->setText(tr("Column %1: %2").arg(plan.error().position.column).arg(plan.error().detail));
}

void ReplacePanel::showCount()
{
    const qsizetype count = m_model->checkedCount();
    m_replace->setEnabled(count > 0);
    m_replace->setText(count > 0 ? tr("Replace %Ln", "places", static_cast<int>(count)) : tr("Replace"));
    const int files = m_model->rowCount();
    const QString where = tr("in %1").arg(texts(files));
    m_status->setText(files > 0                      ? (m_more ? tr("the first changes, %1").arg(where) : where)
                          : m_find->text().isEmpty() ? QString()
                                                     : tr("nothing to replace"));
}

void ReplacePanel::replace()
{
    m_view.pane().flush();
    changes::SiteChange change;
    qsizetype left = 0;
    for (const FileReplacements &file : m_model->checked()) {
        if (m_workspace.text(file.file) == file.source)
            change.edits.append({ file.file, file.source, withReplacements(file.source, file.changes) });
        else
            ++left; // something was typed in between: the changes are not those that were shown
    }
    const QString leftAlone = left == 0 ? QString() : tr("Changed meanwhile and left alone: %1.").arg(texts(left));
    if (change.isEmpty())
        return m_view.notices().tell(NoticeBar::Weight::Good, leftAlone);
    const QString title = tr("Replace “%1” with “%2”").arg(m_find->text(), m_replacement->text());
    m_replace->setEnabled(false);
    m_workspace.applyChange(change, left == 0 ? title : tr("%1 (%2)").arg(title, leftAlone));
}

void ReplacePanel::choose(const QModelIndex &index)
{
    const int line = m_model->line(index);
    m_view.openFile(m_model->file(index), { line, line > 0 ? 1 : 0 });
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/find_bar.h"

#include "ui/editor/text_editor.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int mostMarked = 1000; ///< hits; more tell nobody anything and cost time at each key

} // namespace

FindBar::FindBar(TextEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_wanted(new QLineEdit)
    , m_replacement(new QLineEdit)
    , m_replaceRow(new QWidget)
    , m_count(new QLabel)
    , m_matchCase(new QToolButton)
    , m_wholeWords(new QToolButton)
{
    setProperty("role", u"strip"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_wanted->setPlaceholderText(tr("Find"));
    m_wanted->setAccessibleName(tr("Text to find"));
    m_wanted->setClearButtonEnabled(true);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replacement"));
    m_count->setProperty("role", u"quiet"_s);
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000 / 0000"_s));
    m_matchCase->setText(tr("Aa"));
    m_matchCase->setToolTip(tr("Match case"));
    m_wholeWords->setText(tr("W"));
    m_wholeWords->setToolTip(tr("Whole words"));
    for (QToolButton *toggle : { m_matchCase, m_wholeWords }) {
        toggle->setCheckable(true);
        toggle->setAccessibleName(toggle->toolTip());
        connect(toggle, &QToolButton::toggled, this, &FindBar::markHits);
    }

    auto *findRow = new QHBoxLayout;
    findRow->setSpacing(4);
    for (QWidget *widget : std::initializer_list<QWidget *> {
             m_wanted, m_count, m_matchCase, m_wholeWords, button(u"go-up"_s, tr("Previous hit"), &FindBar::findPrevious),
             button(u"go-down"_s, tr("Next hit"), &FindBar::findNext), button(u"window-close"_s, tr("Close"), &FindBar::close) })
        findRow->addWidget(widget, widget == m_wanted ? 1 : 0);
    auto *one = new QPushButton(tr("Replace"));
    auto *all = new QPushButton(tr("Replace all"));
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    auto *replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->setSpacing(6);
    replaceRow->addWidget(m_replacement, 1);
    replaceRow->addWidget(one);
    replaceRow->addWidget(all);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 7, 8, 7);
    rows->setSpacing(5);
    rows->addLayout(findRow);
    rows->addWidget(m_replaceRow);

    connect(m_wanted, &QLineEdit::textChanged, this, [this] {
        const QTextCursor hit = hitFrom(m_start, {});
        if (!hit.isNull())
            m_editor.setTextCursor(hit);
        markHits();
    });
    connect(&editor, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible())
            markHits();
    });
    hide();
}

QToolButton *FindBar::button(const QString &icon, const QString &name, void (FindBar::*slot)())
{
    auto *made = new QToolButton;
    made->setIcon(themeIcon(icon));
    made->setToolTip(name);
    made->setAccessibleName(name);
    connect(made, &QToolButton::clicked, this, slot);
    return made;
}

void FindBar::open(bool withReplace)
{
    const QTextCursor cursor = m_editor.textCursor();
    m_start = cursor.selectionStart();
    const QString selected = cursor.selectedText();
    m_replaceRow->setVisible(withReplace && !m_editor.isReadOnly());
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_wanted->setText(selected);
    m_wanted->selectAll();
    m_wanted->setFocus(Qt::ShortcutFocusReason);
    markHits();
}

void FindBar::openForFind()
{
    open(false);
}

void FindBar::openForReplace()
{
    open(true);
}

void FindBar::close()
{
    hide();
    m_editor.setExtraSelections({});
    m_editor.setFocus();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    if (m_replacement->hasFocus())
        return replaceOne();
    if (event->modifiers() & Qt::ShiftModifier)
        return findPrevious();
    findNext();
}

QTextDocument::FindFlags FindBar::flags() const
{
    QTextDocument::FindFlags flags;
    flags.setFlag(QTextDocument::FindCaseSensitively, m_matchCase->isChecked());
    flags.setFlag(QTextDocument::FindWholeWords, m_wholeWords->isChecked());
    return flags;
}

/// The next hit from there, going round at the ends; null if there is none outside a hidden head.
QTextCursor FindBar::hitFrom(int position, QTextDocument::FindFlags direction) const
{
    if (m_wanted->text().isEmpty())
        return {};
    const QTextDocument *document = m_editor.document();
    const int first = m_editor.firstPosition();
    QTextCursor hit = document->find(m_wanted->text(), std::max(first, position), flags() | direction);
    if (hit.isNull() || hit.selectionStart() < first)
        hit = document->find(m_wanted->text(), direction & QTextDocument::FindBackward ? document->characterCount() - 1 : first,
                             flags() | direction);
    return !hit.isNull() && hit.selectionStart() >= first ? hit : QTextCursor();
}

void FindBar::go(QTextDocument::FindFlags direction)
{
    const QTextCursor cursor = m_editor.textCursor();
    const QTextCursor hit = hitFrom(direction & QTextDocument::FindBackward ? cursor.selectionStart() : cursor.selectionEnd(), direction);
    if (hit.isNull())
        return;
    m_editor.setTextCursor(hit);
    m_editor.ensureCursorVisible();
    m_start = hit.selectionStart();
    markHits();
}

void FindBar::findNext()
{
    go({});
}

void FindBar::findPrevious()
{
    go(QTextDocument::FindBackward);
}

bool FindBar::isHit(const QTextCursor &cursor) const
{
    if (!cursor.hasSelection())
        return false;
    const QTextCursor hit = hitFrom(cursor.selectionStart(), {});
    return !hit.isNull() && hit.selectionStart() == cursor.selectionStart() && hit.selectionEnd() == cursor.selectionEnd();
}

void FindBar::replaceOne()
{
    QTextCursor cursor = m_editor.textCursor();
    if (m_editor.isReadOnly())
        return;
    if (isHit(cursor)) {
        cursor.insertText(m_replacement->text());
        m_editor.setTextCursor(cursor);
    }
    findNext();
}

void FindBar::replaceAll()
{
    if (m_wanted->text().isEmpty() || m_editor.isReadOnly())
        return;
    int count = 0;
    QTextCursor edit(m_editor.document());
    edit.beginEditBlock();
    QTextCursor hit = m_editor.document()->find(m_wanted->text(), m_editor.firstPosition(), flags());
    while (!hit.isNull()) {
        edit.setPosition(hit.selectionStart());
        edit.setPosition(hit.selectionEnd(), QTextCursor::KeepAnchor);
        edit.insertText(m_replacement->text());
        ++count;
        hit = m_editor.document()->find(m_wanted->text(), edit.position(), flags());
    }
    edit.endEditBlock();
    markHits();
    m_count->setText(tr("%Ln replaced", "places in the text", static_cast<int>(count)));
}

void FindBar::markHits()
{
    QList<QTextEdit::ExtraSelection> marks;
    const Colours &colours = coloursFor(isDark());
    QColor ground = colours.warning;
    ground.setAlpha(isDark() ? 90 : 60);
    int current = 0;
    const QString wanted = m_wanted->text();
    if (!wanted.isEmpty()) {
        QTextCursor hit = m_editor.document()->find(wanted, m_editor.firstPosition(), flags());
        while (!hit.isNull() && marks.size() < mostMarked) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = hit;
            mark.format.setBackground(ground);
            marks.append(mark);
            if (hit.selectionEnd() == m_editor.textCursor().selectionEnd())
                current = static_cast<int>(marks.size());
            hit = m_editor.document()->find(wanted, hit, flags());
        }
    }
    m_editor.setExtraSelections(marks);
    const bool none = marks.isEmpty() && !wanted.isEmpty();
    const QString total = marks.size() == mostMarked ? tr("%1+").arg(mostMarked) : QString::number(marks.size());
    m_count->setText(wanted.isEmpty() ? QString() : none ? tr("no hits") : current > 0 ? tr("%1 / %2").arg(current).arg(total) : total);
    m_wanted->setProperty("invalid", none);
    m_wanted->style()->unpolish(m_wanted);
    m_wanted->style()->polish(m_wanted);
}

} // namespace quillway::ui

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

#include <algorithm>
#include <ranges>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr auto mostTries = "(*LIMIT_MATCH=200000)"_L1; ///< in a line
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
    , m_regular(new QToolButton)
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
    m_regular->setText(tr(".*"));
    m_regular->setToolTip(tr("Regular expression; $1 is what its first group found"));
    for (QToolButton *toggle : { m_matchCase, m_wholeWords, m_regular }) {
        toggle->setCheckable(true);
        toggle->setAccessibleName(toggle->toolTip());
        connect(toggle, &QToolButton::toggled, this, &FindBar::look);
    }

    auto *findRow = new QHBoxLayout;
    findRow->setSpacing(4);
    for (QWidget *widget : std::initializer_list<QWidget *> {
             m_wanted, m_count, m_matchCase, m_wholeWords, m_regular, button(u"go-up"_s, tr("Previous hit"), &FindBar::findPrevious),
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

    connect(m_wanted, &QLineEdit::textChanged, this, &FindBar::look);
    connect(m_replacement, &QLineEdit::textChanged, this, &FindBar::readRequest);
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

void FindBar::readRequest()
{
    m_request = { .find = m_wanted->text(),
                  .replacement = m_replacement->text(),
                  .regularExpression = m_regular->isChecked(),
                  .matchCase = m_matchCase->isChecked(),
                  .wholeWords = m_wholeWords->isChecked(),
                  .where = {} };
    m_expression.reset();
    m_fault.clear();
    if (m_request.find.isEmpty())
        return;
    const Result<QRegularExpression> expression = search::expressionOf(m_request);
    if (!expression) {
        m_fault = expression.error().detail;
        return;
    }
    // The window's thread looks: an expression that would try for ever finds nothing instead.
    m_expression.emplace(mostTries + expression->pattern(), expression->patternOptions());
}

void FindBar::look()
{
    readRequest();
    if (const std::optional<Hit> hit = hitFrom(m_start))
        m_editor.setTextCursor(cursorAt(*hit));
    markHits();
}

bool FindBar::eachHitIn(const QTextBlock &block, int position, const std::function<bool(Hit &&hit)> &take) const
{
    QString text = block.text();
    text.replace(QChar::Nbsp, u' ');
    const Qt::CaseSensitivity sensitivity = m_request.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (!m_request.regularExpression && !text.contains(m_request.find, sensitivity))
        return true;
    for (const QRegularExpressionMatch &match : m_expression->globalMatch(text, std::max(0, position - block.position()))) {
        if (match.capturedLength() == 0)
            continue;
        const int begin = block.position() + static_cast<int>(match.capturedStart());
        if (!take({ begin, begin + static_cast<int>(match.capturedLength()), search::replacementFor(m_request, match) }))
            return false;
    }
    return true;
}

void FindBar::eachHit(int position, const std::function<bool(Hit &&hit)> &take) const
{
    if (!m_expression)
        return;
    QTextBlock block = m_editor.document()->findBlock(position);
    while (block.isValid() && eachHitIn(block, position, take))
        block = block.next();
}

/// None in a hidden head.
std::optional<FindBar::Hit> FindBar::hitFrom(int position) const
{
    const int first = m_editor.firstPosition();
    std::optional<Hit> found;
    for (const int from : { std::max(first, position), first }) {
        eachHit(from, [&](Hit &&hit) {
            found = std::move(hit);
            return false;
        });
        if (found)
            break;
    }
    return found;
}

std::optional<FindBar::Hit> FindBar::hitBefore(int position) const
{
    if (!m_expression)
        return std::nullopt;
    const int first = m_editor.firstPosition();
    const QTextDocument &document = *m_editor.document();
    for (const int until : { position, document.characterCount() }) {
        std::optional<Hit> found;
        for (QTextBlock block = document.findBlock(std::min(until, document.characterCount() - 1)); block.isValid() && !found;
             block = block.previous()) {
            if (block.position() + block.length() <= first)
                break;
            std::ignore = eachHitIn(block, first, [&](Hit &&hit) {
                if (hit.end <= until)
                    found = std::move(hit);
                return true;
            });
        }
        if (found)
            return found;
    }
    return std::nullopt;
}

QTextCursor FindBar::cursorAt(const Hit &hit) const
{
    QTextCursor cursor(m_editor.document());
    cursor.setPosition(hit.begin);
    cursor.setPosition(hit.end, QTextCursor::KeepAnchor);
    return cursor;
}

void FindBar::go(const std::optional<Hit> &hit)
{
    if (!hit)
        return;
    m_editor.setTextCursor(cursorAt(*hit));
    m_editor.ensureCursorVisible();
    m_start = hit->begin;
    markHits();
}

void FindBar::findNext()
{
    go(hitFrom(m_editor.textCursor().selectionEnd()));
}

void FindBar::findPrevious()
{
    go(hitBefore(m_editor.textCursor().selectionStart()));
}

void FindBar::replaceOne()
{
    QTextCursor cursor = m_editor.textCursor();
    if (m_editor.isReadOnly())
        return;
    const std::optional<Hit> hit = hitFrom(cursor.selectionStart());
    if (hit && hit->begin == cursor.selectionStart() && hit->end == cursor.selectionEnd()) {
        cursor.insertText(hit->added);
        m_editor.setTextCursor(cursor);
    }
    findNext();
}

void FindBar::replaceAll()
{
    if (m_editor.isReadOnly())
        return;
    // All are found before any is replaced: what is put in is not looked at.
    QList<Hit> hits;
    eachHit(m_editor.firstPosition(), [&](Hit &&hit) {
        hits.append(std::move(hit));
        return true;
    });
    QTextCursor edit(m_editor.document());
    edit.beginEditBlock();
    for (const Hit &hit : hits | std::views::reverse) {
        edit.setPosition(hit.begin);
        edit.setPosition(hit.end, QTextCursor::KeepAnchor);
        edit.insertText(hit.added);
    }
    edit.endEditBlock();
    markHits();
    m_count->setText(tr("%Ln replaced", "places in the text", static_cast<int>(hits.size())));
}

void FindBar::markHits()
{
    QList<QTextEdit::ExtraSelection> marks;
    const Colours &colours = coloursFor(isDark());
    QColor ground = colours.warning;
    ground.setAlpha(isDark() ? 90 : 60);
    int current = 0;
    const int caret = m_editor.textCursor().selectionEnd();
    eachHit(m_editor.firstPosition(), [&](Hit &&hit) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = cursorAt(hit);
        mark.format.setBackground(ground);
        marks.append(mark);
        if (hit.end == caret)
            current = static_cast<int>(marks.size());
        return marks.size() < mostMarked;
    });
    const QString wanted = m_wanted->text();
    m_editor.setExtraSelections(marks);
    const bool none = marks.isEmpty() && !wanted.isEmpty();
    const QString total = marks.size() == mostMarked ? tr("%1+").arg(mostMarked) : QString::number(marks.size());
    m_count->setToolTip(m_fault);
    m_count->setText(wanted.isEmpty()         ? QString()
                         : !m_fault.isEmpty() ? tr("not valid")
                         : none               ? tr("no hits")
                         : current > 0        ? tr("%1 / %2").arg(current).arg(total)
                                              : total);
    m_wanted->setProperty("invalid", none);
    m_wanted->style()->unpolish(m_wanted);
    m_wanted->style()->polish(m_wanted);
}

} // namespace quillway::ui

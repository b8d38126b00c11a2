// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/alt_hint.h"

#include "ui/style/appearance.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int distance = 6; // pixels below the line

/// The column behind the `](…)` that follows the text, or of `at` if there is none.
int behindDestination(const QString &line, int at)
{
    const qsizetype close = line.indexOf(u')', at);
    return line.sliced(at).startsWith("]("_L1) && close > 0 ? static_cast<int>(close + 1) : at;
}

} // namespace

AltHint::AltHint(QPlainTextEdit &editor)
    : QLabel(editor.viewport())
    , m_editor(editor)
{
    setText(tr("Say what the picture shows, for those who cannot see it · Return when done"));
    setTextFormat(Qt::PlainText);
    setProperty("role", u"hint"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    editor.installEventFilter(this);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &AltHint::follow);
    connect(editor.verticalScrollBar(), &QScrollBar::valueChanged, this, &AltHint::follow);
}

void AltHint::ask()
{
    const QTextCursor selected = m_editor.textCursor();
    m_begin = QTextCursor(m_editor.document());
    m_begin.setPosition(selected.selectionStart());
    m_begin.setKeepPositionOnInsert(true);
    m_end = QTextCursor(m_editor.document());
    m_end.setPosition(selected.selectionEnd());
    adjustSize();
    show();
    raise();
    follow();
}

bool AltHint::isCaretInside() const
{
    if (m_begin.document() != m_editor.document() || m_begin.block() != m_end.block())
        return false;
    const QTextCursor caret = m_editor.textCursor();
    const QString line = m_begin.block().text();
    // Undone, it has no brackets any more.
    return line.first(m_begin.positionInBlock()).endsWith(u'[') && line.sliced(m_end.positionInBlock()).startsWith(u']')
        && std::min(caret.anchor(), caret.position()) >= m_begin.position()
        && std::max(caret.anchor(), caret.position()) <= m_end.position();
}

void AltHint::follow()
{
    if (isHidden())
        return;
    if (!isCaretInside())
        return done();
    const QRect line = m_editor.cursorRect(m_begin);
    const int rightmost = std::max(0, m_editor.viewport()->width() - width());
    move(std::clamp(line.left(), 0, rightmost), line.bottom() + distance);
}

void AltHint::done()
{
    hide();
    m_begin = {};
    m_end = {};
}

void AltHint::goBehind()
{
    QTextCursor caret = m_editor.textCursor();
    const QTextBlock block = m_end.block();
    caret.setPosition(block.position() + behindDestination(block.text(), m_end.positionInBlock()));
    m_editor.setTextCursor(caret);
}

bool AltHint::eventFilter(QObject *watched, QEvent *event)
{
    if (isHidden() || event->type() != QEvent::KeyPress)
        return QLabel::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && key.key() == Qt::Key_Escape) {
        done();
        return true;
    }
    if (isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab)) {
        goBehind();
        done();
        return true;
    }
    return QLabel::eventFilter(watched, event);
}

} // namespace quillway::ui

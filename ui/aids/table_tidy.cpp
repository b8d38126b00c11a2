// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/table_tidy.h"

#include "core/text/writing/table_edits.h"
#include "ui/aids/writing_aids.h"

#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace quillway::ui {

TableTidy::TableTidy(QPlainTextEdit &editor, WritingAids &aids)
    : QObject(&editor)
    , m_editor(editor)
    , m_aids(aids)
{
    editor.viewport()->installEventFilter(this);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &TableTidy::moved);
}

void TableTidy::watch(QTextDocument &document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = &document;
    m_place = {};
    connect(&document, &QTextDocument::contentsChange, this,
            [this](int position, int removed, int added) { removed == 0 && added == 0 ? void() : changed(position, added); });
}

void TableTidy::changed(int position, int added)
{
    const QTextCursor caret = m_editor.textCursor();
    const bool isAtCaret = position >= caret.block().position() && position + added <= caret.block().position() + caret.block().length();
    if (m_document->isRedoAvailable())
        m_place = {}; // an undo
    else if (isAtCaret && caret.block().text().contains(u'|'))
        m_place = caret;
}

bool TableTidy::isInCell() const
{
    const QTextCursor caret = m_editor.textCursor();
    const QString line = caret.block().text();
    return caret.block() == m_place.block() && text::cellAt(line, caret.positionInBlock()) == text::cellAt(line, m_place.positionInBlock());
}

void TableTidy::moved()
{
    if (m_place.isNull() || m_editor.document() != m_document)
        return;
    if (isInCell() || m_isPressed || m_isQueued)
        return;
    // Not from within what moves the caret: that goes on with the places of the text as it was.
    m_isQueued = true;
    QMetaObject::invokeMethod(this, &TableTidy::tidy, Qt::QueuedConnection);
}

void TableTidy::tidy()
{
    m_isQueued = false;
    if (m_place.isNull() || m_editor.document() != m_document || m_isPressed || isInCell())
        return;
    const int line = std::exchange(m_place, {}).blockNumber();
    if (m_document->isRedoAvailable())
        return;
    m_aids.run(
        [line](const text::TextLines &lines, const text::TextSelection &selection) { return text::tidyTable(lines, selection, line); });
    m_place = {};
}

bool TableTidy::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_isPressed = static_cast<const QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (event->type() == QEvent::MouseButtonRelease && std::exchange(m_isPressed, false) && !m_place.isNull())
        QMetaObject::invokeMethod(this, &TableTidy::moved, Qt::QueuedConnection); // after the editor has seen it
    return QObject::eventFilter(watched, event);
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/typewriter.h"

#include "ui/editor/text_editor.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace quillway::ui {

Typewriter::Typewriter(TextEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
{
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (QGuiApplication::mouseButtons() == Qt::NoButton)
            hold();
    });
    connect(editor.verticalScrollBar(), &QScrollBar::sliderMoved, this, [this] { setRoom(0); });
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
}

void Typewriter::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_editor.setCenterOnScroll(on);
    if (on)
        hold();
    else
        setRoom(0);
    m_editor.ensureCursorVisible();
}

void Typewriter::setRoom(int room)
{
    if (room != std::exchange(m_room, room))
        Q_EMIT roomChanged();
}

/// Of the text's place and the room above it, from the top of the room.
int Typewriter::middle() const
{
    return (m_editor.viewport()->height() + m_room) / 2;
}

void Typewriter::hold()
{
    if (!m_on || !m_editor.shown())
        return;
    const QTextCursor cursor = m_editor.textCursor();
    const QAbstractTextDocumentLayout &layout = *m_editor.document()->documentLayout();
    const double height = layout.blockBoundingRect(cursor.block()).height(); // lays it out
    const QTextLine line = cursor.block().layout()->lineForTextPosition(cursor.positionInBlock());
    const double within = line.isValid() ? line.y() + line.height() / 2 : height / 2;
    double above = within;
    for (QTextBlock block = cursor.block().previous(); block.isValid() && above < middle(); block = block.previous())
        above += block.isVisible() ? layout.blockBoundingRect(block).height() : 0;
    const int middle = this->middle();
    setRoom(above < middle ? middle - static_cast<int>(above) : 0);
    if (m_room > 0)
        m_editor.verticalScrollBar()->setValue(0);
    else
        m_editor.scrollTo(m_editor.line() + (height > 0 ? within / height : 0), double(middle) / std::max(1, m_editor.viewport()->height()));
}

/// The room above the text is scrolled like text. True if that was all there was to scroll.
bool Typewriter::turn(int delta)
{
    if (delta == 0 || (delta < 0 && m_room == 0) || (delta > 0 && m_editor.verticalScrollBar()->value() > 0))
        return false;
    const int lines = 3 * delta / QWheelEvent::DefaultDeltasPerStep;
    setRoom(std::clamp(m_room + lines * QFontMetrics(m_editor.document()->defaultFont()).lineSpacing(), 0, middle()));
    return true;
}

bool Typewriter::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_on)
        return false;
    if (event->type() == QEvent::Resize && watched == &m_editor)
        QMetaObject::invokeMethod(this, &Typewriter::hold, Qt::QueuedConnection);
    if (event->type() == QEvent::Wheel && watched == m_editor.viewport()) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        return wheel->modifiers() == Qt::NoModifier && turn(wheel->angleDelta().y());
    }
    return false;
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scroll_tie.h"

#include "ui/editor/text_editor.h"
#include "ui/preview/preview_view.h"

#include <QScrollBar>

namespace quillway::ui {

ScrollTie::ScrollTie(TextEditor &editor, PreviewView &preview, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_preview(preview)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(0);
    connect(&m_pause, &QTimer::timeout, this, &ScrollTie::follow);
    connect(editor.verticalScrollBar(), &QScrollBar::valueChanged, &m_pause, qOverload<>(&QTimer::start));
    // Lines that are laid out only now move the end of the text.
    connect(editor.verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (!m_previewLeads) {
            m_followed = -1;
            m_pause.start();
        }
    });
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        m_caretMoved = true;
        m_pause.start();
    });
    connect(&preview, &PreviewView::scrolled, this, &ScrollTie::followPreview);
}

void ScrollTie::follow()
{
    const bool caretMoved = std::exchange(m_caretMoved, false);
    if (!m_editor.shown() || !m_preview.isVisible())
        return;
    if (m_editor.verticalScrollBar()->value() != m_followed)
        followText();
    else if (caretMoved)
        m_preview.scrollToLine(m_editor.line());
}

void ScrollTie::followText()
{
    const QScrollBar &bar = *m_editor.verticalScrollBar();
    m_followed = bar.value();
    m_previewLeads = false;
    const double position = bar.maximum() > 0 ? double(bar.value()) / bar.maximum() : 0.0;
    m_preview.tieTo(m_editor.pointAt(position), position);
}

void ScrollTie::followPreview(double point, double position)
{
    m_previewLeads = true;
    m_editor.scrollTo(point, position);
    m_followed = m_editor.verticalScrollBar()->value();
}

} // namespace quillway::ui

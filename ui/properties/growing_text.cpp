// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/properties/growing_text.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::ui {

GrowingText::GrowingText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setProperty("role", u"field"_s);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!m_settingText)
            Q_EMIT textEdited(text());
    });
}

void GrowingText::setMostLines(int lines)
{
    m_mostLines = lines;
    fitHeight();
}

QString GrowingText::text() const
{
    QString text = document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u' ');
}

void GrowingText::setText(const QString &text)
{
    if (text == this->text())
        return;
    m_settingText = true;
    setPlainText(text);
    m_settingText = false;
}

QSize GrowingText::sizeHint() const
{
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        std::ignore = blockBoundingRect(block); // lays it out
        lines += std::max(1, block.layout()->lineCount());
    }
    const QMargins margins = contentsMargins();
    const int height = std::clamp(lines, 1, m_mostLines) * static_cast<int>(std::ceil(fontMetrics().lineSpacing())) + margins.top()
        + margins.bottom() + 2;
    return { 200, height };
}

QSize GrowingText::minimumSizeHint() const
{
    return { 60, sizeHint().height() };
}

void GrowingText::fitHeight()
{
    const int height = sizeHint().height();
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void GrowingText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void GrowingText::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT editingFinished();
        return event->accept();
    }
    QPlainTextEdit::keyPressEvent(event);
}

void GrowingText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT editingFinished();
}

void GrowingText::insertFromMimeData(const QMimeData *source)
{
    textCursor().insertText(source->text().simplified());
}

} // namespace quillway::ui

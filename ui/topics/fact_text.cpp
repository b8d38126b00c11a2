// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/fact_text.h"

#include "ui/places/file_undo.h"
#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// Gives placeholders the accent's colour.
class PlaceholderColours : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression placeholder(uR"(\{\{[^{}]*\}\}|\{%[^{}]*%\})"_s);
        QTextCharFormat format;
        format.setForeground(coloursFor(isDark()).accent);
        for (auto found = placeholder.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), format);
        }
    }
};

/// What a word does not stand directly behind.
bool endsWord(QChar c)
{
    return c.isLetterOrNumber() || u".,;:!?)]}\u2019\u201d"_s.contains(c);
}

} // namespace

FactEdit::FactEdit(QWidget *parent)
    : GrowingText(parent)
{
    setMostLines(12); // a definition is read whole
    new PlaceholderColours(document());
    leaveUndoToFile(*this);
}

void FactEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Backspace && document()->isEmpty() && !isReadOnly()) {
        event->accept();
        Q_EMIT erasedEmpty();
        return;
    }
    if (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier && !isReadOnly()) {
        event->accept();
        Q_EMIT factsWanted(viewport()->mapToGlobal(cursorRect().bottomLeft()));
        return;
    }
    GrowingText::keyPressEvent(event);
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT returnPressed();
}

void FactEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!isReadOnly()) {
        menu->addSeparator();
        const QPoint position = event->globalPos();
        QAction *action = menu->addAction(tr("Insert a fact…"));
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space));
        connect(action, &QAction::triggered, this, [this, position] { Q_EMIT factsWanted(position); });
    }
    menu->popup(event->globalPos());
}

FactText::FactText(QWidget *parent)
    : QWidget(parent)
    , m_edit(new FactEdit)
    , m_filled(new QLabel)
{
    m_filled->setProperty("role", u"quiet"_s);
    m_filled->setTextFormat(Qt::PlainText);
    m_filled->setWordWrap(true);
    m_filled->setFont(smallFont(font()));
    m_filled->setContentsMargins(9, 0, 8, 4);
    m_filled->setAccessibleName(tr("With the facts filled in"));
    m_filled->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_edit);
    rows->addWidget(m_filled);
    connect(m_edit, &GrowingText::textEdited, this, [this] {
        showFilled();
        Q_EMIT textEdited();
    });
}

void FactText::setText(const QString &text)
{
    if (m_edit->text().simplified() == text.simplified())
        return;
    m_edit->setText(text.simplified());
    m_filled->clear();
    showFilled();
}

void FactText::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void FactText::setName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

bool FactText::namesFacts() const
{
    const QString text = m_edit->text();
    return text.contains("{{"_L1) || text.contains("{%"_L1);
}

void FactText::setFilled(const QHash<QString, FilledText> &texts)
{
    const auto found = texts.constFind(text().simplified());
    if (found != texts.cend()) {
        m_filled->setText(found->isFault ? tr("This cannot be filled in: %1").arg(found->text) : u"→ "_s + found->text);
        m_edit->setAccessibleDescription(m_filled->text());
    }
    showFilled();
}

QString FactText::filled() const
{
    return m_filled->isHidden() ? QString() : m_filled->text();
}

void FactText::showFilled()
{
    m_filled->setVisible(namesFacts() && !m_filled->text().isEmpty());
    if (!namesFacts())
        m_edit->setAccessibleDescription({});
}

void FactText::insertFact(const QString &placeholder)
{
    if (m_edit->isReadOnly())
        return;
    QTextCursor cursor = m_edit->textCursor();
    const QString text = m_edit->text();
    const int begin = cursor.selectionStart();
    const int end = cursor.selectionEnd();
    const bool blankBefore = begin > 0 && endsWord(text.at(begin - 1));
    const bool blankAfter = end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == u'{');
    cursor.insertText((blankBefore ? u" "_s : QString()) + placeholder + (blankAfter ? u" "_s : QString()));
    m_edit->setTextCursor(cursor);
}

} // namespace quillway::ui

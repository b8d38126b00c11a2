// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/folding.h"

#include "core/text/writing/line_shape.h"
#include "ui/aids/document_lines.h"
#include "ui/editor/file_document.h"
#include "ui/editor/fold_margin.h"
#include "ui/editor/folds.h"
#include "ui/editor/spaced_layout.h"
#include "ui/editor/text_editor.h"
#include "ui/style/appearance.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace quillway::ui {

namespace {

constexpr double signGap = 10; // pixels between a line's text and the sign for what is hidden below it
constexpr double signRoom = 7; // in the sign, beside its words

/// The keys that do nothing but move the caret.
bool isMove(const QKeyEvent &event)
{
    static constexpr std::array keys { Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,     Qt::Key_Down,
                                       Qt::Key_Home, Qt::Key_End,   Qt::Key_PageUp, Qt::Key_PageDown };
    return std::ranges::contains(keys, event.key());
}

DocumentLines linesOf(FileDocument &document)
{
    return { *document.document(), document.bodyBlock(), document.isHeadHidden() ? document.bodyBlock() : 0 };
}

QString hiddenText(int lines)
{
    return lines == 1 ? Folding::tr("1 line") : Folding::tr("%L1 lines").arg(lines);
}

QTextBlock nextVisible(QTextBlock block)
{
    while (block.isValid() && !block.isVisible())
        block = block.next();
    return block;
}

QTextBlock previousVisible(QTextBlock block)
{
    while (block.isValid() && !block.isVisible())
        block = block.previous();
    return block;
}

} // namespace

Folding::Folding(TextEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
    , m_margin(new FoldMargin(editor, *this))
{
    makeActions();
    editor.viewport()->installEventFilter(this);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &Folding::keepCaretSeen);
    connect(&editor, &QPlainTextEdit::selectionChanged, this, &Folding::keepCaretSeen);
}

void Folding::makeActions()
{
    const auto make = [this](const QString &text, const QKeySequence &key, void (Folding::*run)()) {
        auto *action = new QAction(text, &m_editor);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_editor.addAction(action);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_actions = {
        make(tr("&Fold section"), Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft, &Folding::foldAtCaret),
        make(tr("&Unfold section"), Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight, &Folding::unfoldAtCaret),
        nullptr,
        make(tr("Fold &all"), Qt::CTRL | Qt::ALT | Qt::Key_BracketLeft, &Folding::foldAll),
        make(tr("U&nfold all"), Qt::CTRL | Qt::ALT | Qt::Key_BracketRight, &Folding::unfoldAll),
    };
}

void Folding::setDocument(FileDocument *document)
{
    if (m_folds)
        m_folds->disconnect(this);
    m_document = document;
    m_folds = document ? &Folds::of(*document) : nullptr;
    if (m_folds) {
        connect(m_folds, &Folds::changed, this, [this] {
            m_editor.viewport()->update();
            m_margin->update();
        });
    }
    m_margin->follow();
    m_margin->setVisible(document != nullptr);
    m_margin->update();
}

/// The head of the whole file, where it is shown.
std::optional<text::Fold> Folding::frontMatter() const
{
    if (!m_document->hasHead() || m_document->isHeadHidden())
        return {};
    int last = m_document->bodyBlock() - 1;
    while (last > 0 && text::isBlankLine(m_document->document()->findBlockByNumber(last).text()))
        --last;
    return last > 0 ? std::optional(text::Fold { 0, 1, last }) : std::nullopt;
}

QList<text::Fold> Folding::foldsAt(int line) const
{
    const auto head = frontMatter();
    if (head && line <= head->last)
        return { *head };
    return text::foldsAround(linesOf(*m_document), line, m_document->bodyBlock());
}

bool Folding::canFold(const QTextBlock &block) const
{
    if (!m_document)
        return false;
    const int line = block.blockNumber();
    return (line == 0 && frontMatter()) || text::mayFold(linesOf(*m_document), line, m_document->bodyBlock());
}

bool Folding::isFolded(const QTextBlock &block) const
{
    return m_folds && m_folds->hiddenLines(block) > 0;
}

void Folding::toggle(const QTextBlock &head)
{
    if (!m_document)
        return;
    if (isFolded(head))
        return m_folds->unfold(head);
    const int line = head.blockNumber();
    for (const text::Fold &fold : foldsAt(line)) {
        // An underlined heading has its sign beside its first line.
        if (fold.head >= line && fold.first > line)
            return hide({ fold });
    }
}

void Folding::hide(const QList<text::Fold> &folds)
{
    QTextCursor caret = m_editor.textCursor();
    const int line = caret.blockNumber();
    const int anchor = caret.document()->findBlock(caret.anchor()).blockNumber();
    // The innermost that takes the caret out of all of them has the topmost head.
    int out = -1;
    for (const text::Fold &fold : folds) {
        if ((fold.contains(line) || fold.contains(anchor)) && (out < 0 || fold.head < out))
            out = fold.head;
    }
    if (out >= 0) {
        const QTextBlock head = m_document->document()->findBlockByNumber(out);
        caret.setPosition(head.position() + head.length() - 1);
        m_editor.setTextCursor(caret);
    }
    m_folds->fold(folds);
    m_editor.ensureCursorVisible();
}

void Folding::foldAtCaret()
{
    if (!m_document)
        return;
    for (const text::Fold &fold : foldsAt(m_editor.textCursor().blockNumber())) {
        if (!isFolded(m_document->document()->findBlockByNumber(fold.head)))
            return hide({ fold });
    }
}

void Folding::unfoldAtCaret()
{
    if (!m_document)
        return;
    for (const text::Fold &fold : foldsAt(m_editor.textCursor().blockNumber())) {
        const QTextBlock head = m_document->document()->findBlockByNumber(fold.head);
        if (isFolded(head))
            return m_folds->unfold(head);
    }
}

void Folding::foldAll()
{
    if (m_document)
        hide(text::allSectionFolds(linesOf(*m_document), m_document->bodyBlock()));
}

void Folding::unfoldAll()
{
    if (m_folds)
        m_folds->unfoldAll();
}

void Folding::reveal(const QTextBlock &block)
{
    if (m_folds && m_folds->isHidden(block))
        m_folds->reveal(block);
}

bool Folding::press(const QKeyEvent &event)
{
    if (!m_folds || m_folds->isEmpty())
        return false;
    const QTextCursor caret = m_editor.textCursor();
    m_isMoving = isMove(event);
    m_movedFrom = caret.position();
    if (caret.hasSelection() || m_isMoving || m_editor.isReadOnly())
        return false;
    const bool erasesBack = event.key() == Qt::Key_Backspace;
    const bool erasesOn = event.key() == Qt::Key_Delete;
    const QTextBlock beside = erasesBack && caret.atBlockStart() ? caret.block().previous()
        : erasesOn && caret.atBlockEnd()                         ? caret.block().next()
                                                                 : QTextBlock();
    if (!beside.isValid() || !m_folds->isHidden(beside))
        return false;
    m_folds->reveal(beside); // to be seen before it is deleted
    return true;
}

void Folding::pressed()
{
    m_isMoving = false;
}

void Folding::keepCaretSeen()
{
    const QTextCursor caret = m_editor.textCursor();
    const bool isOurs = m_document && m_editor.document() == m_document->document(); // not while another one is being put in
    if (!isOurs || !m_folds || m_folds->isEmpty() || !m_folds->isHidden(caret.block()))
        return;
    if (caret.hasSelection() && caret.atEnd())
        return; // all the rest is selected, hidden or not
    if (m_isMoving)
        leaveHidden(m_movedFrom);
    else
        m_folds->reveal(caret.block());
}

/// On to the next line that is seen, in the direction in which the caret went; a selection goes with it.
void Folding::leaveHidden(int from)
{
    QTextCursor caret = m_editor.textCursor();
    const auto mode = caret.hasSelection() ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor;
    const QTextBlock next = caret.position() > from ? nextVisible(caret.block()) : QTextBlock();
    const QTextBlock target = next.isValid() ? next : previousVisible(caret.block());
    if (!target.isValid())
        return m_folds->reveal(caret.block());
    caret.setPosition(next.isValid() ? target.position() : target.position() + target.length() - 1, mode);
    m_editor.setTextCursor(caret);
}

/// Where the sign stands, in the viewport.
QRectF Folding::signPlace(const QTextBlock &head) const
{
    const QTextLayout &layout = *head.layout();
    if (layout.lineCount() == 0)
        return {};
    const QTextLine line = layout.lineAt(layout.lineCount() - 1);
    const QPointF origin = m_editor.placeOf(head).topLeft();
    const QFontMetricsF metrics(m_editor.document()->defaultFont());
    const double width = metrics.horizontalAdvance(hiddenText(m_folds->hiddenLines(head))) + 2 * signRoom;
    const QRectF band = SpacedLayout::of(*head.document()).band(line).translated(origin);
    const double left = std::min(origin.x() + line.x() + line.naturalTextWidth() + signGap, m_editor.viewport()->width() - width);
    return { left, band.center().y() - metrics.height() * 0.6, width, metrics.height() * 1.2 };
}

void Folding::paint(QPainter &painter) const
{
    if (!m_folds || m_folds->isEmpty())
        return;
    const Colours &colours = coloursFor(isDark());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_editor.document()->defaultFont());
    for (QTextBlock block = m_editor.topBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        if (m_editor.placeOf(block).top() > m_editor.viewport()->height())
            break;
        if (!isFolded(block))
            continue;
        const QRectF place = signPlace(block);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(place, 5, 5);
        painter.setPen(colours.quiet);
        painter.drawText(place, Qt::AlignCenter, hiddenText(m_folds->hiddenLines(block)));
    }
    painter.restore();
}

QTextBlock Folding::signAt(const QPointF &position) const
{
    if (!m_folds || m_folds->isEmpty())
        return {};
    for (QTextBlock block = m_editor.topBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        if (m_editor.placeOf(block).top() > position.y())
            break;
        if (isFolded(block) && signPlace(block).contains(position))
            return block;
    }
    return {};
}

bool Folding::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        m_margin->follow();
    if (event->type() != QEvent::MouseButtonPress || static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
        return QObject::eventFilter(watched, event);
    const QTextBlock folded = signAt(static_cast<QMouseEvent *>(event)->position());
    if (!folded.isValid())
        return QObject::eventFilter(watched, event);
    m_folds->unfold(folded);
    return true;
}

} // namespace quillway::ui

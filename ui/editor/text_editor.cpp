// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_editor.h"

#include "core/text/writing/text_block.h"
#include "ui/editor/added_files.h"
#include "ui/editor/file_document.h"
#include "ui/editor/folding.h"
#include "ui/editor/sentence_marks.h"
#include "ui/editor/spaced_layout.h"
#include "ui/editor/text_ground.h"
#include "ui/editor/text_limits.h"
#include "ui/editor/typewriter.h"
#include "ui/spelling/spell_checker.h"
#include "ui/spelling/spelling_marks.h"
#include "ui/spelling/spelling_menu.h"
#include "ui/style/appearance.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace quillway::ui {

namespace {

constexpr int sideRoom = 28; // pixels at least beside the text
constexpr int topRoom = 6;

QMouseEvent movedTo(const QMouseEvent &event, const QPointF &position)
{
    return { event.type(),   position,        event.scenePosition(), event.globalPosition(),
             event.button(), event.buttons(), event.modifiers(),     event.pointingDevice() };
}

} // namespace

TextEditor::TextEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_completion(new Completion(*this, m_aids))
    , m_tidy(new TableTidy(*this, m_aids))
    , m_folding(new Folding(*this))
    , m_sentences(new SentenceMarks(*this))
    , m_typewriter(new Typewriter(*this))
{
    setAccessibleName(tr("Text"));
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setCursorWidth(2);
    setFrameShape(QFrame::NoFrame);
    m_nothing.setDocumentLayout(new SpacedLayout(&m_nothing));
    show(nullptr);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        keepCursorInBody();
        repaintBands();
    });
    connect(m_typewriter, &Typewriter::roomChanged, this, &TextEditor::layOutColumn);
    connect(this, &QPlainTextEdit::selectionChanged, this, &TextEditor::keepCursorInBody);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        viewport()->update(); // what moves takes the caret's band with it
        Q_EMIT scrolled();
    });
    m_actions = makeWritingActions(*this, m_aids);
    applyLook();
}

void TextEditor::show(FileDocument *document)
{
    if (document && document == m_shown)
        return;
    if (m_shown) {
        rememberPlace();
        m_shown->disconnect(this);
        connect(m_shown, &QObject::destroyed, this, [this](const QObject *gone) { m_places.remove(gone); });
        // QPlainTextEdit (Qt 6.8) looks for the old text's top line in the new one, and climbs line by line to the end of the scroll bar, one call within
        // the other, where that has fewer.
        verticalScrollBar()->setRange(0, 0);
    }
    m_shown = document;
    m_aids.setDocument(document);
    QTextDocument *next = document ? document->document() : &m_nothing;
    next->setDefaultFont(textFont(m_look));
    SpacedLayout::of(*next).setLineHeight(m_look.lineHeight);
    setDocument(next);
    m_tidy->watch(*next);
    m_folding->setDocument(document);
    m_sentences->setDocument(document);
    setReadOnly(!document || document->readOnlyReason());
    if (!document)
        return;
    connect(document, &FileDocument::closing, this, [this] { show(nullptr); });
    connect(document, &FileDocument::headShownChanged, this, [this] {
        keepCursorInBody();
        viewport()->update();
    });
    restorePlace();
}

void TextEditor::rememberPlace()
{
    const QTextCursor cursor = textCursor();
    const QTextBlock top = firstVisibleBlock();
    const Place place { cursor.position(), cursor.anchor(), top.blockNumber(), verticalScrollBar()->value() - top.firstLineNumber() };
    m_places.insert(m_shown, place);
}

void TextEditor::restorePlace()
{
    Place place = m_places.value(m_shown);
    if (!m_places.contains(m_shown)) {
        QTextBlock block = document()->findBlock(firstPosition());
        while (block.text().trimmed().isEmpty() && block.next().isValid())
            block = block.next();
        place = { block.position(), block.position(), 0, 0 };
    }
    const int last = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(place.anchor, last));
    cursor.setPosition(std::min(place.position, last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    keepCursorInBody();
    // By block: how many lines are above it is known only where the text has been laid out.
    verticalScrollBar()->setValue(document()->findBlockByNumber(place.topBlock).firstLineNumber() + place.topLine);
    m_typewriter->hold();
}

int TextEditor::line() const
{
    return textCursor().blockNumber() + 1;
}

int TextEditor::column() const
{
    const QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    return static_cast<int>(before.size() - std::ranges::count_if(before, [](QChar c) { return c.isLowSurrogate(); })) + 1;
}

int TextEditor::firstVisibleLine() const
{
    return firstVisibleBlock().blockNumber() + 1;
}

double TextEditor::firstLineMiddle(const QTextBlock &block) const
{
    const QRectF place = placeOf(block);
    if (block.layout()->lineCount() == 0)
        return place.center().y();
    return place.top() + SpacedLayout::of(*document()).band(block.layout()->lineAt(0)).center().y();
}

double TextEditor::pointAt(double position) const
{
    const double y = position * viewport()->height();
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && (!block.isVisible() || place.bottom() <= y)) {
        block = block.next();
        place = QRectF(0, place.bottom(), place.width(), block.isVisible() ? blockBoundingRect(block).height() : 0);
    }
    if (!block.isValid())
        return document()->blockCount() + 1;
    return block.blockNumber() + 1 + (place.height() > 0 ? std::clamp((y - place.top()) / place.height(), 0.0, 1.0) : 0.0);
}

void TextEditor::scrollTo(double point, double position)
{
    const int number = std::clamp(static_cast<int>(point), 1, document()->blockCount());
    QTextBlock block = document()->findBlockByNumber(number - 1);
    double above = position * viewport()->height() - std::clamp(point - number, 0.0, 1.0) * blockBoundingRect(block).height();
    while (above > 0 && block.previous().isValid()) {
        block = block.previous();
        above -= block.isVisible() ? blockBoundingRect(block).height() : 0;
    }
    const double height = blockBoundingRect(block).height();
    const int hiddenLines = above < 0 && height > 0 ? qRound(-above / height * block.lineCount()) : 0;
    verticalScrollBar()->setValue(block.firstLineNumber() + hiddenLines);
}

void TextEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, document()->blockCount()) - 1);
    m_folding->reveal(block);
    QTextCursor cursor(block);
    int offset = 0;
    const QString text = block.text();
    for (int n = 1; n < column && offset < text.size(); ++n)
        offset += text.at(offset).isHighSurrogate() && offset + 1 < text.size() ? 2 : 1;
    cursor.setPosition(block.position() + offset);
    const QRect before = cursorRect(cursor);
    setTextCursor(cursor);
    keepCursorInBody();
    if (!viewport()->rect().contains(before)) {
        centerCursor();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + verticalScrollBar()->pageStep() / 6);
    }
}

int TextEditor::firstPosition() const
{
    return m_shown && m_shown->isHeadHidden() ? m_shown->bodyPosition() : 0;
}

void TextEditor::keepCursorInBody()
{
    const int first = firstPosition();
    QTextCursor cursor = textCursor();
    if (cursor.position() >= first && cursor.anchor() >= first)
        return;
    const int position = std::max(cursor.position(), first);
    cursor.setPosition(std::max(cursor.anchor(), first));
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

/// Deleting backwards from the body's first position would join it with a line that is not seen.
bool TextEditor::wouldReachIntoHead(const QKeyEvent &event) const
{
    const QTextCursor cursor = textCursor();
    if (cursor.hasSelection() || cursor.position() != firstPosition() || firstPosition() == 0)
        return false;
    return event.matches(QKeySequence::Backspace) || event.matches(QKeySequence::DeleteStartOfWord) || event.key() == Qt::Key_Backspace;
}

/// The keys of the actions are theirs, also where QPlainTextEdit has a use for them on some desktops (Ctrl+K).
bool TextEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QKeySequence key(static_cast<QKeyEvent *>(event)->keyCombination());
        if (std::ranges::any_of(actions(), [&](const QAction *action) { return action->isEnabled() && action->shortcuts().contains(key); })) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void TextEditor::keyPressEvent(QKeyEvent *event)
{
    if (wouldReachIntoHead(*event) || m_folding->press(*event))
        return event->accept();
    if (isComposing())
        return QPlainTextEdit::keyPressEvent(event);
    if (m_completion->wants(event->key()))
        return event->ignore();
    if (m_aids.press(*event))
        event->accept();
    else
        QPlainTextEdit::keyPressEvent(event);
    m_folding->pressed();
    const bool isTyped = !event->text().isEmpty() && event->text().front().isPrint();
    if (m_shown)
        m_completion->update(m_shown->file(), isTyped ? Completion::Cause::Typed : Completion::Cause::Other);
}

/// Characters are being put together by an input method: they are not the text's yet, and keys are the method's.
bool TextEditor::isComposing() const
{
    return !textCursor().block().layout()->preeditAreaText().isEmpty();
}

void TextEditor::inputMethodEvent(QInputMethodEvent *event)
{
    if (textCursor().position() + event->replacementStart() < firstPosition())
        return event->ignore();
    QPlainTextEdit::inputMethodEvent(event);
    if (m_shown && !event->commitString().isEmpty() && event->preeditString().isEmpty())
        m_completion->update(m_shown->file(), Completion::Cause::Typed);
}

/// Between two lines belongs to the one whose band it is in: without this, a click there would go to a line's end.
QPointF TextEditor::onLine(const QPointF &position) const
{
    for (const ShownBlock &shown : shownBlocks(*this, viewport()->rect())) {
        if (shown.place.bottom() <= position.y())
            continue;
        const QTextLayout &layout = *shown.block.layout();
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            if (SpacedLayout::of(*document()).band(line).translated(shown.place.topLeft()).bottom() <= position.y())
                continue;
            const double top = shown.place.top() + line.y();
            return { position.x(), std::clamp(position.y(), top + 1, top + std::max(1.0, line.height() - 1)) };
        }
        break;
    }
    return position;
}

void TextEditor::mousePressEvent(QMouseEvent *event)
{
    QMouseEvent moved = movedTo(*event, onLine(event->position()));
    QPlainTextEdit::mousePressEvent(&moved);
}

void TextEditor::mouseMoveEvent(QMouseEvent *event)
{
    QMouseEvent moved = movedTo(*event,
                                viewport()->rect().contains(event->position().toPoint()) ? onLine(event->position()) : event->position());
    QPlainTextEdit::mouseMoveEvent(&moved);
}

void TextEditor::mouseReleaseEvent(QMouseEvent *event)
{
    QMouseEvent moved = movedTo(*event, onLine(event->position()));
    QPlainTextEdit::mouseReleaseEvent(&moved);
}

void TextEditor::mouseDoubleClickEvent(QMouseEvent *event)
{
    QMouseEvent moved = movedTo(*event, onLine(event->position()));
    QPlainTextEdit::mouseDoubleClickEvent(&moved);
}

/// Where the ground of lines may be another one after the caret has moved: while one types, that is little.
void TextEditor::repaintBands()
{
    const bool hasSelection = textCursor().hasSelection();
    if (m_mode.focus != Focus::Everything || hasSelection || std::exchange(m_hadSelection, hasSelection)) {
        m_hadSelection = hasSelection;
        return viewport()->update();
    }
    viewport()->update(m_band);
    viewport()->update(caretBand(*this));
}

void TextEditor::paintEvent(QPaintEvent *event)
{
    if (!m_shown)
        return QPlainTextEdit::paintEvent(event);
    const QRect part = event->rect();
    {
        QPainter painter(viewport());
        painter.setClipRect(part);
        if (textCursor().hasSelection()) {
            paintSelection(painter, *this, part);
        } else {
            m_band = caretBand(*this);
            painter.fillRect(m_band, palette().color(QPalette::AlternateBase));
        }
        m_sentences->paint(painter);
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setClipRect(part);
    if (m_spelling)
        paintSpelling(painter, *this, *m_spelling, part);
    if (m_mode.focus != Focus::Everything)
        paintDimmed(painter, *this, m_mode.focus, part);
    m_folding->paint(painter);
}

void TextEditor::setSpelling(SpellChecker &spelling)
{
    m_spelling = &spelling;
    connect(&spelling, &SpellChecker::changed, viewport(), qOverload<>(&QWidget::update));
}

void TextEditor::setWritingMode(WritingMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_typewriter->setOn(mode.typewriter);
    viewport()->update();
    Q_EMIT writingModeChanged(mode);
}

/// Selects the wrong word that `place` is in; no selection if it is in none.
QTextCursor TextEditor::wrongWordAt(const QTextCursor &place) const
{
    QTextCursor cursor(place);
    cursor.clearSelection();
    if (!m_spelling || !m_shown || place.position() < m_shown->bodyPosition())
        return cursor;
    for (const LinePart &word : wrongWords(place.block(), *m_spelling)) {
        if (place.positionInBlock() < word.begin || place.positionInBlock() > word.begin + word.length)
            continue;
        cursor.setPosition(place.block().position() + static_cast<int>(word.begin));
        cursor.setPosition(cursor.position() + static_cast<int>(word.length), QTextCursor::KeepAnchor);
        break;
    }
    return cursor;
}

void TextEditor::openMenuAtCaret()
{
    setFocus();
    const QPoint place = cursorRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, viewport()->mapToGlobal(place));
    contextMenuEvent(&event);
}

void TextEditor::beginLinkToPost()
{
    setFocus();
    const auto insert = [](const text::TextLines &lines, const text::TextSelection &selection) {
        return text::insertText(lines, selection, QStringLiteral("[["));
    };
    if (m_shown && m_aids.run(insert))
        m_completion->update(m_shown->file(), Completion::Cause::Typed);
}

void TextEditor::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QTextCursor word = wrongWordAt(byMouse ? cursorForPosition(event->pos()) : textCursor());
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_aids.takeOverUndo(*menu);
    if (word.hasSelection() && !isReadOnly())
        addSpellingActions(*menu, word, *m_spelling, [word](const QString &spelling) { QTextCursor(word).insertText(spelling); });
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

void TextEditor::resizeEvent(QResizeEvent *event)
{
    const bool caretWasSeen = viewport()->rect().intersects(cursorRect()) || event->oldSize().height() > event->size().height();
    QPlainTextEdit::resizeEvent(event);
    layOutColumn();
    if (caretWasSeen && m_shown && hasFocus())
        ensureCursorVisible();
}

void TextEditor::layOutColumn()
{
    const QRect text = column(rect());
    const QMargins margins(text.left(), topRoom + m_typewriter->roomAbove(),
                           std::max(0, width() - verticalScrollBar()->sizeHint().width() - text.right() - 1), 0);
    if (margins != viewportMargins()) {
        setViewportMargins(margins);
        Q_EMIT columnChanged();
    }
}

QRect TextEditor::column(const QRect &within) const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    const int room = within.width() - bar;
    const int wanted = m_look.measure == 0 ? room
                                           : static_cast<int>(QFontMetricsF(textFont(m_look)).averageCharWidth() * m_look.measure)
            + 2 * static_cast<int>(document()->documentMargin());
    const int width = std::max(40, std::min(wanted, room - 2 * sideRoom));
    return { within.left() + (room - width) / 2 + bar / 2, within.top(), width, within.height() };
}

void TextEditor::setLook(const TextLook &look)
{
    if (withinLimits(look) == m_look)
        return;
    m_look = withinLimits(look);
    applyLook();
    Q_EMIT lookChanged(m_look);
}

void TextEditor::setZoom(int steps)
{
    TextLook look = m_look;
    look.zoom = steps;
    setLook(look);
}

void TextEditor::applyLook()
{
    const QFont font = textFont(m_look);
    document()->setDefaultFont(font);
    SpacedLayout::of(*document()).setLineHeight(m_look.lineHeight);
    setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 4);
    layOutColumn();
    Q_EMIT columnChanged();
}

void TextEditor::applyColours()
{
    const Colours &colours = coloursFor(isDark());
    QPalette next = QGuiApplication::palette();
    next.setColor(QPalette::Highlight, isDark() ? colours.accentGround.lighter(125) : colours.accentGround.darker(106));
    next.setColor(QPalette::HighlightedText, colours.text);
    next.setColor(QPalette::AlternateBase, isDark() ? colours.panel : QColor(0xf9, 0xf9, 0xf8));
    if (next != palette())
        setPalette(next);
}

void TextEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        applyLook(); // the text's font is not the widget's, which belongs to the style
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
}

void TextEditor::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() == Qt::ControlModifier && event->angleDelta().y() != 0) {
        m_turned += event->angleDelta().y();
        setZoom(m_look.zoom + m_turned / QWheelEvent::DefaultDeltasPerStep);
        m_turned %= QWheelEvent::DefaultDeltasPerStep;
        return event->accept();
    }
    QPlainTextEdit::wheelEvent(event);
}

/// As the text is, no-break spaces included: QPlainTextEdit's own copy turns them into blanks.
QMimeData *TextEditor::createMimeDataFromSelection() const
{
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    auto *data = new QMimeData;
    data->setText(text);
    return data;
}

void TextEditor::setFiles(AddedFiles &files)
{
    m_files = &files;
}

bool TextEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return (m_files && m_files->canTake(*source)) || QPlainTextEdit::canInsertFromMimeData(source);
}

void TextEditor::insertFromMimeData(const QMimeData *source)
{
    if (const auto why = whyNotInserted(source->text(), document()->characterCount())) {
        QToolTip::showText(viewport()->mapToGlobal(cursorRect().bottomLeft()), *why, this);
        return;
    }
    if (isReadOnly() || (m_files && m_files->take(*source)) || m_aids.insert(*source) || !source->hasText())
        return;
    QString text = source->text();
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace quillway::ui

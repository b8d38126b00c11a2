// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing_aids.h"

#include "core/text/writing/inline_marks.h"
#include "core/text/writing/lists.h"
#include "core/text/writing/table_edits.h"
#include "core/text/writing/text_block.h"
#include "ui/aids/document_lines.h"
#include "ui/aids/paste.h"
#include "ui/aids/selection_history.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::LineEdit;
using text::TextLines;
using text::TextSelection;

namespace {

std::optional<LineEdit> editForEnter(const TextLines &lines, const TextSelection &selection, bool inItem)
{
    if (inItem)
        return text::breakLineInItem(lines, selection);
    const auto row = text::breakRow(lines, selection);
    return row ? row : text::breakLine(lines, selection);
}

std::optional<LineEdit> editForTab(const TextLines &lines, const TextSelection &selection, text::Level level)
{
    const auto cell = text::stepCell(lines, selection, level == text::Level::In ? text::CellStep::Next : text::CellStep::Previous);
    return cell ? cell : text::shiftItems(lines, selection, level);
}

std::optional<LineEdit> editForErasing(const TextLines &lines, const TextSelection &selection, bool backwards)
{
    if (!selection.isEmpty())
        return text::removeSelected(lines, selection);
    return backwards ? text::removeMarker(lines, selection) : std::nullopt;
}

DocumentLines linesOf(FileDocument &document)
{
    return { *document.document(), document.bodyBlock(), document.isHeadHidden() ? document.bodyBlock() : 0 };
}

} // namespace

WritingAids::WritingAids(QPlainTextEdit &editor)
    : m_editor(editor)
{ }

bool WritingAids::isOn() const
{
    return m_document && !m_editor.isReadOnly();
}

void WritingAids::look(const std::function<void(const TextLines &, const TextSelection &)> &look) const
{
    if (isOn())
        look(linesOf(*m_document), selectionOf(m_editor.textCursor()));
}

bool WritingAids::run(const Aid &aid)
{
    if (!isOn())
        return false;
    return runAt(*m_document, m_editor.textCursor(), Caret::Follows, aid);
}

bool WritingAids::runAt(FileDocument &shown, QTextCursor place, Caret caret, const Aid &aid)
{
    QTextDocument &document = *shown.document();
    const TextSelection before = selectionOf(place);
    const auto edit = aid(linesOf(shown), before);
    if (!edit)
        return false;
    const int steps = document.availableUndoSteps();
    apply(place, *edit);
    if (document.availableUndoSteps() != steps)
        SelectionHistory::of(document).add(steps, before, selectionOf(place));
    if (caret == Caret::Follows) {
        m_editor.setTextCursor(place);
        m_editor.ensureCursorVisible();
    }
    return true;
}

std::optional<LineEdit> WritingAids::editFor(const QKeyEvent &event, const TextLines &lines, const TextSelection &selection) const
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    const bool isShifted = modifiers == Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return isPlain || isShifted ? editForEnter(lines, selection, isShifted) : std::nullopt;
    case Qt::Key_Tab: return isPlain ? editForTab(lines, selection, text::Level::In) : std::nullopt;
    case Qt::Key_Backtab: return isShifted || isPlain ? editForTab(lines, selection, text::Level::Out) : std::nullopt;
    case Qt::Key_Backspace:
    case Qt::Key_Delete: return isPlain ? editForErasing(lines, selection, event.key() == Qt::Key_Backspace) : std::nullopt;
    default: return event.text().size() == 1 ? text::wrapSelection(lines, selection, event.text().front()) : std::nullopt;
    }
}

bool WritingAids::press(const QKeyEvent &event)
{
    if (!isOn())
        return false;
    if (event.matches(QKeySequence::Undo)) {
        undo();
        return true;
    }
    if (event.matches(QKeySequence::Redo)) {
        redo();
        return true;
    }
    if (run([&](const TextLines &lines, const TextSelection &selection) { return editFor(event, lines, selection); }))
        return true;
    if (!event.matches(QKeySequence::InsertLineSeparator))
        return false;
    // The widget would put in U+2028, which is no line end in Markdown.
    m_editor.textCursor().insertBlock();
    m_editor.ensureCursorVisible();
    return true;
}

bool WritingAids::insert(const QMimeData &data)
{
    if (!isOn() || (!data.hasText() && !data.hasHtml()))
        return false;
    return run([&](const TextLines &lines, const TextSelection &selection) { return editForPaste(data, lines, selection); });
}

void WritingAids::pastePlain()
{
    QString pasted = QGuiApplication::clipboard()->text();
    pasted.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (!pasted.isEmpty())
        run([&](const TextLines &lines, const TextSelection &selection) { return text::insertText(lines, selection, pasted); });
}

void WritingAids::undo()
{
    if (!isOn())
        return;
    const auto selection = SelectionHistory::of(*m_document->document()).beforeUndo();
    m_editor.QPlainTextEdit::undo();
    restore(selection);
}

void WritingAids::redo()
{
    if (!isOn())
        return;
    const auto selection = SelectionHistory::of(*m_document->document()).afterRedo();
    m_editor.QPlainTextEdit::redo();
    restore(selection);
}

void WritingAids::takeOverUndo(const QWidget &menu)
{
    // QWidgetTextControl names them so (since Qt 5.10), for those who want to change them.
    const std::pair<QString, void (WritingAids::*)()> steps[] { { u"edit-undo"_s, &WritingAids::undo },
                                                                { u"edit-redo"_s, &WritingAids::redo } };
    for (const auto &[name, step] : steps) {
        for (QAction *action : menu.findChildren<QAction *>(name)) {
            action->disconnect(SIGNAL(triggered(bool)));
            QObject::connect(action, &QAction::triggered, &m_editor, [this, step] { (this->*step)(); });
        }
    }
}

void WritingAids::restore(const std::optional<TextSelection> &selection)
{
    if (!selection)
        return;
    QTextCursor cursor = m_editor.textCursor();
    select(cursor, *selection);
    m_editor.setTextCursor(cursor);
    m_editor.ensureCursorVisible();
}

} // namespace quillway::ui

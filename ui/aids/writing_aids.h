// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"
#include "ui/editor/file_document.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPointer>

#include <functional>
#include <optional>

class QPlainTextEdit;
class QWidget;

namespace quillway::ui {

/// What keys and pastes do in Markdown beyond putting in characters, for one editor. Each aid is one step of the document's undo history, which gives the
/// selection back too. Looks at lines around the caret only.
class WritingAids
{
public:
    using Aid = std::function<std::optional<text::LineEdit>(const text::TextLines &, const text::TextSelection &)>;

    explicit WritingAids(QPlainTextEdit &editor);

    /// Null: none is shown.
    void setDocument(FileDocument *document) { m_document = document; }

    /// True if an aid took the key; false: it has its plain meaning.
    bool press(const QKeyEvent &event);
    /// True if an aid put the data in.
    bool insert(const QMimeData &data);

    /// Puts the clipboard's text in as it is.
    void pastePlain();

    /// Runs it at the editor's selection. True if it applied there.
    bool run(const Aid &aid);

    /// Runs it at `place` in a text that may not be the editor's, or that its caret has left by now.
    enum class Caret {
        Follows, ///< the editor, which shows the text, selects what the aid does
        Stays,
    };
    bool runAt(FileDocument &document, QTextCursor place, Caret caret, const Aid &aid);

    /// Shows lines and selection to `look` without changing anything; does nothing while no text can be edited.
    void look(const std::function<void(const text::TextLines &, const text::TextSelection &)> &look) const;

    /// One step of the document's history, with the selection that was there.
    void undo();
    void redo();
    /// Makes the Undo and Redo of an editor's standard context menu do the same.
    void takeOverUndo(const QWidget &menu);

private:
    [[nodiscard]] bool isOn() const;
    [[nodiscard]] std::optional<text::LineEdit> editFor(const QKeyEvent &event, const text::TextLines &lines,
                                                        const text::TextSelection &selection) const;
    void restore(const std::optional<text::TextSelection> &selection);

    QPlainTextEdit &m_editor;
    QPointer<FileDocument> m_document;
};

} // namespace quillway::ui

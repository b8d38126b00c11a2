// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTextCursor>

class QPlainTextEdit;

namespace quillway::ui {

class WritingAids;

/// Aligns a table's columns when the caret leaves a cell that was typed in, be it by keys or by the mouse: one step of the undo history. Never after an
/// undo, as long as there is something to redo, and not while a mouse button is down.
class TableTidy : public QObject
{
    Q_OBJECT

public:
    /// `editor` owns it; `aids` must outlive it.
    TableTidy(QPlainTextEdit &editor, WritingAids &aids);

    /// The editor shows it from now on.
    void watch(QTextDocument &document);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void changed(int position, int added);
    void moved();
    void tidy();
    [[nodiscard]] bool isInCell() const;

    QPlainTextEdit &m_editor;
    WritingAids &m_aids;
    QPointer<QTextDocument> m_document;
    QTextCursor m_place; ///< in the cell that was typed in; null: in none
    bool m_isPressed = false;
    bool m_isQueued = false;
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTextCursor>

class QPlainTextEdit;

namespace quillway::ui {

/// Asks for a picture's alternative text without a dialog: a line of help below the text that is to be replaced by typing. Return or Tab goes behind the
/// picture; Escape, or leaving the text, only ends the help.
class AltHint : public QLabel
{
    Q_OBJECT

public:
    /// Shown in `editor`, which owns it.
    explicit AltHint(QPlainTextEdit &editor);

    /// The editor's selection is the text to replace.
    void ask();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void done();
    void goBehind();
    [[nodiscard]] bool isCaretInside() const;

    QPlainTextEdit &m_editor;
    QTextCursor m_begin; ///< where the alternative text begins: stays before what is typed there
    QTextCursor m_end;
};

} // namespace quillway::ui

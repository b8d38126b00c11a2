// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace quillway::ui {

class TextEditor;

/// Looks for a text in the editor and replaces it, from a strip below the text. Hits are marked while it is open.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// `editor` must outlive it.
    explicit FindBar(TextEditor &editor, QWidget *parent = nullptr);

    void openForFind(); ///< with the selection, if it is within a line, as what is looked for
    void openForReplace();
    void close(); ///< and gives the focus back to the text

    void findNext();
    void findPrevious();
    void replaceOne(); ///< the hit that is selected, then goes to the next
    void replaceAll(); ///< as one step that can be undone

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(bool withReplace);
    [[nodiscard]] QTextDocument::FindFlags flags() const;
    [[nodiscard]] QTextCursor hitFrom(int position, QTextDocument::FindFlags direction) const;
    [[nodiscard]] bool isHit(const QTextCursor &cursor) const;
    void go(QTextDocument::FindFlags direction);
    void markHits();
    QToolButton *button(const QString &icon, const QString &name, void (FindBar::*slot)());

    TextEditor &m_editor;
    QLineEdit *m_wanted;
    QLineEdit *m_replacement;
    QWidget *m_replaceRow;
    QLabel *m_count;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    int m_start = 0; ///< where the caret was when looking began
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/replacements.h"

#include <QTextBlock>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace quillway::ui {

class TextEditor;

/// Looks for a text or a regular expression in the editor and replaces it, from a strip below the text. Hits are within lines, and marked while it is open.
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
    /// A place in the document and what would be put there.
    struct Hit {
        int begin = 0;
        int end = 0;
        QString added;
    };
    /// Gives the hits that begin at `position` or behind it, one after the other, until false is answered.
    void eachHit(int position, const std::function<bool(Hit &&hit)> &take) const;
    bool eachHitIn(const QTextBlock &block, int position, const std::function<bool(Hit &&hit)> &take) const;
    [[nodiscard]] std::optional<Hit> hitFrom(int position) const; ///< going round at the end
    [[nodiscard]] std::optional<Hit> hitBefore(int position) const; ///< that ends there or before; going round at the begin
    [[nodiscard]] QTextCursor cursorAt(const Hit &hit) const;
    void readRequest();
    void look(); ///< for what is asked for now, from where looking began
    void go(const std::optional<Hit> &hit);
    void markHits();
    QToolButton *button(const QString &icon, const QString &name, void (FindBar::*slot)());

    TextEditor &m_editor;
    QLineEdit *m_wanted;
    QLineEdit *m_replacement;
    QWidget *m_replaceRow;
    QLabel *m_count;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QToolButton *m_regular;
    search::ReplaceRequest m_request;
    std::optional<QRegularExpression> m_expression; ///< unset: there is nothing to look for
    QString m_fault; ///< of the expression
    int m_start = 0; ///< where the caret was when looking began
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/folds.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTextBlock>

class QAction;
class QKeyEvent;
class QPainter;

namespace quillway::ui {

class FileDocument;
class FoldMargin;
class Folds;
class TextEditor;

/// Folding in the editor: signs in the margin, commands, and the caret, which never stands in hidden text. Keys step over it; whatever else puts the caret there
/// (a search, a place to go to, an undo) shows it.
class Folding : public QObject
{
    Q_OBJECT

public:
    /// `editor` owns it.
    explicit Folding(TextEditor &editor);

    /// The editor shows it from now on; null: none.
    void setDocument(FileDocument *document);

    /// For menus, and for keys pressed in the editor. A null stands for a line between groups.
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }

    /// To be asked before the editor sees a key: true if it is taken, because it would have deleted what is not seen.
    [[nodiscard]] bool press(const QKeyEvent &event);
    /// To be told after the editor has seen it.
    void pressed();

    /// Shows a line that is to be gone to.
    void reveal(const QTextBlock &block);

    /// Draws what stands for hidden lines behind their heads.
    void paint(QPainter &painter) const;

    [[nodiscard]] bool canFold(const QTextBlock &block) const;
    [[nodiscard]] bool isFolded(const QTextBlock &block) const;
    void toggle(const QTextBlock &head);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void foldAtCaret();
    void unfoldAtCaret();
    void foldAll();
    void unfoldAll();
    void hide(const QList<text::Fold> &folds);
    void keepCaretSeen();
    void leaveHidden(int from);
    [[nodiscard]] QList<text::Fold> foldsAt(int line) const;
    [[nodiscard]] std::optional<text::Fold> frontMatter() const;
    [[nodiscard]] QRectF signPlace(const QTextBlock &head) const;
    [[nodiscard]] QTextBlock signAt(const QPointF &position) const;

    TextEditor &m_editor;
    FoldMargin *m_margin;
    QPointer<FileDocument> m_document;
    QPointer<Folds> m_folds;
    QList<QAction *> m_actions;
    int m_movedFrom = -1; ///< the caret's position before the key that moves it; -1: it is moved by no key
    bool m_isMoving = false;
};

} // namespace quillway::ui

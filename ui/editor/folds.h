// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/folds.h"

#include <QObject>
#include <QTextBlock>
#include <QTextCursor>

namespace quillway::ui {

class FileDocument;

/// Which lines of a document are folded away. They are hidden, nothing else: text, undo history and what is saved know nothing of it. An edit that touches
/// hidden lines, or takes a heading's signs away, shows them. The text's document owns it, so that folds stay while another file is open.
class Folds : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static Folds &of(FileDocument &document);

    /// Hides the lines. The caller sees to it that no caret is left in them.
    void fold(const QList<text::Fold> &folds);
    void unfold(const QTextBlock &head);
    void unfoldAll();
    /// Shows what hides this block.
    void reveal(const QTextBlock &block);

    [[nodiscard]] bool isEmpty() const { return m_folds.isEmpty(); }
    /// The number of lines hidden below this one; 0 if it is no folded head.
    [[nodiscard]] int hiddenLines(const QTextBlock &head) const;
    [[nodiscard]] bool isHidden(const QTextBlock &block) const;

Q_SIGNALS:
    void changed();

private:
    explicit Folds(FileDocument &document);

    /// Cursors, so that edits elsewhere move them.
    struct Entry {
        QTextCursor head; ///< at its block's start
        QTextCursor last; ///< at the end of the last hidden block

        [[nodiscard]] int begin() const { return head.position(); }
        [[nodiscard]] int firstHidden() const { return head.blockNumber() + 1; }
        [[nodiscard]] int lastHidden() const { return last.blockNumber(); }
    };

    [[nodiscard]] QList<Entry>::const_iterator find(const QTextBlock &head) const;
    void edited(int position, int added);
    [[nodiscard]] bool isStillHead(const Entry &entry, int end) const;
    void dropEdited();
    void forgetHead();
    void showOrHide(int first, int last);

    FileDocument &m_document;
    QTextDocument &m_text;
    QList<Entry> m_folds; ///< by their heads
    QList<Entry> m_edited; ///< to be shown once the change is done
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/aids/completion.h"
#include "ui/aids/table_tidy.h"
#include "ui/aids/writing_actions.h"
#include "ui/aids/writing_aids.h"
#include "ui/editor/file_document.h"
#include "ui/editor/text_look.h"
#include "ui/editor/writing_mode.h"

#include <QHash>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextBlock>

namespace quillway::ui {

class AddedFiles;
class Folding;
class SentenceMarks;
class SpellChecker;
class Typewriter;

/// Where prose is written: a column of a comfortable width in the middle, room between the lines, the caret's line faintly marked. Shows one FileDocument at a
/// time and remembers where one was in each. While a document's head is hidden, caret and selection stay in the body.
class TextEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextEditor(QWidget *parent = nullptr);

    /// Null shows nothing. The documents belong to somebody else and may go at any time.
    void show(FileDocument *document);
    [[nodiscard]] FileDocument *shown() const { return m_shown; }

    /// The caret's line in the file, from 1, and its column in characters, from 1.
    [[nodiscard]] int line() const;
    [[nodiscard]] int column() const;
    /// The file's line at the top of the visible part.
    [[nodiscard]] int firstVisibleLine() const;
    /// Puts the caret there and shows it, a third from the top if it was out of sight. Columns beyond the line's end are its end.
    void goTo(int line, int column = 1);

    /// The point in the text that stands at the height of `position` (0 top … 1 bottom of the visible part): 12.25 is a quarter down in line 12.
    [[nodiscard]] double pointAt(double position) const;
    /// Scrolls so that `point` stands at that height, as near as whole lines allow.
    void scrollTo(double point, double position);

    /// Marks what is spelled wrong from now on. It must outlive this.
    void setSpelling(SpellChecker &spelling);

    /// The first position that may be reached: the body's if the head is hidden, else 0.
    [[nodiscard]] int firstPosition() const;

    /// One step back or forth in the document's history; a writing aid's step gives back what was selected.
    void undo() { m_aids.undo(); }
    void redo() { m_aids.redo(); }
    /// What is offered while one types: links to the site's posts and files, languages of code.
    [[nodiscard]] Completion &completion() { return *m_completion; }
    [[nodiscard]] SentenceMarks &sentences() { return *m_sentences; }
    [[nodiscard]] Folding &folding() { return *m_folding; }
    [[nodiscard]] WritingAids &aids() { return m_aids; }
    /// `[[` at the caret, with what it offers.
    void beginLinkToPost();
    /// The menu that a click with the other button opens: what may be meant by a word that is spelled wrong, the site's dictionary.
    void openMenuAtCaret();
    /// Takes pictures and files that are pasted and dropped.
    void setFiles(AddedFiles &files);
    /// What the writing aids can do, for menus.
    [[nodiscard]] const WritingActions &writingActions() const { return m_actions; }

    /// Font, zoom, line height, measure; what is out of range is brought into it.
    void setLook(const TextLook &look);
    [[nodiscard]] const TextLook &look() const { return m_look; }
    void setZoom(int steps); ///< the look with another zoom
    void setWritingMode(WritingMode mode);
    [[nodiscard]] WritingMode writingMode() const { return m_mode; }
    // For what is drawn beside the text; in the viewport's coordinates.
    [[nodiscard]] QTextBlock topBlock() const { return firstVisibleBlock(); }
    [[nodiscard]] QRectF placeOf(const QTextBlock &block) const { return blockBoundingGeometry(block).translated(contentOffset()); }
    [[nodiscard]] double firstLineMiddle(const QTextBlock &block) const; ///< height of the middle of its first line

    /// The left and right edge of the column, in this widget's coordinates.
    [[nodiscard]] QRect column(const QRect &within) const;

Q_SIGNALS:
    void lookChanged(const quillway::ui::TextLook &look);
    void writingModeChanged(quillway::ui::WritingMode mode);
    void columnChanged(); ///< its edges moved
    void scrolled(); ///< another part is visible, by whatever cause

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    struct Place {
        int position = 0;
        int anchor = 0;
        int topBlock = 0; ///< that which is seen first
        int topLine = 0; ///< of it
    };

    void rememberPlace();
    void restorePlace();
    void keepCursorInBody();
    [[nodiscard]] QTextCursor wrongWordAt(const QTextCursor &place) const;
    void applyLook();
    void applyColours();
    void layOutColumn();
    [[nodiscard]] bool isComposing() const;
    [[nodiscard]] bool wouldReachIntoHead(const QKeyEvent &event) const;
    [[nodiscard]] QPointF onLine(const QPointF &position) const;
    void repaintBands();

    WritingAids m_aids { *this };
    WritingActions m_actions;
    Completion *m_completion;
    TableTidy *m_tidy;
    Folding *m_folding;
    SentenceMarks *m_sentences;
    QPointer<FileDocument> m_shown;
    QTextDocument m_nothing;
    SpellChecker *m_spelling = nullptr;
    QPointer<AddedFiles> m_files;
    QHash<const QObject *, Place> m_places; ///< of documents, for when they are shown again
    TextLook m_look;
    WritingMode m_mode;
    Typewriter *m_typewriter;
    int m_turned = 0; ///< of the wheel, in eighths of a degree, towards the next step of zoom
    QRect m_band; ///< of the caret's line, as it was painted
    bool m_hadSelection = false;
};

} // namespace quillway::ui

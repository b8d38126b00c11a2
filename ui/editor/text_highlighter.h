// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spelling/checked_words.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/State>

#include <QObject>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

class QTextDocument;

namespace KSyntaxHighlighting {
class Repository;
}

namespace quillway::ui {

/// The parts of a paragraph that are prose by the highlighter's rules: no code, address or markup. None before it was coloured.
[[nodiscard]] QList<LinePart> proseOf(const QTextBlock &block);

/// checkedWords() of that; found once for each state of the paragraph, as every paint asks.
[[nodiscard]] QList<LinePart> wordsToCheck(const QTextBlock &block);

/// Colours a document without ever making the typing wait: the line being edited at once, everything behind it in slices of a few milliseconds while the
/// event loop is idle. It touches layouts only, never the text or the undo history.
///
/// Law of the slices: a line's end state depends on its start state and its text alone, so work stops at the first line whose end state comes out as it was.
class TextHighlighter : public QObject, public KSyntaxHighlighting::AbstractHighlighter
{
    Q_OBJECT
    Q_INTERFACES(KSyntaxHighlighting::AbstractHighlighter)

public:
    /// `document` owns the highlighter.
    explicit TextHighlighter(QTextDocument *document);

    void setDefinition(const KSyntaxHighlighting::Definition &definition) override;
    void setTheme(const KSyntaxHighlighting::Theme &theme) override;

    [[nodiscard]] bool isFinished() const { return m_next < 0; }

Q_SIGNALS:
    void finished();

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    void contentsChanged(int position, int removed, int added);
    void startOver();
    void continueFrom(int block);
    void workSlice();
    [[nodiscard]] bool highlight(QTextBlock &block);

    QTextDocument *m_document;
    QTimer m_timer;
    int m_next = -1; ///< number of the first block that is not known to be right; -1: all are
    int m_mustReach = -1; ///< the last block whose text changed: not to stop before it
    QList<QTextLayout::FormatRange> m_ranges; ///< of the line being highlighted
    QList<LinePart> m_prose; ///< of it
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/table.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace quillway::text {

/// A piece of a paragraph whose characters look the same.
struct TextRun {
    enum class Kind {
        Text, ///< characters, escaped where Markdown would read something into them
        Code,
        Markup, ///< Markdown as it is
        Break, ///< the line ends here
    };
    Kind kind = Kind::Text;
    QString text;
    bool isStrong = false;
    bool isEmphasis = false;
    bool isStruck = false;
    QString destination; ///< of the link it is in; empty: none
};

using TextRuns = QList<TextRun>;

enum class LineBreaks {
    Hard, ///< a backslash and a line end; two in a row part paragraphs
    Tag, ///< `<br>`, where there is one line only
    Blank,
};

/// Runs as Markdown that shows as they do. White space is one blank; marks stand at characters, not at blanks. Lines are parted by `\n`.
[[nodiscard]] QString renderRuns(const TextRuns &runs, LineBreaks breaks);

/// Puts blocks together as Markdown, each in the quotes and items that are open.
class MarkdownWriter
{
public:
    enum class Container { Quote, Bullets, Numbers, Item };

    void open(Container container, int firstNumber = 1);
    void close(); ///< the innermost

    void addParagraph(const TextRuns &runs);
    void addHeading(int level, const TextRuns &runs);
    void addCode(const QString &code, const QString &language);
    void addTable(const Table &table);
    void addRule();
    /// Lines that are written as they are: HTML, or Markdown that somebody else made. A blank one would end the block, for all that HTML cares.
    void addAsItIs(const QStringList &lines);

    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    [[nodiscard]] int blockCount() const { return m_blocks; }

private:
    struct Level {
        Container container = Container::Quote;
        int number = 1; ///< of a list's next item
        QString first; ///< an item's marker, until it has been written
        QString prefix; ///< of lines below
        bool isBegun = false; ///< something stands in it
    };

    void addLines(const QStringList &lines);

    QList<Level> m_levels;
    QStringList m_lines;
    int m_blocks = 0;
    bool m_isInList = false; ///< the last block stands in a list that is still open
};

} // namespace quillway::text

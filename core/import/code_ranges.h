// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace quillway::importing {

/// The parts of a Markdown body that are code: fenced and indented blocks (whole lines), and spans between backticks. What is there is never turned.
class CodeRanges
{
public:
    /// Takes time in proportion to the body. Indented lines below a list item count as code only where they stand four columns further than its text.
    explicit CodeRanges(QStringView body);

    /// True if the character at `place` is code, fences and backticks included.
    [[nodiscard]] bool contains(qsizetype place) const;

private:
    struct Range {
        qsizetype begin;
        qsizetype end;
    };
    void addSpans(QStringView body, qsizetype begin, qsizetype end);

    QList<Range> m_ranges; ///< ascending, apart
};

/// The number of line ends before `place`.
[[nodiscard]] int lineEndsBefore(QStringView text, qsizetype place);

} // namespace quillway::importing

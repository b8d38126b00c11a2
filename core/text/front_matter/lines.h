// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace quillway::text {

/// One line of a text: [begin, end) without its line end, which reaches to `next`. Lines end at LF, CR or CRLF.
struct Line {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype next = 0;
};

/// The line that begins at `begin` (0 … size).
[[nodiscard]] Line lineFrom(QByteArrayView text, qsizetype begin);

/// The begin of the line that holds byte `offset`.
[[nodiscard]] qsizetype lineBegin(QByteArrayView text, qsizetype offset);

/// The first line end in `text`, as a line written into it should have; `\n` where there is none.
[[nodiscard]] QByteArrayView firstLineEnd(QByteArrayView text);

[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

[[nodiscard]] constexpr bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// `text` without the blanks at its begin, and at its end.
[[nodiscard]] QByteArrayView withoutBlanks(QByteArrayView text);

} // namespace quillway::text

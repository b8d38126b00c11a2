// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtTypes>

#include <compare>

namespace quillway {

/// A place in a text file as compilers print it: line and column count from 1, the column in Unicode code
/// points, a byte order mark not counted. Lines end at LF, CR or CRLF. 0 means "no such place".
struct SourcePosition {
    int line = 0;
    int column = 0;

    [[nodiscard]] bool isValid() const { return line > 0; }
    friend auto operator<=>(const SourcePosition &, const SourcePosition &) = default;
};

/// The position of byte `offset` (0 … size) in the UTF-8 `text`. An offset inside a code point, a CRLF or the byte order
/// mark counts as where that begins (the mark: 1:1); a byte that is no UTF-8 counts as one column. Linear in `offset`; made for
/// the few places that are reported, not for every token.
[[nodiscard]] SourcePosition positionAt(QByteArrayView text, qsizetype offset);

/// The byte offset at which 1-based `line` starts in `text` (line 1: behind a byte order mark); text.size() if there are fewer lines.
[[nodiscard]] qsizetype lineStart(QByteArrayView text, int line);

} // namespace quillway

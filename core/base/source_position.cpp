// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/source_position.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace quillway {

namespace {

/// The bytes of the line end at `at`: 0 where there is none, 2 for CRLF.
qsizetype lineEndLength(QByteArrayView text, qsizetype at)
{
    if (text[at] == '\n')
        return 1;
    if (text[at] != '\r')
        return 0;
    return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
}

} // namespace

SourcePosition positionAt(QByteArrayView text, qsizetype offset)
{
    const qsizetype target = std::clamp<qsizetype>(offset, 0, text.size());
    SourcePosition position { 1, 1 };
    qsizetype at = byteOrderMarkSize(text);
    while (at < target) {
        const qsizetype lineEnd = lineEndLength(text, at);
        const qsizetype next = at + (lineEnd ? lineEnd : std::max<qsizetype>(1, utf8SequenceLength(text, at)));
        if (next > target)
            break;
        if (lineEnd) {
            ++position.line;
            position.column = 1;
        } else {
            ++position.column;
        }
        at = next;
    }
    return position;
}

qsizetype lineStart(QByteArrayView text, int line)
{
    qsizetype at = byteOrderMarkSize(text);
    for (int current = 1; current < line; ++current) {
        while (at < text.size() && text[at] != '\n' && text[at] != '\r')
            ++at;
        if (at == text.size())
            return at;
        at += lineEndLength(text, at);
    }
    return at;
}

} // namespace quillway

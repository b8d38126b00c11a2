// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/lines.h"

namespace quillway::text {

Line lineFrom(QByteArrayView text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size() && !isLineEnd(text[end]))
        ++end;
    qsizetype next = end;
    if (next < text.size())
        next += text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n' ? 2 : 1;
    return { begin, end, next };
}

qsizetype lineBegin(QByteArrayView text, qsizetype offset)
{
    while (offset > 0 && !isLineEnd(text[offset - 1]))
        --offset;
    return offset;
}

QByteArrayView firstLineEnd(QByteArrayView text)
{
    const Line line = lineFrom(text, 0);
    return line.next == line.end ? QByteArrayView("\n") : text.sliced(line.end, line.next - line.end);
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

} // namespace quillway::text

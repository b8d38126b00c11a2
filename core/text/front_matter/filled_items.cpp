// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/filled_items.h"

#include "core/text/front_matter/lines.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr QByteArrayView filling = " ~";

/// `line` without its comment and the blanks around it; a `#` counts where a blank or nothing is before it.
QByteArrayView withoutComment(QByteArrayView line)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == '#' && (at == 0 || isBlank(line[at - 1])))
            return withoutBlanks(line.first(at));
    }
    return withoutBlanks(line);
}

} // namespace

bool FilledItems::fillBefore(qsizetype offset)
{
    qsizetype begin = lineBegin(m_text, offset);
    while (begin > 0) {
        const qsizetype previousEnd = begin - (begin > 1 && m_text[begin - 1] == '\n' && m_text[begin - 2] == '\r' ? 2 : 1);
        begin = lineBegin(m_text, previousEnd);
        const QByteArrayView line = QByteArrayView(m_text).sliced(begin, previousEnd - begin);
        const QByteArrayView content = withoutComment(line);
        if (content.isEmpty())
            continue;
        if (!content.endsWith('-') || (content.size() > 1 && !isBlank(content[content.size() - 2])))
            return false;
        const qsizetype at = content.data() + content.size() - m_text.constData();
        for (qsizetype &filled : m_filled)
            filled += filled > at ? filling.size() : 0;
        m_filled.insert(std::ranges::lower_bound(m_filled, at), at);
        m_text.insert(at, filling);
        return true;
    }
    return false;
}

qsizetype FilledItems::original(qsizetype offset) const
{
    qsizetype before = 0;
    for (const qsizetype filled : m_filled) {
        if (filled >= offset)
            break;
        before += std::min(filling.size(), offset - filled);
    }
    return offset - before;
}

} // namespace quillway::text

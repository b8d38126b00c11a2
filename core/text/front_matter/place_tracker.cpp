// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/place_tracker.h"

namespace quillway::text {

SourcePosition PlaceTracker::at(qsizetype offset)
{
    offset = std::min(offset, m_text.size());
    if (offset < m_offset) {
        m_offset = 0;
        m_place = { m_firstLine, 1 };
    }
    for (; m_offset < offset; ++m_offset) {
        const char c = m_text[m_offset];
        const bool endsLine = c == '\n' ? m_offset == 0 || m_text[m_offset - 1] != '\r' : c == '\r';
        if (endsLine)
            m_place = { m_place.line + 1, 1 };
        else if (c != '\n' && (uchar(c) & 0xC0) != 0x80)
            ++m_place.column;
    }
    return m_place;
}

} // namespace quillway::text

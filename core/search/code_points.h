// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace quillway::search {

/// Calls take(char32_t point, qsizetype at) for each code point of `text`, `at` in UTF-16 units. A surrogate that stands alone is given as it is.
template<typename Take>
void forEachCodePoint(QStringView text, Take take)
{
    for (qsizetype at = 0; at < text.size();) {
        const QChar unit = text[at];
        const bool pair = unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        take(pair ? QChar::surrogateToUcs4(unit, text[at + 1]) : char32_t(unit.unicode()), at);
        at += pair ? 2 : 1;
    }
}

} // namespace quillway::search

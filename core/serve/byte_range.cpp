// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/byte_range.h"

#include <algorithm>
#include <limits>

namespace quillway::serve {

namespace {

/// Digits alone; more than fit are taken for as many as there can be. Nothing if there is another character or none.
std::optional<qint64> numberIn(QByteArrayView digits)
{
    if (digits.isEmpty() || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    return fits ? number : std::numeric_limits<qint64>::max();
}

} // namespace

RangeWish parseRange(const QByteArray &header, qint64 size)
{
    const QByteArray unit = "bytes=";
    if (!header.toLower().startsWith(unit))
        return {};
    const QByteArray range = header.sliced(unit.size()).trimmed();
    const qsizetype hyphen = range.indexOf('-');
    if (hyphen < 0)
        return {};
    const QByteArrayView begin = QByteArrayView(range).first(hyphen);
    const QByteArrayView end = QByteArrayView(range).sliced(hyphen + 1);
    const std::optional<qint64> first = numberIn(begin);
    const std::optional<qint64> last = numberIn(end);
    if ((!first && !begin.isEmpty()) || (!last && !end.isEmpty()) || (!first && !last) || (first && last && *last < *first))
        return {};
    if (!first) {
        const qint64 length = std::min(*last, size);
        return length == 0 ? RangeWish { RangeWish::Kind::Unsatisfiable } : RangeWish { RangeWish::Kind::Part, { size - length, length } };
    }
    if (*first >= size)
        return { RangeWish::Kind::Unsatisfiable };
    const qint64 past = std::min(last ? *last : size - 1, size - 1) + 1;
    return { RangeWish::Kind::Part, { *first, past - *first } };
}

} // namespace quillway::serve

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/splices.h"

#include <algorithm>

namespace quillway::text {

QByteArray Splices::applied(QByteArrayView text) const
{
    QList<Splice> sorted = m_splices;
    std::ranges::stable_sort(sorted, {}, [](const Splice &splice) { return splice.span.begin; });
    QByteArray result;
    qsizetype at = 0;
    for (const Splice &splice : std::as_const(sorted)) {
        const qsizetype begin = std::max(at, splice.span.begin);
        result.append(text.sliced(at, begin - at)).append(splice.text);
        at = std::max(begin, splice.span.end);
    }
    return result.append(text.sliced(at));
}

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/line_chunks.h"

#include "core/text/front_matter/lines.h"

#include <QSet>

#include <algorithm>

namespace quillway::text {

namespace {

bool hasComment(QByteArrayView lines)
{
    return std::ranges::any_of(lines, [](char c) { return !isBlank(c) && !isLineEnd(c); });
}

/// `lines` from the first that is not blank.
QByteArrayView withoutBlankLines(QByteArrayView lines)
{
    for (Line line = lineFrom(lines, 0); withoutBlanks(lines.first(line.end)).isEmpty() && line.next > 0; line = lineFrom(lines, 0))
        lines = lines.sliced(line.next);
    return lines;
}

} // namespace

QByteArray composeChunks(const QList<LineChunk> &chunks, const QList<PlannedChild> &plan, const QList<QByteArray> &texts,
                         QByteArrayView newLead)
{
    QSet<qsizetype> staying;
    for (const PlannedChild &planned : plan) {
        if (planned.old)
            staying.insert(*planned.old);
    }
    QByteArray result;
    qsizetype next = 0; // of the chunks whose leads may have lost their child
    const auto addOrphansBefore = [&](qsizetype index) {
        for (; next < index; ++next) {
            if (!staying.contains(next) && hasComment(chunks[next].lead))
                result += chunks[next].lead;
        }
    };
    for (qsizetype index = 0; index < plan.size(); ++index) {
        const std::optional<qsizetype> old = plan[index].old;
        if (old)
            addOrphansBefore(*old);
        const QByteArrayView lead = !old || *old == 0 ? newLead : chunks[*old].lead;
        if (!result.isEmpty())
            result += lead;
        else if (hasComment(lead))
            result += withoutBlankLines(lead);
        result += texts[index];
    }
    addOrphansBefore(chunks.size());
    return result;
}

} // namespace quillway::text

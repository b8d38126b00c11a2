// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/shown_rows.h"

#include <algorithm>

namespace quillway::ui {

namespace {

constexpr qsizetype fewestFolded = 4;

void addUnchanged(QList<ShownRow> &rows, const text::Range &unchanged, qsizetype above, qsizetype below, const QSet<qsizetype> &unfolded)
{
    const qsizetype begin = unchanged.begin + std::min(above, unchanged.count);
    const qsizetype end = std::max(begin, unchanged.end() - below);
    const bool folds = end - begin >= fewestFolded && !unfolded.contains(begin);
    for (qsizetype row = unchanged.begin; row < unchanged.end(); ++row) {
        if (folds && row == begin) {
            rows.append({ begin, end - begin, true });
            row = end - 1;
        } else {
            rows.append({ row, 1, false });
        }
    }
}

} // namespace

QList<ShownRow> shownRows(const text::SideBySide &compared, qsizetype context, const QSet<qsizetype> &unfolded)
{
    QList<ShownRow> rows;
    qsizetype done = 0;
    for (const text::Range &difference : compared.differences) {
        addUnchanged(rows, { done, difference.begin - done }, done == 0 ? 0 : context, context, unfolded);
        for (qsizetype row = difference.begin; row < difference.end(); ++row)
            rows.append({ row, 1, false });
        done = difference.end();
    }
    addUnchanged(rows, { done, compared.rows.size() - done }, done == 0 ? 0 : context, 0, unfolded);
    return rows;
}

} // namespace quillway::ui

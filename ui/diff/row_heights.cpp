// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/row_heights.h"

#include <algorithm>
#include <utility>

namespace quillway::ui {

void RowHeights::assign(std::vector<Row> rows)
{
    m_rows = std::move(rows);
}

bool RowHeights::setMeasured(qsizetype row, int height)
{
    Row &changed = m_rows[static_cast<size_t>(row)];
    changed.measured = true;
    return std::exchange(changed.height, height) != height;
}

void RowHeights::sumUp()
{
    m_tops.resize(m_rows.size() + 1);
    m_tops[0] = 0;
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_tops[i + 1] = m_tops[i] + m_rows[i].height;
}

qsizetype RowHeights::rowAt(int y) const
{
    const auto next = std::ranges::upper_bound(m_tops, y);
    return std::clamp<qsizetype>(next - m_tops.begin() - 1, 0, count() - 1);
}

} // namespace quillway::ui

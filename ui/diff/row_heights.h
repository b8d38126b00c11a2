// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <vector>

namespace quillway::ui {

/// How high each row of a long list is and where it begins, in pixels: thought at first, known once it was measured. A value; places are in step with heights
/// after sumUp().
class RowHeights
{
public:
    struct Row {
        int height = 0;
        bool measured = false;
    };

    void assign(std::vector<Row> rows);

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] int height(qsizetype row) const { return m_rows[static_cast<size_t>(row)].height; }
    [[nodiscard]] bool isMeasured(qsizetype row) const { return m_rows[static_cast<size_t>(row)].measured; }
    /// True if that is another height than was thought.
    bool setMeasured(qsizetype row, int height);

    /// Places every row below those before it. Costs in proportion to their number.
    void sumUp();
    [[nodiscard]] int top(qsizetype row) const { return m_tops[static_cast<size_t>(row)]; } ///< of count(): the end of all
    [[nodiscard]] int total() const { return m_tops.back(); }
    /// The row that has that height within it; the nearest one outside of all. Precondition: there is one.
    [[nodiscard]] qsizetype rowAt(int y) const;

private:
    std::vector<Row> m_rows;
    std::vector<int> m_tops { 0 };
};

} // namespace quillway::ui

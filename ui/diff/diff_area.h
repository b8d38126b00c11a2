// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/row_heights.h"
#include "ui/diff/shown_rows.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <memory>
#include <optional>

class QTextLayout;

namespace quillway::ui {

/// Two texts in two columns, line beside line, each wrapped in its column: line numbers, a sign and a ground for lines that went or came, marks under the words
/// that differ. What is the same is folded. Text can be selected in one column at a time, and copied. Rows are measured as they are seen and, a little at
/// a time, when nothing else is to be done: the window's thread never lays out a whole text.
class DiffArea : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DiffArea(QWidget *parent = nullptr);

    /// Null shows nothing.
    void show(std::shared_ptr<const text::SideBySide> compared);
    /// All lines, or only those around differences.
    void setWhole(bool whole);

    [[nodiscard]] int differences() const;
    /// The difference that one is at, from 0; -1 before one was gone to.
    [[nodiscard]] int difference() const { return m_difference; }
    /// Shows it, near the top.
    void goTo(int difference);

    [[nodiscard]] QString selectedText() const;
    /// What of the row with that line is drawn: for tests, and for finding a line on the screen. Empty if it is folded away.
    [[nodiscard]] QRect rectOf(qsizetype row) const;

Q_SIGNALS:
    void differenceChanged(int difference);
    void nextRequested(); ///< by F7 or Alt+Down
    void previousRequested(); ///< by Shift+F7 or Alt+Up

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Side { Before, After };

    struct Column {
        QRect area; ///< of the whole row height given
        int textLeft;
        int textWidth;
    };

    /// A place in the text of one side.
    struct Spot {
        Side side = Side::Before;
        qsizetype row = 0; ///< of SideBySide::rows
        int position = 0; ///< in the line, UTF-16 units

        [[nodiscard]] auto order() const { return std::pair(row, position); }
    };

    void rebuild();
    void estimateHeights();
    [[nodiscard]] RowHeights::Row estimated(const ShownRow &shown, int charactersPerLine) const;
    void followHeights();
    void followHeightsAround(qsizetype shown, int into);
    void measureVisible();
    void measureSome();
    bool measure(qsizetype shown);
    [[nodiscard]] qsizetype shownAt(int y) const;
    [[nodiscard]] qsizetype shownOf(qsizetype row) const;
    void setUnfolded(qsizetype row);

    static constexpr int side = 10; ///< pixels between a column's edge and what is in it
    static constexpr QLatin1Char plus { '+' }; ///< the sign of a line that came
    static constexpr QChar minus { 0x2212 }; ///< of one that went

    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int signWidth() const;
    [[nodiscard]] Column column(Side side, int top, int height) const;
    [[nodiscard]] std::optional<qsizetype> lineOf(const text::ComparedRow &row, Side side) const;
    [[nodiscard]] QString textOf(const text::ComparedRow &row, Side side) const;
    int layOut(QTextLayout &layout, int width) const;
    [[nodiscard]] std::optional<Spot> spotAt(const QPoint &point, std::optional<Side> side = std::nullopt) const;
    [[nodiscard]] std::optional<text::Range> selectedIn(Side side, qsizetype row, qsizetype length) const;
    void copy() const;

    void paintRow(QPainter &painter, const ShownRow &shown, int top, int height) const;
    void paintFold(QPainter &painter, const ShownRow &shown, const QRect &area) const;
    void paintSide(QPainter &painter, qsizetype row, Side side, int top, int height) const;
    [[nodiscard]] bool isInCurrent(qsizetype row) const;

    std::shared_ptr<const text::SideBySide> m_compared;
    bool m_whole = false;
    QSet<qsizetype> m_unfolded;
    QList<ShownRow> m_shown;
    RowHeights m_heights; ///< of m_shown
    qsizetype m_nextToMeasure = 0;
    QTimer m_measuring;
    int m_difference = -1;
    int m_digits = 1; ///< of the largest line number
    std::optional<Spot> m_anchor;
    std::optional<Spot> m_cursor;
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QTimer>

#include <optional>

namespace quillway::ui {

class OutlineModel;

/// The rows of an outline; a section is dragged to where it is to stand. A line shows where that would be, at the places that it can have. Escape leaves it
/// where it is.
class OutlineList : public QListView
{
    Q_OBJECT

public:
    explicit OutlineList(OutlineModel &model, QWidget *parent = nullptr);

    [[nodiscard]] bool isDragging() const { return m_dragged >= 0; }

Q_SIGNALS:
    void dropped(int section, int before); ///< rows; `before` may be the number of rows

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dragTo(const QPoint &position);
    void scrollAtEdge();
    void endDrag();

    OutlineModel &m_model;
    int m_pressed = -1; ///< a row; -1: none
    QPoint m_pressedAt;
    int m_dragged = -1;
    QPoint m_mouse;
    std::optional<int> m_place; ///< where the dragged section would stand
    QTimer m_scroll; ///< while the mouse is at an edge
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QToolButton;

namespace quillway::ui {

class RowContent;

/// One row of a RowList: the handle that it is dragged by, its content, the button that removes it.
class RowFrame : public QFrame
{
    Q_OBJECT

public:
    RowFrame(RowContent *content, QWidget *parent);

    [[nodiscard]] RowContent &content() const { return *m_content; }
    void setName(const QString &name);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QWidget &handle() const { return *m_handle; }
    [[nodiscard]] QToolButton &removeButton() const { return *m_remove; }

Q_SIGNALS:
    void dragged(int y); ///< in the parent's pixels
    void dropped();
    void stepWanted(int rows); ///< -1: up, 1: down
    void removalWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    RowContent *m_content;
    QWidget *m_handle;
    QToolButton *m_remove;
    bool m_dragging = false;
};

} // namespace quillway::ui

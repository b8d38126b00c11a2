// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/topic_profile.h"

#include <QWidget>

namespace quillway::ui {

/// Posts per year as bars. A bar says its year and number under the mouse and for the keyboard (Left, Right); all of them stand in the accessible description.
class YearsChart : public QWidget
{
    Q_OBJECT

public:
    explicit YearsChart(QWidget *parent = nullptr);

    void setYears(const QList<analysis::YearCount> &years);
    /// The bar that is pointed out, by mouse or keys; -1: none.
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QRectF bar(int index) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCurrent(int index);
    [[nodiscard]] QRectF plot() const;

    QList<analysis::YearCount> m_years;
    int m_most = 0;
    int m_current = -1;
};

/// `2021: 3 posts`.
[[nodiscard]] QString describeYear(const analysis::YearCount &year);

} // namespace quillway::ui

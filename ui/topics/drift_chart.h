// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tag_statistics.h"

#include <QWidget>

namespace quillway::ui {

/// How a topic's neighbouring tags come and go: a row for each, a dot for each year, the larger and darker the more of that year's posts have the tag. A dot says its number under the
/// mouse; all of them stand in the accessible description.
class DriftChart : public QWidget
{
    Q_OBJECT

public:
    explicit DriftChart(QWidget *parent = nullptr);

    void setDrift(const analysis::TagDrift &drift);
    [[nodiscard]] QPointF dot(int series, int year) const; ///< its middle
    [[nodiscard]] double radius(int series, int year) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString describe(int series, int year) const;
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] double left() const; ///< where the dots begin
    [[nodiscard]] double share(int series, int year) const; ///< of the year's posts

    analysis::TagDrift m_drift;
};

} // namespace quillway::ui

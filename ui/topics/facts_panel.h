// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tag_statistics.h"
#include "ui/topics/topic_report.h"

#include <QToolButton>

class QLabel;
class QVBoxLayout;

namespace quillway::ui {

class DriftChart;
class YearsChart;

/// What a fact is called.
[[nodiscard]] QString labelOfFact(const QString &name);

/// A fact to click, press or drag: it goes into the text that was written in last.
class FactButton : public QToolButton
{
    Q_OBJECT

public:
    explicit FactButton(QWidget *parent = nullptr);

    void setFact(const ShownFact &fact);
    [[nodiscard]] const ShownFact &fact() const { return m_fact; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return { 80, sizeHint().height() }; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    ShownFact m_fact;
    QPoint m_pressed;
};

/// The facts of a topic's posts, beside its form.
class FactsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FactsPanel(QWidget *parent = nullptr);

    void setReport(const TopicReport &report);
    /// How its neighbouring tags come and go.
    void setDrift(const analysis::TagDrift &drift);
    [[nodiscard]] YearsChart &chart() { return *m_chart; }

Q_SIGNALS:
    void factChosen(const QString &placeholder);

private:
    QLabel *m_heading;
    QLabel *m_nothing;
    YearsChart *m_chart;
    DriftChart *m_drift;
    QVBoxLayout *m_rows;
    QList<FactButton *> m_facts;
};

} // namespace quillway::ui

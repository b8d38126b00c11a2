// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/facts_panel.h"

#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"
#include "ui/topics/drift_chart.h"
#include "ui/topics/years_chart.h"

#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int side = 8;
constexpr int above = 4;

} // namespace

QString labelOfFact(const QString &name)
{
    if (name == "count"_L1)
        return FactsPanel::tr("Posts");
    if (name == "first"_L1)
        return FactsPanel::tr("First post");
    if (name == "last"_L1)
        return FactsPanel::tr("Newest post");
    if (name == "minutes"_L1)
        return FactsPanel::tr("Minutes to read");
    if (name == "adjacent"_L1)
        return FactsPanel::tr("Neighbouring tags");
    if (name == "motifs"_L1)
        return FactsPanel::tr("Words of the titles");
    if (name == "early"_L1)
        return FactsPanel::tr("Tags at first");
    if (name == "newer"_L1)
        return FactsPanel::tr("Tags of late");
    if (name == "focus"_L1)
        return FactsPanel::tr("Focus");
    return name == "title"_L1 ? FactsPanel::tr("Title") : name;
}

FactButton::FactButton(QWidget *parent)
    : QToolButton(parent)
{
    setFocusPolicy(Qt::TabFocus); // a click leaves the caret where the fact is to go
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void FactButton::setFact(const ShownFact &fact)
{
    m_fact = fact;
    const QString label = labelOfFact(fact.name);
    setAccessibleName(tr("%1: %2").arg(label, fact.value));
    setToolTip(tr("Insert into the text: %1").arg(fact.placeholder));
    updateGeometry();
    update();
}

int FactButton::heightForWidth(int width) const
{
    const QRect value = fontMetrics().boundingRect(0, 0, std::max(40, width - 2 * side), 1000, Qt::TextWordWrap, m_fact.value);
    return 2 * above + QFontMetrics(smallFont(font())).height() + value.height() + 1;
}

QSize FactButton::sizeHint() const
{
    return { 180, heightForWidth(std::max(width(), 120)) };
}

void FactButton::paintEvent(QPaintEvent * /*event*/)
{
    const Colours &colours = coloursFor(isDark());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? colours.accentGround : colours.hover);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect area = rect().adjusted(side, above, -side, -above);
    painter.setFont(smallFont(font()));
    painter.setPen(colours.quiet);
    painter.drawText(area, Qt::AlignTop | Qt::AlignLeft, labelOfFact(m_fact.name));
    const int label = painter.fontMetrics().height();
    painter.setFont(font());
    painter.setPen(colours.text);
    painter.drawText(area.adjusted(0, label, 0, 0), static_cast<int>(Qt::AlignTop | Qt::AlignLeft) | Qt::TextWordWrap, m_fact.value);
}

void FactButton::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QToolButton::mousePressEvent(event);
}

void FactButton::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)
        || (event->position().toPoint() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return QToolButton::mouseMoveEvent(event);
    setDown(false);
    auto *drag = new QDrag(this);
    auto *data = new QMimeData;
    data->setText(m_fact.placeholder);
    drag->setMimeData(data);
    drag->exec(Qt::CopyAction);
}

FactsPanel::FactsPanel(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(tr("What its posts say")))
    , m_nothing(new QLabel(tr("No published post has one of the tags yet. As soon as one does, its facts stand here.")))
    , m_chart(new YearsChart)
    , m_drift(new DriftChart)
    , m_rows(new QVBoxLayout)
{
    setAccessibleName(m_heading->text());
    m_heading->setProperty("role", u"heading"_s);
    m_heading->setContentsMargins(side, 0, side, 2);
    m_nothing->setProperty("role", u"quiet"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(side, 0, side, 0);
    m_rows->setSpacing(1);
    auto *chartRow = new QVBoxLayout;
    chartRow->setContentsMargins(side, 8, side, 4);
    chartRow->setSpacing(6);
    chartRow->addWidget(m_chart);
    chartRow->addWidget(m_drift);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_heading);
    rows->addWidget(m_nothing);
    rows->addLayout(chartRow);
    rows->addLayout(m_rows);
}

void FactsPanel::setReport(const TopicReport &report)
{
    QList<ShownFact> shown;
    const bool hasPosts = !report.profile.posts.isEmpty();
    for (const ShownFact &fact : report.facts) {
        const bool isOwnText = fact.name == "title"_L1 || fact.name == "focus"_L1; // beside the form they would only repeat it
        if (hasPosts && !isOwnText && !fact.value.isEmpty())
            shown.append(fact);
    }
    while (m_facts.size() > shown.size())
        delete m_facts.takeLast();
    while (m_facts.size() < shown.size()) {
        auto *button = new FactButton;
        m_rows->addWidget(button);
        m_facts.append(button);
        connect(button, &QToolButton::clicked, this, [this, button] { Q_EMIT factChosen(button->fact().placeholder); });
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (m_facts.at(i)->fact() != shown.at(i))
            m_facts.at(i)->setFact(shown.at(i));
    }
    m_nothing->setVisible(!hasPosts);
    m_chart->setYears(report.profile.perYear);
    if (!hasPosts)
        m_drift->setDrift({});
}

void FactsPanel::setDrift(const analysis::TagDrift &drift)
{
    m_drift->setDrift(drift);
}

} // namespace quillway::ui

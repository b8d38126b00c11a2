// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/work_area.h"

#include "ui/shell/user_settings.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

void prepare(QSplitter &splitter)
{
    splitter.setHandleWidth(1);
    splitter.setChildrenCollapsible(false);
}

/// What takes the focus for an area; null if nothing in it can.
QWidget *entryOf(QWidget &area)
{
    if (!area.isVisible())
        return nullptr;
    if (area.focusPolicy() != Qt::NoFocus)
        return &area;
    const QList<QWidget *> within = area.findChildren<QWidget *>();
    const auto found = std::ranges::find_if(
        within, [](const QWidget *widget) { return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus); });
    return found == within.end() ? nullptr : *found;
}

} // namespace

WorkArea::WorkArea(const WorkAreaParts &parts, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_writing(new QWidget)
    , m_outline(parts.outline)
    , m_text(new QSplitter(Qt::Horizontal))
    , m_columns(new QSplitter(Qt::Horizontal))
{
    for (QSplitter *splitter : { static_cast<QSplitter *>(this), m_text, m_columns })
        prepare(*splitter);
    parts.library->setMinimumWidth(150);
    parts.posts->setMinimumWidth(180);
    parts.outline->setMinimumWidth(120);
    parts.text->setMinimumWidth(320);
    parts.preview->setMinimumWidth(260);
    m_text->addWidget(parts.outline);
    m_text->addWidget(parts.text);
    m_text->setSizes({ 190, 590 });
    m_text->setStretchFactor(1, 1);
    parts.outline->hide();
    auto *writingRows = new QVBoxLayout(m_writing);
    writingRows->setContentsMargins(0, 0, 0, 0);
    writingRows->setSpacing(0);
    writingRows->addWidget(parts.tabs);
    writingRows->addWidget(m_text, 1);
    for (QWidget *column : { parts.library, parts.posts, m_writing, parts.preview })
        m_columns->addWidget(column);
    m_columns->setSizes({ 190, 250, 590, 410 });
    m_columns->setStretchFactor(2, 3);
    m_columns->setStretchFactor(3, 2);
    addWidget(m_columns);
    for (QWidget *panel : parts.panels)
        addWidget(panel);
    setSizes({ 640, 180 });
    setStretchFactor(0, 1);
    for (QWidget *panel : parts.panels)
        panel->hide();
}

void WorkArea::shareRoom(QWidget &panel)
{
    QList<int> heights = sizes();
    const int at = indexOf(&panel);
    const int room = heights.constFirst() + heights.at(at);
    heights.first() = room - room / 2;
    heights[at] = room / 2;
    setSizes(heights);
}

QList<QWidget *> WorkArea::aroundTheText() const
{
    QList<QWidget *> around { m_outline };
    for (const QSplitter *splitter : { static_cast<const QSplitter *>(m_columns), static_cast<const QSplitter *>(this) }) {
        for (int i = 0; i < splitter->count(); ++i) {
            if (splitter->widget(i) != m_writing && splitter->widget(i) != m_columns)
                around.append(splitter->widget(i));
        }
    }
    return around;
}

void WorkArea::setBare(bool bare, const QList<QWidget *> &around)
{
    if (bare == isBare())
        return;
    if (bare)
        m_before = Former { m_columns->saveState(), saveState(), {} };
    for (QWidget *widget : around + aroundTheText()) {
        if (bare && !widget->isHidden())
            m_before->shown.insert(widget);
        widget->setVisible(!bare && m_before->shown.contains(widget));
    }
    if (bare)
        return;
    m_columns->restoreState(m_before->columns);
    restoreState(m_before->rows);
    m_before.reset();
}

void WorkArea::restoreWidths(const UserSettings &settings)
{
    m_columns->restoreState(settings.state(u"columns"_s));
    m_text->restoreState(settings.state(u"outline-width"_s));
}

void WorkArea::saveWidths(UserSettings &settings) const
{
    settings.setState(u"columns"_s, m_before ? m_before->columns : m_columns->saveState());
    settings.setState(u"outline-width"_s, m_text->saveState());
}

void focusNextArea(const QList<QWidget *> &areas, const QWidget *focused, Qt::FocusReason reason)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (areas.at(i)->hasFocus() || areas.at(i)->isAncestorOf(focused))
            at = i;
    }
    const qsizetype step = reason == Qt::BacktabFocusReason ? areas.size() - 1 : 1;
    for (qsizetype n = 1; n <= areas.size(); ++n) {
        if (QWidget *next = entryOf(*areas.at((at + n * step) % areas.size())))
            return next->setFocus(reason);
    }
}

} // namespace quillway::ui

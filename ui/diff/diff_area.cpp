// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diff_area.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr qsizetype context = 3; ///< unchanged rows around a difference
constexpr qsizetype longestShown = 10'000; ///< UTF-16 units of a line; laying out more takes longer than a key press may
constexpr qint64 sliceMilliseconds = 5;

} // namespace

DiffArea::DiffArea(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Differences"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    m_measuring.setInterval(0);
    connect(&m_measuring, &QTimer::timeout, this, &DiffArea::measureSome);
}

void DiffArea::show(std::shared_ptr<const text::SideBySide> compared)
{
    m_compared = std::move(compared);
    m_unfolded.clear();
    m_difference = -1;
    m_anchor.reset();
    m_cursor.reset();
    verticalScrollBar()->setValue(0);
    const qsizetype lines = m_compared ? std::max(m_compared->beforeLines.size(), m_compared->afterLines.size()) : 0;
    m_digits = static_cast<int>(QLocale().toString(std::max<qsizetype>(lines, 10)).size());
    rebuild();
}

void DiffArea::setWhole(bool whole)
{
    m_whole = whole;
    m_unfolded.clear();
    const int current = m_difference;
    rebuild();
    if (current >= 0)
        goTo(current);
}

int DiffArea::differences() const
{
    return m_compared ? static_cast<int>(m_compared->differences.size()) : 0;
}

void DiffArea::rebuild()
{
    m_shown = m_compared ? shownRows(*m_compared, m_whole ? m_compared->rows.size() : context, m_unfolded) : QList<ShownRow>();
    estimateHeights();
}

// Heights ----------------------------------------------------------------------------------------------------------------------------------------

int DiffArea::lineHeight() const
{
    return fontMetrics().height() + 5;
}

int DiffArea::signWidth() const
{
    return std::max(fontMetrics().horizontalAdvance(minus), fontMetrics().horizontalAdvance(plus));
}

DiffArea::Column DiffArea::column(Side which, int top, int height) const
{
    const int half = viewport()->width() / 2;
    const QRect area(which == Side::Before ? 0 : half + 1, top, which == Side::Before ? half : viewport()->width() - half - 1, height);
    const int gutter = fontMetrics().horizontalAdvance(u'0') * m_digits + signWidth() + 3 * side;
    return { area, area.left() + gutter, std::max(40, area.width() - gutter - side) };
}

RowHeights::Row DiffArea::estimated(const ShownRow &shown, int charactersPerLine) const
{
    if (shown.folded)
        return { lineHeight() + 8, true };
    const text::ComparedRow &row = m_compared->rows[shown.first];
    const qsizetype before = row.before ? m_compared->beforeLines[*row.before].size() : 0;
    const qsizetype after = row.after ? m_compared->afterLines[*row.after].size() : 0;
    const qsizetype length = std::min(std::max(before, after), longestShown);
    return { lineHeight() * static_cast<int>(std::max<qsizetype>(1, (length + charactersPerLine - 1) / charactersPerLine)), false };
}

void DiffArea::estimateHeights()
{
    const int perLine = std::max(1, column(Side::After, 0, 0).textWidth / std::max(1, fontMetrics().averageCharWidth()));
    std::vector<RowHeights::Row> rows;
    rows.reserve(static_cast<size_t>(m_shown.size()));
    for (const ShownRow &shown : std::as_const(m_shown))
        rows.push_back(estimated(shown, perLine));
    m_heights.assign(std::move(rows));
    m_nextToMeasure = 0;
    followHeights();
    measureVisible();
    m_measuring.start();
    viewport()->update();
}

void DiffArea::followHeights()
{
    m_heights.sumUp();
    verticalScrollBar()->setSingleStep(lineHeight());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_heights.total() - viewport()->height()));
}

/// What was `into` pixels below the top of that row stays at the top of the viewport; who was at the end stays there.
void DiffArea::followHeightsAround(qsizetype shown, int into)
{
    const QScrollBar &bar = *verticalScrollBar();
    const bool atEnd = bar.value() > 0 && bar.value() == bar.maximum();
    followHeights();
    verticalScrollBar()->setValue(atEnd ? bar.maximum() : m_heights.top(shown) + into);
}

/// Lays the row out to learn its height; true if that is another one than was thought.
bool DiffArea::measure(qsizetype shown)
{
    if (m_heights.isMeasured(shown))
        return false;
    const text::ComparedRow &row = m_compared->rows[m_shown[shown].first];
    int height = lineHeight();
    for (const Side which : { Side::Before, Side::After }) {
        QTextLayout layout(textOf(row, which), font());
        height = std::max(height, layOut(layout, column(which, 0, 0).textWidth));
    }
    return m_heights.setMeasured(shown, height);
}

/// What is seen stands still while heights above it become known.
void DiffArea::measureVisible()
{
    if (m_shown.isEmpty())
        return;
    for (bool changed = true; changed;) {
        changed = false;
        const qsizetype first = shownAt(0);
        const int into = verticalScrollBar()->value() - m_heights.top(first);
        int below = -into;
        for (qsizetype i = first; i < m_shown.size() && below < viewport()->height(); ++i) {
            changed |= measure(i);
            below += m_heights.height(i);
        }
        if (changed)
            followHeightsAround(first, into);
    }
}

void DiffArea::measureSome()
{
    QElapsedTimer timer;
    timer.start();
    const qsizetype first = m_shown.isEmpty() ? 0 : shownAt(0);
    const int into = m_shown.isEmpty() ? 0 : verticalScrollBar()->value() - m_heights.top(first);
    bool changed = false;
    while (m_nextToMeasure < m_shown.size() && timer.elapsed() < sliceMilliseconds)
        changed |= measure(m_nextToMeasure++);
    if (changed) {
        followHeightsAround(first, into);
        viewport()->update();
    }
    if (m_nextToMeasure >= m_shown.size())
        m_measuring.stop();
}

/// The index in m_shown of what is drawn at that height of the viewport; the last one below all. Precondition: there is one.
qsizetype DiffArea::shownAt(int y) const
{
    return m_heights.rowAt(y + verticalScrollBar()->value());
}

/// The index in m_shown of the row, or of the fold that it is in.
qsizetype DiffArea::shownOf(qsizetype row) const
{
    const auto next = std::ranges::upper_bound(m_shown, row, {}, &ShownRow::first);
    return std::max<qsizetype>(0, next - m_shown.begin() - 1);
}

QRect DiffArea::rectOf(qsizetype row) const
{
    if (m_shown.isEmpty())
        return {};
    const qsizetype i = shownOf(row);
    return m_shown[i].folded ? QRect() : QRect(0, m_heights.top(i) - verticalScrollBar()->value(), viewport()->width(), m_heights.height(i));
}

void DiffArea::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->oldSize().width() == event->size().width()) {
        followHeights();
        return measureVisible();
    }
    const qsizetype first = m_shown.isEmpty() ? 0 : shownAt(0);
    estimateHeights();
    verticalScrollBar()->setValue(m_heights.top(first));
}

void DiffArea::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        estimateHeights();
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void DiffArea::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    measureVisible();
    viewport()->update();
}

// Differences ------------------------------------------------------------------------------------------------------------------------------------

void DiffArea::goTo(int difference)
{
    if (difference < 0 || difference >= differences())
        return;
    const text::Range rows = m_compared->differences[difference];
    const qsizetype shown = shownOf(rows.begin);
    // What is above it on the screen has to be of known height for it to stand where it should.
    const int room = viewport()->height() / 4;
    int above = 0;
    bool changed = measure(shown);
    qsizetype first = shown;
    while (first > 0 && above < room) {
        changed |= measure(--first);
        above += m_heights.height(first);
    }
    if (changed)
        followHeights();
    // A row that would be cut off at the top is left out, if it is not very high.
    const int top = m_heights.top(shown) - room;
    verticalScrollBar()->setValue(above > room * 2 ? top : m_heights.top(first));
    m_difference = difference;
    viewport()->update();
    Q_EMIT differenceChanged(difference);
    QAccessibleAnnouncementEvent event(this, tr("Difference %L1 of %L2").arg(difference + 1).arg(differences()));
    QAccessible::updateAccessibility(&event);
}

bool DiffArea::isInCurrent(qsizetype row) const
{
    if (m_difference < 0)
        return false;
    const text::Range rows = m_compared->differences[m_difference];
    return row >= rows.begin && row < rows.end();
}

void DiffArea::setUnfolded(qsizetype row)
{
    m_unfolded.insert(row);
    const int value = verticalScrollBar()->value();
    rebuild();
    verticalScrollBar()->setValue(value);
}

// Text -------------------------------------------------------------------------------------------------------------------------------------------

std::optional<qsizetype> DiffArea::lineOf(const text::ComparedRow &row, Side which) const
{
    return which == Side::Before ? row.before : row.after;
}

QString DiffArea::textOf(const text::ComparedRow &row, Side which) const
{
    const auto line = lineOf(row, which);
    if (!line)
        return {};
    const QString &text = which == Side::Before ? m_compared->beforeLines[*line] : m_compared->afterLines[*line];
    return text.size() <= longestShown ? text : text.first(longestShown) + u'…';
}

int DiffArea::layOut(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 4);
    layout.setTextOption(option);
    layout.beginLayout();
    int y = 0;
    const int room = (lineHeight() - fontMetrics().height()) / 2;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({ 0.0, double(y + room) });
        y += lineHeight();
    }
    layout.endLayout();
    return y;
}

std::optional<DiffArea::Spot> DiffArea::spotAt(const QPoint &point, std::optional<Side> which) const
{
    if (m_shown.isEmpty())
        return std::nullopt;
    const qsizetype shown = shownAt(point.y());
    if (m_shown[shown].folded)
        return which ? std::optional(Spot { *which, m_shown[shown].first, 0 }) : std::nullopt;
    const Side at = which.value_or(point.x() <= viewport()->width() / 2 ? Side::Before : Side::After);
    const qsizetype row = m_shown[shown].first;
    const Column place = column(at, m_heights.top(shown) - verticalScrollBar()->value(), m_heights.height(shown));
    QTextLayout layout(textOf(m_compared->rows[row], at), font());
    layOut(layout, place.textWidth);
    const int line = std::clamp((point.y() - place.area.top()) / lineHeight(), 0, layout.lineCount() - 1);
    return Spot { at, row, layout.lineAt(line).xToCursor(point.x() - place.textLeft) };
}

std::optional<text::Range> DiffArea::selectedIn(Side which, qsizetype row, qsizetype length) const
{
    if (!m_anchor || !m_cursor || m_anchor->side != which || m_anchor->order() == m_cursor->order())
        return std::nullopt;
    const auto [from, to] = std::minmax({ m_anchor->order(), m_cursor->order() });
    if (row < from.first || row > to.first)
        return std::nullopt;
    const qsizetype begin = row == from.first ? std::min<qsizetype>(from.second, length) : 0;
    const qsizetype end = row == to.first ? std::min<qsizetype>(to.second, length) : length;
    return text::Range { begin, end - begin };
}

QString DiffArea::selectedText() const
{
    if (!m_anchor || !m_cursor)
        return {};
    const auto [from, to] = std::minmax({ m_anchor->row, m_cursor->row });
    QStringList lines;
    for (qsizetype row = from; row <= to; ++row) {
        const auto line = lineOf(m_compared->rows[row], m_anchor->side);
        if (!line)
            continue;
        const QString &text = m_anchor->side == Side::Before ? m_compared->beforeLines[*line] : m_compared->afterLines[*line];
        if (const auto range = selectedIn(m_anchor->side, row, text.size()))
            lines.append(text.sliced(range->begin, range->count));
    }
    return lines.join(u'\n');
}

void DiffArea::copy() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

// Keys and pointer -------------------------------------------------------------------------------------------------------------------------------

void DiffArea::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    QScrollBar &bar = *verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll) && m_compared && !m_compared->rows.isEmpty()) {
        const Side which = m_anchor ? m_anchor->side : Side::Before;
        m_anchor = Spot { which, 0, 0 };
        m_cursor = Spot { which, m_compared->rows.size() - 1, std::numeric_limits<int>::max() };
        return viewport()->update();
    }
    switch (event->key()) {
    case Qt::Key_F7: return event->modifiers() & Qt::ShiftModifier ? Q_EMIT previousRequested() : Q_EMIT nextRequested();
    case Qt::Key_Down: return alt ? Q_EMIT nextRequested() : bar.triggerAction(QScrollBar::SliderSingleStepAdd);
    case Qt::Key_Up: return alt ? Q_EMIT previousRequested() : bar.triggerAction(QScrollBar::SliderSingleStepSub);
    case Qt::Key_PageDown:
    case Qt::Key_Space: return bar.triggerAction(QScrollBar::SliderPageStepAdd);
    case Qt::Key_PageUp: return bar.triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_Home: return bar.triggerAction(QScrollBar::SliderToMinimum);
    case Qt::Key_End: return bar.triggerAction(QScrollBar::SliderToMaximum);
    default: return QAbstractScrollArea::keyPressEvent(event);
    }
}

void DiffArea::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_shown.isEmpty())
        return QAbstractScrollArea::mousePressEvent(event);
    const ShownRow shown = m_shown[shownAt(event->position().toPoint().y())];
    if (shown.folded)
        return setUnfolded(shown.first);
    m_anchor = spotAt(event->position().toPoint());
    m_cursor = m_anchor;
    viewport()->update();
}

void DiffArea::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (!m_shown.isEmpty())
        viewport()->setCursor(m_shown[shownAt(at.y())].folded ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (!(event->buttons() & Qt::LeftButton) || !m_anchor)
        return;
    if (at.y() < 0 || at.y() > viewport()->height())
        verticalScrollBar()->triggerAction(at.y() < 0 ? QScrollBar::SliderSingleStepSub : QScrollBar::SliderSingleStepAdd);
    m_cursor = spotAt({ at.x(), std::clamp(at.y(), 0, viewport()->height() - 1) }, m_anchor->side);
    viewport()->update();
}

void DiffArea::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copying = menu.addAction(tr("Copy"), QKeySequence::Copy, this, &DiffArea::copy);
    copying->setEnabled(!selectedText().isEmpty());
    menu.exec(event->globalPos());
}

} // namespace quillway::ui

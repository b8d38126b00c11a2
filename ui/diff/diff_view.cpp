// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diff_view.h"

#include "core/base/utf8.h"
#include "ui/diff/diff_area.h"
#include "ui/style/icons.h"

#include <QFrame>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// Nothing if one of them is no text.
std::shared_ptr<const text::SideBySide> compareBytes(const QByteArray &before, const QByteArray &after)
{
    if (firstInvalidUtf8(before) || firstInvalidUtf8(after))
        return nullptr;
    return std::make_shared<const text::SideBySide>(text::compareSideBySide(QString::fromUtf8(before), QString::fromUtf8(after)));
}

QToolButton *stepButton(const QString &icon, const QString &name, const QString &key)
{
    auto *button = new QToolButton;
    button->setIcon(themeIcon(icon));
    button->setAccessibleName(name);
    button->setToolTip(u"%1 (%2)"_s.arg(name, key));
    return button;
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_area(new DiffArea)
    , m_stack(new QStackedWidget)
    , m_message(new QLabel)
    , m_before(new QLabel)
    , m_after(new QLabel)
    , m_summary(new QLabel)
    , m_whole(new QToolButton)
    , m_next(stepButton(u"go-down"_s, tr("Next difference"), tr("F7")))
    , m_previous(stepButton(u"go-up"_s, tr("Previous difference"), tr("Shift+F7")))
{
    setProperty("role", u"ground"_s);
    setAttribute(Qt::WA_StyledBackground);
    for (QLabel *label : { m_before, m_after, m_summary, m_message })
        label->setTextFormat(Qt::PlainText);
    m_before->setProperty("role", u"heading"_s);
    m_after->setProperty("role", u"heading"_s);
    m_summary->setProperty("role", u"quiet"_s);
    m_message->setProperty("role", u"quiet"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_whole->setText(tr("All lines"));
    m_whole->setToolTip(tr("Show the lines that are the same as well"));
    m_whole->setCheckable(true);
    connect(m_whole, &QToolButton::toggled, m_area, &DiffArea::setWhole);
    connect(m_next, &QToolButton::clicked, this, &DiffView::goToNext);
    connect(m_previous, &QToolButton::clicked, this, &DiffView::goToPrevious);
    connect(m_area, &DiffArea::nextRequested, this, &DiffView::goToNext);
    connect(m_area, &DiffArea::previousRequested, this, &DiffView::goToPrevious);
    connect(m_area, &DiffArea::differenceChanged, this, &DiffView::updateSummary);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(12, 5, 8, 5);
    tools->setSpacing(4);
    tools->addWidget(m_summary, 1);
    tools->addWidget(m_whole);
    tools->addWidget(m_previous);
    tools->addWidget(m_next);
    auto *captions = new QHBoxLayout;
    captions->setContentsMargins(12, 0, 12, 6);
    captions->setSpacing(12);
    captions->addWidget(m_before, 1);
    captions->addWidget(m_after, 1);
    auto *line = new QFrame;
    line->setProperty("role", u"strip"_s);
    line->setFixedHeight(1);
    auto *texts = new QWidget;
    auto *textRows = new QVBoxLayout(texts);
    textRows->setContentsMargins(0, 0, 0, 0);
    textRows->setSpacing(0);
    textRows->addLayout(tools);
    textRows->addLayout(captions);
    textRows->addWidget(line);
    textRows->addWidget(m_area, 1);
    m_stack->addWidget(m_message);
    m_stack->addWidget(texts);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_stack);
    setFocusProxy(m_area);
}

void DiffView::compare(const DiffSide &before, const DiffSide &after)
{
    const quint64 request = ++m_request;
    const bool same = before.bytes == after.bytes;
    // Not QFuture::then(): it may call at once, and who asked has to be able to rely on it that nothing is shown before this returns.
    auto *watcher = new QFutureWatcher<std::shared_ptr<const text::SideBySide>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, request, same, left = before.caption, right = after.caption] {
        watcher->deleteLater();
        if (request != m_request)
            return;
        m_before->setText(left);
        m_after->setText(right);
        take(watcher->result(), same);
    });
    watcher->setFuture(QtConcurrent::run(&compareBytes, before.bytes, after.bytes));
}

void DiffView::take(const std::shared_ptr<const text::SideBySide> &compared, bool same)
{
    m_compared = compared;
    m_area->show(compared);
    m_stack->setCurrentIndex(compared ? 1 : 0);
    m_message->setText(compared ? QString() : tr("This version is not text, so that it cannot be shown."));
    if (m_area->differences() > 0)
        m_area->goTo(0);
    updateSummary();
    Q_EMIT this->compared(same);
}

void DiffView::showMessage(const QString &message)
{
    ++m_request;
    m_compared.reset();
    m_area->show(nullptr);
    m_message->setText(message);
    m_stack->setCurrentIndex(0);
}

void DiffView::updateSummary()
{
    const int count = m_area->differences();
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    if (!m_compared)
        return;
    if (count == 0)
        return m_summary->setText(m_compared->endsOnly ? tr("Only line ends differ") : tr("No differences"));
    const QString place = tr("Difference %L1 of %L2").arg(m_area->difference() + 1).arg(count);
    const QString gone = m_compared->linesGone == 1 ? tr("1 line removed")
                                                    : tr("%Ln lines removed", nullptr, static_cast<int>(m_compared->linesGone));
    m_summary->setText(tr("%1 · %2, %L3 added").arg(place, gone).arg(m_compared->linesCome));
}

void DiffView::goToNext()
{
    if (const int count = m_area->differences(); count > 0)
        m_area->goTo((m_area->difference() + 1) % count);
}

void DiffView::goToPrevious()
{
    if (const int count = m_area->differences(); count > 0)
        m_area->goTo((std::max(0, m_area->difference()) + count - 1) % count);
}

} // namespace quillway::ui

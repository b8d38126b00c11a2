// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_panel.h"

#include "core/base/content_hash.h"
#include "ui/diff/diff_area.h"
#include "ui/diff/diff_view.h"
#include "ui/history/version_delegate.h"
#include "ui/history/version_model.h"
#include "ui/problems/messages.h"
#include "ui/style/icons.h"

#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace std::chrono_literals;

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new VersionModel(this))
    , m_list(new QListView)
    , m_diff(new DiffView)
    , m_title(new QLabel)
    , m_restore(new QPushButton(tr("Restore this version")))
{
    setProperty("role", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("role", u"heading"_s);
    m_title->setTextFormat(Qt::PlainText);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(u"window-close"_s));
    close->setIconSize({ 16, 16 });
    close->setAccessibleName(tr("Close the previous versions"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &HistoryPanel::closeRequested);
    m_restore->setProperty("role", u"primary"_s);
    m_restore->setToolTip(tr("Make it the text again; this can be undone"));
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (m_loaded)
            Q_EMIT restoreRequested(QByteArray(*m_loaded));
    });

    m_list->setModel(m_model);
    m_list->setItemDelegate(new VersionDelegate(m_list));
    m_list->setAccessibleName(tr("Previous versions"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::choose);
    connect(m_list, &QListView::activated, this, [this] { m_diff->setFocus(Qt::OtherFocusReason); });
    connect(m_diff, &DiffView::compared, this, [this](bool same) { updateRestore(!same); });

    m_settled.setSingleShot(true);
    m_settled.setInterval(200ms);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        m_model->setCurrent(contentHash(m_current));
        compare();
    });

    auto *header = new QHBoxLayout;
    header->setContentsMargins(14, 6, 6, 6);
    header->setSpacing(8);
    header->addWidget(m_title, 1);
    header->addWidget(m_restore);
    header->addWidget(close);
    auto *columns = new QSplitter;
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_list);
    columns->addWidget(m_diff);
    columns->setStretchFactor(1, 1);
    columns->setSizes({ fontMetrics().averageCharWidth() * 30, fontMetrics().averageCharWidth() * 120 });
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(columns, 1);
    setFocusProxy(m_list);
    setVersions({}, {}, {});
}

void HistoryPanel::setVersions(const QString &title, const QList<store::Version> &versions, LoadVersion load)
{
    const QModelIndex chosen = m_list->currentIndex();
    const QByteArray hash = chosen.isValid() ? m_model->version(chosen.row()).hash : QByteArray();
    m_title->setText(title.isEmpty() ? tr("Previous versions") : tr("Previous versions of “%1”").arg(title));
    m_versions = versions;
    m_load = std::move(load);
    refill(hash);
}

/// The list, with that version chosen if it is there.
void HistoryPanel::refill(const QByteArray &chosen)
{
    ++m_request;
    m_loaded.reset();
    updateRestore(false);
    const QByteArray current = contentHash(m_current);
    m_model->setVersions(m_versions, current, QDateTime::currentDateTime());
    if (m_versions.isEmpty())
        return m_diff->showMessage(tr("There are no previous versions yet. One is kept with each save."));
    auto place = std::ranges::find(m_versions, chosen, &store::Version::hash);
    if (place == m_versions.end())
        place = std::ranges::find_if(m_versions, [&](const store::Version &version) { return version.hash != current; });
    const int row = place == m_versions.end() ? 0 : static_cast<int>(place - m_versions.begin());
    m_list->setCurrentIndex(m_model->index(row));
}

void HistoryPanel::setCurrent(const QByteArray &text)
{
    if (text == m_current)
        return;
    m_current = text;
    updateRestore(false);
    m_settled.start();
}

void HistoryPanel::choose(const QModelIndex &index)
{
    const quint64 request = ++m_request;
    m_loaded.reset();
    updateRestore(false);
    if (!index.isValid() || !m_load)
        return;
    const store::Version version = m_model->version(index.row());
    auto *watcher = new QFutureWatcher<Result<QByteArray>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, request, version] {
        watcher->deleteLater();
        takeLoaded(request, version, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(m_load, version));
}

void HistoryPanel::takeLoaded(quint64 request, const store::Version &version, const Result<QByteArray> &bytes)
{
    if (request != m_request)
        return;
    if (!bytes)
        return m_diff->showMessage(tr("This version cannot be read: %1").arg(describeProblem(bytes.error())));
    m_loaded = *bytes;
    m_caption = describeMoment(version.when, QDateTime::currentDateTime());
    compare();
}

void HistoryPanel::compare()
{
    updateRestore(false);
    if (!m_loaded)
        return;
    m_diff->compare({ m_caption, *m_loaded }, { tr("Now"), m_current });
}

/// Nothing is brought back unseen.
void HistoryPanel::updateRestore(bool shown)
{
    m_restore->setEnabled(shown && m_loaded && *m_loaded != m_current);
}

void HistoryPanel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: return Q_EMIT closeRequested();
    case Qt::Key_F7: return event->modifiers() & Qt::ShiftModifier ? m_diff->goToPrevious() : m_diff->goToNext();
    default: return QWidget::keyPressEvent(event);
    }
}

} // namespace quillway::ui

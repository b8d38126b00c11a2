// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/posts/post_list.h"

#include "ui/posts/inline_prompt.h"
#include "ui/posts/post_delegate.h"
#include "ui/style/icons.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

PostList::PostList(QWidget *parent)
    : QWidget(parent)
    , m_model(new PostListModel(this))
    , m_count(new QLabel)
    , m_filter(new QLineEdit)
    , m_view(new QListView)
    , m_prompt(new InlinePrompt)
    , m_nothing(new QLabel(tr("No post matches the filter."), m_view))
{
    setProperty("role", u"ground"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_count->setProperty("role", u"heading"_s);
    m_filter->setPlaceholderText(tr("Filter: words, tag:go, is:draft"));
    m_filter->setToolTip(tr("Words of the title, tag:NAME, topic:NAME, path:NAME, is:draft, is:scheduled, is:published, is:modified"));
    m_filter->setAccessibleName(tr("Filter posts"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_nothing->setProperty("role", u"quiet"_s);
    m_nothing->setWordWrap(true);
    m_nothing->move(14, 12);
    m_nothing->hide();

    m_view->setModel(m_model);
    m_view->setItemDelegate(new PostDelegate(m_view));
    m_view->setAccessibleName(tr("Posts"));
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);

    auto *add = new QToolButton;
    add->setIcon(themeIcon(u"list-add"_s));
    add->setIconSize({ 16, 16 });
    add->setToolTip(tr("New post (Ctrl+N)"));
    add->setAccessibleName(tr("New post"));
    connect(add, &QToolButton::clicked, this, &PostList::newPostRequested);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(14, 10, 8, 6);
    header->setSpacing(2);
    header->addWidget(m_count, 1);
    header->addWidget(orderButton());
    header->addWidget(add);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(12, 0, 12, 10);
    filterRow->addWidget(m_filter);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(m_prompt);
    rows->addLayout(filterRow);
    rows->addWidget(m_view, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(search::parsePostFilter(text));
        keepCurrent();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const model::PostPtr post = m_model->post(current.row());
        if (!post || m_choosing || post->file == m_current)
            return;
        m_current = post->file;
        Q_EMIT opened(post->file);
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const model::PostPtr post = m_model->post(index.row()))
            Q_EMIT opened(post->file);
    });
    connect(m_view, &QListView::activated, this, &PostList::textWanted);
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint &position) {
        if (m_view->indexAt(position).isValid())
            Q_EMIT contextMenuRequested(m_view->viewport()->mapToGlobal(position));
    });
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(m_model, signal, this, &PostList::showCount);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        showCount();
        keepCurrent();
    });
    showCount();
}

QToolButton *PostList::orderButton()
{
    auto *button = new QToolButton;
    button->setIcon(themeIcon(u"view-sort"_s));
    button->setIconSize({ 16, 16 });
    button->setToolTip(tr("Order of the posts"));
    button->setAccessibleName(tr("Order of the posts"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    auto *group = new QActionGroup(menu);
    for (const auto &[text, order] :
         { std::pair(tr("&Newest first"), PostOrder::Newest), std::pair(tr("&Oldest first"), PostOrder::Oldest),
           std::pair(tr("By &title"), PostOrder::Title), std::pair(tr("&Last changed first"), PostOrder::LastChanged) }) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(order == PostOrder::Newest);
        group->addAction(action);
        connect(action, &QAction::triggered, m_model, [this, order] {
            m_model->setOrder(order);
            keepCurrent();
        });
    }
    button->setMenu(menu);
    return button;
}

void PostList::setSite(const model::SitePtr &site)
{
    m_model->setSite(site, QDateTime::currentDateTimeUtc());
    showCount();
    keepCurrent();
}

void PostList::setModified(const QSet<SitePath> &files)
{
    m_model->setModified(files);
}

void PostList::setFilterText(const QString &text)
{
    m_filter->setText(text);
}

QString PostList::filterText() const
{
    return m_filter->text();
}

void PostList::setCurrent(const std::optional<SitePath> &file)
{
    m_current = file;
    keepCurrent();
}

/// What is open stays the current row whenever it is among the rows.
void PostList::keepCurrent()
{
    const QModelIndex row = m_current ? m_model->indexOf(*m_current) : QModelIndex();
    if (row == m_view->currentIndex() && (!row.isValid() || m_view->selectionModel()->isSelected(row)))
        return;
    m_choosing = true;
    if (row.isValid())
        m_view->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
    else
        m_view->selectionModel()->clear();
    m_choosing = false;
    if (row.isValid())
        m_view->scrollTo(row);
}

QList<SitePath> PostList::selectedFiles() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows);
    QList<SitePath> files;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (const model::PostPtr post = m_model->post(row.row()))
            files.append(post->file);
    }
    return files;
}

std::optional<SitePath> PostList::neighbourOf(const SitePath &file) const
{
    const int row = m_model->indexOf(file).row();
    if (row < 0)
        return std::nullopt;
    for (const int near : { row + 1, row - 1 }) {
        if (const model::PostPtr post = m_model->post(near))
            return post->file;
    }
    return std::nullopt;
}

void PostList::showCount()
{
    const int count = m_model->rowCount();
    m_count->setText(count == 1 ? tr("1 post") : tr("%Ln posts", nullptr, static_cast<int>(count)));
    m_nothing->setVisible(count == 0 && !m_filter->text().isEmpty());
}

void PostList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool PostList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_model->rowCount() > 0) {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_view.h"

#include "ui/library/library_delegate.h"

#include <QMouseEvent>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using Kind = LibraryEntry::Kind;

LibraryView::LibraryView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new LibraryModel(this))
{
    setModel(m_model);
    setItemDelegate(new LibraryDelegate(this));
    setAccessibleName(tr("Library"));
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT chosen(m_model->entry(current));
    });
}

void LibraryView::setSite(const model::SitePtr &site)
{
    m_model->setSite(site, QDateTime::currentDateTimeUtc());
    if (m_opened)
        return;
    m_opened = true;
    for (const Kind kind : { Kind::Topics, Kind::Paths, Kind::Pages })
        expand(m_model->indexOf(kind));
}

void LibraryView::setProblemCount(int count)
{
    m_model->setProblemCount(count);
}

void LibraryView::selectAllPosts()
{
    const QSignalBlocker quiet(selectionModel());
    setCurrentIndex(m_model->indexOf(Kind::AllPosts));
    viewport()->update();
}

void LibraryView::drawBranches(QPainter * /*painter*/, const QRect & /*rect*/, const QModelIndex & /*index*/) const
{
    // The delegate draws the arrow inside the row.
}

/// A press on a heading opens and closes it; a press on what is already chosen chooses it again.
void LibraryView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex before = currentIndex();
    QTreeView::mousePressEvent(event);
    const QModelIndex pressed = indexAt(event->pos());
    if (!pressed.isValid() || event->button() != Qt::LeftButton)
        return;
    constexpr int arrow = 30; // pixels at the left of a heading
    const bool leadsSomewhere = m_model->entry(pressed).kind == Kind::Tags;
    if (m_model->hasChildren(pressed) && (!leadsSomewhere || event->position().x() < arrow))
        setExpanded(pressed, !isExpanded(pressed));
    if (pressed == before)
        Q_EMIT chosen(m_model->entry(pressed));
}

std::optional<QString> filterFor(const LibraryEntry &entry)
{
    const auto condition = [](QStringView name, const QString &value) {
        return value.contains(u' ') ? u"%1:\"%2\""_s.arg(name, value) : u"%1:%2"_s.arg(name, value);
    };
    switch (entry.kind) {
    case Kind::AllPosts: return QString();
    case Kind::Drafts: return u"is:draft"_s;
    case Kind::Scheduled: return u"is:scheduled"_s;
    case Kind::Topic: return condition(u"topic", entry.key);
    case Kind::Path: return condition(u"path", entry.key);
    case Kind::Tag: return condition(u"tag", entry.key);
    case Kind::Topics:
    case Kind::Paths:
    case Kind::Tags:
    case Kind::Pages:
    case Kind::Page:
    case Kind::Problems:
    case Kind::Publishing: break;
    }
    return std::nullopt;
}

} // namespace quillway::ui

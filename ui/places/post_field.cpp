// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/post_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLocale>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace quillway::ui {

PostField::PostField(QWidget *parent)
    : QLineEdit(parent)
    , m_offered(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offered, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->setMaxVisibleItems(10);
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &PostField::look);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.data(SlugRole).toString()); });
}

void PostField::setSite(const model::SitePtr &site)
{
    const bool isOther = !m_site || !site || !model::differInBodiesOnly(*m_site, *site);
    m_site = site;
    if (isOther) {
        m_index.reset();
    }
}

void PostField::look()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() || !m_site) {
        m_job.cancel();
        return m_completer->popup()->hide();
    }
    m_job.run(
        [site = m_site, index = m_index, typed] {
            Found found { index ? index : std::make_shared<const search::NameIndex>(*site), {} };
            found.places = found.index->find(typed, { .only = search::NamedPlace::Kind::Post, .recent = {}, .most = 30 });
            return found;
        },
        [this, typed, site = m_site](const Found &found) {
            if (site == m_site)
                m_index = found.index;
            if (typed == text().trimmed())
                offer(typed, found);
        });
}

void PostField::offer(const QString & /*typed*/, const Found &found)
{
    m_offered->clear();
    for (const search::FoundPlace &one : found.places) {
        const model::PostPtr post = one.place.file ? m_site->postByFile(*one.place.file) : nullptr;
        if (!post)
            continue;
        const QString day = post->date ? QLocale().toString(post->date->at.date(), u"MMM yyyy"_s) : tr("no date");
        auto *item = new QStandardItem(u"%1   %2"_s.arg(post->title.isEmpty() ? tr("Untitled") : post->title, day));
        item->setData(post->slug, SlugRole);
        item->setEditable(false);
        m_offered->appendRow(item);
    }
    if (std::exchange(m_takeFirst, false) && m_offered->rowCount() > 0)
        return take(m_offered->index(0, 0).data(SlugRole).toString());
    if (m_offered->rowCount() == 0 || !hasFocus())
        return m_completer->popup()->hide();
    m_completer->complete();
}

void PostField::take(const QString &slug)
{
    m_job.cancel();
    m_completer->popup()->hide();
    m_takeFirst = false;
    // QCompleter writes what was chosen into the field once this returns.
    QMetaObject::invokeMethod(
        this,
        [this, slug] {
            clear();
            m_offered->clear();
            Q_EMIT chosen(slug);
        },
        Qt::QueuedConnection);
}

void PostField::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer->popup()->isVisible()) {
        if (isReturn && !m_completer->popup()->currentIndex().isValid())
            return take(m_offered->index(0, 0).data(SlugRole).toString());
        if (isReturn || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape)
            return event->ignore();
    } else if (isReturn && !text().trimmed().isEmpty()) {
        m_takeFirst = true;
        look();
        return event->accept();
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace quillway::ui

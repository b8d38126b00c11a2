// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_tabs.h"

#include "ui/style/appearance.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int widest = 220; // pixels

} // namespace

FileTabs::FileTabs(TitleOf titleOf, QWidget *parent)
    : QTabBar(parent)
    , m_titleOf(std::move(titleOf))
{
    setAccessibleName(tr("Open texts"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setTabsClosable(true);
    setElideMode(Qt::ElideRight);
    setSelectionBehaviorOnRemove(QTabBar::SelectPreviousTab);
    hide();
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        // Also told when the same tab has another index.
        if (m_isShowing || index < 0 || m_shown == fileAt(index))
            return;
        m_shown = fileAt(index);
        Q_EMIT chosen(*m_shown);
    });
    connect(this, &QTabBar::tabCloseRequested, this, &FileTabs::close);
    connect(this, &QTabBar::tabBarDoubleClicked, this, [this](int index) {
        if (index >= 0)
            keep(fileAt(index));
    });
}

SitePath FileTabs::fileAt(int index) const
{
    return SitePath::parse(tabData(index).toString()).value();
}

int FileTabs::indexOf(const SitePath &file) const
{
    for (int i = 0; i < count(); ++i) {
        if (fileAt(i) == file)
            return i;
    }
    return -1;
}

std::optional<SitePath> FileTabs::current() const
{
    return currentIndex() >= 0 ? std::optional(fileAt(currentIndex())) : std::nullopt;
}

QList<SitePath> FileTabs::files() const
{
    QList<SitePath> all;
    for (int i = 0; i < count(); ++i)
        all.append(fileAt(i));
    return all;
}

void FileTabs::showFile(const std::optional<SitePath> &file)
{
    if (!file)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    m_shown = file;
    if (const int known = indexOf(*file); known >= 0)
        return setCurrentIndex(known);
    if (const int passing = m_passing ? indexOf(*m_passing) : -1; passing >= 0) {
        m_passing = *file;
        setFile(passing, *file);
        return setCurrentIndex(passing);
    }
    m_passing = *file;
    const int made = insertTab(currentIndex() + 1, QString());
    setFile(made, *file);
    setCurrentIndex(made);
    updateVisibility();
}

void FileTabs::add(const QList<SitePath> &files)
{
    const QScopedValueRollback showing(m_isShowing, true);
    for (const SitePath &file : files) {
        if (indexOf(file) < 0)
            setFile(addTab(QString()), file);
    }
    updateVisibility();
}

void FileTabs::setFile(int index, const SitePath &file)
{
    setTabData(index, file.toString());
    describe(index);
}

void FileTabs::describe(int index)
{
    const SitePath file = fileAt(index);
    QString title = m_titleOf(file);
    if (title.isEmpty())
        title = file.fileName();
    const bool isModified = m_modified.contains(file);
    const bool isPassing = m_passing == file;
    // An ampersand would be taken for a shortcut's mark.
    setTabText(index, (isModified ? u"• "_s : QString()) + QString(title).replace(u'&', u"&&"_s));
    setTabTextColor(index, isPassing ? coloursFor(isDark()).quiet : QColor());
    QString tip = file.toString().toHtmlEscaped();
    if (isPassing)
        tip += u"<br>"_s + tr("The next text that you open takes this tab. Edit, or double-click the tab, to keep it.").toHtmlEscaped();
    setTabToolTip(index, u"<p>"_s + tip + u"</p>"_s);
    setAccessibleTabName(index, isModified ? tr("%1, not saved").arg(title) : title);
}

void FileTabs::refresh()
{
    for (int i = 0; i < count(); ++i)
        describe(i);
}

void FileTabs::keep(const SitePath &file)
{
    if (m_passing != file)
        return;
    m_passing.reset();
    refresh();
}

void FileTabs::setModified(const QSet<SitePath> &files)
{
    m_modified = files;
    if (m_passing && files.contains(*m_passing))
        m_passing.reset();
    refresh();
}

void FileTabs::rename(const SitePath &from, const SitePath &to)
{
    for (auto *file : { &m_passing, &m_shown }) {
        if (*file == from)
            *file = to;
    }
    if (const int index = indexOf(from); index >= 0)
        setFile(index, to);
}

void FileTabs::remove(const SitePath &file)
{
    if (const int index = indexOf(file); index >= 0)
        close(index);
}

void FileTabs::removeAll()
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_passing.reset();
    m_shown.reset();
    while (count() > 0)
        removeTab(count() - 1);
    updateVisibility();
}

void FileTabs::close(int index)
{
    if (m_passing == fileAt(index))
        m_passing.reset();
    removeTab(index); // tells of the next current one
    updateVisibility();
    if (count() > 0)
        return;
    m_shown.reset();
    Q_EMIT emptied();
}

void FileTabs::closeOthers(const SitePath &kept)
{
    if (current() != kept)
        setCurrentIndex(indexOf(kept));
    for (int i = count() - 1; i >= 0; --i) {
        if (fileAt(i) != kept)
            close(i);
    }
}

void FileTabs::closeCurrent()
{
    if (currentIndex() >= 0)
        close(currentIndex());
}

void FileTabs::step(int by)
{
    if (count() > 1)
        setCurrentIndex((currentIndex() + by + count()) % count());
}

void FileTabs::updateVisibility()
{
    setVisible(m_isWanted && count() > 1);
}

void FileTabs::setWanted(bool wanted)
{
    m_isWanted = wanted;
    updateVisibility();
}

void FileTabs::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        if (const int index = tabAt(event->position().toPoint()); index >= 0)
            close(index);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

void FileTabs::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? currentIndex() : tabAt(event->pos());
    if (index < 0)
        return;
    const SitePath file = fileAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Close"), this, [this, file] { remove(file); });
    menu->addAction(tr("Close &others"), this, [this, file] { closeOthers(file); })->setEnabled(count() > 1);
    menu->addAction(tr("&Keep open"), this, [this, file] { keep(file); })->setEnabled(m_passing == file);
    menu->popup(byKey ? mapToGlobal(tabRect(index).bottomLeft()) : event->globalPos());
}

void FileTabs::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh(); // the quiet colour is another one
}

QSize FileTabs::tabSizeHint(int index) const
{
    const QSize hint = QTabBar::tabSizeHint(index);
    return { std::min(hint.width(), widest), hint.height() };
}

} // namespace quillway::ui

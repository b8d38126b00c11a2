// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/full_screen.h"

#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/shell/site_view.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace quillway::ui {

namespace {

constexpr int edgeHeight = 3; // pixels
constexpr std::chrono::milliseconds idleTime { 350 }; // the mouse may leave the menu bar for so long

} // namespace

FullScreen::FullScreen(QMainWindow &window, SiteView &view, QList<QAction *> columns)
    : QObject(&window)
    , m_window(window)
    , m_view(view)
    , m_columns(std::move(columns))
    , m_edge(new QWidget(&window))
{
    m_edge->hide();
    m_edge->installEventFilter(this);
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTime);
    connect(&m_idle, &QTimer::timeout, this, &FullScreen::hideMenuIfIdle);
    window.installEventFilter(this);
    window.menuBar()->installEventFilter(this);
}

void FullScreen::setOn(bool on)
{
    if (on == m_window.isFullScreen())
        return;
    if (on)
        Q_EMIT aboutToEnter();
    m_window.setWindowState(m_window.windowState().setFlag(Qt::WindowFullScreen, on));
    follow();
}

void FullScreen::follow()
{
    if (m_on == m_window.isFullScreen())
        return;
    m_on ? leave() : enter();
    Q_EMIT changed(m_on);
}

void FullScreen::enter()
{
    m_on = true;
    m_view.setBare(true);
    m_wereShown.clear();
    for (QAction *column : std::as_const(m_columns)) {
        m_wereShown.append(column->isChecked());
        column->setChecked(false);
    }
    for (QAction *menu : m_window.menuBar()->actions()) {
        if (menu->menu()) {
            connect(menu->menu(), &QMenu::aboutToShow, this, [this] { setMenuShown(true); });
            connect(menu->menu(), &QMenu::aboutToHide, &m_idle, qOverload<>(&QTimer::start));
        }
    }
    setMenuShown(false);
    placeEdge();
    m_view.focusContent();
}

void FullScreen::leave()
{
    for (QAction *menu : m_window.menuBar()->actions()) {
        if (menu->menu()) {
            menu->menu()->disconnect(this);
            menu->menu()->disconnect(&m_idle);
        }
    }
    m_idle.stop();
    m_edge->hide();
    setMenuShown(true);
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_columns.at(i)->setChecked(m_wereShown.at(i));
    m_view.setBare(false);
    m_on = false;
}

/// Not hidden but without height: a hidden menu bar's keys do nothing.
void FullScreen::setMenuShown(bool shown)
{
    m_window.menuBar()->setMaximumHeight(shown ? QWIDGETSIZE_MAX : 0);
}

void FullScreen::hideMenuIfIdle()
{
    QMenuBar &menus = *m_window.menuBar();
    if (!m_on)
        return;
    if (menus.underMouse() || m_edge->underMouse() || menus.hasFocus() || QApplication::activePopupWidget())
        return m_idle.start();
    setMenuShown(false);
}

void FullScreen::placeEdge()
{
    m_edge->setGeometry(0, 0, m_window.width(), edgeHeight);
    m_edge->show();
    m_edge->raise();
}

void FullScreen::openMenu()
{
    QMenuBar &menus = *m_window.menuBar();
    if (m_on)
        setMenuShown(true);
    if (!menus.actions().isEmpty())
        menus.setActiveAction(menus.actions().constFirst());
}

bool FullScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::WindowStateChange)
        follow();
    if (!m_on)
        return false;
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == &m_window)
            placeEdge();
        break;
    case QEvent::KeyPress:
        if (watched != &m_window || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
            break;
        setOn(false);
        return true;
    case QEvent::Enter:
        if (watched == m_edge) {
            setMenuShown(true);
            m_idle.start();
        }
        break;
    case QEvent::FocusIn:
        if (watched == m_window.menuBar())
            setMenuShown(true);
        break;
    case QEvent::FocusOut:
    case QEvent::Leave:
        if (watched == m_window.menuBar())
            m_idle.start();
        break;
    default: break;
    }
    return false;
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;
class QMainWindow;

namespace quillway::ui {

class SiteView;

/// The full screen has nothing but the text. The menu bar comes with Alt, its letters or F10, and where the mouse touches the upper edge, and goes again; its
/// keys work all the time. Escape, where nothing else has a use for it, and leaving the state by whatever way give back what was there.
class FullScreen : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it; `window` owns it. `columns` are the checkable actions that show and hide parts of the view.
    FullScreen(QMainWindow &window, SiteView &view, QList<QAction *> columns);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }

    /// Opens the first menu, on the full screen or not.
    void openMenu();

Q_SIGNALS:
    void aboutToEnter();
    void changed(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(); ///< the window's state
    void enter();
    void leave();
    void setMenuShown(bool shown);
    void hideMenuIfIdle();
    void placeEdge();

    QMainWindow &m_window;
    SiteView &m_view;
    QList<QAction *> m_columns;
    QList<bool> m_wereShown; ///< columns, before
    QWidget *m_edge; ///< the uppermost pixels
    QTimer m_idle;
    bool m_on = false;
};

} // namespace quillway::ui

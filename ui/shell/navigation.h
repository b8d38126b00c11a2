// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/place_history.h"

#include <QObject>

namespace quillway::workspace {
class Workspace;
}

namespace quillway::ui {

class SiteView;

/// Back and forward through the places where one was, by the menu or the mouse's side buttons.
class Navigation : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    Navigation(SiteView &view, workspace::Workspace &workspace, QObject *parent);

    void goBack();
    void goForward();
    [[nodiscard]] bool canGoBack() const { return m_history.canGoBack(); }
    [[nodiscard]] bool canGoForward() const { return m_history.canGoForward(); }

Q_SIGNALS:
    void changed(); ///< what can be done

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void arrive();
    void visit();
    void show(const std::optional<VisitedPlace> &place);
    [[nodiscard]] bool isThere(const SitePath &file) const;

    SiteView &m_view;
    workspace::Workspace &m_workspace;
    PlaceHistory m_history;
    std::optional<SitePath> m_file; ///< seen last
    bool m_arriving = false; ///< a file has just been opened; where the caret comes to stand in it is still to be seen
    bool m_going = false; ///< the caret moves because of the history
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace quillway::workspace {
class Workspace;
}

namespace quillway::ui {

class Finder;
class Navigation;
class ReplacePanel;
class SiteView;

/// The menu of moving about: back and forward, and the ways to find.
class GoMenu : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; the window owns it.
    GoMenu(QMainWindow &window, SiteView &view, workspace::Workspace &workspace, Finder &finder, Navigation &navigation,
           ReplacePanel &replacing);
};

} // namespace quillway::ui

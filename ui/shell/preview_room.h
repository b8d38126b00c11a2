// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace quillway::ui {

class SiteView;

/// Gives the preview's room to workspaces that have no page of their own, and gives it back.
class PreviewRoom : public QObject
{
    Q_OBJECT

public:
    /// `view` must outlive it.
    explicit PreviewRoom(SiteView &view);

private:
    void share();

    SiteView &m_view;
    bool m_hasMadeRoom = false;
};

} // namespace quillway::ui

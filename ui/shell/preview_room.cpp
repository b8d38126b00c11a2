// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preview_room.h"

#include "ui/editor/editor_pane.h"
#include "ui/shell/place_stack.h"
#include "ui/shell/site_view.h"

#include <utility>

namespace quillway::ui {

PreviewRoom::PreviewRoom(SiteView &view)
    : QObject(&view)
    , m_view(view)
{
    connect(&view.pane(), &EditorPane::fileChanged, this, &PreviewRoom::share);
    connect(&view.places(), &PlaceStack::faceChanged, this, &PreviewRoom::share);
}

void PreviewRoom::share()
{
    if (m_view.isBare())
        return; // nothing is beside them
    const bool isNeeded = m_view.places().showsPageless();
    if (isNeeded && !m_view.preview().isHidden()) {
        m_hasMadeRoom = true;
        m_view.preview().hide();
    } else if (!isNeeded && std::exchange(m_hasMadeRoom, false)) {
        m_view.preview().show();
    }
}

} // namespace quillway::ui

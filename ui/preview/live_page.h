// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/page_patch.h"
#include "ui/preview/page_source.h"
#include "ui/preview/source_place.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace quillway::ui {

class ContentView;

/// A place to bring into view; see PreviewView::scrollToLine() and tieTo().
struct WantedPlace {
    SitePath file = SitePath::literal(u"posts/untitled.md");
    quint64 number = 0; ///< the request whose text the line is one of
    double point = 1; ///< 12.25 is a quarter down in line 12
    std::optional<double> position {};
    bool isTied = false;
};

/// A click into the article: the line that stands there by height, and what else is known of the place.
struct PageClick {
    int line = 1;
    int firstLine = 1; ///< of the piece
    int lastLine = 1;
    int picture = -1; ///< which of the piece's pictures
    ShownText text {};
};

/// Keeps the page in the engine the same as the newest rendering: loads it where it must, else changes what differs. One change is under way at a
/// time; of those that come meanwhile, the newest counts.
class LivePage : public QObject
{
    Q_OBJECT

public:
    /// `view` must outlive this.
    explicit LivePage(ContentView &view, QObject *parent = nullptr);

    /// The newest rendering. `patch` leads from `base` to it, if that is not null.
    void take(const RenderedPreview &preview, const PiecedPagePtr &base, const PagePatch &patch);
    void scrollTo(const WantedPlace &wanted);
    /// Shows pictures, sound and film of other sites, or no more; loads the page again where that changes it.
    void setRemoteMediaAllowed(bool allowed);

    /// What the engine shows; null before the first page is there.
    [[nodiscard]] const std::optional<RenderedPreview> &standing() const { return m_standing; }

Q_SIGNALS:
    void standingChanged();
    void painted(quint64 number); ///< of the request that is on the screen
    void clicked(const quillway::ui::PageClick &click);
    void scrolled(double point, double position);
    void followed(const QUrl &url);
    void remoteMediaCounted(int count); ///< in the page, whether shown or not
    /// The engine has not answered for `patience`.
    void stuck();

private:
    void proceed();
    void load();
    void change(const PagePatch &patch);
    void adopt();
    void sendWantedPlace();
    [[nodiscard]] QJsonObject newMessage();
    [[nodiscard]] PageClick clickAt(const PiecePlace &place, int picture, const ShownText &text) const;

    void onReady();
    void onBegun(int load, bool isMapped);
    void onApplied(int load, int revision, bool isDone, bool isMapped);
    void onPainted(int load, int revision);

    enum class State { Empty, Loading, Standing, Changing };

    ContentView &m_view;
    State m_state = State::Empty;
    std::optional<RenderedPreview> m_standing;
    std::optional<RenderedPreview> m_coming; ///< what is loaded or sent, not yet confirmed
    std::optional<RenderedPreview> m_newest; ///< what waits for that
    PiecedPagePtr m_base; ///< of m_patch
    PagePatch m_patch; ///< from m_base to m_newest
    std::optional<WantedPlace> m_wanted;
    QUrl m_link; ///< clicked last
    QTimer m_doubling; ///< runs until a second click would be another one
    bool m_isMapped = false; ///< the script knows which elements each piece is
    std::optional<double> m_scroll; ///< to be restored after loading, CSS pixels
    bool m_isRemoteAllowed = false;
    bool m_mustLoad = false; ///< whatever stands, the next rendering is loaded
    int m_load = 0;
    int m_revision = 0;
    QTimer m_patience;
};

} // namespace quillway::ui

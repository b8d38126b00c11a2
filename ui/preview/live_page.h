// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/page_patch.h"
#include "ui/preview/page_source.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>

namespace quillway::ui {

class ContentView;

/// A line to bring into view; see PreviewView::scrollToLine().
struct WantedLine {
    SitePath file = SitePath::literal(u"posts/untitled.md");
    quint64 number = 0; ///< the request whose text the line is one of
    int line = 1;
    std::optional<double> position {};
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
    void scrollToLine(const WantedLine &wanted);

    /// What the engine shows; null before the first page is there.
    [[nodiscard]] const std::optional<RenderedPreview> &standing() const { return m_standing; }

Q_SIGNALS:
    void standingChanged();
    void painted(quint64 number); ///< of the request that is on the screen
    void lineClicked(int line);
    void visibleLineChanged(int line);
    void followed(const QUrl &url);
    /// The engine has not answered for `patience`.
    void stuck();

private:
    void proceed();
    void load();
    void change(const PagePatch &patch);
    void adopt();
    void sendWantedLine();
    [[nodiscard]] QJsonObject newMessage();
    [[nodiscard]] int lineAt(int piece, double fraction) const;

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
    std::optional<WantedLine> m_wanted;
    bool m_isMapped = false; ///< the script knows which elements each piece is
    std::optional<double> m_scroll; ///< to be restored after loading, CSS pixels
    int m_load = 0;
    int m_revision = 0;
    QTimer m_patience;
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/page_patch.h"
#include "ui/preview/page_source.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace quillway::ui {

/// How long a rendering may take, and when one is given up because a newer text is waiting.
struct RenderLimits {
    std::chrono::milliseconds budget { 2000 }; ///< beyond it a rendering is stopped, and tooSlow() says so
    std::chrono::milliseconds grace { 100 }; ///< one that is younger is let come to its end, newer text or not
    std::chrono::milliseconds pause {
        1000
    }; ///< nor is one given up if the last page is older than this: something new shows while typing goes on
};

/// Whether a rendering that has run for `age` is to be stopped. `isSuperseded`: a newer text waits; `sinceLastPage`: how old the last finished page is.
[[nodiscard]] bool mustStop(const RenderLimits &limits, std::chrono::milliseconds age, bool isSuperseded,
                            std::chrono::milliseconds sinceLastPage);

/// Renders texts on a thread of its own; of the texts that wait only the newest is rendered. Lives on the window's thread; no member waits, but for the destructor,
/// which waits for the running rendering to notice that it is stopped.
class PreviewRenderer : public QObject
{
    Q_OBJECT

public:
    explicit PreviewRenderer(RenderPage render, RenderLimits limits = {}, QObject *parent = nullptr);
    ~PreviewRenderer() override;

    void request(PreviewRequest request);
    /// The text that waits is not rendered, what is running is not reported.
    void cancel();

    /// The page that stands in the view: what the next rendered() brings a patch for. May be null.
    void setStandingPage(PiecedPagePtr page);

Q_SIGNALS:
    /// `patch` leads from `base` to the rendered page, `base` is the page that stood when the rendering was done; null: there is no patch.
    void rendered(const quillway::ui::RenderedPreview &preview, const quillway::ui::PiecedPagePtr &base,
                  const quillway::ui::PagePatch &patch);
    void failed(const quillway::Error &error);
    void tooSlow();

private:
    using Clock = std::chrono::steady_clock;

    void work(std::stop_token quit);
    void report(quint64 epoch, const Result<RenderedPreview> &result, const PiecedPagePtr &base, const PagePatch &patch);
    void watch();

    const RenderPage m_render;
    const RenderLimits m_limits;
    QTimer m_watch; ///< ticks while something is rendered
    Clock::time_point m_lastPage;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    std::optional<PreviewRequest> m_next;
    std::optional<std::stop_source> m_running;
    Clock::time_point m_runningSince;
    PiecedPagePtr m_standing;
    quint64 m_epoch = 0; ///< raised by cancel()

    std::jthread m_thread; ///< last: it must not outlive the others
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/preview_renderer.h"

#include "core/base/background_pool.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace quillway::ui {

bool mustStop(const RenderLimits &limits, std::chrono::milliseconds age, bool isSuperseded, std::chrono::milliseconds sinceLastPage)
{
    return age >= limits.budget || (isSuperseded && age >= limits.grace && sinceLastPage < limits.pause);
}

PreviewRenderer::PreviewRenderer(RenderPage render, RenderLimits limits, QObject *parent)
    : QObject(parent)
    , m_render(std::move(render))
    , m_limits(limits)
    , m_thread([this](std::stop_token quit) { work(std::move(quit)); })
{
    m_watch.setInterval(std::clamp(m_limits.grace / 2, 10ms, 50ms));
    connect(&m_watch, &QTimer::timeout, this, &PreviewRenderer::watch);
}

PreviewRenderer::~PreviewRenderer()
{
    cancel();
    m_thread.request_stop();
    m_thread.join();
}

void PreviewRenderer::request(PreviewRequest request)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_next = std::move(request);
    }
    m_wake.notify_one();
    if (!m_watch.isActive())
        m_watch.start();
    watch();
}

void PreviewRenderer::cancel()
{
    const std::scoped_lock lock(m_mutex);
    ++m_epoch;
    m_next.reset();
    if (m_running)
        m_running->request_stop();
}

void PreviewRenderer::setStandingPage(PiecedPagePtr page)
{
    const std::scoped_lock lock(m_mutex);
    m_standing = std::move(page);
}

/// Stops what has run for too long.
void PreviewRenderer::watch()
{
    bool isTooSlow = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_running && !m_next)
            m_watch.stop();
        if (!m_running || m_running->stop_requested())
            return;
        const auto now = Clock::now();
        const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_runningSince);
        const auto sinceLastPage = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_lastPage);
        if (!mustStop(m_limits, age, m_next.has_value(), sinceLastPage))
            return;
        m_running->request_stop();
        isTooSlow = age >= m_limits.budget;
    }
    if (isTooSlow)
        Q_EMIT tooSlow();
}

/// The worker's loop.
void PreviewRenderer::work(std::stop_token quit)
{
    yieldToOtherThreads();
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, quit, [this] { return m_next.has_value(); })) {
        const PreviewRequest request = *std::exchange(m_next, std::nullopt);
        const std::stop_source running;
        m_running = running;
        m_runningSince = Clock::now();
        const quint64 epoch = m_epoch;
        lock.unlock();

        const auto result = m_render(request, running.get_token());

        lock.lock();
        m_running.reset();
        const PiecedPagePtr base = m_standing;
        lock.unlock();

        if (result) {
            PagePatch patch;
            if (*result && base)
                patch = patchBetween(*base, *(**result).page);
            QMetaObject::invokeMethod(
                this, [this, epoch, result = *result, base, patch] { report(epoch, result, base, patch); }, Qt::QueuedConnection);
        }
        lock.lock();
    }
}

void PreviewRenderer::report(quint64 epoch, const Result<RenderedPreview> &result, const PiecedPagePtr &base, const PagePatch &patch)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (epoch != m_epoch)
            return;
    }
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    m_lastPage = Clock::now();
    Q_EMIT rendered(*result, base, patch);
}

} // namespace quillway::ui

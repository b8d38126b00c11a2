// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background_pool.h"

#include <QObject>

#include <functional>
#include <utility>

namespace quillway::ui {

/// Work of one kind on a thread of its own, one piece at a time: of what is asked for while one runs only the newest is done, and each piece that ran hands over what it
/// made, so that something new is seen however fast the questions come. Lives on the window's thread.
class NewestJob : public QObject
{
public:
    explicit NewestJob(QObject *parent = nullptr)
        : QObject(parent)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~NewestJob() override { m_pool.waitForDone(); }

    /// `work` makes a value on the thread, `done` takes it on the window's.
    template<typename Work, typename Done>
    void run(Work work, Done done)
    {
        m_waiting = [this, work = std::move(work), done = std::move(done)] {
            m_pool.start([this, work, done, round = m_round] {
                QMetaObject::invokeMethod(
                    this, [this, result = work(), done, round] { finished(round, [&] { done(result); }); }, Qt::QueuedConnection);
            });
        };
        if (!m_running)
            startNext();
    }

    /// What runs or waits is not wanted any more: its result is dropped.
    void cancel()
    {
        ++m_round;
        m_waiting = {};
    }

    [[nodiscard]] bool isIdle() const { return !m_running && !m_waiting; }

private:
    void startNext()
    {
        m_running = static_cast<bool>(m_waiting);
        if (const auto next = std::exchange(m_waiting, {}))
            next();
    }

    template<typename Take>
    void finished(int round, Take take)
    {
        m_running = false;
        if (round == m_round)
            take();
        if (!m_running)
            startNext();
    }

    BackgroundPool m_pool;
    std::function<void()> m_waiting;
    int m_round = 0;
    bool m_running = false;
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interruption.h"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace quillway::app {

namespace {

sigset_t endSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t set = endSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_listener = std::jthread([this](const std::stop_token &leaving) {
        const sigset_t awaited = endSignals();
        int signal = 0;
        while (sigwait(&awaited, &signal) == 0 && !leaving.stop_requested()) {
            if (!m_stop.request_stop())
                _exit(128 + signal);
        }
    });
}

Interruption::~Interruption()
{
    m_listener.request_stop();
    // Only to wake it: sigwait() takes the signal.
    pthread_kill(m_listener.native_handle(), SIGTERM); // NOLINT(bugprone-bad-signal-to-kill-thread)
    m_listener.join();
    const sigset_t set = endSignals();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace quillway::app

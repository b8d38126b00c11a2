// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/background_pool.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace quillway {

#ifdef Q_OS_LINUX
// Linux has a nice value for each thread, which QThread::setPriority() does not set for ordinary threads (sched(7)).
void yieldToOtherThreads()
{
    constexpr int lower = 5;
    const auto thread = static_cast<id_t>(gettid());
    errno = 0;
    const int now = getpriority(PRIO_PROCESS, thread);
    if (now < lower && (now != -1 || errno == 0))
        setpriority(PRIO_PROCESS, thread, lower);
}
#else
void yieldToOtherThreads()
{
    QThread::currentThread()->setPriority(QThread::LowPriority);
}
#endif

void BackgroundPool::start(std::function<void()> work, int priority)
{
    QThreadPool::start(
        [work = std::move(work)] {
            yieldToOtherThreads();
            work();
        },
        priority);
}

} // namespace quillway

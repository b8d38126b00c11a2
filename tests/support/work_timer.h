// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <ctime>

namespace quillway::test {

/// What the process has had of the processors since start(), for limits on what must not be quadratic: a busy machine does not lengthen it, and a build with
/// sanitizers counts for as much less as it is slower.
class WorkTimer
{
public:
    void start() { m_start = now(); }
    [[nodiscard]] qint64 elapsed() const { return (now() - m_start) / 1'000'000 / slowness; } ///< milliseconds

private:
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr qint64 slowness = 20;
#else
    static constexpr qint64 slowness = 1;
#endif

    static qint64 now() ///< nanoseconds
    {
        timespec time {};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

    qint64 m_start = 0;
};

} // namespace quillway::test

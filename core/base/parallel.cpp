// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace quillway {

int threadCount(int wanted)
{
    return wanted > 0 ? wanted : std::max(1, int(std::thread::hardware_concurrency()));
}

void forEachIndex(qsizetype count, int threads, const std::function<void(qsizetype)> &work)
{
    std::atomic<qsizetype> next = 0;
    const auto run = [&] {
        for (qsizetype index = next++; index < count; index = next++)
            work(index);
    };
    std::vector<std::jthread> others;
    const qsizetype otherCount = std::min<qsizetype>(threadCount(threads), count) - 1;
    try {
        for (qsizetype i = 0; i < otherCount; ++i)
            others.emplace_back(run);
    } catch (const std::system_error &) {
        // The system has no more threads: those there are do the work.
    }
    run();
}

} // namespace quillway

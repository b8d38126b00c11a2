// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <functional>

namespace quillway {

/// From now on the calling thread, and those it makes, get the processor after others that want it: for work that nobody waits for while a key is held down. For
/// good: only an administrator could take it back.
void yieldToOtherThreads();

/// A pool whose threads do that: what parses, checks and exports while somebody types.
class BackgroundPool : public QThreadPool
{
public:
    using QThreadPool::QThreadPool;

    void start(std::function<void()> work, int priority = 0);
};

} // namespace quillway

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <functional>

namespace quillway {

/// How many threads `wanted` stands for: one a core if it is 0 or less.
[[nodiscard]] int threadCount(int wanted);

/// Calls work(0) … work(count - 1), each once, in no order, on threadCount(threads) threads of which the calling one is one; returns when all
/// are done. What one index writes (its own element of a list) is seen by the caller afterwards. `work` must not throw. With fewer threads to be
/// had than asked for, it takes longer, no more.
void forEachIndex(qsizetype count, int threads, const std::function<void(qsizetype index)> &work);

} // namespace quillway

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace quillway::publish {

/// A value that is computed when it is first asked for, by one of the threads that ask; the others wait for it. The computation must not ask for the
/// same value.
template<typename T>
class Lazy
{
public:
    template<typename Make>
    const T &get(Make &&make) const
    {
        std::call_once(m_once, [&] { m_value.emplace(std::forward<Make>(make)()); });
        return *m_value;
    }

private:
    mutable std::once_flag m_once;
    mutable std::optional<T> m_value;
};

} // namespace quillway::publish

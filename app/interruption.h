// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace quillway::app {

/// While it lives, Ctrl+C and a polite request to end ask for a stop, so that the file being written is finished; asked a second time, the program ends at
/// once. Make it before any other thread: they inherit the blocked signals.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_listener;
};

} // namespace quillway::app

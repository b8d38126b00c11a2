// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace quillway::text {

/// The parts (byte arrays, views, characters) one after the other.
template<typename... Parts>
[[nodiscard]] QByteArray joined(const Parts &...parts)
{
    QByteArray result;
    (result.append(parts), ...);
    return result;
}

} // namespace quillway::text

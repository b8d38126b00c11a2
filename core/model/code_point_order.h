// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <compare>

namespace quillway::model {

/// Compares by Unicode code point, the order of site-format and topic-profile. QString's own operator< compares UTF-16 units, which puts
/// everything beyond U+FFFF before U+E000.
[[nodiscard]] std::strong_ordering compareCodePoints(QStringView a, QStringView b);

/// For std::sort and friends.
struct CodePointLess {
    bool operator()(QStringView a, QStringView b) const { return compareCodePoints(a, b) < 0; }
};

} // namespace quillway::model

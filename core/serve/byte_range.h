// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace quillway::serve {

/// A part of a content, in bytes.
struct ByteRange {
    qint64 first = 0;
    qint64 length = 0;

    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

/// What a `Range` header asks for.
struct RangeWish {
    enum class Kind {
        Whole, ///< no single range of bytes: to be answered as if there were none (RFC 9110, section 14.2)
        Part,
        Unsatisfiable, ///< begins behind the end
    };
    Kind kind = Kind::Whole;
    ByteRange range {}; ///< of Part, within the content
};

/// `header`: its value (`bytes=0-99`, `bytes=100-`, `bytes=-10`); `size`: of the whole content, in bytes.
[[nodiscard]] RangeWish parseRange(const QByteArray &header, qint64 size);

} // namespace quillway::serve

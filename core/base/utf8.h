// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace quillway {

/// The byte offset of the first sequence that is not UTF-8 (RFC 3629: overlong forms, surrogates and
/// values over U+10FFFF are refused), nothing if all of it is.
[[nodiscard]] std::optional<qsizetype> firstInvalidUtf8(QByteArrayView bytes);

/// The number of bytes (1 … 4) of the sequence that begins at `at`; 0 if there is no well-formed one.
[[nodiscard]] qsizetype utf8SequenceLength(QByteArrayView bytes, qsizetype at);

/// 3 if the text begins with the UTF-8 byte order mark, else 0.
[[nodiscard]] qsizetype byteOrderMarkSize(QByteArrayView bytes);

} // namespace quillway

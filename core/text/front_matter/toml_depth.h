// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace quillway::text {

/// The byte at which a TOML text nests deeper than `limit`, by brackets and dotted keys together; nothing if it does not. To be asked before toml++ is given the text:
/// it limits brackets, but makes, and frees by recursion, as many tables as a dotted key has parts.
[[nodiscard]] std::optional<qsizetype> tomlDeeperThan(QByteArrayView text, int limit);

/// The end of the TOML string that begins with the quote at `at`, quotes included. An unclosed one ends with its line, an unclosed multi-line one with the text.
[[nodiscard]] qsizetype tomlStringEnd(QByteArrayView text, qsizetype at);

} // namespace quillway::text

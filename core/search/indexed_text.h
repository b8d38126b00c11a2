// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <array>
#include <optional>
#include <stop_token>

namespace quillway::search {

/// What is looked for in one file, in columns by how much a word there says about it. In all but the first two, line N of the column is what stands in line N of the
/// file, so that a hit's line is the number of line ends before it.
enum class Column { Title, Tags, Headings, Prose, Code, Links };
constexpr int columnCount = 6;

struct IndexedText {
    std::array<QString, columnCount> columns;

    [[nodiscard]] const QString &operator[](Column column) const { return columns[std::size_t(column)]; }
};

/// Nothing if `stop` was requested.
[[nodiscard]] std::optional<IndexedText> indexedText(const model::Post &postOrPage, const std::stop_token &stop = {});
[[nodiscard]] std::optional<IndexedText> indexedText(const model::Topic &topic, const std::stop_token &stop = {});
[[nodiscard]] std::optional<IndexedText> indexedText(const model::ReadingPath &path, const std::stop_token &stop = {});

/// `text` with a mark that ends words (U+200B) behind each ideograph and kana: scripts without blanks are found sign by sign. And without the signs by which hits are
/// marked in what the index gives back.
[[nodiscard]] QString cutForIndex(const QString &text);

constexpr QChar cutMark(0x200B);

/// How hits begin and end in what the index gives back: noncharacters, which no text has a use for.
constexpr QChar hitBegin(0xFDD0);
constexpr QChar hitEnd(0xFDD1);

} // namespace quillway::search

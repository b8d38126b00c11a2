// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace quillway::text {

/// The fence of a code block that is open at a line's end (CommonMark 0.31.2, 4.5), told line by line.
struct CodeFence {
    QChar sign; ///< a backtick or `~`
    int length = 0;
    int quoteDepth = 0; ///< of the quote it is in, which ends it too

    bool operator==(const CodeFence &) const = default;
};

struct FencedLine {
    bool isCode = false; ///< the line is code or a fence
    std::optional<CodeFence> open; ///< at its end
};

/// What a line is behind lines that left `open`.
[[nodiscard]] FencedLine readFence(const std::optional<CodeFence> &open, QStringView line);

/// The length of the longest run of backticks in `text`, which a fence around it has to outdo.
[[nodiscard]] qsizetype longestBackticks(QStringView text);
/// The fence to put around a block of code: backticks that no run of them within closes.
[[nodiscard]] QString fenceAround(QStringView code);

} // namespace quillway::text

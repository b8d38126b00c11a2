// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>
#include <stop_token>

namespace quillway::text {

/// UTF-16 units [begin, end) of a text.
struct TextRange {
    qsizetype begin = 0;
    qsizetype end = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// A sentence as it stands in the source.
struct Sentence {
    QList<TextRange> parts; ///< its prose, ascending: without inline code, pictures, addresses and tags in between
    int words = 0; ///< by the rule of TextFacts::words; inline code is none

    friend bool operator==(const Sentence &, const Sentence &) = default;
};

struct Readability {
    QList<Sentence> sentences;
    /// 0 (hard) … 100 (easy), not cut off there: Flesch's Reading Ease (1948) for English, Amstad's adaption (1978) for German. Nothing for other languages and
    /// for texts of fewer than 50 words, of which it says nothing.
    std::optional<double> ease;
};

/// The sentences of a Markdown body (lines end with `\n`): of paragraphs, lists and quotes, not of headings, tables, code and raw HTML. `language`: BCP 47. Ends come
/// from punctuation (UAX 29) but for common abbreviations; a block ends its last sentence. Syllables are counted by rules, some words by one too many or too few. Thread-
/// safe; in time proportional to the text. Nothing if `stop` was requested.
[[nodiscard]] std::optional<Readability> readability(QStringView body, QStringView language, const std::stop_token &stop = {});

enum class SyllableRules { English, German };
/// The syllables of one word of letters, at least 1.
[[nodiscard]] int syllables(QStringView word, SyllableRules rules);

} // namespace quillway::text

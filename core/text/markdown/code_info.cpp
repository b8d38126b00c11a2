// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/code_info.h"

#include <algorithm>

namespace quillway::text {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

QByteArrayView firstWord(QByteArrayView text)
{
    return text.first(std::ranges::find_if(text, isBlank) - text.begin());
}

/// The value of `key=value` or `key="value"` in `text`; `key` must begin a word.
QByteArray valueOf(QByteArrayView key, QByteArrayView text)
{
    for (qsizetype at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
        const bool beginsWord = at == 0 || isBlank(text[at - 1]) || text[at - 1] == '{' || text[at - 1] == ',';
        const qsizetype begin = at + key.size();
        if (!beginsWord || begin + 1 >= text.size() || text[begin] != '=')
            continue;
        const char first = text[begin + 1];
        if (first == '"' || first == '\'') {
            const qsizetype end = text.indexOf(first, begin + 2);
            return end < 0 ? QByteArray() : text.sliced(begin + 2, end - begin - 2).toByteArray();
        }
        if (first == '[') {
            const qsizetype end = text.indexOf(']', begin + 2);
            return end < 0 ? QByteArray() : text.sliced(begin + 2, end - begin - 2).toByteArray();
        }
        const auto isEnd = [](char c) { return isBlank(c) || c == '}' || c == ','; };
        const QByteArrayView value = text.sliced(begin + 1);
        return value.first(std::ranges::find_if(value, isEnd) - value.begin()).toByteArray();
    }
    return {};
}

/// True if `word` stands in `text` by itself: without a value, or with one that is no refusal.
bool hasFlag(QByteArrayView word, QByteArrayView text)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool beginsWord = at == 0 || isBlank(text[at - 1]) || text[at - 1] == '{' || text[at - 1] == ',' || text[at - 1] == '.';
        const bool endsWord = end == text.size() || isBlank(text[end]) || text[end] == '}' || text[end] == ',' || text[end] == '=';
        if (!beginsWord || !endsWord)
            continue;
        const QByteArray value = valueOf(word, text.sliced(at)).toLower();
        return value != "false" && value != "0" && value != "no" && value != "none";
    }
    return false;
}

/// `2-4 7`, `2-4,7`, `"2-4", 7`: what else stands between the numbers is nothing.
QList<LineSpan> lineSpans(QByteArrayView text)
{
    constexpr int highestLine = 1'000'000;
    constexpr qsizetype mostSpans = 1000;
    QList<LineSpan> spans;
    const auto isOfSpan = [](char c) { return (c >= '0' && c <= '9') || c == '-'; };
    for (auto begin = std::ranges::find_if(text, isOfSpan); begin != text.end() && spans.size() < mostSpans;) {
        const auto end = std::find_if_not(begin, text.end(), isOfSpan);
        const QByteArrayView span = text.sliced(begin - text.begin(), end - begin);
        const qsizetype hyphen = span.indexOf('-');
        const int first = span.first(hyphen < 0 ? span.size() : hyphen).toInt();
        const int last = hyphen < 0 ? first : span.sliced(hyphen + 1).toInt();
        if (first >= 1 && last >= first && last <= highestLine)
            spans.append({ first, last });
        begin = std::find_if(end, text.end(), isOfSpan);
    }
    return spans;
}

/// `{1,3-5}`: braces that hold numbers alone.
QByteArrayView numbersInBraces(QByteArrayView info)
{
    const qsizetype begin = info.indexOf('{');
    const qsizetype end = begin < 0 ? -1 : info.indexOf('}', begin);
    if (end < 0)
        return {};
    const QByteArrayView inside = info.sliced(begin + 1, end - begin - 1);
    const auto isOfNumbers = [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == ',' || c == ' '; };
    return std::ranges::all_of(inside, isOfNumbers) ? inside : QByteArrayView();
}

void parseLines(QByteArrayView info, CodeInfo &parsed)
{
    for (const QByteArrayView word : { QByteArrayView("linenos"), QByteArrayView("showLineNumbers"), QByteArrayView("numberLines") })
        parsed.isNumbered = parsed.isNumbered || hasFlag(word, info);
    for (const QByteArrayView key : { QByteArrayView("linenostart"), QByteArrayView("startFrom") }) {
        if (const int number = valueOf(key, info).toInt(); number > 0)
            parsed.firstNumber = number;
    }
    for (const QByteArrayView key : { QByteArrayView("hl_lines"), QByteArrayView("mark") })
        parsed.marked += lineSpans(valueOf(key, info));
    parsed.marked += lineSpans(numbersInBraces(info));
}

/// Pandoc's and kramdown's braces: the first class is the language.
QByteArrayView languageInBraces(QByteArrayView info)
{
    const qsizetype dot = info.indexOf('.');
    if (dot < 0)
        return {};
    const QByteArrayView name = info.sliced(dot + 1);
    return name.first(std::ranges::find_if(name, [](char c) { return isBlank(c) || c == '}'; }) - name.begin());
}

} // namespace

CodeInfo parseCodeInfo(QByteArrayView info)
{
    CodeInfo parsed;
    info = info.trimmed();
    for (const QByteArrayView key :
         { QByteArrayView("title"), QByteArrayView("filename"), QByteArrayView("file"), QByteArrayView("caption") }) {
        if (parsed.title.isEmpty())
            parsed.title = valueOf(key, info);
    }
    parseLines(info, parsed);
    if (info.startsWith('{')) {
        parsed.language = languageInBraces(info).toByteArray().toLower();
        parsed.rest = info.toByteArray();
        return parsed;
    }
    const QByteArrayView word = firstWord(info);
    const auto isGlue = [](char c) { return c == ',' || c == '{' || c == ':' || c == ';' || c == '='; };
    const QByteArrayView language = word.first(std::ranges::find_if(word, isGlue) - word.begin());
    parsed.language = language.toByteArray().toLower();
    if (parsed.title.isEmpty() && language.size() < word.size() && word[language.size()] == ':')
        parsed.title = word.sliced(language.size() + 1).toByteArray();
    parsed.rest = info.sliced(language.size()).trimmed().toByteArray();
    return parsed;
}

} // namespace quillway::text

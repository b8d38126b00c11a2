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
        const auto isEnd = [](char c) { return isBlank(c) || c == '}' || c == ','; };
        const QByteArrayView value = text.sliced(begin + 1);
        return value.first(std::ranges::find_if(value, isEnd) - value.begin()).toByteArray();
    }
    return {};
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

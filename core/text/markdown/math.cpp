// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/math.h"

namespace quillway::text {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Behind the code span that begins at `at`, or behind its backticks if it has no end. `lastRun` keeps a hostile row of backticks linear: a run
/// that found no end once finds none later.
qsizetype skipCode(QByteArrayView text, qsizetype at, quint64 &endless)
{
    qsizetype begin = at;
    while (begin < text.size() && text[begin] == '`')
        ++begin;
    const qsizetype length = begin - at;
    if (length >= 64 || (endless >> length & 1))
        return begin;
    for (qsizetype i = begin; i < text.size();) {
        if (text[i] != '`') {
            ++i;
            continue;
        }
        const qsizetype run = i;
        while (i < text.size() && text[i] == '`')
            ++i;
        if (i - run == length)
            return i;
    }
    endless |= quint64(1) << length;
    return begin;
}

} // namespace

bool containsMath(QByteArrayView inlines)
{
    if (!inlines.contains('$'))
        return false;
    quint64 endless = 0;
    bool open = false;
    bool display = false;
    for (qsizetype i = 0; i < inlines.size();) {
        const char c = inlines[i];
        const char next = i + 1 < inlines.size() ? inlines[i + 1] : ' ';
        if (c == '\\') {
            i += 2;
        } else if (c == '`') {
            i = skipCode(inlines, i, endless);
        } else if (c == '$' && next == '$') {
            if (display)
                return true;
            display = true;
            i += 2;
        } else {
            if (c == '$' && open && !isBlank(inlines[i - 1]) && !isDigit(next))
                return true;
            open = open || (c == '$' && !isBlank(next));
            ++i;
        }
    }
    return false;
}

} // namespace quillway::text

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

/// The first `sign` from `at` on that no backslash stands before; -1 if there is none.
qsizetype findSign(QByteArrayView text, QByteArrayView sign, qsizetype at)
{
    while (at < text.size()) {
        if (text[at] == '\\')
            at += 2;
        else if (text.sliced(at).startsWith(sign))
            return at;
        else
            ++at;
    }
    return -1;
}

qsizetype displayEnd(QByteArrayView inlines, qsizetype at)
{
    const qsizetype end = findSign(inlines, "$$", at + 2);
    return end < 0 || inlines.sliced(at + 2, end - at - 2).trimmed().isEmpty() ? -1 : end + 2;
}

qsizetype inLineEnd(QByteArrayView inlines, qsizetype at)
{
    const qsizetype begin = at + 1;
    if (begin == inlines.size() || isBlank(inlines[begin]))
        return -1;
    const qsizetype end = findSign(inlines, "$", begin);
    if (end <= begin || isBlank(inlines[end - 1]) || (end + 1 < inlines.size() && isDigit(inlines[end + 1])))
        return -1;
    return inlines.sliced(begin, end - begin).contains('`') ? -1 : end + 1;
}

} // namespace

qsizetype formulaEnd(QByteArrayView inlines, qsizetype at)
{
    const bool isWithinRow = at > 0 && inlines[at - 1] == '$' && (at == 1 || inlines[at - 2] != '\\');
    if (isWithinRow || inlines.sliced(at).startsWith("$$$"))
        return -1;
    return inlines.sliced(at).startsWith("$$") ? displayEnd(inlines, at) : inLineEnd(inlines, at);
}

Formula formulaIn(QByteArrayView written)
{
    const bool isDisplay = written.startsWith("$$");
    const qsizetype sign = isDisplay ? 2 : 1;
    return { written.sliced(sign).chopped(sign).trimmed(), isDisplay };
}

bool containsMath(QByteArrayView inlines)
{
    if (!inlines.contains('$'))
        return false;
    quint64 endless = 0;
    for (qsizetype i = 0; i < inlines.size();) {
        const char c = inlines[i];
        if (c == '\\')
            i += 2;
        else if (c == '`')
            i = skipCode(inlines, i, endless);
        else if (c == '$' && formulaEnd(inlines, i) >= 0)
            return true;
        else
            ++i;
    }
    return false;
}

} // namespace quillway::text

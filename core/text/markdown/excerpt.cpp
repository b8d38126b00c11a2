// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown.h"

#include <QTextBoundaryFinder>

namespace quillway::text {

using namespace Qt::StringLiterals;

namespace {

/// Scripts that put no blanks between words.
bool writesWithoutBlanks(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

/// The place behind the first `length` grapheme clusters; text.size() if there are no more.
qsizetype behindGraphemes(QStringView text, int length)
{
    if (length >= text.size())
        return text.size();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (int i = 0; i < length; ++i) {
        if (finder.toNextBoundary() < 0)
            return text.size();
    }
    return finder.position();
}

/// The beginning of `text` that surely holds `length` clusters and what follows them; finding boundaries costs time for all of a text.
QStringView beginningOf(QStringView text, int length)
{
    constexpr qsizetype perCluster = 8;
    constexpr qsizetype behind = 500;
    for (qsizetype size = length * perCluster + behind; size < text.size(); size *= 4) {
        const QStringView beginning = text.first(size);
        if (behindGraphemes(beginning, length) < size - behind)
            return beginning;
    }
    return text;
}

qsizetype lastBlankBefore(QStringView text, qsizetype end)
{
    for (qsizetype i = end - 1; i > 0; --i) {
        if (text[i].isSpace())
            return i;
    }
    return -1;
}

char32_t codePointBefore(QStringView text, qsizetype end)
{
    const QChar last = text[end - 1];
    return last.isLowSurrogate() && end > 1 ? QChar::surrogateToUcs4(text[end - 2], last) : last.unicode();
}

qsizetype wordEndBefore(QStringView text, qsizetype limit)
{
    if (text[limit].isSpace())
        return limit;
    const qsizetype blank = lastBlankBefore(text, limit);
    if (writesWithoutBlanks(codePointBefore(text, limit))) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
        finder.setPosition(limit);
        const qsizetype boundary = finder.isAtBoundary() ? limit : finder.toPreviousBoundary();
        if (boundary > blank && boundary > 0)
            return boundary;
    }
    return blank > 0 ? blank : limit;
}

} // namespace

QString excerpt(const QString &text, int length, bool more)
{
    const auto ellipsis = u" \u2026"_s;
    const QStringView whole = QStringView(text).trimmed();
    if (length > 0) {
        const QStringView beginning = beginningOf(whole, length);
        const qsizetype limit = behindGraphemes(beginning, length);
        if (limit < whole.size())
            return beginning.first(wordEndBefore(beginning, limit)).trimmed().toString() + ellipsis;
    }
    return more && !whole.isEmpty() ? whole.toString() + ellipsis : whole.toString();
}

} // namespace quillway::text

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
qsizetype behindGraphemes(const QString &text, int length)
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

qsizetype lastBlankBefore(const QString &text, qsizetype end)
{
    for (qsizetype i = end - 1; i > 0; --i) {
        if (text[i].isSpace())
            return i;
    }
    return -1;
}

char32_t codePointBefore(const QString &text, qsizetype end)
{
    const QChar last = text[end - 1];
    return last.isLowSurrogate() && end > 1 ? QChar::surrogateToUcs4(text[end - 2], last) : last.unicode();
}

qsizetype wordEndBefore(const QString &text, qsizetype limit)
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
    QString whole = text.trimmed();
    const qsizetype limit = length <= 0 ? whole.size() : behindGraphemes(whole, length);
    if (limit == whole.size())
        return more && !whole.isEmpty() ? whole + ellipsis : whole;
    return whole.first(wordEndBefore(whole, limit)).trimmed() + ellipsis;
}

} // namespace quillway::text

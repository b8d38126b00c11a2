// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/slug.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>

namespace quillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxCodePoints = 100;
constexpr qsizetype maxBytes = 200;

bool isApostrophe(char32_t c)
{
    return c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U'\u02BC' || c == U'\uFF07';
}

bool isVariationSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/// Characters that are seen only through their neighbours: joiners, soft hyphens, direction marks, keycap frames.
bool isInvisible(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Mark_Enclosing || isVariationSelector(c);
}

int utf8Size(char32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// The slug while it grows: words are kept apart by one hyphen, and no code point comes over the limits.
struct Builder {
    QString text;
    int codePoints = 0;
    qsizetype bytes = 0;
    bool hyphenPending = false;
    bool afterLetter = false; ///< a letter or the `plus` of one stands directly before
    bool full = false;

    void append(char32_t c)
    {
        const bool hyphen = hyphenPending && !text.isEmpty();
        hyphenPending = false;
        if (full || codePoints + hyphen + 1 > maxCodePoints || bytes + hyphen + utf8Size(c) > maxBytes) {
            full = true;
            return;
        }
        if (hyphen)
            text += u'-';
        text += QChar::fromUcs4(c);
        codePoints += 1 + hyphen;
        bytes += utf8Size(c) + hyphen;
    }

    void append(QStringView word)
    {
        for (const QChar c : word)
            append(c.unicode());
    }
};

} // namespace

QString slugify(QStringView text)
{
    // Lower case first: it can take composed letters apart (İ).
    const QString normal = text.toString().toLower().normalized(QString::NormalizationForm_C);
    Builder slug;
    for (const char32_t c : normal.toUcs4()) {
        if (slug.full)
            break;
        if (isApostrophe(c) || isInvisible(c))
            continue;
        if (c == U'_' || QChar::isLetterOrNumber(c)) {
            slug.append(c);
            slug.afterLetter = QChar::isLetter(c);
        } else if (QChar::isMark(c) && !slug.text.isEmpty() && !slug.hyphenPending) {
            slug.append(c); // vowel signs of Devanagari, Thai and their like are part of the word
        } else if (slug.afterLetter && (c == U'+' || c == U'#')) {
            slug.append(c == U'+' ? u"plus"_s : u"sharp"_s);
        } else {
            slug.hyphenPending = true;
            slug.afterLetter = false;
        }
    }
    // What was dropped may have kept a letter and its mark apart.
    return slug.text.normalized(QString::NormalizationForm_C);
}

QString slugOr(QStringView text, QStringView prefix)
{
    QString slug = slugify(text);
    if (!slug.isEmpty())
        return slug;
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(4).toHex();
    return prefix.toString() + u'-' + QString::fromLatin1(hash);
}

bool isSafeAddressPart(QStringView text)
{
    // Nearly all are of these, and every address is made of some.
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || c == u'-' || (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || c == u'_';
    };
    if (!text.isEmpty() && text.size() <= maxBytes && std::ranges::all_of(text, isPlain))
        return true;
    if (text.isEmpty() || text == "."_L1 || text == ".."_L1 || !text.isValidUtf16())
        return false;
    const auto isUnsafe = [](QChar c) { return c.category() == QChar::Other_Control || QStringView(u"/\\?#%").contains(c); };
    return std::ranges::none_of(text, isUnsafe) && text.toUtf8().size() <= maxBytes;
}

QString encodePathSegment(QStringView text)
{
    // pchar of RFC 3986, less what is unreserved anyway.
    return QString::fromLatin1(text.toUtf8().toPercentEncoding("!$&'()*+,;=:@"_ba));
}

} // namespace quillway

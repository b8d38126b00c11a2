// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fold.h"

#include "core/search/code_points.h"

using namespace Qt::StringLiterals;

namespace quillway::search {

namespace {

QString foldedPoint(char32_t point)
{
    QString result;
    const QString decomposed = QString::fromUcs4(&point, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
    forEachCodePoint(decomposed, [&](char32_t next, qsizetype /*at*/) {
        if (next == U'ß')
            result += u"ss"; // Qt folds character by character
        else if (!QChar::isMark(next))
            result += QChar::fromUcs4(next);
    });
    return result;
}

/// take(folded, origin) for each code point of `text`.
template<typename Take>
void foldEach(QStringView text, Take take)
{
    forEachCodePoint(text, [&](char32_t point, qsizetype origin) {
        if (point < 0x80) {
            const QChar lower(point >= 'A' && point <= 'Z' ? char16_t(point + 32) : char16_t(point));
            take(QStringView(&lower, 1), origin);
        } else {
            take(QStringView(foldedPoint(point)), origin);
        }
    });
}

} // namespace

QString fold(QStringView text)
{
    QString result;
    result.reserve(text.size());
    foldEach(text, [&](QStringView folded, qsizetype /*origin*/) { result += folded; });
    return result;
}

FoldedText foldWithOrigins(QStringView text)
{
    FoldedText result;
    result.text.reserve(text.size());
    result.origins.reserve(text.size() + 1);
    foldEach(text, [&](QStringView folded, qsizetype origin) {
        result.text += folded;
        for (qsizetype i = 0; i < folded.size(); ++i)
            result.origins.append(origin);
    });
    result.origins.append(text.size());
    return result;
}

} // namespace quillway::search

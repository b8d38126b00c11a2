// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lower_case.h"

#include <QList>

namespace quillway::model {

namespace {

constexpr char16_t capitalSigma = u'Σ';

/// Unicode's Case_Ignorable, as far as it matters beside a sigma: marks, formats, modifiers and the punctuation that stands inside words.
bool isCaseIgnorable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Letter_Modifier:
    case QChar::Symbol_Modifier: return true;
    default: return QStringView(u"'.:·’‘․…﹒﹕＇．：").contains(QChar::fromUcs4(c));
    }
}

bool isCased(char32_t c)
{
    return QChar::isLower(c) || QChar::isUpper(c) || QChar::isTitleCase(c);
}

/// `text` with every Σ that ends a word made ς (the Final_Sigma condition: a cased letter before, none after, ignorable ones skipped).
QString withFinalSigmas(QStringView text)
{
    QList<uint> points = text.toUcs4();
    QList<bool> casedAfter(points.size());
    bool cased = false;
    for (qsizetype i = points.size() - 1; i >= 0; --i) {
        casedAfter[i] = cased;
        if (!isCaseIgnorable(points[i]))
            cased = isCased(points[i]);
    }
    cased = false;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool before = cased;
        if (!isCaseIgnorable(points[i]))
            cased = isCased(points[i]);
        if (points[i] == capitalSigma && before && !casedAfter[i])
            points[i] = U'ς';
    }
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), points.size());
}

} // namespace

QString lowerCase(QStringView text)
{
    return text.contains(QChar(capitalSigma)) ? withFinalSigmas(text).toLower() : text.toString().toLower();
}

} // namespace quillway::model

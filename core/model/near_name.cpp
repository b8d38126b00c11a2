// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/near_name.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace quillway::model {

using namespace Qt::StringLiterals;

namespace {

/// Names longer than this are not compared: nobody mistypes them into each other, and the work is quadratic.
constexpr qsizetype longest = 128;
constexpr qsizetype mostSteps = 3;

/// The optimal string alignment distance (Levenshtein's with swapped neighbours), or anything greater than `limit` once it must exceed that.
qsizetype distance(QStringView a, QStringView b, qsizetype limit)
{
    std::array<std::array<qsizetype, longest + 1>, 3> rows;
    for (qsizetype j = 0; j <= b.size(); ++j)
        rows[0][j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &row = rows[i % 3];
        const auto &above = rows[(i - 1) % 3];
        const auto &twoAbove = rows[(i + 1) % 3];
        row[0] = i;
        qsizetype least = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            row[j] = std::min({ above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]) });
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
    }
    return rows[a.size() % 3][b.size()];
}

} // namespace

std::optional<QString> nearName(QStringView name, const QStringList &names)
{
    const QString folded = name.toString().toCaseFolded();
    qsizetype limit = std::min(mostSteps, folded.size() / 3);
    std::optional<QString> nearest;
    for (const QString &candidate : names) {
        if (folded.size() > longest || candidate.size() > longest || std::abs(candidate.size() - folded.size()) > limit)
            continue;
        const QString other = candidate.toCaseFolded();
        if (other.size() > longest)
            continue;
        const qsizetype steps = distance(folded, other, limit);
        if (steps <= limit) {
            nearest = candidate;
            limit = steps - 1;
        }
        if (limit < 0)
            break;
    }
    return nearest;
}

QString withNearName(const QString &name, const QStringList &names)
{
    const auto near = nearName(name, names);
    return near ? u"%1 (did you mean %2?)"_s.arg(name, *near) : name;
}

std::optional<QString> nearNameIn(const QString &detail)
{
    const qsizetype begin = detail.lastIndexOf(" (did you mean "_L1);
    if (begin < 0 || !detail.endsWith("?)"_L1))
        return std::nullopt;
    const qsizetype name = begin + qsizetype(sizeof " (did you mean ") - 1;
    return detail.sliced(name, detail.size() - 2 - name);
}

QString withoutNearName(const QString &detail)
{
    return nearNameIn(detail) ? detail.first(detail.lastIndexOf(" (did you mean "_L1)) : detail;
}

} // namespace quillway::model

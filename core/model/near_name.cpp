// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/near_name.h"

#include "core/base/edit_distance.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace quillway::model {

using namespace Qt::StringLiterals;

namespace {

/// Names longer than this are not compared: nobody mistypes them into each other, and the work is quadratic.
constexpr qsizetype longest = 128;
constexpr qsizetype mostSteps = 3;

} // namespace

std::optional<QString> nearName(QStringView name, const QStringList &names)
{
    const std::u32string folded = name.toString().toCaseFolded().toStdU32String();
    qsizetype limit = std::min(mostSteps, qsizetype(folded.size()) / 3);
    std::optional<QString> nearest;
    for (const QString &candidate : names) {
        if (qsizetype(folded.size()) > longest || candidate.size() > 2 * longest)
            continue;
        const std::u32string other = candidate.toCaseFolded().toStdU32String();
        if (qsizetype(other.size()) > longest || std::abs(qsizetype(other.size()) - qsizetype(folded.size())) > limit)
            continue;
        const qsizetype steps = editDistance(folded, other, limit);
        if (steps <= limit) {
            nearest = candidate;
            limit = steps - 1;
        }
        if (limit < 0)
            break;
    }
    return nearest;
}

QString saidWithNear(const QString &name, const QString &near)
{
    return u"%1 (did you mean %2?)"_s.arg(name, near);
}

QString withNearName(const QString &name, const QStringList &names)
{
    const auto near = nearName(name, names);
    return near ? saidWithNear(name, *near) : name;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/thin_versions.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>
#include <utility>

namespace quillway::store {

namespace {

using namespace std::chrono;

enum class Spacing { Everything, Hours, Days, Weeks, Months };

Spacing spacingAt(milliseconds age)
{
    if (age <= hours(1))
        return Spacing::Everything;
    if (age <= hours(24))
        return Spacing::Hours;
    if (age <= days(30))
        return Spacing::Days;
    return age <= days(365) ? Spacing::Weeks : Spacing::Months;
}

/// The hour, day, week or month that a moment is in, as a number.
qint64 bucketOf(Spacing spacing, milliseconds moment)
{
    const auto day = floor<days>(moment);
    if (spacing == Spacing::Hours)
        return floor<hours>(moment).count();
    if (spacing == Spacing::Days)
        return day.count();
    if (spacing == Spacing::Weeks)
        return floor<weeks>(day + days(3)).count(); // 1 January 1970 was a Thursday
    const year_month_day date { sys_days(day) };
    return qint64(int(date.year())) * 12 + unsigned(date.month());
}

} // namespace

QList<qsizetype> keptVersions(const QList<QDateTime> &moments, const QDateTime &now)
{
    QList<qint64> times;
    for (const QDateTime &moment : moments)
        times.append(moment.toMSecsSinceEpoch());
    QList<qsizetype> newestFirst(moments.size());
    std::iota(newestFirst.begin(), newestFirst.end(), 0);
    std::ranges::stable_sort(newestFirst, std::greater(), [&](qsizetype i) { return times[i]; });

    QList<qsizetype> kept;
    std::set<std::pair<Spacing, qint64>> taken;
    for (const qsizetype i : newestFirst) {
        const Spacing spacing = spacingAt(milliseconds(now.toMSecsSinceEpoch() - times[i]));
        if (spacing == Spacing::Everything || taken.emplace(spacing, bucketOf(spacing, milliseconds(times[i]))).second)
            kept.append(i);
    }
    std::ranges::sort(kept);
    return kept;
}

} // namespace quillway::store

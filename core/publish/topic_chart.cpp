// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/topic_chart.h"

#include "core/publish/entry_context.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr qsizetype mostYears = 60;
constexpr qsizetype leastYearsOfTags = 3;
constexpr qsizetype mostLabels = 6; ///< years named under the bars: more run into each other on a telephone
constexpr qsizetype mostCounts = 16; ///< bars with their number above
constexpr double barWidth = 0.72; ///< of a year's
constexpr double axis = 80; ///< per cent from the top: below it are the years' names
constexpr double top = 15; ///< above it is the tallest bar's number

/// At most two decimals, for few bytes and the same ones everywhere.
QString percent(double value)
{
    return QString::number(std::round(value * 100) / 100) + u'%';
}

struct Place {
    double begin = 0;
    double width = 0;
};

Place placeOf(qsizetype index, qsizetype count)
{
    const double slot = 100.0 / double(count);
    const double width = slot * barWidth;
    return { double(index) * slot + (slot - width) / 2, width };
}

/// Every so many years one has its name, counted from the last so that this one has.
bool isNamed(qsizetype index, qsizetype count)
{
    const qsizetype step = (count + mostLabels - 1) / mostLabels;
    return (count - 1 - index) % step == 0;
}

QString spoken(int year, int posts)
{
    return u"%1: %2"_s.arg(year).arg(posts);
}

} // namespace

QVariantHash yearChart(const QList<analysis::YearCount> &years)
{
    if (years.size() < 2 || years.size() > mostYears)
        return {};
    const int most = std::max(1, std::ranges::max(years, {}, &analysis::YearCount::posts).posts);
    QVariantList bars;
    QStringList text;
    for (qsizetype i = 0; i < years.size(); ++i) {
        const analysis::YearCount &year = years.at(i);
        const Place place = placeOf(i, years.size());
        const double height = (axis - top) * year.posts / most;
        bars.append(QVariantHash { { u"year"_s, year.year },
                                   { u"count"_s, year.posts },
                                   { u"x"_s, percent(place.begin) },
                                   { u"y"_s, percent(axis - height) },
                                   { u"width"_s, percent(place.width) },
                                   { u"height"_s, percent(height) },
                                   { u"middle"_s, percent(place.begin + place.width / 2) },
                                   { u"above"_s, percent(axis - height - 3) },
                                   { u"named"_s, isNamed(i, years.size()) },
                                   { u"counted"_s, years.size() <= mostCounts && year.posts > 0 } });
        text.append(spoken(year.year, year.posts));
    }
    return { { u"bars"_s, bars }, { u"text"_s, text.join(u", "_s) }, { u"axis"_s, percent(axis) } };
}

QVariantHash tagChart(const Publication::Private &shared, const analysis::TagDrift &drift)
{
    const qsizetype years = drift.perYear.size();
    if (years < leastYearsOfTags || years > mostYears || drift.series.isEmpty())
        return {};
    int most = 1;
    for (const analysis::TagDrift::Series &series : drift.series)
        most = std::max(most, std::ranges::max(series.posts));
    QVariantList rows;
    for (const analysis::TagDrift::Series &series : drift.series) {
        QVariantList bars;
        QStringList text;
        int sum = 0;
        for (qsizetype i = 0; i < years; ++i) {
            const int posts = series.posts.at(i);
            sum += posts;
            if (posts == 0)
                continue;
            const Place place = placeOf(i, years);
            const double height = 100.0 * posts / most;
            bars.append(QVariantHash { { u"x"_s, percent(place.begin) },
                                       { u"y"_s, percent(100 - height) },
                                       { u"width"_s, percent(place.width) },
                                       { u"height"_s, percent(height) } });
            text.append(spoken(drift.perYear.at(i).year, posts));
        }
        QVariantHash row = tagContext(shared, series.tag.name);
        row.insert(u"count"_s, sum);
        row.insert(u"bars"_s, bars);
        row.insert(u"text"_s, text.join(u", "_s));
        rows.append(row);
    }
    return { { u"first"_s, drift.perYear.first().year }, { u"last"_s, drift.perYear.last().year }, { u"rows"_s, rows } };
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/site_folder.h"
#include "core/publish/topic_chart.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using analysis::YearCount;

namespace {

QList<YearCount> years(int first, const QList<int> &posts)
{
    QList<YearCount> years;
    for (qsizetype i = 0; i < posts.size(); ++i)
        years.append({ first + int(i), posts.at(i) });
    return years;
}

/// `key` of each bar.
QStringList valuesOf(const QVariantList &bars, const QString &key)
{
    QStringList values;
    for (const QVariant &bar : bars)
        values.append(bar.toHash().value(key).toString());
    return values;
}

} // namespace

class TestTopicChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesBars();
    void namesSomeYears_data();
    void namesSomeYears();
    void hasNoneForOneYearOrForTooMany();
    void placesBarsOfTags();
    void hasNoneOfTagsForFewYears();
};

void TestTopicChart::placesBars()
{
    const QVariantHash chart = publish::yearChart(years(2020, { 2, 0, 4, 1 }));
    const QVariantList bars = chart.value(u"bars"_s).toList();
    QCOMPARE(valuesOf(bars, u"x"_s), (QStringList { u"3.5%"_s, u"28.5%"_s, u"53.5%"_s, u"78.5%"_s })); // each 18 of 25 wide
    QCOMPARE(valuesOf(bars, u"width"_s), (QStringList { u"18%"_s, u"18%"_s, u"18%"_s, u"18%"_s }));
    QCOMPARE(valuesOf(bars, u"height"_s), (QStringList { u"32.5%"_s, u"0%"_s, u"65%"_s, u"16.25%"_s }));
    QCOMPARE(valuesOf(bars, u"y"_s), (QStringList { u"47.5%"_s, u"80%"_s, u"15%"_s, u"63.75%"_s })); // all end on the axis
    QCOMPARE(valuesOf(bars, u"counted"_s), (QStringList { u"true"_s, u"false"_s, u"true"_s, u"true"_s }));
    QCOMPARE(chart.value(u"text"_s).toString(), u"2020: 2, 2021: 0, 2022: 4, 2023: 1"_s);
}

void TestTopicChart::namesSomeYears_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QList<int>>("named");
    QTest::newRow("few") << 3 << QList<int> { 0, 1, 2 };
    QTest::newRow("six") << 6 << QList<int> { 0, 1, 2, 3, 4, 5 };
    QTest::newRow("seven, the last always") << 7 << QList<int> { 0, 2, 4, 6 };
    QTest::newRow("eight") << 8 << QList<int> { 1, 3, 5, 7 };
    QTest::newRow("many") << 30 << QList<int> { 4, 9, 14, 19, 24, 29 };
}

void TestTopicChart::namesSomeYears()
{
    QFETCH(int, count);
    QList<int> named;
    const QVariantList bars = publish::yearChart(years(1990, QList<int>(count, 1))).value(u"bars"_s).toList();
    for (int i = 0; i < bars.size(); ++i) {
        if (bars.at(i).toHash().value(u"named"_s).toBool())
            named.append(i);
    }
    QTEST(named, "named");
}

void TestTopicChart::hasNoneForOneYearOrForTooMany()
{
    QVERIFY(publish::yearChart({}).isEmpty());
    QVERIFY(publish::yearChart(years(2020, { 3 })).isEmpty());
    QVERIFY(!publish::yearChart(years(1960, QList<int>(60, 1))).isEmpty());
    QVERIFY(publish::yearChart(years(1, QList<int>(2026, 1))).isEmpty());
}

void TestTopicChart::placesBarsOfTags()
{
    const test::SiteFolder site;
    site.post(u"a"_s, 1, "tags: [C++]\n"_ba, "x"_ba);
    const analysis::TagDrift drift { years(2020, { 3, 1, 2, 1 }),
                                     { { { u"c++"_s, u"C++"_s }, { 2, 0, 0, 1 } }, { { u"gone"_s, u"gone"_s }, { 0, 1, 0, 0 } } } };
    const auto publication = site.publication();
    const QVariantHash chart = publish::tagChart(publication->shared(), drift);
    QCOMPARE(chart.value(u"first"_s).toInt(), 2020);
    QCOMPARE(chart.value(u"last"_s).toInt(), 2023);
    const QVariantHash row = chart.value(u"rows"_s).toList().first().toHash();
    QCOMPARE(row.value(u"name"_s).toString(), u"C++"_s);
    QCOMPARE(row.value(u"url"_s).toString(), u"/tags/cplusplus/"_s);
    QCOMPARE(row.value(u"count"_s).toInt(), 3);
    QCOMPARE(row.value(u"text"_s).toString(), u"2020: 2, 2023: 1"_s);
    QCOMPARE(valuesOf(row.value(u"bars"_s).toList(), u"height"_s), (QStringList { u"100%"_s, u"50%"_s }));
    QCOMPARE(valuesOf(row.value(u"bars"_s).toList(), u"y"_s), (QStringList { u"0%"_s, u"50%"_s }));
    QCOMPARE(chart.value(u"rows"_s).toList().size(), 2);
}

void TestTopicChart::hasNoneOfTagsForFewYears()
{
    const test::SiteFolder site;
    const auto publication = site.publication();
    const analysis::TagDrift two { years(2020, { 1, 1 }), { { { u"go"_s, u"go"_s }, { 1, 1 } } } };
    const analysis::TagDrift none { years(2020, { 1, 1, 1 }), {} };
    QVERIFY(publish::tagChart(publication->shared(), two).isEmpty());
    QVERIFY(publish::tagChart(publication->shared(), none).isEmpty());
}

QTEST_GUILESS_MAIN(TestTopicChart)
#include "tst_topic_chart.moc"

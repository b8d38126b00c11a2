// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/thin_versions.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway::store;

namespace {

QDateTime at(const QString &text)
{
    return QDateTime::fromString(text + u"Z"_s, Qt::ISODateWithMs);
}

QStringList moments(const QList<QDateTime> &list)
{
    QStringList texts;
    for (const QDateTime &moment : list)
        texts += moment.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    return texts;
}

QList<QDateTime> thinned(const QList<QDateTime> &list, const QDateTime &now)
{
    QList<QDateTime> kept;
    for (const qsizetype i : keptVersions(list, now))
        kept.append(list[i]);
    return kept;
}

} // namespace

class TestThinVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keeps_data();
    void keeps();
    void keepsTheNewestWhateverItsAge();
    void doesNotDependOnHowOftenItIsDone();
    void staysSmallOverYears();
};

void TestThinVersions::keeps_data()
{
    QTest::addColumn<QStringList>("versions");
    QTest::addColumn<QStringList>("kept");
    const auto row = [](const char *name, const QStringList &versions, const QStringList &kept) { QTest::newRow(name) << versions << kept; };
    // Now is Wednesday, 15 May 2024, 12:00.
    row("none", {}, {});
    row("all of the last hour", { u"2024-05-15T11:00:00"_s, u"2024-05-15T11:00:01"_s, u"2024-05-15T11:59:59"_s, u"2024-05-15T12:00:00"_s },
        { u"2024-05-15T11:00:00"_s, u"2024-05-15T11:00:01"_s, u"2024-05-15T11:59:59"_s, u"2024-05-15T12:00:00"_s });
    row("the newest of an hour", { u"2024-05-15T09:05:00"_s, u"2024-05-15T09:55:00"_s, u"2024-05-15T10:00:00"_s, u"2024-05-15T10:59:59"_s },
        { u"2024-05-15T09:55:00"_s, u"2024-05-15T10:59:59"_s });
    row("an hour in part older than an hour", { u"2024-05-15T11:10:00"_s, u"2024-05-15T11:20:00"_s },
        { u"2024-05-15T11:10:00"_s, u"2024-05-15T11:20:00"_s });
    row("hours for a day", { u"2024-05-14T12:00:00"_s, u"2024-05-14T13:10:00"_s, u"2024-05-14T13:20:00"_s, u"2024-05-14T14:00:00"_s },
        { u"2024-05-14T12:00:00"_s, u"2024-05-14T13:20:00"_s, u"2024-05-14T14:00:00"_s });
    row("the newest of a day", { u"2024-05-12T00:00:00"_s, u"2024-05-12T23:59:59"_s, u"2024-05-13T08:00:00"_s },
        { u"2024-05-12T23:59:59"_s, u"2024-05-13T08:00:00"_s });
    row("days for thirty days", { u"2024-04-15T13:00:00"_s, u"2024-04-16T13:00:00"_s },
        { u"2024-04-15T13:00:00"_s, u"2024-04-16T13:00:00"_s });
    row("the newest of a week, which begins on Monday",
        { u"2024-04-01T10:00:00"_s, u"2024-04-07T10:00:00"_s, u"2024-04-08T10:00:00"_s, u"2024-04-10T10:00:00"_s },
        { u"2024-04-07T10:00:00"_s, u"2024-04-10T10:00:00"_s });
    row("the newest of a month beyond a year", { u"2022-02-01T10:00:00"_s, u"2022-02-28T10:00:00"_s, u"2022-03-01T10:00:00"_s },
        { u"2022-02-28T10:00:00"_s, u"2022-03-01T10:00:00"_s });
    row("the same month of two years", { u"2021-03-01T10:00:00"_s, u"2022-03-01T10:00:00"_s },
        { u"2021-03-01T10:00:00"_s, u"2022-03-01T10:00:00"_s });
    row("before 1970, as clocks may say", { u"1969-12-30T10:00:00"_s, u"1969-12-31T10:00:00"_s, u"1970-01-01T10:00:00"_s },
        { u"1969-12-31T10:00:00"_s, u"1970-01-01T10:00:00"_s });
    row("the future", { u"2030-01-01T10:00:00"_s, u"2030-01-01T10:00:01"_s, u"2024-05-15T12:00:00"_s },
        { u"2030-01-01T10:00:00"_s, u"2030-01-01T10:00:01"_s, u"2024-05-15T12:00:00"_s });
    row("in any order", { u"2024-05-15T09:55:00"_s, u"2024-05-12T23:59:59"_s, u"2024-05-15T09:05:00"_s, u"2024-05-12T00:00:00"_s },
        { u"2024-05-15T09:55:00"_s, u"2024-05-12T23:59:59"_s });
    row("one moment twice", { u"2024-05-12T10:00:00"_s, u"2024-05-12T10:00:00"_s }, { u"2024-05-12T10:00:00"_s });
}

void TestThinVersions::keeps()
{
    QFETCH(QStringList, versions);
    QFETCH(QStringList, kept);
    QList<QDateTime> list;
    for (const QString &text : std::as_const(versions))
        list.append(at(text));
    QCOMPARE(moments(thinned(list, at(u"2024-05-15T12:00:00"_s))), kept);
}

void TestThinVersions::keepsTheNewestWhateverItsAge()
{
    for (const int years : { 0, 1, 10, 50 }) {
        const QList<QDateTime> list { at(u"2024-05-01T10:00:00"_s), at(u"2024-05-01T10:00:01"_s) };
        QVERIFY(keptVersions(list, list[1].addYears(years)).contains(1));
    }
}

/// Every hour or only once: a version that one of the two keeps is near one that the other keeps.
void TestThinVersions::doesNotDependOnHowOftenItIsDone()
{
    QRandomGenerator random(1);
    const QDateTime start = at(u"2022-01-01T00:00:00"_s);
    QList<QDateTime> all;
    QList<QDateTime> often;
    for (QDateTime now = start; now < start.addDays(120); now = now.addSecs(3600)) {
        for (int i = random.bounded(3); i > 0; --i) {
            all.append(now.addSecs(-random.bounded(3600)));
            often.append(all.last());
        }
        often = thinned(often, now);
    }
    const QDateTime end = start.addDays(120);
    QCOMPARE(moments(thinned(often, end)), moments(thinned(all, end)));
}

void TestThinVersions::staysSmallOverYears()
{
    const QDateTime start = at(u"2014-01-01T00:00:00"_s);
    QList<QDateTime> list;
    for (int day = 0; day < 3650; ++day) {
        for (int save = 0; save < 20; ++save)
            list.append(start.addDays(day).addSecs(8 * 3600 + save * 900));
        if (day % 30 == 0)
            list = thinned(list, start.addDays(day + 1));
    }
    const qsizetype kept = thinned(list, start.addDays(3650)).size();
    QVERIFY(kept > 150);
    QVERIFY(kept < 250);
}

QTEST_APPLESS_MAIN(TestThinVersions)
#include "tst_thin_versions.moc"

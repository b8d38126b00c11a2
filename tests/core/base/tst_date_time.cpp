// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_time.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone berlin("Europe/Berlin");

} // namespace

class TestDateTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMoments_data();
    void readsMoments();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void keepsTheZoneItWasWrittenIn();
    void takesUtcForAnInvalidZone();
    void comparesByInstant();
    void readsLeadingDates_data();
    void readsLeadingDates();
};

/// Every row in a site whose time zone is Europe/Berlin.
void TestDateTime::readsMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<bool>("hasTime");
    const auto day = [](const char *name, const QString &text, const QString &utc) { QTest::newRow(name) << text << utc << false; };
    const auto time = [](const char *name, const QString &text, const QString &utc) { QTest::newRow(name) << text << utc << true; };

    day("date, summer", u"2022-08-09"_s, u"2022-08-08T22:00:00.000Z"_s);
    day("date, winter", u"2022-01-09"_s, u"2022-01-08T23:00:00.000Z"_s);
    day("one-digit parts", u"2022-8-9"_s, u"2022-08-08T22:00:00.000Z"_s);
    day("one-digit day", u"2022-08-9"_s, u"2022-08-08T22:00:00.000Z"_s);
    day("slashes", u"2022/08/09"_s, u"2022-08-08T22:00:00.000Z"_s);
    day("basic form", u"20220809"_s, u"2022-08-08T22:00:00.000Z"_s);
    day("blanks around", u"  2022-08-09\t"_s, u"2022-08-08T22:00:00.000Z"_s);
    day("leap day", u"2020-02-29"_s, u"2020-02-28T23:00:00.000Z"_s);
    day("first year", u"0001-01-02"_s, u"0001-01-01T23:06:32.000Z"_s);

    time("UTC", u"2022-08-09T10:00:00Z"_s, u"2022-08-09T10:00:00.000Z"_s);
    time("small letters", u"2022-08-09t10:00:00z"_s, u"2022-08-09T10:00:00.000Z"_s);
    time("offset", u"2022-08-09T10:00:00+02:00"_s, u"2022-08-09T08:00:00.000Z"_s);
    time("offset west", u"2022-08-09T10:00:00-05:30"_s, u"2022-08-09T15:30:00.000Z"_s);
    time("offset without colon", u"2022-08-09T10:00:00+0200"_s, u"2022-08-09T08:00:00.000Z"_s);
    time("offset in hours", u"2022-08-09T10:00:00+02"_s, u"2022-08-09T08:00:00.000Z"_s);
    time("offset with a minus sign", u"2022-08-09T10:00:00\u221205:00"_s, u"2022-08-09T15:00:00.000Z"_s);
    time("largest offset", u"2022-08-09T10:00:00+14:00"_s, u"2022-08-08T20:00:00.000Z"_s);
    time("no zone: the site's", u"2022-08-09T10:00:00"_s, u"2022-08-09T08:00:00.000Z"_s);
    time("no zone, winter", u"2022-01-09T10:00:00"_s, u"2022-01-09T09:00:00.000Z"_s);
    time("blank for T", u"2022-08-09 10:00:00"_s, u"2022-08-09T08:00:00.000Z"_s);
    time("several blanks", u"2022-08-09   10:00:00"_s, u"2022-08-09T08:00:00.000Z"_s);
    time("blank before the offset", u"2022-08-09 10:00:00 +0300"_s, u"2022-08-09T07:00:00.000Z"_s);
    time("blank before the offset, colon", u"2022-08-09 10:00:00 -07:00"_s, u"2022-08-09T17:00:00.000Z"_s);
    time("Go's form", u"2022-08-09 10:00:00 +0200 CEST"_s, u"2022-08-09T08:00:00.000Z"_s);
    time("Go's form, UTC", u"2022-08-09 10:00:00 +0000 UTC"_s, u"2022-08-09T10:00:00.000Z"_s);
    time("UTC by name", u"2022-08-09 10:00:00 UTC"_s, u"2022-08-09T10:00:00.000Z"_s);
    time("GMT by name", u"2022-08-09 10:00 GMT"_s, u"2022-08-09T10:00:00.000Z"_s);
    time("blank before Z", u"2022-08-09 10:00:00 Z"_s, u"2022-08-09T10:00:00.000Z"_s);
    time("without seconds", u"2022-08-09T10:05Z"_s, u"2022-08-09T10:05:00.000Z"_s);
    time("without seconds or zone", u"2022-08-09 10:05"_s, u"2022-08-09T08:05:00.000Z"_s);
    time("one-digit hour", u"2022-08-09 9:05:07Z"_s, u"2022-08-09T09:05:07.000Z"_s);
    time("one-digit everything", u"2022-8-9 9:5:7Z"_s, u"2022-08-09T09:05:07.000Z"_s);
    time("slashes and a time", u"2022/8/9 21:46:25Z"_s, u"2022-08-09T21:46:25.000Z"_s);
    time("milliseconds", u"2022-08-09T10:00:00.123Z"_s, u"2022-08-09T10:00:00.123Z"_s);
    time("one decimal", u"2022-08-09T10:00:00.5Z"_s, u"2022-08-09T10:00:00.500Z"_s);
    time("nanoseconds", u"2022-08-09T10:00:00.123999999+02:00"_s, u"2022-08-09T08:00:00.123Z"_s);
    time("decimal comma", u"2022-08-09T10:00:00,25Z"_s, u"2022-08-09T10:00:00.250Z"_s);
    time("hundred decimals", u"2022-08-09T10:00:00.%1Z"_s.arg(QString(100, u'7')), u"2022-08-09T10:00:00.777Z"_s);
    time("basic form with time", u"20220809T100507Z"_s, u"2022-08-09T10:05:07.000Z"_s);
    time("basic form without seconds", u"20220809T1005+0200"_s, u"2022-08-09T08:05:00.000Z"_s);
    time("end of the day", u"2022-08-09T24:00:00Z"_s, u"2022-08-10T00:00:00.000Z"_s);
    time("leap second", u"2016-12-31T23:59:60Z"_s, u"2016-12-31T23:59:59.000Z"_s);
    time("midnight is a time", u"2022-08-09T00:00:00Z"_s, u"2022-08-09T00:00:00.000Z"_s);
    time("in the hour that spring leaves out", u"2022-03-27 02:30:00"_s, u"2022-03-27T01:30:00.000Z"_s);
    time("in the hour that autumn has twice: the first", u"2022-10-30 02:30:00"_s, u"2022-10-30T00:30:00.000Z"_s);
}

void TestDateTime::readsMoments()
{
    QFETCH(QString, text);
    const auto moment = parseMoment(text, berlin);
    QVERIFY(moment);
    QTEST(moment->at.toUTC().toString(Qt::ISODateWithMs), "utc");
    QTEST(moment->hasTime, "hasTime");
}

void TestDateTime::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };

    row("empty", u""_s);
    row("blank", u"   "_s);
    row("words", u"yesterday"_s);
    row("month 17", u"2022-17-01"_s);
    row("month 0", u"2022-00-01"_s);
    row("day 0", u"2022-08-00"_s);
    row("day 31 of a short month", u"2022-06-31"_s);
    row("no leap year", u"2022-02-29"_s);
    row("WordPress's zero date", u"0000-00-00 00:00:00"_s);
    row("year 0", u"0000-01-01"_s);
    row("two-digit year", u"22-08-09"_s);
    row("five-digit year", u"20222-08-09"_s);
    row("year alone", u"2022"_s);
    row("year and month", u"2022-08"_s);
    row("ordinal date", u"2022-221"_s);
    row("week date", u"2022-W32-2"_s);
    row("day first", u"09-08-2022"_s);
    row("American", u"08/09/2022"_s);
    row("mixed separators", u"2022-08/09"_s);
    row("month by name", u"2022-Aug-09"_s);
    row("RFC 2822", u"Tue, 09 Aug 2022 10:00:00 +0000"_s);
    row("hour 25", u"2022-08-09T25:00:00Z"_s);
    row("past the end of the day", u"2022-08-09T24:00:01Z"_s);
    row("minute 60", u"2022-08-09T10:60:00Z"_s);
    row("second 61", u"2022-08-09T10:00:61Z"_s);
    row("hour alone", u"2022-08-09T10"_s);
    row("T without time", u"2022-08-09T"_s);
    row("fraction without digits", u"2022-08-09T10:00:00.Z"_s);
    row("fraction of a minute", u"2022-08-09T10:00.5Z and more"_s);
    row("offset too far", u"2022-08-09T10:00:00+17:00"_s);
    row("offset of 60 minutes", u"2022-08-09T10:00:00+01:60"_s);
    row("half an offset", u"2022-08-09T10:00:00+0"_s);
    row("zone by name", u"2022-08-09 10:00:00 PST"_s);
    row("text behind the date", u"2022-08-09 draft"_s);
    row("text behind the time", u"2022-08-09T10:00:00Z!"_s);
    row("a range", u"2022-08-09-10"_s);
    row("date with an offset", u"2022-08-09+02:00"_s);
    row("a merge conflict", u"<<<<<<< HEAD\n2022-08-09"_s);
    row("digits of another script", u"٢٠٢٢-٠٨-٠٩"_s);
    row("full-width digits", u"２０２２-08-09"_s);
    row("NUL", u"2022-08-09\0"_s);
    row("a minus year", u"-2022-08-09"_s);
    row("huge", QString(1000000, u'2'));
}

void TestDateTime::refusesWhatIsNoDate()
{
    QFETCH(QString, text);
    QVERIFY(!parseMoment(text, berlin));
}

void TestDateTime::keepsTheZoneItWasWrittenIn()
{
    const auto offset = parseMoment(u"2022-08-09T01:00:00+05:30", berlin);
    QCOMPARE(offset->at.date(), QDate(2022, 8, 9));
    QCOMPARE(offset->at.offsetFromUtc(), 5 * 3600 + 1800);
    QCOMPARE(parseMoment(u"2022-08-09T23:30:00Z", berlin)->at.date(), QDate(2022, 8, 9));
    QCOMPARE(parseMoment(u"2022-08-09", berlin)->at.date(), QDate(2022, 8, 9));
    QCOMPARE(parseMoment(u"2022-08-09", berlin)->at.timeZone(), berlin);
}

void TestDateTime::takesUtcForAnInvalidZone()
{
    QCOMPARE(parseMoment(u"2022-08-09 10:00", QTimeZone())->at, QDateTime(QDate(2022, 8, 9), QTime(10, 0), QTimeZone::utc()));
}

void TestDateTime::comparesByInstant()
{
    const auto east = parseMoment(u"2022-08-09T01:00:00+02:00", berlin);
    const auto utc = parseMoment(u"2022-08-08T23:00:00Z", berlin);
    const auto later = parseMoment(u"2022-08-08T23:00:01Z", berlin);
    QVERIFY(*east == *utc);
    QVERIFY(*east < *later);
    QVERIFY(!(*later < *east));
}

void TestDateTime::readsLeadingDates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("rest");
    const auto row = [](const char *title, const QString &name, QDate date, const QString &rest) {
        QTest::newRow(title) << name << date << rest;
    };

    row("Jekyll's", u"2022-08-09-go-patterns"_s, QDate(2022, 8, 9), u"go-patterns"_s);
    row("underscore", u"2022-08-09_go"_s, QDate(2022, 8, 9), u"go"_s);
    row("blank", u"2022-08-09 Go patterns"_s, QDate(2022, 8, 9), u"Go patterns"_s);
    row("blank, hyphen, blank", u"2022-08-09 - Go"_s, QDate(2022, 8, 9), u"Go"_s);
    row("one-digit parts", u"2022-8-9-go"_s, QDate(2022, 8, 9), u"go"_s);
    row("date alone", u"2022-08-09"_s, QDate(2022, 8, 9), u"2022-08-09"_s);
    row("nothing but a hyphen behind it", u"2022-08-09-"_s, QDate(2022, 8, 9), u"2022-08-09-"_s);
    row("a dot behind it", u"2022-08-09.notes"_s, QDate(2022, 8, 9), u".notes"_s);
    row("digits next", u"2022-08-09-10-things"_s, QDate(2022, 8, 9), u"10-things"_s);
    row("other script", u"2022-08-09-博客"_s, QDate(2022, 8, 9), u"博客"_s);
    row("no date", u"go-patterns"_s, QDate(), u"go-patterns"_s);
    row("month 17", u"2022-17-09-go"_s, QDate(), u"2022-17-09-go"_s);
    row("letters directly behind", u"2022-08-09th"_s, QDate(), u"2022-08-09th"_s);
    row("three-digit day", u"2022-08-091-go"_s, QDate(), u"2022-08-091-go"_s);
    row("year and month", u"2022-08-go"_s, QDate(), u"2022-08-go"_s);
    row("year", u"2022-in-review"_s, QDate(), u"2022-in-review"_s);
    row("eight digits", u"20220809-go"_s, QDate(), u"20220809-go"_s);
    row("not at the beginning", u"go-2022-08-09"_s, QDate(), u"go-2022-08-09"_s);
    row("empty", u""_s, QDate(), u""_s);
}

void TestDateTime::readsLeadingDates()
{
    QFETCH(QString, name);
    QTEST(leadingDate(name).value_or(QDate()), "date");
    QTEST(withoutLeadingDate(name).toString(), "rest");
}

QTEST_GUILESS_MAIN(TestDateTime)
#include "tst_date_time.moc"

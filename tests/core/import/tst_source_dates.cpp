// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/source_dates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;

/// Dates as blogs have them.
class TestSourceDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("date");
        const auto row = [](const QString &text, const QString &date) { QTest::newRow(qPrintable(text)) << text << date; };
        const QString day = u"2013-05-06"_s;
        row(u"2013-05-06"_s, day);
        row(u"2013-5-6"_s, day);
        row(u"2013/05/06"_s, day);
        row(u"20130506"_s, day);
        row(u"2013.05.06"_s, day);
        row(u"6.5.2013"_s, day);
        row(u"06.05.2013"_s, day);
        row(u"5/6/2013"_s, day);
        row(u"13/5/2013"_s, u"2013-05-13"_s);
        row(u"5/13/2013"_s, u"2013-05-13"_s);
        row(u"06-May-2013"_s, day);
        row(u"6 May 2013"_s, day);
        row(u"May 6, 2013"_s, day);
        row(u"May 6th, 2013"_s, day);
        row(u"6th of May 2013"_s, day);
        row(u"Mon, May 6 2013"_s, day);
        row(u"Sept 6, 2013"_s, u"2013-09-06"_s);
        row(u"2013年5月6日"_s, day);
        row(u"2013-05-06 02:12:52"_s, u"2013-05-06T02:12:52Z"_s);
        row(u"2013-05-06 02:12"_s, u"2013-05-06T02:12:00Z"_s);
        row(u"2013-05-06 2:12:5"_s, u"2013-05-06T02:12:05Z"_s);
        row(u"2013-05-06T02:12:52Z"_s, u"2013-05-06T02:12:52Z"_s);
        row(u"2013-05-06T8:09:26-07:00"_s, u"2013-05-06T08:09:26-07:00"_s);
        row(u"2013-05-06 02:12:52 +0200"_s, u"2013-05-06T02:12:52+02:00"_s);
        row(u"2013-05-06 02:12:52 +0200 CEST"_s, u"2013-05-06T02:12:52+02:00"_s);
        row(u"2013-05-06T02:12:52.123456Z"_s, u"2013-05-06T02:12:52.123Z"_s);
        row(u"2013-05-06 02:12:52 UTC"_s, u"2013-05-06T02:12:52Z"_s);
        row(u"2013-05-06 02:12:52 PST"_s, u"2013-05-06T02:12:52-08:00"_s);
        row(u"2013-05-06 2:12 PM"_s, u"2013-05-06T14:12:00Z"_s);
        row(u"May 6, 2013 at 2:12pm"_s, u"2013-05-06T14:12:00Z"_s);
        row(u"May 6, 2013 12:05 am"_s, u"2013-05-06T00:05:00Z"_s);
        row(u"Mon, 06 May 2013 02:12:52 +0000"_s, u"2013-05-06T02:12:52Z"_s);
        row(u"Mon, 06 May 2013 02:12:52 GMT"_s, u"2013-05-06T02:12:52Z"_s);
        row(u"Mon May  6 02:12:52 EST 2013"_s, u"2013-05-06T02:12:52-05:00"_s);
        row(u"2013-05-06 02:12:52 2013 -0800"_s, u"2013-05-06T02:12:52-08:00"_s);
        row(u"2013-05-06T02:12:52+0200"_s, u"2013-05-06T02:12:52+02:00"_s);
        row(u"  2013-05-06  "_s, day);

        row(u"0000-00-00 00:00:00"_s, u""_s);
        row(u"0001-01-01T00:00:00Z"_s, u""_s);
        row(u"2013-17-06"_s, u""_s);
        row(u"2013-02-30"_s, u""_s);
        row(u"soon"_s, u""_s);
        row(u"May 2013"_s, u""_s);
        row(u"May 6 7, 2013"_s, u""_s);
        row(u"25:00 May 6 2013"_s, u""_s);
        row(u"true"_s, u""_s);
        row(QString(5000, u'1'), u""_s);
        row(u""_s, u""_s);
    }

    void parses()
    {
        QFETCH(QString, text);
        const auto moment = parseSourceDate(text, QTimeZone::utc());
        QTEST(moment ? renderDate(*moment) : QString(), "date");
    }

    void readsThemInTheSitesZone()
    {
        const auto moment = parseSourceDate(u"May 6, 2013 10:00", QTimeZone("Europe/Berlin"));
        QCOMPARE(moment->at.toUTC(), QDateTime(QDate(2013, 5, 6), QTime(8, 0), QTimeZone::utc()));
    }

    void findsDatesInPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("exact");
        QTest::newRow("folders") << u"/2012/03/04/x/"_s << QDate(2012, 3, 4) << true;
        QTest::newRow("a name") << u"blog/2012-03-04-x.md"_s << QDate(2012, 3, 4) << true;
        QTest::newRow("a month") << u"content/2012/03/x/x.md"_s << QDate(2012, 3, 1) << false;
        QTest::newRow("none") << u"content/notes/x.md"_s << QDate() << true;
        QTest::newRow("no month") << u"/2012/13/x/"_s << QDate() << true;
        QTest::newRow("no year") << u"/1080/12/x/"_s << QDate() << true;
    }

    void findsDatesInPaths()
    {
        QFETCH(QString, path);
        const auto found = dateInPath(path);
        QTEST(found ? found->date : QDate(), "date");
        QTEST(found ? found->isExact : true, "exact");
    }
};

QTEST_GUILESS_MAIN(TestSourceDates)
#include "tst_source_dates.moc"

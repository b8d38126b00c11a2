// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/filters/prose.h"

#include <QTest>
#include <QTimeZone>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestProse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsLists_data();
    void joinsLists();
    void namesMaps();
    void leavesTextsAlone();
    void formatsDates_data();
    void formatsDates();
    void knowsTheLanguagesLongForm_data();
    void knowsTheLanguagesLongForm();
};

void TestProse::joinsLists_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("list");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << u"en"_s << QStringList {} << QString();
    QTest::newRow("one") << u"en"_s << QStringList { u"go"_s } << u"go"_s;
    QTest::newRow("two") << u"en"_s << QStringList { u"go"_s, u"api"_s } << u"go and api"_s;
    QTest::newRow("three") << u"en"_s << QStringList { u"go"_s, u"api"_s, u"sql"_s } << u"go, api, and sql"_s;
    QTest::newRow("four") << u"en"_s << QStringList { u"a"_s, u"b"_s, u"c"_s, u"d"_s } << u"a, b, c, and d"_s;
    QTest::newRow("empty ones left out") << u"en"_s << QStringList { u"a"_s, QString(), u"c"_s } << u"a and c"_s;
    QTest::newRow("German") << u"de"_s << QStringList { u"a"_s, u"b"_s, u"c"_s } << u"a, b und c"_s;
    QTest::newRow("French") << u"fr"_s << QStringList { u"a"_s, u"b"_s, u"c"_s } << u"a, b et c"_s;
    QTest::newRow("Spanish") << u"es"_s << QStringList { u"a"_s, u"b"_s } << u"a y b"_s;
    QTest::newRow("Japanese") << u"ja"_s << QStringList { u"a"_s, u"b"_s, u"c"_s } << u"a、b、c"_s;
    QTest::newRow("a language nobody knows") << u"xx"_s << QStringList { u"a"_s, u"b"_s, u"c"_s } << u"a, b, c"_s;
}

void TestProse::joinsLists()
{
    QFETCH(QString, language);
    QFETCH(QStringList, list);
    QTEST(publish::sentence(list, QLocale(language)), "expected");
    QTEST(publish::sentence(QVariantList(list.begin(), list.end()), QLocale(language)), "expected");
}

void TestProse::namesMaps()
{
    const QVariantList list { QVariantHash { { u"name"_s, u"go"_s }, { u"url"_s, u"/"_s } }, QVariantHash { { u"title"_s, u"A post"_s } } };
    QCOMPARE(publish::sentence(list, QLocale(u"en"_s)), u"go and A post"_s);
}

void TestProse::leavesTextsAlone()
{
    QCOMPARE(publish::sentence(u"as it is"_s, QLocale(u"en"_s)), u"as it is"_s);
    QCOMPARE(publish::sentence(7, QLocale(u"en"_s)), u"7"_s);
    QCOMPARE(publish::sentence({}, QLocale(u"en"_s)), QString());
}

void TestProse::formatsDates_data()
{
    const QDateTime evening(QDate(2022, 8, 9), QTime(23, 30), QTimeZone::fromSecondsAheadOfUtc(7200));
    QTest::addColumn<QVariant>("date");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("expected");
    QTest::newRow("month and year") << QVariant(QDate(2022, 8, 9)) << u"MMM yyyy"_s << u"en"_s << u"Aug 2022"_s;
    QTest::newRow("in German") << QVariant(QDate(2022, 5, 9)) << u"d. MMMM yyyy"_s << u"de"_s << u"9. Mai 2022"_s;
    QTest::newRow("the day its own zone shows") << QVariant(evening) << u"yyyy-MM-dd HH:mm"_s << u"en"_s << u"2022-08-09 23:30"_s;
    QTest::newRow("a text") << QVariant(u"2022-08-09"_s) << u"yyyy"_s << u"en"_s << u"2022"_s;
    QTest::newRow("a text with a time") << QVariant(u"2022-08-09T10:00:00Z"_s) << u"MMMM d"_s << u"en"_s << u"August 9"_s;
    QTest::newRow("no format") << QVariant(QDate(2022, 8, 9)) << QString() << u"en"_s << u"August 9, 2022"_s;
    QTest::newRow("no date") << QVariant(u"soon"_s) << u"yyyy"_s << u"en"_s << QString();
    QTest::newRow("an empty date") << QVariant(QDate()) << u"yyyy"_s << u"en"_s << QString();
    QTest::newRow("nothing") << QVariant() << u"yyyy"_s << u"en"_s << QString();
}

void TestProse::formatsDates()
{
    QFETCH(QVariant, date);
    QFETCH(QString, format);
    QFETCH(QString, language);
    QTEST(publish::formattedDate(date, format, QLocale(language)), "expected");
}

void TestProse::knowsTheLanguagesLongForm_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("expected");
    QTest::newRow("English") << u"en"_s << u"August 9, 2022"_s;
    QTest::newRow("British English") << u"en-GB"_s << u"9 August 2022"_s;
    QTest::newRow("German") << u"de"_s << u"9. August 2022"_s;
    QTest::newRow("French") << u"fr"_s << u"9 août 2022"_s;
    QTest::newRow("Spanish") << u"es"_s << u"9 de agosto de 2022"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"2022年8月9日"_s;
}

void TestProse::knowsTheLanguagesLongForm()
{
    QFETCH(QString, language);
    QTEST(publish::formattedDate(QDate(2022, 8, 9), {}, QLocale(language)), "expected");
}

QTEST_GUILESS_MAIN(TestProse)
#include "tst_prose.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/pager.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestPager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsListsIntoPages_data();
    void cutsListsIntoPages();
    void namesPages_data();
    void namesPages();
};

void TestPager::cutsListsIntoPages_data()
{
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("perPage");
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("nothing") << 0 << 10 << QList { 0 };
    QTest::newRow("all on one") << 25 << 0 << QList { 25 };
    QTest::newRow("fewer than fit") << 3 << 10 << QList { 3 };
    QTest::newRow("exactly") << 10 << 10 << QList { 10 };
    QTest::newRow("one more") << 11 << 10 << QList { 10, 1 };
    QTest::newRow("several") << 7 << 3 << QList { 3, 3, 1 };
    QTest::newRow("a negative number is none") << 7 << -3 << QList { 7 };
}

void TestPager::cutsListsIntoPages()
{
    QFETCH(int, entries);
    QFETCH(int, perPage);
    const publish::Paging paging { entries, perPage };
    QList<int> sizes;
    qsizetype next = 0;
    for (int number = 1; number <= paging.count(); ++number) {
        QCOMPARE(paging.begin(number), next);
        sizes.append(int(paging.size(number)));
        next += paging.size(number);
    }
    QTEST(sizes, "sizes");
}

void TestPager::namesPages_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("pages"); // […]: the current one
    QTest::newRow("a single page") << 1 << 1 << QString();
    QTest::newRow("two") << 1 << 2 << u"[1] 2"_s;
    QTest::newRow("at the start") << 1 << 9 << u"[1] 2 3 … 9"_s;
    QTest::newRow("in the middle") << 5 << 9 << u"1 … 3 4 [5] 6 7 … 9"_s;
    QTest::newRow("at the end") << 9 << 9 << u"1 … 7 8 [9]"_s;
    QTest::newRow("a thousand") << 500 << 1000 << u"1 … 498 499 [500] 501 502 … 1000"_s;
}

void TestPager::namesPages()
{
    QFETCH(int, number);
    QFETCH(int, count);
    const QVariantHash pager = publish::pagerContext(u"/tags/go/"_s, number, count, {});
    QStringList pages;
    for (const QVariant &value : pager.value(u"pages"_s).toList()) {
        const QVariantHash page = value.toHash();
        const QString shown = page.value(u"gap"_s).toBool() ? u"…"_s : page.value(u"number"_s).toString();
        pages.append(page.value(u"current"_s).toBool() ? u'[' + shown + u']' : shown);
    }
    QTEST(pages.join(u' '), "pages");
    if (count == 1)
        return;
    QCOMPARE(pager.value(u"previous"_s).toString(),
             number == 1       ? QString()
                 : number == 2 ? u"/tags/go/"_s
                               : u"/tags/go/page/%1/"_s.arg(number - 1));
    QCOMPARE(pager.value(u"next"_s).toString(), number == count ? QString() : u"/tags/go/page/%1/"_s.arg(number + 1));
}

QTEST_GUILESS_MAIN(TestPager)
#include "tst_pager.moc"

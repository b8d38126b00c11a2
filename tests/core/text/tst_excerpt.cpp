// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

class TestExcerpt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
    void staysQuick();
};

void TestExcerpt::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("more");
    QTest::addColumn<QString>("excerpt");

    QTest::newRow("nothing") << QString() << 10 << false << QString();
    QTest::newRow("nothing, though more follows") << QString() << 10 << true << QString();
    QTest::newRow("whole") << u"One two"_s << 10 << false << u"One two"_s;
    QTest::newRow("whole, as long as allowed") << u"One two"_s << 7 << false << u"One two"_s;
    QTest::newRow("whole, and more follows") << u"One two."_s << 10 << true << u"One two. …"_s;
    QTest::newRow("0 leaves it whole") << u"One two"_s << 0 << false << u"One two"_s;
    QTest::newRow("0 leaves it whole, and more follows") << u"One two"_s << 0 << true << u"One two …"_s;
    QTest::newRow("less than 0 too") << u"One two"_s << -3 << false << u"One two"_s;
    QTest::newRow("at a word's end") << u"One two three"_s << 9 << false << u"One two …"_s;
    QTest::newRow("at the very end of a word") << u"One two three"_s << 7 << false << u"One two …"_s;
    QTest::newRow("right behind a blank") << u"One two three"_s << 8 << false << u"One two …"_s;
    QTest::newRow("one ellipsis, cut and more") << u"One two three"_s << 9 << true << u"One two …"_s;
    QTest::newRow("not within a joined word") << u"a well-known/b fact"_s << 10 << false << u"a …"_s;
    QTest::newRow("with its comma") << u"One, two"_s << 6 << false << u"One, …"_s;
    QTest::newRow("a single word too long") << u"Donaudampfschiff"_s << 5 << false << u"Donau …"_s;
    QTest::newRow("blanks around") << u"  One two  "_s << 7 << false << u"One two"_s;
    QTest::newRow("a no-break space") << u"One\u00A0two three"_s << 9 << false << u"One\u00A0two …"_s;
    QTest::newRow("surrogate pairs stay whole") << u"😀😀😀"_s << 2 << false << u"😀😀 …"_s;
    QTest::newRow("combining marks stay with their letter") << u"e\u0301e\u0301e\u0301"_s << 2 << false << u"e\u0301e\u0301 …"_s;
    QTest::newRow("families stay together") << u"👩‍👩‍👧👩‍👩‍👧 x"_s << 1 << false << u"👩‍👩‍👧 …"_s;
    QTest::newRow("flags stay whole") << u"🇩🇪🇫🇷"_s << 1 << false << u"🇩🇪 …"_s;
    QTest::newRow("Chinese has no blanks") << u"漢字仮名交"_s << 3 << false << u"漢字仮 …"_s;
    QTest::newRow("Japanese is cut between its words") << u"これはペンです"_s << 4 << false << u"これは …"_s;
    QTest::newRow("Chinese behind Latin") << u"Go 語言很好用"_s << 5 << false << u"Go 語言 …"_s;
    QTest::newRow("right-to-left") << u"שלום עולם טוב"_s << 10 << false << u"שלום עולם …"_s;
}

void TestExcerpt::cuts()
{
    QFETCH(QString, text);
    QFETCH(int, length);
    QFETCH(bool, more);
    QFETCH(QString, excerpt);
    QCOMPARE(quillway::text::excerpt(text, length, more), excerpt);
}

void TestExcerpt::staysQuick()
{
    const QString long1 = QString(5'000'000, u'x');
    const QString long2 = u"ab "_s.repeated(2'000'000);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(excerpt(long1, 300, false).size(), 302);
        QVERIFY(excerpt(long2, 300, false).size() <= 302);
    }
}

QTEST_APPLESS_MAIN(TestExcerpt)
#include "tst_excerpt.moc"

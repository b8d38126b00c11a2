// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/svg.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestSvg : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSizes_data();
    void readsSizes();
    void findsScripts_data();
    void findsScripts();
};

void TestSvg::readsSizes_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isRatioOnly");
    QTest::newRow("both sides") << "width='20' height='10'"_ba << QSize(20, 10) << false;
    QTest::newRow("in pixels") << "width='20px' height=' 10px '"_ba << QSize(20, 10) << false;
    QTest::newRow("rounded") << "width='20.4' height='0.2'"_ba << QSize(20, 1) << false;
    QTest::newRow("one side and the ratio") << "width='20' viewBox='0 0 200 100'"_ba << QSize(20, 10) << false;
    QTest::newRow("the other side and the ratio") << "height='10' viewBox='0,0,200,100'"_ba << QSize(20, 10) << false;
    QTest::newRow("the ratio alone") << "viewBox='0 0 200 100'"_ba << QSize(200, 100) << true;
    QTest::newRow("all the room") << "width='100%' height='100%' viewBox='-5 -5 200 100'"_ba << QSize(200, 100) << true;
    QTest::newRow("nothing") << ""_ba << QSize(300, 150) << false;
    QTest::newRow("one side without a ratio") << "width='20'"_ba << QSize(20, 150) << false;
    QTest::newRow("a ratio of nothing") << "viewBox='0 0 0 0'"_ba << QSize(300, 150) << false;
    QTest::newRow("no number") << "width='nan' height='inf'"_ba << QSize(300, 150) << false;
    QTest::newRow("nothing wide") << "width='0' height='-5'"_ba << QSize(300, 150) << false;
    QTest::newRow("beyond all measure") << "width='1e300' height='10' viewBox='0 0 1e300 1'"_ba << QSize(300, 10) << false;
    QTest::newRow("a ratio beyond all measure") << "width='1' viewBox='0 0 0.0001 100000'"_ba << QSize(1, 100'000) << false;
}

void TestSvg::readsSizes()
{
    QFETCH(QByteArray, attributes);
    QFETCH(QSize, size);
    const auto found = pictures::svgSize("<?xml version='1.0'?><svg " + attributes + "><g/></svg>");
    QVERIFY(found);
    QCOMPARE(found->size, size);
    QTEST(found->isRatioOnly, "isRatioOnly");
}

void TestSvg::findsScripts_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("hasScript");
    QTest::newRow("a drawing") << "<path d='M0 0'/><a href='https://e.example/'>onclick=</a>"_ba << false;
    QTest::newRow("a script") << "<script>alert(1)</script>"_ba << true;
    QTest::newRow("a script of another namespace") << "<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>"_ba << true;
    QTest::newRow("a handler") << "<g onload='alert(1)'/>"_ba << true;
    QTest::newRow("a handler in upper case") << "<g ONLOAD='alert(1)'/>"_ba << true;
    QTest::newRow("an address that acts") << "<a xlink:href=' java&#10;script:alert(1)' xmlns:xlink='http://www.w3.org/1999/xlink'/>"_ba
                                          << true;
    QTest::newRow("an address set later") << "<set attributeName='href' to='javascript:alert(1)'/>"_ba << true;
    QTest::newRow("before the fault that ends it") << "<script/><g"_ba << true;
    QTest::newRow("in a comment") << "<!-- <script/> -->"_ba << false;
    QTest::newRow("many entities")
        << "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><g>&c;</g>"_ba
        << false;
}

void TestSvg::findsScripts()
{
    QFETCH(QByteArray, content);
    const bool hasDocumentType = content.startsWith("<!DOCTYPE");
    QTEST(pictures::hasScript(hasDocumentType ? content : "<svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>"), "hasScript");
}

QTEST_GUILESS_MAIN(TestSvg)
#include "tst_svg.moc"

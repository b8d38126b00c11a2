// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/open_elements.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quillway::ui::OpenElements;

class TestOpenElements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void namesTheNodes_data();
    void namesTheNodes();
    void readsOnWhereItStopped();
    void staysEntangled();
    void takesAnyBytes();
    void isQuickWithDeepNesting();
};

namespace {

enum class State { Closed, Open, Entangled };

State stateAfter(QByteArrayView html)
{
    OpenElements open;
    open.read(html);
    return open.isEntangled() ? State::Entangled : open.isClosed() ? State::Closed : State::Open;
}

} // namespace

Q_DECLARE_METATYPE(State)

void TestOpenElements::tells_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<State>("state");

    const auto row = [](const char *name, const char *html, State state) { QTest::newRow(name) << QByteArray(html) << state; };
    using enum State;
    row("nothing", "", Closed);
    row("text", "a < b & c > d", Closed);
    row("paragraph", "<p>text <em>more</em></p>\n", Closed);
    row("open paragraph", "<p>text", Open);
    row("two open elements", "<div><section>", Open);
    row("end tag without a start tag", "</div>", Entangled);
    row("end tags crossed", "<b><i></b></i>", Entangled);
    row("name in capitals", "<DIV></div>", Closed);
    row("void elements", "<p><img src=x><br>a<hr><input><wbr></p>", Closed);
    row("void element with a slash", "<br/><img/>", Closed);
    row("slash closes nothing in HTML", "<div/>", Open);
    row("br as an end tag", "</br>", Entangled);
    row("end tag with attributes", "<p></p class=x>", Closed);
    row("> in quotes", "<a title=\"a>b\" href='<p>'>x</a>", Closed);
    row("quote in an unquoted value", "<a href=it's>x</a>", Closed);
    row("quote without =", "<a \"b>x</a>", Closed);
    row("unclosed quote", "<a title=\"x>y</a>", Entangled);
    row("unclosed tag", "<div class=x", Entangled);
    row("blank before the quote", "<a title = \">\">x</a>", Closed);
    row("comment", "<!-- <div> -->", Closed);
    row("empty comment", "<!---->", Closed);
    row("unclosed comment", "<!-- <p></p>", Entangled);
    row("comment that ends at once", "<!--> <div> -->", Entangled);
    row("comment that ends oddly", "<!-- --!> <div> -->", Entangled);
    row("processing instruction", "<?php x ?>", Closed);
    row("processing instruction ends at the first >", "<?php '>' <div> ?>", Open);
    row("declaration", "<!DOCTYPE html>", Closed);
    row("CDATA outside svg is a comment", "<![CDATA[ x ]]>", Closed);
    row("less-than before a digit", "<3 and <4", Closed);
    row("less-than at the end", "a <", Closed);
    row("slash at the end", "a </", Entangled);
    row("style", "<style>p > b::before { content: '</div>' }</style>", Closed);
    row("script", "<script>if (a < b) document.write('<div>')</script>", Closed);
    row("script with a comment", "<script><!-- <script> </script> --></script>", Entangled);
    row("unclosed style", "<style>p {}", Entangled);
    row("end tag of another name in a style", "<style></styles></style>", Entangled);
    row("end tag in capitals", "<style></STYLE >", Closed);
    row("frame source", "<iframe><div></iframe>", Closed);
    row("svg", "<svg viewBox='0 0 1 1'><g><path d='M0 0'/><circle r=1></circle></g></svg>", Closed);
    row("unclosed path in svg", "<svg><path d='M0 0'></svg>", Entangled);
    row("svg in svg", "<svg><svg><g/></svg></svg><p></p>", Closed);
    row("svg is over", "<svg/><div/>", Open);
    row("HTML in svg", "<svg><p></p></svg>", Entangled);
    row("foreignObject", "<svg><foreignObject><p></p></foreignObject></svg>", Entangled);
    row("CDATA in svg", "<svg><![CDATA[ <g> ]]></svg>", Entangled);
    row("math", "<math><mfrac><mrow></mrow><mrow/></mfrac></math>", Closed);
    row("form", "<form></form>", Entangled);
    row("template", "<template></template>", Entangled);
    row("body's attributes", "<body class=x>", Entangled);
    row("plaintext", "<plaintext>", Entangled);
    row("details", "<details><summary>a</summary>\n", Open);
    row("table", "<table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>", Closed);
    row("table row by itself", "<tr><td>a</td></tr>", Closed);
    row("element of one's own", "<my-element><x-y></x-y></my-element>", Closed);
}

void TestOpenElements::tells()
{
    QFETCH(const QByteArray, html);
    QFETCH(const State, state);
    QCOMPARE(stateAfter(html), state);
}

void TestOpenElements::namesTheNodes_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("nodes");

    const auto row = [](const char *name, const char *html, const char *nodes) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(nodes);
    };
    row("nothing", "", "");
    row("text", "a < b", "#");
    row("block", "<p>a <em>b</em></p>\n", "p #");
    row("two blocks", "<P>a</P><!-- x --><hr>text<br/>", "p ! hr # br");
    row("style", "<style>p {}</style>", "style");
    row("svg", "<svg><path/></svg>", "svg");
    row("declaration", "<!X><?y?>", "! !");
}

void TestOpenElements::namesTheNodes()
{
    QFETCH(const QByteArray, html);
    OpenElements open;
    open.read(html);
    QTEST(open.takeNodes(), "nodes");
    open.read("<p></p>");
    QCOMPARE(open.takeNodes(), QByteArray("p"));
}

void TestOpenElements::readsOnWhereItStopped()
{
    OpenElements open;
    open.read("<details><summary>More</summary>\n");
    QVERIFY(!open.isClosed());
    open.read("<p>text</p>\n");
    QVERIFY(!open.isClosed());
    open.read("</details>\n");
    QVERIFY(open.isClosed());
}

void TestOpenElements::staysEntangled()
{
    OpenElements open;
    open.read("</div>");
    open.read("<div></div>");
    QVERIFY(open.isEntangled());
    QVERIFY(!open.isClosed());
}

void TestOpenElements::takesAnyBytes()
{
    quint32 state = 1;
    for (int round = 0; round < 2000; ++round) {
        QByteArray html;
        for (int i = 0; i < 60; ++i) {
            state = state * 1664525 + 1013904223;
            html += "<>/=\"'!-? \nabsvgp[]\0\xff"[(state >> 16) % 22];
        }
        OpenElements open;
        open.read(html);
        QVERIFY(!(open.isClosed() && open.isEntangled()));
    }
}

void TestOpenElements::isQuickWithDeepNesting()
{
    QCOMPARE(stateAfter(QByteArray("<div>").repeated(200'000) + QByteArray("</div>").repeated(200'000)), State::Closed);
    QCOMPARE(stateAfter(QByteArray("<style><!--").repeated(50'000)), State::Entangled);
    QCOMPARE(stateAfter(QByteArray("<!--").repeated(50'000)), State::Entangled);
}

QTEST_APPLESS_MAIN(TestOpenElements)
#include "tst_open_elements.moc"

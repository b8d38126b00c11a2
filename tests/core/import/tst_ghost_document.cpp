// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/exports/ghost_document.h"
#include "core/import/html/html_markdown.h"

#include <QTest>

using namespace quillway::importing;
using namespace Qt::StringLiterals;

class TestGhostDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsLexical_data();
    void turnsLexical();
    void turnsMobiledoc_data();
    void turnsMobiledoc();
    void namesTheCardsOfWhichNothingIsThere();
    void bearsWhatIsNone_data();
    void bearsWhatIsNone();
};

namespace {

/// As a site gets it.
QString markdownOf(const GhostBody &body)
{
    BodyTurn turn;
    return markdownOfHtml(body.html.toUtf8(), turn).value_or(u"failed"_s);
}

/// A Lexical document of these nodes.
QString lexical(const QString &nodes)
{
    return R"({"root":{"type":"root","version":1,"children":[%1]}})"_L1.arg(nodes);
}

QString paragraph(const QString &children)
{
    return R"({"type":"paragraph","children":[%1]})"_L1.arg(children);
}

QString words(const QString &text, int format = 0)
{
    return R"({"type":"extended-text","text":"%1","format":%2})"_L1.arg(text).arg(format);
}

QString item(const QString &children)
{
    return R"({"type":"listitem","children":[%1]})"_L1.arg(children);
}

} // namespace

void TestGhostDocument::turnsLexical_data()
{
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &nodes, const QString &markdown) { QTest::newRow(name) << nodes << markdown; };
    row("paragraphs", paragraph(words(u"One"_s)) + u',' + paragraph(words(u"Two"_s)), u"One\n\nTwo\n"_s);
    row("marks",
        paragraph(words(u"a"_s, 1) + u',' + words(u" "_s) + u',' + words(u"b"_s, 2) + u',' + words(u" "_s) + u',' + words(u"c"_s, 16) + u','
                  + words(u" "_s) + u',' + words(u"d"_s, 4)),
        u"**a** *b* `c` ~~d~~\n"_s);
    row("two marks on one word", paragraph(words(u"a"_s, 3)), u"***a***\n"_s);
    row("text that looks like markup", paragraph(words(u"<b> *x* &amp;"_s)), u"\\<b> \\*x\\* \\&amp;\n"_s);
    row("a link", paragraph(R"({"type":"link","url":"https://x.example/?a=1&b=2","children":[%1]})"_L1.arg(words(u"there"_s))),
        u"[there](https://x.example/?a=1&b=2)\n"_s);
    row("a line break", paragraph(words(u"a"_s) + R"(,{"type":"linebreak"},)"_L1 + words(u"b"_s)), u"a\\\nb\n"_s);
    row("headings", R"({"type":"extended-heading","tag":"h3","children":[%1]})"_L1.arg(words(u"H"_s)), u"### H\n"_s);
    row("a heading of no level", R"({"type":"heading","tag":"h9 onclick","children":[%1]})"_L1.arg(words(u"H"_s)), u"## H\n"_s);
    row("a quote", R"({"type":"extended-quote","children":[%1]})"_L1.arg(words(u"Q"_s)), u"> Q\n"_s);
    row("a list", R"({"type":"list","listType":"bullet","children":[%1,%2]})"_L1.arg(item(words(u"a"_s)), item(words(u"b"_s))),
        u"- a\n- b\n"_s);
    row("a list that counts", R"({"type":"list","listType":"number","start":3,"children":[%1]})"_L1.arg(item(words(u"c"_s))), u"3. c\n"_s);
    row("a list in a list",
        R"({"type":"list","listType":"bullet","children":[%1,%2]})"_L1.arg(
            item(words(u"a"_s)), item(R"({"type":"list","listType":"bullet","children":[%1]})"_L1.arg(item(words(u"deep"_s))))),
        u"- a\n  - deep\n"_s);
    row("a picture", R"({"type":"image","src":"/p.png","alt":"P","caption":"<i>Words</i>"})"_L1, u"![P](/p.png \"Words\")\n"_s);
    row("Markdown", R"({"type":"markdown","markdown":"# H\n\n- *x*"})"_L1, u"# H\n\n- *x*\n"_s);
    row("code", R"({"type":"codeblock","language":"go","code":"a < b\n\nc"})"_L1, u"```go\na < b\n\nc\n```\n"_s);
    row("a rule", R"({"type":"horizontalrule"})"_L1, u"---\n"_s);
    row("a bookmark", R"({"type":"bookmark","url":"https://x.example/","metadata":{"title":"X & Y","description":"About"}})"_L1,
        u"[X & Y](https://x.example/): About\n"_s);
    row("a callout", R"({"type":"callout","calloutEmoji":"!","calloutText":"<b>Mind</b>"})"_L1, u"> ! **Mind**\n"_s);
    row("a button", R"({"type":"button","buttonText":"Go","buttonUrl":"https://x.example/"})"_L1, u"[Go](https://x.example/)\n"_s);
    row("a file", R"({"type":"file","src":"/f.pdf","fileTitle":"F"})"_L1, u"[F](/f.pdf)\n"_s);
    row("what nobody knows, around what one knows", R"({"type":"box","children":[%1]})"_L1.arg(paragraph(words(u"In"_s))), u"In\n"_s);
}

void TestGhostDocument::turnsLexical()
{
    QFETCH(QString, nodes);
    const GhostBody body = htmlOfLexical(lexical(nodes));
    QTEST(markdownOf(body), "markdown");
    QCOMPARE(body.left, QStringList());
}

void TestGhostDocument::turnsMobiledoc_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &document, const QString &markdown) { QTest::newRow(name) << document << markdown; };
    row("paragraphs", R"({"sections":[[1,"p",[[0,[],0,"One"]]],[1,"h2",[[0,[],0,"Two"]]]]})"_L1, u"One\n\n## Two\n"_s);
    row("marks",
        R"({"markups":[["em"],["a",["href","https://x.example/"]]],"sections":[[1,"p",[[0,[0],1,"a"],[0,[],0," "],[0,[1,0],1,"b"],[0,[],1,"c"]]]]})"_L1,
        u"*a* [*b*c](https://x.example/)\n"_s);
    row("never closed", R"({"markups":[["strong"]],"sections":[[1,"p",[[0,[0],0,"a"]]],[1,"p",[[0,[],0,"b"]]]]})"_L1, u"**a**\n\nb\n"_s);
    row("closed too often", R"({"sections":[[1,"p",[[0,[],9,"a"]]]]})"_L1, u"a\n"_s);
    row("a soft return", R"({"atoms":[["soft-return","",{}]],"sections":[[1,"p",[[0,[],0,"a"],[1,[],0,0],[0,[],0,"b"]]]]})"_L1,
        u"a\\\nb\n"_s);
    row("a list", R"({"sections":[[3,"ol",[[[0,[],0,"a"]],[[0,[],0,"b"]]]]]})"_L1, u"1. a\n2. b\n"_s);
    row("cards",
        R"({"cards":[["image",{"src":"/p.png","alt":"P"}],["code",{"code":"x","language":"c"}],["card-markdown",{"markdown":"*m*"}],["hr",{}]],
        "sections":[[10,0],[10,1],[10,2],[10,3]]})"_L1,
        u"![P](/p.png)\n\n```c\nx\n```\n\n*m*\n\n---\n"_s);
    row("a tag that is markup", R"({"sections":[[1,"p onclick=x",[[0,[],0,"a"]]]]})"_L1, u"a\n"_s);
    row("places that there are none of", R"({"markups":[],"cards":[],"sections":[[1,"p",[[0,[7],1,"a"],[1,[],0,7]]],[2],[99]]})"_L1,
        u"a\n"_s);
}

void TestGhostDocument::turnsMobiledoc()
{
    QFETCH(QString, document);
    QTEST(markdownOf(htmlOfMobiledoc(document)), "markdown");
}

void TestGhostDocument::namesTheCardsOfWhichNothingIsThere()
{
    const GhostBody body = htmlOfLexical(lexical(R"({"type":"signup","header":"Join"},{"type":"product"},{"type":"signup"})"_L1));
    QCOMPARE(body.left, QStringList({ u"signup"_s, u"product"_s }));
    QCOMPARE(htmlOfMobiledoc(R"({"cards":[["email",{}]],"sections":[[10,0]]})"_L1).left, QStringList { u"email"_s });
}

void TestGhostDocument::bearsWhatIsNone_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"{\"root\""_s;
    QTest::newRow("another shape") << QString(R"({"root":[1,2],"sections":{"a":1},"cards":3})"_L1);
    QTest::newRow("numbers for nodes") << QString(R"({"root":{"children":[1,"a",null,[[]]]},"sections":[1,"a",[],[[]]]})"_L1);
    QTest::newRow("a thousand in one another") << lexical(QString(R"({"type":"box","children":[)"_L1).repeated(400) + R"({"type":"box"})"_L1
                                                          + u"]}"_s.repeated(400));
}

void TestGhostDocument::bearsWhatIsNone()
{
    QFETCH(QString, json);
    QCOMPARE(htmlOfLexical(json).html.trimmed(), QString());
    QCOMPARE(htmlOfMobiledoc(json).html.trimmed(), QString());
}

QTEST_GUILESS_MAIN(TestGhostDocument)
#include "tst_ghost_document.moc"

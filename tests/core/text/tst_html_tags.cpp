// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/html_tags.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// The tokens as `kind[text]`, an attribute as ` name=value`; `!` marks one that the text ends within.
QByteArray tokensOf(QByteArrayView html)
{
    QByteArray tokens;
    HtmlScanner scanner(html);
    while (const HtmlToken *token = scanner.next()) {
        const QByteArrayView written = html.sliced(token->begin, token->end - token->begin);
        switch (token->kind) {
        case HtmlToken::Kind::Text: tokens.append("text[").append(written); break;
        case HtmlToken::Kind::RawText: tokens.append("raw[").append(written); break;
        case HtmlToken::Kind::Comment: tokens.append("comment[").append(written); break;
        case HtmlToken::Kind::EndTag: tokens.append("end[").append(token->name); break;
        case HtmlToken::Kind::StartTag: tokens.append("start[").append(token->name); break;
        }
        for (const HtmlAttribute &attribute : token->attributes)
            tokens.append(' ')
                .append(attribute.name)
                .append('=')
                .append(html.sliced(attribute.valueBegin, attribute.valueEnd - attribute.valueBegin));
        tokens.append(token->closed ? "]" : "!]");
    }
    return tokens;
}

} // namespace

class TestHtmlTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void coversAnything_data();
    void coversAnything();
    void destinations_data();
    void destinations();
};

void TestHtmlTags::tokens_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("tokens");
    QTest::newRow("nothing") << ""_ba << ""_ba;
    QTest::newRow("text") << "a < b > c <1>"_ba << "text[a ]text[< b > c ]text[<1>]"_ba;
    QTest::newRow("tags") << "<A>b</A >"_ba << "start[A]text[b]end[A]"_ba;
    QTest::newRow("attributes") << "<a b c=d e='f g' h=\"i\" j = k>"_ba << "start[a b= c=d e=f g h=i j=k]"_ba;
    QTest::newRow("attributes over lines") << "<a\nb\n=\nc\n>"_ba << "start[a b=c]"_ba;
    QTest::newRow("slashes") << "<a/b=c/ d/>"_ba << "start[a b=c/ d=]"_ba;
    QTest::newRow("no blank between attributes") << "<a b=\"c\"d=\"e\">"_ba << "start[a b=c d=e]"_ba;
    QTest::newRow("angle brackets in values") << "<a b=\">\" c='<'>d"_ba << "start[a b=> c=<]text[d]"_ba;
    QTest::newRow("a lone equals sign") << "<a = b>"_ba << "start[a == b=]"_ba;
    QTest::newRow("comment") << "<!-- <a> -->b"_ba << "comment[<!-- <a> -->]text[b]"_ba;
    QTest::newRow("shortest comments") << "<!--><!--->a"_ba << "comment[<!-->]comment[<!--->]text[a]"_ba;
    QTest::newRow("comment without end") << "a<!-- b"_ba << "text[a]comment[<!-- b!]"_ba;
    QTest::newRow("declaration and instruction") << "<!DOCTYPE html><?xml ?>"_ba << "comment[<!DOCTYPE html>]comment[<?xml ?>]"_ba;
    QTest::newRow("script") << "<script>\"<a>\" </scripts></SCRIPT>b"_ba << "start[script]raw[\"<a>\" </scripts>]end[SCRIPT]text[b]"_ba;
    QTest::newRow("empty style") << "<style></style>a"_ba << "start[style]end[style]text[a]"_ba;
    QTest::newRow("script without end") << "<script>a"_ba << "start[script]raw[a!]"_ba;
    QTest::newRow("tag without end") << "<a b=\"c"_ba << "start[a b=c!]"_ba;
    QTest::newRow("end tag without end") << "</a"_ba << "end[a!]"_ba;
    QTest::newRow("end tag of nothing") << "</>a"_ba << "text[</>a]"_ba;
    QTest::newRow("no name") << "<"_ba << "text[<]"_ba;
}

void TestHtmlTags::tokens()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, tokens);
    QCOMPARE(tokensOf(html), tokens);
}

void TestHtmlTags::coversAnything_data()
{
    QTest::addColumn<QByteArray>("html");
    const QByteArray pieces[] = { "<", ">", "/", "a", " ", "=", "\"", "'", "!--", "--", "script", "\0"_ba };
    quint32 seed = 1;
    for (int i = 0; i < 200; ++i) {
        QByteArray html;
        for (int j = 0; j < 40; ++j) {
            seed = seed * 1664525U + 1013904223U;
            html.append(pieces[(seed >> 16) % std::size(pieces)]);
        }
        QTest::addRow("%d", i) << html;
    }
}

void TestHtmlTags::coversAnything()
{
    QFETCH(QByteArray, html);
    HtmlScanner scanner(html);
    qsizetype end = 0;
    while (const HtmlToken *token = scanner.next()) {
        QCOMPARE(token->begin, end);
        QVERIFY(token->end > token->begin);
        end = token->end;
    }
    QCOMPARE(end, html.size());
}

void TestHtmlTags::destinations_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("destinations");
    QTest::newRow("link") << "<a href=\"b\">"_ba << "b"_ba;
    QTest::newRow("bare and in capitals") << "<A HREF=b>"_ba << "b"_ba;
    QTest::newRow("blanks around") << "<a href=\" b \">"_ba << "b"_ba;
    QTest::newRow("empty") << "<a href=\"\" src=' '>"_ba << ""_ba;
    QTest::newRow("several") << "<video poster=a src='b'>"_ba << "a|b"_ba;
    QTest::newRow("candidates") << "<img srcset=\"a, b 1x,c 2x , d\">"_ba << "a|b|c|d"_ba;
    QTest::newRow("candidates with commas in them") << "<img srcset=\"a,b 1x, c,d\">"_ba << "a,b|c,d"_ba;
    QTest::newRow("candidates of nothing") << "<img srcset=\" , ,, \">"_ba << ""_ba;
    QTest::newRow("other attributes") << "<a data-href=b title=c>"_ba << ""_ba;
    QTest::newRow("tag without end") << "<a href=\"b\" "_ba << ""_ba;
}

void TestHtmlTags::destinations()
{
    QFETCH(QByteArray, tag);
    QFETCH(QByteArray, destinations);
    HtmlScanner scanner(tag);
    const HtmlToken *token = scanner.next();
    QVERIFY(token);
    QByteArrayList found;
    for (const HtmlDestination &destination : destinationsIn(tag, *token))
        found.append(tag.sliced(destination.begin, destination.end - destination.begin));
    QCOMPARE(found.join('|'), destinations);
}

QTEST_APPLESS_MAIN(TestHtmlTags)
#include "tst_html_tags.moc"

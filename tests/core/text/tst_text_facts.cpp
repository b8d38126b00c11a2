// SPDX-License-Identifier: GPL-3.0-or-later

// What a text says about itself: readText(), and that rendering says the same.

#include "core/text/markdown.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// A reference as `kind line:column destination | text`.
QString toLine(const Reference &reference)
{
    const QString kind = (reference.kind == Reference::Kind::Picture ? u"picture"_s : u"link"_s)
        + (reference.fromHtml ? u" (html)"_s : QString());
    return u"%1 %2:%3 %4 | %5"_s.arg(kind).arg(reference.line).arg(reference.column).arg(reference.destination, reference.text);
}

} // namespace

class TestTextFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void firstParagraph_data();
    void firstParagraph();
    void outline_data();
    void outline();
    void references_data();
    void references();
    void math_data();
    void math();
    void renderingSaysTheSame_data();
    void renderingSaysTheSame();
};

void TestTextFacts::words_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("words");
    QTest::newRow("nothing") << ""_ba << 0;
    QTest::newRow("words") << "One two, three."_ba << 3;
    QTest::newRow("over lines") << "One\ntwo  \nthree\\\nfour\n\nfive"_ba << 5;
    QTest::newRow("numbers") << "12 3.5 x86"_ba << 4;
    QTest::newRow("apostrophes") << "don't it’s dogs' 'quoted'"_ba << 4;
    QTest::newRow("hyphens and slashes part words") << "well-known and/or a_b"_ba << 6;
    QTest::newRow("marks in the midst of a word") << "re**mark**able"_ba << 1;
    QTest::newRow("letters of other scripts") << "Größe Привет שלום नमस्ते สวัสดี"_ba << 5;
    QTest::newRow("ideographs count one by one") << "漢字 and 仮名"_ba << 5;
    QTest::newRow("kana and Hangul count as runs") << "ひらがな カタカナ 한국어 단어"_ba << 4;
    QTest::newRow("ideographs between kana") << "食べる"_ba << 2;
    QTest::newRow("combining marks") << "e\xCC\x81t\xC3\xA9"_ba << 1;
    QTest::newRow("signs are none") << "→ — & © 😀"_ba << 0;
    QTest::newRow("headings, lists, quotes, tables") << "# a\n- b\n- c\n\n> d\n\n|e|f|\n|-|-|\n|g|h|\n"_ba << 8;
    QTest::newRow("cells part words") << "|a|b|\n|-|-|\n"_ba << 2;
    QTest::newRow("code in the line counts") << "a `b c`"_ba << 3;
    QTest::newRow("code blocks do not") << "a\n\n```\nb c\n```\n\n    d e\n"_ba << 1;
    QTest::newRow("link texts count, destinations do not")
        << "[a b](c d.md) [e](f)"_ba << 6; // the first is no link: its destination has a blank
    QTest::newRow("alternative texts do not") << "![a b](c) d"_ba << 1;
    QTest::newRow("footnotes count, their numbers do not") << "a[^1]\n\n[^1]: b c"_ba << 3;
    QTest::newRow("an alert's marker does not") << "> [!NOTE]\n> a"_ba << 1;
    QTest::newRow("a heading's id does not") << "# a {#b}"_ba << 1;
    QTest::newRow("tags do not") << "a <b class=\"c d\">e</b>"_ba << 2;
    QTest::newRow("a tag in the midst of a word") << "x<sub>2</sub> a<br>b"_ba << 3;
    QTest::newRow("text within raw HTML counts") << "<div class=\"x y\">a b <b>c</b>d\ne</div>"_ba << 4;
    QTest::newRow("character references in raw HTML are what they stand for") << "<p>a&nbsp;b &amp; c</p>"_ba << 3;
    QTest::newRow("comments, scripts, styles and code of raw HTML do not")
        << "<div>\n<!-- a b -->\n<script>c d</script>\n<style>e</style><pre>f g</pre> h</div>"_ba << 1;
    QTest::newRow("link definitions do not") << "[a]: b \"c\"\n"_ba << 0;
}

void TestTextFacts::words()
{
    QFETCH(QByteArray, body);
    QFETCH(int, words);
    QCOMPARE(readText(body).words, words);
}

void TestTextFacts::firstParagraph_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("paragraph");
    QTest::addColumn<bool>("more");
    QTest::newRow("nothing") << ""_ba << QString() << false;
    QTest::newRow("alone") << "a\n"_ba << u"a"_s << false;
    QTest::newRow("marks and lines") << "*a*\n`b` [c](d)  \ne ~~f~~"_ba << u"a b c e f"_s << false;
    QTest::newRow("entities") << "a &amp; b &lt;c&gt;"_ba << u"a & b <c>"_s << false;
    QTest::newRow("behind a heading") << "# a\n\nb"_ba << u"b"_s << false;
    QTest::newRow("behind a list, a quote, a table, code") << "- a\n\n> b\n\n|c|\n|-|\n|d|\n\n```\ne\n```\n\nf\n"_ba << u"f"_s << false;
    QTest::newRow("none but in a list") << "- a\n\n  b\n"_ba << QString() << false;
    QTest::newRow("none but in an alert") << "> [!NOTE]\n> a\n"_ba << QString() << false;
    QTest::newRow("behind a picture alone") << "![a](b)\n\nc"_ba << u"c"_s << false;
    QTest::newRow("with a picture") << "a ![b](c) d"_ba << u"a  d"_s << false;
    QTest::newRow("with a footnote") << "a[^1].\n\n[^1]: b"_ba << u"a."_s << true;
    QTest::newRow("with tags") << "a <b>c</b>"_ba << u"a c"_s << false;
    QTest::newRow("within raw HTML") << "<div>\n\na\n\n</div>\n"_ba << u"a"_s << false;
    QTest::newRow("of raw HTML") << "<p class=\"x\">a <b>b</b> &amp;<br>\nc</p>\n"_ba << u"a b & c"_s << false;
    QTest::newRow("of raw HTML, and more of it") << "<p>a</p> <p>b</p>"_ba << u"a"_s << true;
    QTest::newRow("of raw HTML without its end") << "<p>a\n<p>b"_ba << u"a"_s << true;
    QTest::newRow("of raw HTML, with a picture alone") << "<p><img src=a></p>\n\nb"_ba << u"b"_s << false;
    QTest::newRow("not of raw HTML that begins with something else") << "<div><p>a</p></div>\n\nb"_ba << u"b"_s << false;
    QTest::newRow("not of raw HTML in a list") << "- <p>a</p>\n\nb"_ba << u"b"_s << false;
    QTest::newRow("a paragraph follows") << "a\n\nb"_ba << u"a"_s << true;
    QTest::newRow("a heading follows") << "a\n\n## b"_ba << u"a"_s << true;
    QTest::newRow("code follows") << "a\n\n    b"_ba << u"a"_s << true;
    QTest::newRow("a picture follows") << "a\n\n![](b)"_ba << u"a"_s << true;
    QTest::newRow("raw text follows") << "a\n\n<p>b</p>"_ba << u"a"_s << true;
    QTest::newRow("a raw picture follows") << "a\n\n<img src=b>"_ba << u"a"_s << true;
    QTest::newRow("nothing visible follows") << "a\n\n---\n\n<!-- b -->\n\n<div></div>\n\n[c]: d\n\n```\n```\n"_ba << u"a"_s << false;
}

void TestTextFacts::firstParagraph()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, paragraph);
    QFETCH(bool, more);
    const TextFacts facts = readText(body);
    QCOMPARE(facts.firstParagraph, paragraph);
    QCOMPARE(facts.textAfterFirstParagraph, more);
}

void TestTextFacts::outline_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<Heading>>("headings");
    const auto row = [](const char *name, const QByteArray &body, const QList<Heading> &headings) {
        QTest::newRow(name) << body << headings;
    };
    row("none", "a\n", {});
    row("levels and lines", "# a\n\ntext\n\n### b\nc\n===\n",
        { { 1, u"a"_s, u"a"_s, 1 }, { 3, u"b"_s, u"b"_s, 5 }, { 1, u"c"_s, u"c"_s, 6 } });
    row("marks", "## *a* `b` [c](d) ![e](f) <b>g</b> &amp;\n", { { 2, u"a b c e g &"_s, u"a-b-c-e-g-"_s, 1 } });
    row("over two lines", "a\nb\n---\n", { { 2, u"a b"_s, u"a-b"_s, 1 } });
    row("below a link definition", "[a]: b\nc\n---\n", { { 2, u"c"_s, u"c"_s, 2 } });
    row("in a quote and a list", "> # a\n\n- # b\n", { { 1, u"a"_s, u"a"_s, 1, true }, { 1, u"b"_s, u"b"_s, 3, true } });
    row("equal ones", "# a\n# A\n# a-1\n# a\n",
        { { 1, u"a"_s, u"a"_s, 1 }, { 1, u"A"_s, u"a-1"_s, 2 }, { 1, u"a-1"_s, u"a-1-1"_s, 3 }, { 1, u"a"_s, u"a-2"_s, 4 } });
    row("a name of its own", "# a {#b}\n# b\n", { { 1, u"a"_s, u"b"_s, 1 }, { 1, u"b"_s, u"b-1"_s, 2 } });
    row("nothing to name it by", "# !?\n#\n", { { 1, u"!?"_s, u"section"_s, 1 }, { 1, QString(), u"section-1"_s, 2 } });
    row("a footnote's name", "# a {#fn:1}\n", { { 1, u"a"_s, u"section-fn:1"_s, 1 } });
}

void TestTextFacts::outline()
{
    QFETCH(QByteArray, body);
    QFETCH(QList<Heading>, headings);
    QCOMPARE(readText(body).outline, headings);
}

void TestTextFacts::references_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("references");
    const auto row = [](const char *name, const QByteArray &body, const QStringList &references) {
        QTest::newRow(name) << body << references;
    };

    row("none", "a", {});
    row("link and picture", "a [b](c) ![d](e)", { u"link 1:3 c | b"_s, u"picture 1:10 e | d"_s });
    row("marks in the text", "[*a* `b`](c) ![*d*\ne](f)", { u"link 1:1 c | a b"_s, u"picture 1:14 f | d e"_s });
    row("escapes and entities in the destination", "[a](b\\(c&amp;d) [e](<f g>)", { u"link 1:1 b(c&d | a"_s, u"link 1:17 f g | e"_s });
    row("columns count code points", "äöü 漢字 😀 [a](b)", { u"link 1:10 b | a"_s });
    row("by reference", "a [b][c] [c]\n\n[c]: d\n[c]: e", { u"link 1:3 d | b"_s, u"link 1:10 d | c"_s });
    row("below link definitions", "[a]: b\n[c]: d\nx [a]\ny [c]", { u"link 3:3 b | a"_s, u"link 4:3 d | c"_s });
    row("bare and angled addresses", "x https://a.b <https://c.d>\n  www.e.f, g@h.i",
        { u"link 1:3 https://a.b | https://a.b"_s, u"link 1:15 https://c.d | https://c.d"_s, u"link 2:3 http://www.e.f | www.e.f"_s,
          u"link 2:12 mailto:g@h.i | g@h.i"_s });
    row("equal ones", "[a](b) [a](b)\n[a](b)", { u"link 1:1 b | a"_s, u"link 1:8 b | a"_s, u"link 2:1 b | a"_s });
    row("on lines that go on", "a\n   b [c](d)\n\te [f](g)", { u"link 2:6 d | c"_s, u"link 3:4 g | f"_s });
    row("a link over lines", "a [b\nc](d) [e](f)", { u"link 1:3 d | b c"_s, u"link 2:7 f | e"_s });
    row("in quotes, lazily too", "> > a [b](c)\n> > d [e](f)\ng [h](i)", { u"link 1:7 c | b"_s, u"link 2:7 f | e"_s, u"link 3:3 i | h"_s });
    row("in lists", "1. a [b](c)\n   d [e](f)\n   - [g](h)\n\n     [i](j)",
        { u"link 1:6 c | b"_s, u"link 2:6 f | e"_s, u"link 3:6 h | g"_s, u"link 5:6 j | i"_s });
    row("in a heading", "## [a](b) ##\n\n[c](d)\n===", { u"link 1:4 b | a"_s, u"link 3:1 d | c"_s });
    row("in tables", "| [a](b) | c |\n|---|---|\n| d | \\| [e](f) |\n  g | [h](i)",
        { u"link 1:3 b | a"_s, u"link 3:10 f | e"_s, u"link 4:7 i | h"_s });
    row("in a table below a paragraph", "x [y](z)\n|[a](b)|\n|-|\n|[c](d)|",
        { u"link 1:3 z | y"_s, u"link 2:2 b | a"_s, u"link 4:2 d | c"_s });
    row("in a footnote, behind the text", "a[^1]\n\n[^1]: [b](c)\n\n[d](e)", { u"link 5:1 e | d"_s, u"link 3:7 c | b"_s });
    row("a picture in a link", "[![a](b)](c)", { u"link 1:1 c | a"_s, u"picture 1:2 b | a"_s });
    row("a picture and text in a link", "[![a](b) d](c)", { u"link 1:1 c | a d"_s, u"picture 1:2 b | a"_s });
    row("a picture in a picture", "![a ![b](c)](d)", { u"picture 1:1 d | a b"_s });
    row("no text", "[](a) ![](b)", { u"link 1:1 a | "_s, u"picture 1:7 b | "_s });
    row("none in code", "`[a](b)`\n\n    [c](d)\n", {});
    row("raw HTML in a line", "a <a href=\"b\">c</a> <img alt=\"d &amp; e\" src='f'>",
        { u"link (html) 1:12 b | "_s, u"picture (html) 1:47 f | d & e"_s });
    row("raw HTML over lines", "> a <a\n> href=\"b\">", { u"link (html) 2:9 b | "_s });
    row("a block of raw HTML", "x\n\n<div>\n  <A HREF='a b'>\n  <video src=c poster=d></video>",
        { u"link (html) 4:12 a b | "_s, u"link (html) 5:14 c | "_s, u"link (html) 5:23 d | "_s });
    row("raw HTML in a list", "- <div>\n  <a href=\"b\">\n", { u"link (html) 2:12 b | "_s });
    row("candidates", "<img srcset=\"a.png 1x, b,c.png 2x\" alt=d>",
        { u"picture (html) 1:14 a.png | d"_s, u"picture (html) 1:24 b,c.png | d"_s });
    row("none in comments and scripts", "<!-- <a href=\"b\"> -->\n\n<script>\"<a href='c'>\"</script>\n", {});
    row("none but href and its like", "<a title=\"x\" data-href=\"y\" href>", {});
}

void TestTextFacts::references()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, references);
    QStringList found;
    for (const Reference &reference : readText(body).references)
        found.append(toLine(reference));
    QCOMPARE(found, references);
}

void TestTextFacts::math_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("hasMath");
    QTest::newRow("none") << "a"_ba << false;
    QTest::newRow("in a line") << "so $a + b$ is"_ba << true;
    QTest::newRow("one sign") << "$x$"_ba << true;
    QTest::newRow("over lines") << "so $a\nb$ is"_ba << true;
    QTest::newRow("displayed") << "$$\na\n$$"_ba << true;
    QTest::newRow("in a heading") << "# $a$"_ba << true;
    QTest::newRow("in a table") << "|$a$|\n|-|\n"_ba << true;
    QTest::newRow("a block of it") << "```math\na\n```"_ba << true;
    QTest::newRow("money") << "from $5 to $6"_ba << false;
    QTest::newRow("money, joined") << "$5-$6"_ba << false;
    QTest::newRow("one sign only") << "$HOME is"_ba << false;
    QTest::newRow("blanks inside") << "$ a $"_ba << false;
    QTest::newRow("escaped") << "\\$a\\$"_ba << false;
    QTest::newRow("in code") << "`$a$`"_ba << false;
    QTest::newRow("in a code block") << "    $a$\n"_ba << false;
    QTest::newRow("over paragraphs") << "$a\n\nb$"_ba << false;
    QTest::newRow("behind code without end") << "`` a $b$ `c"_ba << true;
}

void TestTextFacts::math()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, hasMath);
    QCOMPARE(readText(body).hasMath, hasMath);
}

void TestTextFacts::renderingSaysTheSame_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &folder : { QStringLiteral(QUILLWAY_TEST_DATA "/markdown"), u"/work/shared/fixtures/markdown"_s,
                                   u"/work/shared/fixtures/seeds"_s, u"/work/shared/fixtures/blogs"_s }) {
        QDirIterator files(folder, { u"*.md"_s, u"*.markdown"_s, u"*.txt"_s }, QDir::Files, QDirIterator::Subdirectories);
        for (int i = 0; files.hasNext() && i < 500; ++i) {
            const QString path = files.next();
            QTest::newRow(qPrintable(path)) << path;
        }
    }
}

void TestTextFacts::renderingSaysTheSame()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray body = file.readAll();
    CodeHighlighter highlighter;
    RenderOptions options;
    options.highlightCode = false;
    const TextFacts facts = readText(body);
    QVERIFY(renderMarkdown(body, options, highlighter)->facts == facts);
    options.flavour = Flavour::Plain;
    options.rawHtml = RawHtml::Omit;
    QVERIFY(renderMarkdown(body, options, highlighter)->facts == facts);
}

QTEST_APPLESS_MAIN(TestTextFacts)
#include "tst_text_facts.moc"

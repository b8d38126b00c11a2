// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/html/html_markdown.h"
#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;

/// HTML that an author wrote, or an editor for them, becomes the Markdown that they would have written.
class TestHtmlMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turns_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, const QString &html, const QString &markdown, int kept = 0) {
            QTest::newRow(name) << html << markdown << kept;
        };
        row("paragraphs", u"<p>One <em>two</em> <b>three</b>.</p><p>Four</p>"_s, u"One *two* **three**.\n\nFour\n"_s);
        row("a text without elements", u"One &amp; two"_s, u"One & two\n"_s);
        row("headings with ids", u"<h2 id=\"a-b\">A <code>b</code></h2>x"_s, u"## A `b` {#a-b}\n\nx\n"_s);
        row("what Markdown would read", u"<p>a*b* [x] 1_2</p>"_s, u"a\\*b\\* \\[x\\] 1_2\n"_s);
        row("lists", u"<ul><li>a</li><li>b<ol start=\"3\"><li>c</ol></ul>"_s, u"- a\n- b\n  3. c\n"_s);
        row("quotes", u"<blockquote><p>a</p><p>b</p></blockquote>"_s, u"> a\n>\n> b\n"_s);
        row("code with its language", u"<pre class=\"wp-block-code\"><code class=\"language-go\">a &lt; b\n\n  c</code></pre>"_s,
            u"```go\na < b\n\n  c\n```\n"_s);
        row("code by a highlighter", u"<div class=\"highlight\"><pre class=\"brush: php\">x\n</pre></div>"_s, u"```php\nx\n```\n"_s);
        row("links", u"<a href=\"/x?a=1&amp;b=2\">y</a>"_s, u"[y](/x?a=1&b=2)\n"_s);
        row("pictures", u"<img src=\"a b.png\" alt=\"A [b]\">"_s, u"![A \\[b\\]](<a b.png>)\n"_s);
        row("linked pictures", u"<a href=\"x\"><img src=\"a.png\" alt=\"A\"></a>"_s, u"[![A](a.png)](x)\n"_s);
        row("figures", u"<figure><img src=\"a.png\" alt=\"A\"><figcaption>C &amp; d</figcaption></figure>"_s, u"![A](a.png \"C & d\")\n"_s);
        row("figures of several pictures", u"<figure><figure><img src=\"a.png\"></figure><figure><img src=\"b.png\"></figure></figure>"_s,
            u"![](a.png)\n\n![](b.png)\n"_s);
        row("tables", u"<table><thead><tr><th>A<th align=right>B</thead><tr><td>1|2<td><b>3</b></table>"_s,
            u"| A    |     B |\n| ---- | ----: |\n| 1\\|2 | **3** |\n"_s);
        row("tables that join cells", u"<table><tr><td colspan=2>A<tr><td>1<td>2</table>"_s,
            u"<table><tr><td colspan=2>A<tr><td>1<td>2</table>\n"_s, 1);
        row("videos", u"<p><iframe width=\"560\" src=\"https://www.youtube.com/embed/abcdefghijk?rel=0\"></iframe></p>"_s,
            u"[![Video](https://img.youtube.com/vi/abcdefghijk/hqdefault.jpg)](https://www.youtube.com/watch?v=abcdefghijk)\n"_s);
        row("other frames", u"<iframe src=\"https://x.example/\"></iframe>"_s, u"<iframe src=\"https://x.example/\"></iframe>\n"_s, 1);
        row("boxes", u"<div class=\"alert alert-warning\"><p>a</p><p>b</p></div>"_s, u"> [!WARNING]\n>\n> a\n>\n> b\n"_s);
        row("keys and the like", u"Press <kbd>Ctrl</kbd>+H<sub>2</sub>O"_s, u"Press <kbd>Ctrl</kbd>+H<sub>2</sub>O\n"_s);
        row("styling", u"<p style=\"x\"><span class=y>a</span><font color=red>b</font></p>"_s, u"ab\n"_s);
        row("more-markers", u"<p>a</p><!--more--><p>b</p>"_s, u"a\n\n<!--more-->\n\nb\n"_s);
        row("marks of the block editor", u"<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->"_s, u"a\n"_s);
        row("scripts", u"<p>a</p><script>\nlet x;\n\n</script>"_s, u"a\n\n<script>\nlet x;\n\n</script>\n"_s, 1);
        row("anchors", u"<a name=\"top\"></a><p>x</p>"_s, u"<a id=\"top\"></a>\n\nx\n"_s);
        row("line breaks", u"<p>a<br>b</p>"_s, u"a\\\nb\n"_s);
        row("empty paragraphs", u"<p>&nbsp;</p><p></p><p>a</p>"_s, u"a\n"_s);
        row("tags that do not fit", u"<p>a<b>b<p>c</b>d"_s, u"a**b**\n\n**c**d\n"_s);
        row("rules", u"a<hr>b"_s, u"a\n\n---\n\nb\n"_s);
        row("nothing", u""_s, u""_s);
    }
    void turns()
    {
        QFETCH(QString, html);
        QFETCH(QString, markdown);
        QFETCH(int, kept);
        BodyTurn turn;
        const auto turned = markdownOfHtml(html.toUtf8(), turn);
        QVERIFY(turned);
        QCOMPARE(*turned, markdown);
        QCOMPARE(std::ranges::count(turn.notes, NoteKind::ConstructKept, &Note::kind), kept);
    }

    void turnsBlocksInMarkdown_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("turned");
        const auto row = [](const char *name, const QString &body, const QString &turned) { QTest::newRow(name) << body << turned; };
        row("a figure", u"a\n\n<figure>\n  <img src=\"x.png\" alt=\"X\">\n  <figcaption>C</figcaption>\n</figure>\n\nb\n"_s,
            u"a\n\n![X](x.png \"C\")\n\nb\n"_s);
        row("a video in a wrapper", u"<div class=\"v\"><iframe src=\"//www.youtube.com/embed/abcdefghijk\"></iframe></div>\nb\n"_s,
            u"[![Video](https://img.youtube.com/vi/abcdefghijk/hqdefault.jpg)](https://www.youtube.com/watch?v=abcdefghijk)\n\nb\n"_s);
        row("a plain table", u"<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n"_s,
            u"| A   | B   |\n| --- | --- |\n| 1   | 2   |\n"_s);
        row("a table that joins cells", u"<table><tr><td rowspan=\"2\">1</td><td>2</td></tr></table>\n"_s,
            u"<table><tr><td rowspan=\"2\">1</td><td>2</td></tr></table>\n"_s);
        row("a box", u"<div class=\"note warning\">\n<p>a</p>\n</div>\n"_s, u"> [!WARNING]\n>\n> a\n"_s);
        row("a box with Markdown in it", u"<div class=\"alert info\">\n\n**a**\n\n- b\n</div>\n"_s, u"> [!NOTE]\n> **a**\n>\n> - b\n"_s);
        row("a layout", u"<div class=\"columns\"><p>a</p></div>\n"_s, u"<div class=\"columns\"><p>a</p></div>\n"_s);
        row("in code", u"```\n<figure><img src=\"x.png\"></figure>\n```\n"_s, u"```\n<figure><img src=\"x.png\"></figure>\n```\n"_s);
        row("never closed", u"<figure><img src=\"x.png\">\n"_s, u"<figure><img src=\"x.png\">\n"_s);
        row("with a template in it", u"<figure><img src=\"{{ x }}\"></figure>\n"_s, u"<figure><img src=\"{{ x }}\"></figure>\n"_s);
        row("behind a paragraph", u"a\n<figure><img src=\"x.png\"></figure>\nb\n"_s, u"a\n\n![](x.png)\n\nb\n"_s);
    }
    void turnsBlocksInMarkdown()
    {
        QFETCH(QString, body);
        QFETCH(QString, turned);
        BodyTurn turn;
        QCOMPARE(turnHtmlBlocks(body, turn), turned);
        QCOMPARE(turn.notes.isEmpty(), body == turned);
    }

    void isNotToBeDrivenMad_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("deep") << "<div>"_ba.repeated(100'000);
        QTest::newRow("deep inline") << "<b>"_ba.repeated(100'000);
        QTest::newRow("deep lists") << "<ul><li>"_ba.repeated(50'000);
        QTest::newRow("deep, closed by others") << "<div></b>"_ba.repeated(50'000);
        QTest::newRow("formatting reopened") << "<b a=1><b a=2><b a=3><i><u>"_ba + "<p>x"_ba.repeated(100'000);
        QTest::newRow("many attributes") << "<p "_ba + "a=1 b=2 c3=3 "_ba.repeated(50'000) + ">";
        QTest::newRow("tables in tables") << "<table><tr><td>"_ba.repeated(30'000);
        QTest::newRow("angle brackets") << "<"_ba.repeated(300'000);
        QTest::newRow("open comments") << "<!-- "_ba.repeated(100'000);
        QTest::newRow("figures never closed") << "<figure>\n"_ba.repeated(30'000);
        QTest::newRow("NUL") << QByteArray("<p>a\0b</p>", 10);
        QTest::newRow("a large honest text") << "<p>Words and <em>more</em> of them.</p>\n"_ba.repeated(20'000);
    }
    void isNotToBeDrivenMad()
    {
        QFETCH(QByteArray, html);
        test::WorkTimer timer;
        timer.start();
        BodyTurn turn;
        std::ignore = markdownOfHtml(html, turn);
        std::ignore = turnHtmlBlocks(QString::fromUtf8(html), turn);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestHtmlMarkdown)
#include "tst_html_markdown.moc"

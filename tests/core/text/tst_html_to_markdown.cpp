// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/html_to_markdown.h"

#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;

class TestHtmlToMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesMarkdown_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("markdown");
        const auto row = [](const char *name, const QByteArray &html, const QString &markdown) { QTest::newRow(name) << html << markdown; };

        row("paragraphs", "<p>One.</p>\n<p>Two.</p>", u"One.\n\nTwo."_s);
        row("paragraphs without end tags", "<p>One.<p>Two.", u"One.\n\nTwo."_s);
        row("text beside blocks", "a<div>b</div>c", u"a\n\nb\n\nc"_s);
        row("white space", "<p>\n  a   b\n\tc </p>", u"a b c"_s);
        row("headings", "<h1>A</h1><h3>B <b>c</b></h3>", u"# A\n\n### B c"_s);
        row("emphasis and strong", "a <em>b</em> <strong>c</strong>, <b><i>d</i></b>", u"a *b* **c**, ***d***"_s);
        row("marks stand at characters", "a<b> b </b>c", u"a **b** c"_s);
        row("marks of the same kind join", "<b>a</b><b>b</b>", u"**ab**"_s);
        row("struck", "<del>a</del> <s>b</s>", u"~~a b~~"_s);
        row("styles that mark", "<span style=\"font-weight:700\">a</span> <span style=\"font-style: italic\">b</span>", u"**a** *b*"_s);
        row("a style that unmarks", "<b style=\"font-weight:normal\"><p>a</p></b>", u"a"_s);
        row("code", "a <code>b*c</code> <kbd>d`e</kbd>", u"a `b*c` ``d`e``"_s);
        row("a link", "see <a href=\"https://a.example/x\">the <b>page</b></a>.", u"see [the **page**](https://a.example/x)."_s);
        row("a link with parentheses", "<a href=\"https://a.example/x)\">a</a>", u"[a](<https://a.example/x)>)"_s);
        row("a link without text", "a<a href=\"#x\"></a>b", u"ab"_s);
        row("a relative link", "<a href=\"../b/\">a</a>", u"[a](../b/)"_s);
        row("a picture", "<img src=\"https://a.example/x.png\" alt=\"A [b]\">", u"![A \\[b\\]](https://a.example/x.png)"_s);
        row("a picture in a link", "<a href=\"https://a.example/\"><img src=\"x.png\" alt=\"b\"></a>",
            u"[![b](x.png)](https://a.example/)"_s);
        row("a list", "<ul>\n<li>a</li>\n<li>b<ul><li>c</li></ul></li>\n<li>d</li></ul>", u"- a\n- b\n  - c\n- d"_s);
        row("a list without end tags", "<ul><li>a<li>b</ul>", u"- a\n- b"_s);
        row("a list with paragraphs", "<ul><li><p>a</p><p>b</p></li></ul>", u"- a\n\n  b"_s);
        row("numbers", "<ol><li>a</li><li>b</li></ol>", u"1. a\n2. b"_s);
        row("numbers from nine", "<ol start=9><li>a<li>b<ul><li>c</ul></ol>", u"9. a\n10. b\n    - c"_s);
        row("tasks", "<ul><li><input type=checkbox checked> a</li><li><input type=\"checkbox\"> b</li></ul>", u"- [x] a\n- [ ] b"_s);
        row("text behind a list", "<ul><li>a</ul>b", u"- a\n\nb"_s);
        row("quotes one after the other", "<p>x</p><blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote><p>y</p>",
            u"x\n\n> a\n\n> b\n\ny"_s);
        row("a quote in an item", "<ul><li><p>a</p><blockquote><p>b</p><p>c</p></blockquote></li></ul>", u"- a\n\n  > b\n  >\n  > c"_s);
        row("a quote", "<blockquote><p>a</p><p>b</p></blockquote>", u"> a\n>\n> b"_s);
        row("a quote with a list", "<blockquote><ul><li>a<li>b</ul></blockquote>", u"> - a\n> - b"_s);
        row("code of a language", "<pre><code class=\"language-go\">a := 1\n  b &lt; 2\n</code></pre>", u"```go\na := 1\n  b < 2\n```"_s);
        row("code, the language around it", "<div class=\"highlight highlight-source-shell\"><pre>ls</pre></div>", u"```shell\nls\n```"_s);
        row("code, lines by breaks", "<pre>a<br>b</pre>", u"```\na\nb\n```"_s);
        row("code with a fence inside", "<pre>```\nx\n```</pre>", u"````\n```\nx\n```\n````"_s);
        row("code in an item", "<ul><li>a<pre>b\n\nc</pre></ul>", u"- a\n\n  ```\n  b\n\n  c\n  ```"_s);
        row("a table", "<table><tr><th>a<th align=right>b<tr><td>1<td>2|3</table>", u"| a   |    b |\n| --- | ---: |\n| 1   | 2\\|3 |"_s);
        row("a table with columns joined", "<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
            u"| a   |     |\n| --- | --- |\n| b   | c   |"_s);
        row("a table with blocks in cells", "<table><tr><td><p>a</p><p><b>b</b></p></td><td>c</td></tr></table>",
            u"| a<br>**b** | c   |\n| ---------- | --- |"_s);
        row("a table for looks", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", u"a\n\nb"_s);
        row("a line's end", "a<br>b<br>", u"a\\\nb"_s);
        row("two of them", "a<br><br>b", u"a\n\nb"_s);
        row("a rule", "a<hr>b", u"a\n\n---\n\nb"_s);
        row("references", "&lt;b&gt; &amp; &eacute; &#x41;", u"\\<b> & é A"_s);
        row("signs of Markdown", "<p>*a* _b_ c_d [e] `f` \\ ~~g~~ &amp;amp;</p>",
            u"\\*a\\* \\_b\\_ c_d \\[e\\] \\`f\\` \\\\ \\~~g\\~~ \\&amp;"_s);
        row("signs at the start", "<p># a</p><p>1. b</p><p>- c</p><p>&gt; d</p><p>---</p>", u"\\# a\n\n1\\. b\n\n\\- c\n\n\\> d\n\n\\---"_s);
        row("scripts, styles, comments", "<style>p{}</style><script>alert('<p>')</script><!-- x --><p>a</p><title>t</title>", u"a"_s);
        row("what is hidden", "<p>a<span style=\"display: none\">b</span><span hidden>c</span><svg><text>d</text></svg></p>", u"a"_s);
        row("a link that is a script", "<a href=\"javascript:alert(1)\">a</a> <a href=\" java\nscript:x\">b</a>", u"a b"_s);
        row("a link that is data", "<a href=\"data:text/html,x\">a</a> <a href=\"vbscript:x\">b</a> <a href=\"file:///x\">c</a>",
            u"a b c"_s);
        row("a picture that is data", "<img src=\"data:image/png;base64,AAAA\" alt=\"a chart\">b", u"a chartb"_s);
        row("a page's own markup in its text", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", u"\\<script>alert(1)\\</script>"_s);
        row("end tags of nothing", "</p></ul>a</b></td>", u"a"_s);
        row("marks that cross", "<b>a<i>b</b>c</i>", u"**a*b***c"_s);
        row("cut off", "<p>a<b", u"a"_s);
    }
    void becomesMarkdown()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, markdown);
        const auto made = text::markdownFromHtml(html);
        QVERIFY(made);
        QCOMPARE(made->lines.join(u'\n'), markdown);
    }

    void nothingIsInIt_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blanks") << "<p> \n</p><div><br></div>"_ba;
        QTest::newRow("a script") << "<script>x</script>"_ba;
        QTest::newRow("too large") << "<p>x</p>"_ba.repeated(200'000);
    }
    void nothingIsInIt()
    {
        QFETCH(QByteArray, html);
        QVERIFY(!text::markdownFromHtml(html));
    }

    void tellsWhatItIs()
    {
        QVERIFY(text::markdownFromHtml("a <b>b</b>")->isInline);
        QVERIFY(text::markdownFromHtml("<p>a</p>")->isInline);
        QVERIFY(!text::markdownFromHtml("<p>a</p><p>b</p>")->isInline);
        QVERIFY(!text::markdownFromHtml("<ul><li>a</ul>")->isInline);
        QVERIFY(!text::markdownFromHtml("<h2>a</h2>")->isInline);
        QVERIFY(!text::markdownFromHtml("<div>a <span style=\"color:red\">b</span></div>")->hasMarkup);
        QVERIFY(text::markdownFromHtml("a <b>b</b>")->hasMarkup);
    }

    void takesTimeInProportion_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("nested elements") << "<div>"_ba.repeated(180'000) + "x";
        QTest::newRow("open marks") << "<b>"_ba.repeated(150'000) + "<i>"_ba.repeated(150'000) + "x";
        QTest::newRow("marks that cross") << "<b>x<i>y</b>z</i>"_ba.repeated(50'000);
        QTest::newRow("nested quotes") << "<blockquote>"_ba.repeated(70'000) + "x";
        QTest::newRow("nested lists") << "<ul><li>x"_ba.repeated(100'000);
        QTest::newRow("nested tables") << "<table><tr><td>x"_ba.repeated(60'000);
        QTest::newRow("wide tables") << "<table>" + "<tr><td colspan=99999>x"_ba.repeated(10'000);
        QTest::newRow("ampersands") << "&"_ba.repeated(900'000);
        QTest::newRow("breaks") << "<br>"_ba.repeated(200'000) + "x";
        QTest::newRow("backticks") << "<code>`</code>"_ba.repeated(60'000);
        QTest::newRow("dashes") << "<p>" + "- "_ba.repeated(400'000) + "x";
        QTest::newRow("comments cut off") << "<!--"_ba.repeated(200'000);
        QTest::newRow("attributes") << "<p " + "style=\"a;\" "_ba.repeated(80'000) + ">x";
        QTest::newRow("no text at all") << QByteArray(900'000, '\0');
    }
    void takesTimeInProportion()
    {
        QFETCH(QByteArray, html);
        test::WorkTimer clock;
        clock.start();
        const auto made = text::markdownFromHtml(html);
        const qint64 taken = clock.elapsed();
        qInfo("%lld ms, %lld lines", taken, made ? qint64(made->lines.size()) : 0);
        QVERIFY(taken < 3'000);
    }
};

QTEST_APPLESS_MAIN(TestHtmlToMarkdown)
#include "tst_html_to_markdown.moc"

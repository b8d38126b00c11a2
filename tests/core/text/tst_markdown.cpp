// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

const auto cases = QStringLiteral(QUILLWAY_TEST_DATA "/markdown/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Rendered render(const QByteArray &body, const RenderOptions &options = {})
{
    static CodeHighlighter highlighter;
    return renderMarkdown(body, options, highlighter).value();
}

QByteArray omitted(const QByteArray &body)
{
    RenderOptions options;
    options.rawHtml = RawHtml::Omit;
    return render(body, options).html;
}

/// The blocks as `first-last: tag`, the tag being what each begins with.
QStringList outlineOf(const Rendered &rendered)
{
    QStringList blocks;
    for (const Block &block : rendered.blocks) {
        const QByteArray html = rendered.html.sliced(block.htmlBegin, block.htmlEnd - block.htmlBegin);
        const qsizetype end = html.indexOf('>');
        blocks.append(u"%1-%2 %3"_s.arg(block.firstLine).arg(block.lastLine).arg(QString::fromUtf8(html.first(end < 0 ? 0 : end + 1))));
    }
    return blocks;
}

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void headingShift_data();
    void headingShift();
    void plainFlavour_data();
    void plainFlavour();
    void omittedHtml_data();
    void omittedHtml();
    void wording();
    void wordingIsText();
    void footnotePrefix();
    void withoutColours();
    void linesOfCode();
    void blocks_data();
    void blocks();
    void spans();
    void resolve_data();
    void resolve();
    void resolveMovesBlocks();
    void inlineHtml_data();
    void inlineHtml();
    void lineEnds_data();
    void lineEnds();
    void brokenBytes_data();
    void brokenBytes();
    void stopsAtOnce();
    void rendersFromATreeThatWasReadBefore();
};

// Each NAME.md renders as NAME.html. With QUILLWAY_REWRITE_CASES set, the expected files are written anew, for the difference to be reviewed.
void TestMarkdown::cases_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(::cases).entryList({ u"*.md"_s }, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name.chopped(3);
}

void TestMarkdown::cases()
{
    QFETCH(QString, name);
    const QByteArray html = render(contentOf(::cases + name + u".md"_s)).html;
    if (qEnvironmentVariableIsSet("QUILLWAY_REWRITE_CASES")) {
        QFile expected(::cases + name + u".html"_s);
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(html);
    }
    QCOMPARE(QString::fromUtf8(html).split(u'\n'), QString::fromUtf8(contentOf(::cases + name + u".html"_s)).split(u'\n'));
}

void TestMarkdown::headingShift_data()
{
    QTest::addColumn<int>("shift");
    QTest::addColumn<QByteArray>("tags");
    QTest::newRow("none") << 0 << "h1 h3 h6"_ba;
    QTest::newRow("down") << 1 << "h2 h4 h6"_ba;
    QTest::newRow("up") << -2 << "h1 h1 h4"_ba;
    QTest::newRow("far") << 100 << "h6 h6 h6"_ba;
}

void TestMarkdown::headingShift()
{
    QFETCH(int, shift);
    QFETCH(QByteArray, tags);
    RenderOptions options;
    options.headingShift = shift;
    const Rendered rendered = render("# a\n\n### b\n\n###### c\n", options);
    QByteArrayList found;
    for (qsizetype at = rendered.html.indexOf("<h"); at >= 0; at = rendered.html.indexOf("<h", at + 1)) {
        found.append(rendered.html.mid(at + 1, 2));
        QVERIFY(rendered.html.indexOf("</" + found.last() + ">", at) > 0);
    }
    QCOMPARE(found.join(' '), tags);
    QCOMPARE(rendered.facts.outline.first().level, 1); // as written
}

void TestMarkdown::plainFlavour_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("heading with an id") << "# a {#b}"_ba << "<h1>a {#b}</h1>\n"_ba;
    QTest::newRow("code") << "```go x\nreturn\n```"_ba << "<pre><code class=\"language-go\">return\n</code></pre>\n"_ba;
    QTest::newRow("code without language") << "```\n<\n```"_ba << "<pre><code>&lt;\n</code></pre>\n"_ba;
    QTest::newRow("alert") << "> [!NOTE]\n> a"_ba << "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n"_ba;
    QTest::newRow("task") << "- [x] a"_ba << "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>\n</ul>\n"_ba;
    QTest::newRow("table")
        << "|a|\n|-:|\n|b|"_ba
        << "<table>\n<thead>\n<tr>\n<th align=\"right\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"right\">b</td>\n</tr>\n</tbody>\n</table>\n"_ba;
    QTest::newRow("empty elements") << "a  \n![b](c)\n\n---"_ba << "<p>a<br />\n<img src=\"c\" alt=\"b\" /></p>\n<hr />\n"_ba;
    QTest::newRow("footnotes")
        << "a[^x] b[^x]\n\n[^x]: c"_ba
        << "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-x\" id=\"fnref-x\" data-footnote-ref>1</a></sup> b<sup class=\"footnote-ref\"><a "
           "href=\"#fn-x\" "
           "id=\"fnref-x-2\" data-footnote-ref>1</a></sup></p>\n<section class=\"footnotes\" data-footnotes>\n<ol>\n<li id=\"fn-x\">\n<p>c "
           "<a href=\"#fnref-x\" "
           "class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"1\" aria-label=\"Back to reference 1\">↩</a> <a "
           "href=\"#fnref-x-2\" "
           "class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"1-2\" aria-label=\"Back to reference 1-2\">↩<sup "
           "class=\"footnote-ref\">2</sup></a></p>\n</li>\n</ol>\n</section>\n"_ba;
}

void TestMarkdown::plainFlavour()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, html);
    RenderOptions options;
    options.flavour = Flavour::Plain;
    QCOMPARE(render(body, options).html, html);
}

void TestMarkdown::omittedHtml_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("html");
    const auto comment = "<!-- raw HTML omitted -->"_ba;
    QTest::newRow("block") << "<script>\nalert(1)\n</script>"_ba << comment + "\n";
    QTest::newRow("tags in a line") << "a <b onclick=x>c</b>"_ba << "<p>a " + comment + "c" + comment + "</p>\n";
    QTest::newRow("javascript:") << "[a](javascript:alert(1))"_ba << "<p><a href=\"\">a</a></p>\n"_ba;
    QTest::newRow("javascript: in capitals") << "[a](JavaScript:alert(1))"_ba << "<p><a href=\"\">a</a></p>\n"_ba;
    QTest::newRow("javascript: behind an entity") << "[a](&#106;avascript:alert(1))"_ba << "<p><a href=\"\">a</a></p>\n"_ba;
    QTest::newRow("vbscript:") << "[a](vbscript:x)"_ba << "<p><a href=\"\">a</a></p>\n"_ba;
    QTest::newRow("file:") << "[a](file:///etc/passwd)"_ba << "<p><a href=\"\">a</a></p>\n"_ba;
    QTest::newRow("data:") << "[a](data:text/html;base64,AA)"_ba << "<p><a href=\"\">a</a></p>\n"_ba;
    QTest::newRow("a data: picture") << "![a](data:image/png;base64,AA)"_ba
                                     << "<p><img src=\"data:image/png;base64,AA\" alt=\"a\"></p>\n"_ba;
    QTest::newRow("a data: picture that is a document") << "![a](data:image/svg+xml,x)"_ba << "<p><img src=\"\" alt=\"a\"></p>\n"_ba;
    QTest::newRow("what is safe") << "[a](https://b/)"_ba << "<p><a href=\"https://b/\">a</a></p>\n"_ba;
}

void TestMarkdown::omittedHtml()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, html);
    QCOMPARE(omitted(body), html);
    RenderOptions options;
    options.rawHtml = RawHtml::Omit;
    QVERIFY(render(body, options).facts == readText(body)); // what the text says does not depend on what is shown
}

void TestMarkdown::wording()
{
    RenderOptions options;
    options.wording.note = u"Hinweis"_s;
    options.wording.code = u"Quelltext"_s;
    options.wording.table = u"Tabelle"_s;
    options.wording.taskDone = u"Erledigt"_s;
    options.wording.footnotes = u"Fußnoten"_s;
    options.wording.backToReference = u"Zurück zu %1"_s;
    const QByteArray html = render("> [!NOTE]\n> a[^1]\n\n    b\n\n|c|\n|-|\n\n- [x] d\n\n[^1]: e", options).html;
    for (const QByteArray &expected : { ">Hinweis</p>"_ba, "aria-label=\"Quelltext\""_ba, "aria-label=\"Tabelle\""_ba,
                                        "aria-label=\"Erledigt\""_ba, "aria-label=\"Fußnoten\""_ba, "aria-label=\"Zurück zu 1\""_ba })
        QVERIFY2(html.contains(expected), expected.constData());
}

void TestMarkdown::wordingIsText()
{
    RenderOptions options;
    options.wording.note = u"<b>\"&"_s;
    options.wording.code = u"<b>\"&"_s;
    const QByteArray html = render("> [!NOTE]\n> a\n\n    b\n", options).html;
    QCOMPARE(html.count("&lt;b&gt;&quot;&amp;"), 2);
}

void TestMarkdown::footnotePrefix()
{
    RenderOptions options;
    options.footnotePrefix = "p7-"_ba;
    const QByteArray html = render("a[^x]\n\n[^x]: b", options).html;
    for (const QByteArray &expected : { "id=\"p7-fn:1\""_ba, "href=\"#p7-fn:1\""_ba, "id=\"p7-fnref:1\""_ba, "href=\"#p7-fnref:1\""_ba })
        QVERIFY2(html.contains(expected), expected.constData());
}

void TestMarkdown::withoutColours()
{
    RenderOptions options;
    options.highlightCode = false;
    QCOMPARE(
        render("```go\nreturn 1\n```\n", options).html,
        "<div class=\"code\" data-language=\"Go\"><pre tabindex=\"0\" role=\"group\" aria-label=\"Go\"><code class=\"language-go\">return 1\n</code></pre></div>\n"_ba);
}

void TestMarkdown::linesOfCode()
{
    RenderOptions options;
    options.highlightCode = false;
    const QByteArray html = render("```go linenos linenostart=9 hl_lines=2\na\n\nb<c\n```\n", options).html;
    QVERIFY2(html.contains("<span class=\"line\" data-line=\"9\">a\n</span><span class=\"line marked\" "
                           "data-line=\"10\">\n</span><span class=\"line\" data-line=\"11\">b&lt;c\n</span></code>"),
             html);
    QVERIFY(render("```go {2}\na\nb\n```\n", options)
                .html.contains("<span class=\"line\">a\n</span><span class=\"line marked\">b\n</span></code>"));
    // Colours end where the line does.
    const QByteArray coloured = render("```c {1}\n/* a\nb */ int c;\n```\n").html;
    QVERIFY2(coloured.contains(
                 "<span class=\"line marked\"><span class=\"co\">/* a</span>\n</span><span class=\"line\"><span class=\"co\">b */</span>"),
             coloured);
    QVERIFY(!render("```go {7}\n```\n", options).html.contains("class=\"line"));
}

void TestMarkdown::blocks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("blocks");

    QTest::newRow("nothing") << ""_ba << QStringList();
    QTest::newRow("blank lines") << "\n \n\t\n"_ba << QStringList();
    QTest::newRow("only a link definition") << "[a]: b\n"_ba << QStringList();
    QTest::newRow("one after the other")
        << "# a\nb\nc\n\n- d\n- e\n\n> f\n\n---\n```\ng\n```\n"_ba
        << QStringList { u"1-1 <div class=\"heading\">"_s, u"2-3 <p>"_s, u"5-7 <ul dir=\"auto\">"_s, u"8-8 <blockquote>"_s, u"10-10 <hr>"_s,
                         u"11-13 <div class=\"code\">"_s };
    QTest::newRow("an underlined heading") << "a\nb\n---\n\nc\n"_ba << QStringList { u"1-3 <div class=\"heading\">"_s, u"5-5 <p>"_s };
    QTest::newRow("an underlined heading at the end") << "a\n---"_ba << QStringList { u"1-2 <div class=\"heading\">"_s };
    QTest::newRow("a table right below a paragraph")
        << "a\nb\n|c|\n|-|\n|d|\n"_ba
        << QStringList { u"1-2 <p>"_s, u"3-5 <div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">"_s };
    QTest::newRow("footnotes are one")
        << "a[^1] b[^2]\n\n[^2]: c\n\nd\n\n[^1]: e\n"_ba
        << QStringList { u"1-1 <p>"_s, u"5-5 <p>"_s, u"3-7 <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">"_s };
    QTest::newRow("raw HTML that is whole") << "<div>a</div>\n\nb\n"_ba << QStringList { u"1-1 <div>"_s, u"3-3 <p>"_s };
    QTest::newRow("raw HTML around Markdown") << "<div>\n\na\n\n</div>\n\nb\n"_ba << QStringList { u"1-5 <div>"_s, u"7-7 <p>"_s };
    QTest::newRow("raw HTML twice around Markdown")
        << "<div><div>\n\na\n\n</div>\n\nb\n\n</div>\n\nc\n"_ba << QStringList { u"1-9 <div>"_s, u"11-11 <p>"_s };
    QTest::newRow("an end tag too many") << "<div>\n\na\n\n</div></div>\n\nb\n"_ba << QStringList { u"1-5 <div>"_s, u"7-7 <p>"_s };
    QTest::newRow("an end tag of something else") << "<div>\n\na\n\n</section>\n\nb\n"_ba << QStringList { u"1-7 <div>"_s };
    QTest::newRow("end tags in the wrong order")
        << "<div><section>\n\na\n\n</div>\n\nb\n"_ba << QStringList { u"1-5 <div>"_s, u"7-7 <p>"_s };
    QTest::newRow("never closed") << "a\n\n<div>\n\nb\n\n# c\n"_ba << QStringList { u"1-1 <p>"_s, u"3-7 <div>"_s };
    QTest::newRow("elements that close themselves")
        << "<p>\n\na\n\n<br>\n\nb\n\n<li>\n\nc\n"_ba
        << QStringList { u"1-1 <p>"_s, u"3-3 <p>"_s, u"5-5 <br>"_s, u"7-7 <p>"_s, u"9-9 <li>"_s, u"11-11 <p>"_s };
    QTest::newRow("a tag in an attribute") << "<div title=\"</div>\">\n\na\n\n</div>\n"_ba << QStringList { u"1-5 <div title=\"</div>"_s };
    QTest::newRow("a tag in a comment") << "<!-- <div> -->\n\na\n"_ba << QStringList { u"1-1 <!-- <div>"_s, u"3-3 <p>"_s };
    QTest::newRow("a tag in a script") << "<script>\n\"<div>\"\n</script>\n\na\n"_ba << QStringList { u"1-3 <script>"_s, u"5-5 <p>"_s };
    QTest::newRow("a comment around Markdown") << "<div><!--\n\na\n\n<p>--></p></div>\n\nb\n"_ba
                                               << QStringList { u"1-5 <div>"_s, u"7-7 <p>"_s };
    QTest::newRow("a block opened in a line") << "a <div>b\n\nc\n\n</div>\n\nd\n"_ba << QStringList { u"1-5 <p>"_s, u"7-7 <p>"_s };
    QTest::newRow("a span opened in a line") << "a <span>b\n\nc\n"_ba << QStringList { u"1-1 <p>"_s, u"3-3 <p>"_s };
    QTest::newRow("opened within a list") << "- <div>\n\na\n"_ba << QStringList { u"1-2 <ul dir=\"auto\">"_s, u"3-3 <p>"_s };
    QTest::newRow("a comment opened within a list")
        << "- <!-- a\n\nb\n\n<p>--></p>\n\nc\n"_ba << QStringList { u"1-5 <ul dir=\"auto\">"_s, u"7-7 <p>"_s };
}

void TestMarkdown::blocks()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, blocks);
    const Rendered rendered = render(body);
    QCOMPARE(outlineOf(rendered), blocks);
    qsizetype end = 0;
    for (const Block &block : rendered.blocks) {
        QCOMPARE(block.htmlBegin, end);
        end = block.htmlEnd;
    }
    QCOMPARE(end, rendered.html.size());
}

void TestMarkdown::spans()
{
    const Rendered rendered = render("[a](b&c \"d\") ![e](f) <img src=g><a href='h'> [i][j]\n\n[j]: <k l>\n");
    QStringList destinations;
    for (const ReferenceSpan &span : rendered.spans) {
        destinations.append(QString::fromUtf8(rendered.html.sliced(span.begin, span.end - span.begin)));
        destinations.append(rendered.facts.references.at(span.reference).destination);
    }
    QCOMPARE(destinations, (QStringList { u"b&amp;c"_s, u"b&c"_s, u"f"_s, u"f"_s, u"g"_s, u"g"_s, u"h"_s, u"h"_s, u"k%20l"_s, u"k l"_s }));
}

void TestMarkdown::resolve_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("longer") << "[a](b)"_ba << u"/posts/b/"_s << "<p><a href=\"/posts/b/\">a</a></p>\n"_ba;
    QTest::newRow("shorter") << "[a](../posts/b.md)"_ba << u"/"_s << "<p><a href=\"/\">a</a></p>\n"_ba;
    QTest::newRow("empty") << "[a](b)"_ba << QString() << "<p><a href=\"\">a</a></p>\n"_ba;
    QTest::newRow("escaped") << "[a](b)"_ba << u"/?a&b='\"<c> d%20é"_s
                             << "<p><a href=\"/?a&amp;b=&#x27;%22%3Cc%3E%20d%20%C3%A9\">a</a></p>\n"_ba;
    QTest::newRow("twice") << "[a](b) ![c](d)"_ba << u"/x"_s << "<p><a href=\"/x\">a</a> <img src=\"/x\" alt=\"c\"></p>\n"_ba;
    QTest::newRow("an empty destination") << "[a]()"_ba << u"/x"_s << "<p><a href=\"/x\">a</a></p>\n"_ba;
    QTest::newRow("in raw HTML, in quotes") << "a <b href=\"c\">"_ba << u"/x y"_s << "<p>a <b href=\"/x%20y\"></p>\n"_ba;
    QTest::newRow("in raw HTML, in single quotes") << "a <b href='c'>"_ba << u"/x'y"_s << "<p>a <b href='/x&#x27;y'></p>\n"_ba;
    QTest::newRow("in raw HTML, bare") << "a <b href=c d>"_ba << u"/x y"_s << "<p>a <b href=\"/x%20y\" d></p>\n"_ba;
    QTest::newRow("in raw HTML, bare, to nothing") << "a <b href=c d>"_ba << QString() << "<p>a <b href=\"\" d></p>\n"_ba;
    QTest::newRow("candidates") << "<img srcset=\"a.png 1x,b.png 2x\">"_ba << u"/x"_s << "<img srcset=\"/x 1x,/x 2x\">\n"_ba;
    QTest::newRow("nothing to resolve") << "a"_ba << u"/x"_s << "<p>a</p>\n"_ba;
}

void TestMarkdown::resolve()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, url);
    QFETCH(QByteArray, html);
    QCOMPARE(resolveReferences(render(body), [&](const Reference &) { return url; }), html);
}

void TestMarkdown::resolveMovesBlocks()
{
    const Rendered rendered = render("[a](b)\n\nc\n\n![d](e) [f](g)\n\nh\n");
    QList<Block> blocks;
    const QByteArray html = resolveReferences(
        rendered, [](const Reference &reference) { return u"/long/"_s + reference.destination; }, &blocks);
    QByteArrayList pieces;
    for (const Block &block : std::as_const(blocks))
        pieces.append(html.sliced(block.htmlBegin, block.htmlEnd - block.htmlBegin));
    QCOMPARE(pieces,
             (QByteArrayList { "<p><a href=\"/long/b\">a</a></p>\n", "<p>c</p>\n",
                               "<p><img src=\"/long/e\" alt=\"d\"> <a href=\"/long/g\">f</a></p>\n", "<p>h</p>\n" }));
    QCOMPARE(blocks.at(2).firstLine, 5);
}

void TestMarkdown::inlineHtml_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("plain");
    QTest::newRow("nothing") << QString() << QByteArray() << QString();
    QTest::newRow("blanks") << u" \t\n"_s << QByteArray() << QString();
    QTest::newRow("marks") << u"*a* **b** `c` ~~d~~"_s << "<em>a</em> <strong>b</strong> <code>c</code> <del>d</del>"_ba << u"a b c d"_s;
    QTest::newRow("link") << u"[a](b) https://c.d"_s << "<a href=\"b\">a</a> <a href=\"https://c.d\">https://c.d</a>"_ba
                          << u"a https://c.d"_s;
    QTest::newRow("address") << u"to me@example.org"_s << "to <a href=\"mailto:me@example.org\">me@example.org</a>"_ba
                             << u"to me@example.org"_s;
    QTest::newRow("picture") << u"![a](b) c"_s << "<img src=\"b\" alt=\"a\"> c"_ba << u"c"_s;
    QTest::newRow("what would be a heading") << u"# of posts"_s << "# of posts"_ba << u"# of posts"_s;
    QTest::newRow("what would be a list") << u"1. First"_s << "1. First"_ba << u"1. First"_s;
    QTest::newRow("what would be a rule") << u"---"_s << "---"_ba << u"---"_s;
    QTest::newRow("what would be a fence") << u"``` a"_s << "``` a"_ba << u"``` a"_s;
    QTest::newRow("what would be a definition") << u"[a]: b"_s << "[a]: b"_ba << u"[a]: b"_s;
    QTest::newRow("what would be a footnote") << u"a [^1]"_s << "a [^1]"_ba << u"a [^1]"_s;
    QTest::newRow("what would be code") << u"    a"_s << "a"_ba << u"a"_s;
    QTest::newRow("several lines") << u"a\n\n- b\r\nc"_s << "a  - b  c"_ba << u"a  - b  c"_s;
    QTest::newRow("markup") << u"a < b & c \"d\""_s << "a &lt; b &amp; c &quot;d&quot;"_ba << u"a < b & c \"d\""_s;
    QTest::newRow("raw HTML") << u"<b>a</b>"_s << "<!-- raw HTML omitted -->a<!-- raw HTML omitted -->"_ba << u"a"_s;
    QTest::newRow("script") << u"[a](javascript:b)"_s << "<a href=\"\">a</a>"_ba << u"a"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s
                         << "a\xEF\xBF\xBD"
                            "b"_ba
                         << u"a\uFFFDb"_s;
}

void TestMarkdown::inlineHtml()
{
    QFETCH(QString, markdown);
    QFETCH(QByteArray, html);
    QFETCH(QString, plain);
    QCOMPARE(renderInline(markdown), html);
    QCOMPARE(plainInline(markdown), plain);
}

void TestMarkdown::lineEnds_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("LF") << "\n"_ba;
    QTest::newRow("CRLF") << "\r\n"_ba;
    QTest::newRow("CR") << "\r"_ba;
}

// Whatever ends its lines, a text says the same on the same lines.
void TestMarkdown::lineEnds()
{
    QFETCH(QByteArray, end);
    const QByteArray lines = "# a\n\nb [c](d)\n![e](f)\n\n> g\n> [h](i)\n\n|j|\n|-|\n|[k](l)|\n\n<a\nhref=\"m\">\n"_ba;
    const Rendered expected = render(lines);
    const Rendered rendered = render(QByteArray(lines).replace('\n', end));
    QCOMPARE(rendered.facts.outline, expected.facts.outline);
    QCOMPARE(rendered.facts.words, expected.facts.words);
    QCOMPARE(outlineOf(rendered), outlineOf(expected));
    QCOMPARE(rendered.facts.references.size(), 5);
    for (qsizetype i = 0; i < 5; ++i)
        QCOMPARE(rendered.facts.references.at(i), expected.facts.references.at(i));
}

void TestMarkdown::brokenBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("NUL") << "a"_ba + '\0' + "b"
                         << "<p>a\xEF\xBF\xBD"
                            "b</p>\n"_ba;
    QTest::newRow("a lone continuation byte") << "a\x80"_ba << "<p>a\xEF\xBF\xBD</p>\n"_ba;
    QTest::newRow("half a code point") << "a\xC3"_ba << "<p>a\xEF\xBF\xBD</p>\n"_ba;
    QTest::newRow("a byte order mark")
        << "\xEF\xBB\xBF# a"_ba
        << "<div class=\"heading\"><h1 id=\"a\">a</h1><a class=\"anchor\" href=\"#a\" aria-labelledby=\"a\"></a></div>\n"_ba;
    // cmark-gfm takes what looks like a footnote's label by its columns and would lose what is on another line.
    QTest::newRow("brackets like a footnote's over two lines") << "a [^b c\nd e] f"_ba << "<p>a [^b c d e] f</p>\n"_ba;
    QTest::newRow("brackets like a footnote's, nested, over two lines") << "[^a [b]\nc] d"_ba << "<p>[^a [b] c] d</p>\n"_ba;
}

void TestMarkdown::brokenBytes()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, html);
    QCOMPARE(render(body).html, html);
}

void TestMarkdown::stopsAtOnce()
{
    std::stop_source source;
    source.request_stop();
    CodeHighlighter highlighter;
    QVERIFY(!renderMarkdown("a", {}, highlighter, source.get_token()));
}

void TestMarkdown::rendersFromATreeThatWasReadBefore()
{
    const QByteArray body =
        "# One\n\nA [link](x) with `code`, a note[^n] and a table:\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\n## Two\n\n[^n]: Here.\n";
    CodeHighlighter highlighter;
    const auto parsed = ParsedMarkdown::parse(body);
    QVERIFY(parsed && parsed->body() == body);
    QVERIFY(readText(*parsed) == readText(body));
    RenderOptions options;
    for (options.headingShift = 0; options.headingShift < 2; ++options.headingShift) {
        const auto fromTree = renderMarkdown(*parsed, options, highlighter);
        const auto fromText = renderMarkdown(body, options, highlighter);
        QCOMPARE(fromTree->html, fromText->html);
        QVERIFY(fromTree->facts == fromText->facts && fromTree->blocks == fromText->blocks);
    }
    std::stop_source source;
    source.request_stop();
    QVERIFY(!ParsedMarkdown::parse(body, Formulas::AreText, source.get_token()));
    QVERIFY(!renderMarkdown(*parsed, options, highlighter, source.get_token()));
}

QTEST_APPLESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"

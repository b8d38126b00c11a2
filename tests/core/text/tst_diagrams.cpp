// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/diagram_renderer.h"
#include "core/text/markdown.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace quillway;
using namespace quillway::text;
using namespace Qt::StringLiterals;

namespace {

QByteArray block(const QByteArray &info, const QByteArray &source)
{
    return "```" + info + '\n' + source + "\n```\n";
}

/// The texts of a drawing in its order; nothing if it is no XML.
QStringList textsOf(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
            texts.append(xml.text().toString());
    }
    return xml.hasError() ? QStringList() : texts;
}

} // namespace

class TestDiagrams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areDrawn_data();
    void areDrawn();
    void areCodeWhereNobodyAsks();
    void stayAsWrittenInFeeds();
    void haveTheInkOfThePageUnlessTheyChoose_data();
    void haveTheInkOfThePageUnlessTheyChoose();
    void haveTheFontThatTheyChoose_data();
    void haveTheFontThatTheyChoose();
    void keepNothingThatCouldAct_data();
    void keepNothingThatCouldAct();
    void keepTheirGradientsApart();
    void sayWhatIsWrong_data();
    void sayWhatIsWrong();
    void sayThatGraphvizIsNotThere();
    void areTheSameEachTime();
    void areGivenUpWhenStopped();

private:
    [[nodiscard]] Rendered render(const QByteArray &body, Flavour flavour = Flavour::Site)
    {
        RenderOptions options;
        options.flavour = flavour;
        options.diagramRenderer = &m_diagrams;
        return renderMarkdown(body, options, m_highlighter).value();
    }
    [[nodiscard]] QByteArray svgOf(const QByteArray &source) { return m_diagrams.render(source, "d-").svg; }

    CodeHighlighter m_highlighter;
    DiagramRenderer m_diagrams;
};

void TestDiagrams::areDrawn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("before"); // the drawing
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QStringList>("texts");
    const QByteArray begin = "<figure class=\"diagram\"><div tabindex=\"0\" role=\"group\" aria-label=\"Diagram\"><svg ";
    const QByteArray end = "</svg></div></figure>\n";
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &before, const QByteArray &behind,
                        const QStringList &texts) { QTest::newRow(name) << body << before << behind << texts; };
    row("dot", block("dot", "digraph { a -> b }"), begin, end, { u"a"_s, u"b"_s });
    row("graphviz", block("graphviz", "graph { a -- b }"), begin, end, { u"a"_s, u"b"_s });
    row("letters of all scripts", block("dot", "digraph { \"ä & <b>\" -> \"日本\" }"), begin, end, { u"ä & <b>"_s, u"日本"_s });
    row("with a title", block("dot title=\"Who \\\"calls\\\" whom\"", "digraph { a }"),
        "<figure class=\"diagram\"><div tabindex=\"0\" role=\"group\" aria-label=\"Who ", "</figcaption></figure>\n", { u"a"_s });
    row("another layout", block("dot", "graph { layout=neato; a -- b }"), begin, end, { u"a"_s, u"b"_s });
    row("one whose lines have numbers is code", block("dot {linenos=true}", "graph { a }"), "<div class=\"code\"", "</code></pre></div>\n",
        {});
    row("one whose lines are marked is code", block("dot {1}", "graph { a }"), "<div class=\"code\"", "</code></pre></div>\n", {});
    row("another language", block("c", "graph { a }"), "<div class=\"code\"", "</code></pre></div>\n", {});
}

void TestDiagrams::areDrawn()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, behind);
    QFETCH(QStringList, texts);
    const Rendered rendered = render(body);
    QVERIFY(rendered.insetProblems.isEmpty());
    QVERIFY2(rendered.html.startsWith(before), rendered.html.constData());
    QVERIFY2(rendered.html.endsWith(behind), rendered.html.constData());
    QCOMPARE(rendered.blocks.size(), 1);
    const qsizetype svg = rendered.html.indexOf("<svg ");
    if (svg >= 0)
        QCOMPARE(textsOf(rendered.html.sliced(svg, rendered.html.indexOf("</svg>") + 6 - svg)), texts);
    QVERIFY(rendered.facts == readText(body));
}

void TestDiagrams::areCodeWhereNobodyAsks()
{
    QVERIFY(renderMarkdown(block("dot", "digraph { a }"), {}, m_highlighter)->html.startsWith("<div class=\"code\""));
}

void TestDiagrams::stayAsWrittenInFeeds()
{
    QCOMPARE(render(block("dot", "digraph { a }"), Flavour::Plain).html,
             "<pre><code class=\"language-dot\">digraph { a }\n</code></pre>\n"_ba);
}

void TestDiagrams::haveTheInkOfThePageUnlessTheyChoose_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isColoured");
    QTest::newRow("nothing said") << "digraph { a -> b }"_ba << false;
    QTest::newRow("black") << "digraph { a [color=black, style=filled, fillcolor=black] }"_ba << false;
    QTest::newRow("no line") << "digraph { a [shape=none] }"_ba << false;
    QTest::newRow("a filled node") << "digraph { a [style=filled, fillcolor=\"#ffeecc\"] }"_ba << true;
    QTest::newRow("a red arrow") << "digraph { a -> b [color=red] }"_ba << true;
    QTest::newRow("blue text") << "digraph { a [fontcolor=blue] }"_ba << true;
    QTest::newRow("white paper") << "digraph { bgcolor=white; a }"_ba << false;
    QTest::newRow("paper of its own") << "digraph { bgcolor=lightblue; a }"_ba << true;
}

void TestDiagrams::haveTheInkOfThePageUnlessTheyChoose()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, isColoured);
    const DiagramRenderer::Result drawn = m_diagrams.render(source, "d-");
    QCOMPARE(drawn.isColoured, isColoured);
    QVERIFY(drawn.svg.contains("fill=\"currentColor\""));
    QVERIFY(!drawn.svg.contains("\"black\""));
    QCOMPARE(render(block("dot", source)).html.contains("class=\"diagram coloured\""), isColoured);
}

void TestDiagrams::haveTheFontThatTheyChoose_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("font");
    const auto row = [](const char *name, const QByteArray &source, const QByteArray &font = {}) { QTest::newRow(name) << source << font; };
    row("nothing said", "digraph { a -> b [label=x] }");
    row("for all nodes", "digraph { node [fontname=Courier]; a }", "Courier");
    row("for one", "digraph { a [fontname=Courier] }", "Courier");
    row("a name with a brace", "digraph \"{ \\\" {\" { a }");
    row("a name that is HTML", "digraph <<b>{</b>> { a }");
    row("comments before", "/* { */\n# {\n// {\nstrict digraph { a }");
    row("a brace on a line of its own", "digraph\n{\na }");
}

void TestDiagrams::haveTheFontThatTheyChoose()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, font);
    const QByteArray svg = svgOf(source);
    QVERIFY(svg.contains("<text "));
    QVERIFY2(font.isEmpty() ? !svg.contains("font-family") : svg.contains("font-family=\"" + font), svg.constData());
}

void TestDiagrams::keepNothingThatCouldAct_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QByteArray>("dropped");
    const auto row = [](const char *name, const QByteArray &source, const QByteArray &kept, const QByteArray &dropped) {
        QTest::newRow(name) << source << kept << dropped;
    };
    row("a link to another site", "digraph { a [URL=\"https://x.example/?a=1&b=2\"] }", "<a href=\"https://x.example/?a=1&amp;b=2\">",
        "xlink");
    row("a link that acts", "digraph { a [URL=\"javascript:alert(1)\"] }", ">a<", "javascript");
    row("a link that acts, in disguise", "digraph { a [URL=\" java&#10;script:alert(1)\"] }", ">a<", "script");
    row("a link into the machine", "digraph { a [URL=\"file:///etc/passwd\"] }", ">a<", "passwd");
    row("a link out of its attribute", "digraph { a [URL=\"https://x.example/\\\" onclick=\\\"alert(1)\"] }", ">a<", "\" onclick");
    row("what is said at the mouse", "digraph { a [URL=\"https://x.example/\", tooltip=\"\\\"><script>\"] }", ">a<", "script");
    row("a class and an id", "digraph { class=\"c1\"; a [class=\"post-body\", id=\"page:main\"] }", ">a<", "post-body");
    row("an id", "digraph { a [id=\"page:main\"] }", ">a<", "id=");
    row("a style sheet", "digraph { stylesheet=\"https://x.example/a.css\"; a }", ">a<", "x.example");
    row("a picture", "digraph { a [image=\"/etc/hostname.png\"] }", ">a<", "hostname");
    row("a picture from the network", "digraph { a [label=<<table><tr><td>b</td></tr></table>>, image=\"https://x.example/a.png\"] }",
        ">b<", "x.example");
    row("a font's name", "digraph { a [fontname=\"x\\\" onload=\\\"y\"] }", ">a<", "onload");
    row("a label that is markup", "digraph { a [label=\"</text><script>alert(1)</script>\"] }", "&lt;script&gt;", "<script");
    row("comments", "digraph { \"--><script>\" }", "--&gt;&lt;script&gt;", "<!--");
}

void TestDiagrams::keepNothingThatCouldAct()
{
    QFETCH(QByteArray, source);
    const QByteArray svg = svgOf(source);
    QVERIFY2(!textsOf(svg).isEmpty(), svg.constData());
    QFETCH(QByteArray, kept);
    QFETCH(QByteArray, dropped);
    QVERIFY2(svg.contains(kept), svg.constData());
    QVERIFY2(!svg.contains(dropped), svg.constData());
    for (const char *never : { "<title", "style=", "class=", "<?xml", "<!DOCTYPE", "xmlns" })
        QVERIFY2(!svg.contains(never), svg.constData());
}

void TestDiagrams::keepTheirGradientsApart()
{
    const QByteArray source = "digraph { a [style=filled, fillcolor=\"red:blue\"] }";
    const QByteArray html = render(block("dot", source) + '\n' + block("dot", source)).html;
    for (const char *prefix : { "diagram-1-", "diagram-2-" }) {
        QCOMPARE(html.count(" id=\""_ba + prefix), 1);
        QCOMPARE(html.count("fill=\"url(#"_ba + prefix), 1);
    }
    QVERIFY(html.contains("stop-color=\"red\""));
}

void TestDiagrams::sayWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("what");
    QTest::newRow("a slip of the pen") << "Text\n\n" + block("dot", "digraph {\n a -> b\n c => d\n}") << 6 << u"syntax error near '>'"_s;
    QTest::newRow("never closed") << block("dot", "digraph {\n a") << 4 << u"syntax error"_s;
    QTest::newRow("nothing") << block("dot", "") << 1 << u"draws nothing"_s;
    QTest::newRow("no graph") << block("dot", "hello") << 2 << u"syntax error near 'hello'"_s;
    QTest::newRow("two graphs") << block("dot", "graph { a }\ngraph { b }") << 1 << u"more than one graph"_s;
    QByteArray everyPair = "digraph { {";
    for (const char *side : { "a", "b" }) {
        for (int i = 0; i < 3000; ++i)
            everyPair += ' ' + (side + QByteArray::number(i));
        everyPair += *side == 'a' ? "} -> {" : "} }";
    }
    QTest::newRow("more lines than memory has room for") << block("dot", everyPair) << 1 << u"memory"_s;
    QTest::newRow("as long as a book") << block("dot", "graph { " + QByteArray("abcdefghij;\n").repeated(10'000) + '}') << 1
                                       << u"longer than"_s;
}

void TestDiagrams::sayWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(int, line);
    QFETCH(QString, what);
    const Rendered rendered = render(body);
    QCOMPARE(rendered.insetProblems.size(), 1);
    const InsetProblem &problem = rendered.insetProblems.first();
    QCOMPARE(problem.code, ErrorCode::BadDiagram);
    QVERIFY2(problem.what.contains(what), qPrintable(problem.what));
    QCOMPARE(problem.line, line);
    QVERIFY(rendered.html.contains("<div class=\"code\""));
}

void TestDiagrams::sayThatGraphvizIsNotThere()
{
    DiagramRenderer diagrams(u"no-such-program-as-dot"_s);
    QVERIFY(diagrams.render("graph { a }", "d-").problem.contains("not installed"_L1));
    QVERIFY(diagrams.render("graph { a }", "d-").svg.isEmpty());
}

void TestDiagrams::areTheSameEachTime()
{
    DiagramRenderer other;
    const QByteArray source = "digraph { a -> b -> c; a -> c [label=\"x\"] }";
    const QByteArray svg = svgOf(source);
    QVERIFY(svg.startsWith("<svg width=\""));
    QCOMPARE(other.render(source, "d-").svg, svg);
    QCOMPARE(svgOf(source), svg);
}

void TestDiagrams::areGivenUpWhenStopped()
{
    std::stop_source stop;
    stop.request_stop();
    const DiagramRenderer::Result nothing = m_diagrams.render("graph { stopped }", "d-", stop.get_token());
    QVERIFY(nothing.svg.isEmpty() && nothing.problem.isEmpty());
    QVERIFY(!svgOf("graph { stopped }").isEmpty());
}

QTEST_GUILESS_MAIN(TestDiagrams)
#include "tst_diagrams.moc"

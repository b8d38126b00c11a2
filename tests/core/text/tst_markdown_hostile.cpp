// SPDX-License-Identifier: GPL-3.0-or-later

// Bodies made to hang, exhaust or crash a Markdown renderer. Each has to render within the preview's budget of two seconds, give facts that agree, and
// blocks that cover the HTML.

#include "core/text/markdown.h"

#include "support/work_timer.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

constexpr int budget = 2'000; // milliseconds

QByteArray times(qsizetype count, const QByteArray &piece)
{
    return piece.repeated(count);
}

QByteArray nestedLists(int depth)
{
    QByteArray body;
    for (int i = 0; i < depth; ++i)
        body.append(QByteArray(2 * i, ' ')).append("- x\n");
    return body;
}

QByteArray numbered(int count, const QByteArray &before, const QByteArray &after)
{
    QByteArray body;
    for (int i = 0; i < count; ++i)
        body.append(before).append(QByteArray::number(i)).append(after);
    return body;
}

QByteArray backtickRuns(int count)
{
    QByteArray body;
    for (int i = 1; i < count; ++i)
        body.append("e").append(QByteArray(i, '`'));
    return body;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(char(i));
    return bytes;
}

QByteArray noise(quint32 seed, int size, QByteArrayView alphabet)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        seed = seed * 1664525U + 1013904223U;
        bytes.append(alphabet[qsizetype(seed >> 16) % alphabet.size()]);
    }
    return bytes;
}

} // namespace

class TestMarkdownHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersInTime_data();
    void rendersInTime();
    void noise_data();
    void noise();
    void largeBody();
    void stops();
    void threadsAgree();

private:
    CodeHighlighter m_highlighter;
};

void TestMarkdownHostile::rendersInTime_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };

    row("nested list markers in a line", times(40'000, "- "));
    row("nested ordered markers", times(40'000, "1. "));
    row("lists nested by indent", nestedLists(1'000));
    row("nested quotes", times(50'000, ">") + "a");
    row("nested quotes with blanks", times(50'000, "> ") + "a");
    row("quotes over many lines", times(5'000, times(20, "> ") + "a\n"));
    row("quotes growing deeper", [] {
        QByteArray body;
        for (int i = 0; i < 700; ++i)
            body.append(QByteArray(i, '>')).append("a\n");
        return body;
    }());
    row("open brackets", times(50'000, "["));
    row("open and closed brackets", times(50'000, "[") + "a" + times(50'000, "]"));
    row("bracket pairs", times(50'000, "[a]"));
    row("picture brackets", times(50'000, "!["));
    row("nested pictures", times(20'000, "![") + "x" + times(20'000, "](u)"));
    row("open links", times(50'000, "[a]("));
    row("open link destinations", times(50'000, "[a](<b"));
    row("unclosed link titles", times(30'000, "[a](b \""));
    row("parentheses in a destination", "[a](" + times(50'000, "(") + times(50'000, ")") + ")");
    row("comments", times(50'000, "<!--"));
    row("comments in a line", "a " + times(50'000, "<!--"));
    row("processing instructions", times(50'000, "<?"));
    row("CDATA sections", times(50'000, "<![CDATA["));
    row("declarations", times(50'000, "<!A "));
    row("open tags", times(50'000, "<a href=\""));
    row("tags", times(50'000, "<div>"));
    row("tags never closed, as blocks", times(5'000, "<div>\n\n"));
    row("tags closed as often as opened", times(5'000, "<div>\n\nx\n\n") + times(5'000, "</div>\n\n"));
    row("attributes", "<a " + times(50'000, "b=c ") + ">");
    row("candidates", "<img srcset=\"" + times(50'000, "a 1x, ") + "\">");
    row("emphasis openers", times(100'000, "*a "));
    row("emphasis closers", times(100'000, "a* "));
    row("emphasis nested", times(50'000, "*a **a "));
    row("emphasis of two kinds", times(20'000, "a**b_c* "));
    row("strikethrough openers", times(50'000, "~a "));
    row("strikethrough of two lengths", times(25'000, "~a~~ "));
    row("backticks", times(100'000, "`"));
    row("runs of backticks", backtickRuns(1'500));
    row("dollars", times(100'000, "$a "));
    row("dollars and backticks", "$" + backtickRuns(1'500));
    row("wide table", times(20'000, "|a") + "|\n" + times(20'000, "|-") + "|\n" + times(20'000, "|b") + "|\n");
    row("table with short rows", times(1'000, "|a") + "|\n" + times(1'000, "|-") + "|\n" + times(20'000, "|b\n"));
    row("long table", "|a|b|\n|-|-|\n" + times(50'000, "|c|d|\n"));
    row("table delimiters", times(20'000, "|-|\n"));
    row("pipes in a paragraph", times(50'000, "a|b\n"));
    row("link definitions", numbered(50'000, "[x", "]: y\n"));
    row("one link definition used often", "[x]: " + QByteArray(10'000, 'y') + "\n\n" + times(20'000, "[x]"));
    row("footnotes", numbered(10'000, "a[^", "]\n") + "\n" + numbered(10'000, "\n[^", "]: b\n"));
    row("one footnote used often", times(20'000, "[^a] ") + "\n\n[^a]: b");
    row("nested footnotes", numbered(1'000, "[^", "]: [^x] ") + "\n\n[^x]: y");
    row("headings of one name", times(30'000, "# a\n"));
    row("headings with ids of one name", times(30'000, "# a {#b}\n"));
    row("a long heading", "# " + QByteArray(1'000'000, 'a'));
    row("braces in a heading", "# " + times(100'000, "{#a") + "}");
    row("entities", times(50'000, "&lt;"));
    row("ampersands", times(100'000, "&"));
    row("bare addresses", times(20'000, "http://a.b/c "));
    row("bare addresses with entities", times(20'000, "<http://a.b/?c&amp;d> "));
    row("links in one line", times(20'000, "[a](b&amp;c) "));
    row("links on many lines", times(20'000, "[a](b) c\n"));
    row("links in a row of a table", "|a|\n|-|\n" + times(10'000, "|[b](c)|\n"));
    row("links in one row of a table", times(5'000, "|a") + "|\n" + times(5'000, "|-") + "|\n" + times(5'000, "|[b](c)") + "|\n");
    row("tags with destinations in one line", "a " + times(20'000, "<a href=b>"));
    row("at signs", times(100'000, "a@"));
    row("www", times(50'000, "www."));
    row("colons", times(100'000, ":"));
    row("schemes", times(50'000, "http:"));
    row("alerts", times(10'000, "> [!NOTE]\n> a\n\n"));
    row("nested alerts", times(300, "> ") + "[!NOTE]\n" + times(300, "> ") + "a");
    row("tasks", times(20'000, "- [ ] a\n"));
    row("fences", times(30'000, "```\n"));
    row("fences of languages", numbered(2'000, "```x", "\na\n```\n"));
    row("hard breaks", times(100'000, "a\\\n"));
    row("blank lines", times(500'000, "\n"));
    row("blanks", times(500'000, " "));
    row("tabs", times(200'000, "\t"));
    row("carriage returns", times(200'000, "\r"));
    row("NUL", times(200'000, QByteArray(1, '\0')));
    row("every byte", times(200, everyByte()));
    row("broken UTF-8", times(50'000, "\xF0\x9F\x92 \xC0\x80 \xED\xA0\x80 "));
    row("byte order marks", times(50'000, "\xEF\xBB\xBF"));
    row("combining marks", "a" + times(100'000, "\xCC\x81"));
    row("a word without end", QByteArray(1'000'000, 'a'));
    row("setext underlines", times(50'000, "a\n-\n"));
    row("indents", times(50'000, "    a\n\n"));
    row("thematic breaks", times(50'000, "* * *\n"));
}

void TestMarkdownHostile::rendersInTime()
{
    QFETCH(QByteArray, body);
    quillway::test::WorkTimer timer;
    timer.start();
    const Rendered rendered = renderMarkdown(body, {}, m_highlighter).value();
    const qint64 took = timer.elapsed();
    QVERIFY2(took < budget, QByteArray::number(took).constData());

    qsizetype end = 0;
    for (const Block &block : rendered.blocks) {
        QCOMPARE(block.htmlBegin, end);
        end = block.htmlEnd;
    }
    QCOMPARE(end, rendered.html.size());
    QVERIFY(QString::fromUtf8(rendered.html).toUtf8() == rendered.html);
    QVERIFY(rendered.facts == readText(body));
}

// Any soup of markup: what it gives is not the point, only that it is given, and the same by both ways.
void TestMarkdownHostile::noise_data()
{
    QTest::addColumn<QByteArray>("body");
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const QByteArrayView alphabets[] = { "*_~`[]()!<>&#-+1. \n\n|:\\\"'={}$^a", "<>/=\"' ahrefscripdv!-\n", "|-: \na>[]^`~",
                                             "[^]a: \n!()<>" };
        QTest::addRow("%u", seed) << ::noise(seed, 4'000, alphabets[seed % 4]);
    }
}

void TestMarkdownHostile::noise()
{
    rendersInTime();
}

void TestMarkdownHostile::largeBody()
{
    const QByteArray post = "## Part\n\nSome words with `code`, a [link](https://example.org/) and *emphasis*.\n\n```go\nfunc main() "
                            "{}\n```\n\n- one\n- two\n\n";
    const QByteArray body = times(10'000'000 / post.size(), post);
    RenderOptions options;
    options.highlightCode = false;
    const Rendered rendered = renderMarkdown(body, options, m_highlighter).value();
    QCOMPARE(rendered.facts.outline.size(), body.size() / post.size());
    QCOMPARE(rendered.facts.outline.last().anchor, u"part-%1"_s.arg(body.size() / post.size() - 1));
}

void TestMarkdownHostile::stops()
{
    const QByteArray body = times(1'000'000, "Some *words* that take a while to render.\n\n");
    std::stop_source source;
    std::jthread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        source.request_stop();
    });
    QVERIFY(!renderMarkdown(body, {}, m_highlighter, source.get_token()));
}

// cmark keeps tables for the whole process; parsing must not depend on what other threads parse.
void TestMarkdownHostile::threadsAgree()
{
    const QByteArray body = times(
        200, "~~gone~~ www.example.org and https://example.org/x, me@example.org\n\n- [x] done\n\n|a|\n|-|\n|~b~|\n\n");
    const QByteArray expected = renderMarkdown(body, {}, m_highlighter)->html;
    QCOMPARE(expected.count("<del>"), 400);
    QCOMPARE(expected.count("<a href"), 600);
    std::atomic_int differences = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                CodeHighlighter highlighter;
                for (int round = 0; round < 50; ++round)
                    differences += renderMarkdown(body, {}, highlighter)->html == expected ? 0 : 1;
            });
        }
    }
    QCOMPARE(differences, 0);
}

QTEST_APPLESS_MAIN(TestMarkdownHostile)
#include "tst_markdown_hostile.moc"

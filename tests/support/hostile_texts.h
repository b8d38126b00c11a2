// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace quillway::test {

inline QByteArray times(qsizetype count, const QByteArray &piece)
{
    return piece.repeated(count);
}

inline QByteArray nestedLists(int depth)
{
    QByteArray body;
    for (int i = 0; i < depth; ++i)
        body.append(QByteArray(qsizetype(2) * i, ' ')).append("- x\n");
    return body;
}

inline QByteArray numbered(int count, const QByteArray &before, const QByteArray &after)
{
    QByteArray body;
    for (int i = 0; i < count; ++i)
        body.append(before).append(QByteArray::number(i)).append(after);
    return body;
}

inline QByteArray backtickRuns(int count)
{
    QByteArray body;
    for (int i = 1; i < count; ++i)
        body.append("e").append(QByteArray(i, '`'));
    return body;
}

inline QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(char(i));
    return bytes;
}

/// A body made to hang, exhaust or crash what renders Markdown.
struct HostileText {
    const char *name;
    QByteArray body;
};

inline QList<HostileText> hostileTexts()
{
    QList<HostileText> texts;
    const auto row = [&texts](const char *name, const QByteArray &body) { texts.append({ name, body }); };

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
    row("deep indents", [] {
        QByteArray body;
        for (int i = 0; i < 2'000; ++i)
            body.append(QByteArray(i, ' ')).append("a\n");
        return body;
    }());
    row("underlines of emphasis", times(100'000, "_"));
    row("stars", times(100'000, "*"));
    row("emphasis between letters", times(100'000, "a_b*c"));
    row("nested emphasis, closed", times(20'000, "**") + "a" + times(20'000, "**"));
    row("reference definitions, each used", numbered(20'000, "[x", "]: y\n") + "\n" + numbered(20'000, "[x", "] "));
    row("entities without end", "&" + times(200'000, "a"));
    row("numbers of characters", times(50'000, "&#x10FFFF;"));
    row("direction overrides", times(100'000, "\xE2\x80\xAE"));
    row("joined emoji", times(50'000, "\xF0\x9F\x91\xA9\xE2\x80\x8D"));
    row("line separators", times(100'000, "\xE2\x80\xA8"));
    row("scripts", times(20'000, "<script>alert(1)</script>\n"));
    row("links that act", times(20'000, "[a](javascript:alert(1)) "));
    row("a line of words", times(500'000, "some words "));
    return texts;
}

} // namespace quillway::test

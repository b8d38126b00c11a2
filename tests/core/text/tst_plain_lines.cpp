// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/plain_lines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

class TestPlainLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("lines"); // `line text`, code with `>` between
        const auto row = [](const char *name, const QByteArray &body, const QStringList &lines) { QTest::newRow(name) << body << lines; };
        row("nothing", "", {});
        row("a paragraph", "One\ntwo  \nthree\n", { u"1 One"_s, u"2 two"_s, u"3 three"_s });
        row("markup", "*One* **two** ~~three~~ `four` \\* &amp; <https://x.y>", { u"1 One two three four * & https://x.y"_s });
        row("links by their text", "See [the *docs*](https://x.y \"title\").", { u"1 See the docs."_s });
        row("pictures by their alt text", "![A cat](cat.png)", { u"1 A cat"_s });
        row("no headings", "# One\n\nTwo\n\nThree\n---\n", { u"3 Two"_s });
        row("a list", "- one\n- two\n  more\n\n  1. three\n", { u"1 one"_s, u"2 two"_s, u"3 more"_s, u"5 three"_s });
        row("a quote", "> one\n> two\n", { u"1 one"_s, u"2 two"_s });
        row("a table", "| a | b |\n| - | - |\n| c | d |\n", { u"1 a"_s, u"1 b"_s, u"3 c"_s, u"3 d"_s });
        row("code", "```go main.go\nx := 1\n\n\ty()\n```\n", { u"2>x := 1"_s, u"4>\ty()"_s });
        row("code without an end", "~~~\nx\n", { u"2>x"_s });
        row("indented code", "One\n\n    x\n    y\n", { u"1 One"_s, u"3>x"_s, u"4>y"_s });
        row("raw HTML", "<div>\nOne <b>two</b>\n<p>three\n</div>\n", { u"2 One two"_s, u"3 three"_s });
        row("a tag over two lines", "<img\nalt=\"x\">one\n", { u"2 one"_s });
        row("no scripts and comments", "<script>\nvar x;\n</script>\n\n<!-- one\ntwo -->\n\nthree\n", { u"8 three"_s });
        row("HTML within a line", "One <b>two</b>", { u"1 One two"_s });
        row("a footnote", "One[^1]\n\n[^1]: Two\n", { u"1 One"_s, u"3 Two"_s });
        row("a link's definition has no line", "[x]: /y\nOne [x]\n", { u"2 One x"_s });
        row("CRLF", "One\r\ntwo\r\n\r\nthree\r\n", { u"1 One"_s, u"2 two"_s, u"4 three"_s });
        row("no UTF-8", "One \xFF two", { u"1 One \uFFFD two"_s });
    }
    void reads()
    {
        QFETCH(QByteArray, body);
        QStringList lines;
        const QList<PlainLine> read = plainLines(body).value();
        for (const PlainLine &line : read)
            lines.append(QString::number(line.line) + (line.kind == PlainLine::Kind::Code ? u'>' : u' ') + line.text);
        QTEST(lines, "lines");
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!plainLines("One\n\n"_ba.repeated(5000), stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestPlainLines)
#include "tst_plain_lines.moc"

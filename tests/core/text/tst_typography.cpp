// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/typography.h"

#include "core/text/markdown.h"
#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

Rendered render(const QByteArray &body, const std::optional<Typography> &typography, Flavour flavour = Flavour::Plain)
{
    CodeHighlighter highlighter;
    RenderOptions options;
    options.flavour = flavour;
    options.typography = typography;
    return *renderMarkdown(body, options, highlighter);
}

} // namespace

class TestTypography : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("set");
        const auto row = [](const char *name, const QString &text, const QString &set) { QTest::newRow(name) << text << set; };
        const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };

        same("nothing", u""_s);
        same("nothing to set", u"Plain – text… “as is”."_s);
        row("quoted", u"\"One\", he said."_s, u"“One”, he said."_s);
        row("in brackets", u"(\"one\") [\"two\"]"_s, u"(“one”) [“two”]"_s);
        row("quoted signs", u"The \"...\" and \"?\" here"_s, u"The “…” and “?” here"_s);
        row("one within the other", u"\"He said 'no' to it\""_s, u"“He said ‘no’ to it”"_s);
        row("begun and ended together", u"\"'No,' he said, 'never.'\""_s, u"“‘No,’ he said, ‘never.’”"_s);
        row("behind a dash", u"so--\"one\"--or"_s, u"so–“one”–or"_s);
        row("not closed: goes on in the next paragraph", u"\"One\nmore"_s, u"“One\nmore"_s);
        row("a year", u"\"One\" in \"1999\""_s, u"“One” in “1999”"_s);

        row("apostrophes", u"don't, it's, rock 'n' roll"_s, u"don’t, it’s, rock ‘n’ roll"_s);
        row("apostrophe at the end", u"the dogs' bowl"_s, u"the dogs’ bowl"_s);
        row("apostrophe at the beginning", u"'Twas in the '90s, 'til the end"_s, u"’Twas in the ’90s, ’til the end"_s);
        row("apostrophes in a quotation", u"\"I can't,\" it's said"_s, u"“I can’t,” it’s said"_s);
        same("feet and inches", u"6' 2\" tall, a 27\" screen"_s);
        row("a number quoted", u"say \"27\""_s, u"say “27”"_s);

        row("dashes", u"1990--2020, one -- two, three---four, five --- six"_s, u"1990–2020, one – two, three—four, five — six"_s);
        row("a dash before a name", u"-- Ada"_s, u"– Ada"_s);
        same("an option", u"use --help or -v, --no-color"_s);
        same("arrows and comments", u"a --> b <-- c"_s);
        same("rows of signs", u"---- ...... ----"_s);
        same("what counts down", u"i-- and then"_s);
        row("ellipsis", u"Well... no."_s, u"Well… no."_s);
        same("paths", u"go test ./... and .../x"_s);
        same("numbers with points", u"1.2.3 and 4..5"_s);
        same("math", u"$f'(x) -- \"y\"$ and $$g''...$$"_s);
        row("money is no math", u"\"$5\" or \"$6\""_s, u"“$5” or “$6”"_s);
        row("beyond the first plane", u"😀 \"😀\" 😀's"_s, u"😀 “😀” 😀’s"_s);
    }
    void setsText()
    {
        QFETCH(QString, text);
        QFETCH(QString, set);
        QCOMPARE(typeset(text, typographyOf(u"en")), set);
    }

    void eachLanguageHasItsOwn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("set"); ///< of "a 'b' c's"
        QTest::newRow("English") << u"en-GB"_s << u"“a ‘b’ c’s”"_s;
        QTest::newRow("German") << u"de"_s << u"„a ‚b‘ c’s“"_s;
        QTest::newRow("Austrian") << u"de-AT"_s << u"„a ‚b‘ c’s“"_s;
        QTest::newRow("Swiss") << u"de-CH"_s << u"«a ‹b› c’s»"_s;
        QTest::newRow("French") << u"fr"_s << u"«\u202fa “b” c’s\u202f»"_s;
        QTest::newRow("Spanish") << u"es"_s << u"«a “b” c’s»"_s;
        QTest::newRow("Danish") << u"da"_s << u"»a ›b‹ c’s«"_s;
        QTest::newRow("Swedish") << u"sv"_s << u"”a ’b’ c’s”"_s;
        QTest::newRow("Polish") << u"pl-PL"_s << u"„a «b» c’s”"_s;
        QTest::newRow("Russian") << u"ru"_s << u"«a „b“ c’s»"_s;
        QTest::newRow("Japanese") << u"ja"_s << u"「a 『b』 c’s」"_s;
        QTest::newRow("one that begins like another") << u"frr"_s << u"“a ‘b’ c’s”"_s;
        QTest::newRow("unknown") << u"tlh"_s << u"“a ‘b’ c’s”"_s;
        QTest::newRow("none") << u""_s << u"“a ‘b’ c’s”"_s;
    }
    void eachLanguageHasItsOwn()
    {
        QFETCH(QString, language);
        QFETCH(QString, set);
        QCOMPARE(typeset(u"\"a 'b' c's\""_s, typographyOf(language)), set);
    }

    void frenchBlanksDoNotBreak_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("set");
        QTest::newRow("before signs") << u"Oui ! Non ? Si : a ; b"_s << u"Oui\u202f! Non\u202f? Si\u00a0: a\u202f; b"_s;
        QTest::newRow("none is added") << u"Oui! http://a"_s << u"Oui! http://a"_s;
        QTest::newRow("not before a sign that begins a word") << u"a :smile: b"_s << u"a :smile: b"_s;
        QTest::newRow("in marks that were written") << u"« Oui »"_s << u"«\u202fOui\u202f»"_s;
        QTest::newRow("within quotes") << u"\" Oui \" et \"non\""_s << u"«\u202fOui\u202f» et «\u202fnon\u202f»"_s;
    }
    void frenchBlanksDoNotBreak()
    {
        QFETCH(QString, text);
        QFETCH(QString, set);
        QCOMPARE(typeset(text, typographyOf(u"fr")), set);
        QCOMPARE(typeset(text.remove(u'"'), typographyOf(u"en")), text);
    }

    void setsWhatIsTextAlone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("html");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &html) { QTest::newRow(name) << body << html; };
        row("over marks", "\"*one* two\" '**b**'", "<p>“<em>one</em> two” ‘<strong>b</strong>’</p>\n");
        row("in marks", "*\"one\"* **it's**", "<p><em>“one”</em> <strong>it’s</strong></p>\n");
        row("around code", "\"`a \"b\" -- c`\" `x`'s", "<p>“<code>a &quot;b&quot; -- c</code>” <code>x</code>’s</p>\n");
        row("over lines", "\"one\ntwo\"", "<p>“one\ntwo”</p>\n");
        row("links", "[\"a\"](b \"c's\")", "<p><a href=\"b\" title=\"c's\">“a”</a></p>\n");
        row("bare addresses", "<https://a.b/x--y'z'> https://a.b/c--d",
            "<p><a href=\"https://a.b/x--y&#x27;z&#x27;\">https://a.b/x--y'z'</a> <a href=\"https://a.b/c--d\">https://a.b/c--d</a></p>\n");
        row("pictures", "\"![it's](b)\"", "<p>“<img src=\"b\" alt=\"it's\" />”</p>\n");
        row("headings", "## It's \"it\"", "<h2>It’s “it”</h2>\n");
        row("tables", "| \"a\" | b's |\n|-|-|\n| -- | c |",
            "<table>\n<thead>\n<tr>\n<th>“a”</th>\n<th>b’s</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>–</td>\n<td>c</td>\n</tr>\n"
            "</tbody>\n</table>\n");
        row("each paragraph by itself", "\"a\n\n\"b\"", "<p>“a</p>\n<p>“b”</p>\n");
        row("code blocks", "```\n\"a\" -- b\n```", "<pre><code>&quot;a&quot; -- b\n</code></pre>\n");
        row("raw HTML", "<p title=\"it's\">it's</p>\n\n<b title=\"a -- b\">\"c\"</b>",
            "<p title=\"it's\">it's</p>\n<p><b title=\"a -- b\">“c”</b></p>\n");
        row("code in raw HTML", "<kbd>\"a\"</kbd> \"b\"", "<p><kbd>&quot;a&quot;</kbd> “b”</p>\n");
        row("math", "$f'$ isn't", "<p>$f'$ isn’t</p>\n");
        row("escaped", "\\\"a\\\" \\-- \\... it\\'s \"b\"", "<p>&quot;a&quot; -- ... it's “b”</p>\n");
        row("escaped, as entities", "&quot;a&quot; &#39;b&#x27; \"c\" &amp; d's", "<p>&quot;a&quot; 'b' “c” &amp; d’s</p>\n");
        row("escaped beside what is not", "`\\\"` \"a\" [x](y \"\\\"\") \\\"b",
            "<p><code>\\&quot;</code> “a” <a href=\"y\" title=\"&quot;\">x</a> &quot;b</p>\n");
        row("a backslash itself", "\\\\\"a\" it's", "<p>\\“a” it’s</p>\n");
        row("footnotes", "\"a\"[^1]\n\n[^1]: It's",
            "<p>“a”<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" data-footnote-ref>1</a></sup></p>\n<section "
            "class=\"footnotes\" "
            "data-footnotes>\n<ol>\n<li id=\"fn-1\">\n<p>It’s <a href=\"#fnref-1\" class=\"footnote-backref\" data-footnote-backref "
            "data-footnote-backref-idx=\"1\" aria-label=\"Back to reference 1\">↩</a></p>\n</li>\n</ol>\n</section>\n");
    }
    void setsWhatIsTextAlone()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, html);
        QCOMPARE(render(body, typographyOf(u"en")).html, html);
        QCOMPARE(render(body, typographyOf(u"en")).facts, render(body, {}).facts); // the text is what was written
    }

    void anAnchorStaysWhatItIs()
    {
        const QByteArray body = "## It's -- \"so\" {#so}\n"_ba;
        const Rendered set = render(body, typographyOf(u"de"), Flavour::Site);
        QVERIFY(set.html.contains("It’s – „so“</h2>"));
        QCOMPARE(set.facts, render(body, {}, Flavour::Site).facts);
    }

    void hostileTextsTakeNoTime_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("quotes") << "\"'"_ba.repeated(100'000);
        QTest::newRow("quoted quotes") << " \"a '"_ba.repeated(50'000);
        QTest::newRow("escapes") << "\\\"a "_ba.repeated(50'000);
        QTest::newRow("escapes between marks") << "\\\"a *b* "_ba.repeated(20'000);
        QTest::newRow("entities that are none") << "&&&&\" "_ba.repeated(50'000);
        QTest::newRow("backticks that are not closed") << ("\\\" `" + "` ``"_ba.repeated(50'000));
        QTest::newRow("dollars") << "$ \"$ "_ba.repeated(50'000);
        QTest::newRow("dashes") << "--\n"_ba.repeated(1) + "- -- -"_ba.repeated(50'000);
    }
    void hostileTextsTakeNoTime()
    {
        QFETCH(QByteArray, body);
        quillway::test::WorkTimer timer;
        timer.start();
        QVERIFY(!render(body, typographyOf(u"fr")).html.isEmpty());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestTypography)
#include "tst_typography.moc"

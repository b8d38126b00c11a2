// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/formula_renderer.h"
#include "core/text/markdown.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// The HTML with each formula as its TeX: `[x]` in the line, `[[x]]` by itself.
QByteArray shown(const Rendered &rendered)
{
    QString html = QString::fromUtf8(rendered.html);
    static const QRegularExpression display(
        uR"(<span class="formula" tabindex="0" role="group" aria-label="Formula"><math[^>]* display="block">.*?<annotation[^>]*>(.*?)</annotation></semantics></math></span>)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression inLine(uR"(<math[^>]*>.*?<annotation[^>]*>(.*?)</annotation></semantics></math>)"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    return html.replace(display, u"[[\\1]]"_s).replace(inLine, u"[\\1]"_s).trimmed().toUtf8();
}

} // namespace

class TestFormulas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFound_data();
    void areFound();
    void areTextWhereNobodyAsks();
    void stayAsWrittenInFeeds();
    void countAsTheTextThatTheyAre();
    void sayWhatIsWrong_data();
    void sayWhatIsWrong();
    void sayThatKatexIsNotThere();
    void takeTimeInProportion_data();
    void takeTimeInProportion();
    void areTheSameEachTime();

private:
    [[nodiscard]] Rendered render(const QByteArray &body, Flavour flavour = Flavour::Site)
    {
        RenderOptions options;
        options.flavour = flavour;
        options.formulas = Formulas::AreRead;
        options.formulaRenderer = &m_formulas;
        return renderMarkdown(body, options, m_highlighter).value();
    }

    CodeHighlighter m_highlighter;
    FormulaRenderer m_formulas;
};

void TestFormulas::areFound_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("html");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &html) { QTest::newRow(name) << body << html; };
    row("in the line", "So $a+b$ it is.", "<p>So [a+b] it is.</p>");
    row("what is emphasis elsewhere", "$a_1 b_2 * c * d$", "<p>[a_1 b_2 * c * d]</p>");
    row("what is an escape elsewhere", "$\\{x\\}$", "<p>[\\{x\\}]</p>");
    row("what is a link elsewhere", "$[a](b)$", "<p>[[a](b)]</p>");
    row("markup is escaped", "$a<b \\& c$", "<p>[a&lt;b \\&amp; c]</p>");
    row("by itself", "$$\na = b\n$$", "<p>[[a = b]]</p>");
    row("by itself within a line", "as $$a = b$$ says", "<p>as [[a = b]] says</p>");
    row("over two lines", "$a +\nb$", "<p>[a +\nb]</p>");
    row("in a heading", "# The $n^2$ case",
        "<div class=\"heading\"><h1 id=\"the-n2-case\">The [n^2] case</h1><a class=\"anchor\" "
        "href=\"#the-n2-case\" aria-labelledby=\"the-n2-case\"></a></div>");
    row("in emphasis", "*so $a*b$ is*", "<p><em>so [a*b] is</em></p>");
    row("a block of the language", "```math\na = b\n```", "<p>[[a = b]]</p>");
    row("money", "from $5 to $6", "<p>from $5 to $6</p>");
    row("money before a formula", "$5 buys $x$", "<p>$5 buys [x]</p>");
    row("a digit behind", "$a$1", "<p>$a$1</p>");
    row("a blank within", "$ a$ and $a $", "<p>$ a$ and $a $</p>");
    row("escaped", "\\$a\\$", "<p>$a$</p>");
    row("an escaped sign within", "$a\\$b$", "<p>[a\\$b]</p>");
    row("nothing within", "$$$$ and $$", "<p>$$$$ and $$</p>");
    row("one sign alone", "a $ b $", "<p>a $ b $</p>");
    row("code in the line", "`$a$` and $`b`$", "<p><code>$a$</code> and $<code>b</code>$</p>");
    row("a code block", "    $a$\n",
        "<div class=\"code\"><pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>$a$\n</code></pre></div>");
    row("an address", "[a](/$b$)", "<p><a href=\"/$b$\">a</a></p>");
}

void TestFormulas::areFound()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, html);
    const Rendered rendered = render(body);
    QCOMPARE(shown(rendered), html);
    QVERIFY(rendered.insetProblems.isEmpty());
}

void TestFormulas::areTextWhereNobodyAsks()
{
    QCOMPARE(renderMarkdown("$a$ for $*b*$", {}, m_highlighter)->html, "<p>$a$ for $<em>b</em>$</p>\n"_ba);
    RenderOptions options;
    options.formulas = Formulas::AreRead;
    QCOMPARE(renderMarkdown("$a*b*c$", options, m_highlighter)->html, "<p>$a*b*c$</p>\n"_ba);
}

void TestFormulas::stayAsWrittenInFeeds()
{
    QCOMPARE(render("$a<b$ and\n\n$$\\pi$$", Flavour::Plain).html, "<p>$a&lt;b$ and</p>\n<p>$$\\pi$$</p>\n"_ba);
}

void TestFormulas::countAsTheTextThatTheyAre()
{
    const QByteArray body = "Let $x_1 = y$ be so.\n\n## Of $n$\n\nEnd $$\\pi$$.\n";
    const TextFacts facts = render(body).facts;
    QVERIFY(facts == readText(body, Formulas::AreRead));
    QVERIFY(facts.hasMath);
    QCOMPARE(facts.firstParagraph, u"Let $x_1 = y$ be so."_s);
    QCOMPARE(facts.outline.first().text, u"Of $n$"_s);
    QCOMPARE(facts.outline.first().line, 3);
}

void TestFormulas::sayWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("what");
    QTest::newRow("a brace that does not close") << "One.\n\nThen $\\frac{1$ here."_ba << 3 << u"expected '}' at end of input"_s;
    QTest::newRow("an unknown command") << "\n$$\n\\nonsense\n$$"_ba << 2 << u"Undefined control sequence: \\nonsense"_s;
    QTest::newRow("without end") << "$\\def\\a{\\a\\a}\\a$"_ba << 1 << u"Too many expansions"_s;
    QTest::newRow("braces a thousand deep") << "$" + QByteArray(9'000, '{') + "x" + QByteArray(9'000, '}') + "$" << 1 << u""_s;
    QTest::newRow("far too long") << "$" + QByteArray(30'000, 'x') + "$" << 1 << u"longer than 20000 bytes"_s;
}

void TestFormulas::sayWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(int, line);
    QFETCH(QString, what);
    const Rendered rendered = render(body);
    QCOMPARE(rendered.insetProblems.size(), 1);
    QCOMPARE(rendered.insetProblems.first().line, line);
    QVERIFY2(rendered.insetProblems.first().what.contains(what), qPrintable(rendered.insetProblems.first().what));
    QVERIFY(rendered.html.contains("<code class=\"formula-error\">$"));
    // The next one is not worse for it.
    QCOMPARE(shown(render("$a$")), "<p>[a]</p>"_ba);
}

void TestFormulas::sayThatKatexIsNotThere()
{
    FormulaRenderer formulas(u"/nowhere/katex.js"_s);
    QVERIFY(formulas.render({ "a", false }).problem.contains("not installed"_L1));
    QVERIFY(formulas.render({ "a", true }).mathMl.isEmpty());
}

void TestFormulas::takeTimeInProportion_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("signs") << QByteArray(300'000, '$');
    QTest::newRow("openings") << QByteArray("$a ").repeated(100'000);
    QTest::newRow("openings by themselves") << QByteArray("$$ $a ").repeated(50'000);
    QTest::newRow("openings and backticks") << QByteArray("$a` ``").repeated(50'000);
    QTest::newRow("backslashes") << "$" + QByteArray(300'000, '\\');
}

/// What is quadratic takes minutes here.
void TestFormulas::takeTimeInProportion()
{
    QFETCH(QByteArray, body);
    RenderOptions options;
    options.formulas = Formulas::AreRead;
    QVERIFY(renderMarkdown(body, options, m_highlighter)->facts == readText(body, Formulas::AreRead));
}

void TestFormulas::areTheSameEachTime()
{
    FormulaRenderer other;
    const Formula formula { "\\sum_{i=0}^n \\frac{x_i}{2}", true };
    const QByteArray mathMl = m_formulas.render(formula).mathMl;
    QVERIFY(mathMl.startsWith("<math ") && mathMl.endsWith("</math>") && mathMl.contains("<mfrac>"));
    QCOMPARE(other.render(formula).mathMl, mathMl);
    QCOMPARE(m_formulas.render(formula).mathMl, mathMl);
}

QTEST_GUILESS_MAIN(TestFormulas)
#include "tst_formulas.moc"

// SPDX-License-Identifier: GPL-3.0-or-later

// The examples of the specifications, rendered through the program's own path as bare elements.

#include "core/text/markdown.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

const auto specifications = u"/work/shared/fixtures/markdown/"_s;

struct Example {
    int number = 0;
    bool isDisabled = false; ///< the specification's own test run leaves it out
    QByteArray markdown;
    QByteArray html;
};

/// The examples of a specification's text: fences of 32 backticks around Markdown, a line with a dot, and HTML; `→` stands for a tab.
QList<Example> readExamples(const QString &name)
{
    QFile file(specifications + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray fence(32, '`');
    enum class Part { Prose, Markdown, Html } part = Part::Prose;
    QList<Example> examples;
    for (const QByteArray &line : file.readAll().replace("\xE2\x86\x92", "\t").split('\n')) {
        if (part == Part::Prose) {
            if (!line.startsWith(fence + " example"))
                continue;
            examples.emplace_back(int(examples.size()) + 1, line.contains("disabled"));
            part = Part::Markdown;
        } else if (line == fence) {
            part = Part::Prose;
        } else if (part == Part::Markdown && line == ".") {
            part = Part::Html;
        } else {
            (part == Part::Markdown ? examples.last().markdown : examples.last().html).append(line).append('\n');
        }
    }
    return examples;
}

/// What the specifications' own test program makes equal before it compares: how an empty element is closed, how an attribute without value is
/// written, blanks between elements.
QByteArray normalized(QByteArray html)
{
    html.replace(" />", ">").replace("/>", ">").replace("=\"\"", "");
    html.replace("\n", "").replace("> <", "><");
    return html;
}

QByteArray renderPlain(const QByteArray &markdown)
{
    CodeHighlighter highlighter;
    RenderOptions options;
    options.flavour = Flavour::Plain;
    return renderMarkdown(markdown, options, highlighter)->html;
}

/// What is given instead of an example's HTML, and why.
struct Departure {
    int number;
    const char *html;
};

// GFM 0.29. The specification's test run gives each example only the extensions that it is labelled with; here all of them are on, so bare addresses
// become links (610 to 620). 645 and 646: cmark-gfm reads comments as CommonMark 0.31.2 does (examples 625 and 626 there). 653: tags are not
// filtered, an author's own HTML stays.
const QList<Departure> gfmDepartures = {
    { 610, "<p>&lt;<a href=\"http://foo.bar/baz\">http://foo.bar/baz</a> bim&gt;</p>" },
    { 614, "<p>&lt;<a href=\"mailto:foo+@bar.example.com\">foo+@bar.example.com</a>&gt;</p>" },
    { 616, "<p>&lt; <a href=\"http://foo.bar\">http://foo.bar</a> &gt;</p>" },
    { 619, "<p><a href=\"http://example.com\">http://example.com</a></p>" },
    { 620, "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>" },
    { 645, "<p>foo <!-- not a comment -- two hyphens --></p>" },
    { 646, "<p>foo <!--> foo --&gt;</p><p>foo &lt;!-- foo---&gt;</p>" },
    { 653, "<p><strong><title><style><em></p><blockquote>  <xmp> is disallowed.  <XMP> is also disallowed.</blockquote>" },
};

// CommonMark 0.31.2. 28: cmark-gfm reads eight digits in a character reference, not seven. 354: it knows currency signs as no punctuation. 602 to 612:
// bare addresses become links.
const QList<Departure> commonMarkDepartures = {
    { 28, "<p>&amp;nbsp &amp;x; &amp;#; &amp;#x;\xEF\xBF\xBD&amp;#abcdef0;&amp;ThisIsNotDefined; &amp;hi?;</p>" },
    { 354, "<p>*$*alpha.</p><p><em>\xC2\xA3</em>bravo.</p><p><em>\xE2\x82\xAC</em>charlie.</p>" },
    { 602, "<p>&lt;<a href=\"https://foo.bar/baz\">https://foo.bar/baz</a> bim&gt;</p>" },
    { 606, "<p>&lt;<a href=\"mailto:foo+@bar.example.com\">foo+@bar.example.com</a>&gt;</p>" },
    { 608, "<p>&lt; <a href=\"https://foo.bar\">https://foo.bar</a> &gt;</p>" },
    { 611, "<p><a href=\"https://example.com\">https://example.com</a></p>" },
    { 612, "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>" },
};

void addRows(const QString &name, const QList<Departure> &departures)
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QByteArray>("html");
    for (const Example &example : readExamples(name)) {
        const auto departure = std::ranges::find(departures, example.number, &Departure::number);
        if (!example.isDisabled)
            QTest::addRow("%d", example.number)
                << example.markdown << (departure == departures.end() ? example.html : QByteArray(departure->html));
    }
}

} // namespace

class TestMarkdownSpecification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void gfm_data() { addRows(u"gfm-spec.txt"_s, gfmDepartures); }
    void gfm() { compare(); }
    void commonMark_data() { addRows(u"commonmark-spec.txt"_s, commonMarkDepartures); }
    void commonMark() { compare(); }

private:
    void compare();
};

void TestMarkdownSpecification::initTestCase()
{
    if (!QFile::exists(specifications))
        QSKIP("The specifications' texts are not here.");
    QCOMPARE(readExamples(u"gfm-spec.txt"_s).size(), 673);
    QCOMPARE(readExamples(u"commonmark-spec.txt"_s).size(), 652);
}

void TestMarkdownSpecification::compare()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QByteArray, html);
    QCOMPARE(normalized(renderPlain(markdown)), normalized(html));
}

QTEST_APPLESS_MAIN(TestMarkdownSpecification)
#include "tst_markdown_specification.moc"

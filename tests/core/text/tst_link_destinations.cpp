// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/link_destinations.h"
#include "support/work_timer.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <tuple>

using namespace quillway::text;
using namespace Qt::StringLiterals;

namespace {

RewrittenText rewritten(const QByteArray &body, const NewDestination &newDestination)
{
    return rewriteDestinations(body, readText(body), newDestination);
}

/// `body` with `«` and `»` around each place found.
QString marked(const QString &body)
{
    QByteArray text = body.toUtf8();
    QList<WrittenDestination> places = findDestinations(text, readText(text));
    std::ranges::sort(places, std::greater(), &WrittenDestination::begin);
    qsizetype last = -1;
    for (const WrittenDestination &place : std::as_const(places)) {
        if (place.begin == last)
            continue;
        last = place.begin;
        text.insert(place.end, "»").insert(place.begin, "«");
    }
    return QString::fromUtf8(text);
}

QStringList destinationsIn(const QByteArray &body)
{
    QStringList destinations;
    const TextFacts facts = readText(body);
    for (const Reference &reference : facts.references)
        destinations += reference.destination;
    return destinations;
}

} // namespace

class TestLinkDestinations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPlaces_data();
    void findsPlaces();
    void writesAsThePlaceDemands_data();
    void writesAsThePlaceDemands();
    void leavesWhatCannotBe_data();
    void leavesWhatCannotBe();
    void changesNothingElse();
    void givesRandomTextsTheirNewDestinations();
    void staysQuick_data();
    void staysQuick();
};

void TestLinkDestinations::findsPlaces_data()
{
    QTest::addColumn<QString>("expected");

    QTest::newRow("inline") << u"a [b](«c.md») d"_s;
    QTest::newRow("picture") << u"![b](«c.png»)"_s;
    QTest::newRow("title") << u"[b](«c.md» \"c.md\") [b](«d.md» 'x') [b](«e.md» (y))"_s;
    QTest::newRow("blanks") << u"[b](  «c.md»  )"_s;
    QTest::newRow("angle brackets") << u"[b](<«c d.md»>) [e](<«f)»>)"_s;
    QTest::newRow("parentheses") << u"[b](«c_(d).md») [e](«f\\).md»)"_s;
    QTest::newRow("escapes") << u"[b](«c\\*d.md») [e](«f&amp;g.md»)"_s;
    QTest::newRow("empty") << u"[b]() [c](<«»>) [d](«e»)"_s;
    QTest::newRow("picture in a link") << u"[![b](«c.png»)](«d.md»)"_s;
    QTest::newRow("link in a link's text") << u"[a [b](«c.md») d](e.md)"_s;
    QTest::newRow("brackets in the text") << u"[a [b] \\] c](«d.md»)"_s;
    QTest::newRow("picture's picture") << u"![a ![b](c.png)](«d.png»)"_s;
    QTest::newRow("escaped") << u"\\[a](b.md) [a\\](b.md) [c](«b.md»)"_s;
    QTest::newRow("code in the line") << u"`[a](b.md)` [a](«b.md») ``[c](b.md)``"_s;
    QTest::newRow("code across it") << u"`[a](b.md`) [c](«b.md»)"_s;
    QTest::newRow("code block") << u"    [a](b.md)\n\n```\n[a](b.md)\n```\n\n[a](«b.md»)\n"_s;
    QTest::newRow("comment") << u"x <!-- [a](b.md) --> [a](«b.md»)\n\n<!--\n<a href=\"b.md\">\n-->\n"_s;
    QTest::newRow("lines") << u"[a\nb](«c.md»\n\"title\") [d](\n«e.md»\n)"_s;
    QTest::newRow("quote") << u"> [a\n> b](\n> «c.md») d\n> > [e]:\n> > «f.md»\n> > \n> > [e]\n"_s;
    QTest::newRow("list") << u"- [a](«b.md»)\n  1. [c][d]\n\n     [d]: «e.md»\n"_s;
    QTest::newRow("definition") << u"[a][b] [b][] [b] ![c][b]\n\n[b]: «d.md» \"d.md\"\n"_s;
    QTest::newRow("definition in angle brackets") << u"[b]\n\n[b]: <«c d.md»>\n"_s;
    QTest::newRow("definition that another one hides") << u"[b]\n\n[B]: «c.md»\n[b]: c.md\n"_s;
    QTest::newRow("definition without a use") << u"[b](«c.md»)\n\n[d]: c.md\n"_s;
    QTest::newRow("definition over text") << u"[b]: «c.md»\n[d]: «e.md»\ntext [b] and [d]\n"_s;
    QTest::newRow("text like a definition") << u"text\n[b]: c.md\n[d](«c.md»)\n"_s;
    QTest::newRow("autolink") << u"<«https://a.example/b»> and <c@d.example>"_s;
    QTest::newRow("address") << u"see «https://a.example/b», («http://c.example/d_(e)») and «www.f.example»."_s;
    QTest::newRow("address in a cell") << u"| a |\n|---|\n|«https://a.example/b»|\n| [c](«d\\|e.md») |\n"_s;
    QTest::newRow("address with more behind it") << u"https://a.example/b/c «https://a.example/b» [x](«https://a.example/b»)"_s.replace(
        u"https://a.example/b/c"_s, u"«https://a.example/b/c»"_s);
    QTest::newRow("HTML") << u"<p><a href=\"«b.md»\">x</a> <img src='«c.png»' alt=\"b.md\"> <a href=«d.md»>y</a></p>"_s;
    QTest::newRow("HTML in the line") << u"a <a HREF = \"«b&amp;c.md»\">x</a> `<a href=\"b&c.md\">`"_s;
    QTest::newRow("srcset") << u"<img src=\"«a.png»\" srcset=\"«a.png» 1x, «b.png» 2x\">\n<video poster=«c.png»>"_s;
    QTest::newRow("other attributes") << u"<a href=\"«b.md»\" data-x=\"b.md\" title=b.md>b.md</a>"_s;
    QTest::newRow("Markdown within HTML") << u"<div>\n\n[a](«b.md»)\n\n</div>\n\n<div>\n[a](b.md)\n</div>\n"_s;
    QTest::newRow("footnote") << u"a[^1] [b](«c.md»)\n\n[^1]: [d](«e.md»)\n"_s;
    QTest::newRow("CRLF") << u"[a][b]\r\n\r\n[b]:\r\n  «c.md»\r\n"_s;
    QTest::newRow("other scripts") << u"[größe](«größe.md») [写](«写作/作.md»)"_s;
    QTest::newRow("heading") << u"# [a](«b.md») {#c}\n\n[d](«e.md»)\n---\n"_s;
    QTest::newRow("a name like the finder's own") << u"[a](«quillway-probe0x») [b](«quillway-probe-1»)"_s;
}

void TestLinkDestinations::findsPlaces()
{
    QFETCH(QString, expected);
    QString body = expected;
    body.remove(u'«').remove(u'»');
    QCOMPARE(marked(body), expected);
}

void TestLinkDestinations::writesAsThePlaceDemands_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("expected");

    QTest::newRow("as it is") << u"[a](b.md)"_s << u"../c/d.md?e=1&f#g"_s << u"[a](../c/d.md?e=1&f#g)"_s;
    QTest::newRow("keeps the title") << u"[a]( b.md  \"t\" )"_s << u"c.md"_s << u"[a]( c.md  \"t\" )"_s;
    QTest::newRow("keeps angle brackets") << u"[a](<b.md>)"_s << u"c.md"_s << u"[a](<c.md>)"_s;
    QTest::newRow("a blank") << u"[a](b.md)"_s << u"c d.md"_s << u"[a](<c d.md>)"_s;
    QTest::newRow("a blank and angle brackets") << u"[a](b.md)"_s << u"c <d>.md"_s << u"[a](<c \\<d\\>.md>)"_s;
    QTest::newRow("parentheses that match") << u"[a](b.md)"_s << u"c(d).md"_s << u"[a](c(d).md)"_s;
    QTest::newRow("parentheses that do not") << u"[a](b.md)"_s << u"c).md"_s << u"[a](c\\).md)"_s;
    QTest::newRow("a backslash") << u"[a](b.md)"_s << u"c\\*d\\e"_s << u"[a](c\\\\*d\\e)"_s;
    QTest::newRow("a backslash at the end") << u"[a](b.md)"_s << u"c\\"_s << u"[a](c\\\\)"_s;
    QTest::newRow("what would be a character") << u"[a](b.md)"_s << u"c&amp;d"_s << u"[a](c&amp;amp;d)"_s;
    QTest::newRow("nothing") << u"[a](b.md)"_s << u""_s << u"[a](<>)"_s;
    QTest::newRow("in a definition") << u"[a]\n\n[a]: b.md 'x'\n"_s << u"c d.md"_s << u"[a]\n\n[a]: <c d.md> 'x'\n"_s;
    QTest::newRow("in HTML") << u"<a href=\"b.md\">x</a>"_s << u"c?\"d\"&e"_s << u"<a href=\"c?&quot;d&quot;&amp;e\">x</a>"_s;
    QTest::newRow("in single quotes") << u"<a href='b.md'>x</a>"_s << u"it's \"c\""_s << u"<a href='it&#39;s \"c\"'>x</a>"_s;
    QTest::newRow("without quotes") << u"<a href=b.md>x</a>"_s << u"c.md"_s << u"<a href=c.md>x</a>"_s;
    QTest::newRow("without quotes, but in need") << u"<a href=b.md>x</a>"_s << u"c d.md"_s << u"<a href=\"c d.md\">x</a>"_s;
    QTest::newRow("in angle brackets of its own") << u"<https://a.example/>"_s << u"https://b.example/c"_s << u"<https://b.example/c>"_s;
    QTest::newRow("bare") << u"(https://a.example/)."_s << u"https://b.example/c"_s << u"(https://b.example/c)."_s;
    QTest::newRow("bare in a heading with an anchor")
        << u"# https://a.example/ {#x}"_s << u"https://b.example/c"_s << u"# https://b.example/c {#x}"_s;
}

void TestLinkDestinations::writesAsThePlaceDemands()
{
    QFETCH(QString, body);
    QFETCH(QString, destination);
    QFETCH(QString, expected);
    const RewrittenText result = rewritten(body.toUtf8(), [&](const Reference &) { return destination; });
    QCOMPARE(QString::fromUtf8(result.text), expected);
    QVERIFY(result.left.isEmpty());
    QCOMPARE(destinationsIn(result.text), QStringList(destinationsIn(body.toUtf8()).size(), destination));
}

void TestLinkDestinations::leavesWhatCannotBe_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("destination");

    QTest::newRow("a line end") << u"[a](b.md)"_s << u"c\nd"_s;
    QTest::newRow("no address between angle brackets") << u"<https://a.example/>"_s << u"c.md"_s;
    QTest::newRow("no bare address") << u"https://a.example/"_s << u"c.md"_s;
    QTest::newRow("an anchor would change") << u"# See https://a.example/"_s << u"https://b.example/c"_s;
    QTest::newRow("mail") << u"<a@b.example>"_s << u"mailto:c@d.example"_s;
}

void TestLinkDestinations::leavesWhatCannotBe()
{
    QFETCH(QString, body);
    QFETCH(QString, destination);
    const RewrittenText result = rewritten(body.toUtf8(), [&](const Reference &) { return destination; });
    QCOMPARE(QString::fromUtf8(result.text), body);
    QCOMPARE(result.left, QList<qsizetype> { 0 });
}

void TestLinkDestinations::changesNothingElse()
{
    const QByteArray body =
        "# [a](b.md)\r\n\r\n`b.md` *[x](other.md \"b.md\")* b.md\n\n    [a](b.md)\n\n<a href='b.md' title='b.md'>b.md</a>\n\n[r]: b.md\n";
    const RewrittenText result = rewritten(body, [](const Reference &reference) -> std::optional<QString> {
        return reference.destination == u"b.md" ? std::optional(u"new.md"_s) : std::nullopt;
    });
    QCOMPARE(
        result.text, "# [a](new.md)\r\n\r\n`b.md` *[x](other.md \"b.md\")* b.md\n\n    [a](b.md)\n\n<a href='new.md' title='b.md'>b.md</a>\n\n[r]: b.md\n");
    QVERIFY(result.left.isEmpty());
    QCOMPARE(rewritten(body, [](const Reference &reference) { return reference.destination; }).text, body);
}

/// Texts from pieces that have to do with links, in any order.
void TestLinkDestinations::givesRandomTextsTheirNewDestinations()
{
    static const QList<QByteArray> pieces { "[",
                                            "]",
                                            "(",
                                            ")",
                                            "![",
                                            "](",
                                            "](a.md)",
                                            "[x](b.md)",
                                            "[x][r]",
                                            "[r]",
                                            "<",
                                            ">",
                                            "`",
                                            "``",
                                            "\n",
                                            "\n\n",
                                            "\n> ",
                                            "\n- ",
                                            "\\",
                                            "\"t\"",
                                            " ",
                                            "a.md",
                                            "text ",
                                            "\n[r]: c.md",
                                            "\n\n[s]: <d e.md> 't'\n",
                                            "[s]",
                                            "<a href=\"a.md\">",
                                            "</a>",
                                            "<img src=b.md>",
                                            "<https://x.example/a>",
                                            "https://x.example/b ",
                                            "\n    ",
                                            "\n```\n",
                                            "|",
                                            "\n|-|\n",
                                            "*",
                                            "&amp;",
                                            "<!--",
                                            "-->",
                                            "[^1]",
                                            "\n[^1]: " };
    QRandomGenerator random(4711);
    qsizetype changed = 0;
    qsizetype left = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray body;
        for (int i = random.bounded(1, 30); i > 0; --i)
            body += pieces[random.bounded(pieces.size())];
        QCOMPARE(rewritten(body, [](const Reference &reference) { return reference.destination; }).text, body);
        const auto next = [](const Reference &reference) {
            const QString &old = reference.destination;
            return old.startsWith(u"mailto:") ? old : old.startsWith(u"http") ? old + u"/more"_s : u"../new/"_s + old;
        };
        const TextFacts facts = readText(body);
        const RewrittenText result = rewriteDestinations(body, facts, next);
        QStringList expected;
        for (qsizetype i = 0; i < facts.references.size(); ++i) {
            const bool isLeft = result.left.contains(i);
            expected += isLeft ? facts.references[i].destination : next(facts.references[i]);
            changed += isLeft ? 0 : 1;
            left += isLeft ? 1 : 0;
        }
        QVERIFY2(destinationsIn(result.text) == expected, body.constData());
    }
    qInfo() << changed << "rewritten," << left << "left";
    QVERIFY(changed > 2000);
    QVERIFY(left * 50 < changed); // what cannot be had stays the exception, even here
}

void TestLinkDestinations::staysQuick_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("many links") << QByteArray("[a](b.md) ").repeated(20'000);
    QTest::newRow("open brackets") << QByteArray("](b.md <").repeated(20'000) + " [a](b.md)";
    QTest::newRow("addresses") << QByteArray("https://a.example/b").repeated(10'000) + " https://a.example/b";
    QTest::newRow("attributes") << "<a href=\"b.md\">" + QByteArray("href=\"").repeated(30'000);
    QTest::newRow("blanks") << "[a](b.md) " + QByteArray("](" + QByteArray(190, ' ')).repeated(1000);
    QTest::newRow("uses of a definition") << QByteArray("[a] ").repeated(30'000) + "\n\n[a]: b.md\n";
}

void TestLinkDestinations::staysQuick()
{
    QFETCH(QByteArray, body);
    quillway::test::WorkTimer timer;
    timer.start();
    std::ignore = rewritten(body, [](const Reference &reference) { return reference.destination + u"x"_s; });
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestLinkDestinations)
#include "tst_link_destinations.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"
#include "support/work_timer.h"
#include "tests/core/text/value_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <functional>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::text;

namespace {

QByteArray yaml(const QByteArray &content)
{
    return "---\n" + content + "---\n";
}

QByteArray toml(const QByteArray &content)
{
    return "+++\n" + content + "+++\n";
}

QString codeOf(const QByteArray &file)
{
    const auto read = parseFrontMatter(file);
    return read ? u"read"_s : u"%1 at %2:%3"_s.arg(int(read.error().code)).arg(read.error().position.line).arg(read.error().position.column);
}

} // namespace

/// What heads say, and where.
class TestFrontMatterRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("root");
        const auto row = [](const char *name, const QByteArray &file, const QString &root) { QTest::newRow(name) << file << root; };

        // YAML scalars: the core schema of YAML 1.2, and dates
        row("plain", yaml("a: some words, [brackets] and \"quotes\"\n"), u"{a: \"some words, [brackets] and \"quotes\"\"}"_s);
        row("colon without a blank", yaml("a: http://x.example/y:z\n"), u"{a: \"http://x.example/y:z\"}"_s);
        row("comments", yaml("# one\na: b # two\n# three\n"), u"{a: \"b\"}"_s);
        row("a sign without a blank is no comment", yaml("a: c#d\n"), u"{a: \"c#d\"}"_s);
        row("nulls", yaml("a:\nb: ~\nc: null\nd: Null\ne: ''\n"), u"{a: null, b: null, c: null, d: null, e: \"\"}"_s);
        row("booleans", yaml("a: true\nb: False\nc: TRUE\n"), u"{a: true, b: false, c: true}"_s);
        row("words of YAML 1.1 are strings", yaml("a: yes\nb: no\nc: on\nd: Off\ne: y\n"),
            u"{a: \"yes\", b: \"no\", c: \"on\", d: \"Off\", e: \"y\"}"_s);
        row("integers keep their text", yaml("a: 12\nb: -1\nc: 007\nd: 0x1F\ne: 0o17\nf: +3\n"),
            u"{a: 12i, b: -1i, c: 007i, d: 0x1Fi, e: 0o17i, f: +3i}"_s);
        row("floats keep their text", yaml("a: 1.0\nb: .5\nc: 1e3\nd: -.inf\ne: .NaN\nf: 1.\n"),
            u"{a: 1.0f, b: .5f, c: 1e3f, d: -.inff, e: .NaNf, f: 1.f}"_s);
        row("no numbers", yaml("a: 1.2.3\nb: 1_000\nc: 0x\nd: '1'\ne: 12a\nf: '-'\ng: .\n"),
            u"{a: \"1.2.3\", b: \"1_000\", c: \"0x\", d: \"1\", e: \"12a\", f: \"-\", g: \".\"}"_s);
        row("dates",
            yaml("a: 2022-08-09\nb: 2022-8-9\nc: 2022-08-09T10:11:12Z\nd: 2022-08-09 10:11:12 +0200\ne: 2022-08-09 10:11\nf: "
                 "2022-08-09t1:02:03.456-05:30\n"),
            u"{a: @2022-08-09, b: @2022-8-9, c: @2022-08-09T10:11:12Z, d: @2022-08-09 10:11:12 +0200, e: @2022-08-09 10:11, f: @2022-08-09t1:02:03.456-05:30}"_s);
        row("no dates", yaml("a: '2022-08-09'\nb: 2022-08\nc: 2022-08-09 at noon\nd: 10:11\ne: 2022-08-09x\n"),
            u"{a: \"2022-08-09\", b: \"2022-08\", c: \"2022-08-09 at noon\", d: \"10:11\", e: \"2022-08-09x\"}"_s);
        row("tags say the kind", yaml("a: !!str 5\nb: !!int '5'\nc: !!float 1\nd: !!str\ne: ! 5\nf: !mine 5\n"),
            u"{a: \"5\", b: 5i, c: 1f, d: \"\", e: \"5\", f: \"5\"}"_s);
        row("quotes", yaml("a: 'it''s'\nb: \"a \\\"b\\\" \\u00e9 \\x41 \\U0001F600 \\t.\"\nc: \"\\/\"\n"),
            u"{a: \"it's\", b: \"a \"b\" é A 😀 \t.\", c: \"/\"}"_s);
        row("many quotes", yaml("a: '" + QByteArray("''").repeated(40) + "'\n"), u"{a: \""_s + QString(40, u'\'') + u"\"}"_s);
        row("escapes and lines in quotes", yaml("a: \"]\\e\\_: b\\ \n  \"\nb: \"\\\n\n  \\\n  \\x41\"\nc: \"\\  \n  x\\\\\"\n"),
            u"{a: \"]\x1B\u00A0: b  \", b: \"\\nA\", c: \"  x\\\"}"_s);
        row("texts with blanks and comments on their sign",
            yaml("a:\n  b: |+ \n  c: d\ne:\n  - | # why\n  - > # why\n    x\n\n    \ty\nf: | \n"),
            u"{a: {b: \"\", c: \"d\"}, e: [\"\", \"x\\n\\n\ty\\n\"], f: \"\"}"_s);
        row("NUL by escape", yaml("a: \"x\\0y\"\n"), u"{a: \"x%1y\"}"_s.arg(QChar(0)));
        row("every script", yaml("título: 日本語 한국어 עברית ไทย 👩‍💻\n"),
            u"{título: \"日本語 한국어 עברית ไทย 👩‍💻\"}"_s);
        row("no-break space is text", yaml("a: x\xC2\xA0y\n"), u"{a: \"x\u00A0y\"}"_s);

        // YAML over several lines
        row("plain over lines", yaml("a: one\n  two\n\n  three\nb: c\n"), u"{a: \"one two\\nthree\", b: \"c\"}"_s);
        row("quoted over lines", yaml("a: \"one\n  two\\\n  three\"\nb: 'x\n\n  y'\n"), u"{a: \"one twothree\", b: \"x\\ny\"}"_s);
        row("value on the next line", yaml("a:\n  b\nc:\n  # why\n  'd'\n"), u"{a: \"b\", c: \"d\"}"_s);
        row("literal", yaml("a: |\n  one\n   two\n\n  three\nb: c\n"), u"{a: \"one\\n two\\n\\nthree\\n\", b: \"c\"}"_s);
        row("literal without and with all its line ends", yaml("a: |-\n  x\n\nb: |+\n  x\n\nc: d\n"),
            u"{a: \"x\", b: \"x\\n\\n\", c: \"d\"}"_s);
        row("literal with an indent of its own", yaml("a: |2\n    x\n  y\n"), u"{a: \"  x\\ny\\n\"}"_s);
        row("literal, empty", yaml("a: |\nb: >-\nc: d\n"), u"{a: \"\", b: \"\", c: \"d\"}"_s);
        row("folded", yaml("a: >\n  one\n  two\n\n  three\n"), u"{a: \"one two\\nthree\\n\"}"_s);
        row("literal with CRLF", "---\r\na: |\r\n  x\r\n  y\r\n---\r\n", u"{a: \"x\\ny\\n\"}"_s);

        // YAML collections
        row("lists", yaml("a: [x, 'y', 1, [z]]\nb:\n  - x\n  - y\nc:\n- x\n- - y\n  - z\nd: []\n"),
            u"{a: [\"x\", \"y\", 1i, [\"z\"]], b: [\"x\", \"y\"], c: [\"x\", [\"y\", \"z\"]], d: []}"_s);
        row("a list over lines", yaml("a: [\n  x, # why\n  y,\n]\n"), u"{a: [\"x\", \"y\"]}"_s);
        row("empty items", yaml("a:\n-\n- x\n-\nb:\n  -\n  - y\n"), u"{a: [null, \"x\", null], b: [null, \"y\"]}"_s);
        row("empty items with comments", yaml("a:\n-   # one\n\n # two\n- \nb: c\n"), u"{a: [null, null], b: \"c\"}"_s);
        row("an empty item in a list of a list's map", yaml("a:\n- b:\n  -\n  - x\n- c: d\n"), u"{a: [{b: [null, \"x\"]}, {c: \"d\"}]}"_s);
        row("maps", yaml("a: {b: c, \"d\":1, e}\nf:\n  g: h\n  i:\n    j: k\n"),
            u"{a: {b: \"c\", d: 1i, e: null}, f: {g: \"h\", i: {j: \"k\"}}}"_s);
        row("list of maps", yaml("a:\n  - b: c\n    d: e\n  -\n    f: g\n  - {h: i}\n"),
            u"{a: [{b: \"c\", d: \"e\"}, {f: \"g\"}, {h: \"i\"}]}"_s);
        row("one pair in brackets", yaml("a: [b: c]\n"), u"{a: [{b: \"c\"}]}"_s);
        row("keys as they are", yaml("Title: a\n\"quoted key\": b\n'it''s': c\n1: d\ntrue: e\n~: f\n? long\n: g\n2022-01-01: h\n"),
            u"{Title: \"a\", quoted key: \"b\", it's: \"c\", 1: \"d\", true: \"e\", ~: \"f\", long: \"g\", 2022-01-01: \"h\"}"_s);
        row("braces around all", yaml("{a: 1, \"b\": [c]}\n"), u"{a: 1i, b: [\"c\"]}"_s);
        row("blanks before the colon", yaml("a : b\nc  :\td\n"), u"{a: \"b\", c: \"d\"}"_s);
        row("anchors and aliases", yaml("a: &x [b]\nc: *x\nd: &y e\nf: {g: *y}\n"), u"{a: [\"b\"], c: [\"b\"], d: \"e\", f: {g: \"e\"}}"_s);
        row("a later anchor of the same name", yaml("a: &x 1\nb: *x\nc: &x 2\nd: *x\n"), u"{a: 1i, b: 1i, c: 2i, d: 2i}"_s);
        row("merge keys", yaml("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n"), u"{a: {b: 1i, c: 2i}, d: {c: 3i, b: 1i}}"_s);
        row("merge keys of several maps", yaml("a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: [*x, *y]\n"),
            u"{a: {b: 1i}, c: {b: 2i, d: 3i}, e: {b: 1i, d: 3i}}"_s);
        row("merge keys of what is no map", yaml("a:\n  <<: x\nb:\n  <<:\nc: &x {d: e}\nf:\n  '<<': *x\n"),
            u"{a: {<<: \"x\"}, b: {<<: null}, c: {d: \"e\"}, f: {<<: {d: \"e\"}}}"_s);

        // TOML
        row("TOML scalars",
            toml("a = \"x\\ty\"\nb = 'C:\\x'\nc = 1_000\nd = 0x1F\ne = -7\nf = 1.50\ng = 1e3\nh = true\ni = inf\nj = nan\nk = 1.0\n"),
            u"{a: \"x\ty\", b: \"C:\\x\", c: 1000i, d: 31i, e: -7i, f: 1.5f, g: 1000.0f, h: true, i: inff, j: nanf, k: 1.0f}"_s);
        row("TOML dates",
            toml("a = 2022-08-09\nb = 2022-08-09T10:11:12Z\nc = 2022-08-09 10:11:12.500+02:00\nd = 2022-08-09T10:11:12\ne = "
                 "10:11:12.000001\nf = 2022-08-09t10:11:12-05:30\n"),
            u"{a: @2022-08-09, b: @2022-08-09T10:11:12Z, c: @2022-08-09T10:11:12.5+02:00, d: @2022-08-09T10:11:12, e: @10:11:12.000001, f: @2022-08-09T10:11:12-05:30}"_s);
        row("TOML strings over lines", toml("a = \"\"\"\none\n  two \\\n   three\"\"\"\nb = '''\nx'y\n'''\n"),
            u"{a: \"one\\n  two three\", b: \"x'y\\n\"}"_s);
        row("TOML keys in the file's order",
            toml("z = 1\n\"a b\" = 2\nm.y = 3\nm.x = 4\n[t]\nq = 5\n[t.s]\nb = 6\n[[l]]\nz = 7\n[[l]]\na = {y = 8, x = 9}\n"),
            u"{z: 1i, a b: 2i, m: {y: 3i, x: 4i}, t: {q: 5i, s: {b: 6i}}, l: [{z: 7i}, {a: {y: 8i, x: 9i}}]}"_s);
        row("TOML lists", toml("a = [1, \"x\", [2.5],]\nb = [\n  # why\n  1,\n]\nc = []\n"), u"{a: [1i, \"x\", [2.5f]], b: [1i], c: []}"_s);

        // JSON
        row("JSON scalars",
            "{\"a\": \"x\\n\\u00e9\\ud83d\\ude00\\/\", \"b\": -1.5e+3, \"c\": 0, \"d\": true, \"e\": null, \"f\": \"2022-01-01\", \"g\": "
            "12345678901234567890}",
            u"{a: \"x\\né😀/\", b: -1.5e+3f, c: 0i, d: true, e: null, f: \"2022-01-01\", g: 12345678901234567890i}"_s);
        row("JSON in the file's order", "{\"z\":1,\"a\":{\"y\":[],\"b\":{}}}", u"{z: 1i, a: {y: [], b: {}}}"_s);
        row("JSON with half a pair", "{\"a\": \"\\ud83dx\\ude00\"}", u"{a: \"\uFFFDx\uFFFD\"}"_s);
    }
    void readsValues()
    {
        QFETCH(QByteArray, file);
        const auto read = parseFrontMatter(file);
        QVERIFY2(read, read ? "" : qPrintable(codeOf(file) + u' ' + read.error().detail));
        QTEST(toText(read->root), "root");
        QVERIFY(read->diagnostics.isEmpty());
    }

    void knowsPlaces_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("root");
        const auto row = [](const char *name, const QByteArray &file, const QString &root) { QTest::newRow(name) << file << root; };
        row("YAML", "---\ntitle: x\ntags:\n  - a\n  - \"b\"\nm: {k: v}\n---\n",
            u"{title<2:1>: \"x\"<2:8>, tags<3:1>: [\"a\"<4:5>, \"b\"<5:5>]<4:3>, m<6:1>: {k<6:5>: \"v\"<6:8>}<6:4>}<2:1>"_s);
        row("columns are code points", "---\né: 日本\nü: [😀, x]\n---\n",
            u"{é<2:1>: \"日本\"<2:4>, ü<3:1>: [\"😀\"<3:5>, \"x\"<3:8>]<3:4>}<2:1>"_s);
        row("a byte order mark does not count", "\xEF\xBB\xBF{\"a\": 1}", u"{a<1:2>: 1i<1:7>}<1:1>"_s);
        row("CRLF is one end", "\r\n---\r\na: b\r\n\r\nc: d\r\n---\r\n", u"{a<3:1>: \"b\"<3:4>, c<5:1>: \"d\"<5:4>}<3:1>"_s);
        row("CR is an end", "---\ra: b\rc: d\r---\r", u"{a<2:1>: \"b\"<2:4>, c<3:1>: \"d\"<3:4>}<2:1>"_s);
        row("texts begin at their sign", "---\na: |\n  x\nb:   >- # why | not\n  y\nc: d\n---\n",
            u"{a<2:1>: \"x\\n\"<2:4>, b<4:1>: \"y\"<4:6>, c<6:1>: \"d\"<6:4>}<2:1>"_s);
        row("texts in a list", "---\na:\n  # |\n  - |\n    x\n  - &y >\n    z\n---\n",
            u"{a<2:1>: [\"x\\n\"<4:5>, \"z\\n\"<6:8>]<4:3>}<2:1>"_s);
        row("values that are not there", "---\na:\nb: &x\nc: !!str\nd:\n-\n- e\n---\n",
            u"{a<2:1>: null<2:3>, b<3:1>: null<3:6>, c<4:1>: \"\"<4:9>, d<5:1>: [null<6:2>, \"e\"<7:3>]<6:1>}<2:1>"_s);
        row("behind anchors and tags", "---\na: &x !!str b\nc: *x\n---\n", u"{a<2:1>: \"b\"<2:13>, c<3:1>: \"b\"<3:4>}<2:1>"_s);
        row("tabs count one", "---\na:\t\tb\n---\n", u"{a<2:1>: \"b\"<2:5>}<2:1>"_s);
        row("TOML", "+++\ntitle = \"x\"\n[m]\n\"é\" = [1, '😀', 2]\nk.l = 3\n+++\n",
            u"{title<2:1>: \"x\"<2:9>, m<3:2>: {é<4:1>: [1i<4:8>, \"😀\"<4:11>, 2i<4:16>]<4:7>, k<5:1>: {l<5:3>: 3i<5:7>}<5:1>}<3:1>}<2:1>"_s);
        row("JSON", "\n{\n  \"é\": \"x\",\n\t\"b\" : [1,\r\n {\"c\": null}]\n}",
            u"{é<3:3>: \"x\"<3:8>, b<4:2>: [1i<4:9>, {c<5:3>: null<5:8>}<5:2>]<4:8>}<2:1>"_s);
    }
    void knowsPlaces()
    {
        QFETCH(QByteArray, file);
        const auto read = parseFrontMatter(file);
        QVERIFY2(read, qPrintable(codeOf(file)));
        QTEST(toText(read->root, Places::Shown), "root");
    }

    void warnsOfDoubledKeys_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("root");
        QTest::addColumn<SourcePosition>("position");
        QTest::newRow("YAML") << yaml("a: 1\nb: 2\na: 3\n") << u"{b: 2i, a: 3i}"_s << SourcePosition { 4, 1 };
        QTest::newRow("YAML, nested") << yaml("x:\n  a: 1\n  a: 2\n") << u"{x: {a: 2i}}"_s << SourcePosition { 4, 3 };
        QTest::newRow("YAML, in braces") << yaml("x: {a: 1, a: 2}\n") << u"{x: {a: 2i}}"_s << SourcePosition { 2, 11 };
        QTest::newRow("JSON") << "{\"a\": 1,\n \"a\": 2}"_ba << u"{a: 2i}"_s << SourcePosition { 2, 2 };
    }
    void warnsOfDoubledKeys()
    {
        QFETCH(QByteArray, file);
        const auto read = parseFrontMatter(file);
        QVERIFY(read);
        QTEST(toText(read->root), "root");
        QCOMPARE(read->diagnostics.size(), 1);
        QCOMPARE(read->diagnostics[0].severity, Severity::Warning);
        QCOMPARE(read->diagnostics[0].error.code, ErrorCode::FrontMatterDuplicateKey);
        QCOMPARE(read->diagnostics[0].error.detail, u"a"_s);
        QTEST(read->diagnostics[0].error.position, "position");
    }

    void refusesFaultsWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<SourcePosition>("position");
        const auto row = [](const char *name, const QByteArray &file, SourcePosition position) { QTest::newRow(name) << file << position; };
        row("a block list behind a list in brackets", yaml("tags: [a]\n  - b\n"), { 3, 3 });
        row("quotes inside quotes", yaml("title: \"a \"b\" c\"\n"), { 2, 12 });
        row("a list right behind the colon", yaml("tags:[x]\ntitle: y\n"), { 2, 1 });
        row("a colon in a title", yaml("title: a: b\n"), { 2, 9 });
        row("a title that begins with a sign", yaml("a: b\ntitle: @me\n"), { 3, 8 });
        row("a title that begins with a backtick", yaml("title: `x` y\n"), { 2, 8 });
        row("a title that begins with a percent", yaml("title: %x\n"), { 2, 8 });
        row("a tab before a list", yaml("a:\n\t- b\n"), { 3, 1 });
        row("a quote never closed", yaml("a: 'x\n"), { 2, 4 });
        row("a bracket never closed", yaml("b: c\na: [x\n"), { 3, 4 });
        row("a wrong escape", yaml("a: \"\\q\"\n"), { 2, 5 });
        row("half a pair", yaml("a: \"\\ud83d\"\n"), { 2, 7 });
        row("a pair as JSON has it", yaml("a: \"\\ud83d\\ude00\"\n"), { 2, 7 });
        row("a line separator ends a line, as in YAML 1.1",
            yaml("a: b\xE2\x80\xA8"
                 "c\nd: e\n"),
            { 3, 1 });
        row("an alias to nothing", yaml("a: b\nc: *x\n"), { 3, 4 });
        row("an alias to what holds it", yaml("a: &x [*x]\n"), { 2, 8 });
        row("a second document", yaml("a: b\n--- c\n"), { 3, 1 });
        row("a directive", yaml("%YAML 1.1\na: b\n"), { 3, 1 });
        row("a directive after all", yaml("a: b\n%c: d\ne: f\n"), { 3, 3 });
        row("a key indented too far", yaml("a: b\n  c: d\n"), { 3, 4 });
        row("only a text", yaml("Not a head, but text between rules\n"), { 2, 1 });
        row("only a list", yaml("- a\n- b\n"), { 2, 1 });
        row("a list as a key", yaml("? [a, b]\n: c\n"), { 2, 3 });
        row("NUL", yaml(QByteArray("a: x\0y\n", 7)), { 2, 5 });
        row("another control character", yaml("a: b\nc: \x07\n"), { 3, 4 });
        row("TOML without quotes", toml("a = 1\nb = x\n"), { 3, 5 });
        row("TOML with a doubled key", toml("a = 1\na = 2\n"), { 3, 5 });
        row("TOML with a header never closed", toml("[\n}\n"), { 2, 2 });
        row("TOML with a letter in a number",
            toml("a = 0\xC9\x9A"
                 "5\n"),
            { 2, 6 });
        row("TOML with NUL", toml(QByteArray("a = \"\0\"\n", 8)), { 2, 6 });
        row("JSON with a comma too many", "{\"a\": 1,\n}", { 2, 1 });
        row("JSON with a comment", "{\"a\": 1, // x\n}", { 1, 10 });
        row("JSON with single quotes", "{\"a\": 'x'}", { 1, 7 });
        row("JSON with a wrong escape", "{\"a\": \"é\\x\"}", { 1, 10 });
        row("JSON with a line end in a string", "{\"a\": \"x\n\"}", { 1, 9 });
        row("JSON with a number that is none", "{\"a\": 01}", { 1, 8 });
        row("JSON with a point and nothing behind", "{\"a\": 1.}", { 1, 9 });
        row("JSON with a word that is none", "{\"a\": True}", { 1, 7 });
        row("JSON that ends", "{\"a\": [", { 1, 8 });
    }
    void refusesFaultsWithTheirPlace()
    {
        QFETCH(QByteArray, file);
        const auto read = parseFrontMatter(file);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::FrontMatterSyntax);
        QTEST(read.error().position, "position");
        QVERIFY(!read.error().detail.isEmpty());
    }

    void readsTomlDocuments()
    {
        const auto read = parseToml("\xEF\xBB\xBF# settings\ntitle = \"x\"\r\n[index]\nper_page = 5\n");
        QVERIFY(read);
        QCOMPARE(toText(*read, Places::Shown), u"{title<2:1>: \"x\"<2:9>, index<3:2>: {per_page<4:1>: 5i<4:12>}<3:1>}<1:1>"_s);
        QCOMPARE(parseToml("").transform([](const Value &value) { return toText(value); }), u"{}"_s);
        QCOMPARE(parseToml("a = \n").error().position, (SourcePosition { 1, 5 }));
        QCOMPARE(parseToml("a = \"\xFF\"\n").error().code, ErrorCode::NotUtf8);
    }

    // --- What is too much

    void refusesWhatIsTooDeep_data()
    {
        QTest::addColumn<QByteArray>("file");
        constexpr qsizetype many = 100'000;
        const auto row = [](const char *name, const QByteArray &file) { QTest::newRow(name) << file; };
        row("YAML brackets", yaml("a: " + QByteArray(many, '[') + "\n"));
        row("YAML braces", yaml("a: " + QByteArray("{a: ").repeated(many) + "\n"));
        row("YAML dashes", yaml("a:\n  " + QByteArray("- ").repeated(many) + "\n"));
        row("YAML question marks", yaml(QByteArray("? ").repeated(many) + "\n"));
        row("YAML brackets that are closed", yaml("a: " + QByteArray(many, '[') + QByteArray(many, ']') + "\n"));
        row("TOML brackets", toml("a = " + QByteArray(many, '[') + "\n"));
        row("TOML braces", toml("a = " + QByteArray("{a=").repeated(many) + "\n"));
        row("TOML dotted key", toml(QByteArray("a.").repeated(many) + "a = 1\n"));
        row("TOML dotted header", toml("[" + QByteArray("a.").repeated(many) + "a]\n"));
        row("TOML dotted and nested",
            toml("x = " + QByteArray("{ " + QByteArray("a.").repeated(40) + "a = ").repeated(200) + "1" + QByteArray(" }").repeated(200)
                 + "\n"));
        row("JSON brackets", "{\"a\": " + QByteArray(many, '['));
        row("JSON braces", QByteArray("{\"a\":").repeated(many));
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int level = 1; level < 12; ++level) {
            const QByteArray before = "*a" + QByteArray::number(level - 1);
            const QByteArray name = "a" + QByteArray::number(level);
            bomb += name + ": &" + name + " [" + before + (", " + before).repeated(9) + "]\n";
        }
        row("aliases to aliases", yaml(bomb));
        QByteArray chain = "a0: &a0 [x]\n";
        for (int level = 1; level < 1000; ++level)
            chain += "a" + QByteArray::number(level) + ": &a" + QByteArray::number(level) + " [*a" + QByteArray::number(level - 1) + "]\n";
        row("a chain of aliases", yaml(chain));
    }
    void refusesWhatIsTooDeep()
    {
        QFETCH(QByteArray, file);
        const auto read = parseFrontMatter(file);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::TooDeep);
        QVERIFY(read.error().position.isValid());
    }

    void readsWhatIsLarge_data()
    {
        QTest::addColumn<QByteArray>("file");
        constexpr qsizetype many = 1'000'000;
        const auto row = [](const char *name, const QByteArray &file) { QTest::newRow(name) << file; };
        const auto lines = [](const QByteArray &begin, const QByteArray &end) {
            QByteArray result;
            for (int number = 0; result.size() < many; ++number)
                result += begin + QByteArray::number(number) + end;
            return result;
        };
        row("YAML keys", yaml(lines("k", ": v\n")));
        row("YAML list", yaml("a:\n" + lines("  - ", "\n")));
        row("YAML list in brackets", yaml("a: [" + lines("", ", ") + "]\n"));
        row("YAML empty items", yaml("a:\n" + QByteArray("-\n").repeated(many / 2)));
        row("YAML text", yaml("a: |\n" + lines("  words ", "\n")));
        row("YAML words", yaml("a: " + lines("word ", " ") + "\n"));
        row("YAML quotes", yaml("a: '" + QByteArray("''").repeated(many / 2) + "'\n"));
        row("YAML escapes", yaml("a: \"" + QByteArray("\\n").repeated(many / 2) + "\"\n"));
        row("YAML anchors", yaml(lines("a: &x", " b\n")));
        row("YAML comments", yaml("a: b\n" + lines("# ", "\n")));
        row("YAML blank lines", yaml("a: b\n" + QByteArray(many, '\n')));
        row("YAML blanks", yaml("a: b\n" + QByteArray(many, ' ') + "\n"));
        row("YAML folded lines", yaml("a: >\n" + QByteArray("  x\n\n").repeated(many / 5)));
        row("YAML aliases", yaml("a: &a x\nb: [" + QByteArray("*a, ").repeated(many / 4) + "]\n"));
        row("TOML keys", toml(lines("k", " = 1\n")));
        row("TOML list", toml("a = [" + lines("", ", ") + "]\n"));
        row("TOML tables", toml(lines("[t", "]\n")));
        row("TOML text", toml("a = \"\"\"" + lines("words ", "\n") + "\"\"\"\n"));
        row("JSON keys", "{" + lines("\"k", "\": 1,\n") + "\"z\": 1}");
        row("JSON text", "{\"a\": \"" + QByteArray(many, 'x') + "\"}");
        row("a large body", yaml("a: b\n") + lines("Text ", "\n"));
        row("no head in a large file", lines("Text ", "\n"));
    }
    void readsWhatIsLarge()
    {
        QFETCH(QByteArray, file);
        test::WorkTimer timer;
        timer.start();
        const auto read = parseFrontMatter(file);
        QVERIFY2(read, qPrintable(codeOf(file)));
        // Far above what it takes, far below what anything square would.
        QCOMPARE_LT(timer.elapsed(), 20'000);
    }

    void anyBytesGiveAnAnswer()
    {
        QRandomGenerator random(1);
        const QByteArrayList pieces { "---\n",
                                      "+++\n",
                                      "{",
                                      "}",
                                      "[",
                                      "]",
                                      "\"",
                                      "'",
                                      ":",
                                      " ",
                                      "  ",
                                      "\n",
                                      "\r\n",
                                      "\r",
                                      "\t",
                                      "-",
                                      "- ",
                                      "#",
                                      ",",
                                      "=",
                                      "a",
                                      "b: c\n",
                                      "a = 1\n",
                                      "|",
                                      ">",
                                      "|+\n",
                                      "&x ",
                                      "*x",
                                      "!!str ",
                                      "<<: ",
                                      "? ",
                                      "\xEF\xBB\xBF",
                                      "\\",
                                      "\\u",
                                      "0",
                                      "2022-01-01",
                                      "...\n",
                                      "%",
                                      "@",
                                      "`",
                                      "~",
                                      "é",
                                      QByteArray("\0", 1),
                                      "\xFF",
                                      "[[",
                                      "]]",
                                      "\"\"\"",
                                      "'''",
                                      "." };
        for (int round = 0; round < 20'000; ++round) {
            QByteArray file = round % 3 == 0 ? "---\n" : round % 3 == 1 ? "+++\n" : "{\"a\": ";
            for (int piece = random.bounded(1, 40); piece > 0; --piece)
                file += pieces[random.bounded(pieces.size())];
            file += round % 3 == 0 ? "\n---\n" : round % 3 == 1 ? "\n+++\n" : "}\n";
            const auto read = parseFrontMatter(file);
            if (read) {
                QVERIFY(read->bodyOffset >= 0 && read->bodyOffset <= file.size());
                QCOMPARE(read->root.kind, Value::Kind::Map);
            } else {
                QVERIFY(read.error().position.isValid());
            }
            std::ignore = parseToml(file);
        }
    }

    /// Qt reads JSON too, a little more than there is.
    void readsNoJsonThatQtDoesNot()
    {
        QRandomGenerator random(2);
        const QByteArrayList pieces { "{",  "}",  "[",    "]",     "\"a\"", "\"b\"", ":",  ",",       "1",           "-",       "0",
                                      ".5", "e3", "true", "false", "null",  " ",     "\n", "\"\\n\"", "\"\\u00e9\"", "\"\\x\"", "tru" };
        int accepted = 0;
        for (int round = 0; round < 50'000; ++round) {
            QByteArray object = "{\"k\":";
            for (int piece = random.bounded(1, 8); piece > 0; --piece)
                object += pieces[random.bounded(pieces.size())];
            object += "}";
            if (!parseFrontMatter("---json\n" + object + "\n---\n"))
                continue;
            QVERIFY2(!QJsonDocument::fromJson(object).isNull(), object.constData());
            ++accepted;
        }
        QCOMPARE_GT(accepted, 1000);
    }

    void readsTheJsonThatQtWrites()
    {
        QRandomGenerator random(3);
        std::function<QJsonValue(int)> anyValue = [&](int depth) -> QJsonValue {
            switch (random.bounded(depth < 4 ? 7 : 5)) {
            case 0: return QJsonValue::Null;
            case 1: return random.bounded(2) == 1;
            case 2: return random.bounded(1000);
            case 3: return random.generateDouble() * 1e6;
            case 4:
                return QString::fromUcs4(
                    std::u32string { char32_t(random.bounded(1, 0xD7FF)), U'"', U'\\', char32_t(random.bounded(0x10000, 0x10FFFF)) }.c_str());
            case 5: {
                QJsonArray array;
                for (int item = random.bounded(4); item > 0; --item)
                    array.append(anyValue(depth + 1));
                return array;
            }
            default: {
                QJsonObject object;
                for (int member = random.bounded(4); member > 0; --member)
                    object.insert(QString::number(random.bounded(100)), anyValue(depth + 1));
                return object;
            }
            }
        };
        for (int round = 0; round < 2000; ++round) {
            const QJsonObject object { { u"k"_s, anyValue(0) } };
            const QByteArray file = QJsonDocument(object).toJson(round % 2 ? QJsonDocument::Indented : QJsonDocument::Compact) + "\n";
            const auto read = parseFrontMatter(file);
            QVERIFY2(read, file.constData());
            QCOMPARE(QJsonObject::fromVariantMap(read->root.toVariant().toMap()), object);
        }
    }
};

QTEST_APPLESS_MAIN(TestFrontMatterRead)
#include "tst_front_matter_read.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"
#include "tests/core/text/value_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::text;

/// Where heads begin and end, in every form that content files have them.
class TestFrontMatterHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhereTheBodyBegins_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("root");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &body, Dialect dialect, const QString &root) {
            QTest::newRow(name) << head << body << dialect << root;
        };
        using enum Dialect;
        row("empty file", "", "", None, u"{}"_s);
        row("no head", "", "# Title\n", None, u"{}"_s);
        row("blank lines and no head", "", "\n\nText\n", None, u"{}"_s);
        row("byte order mark and no head", "\xEF\xBB\xBF", "Text\n", None, u"{}"_s);

        row("YAML", "---\na: b\n---\n", "Body\n", Yaml, u"{a: \"b\"}"_s);
        row("YAML closed by dots", "---\na: b\n...\n", "Body\n", Yaml, u"{a: \"b\"}"_s);
        row("YAML and nothing after the fence", "---\na: b\n---", "", Yaml, u"{a: \"b\"}"_s);
        row("YAML, empty", "---\n---\n", "Body", Yaml, u"{}"_s);
        row("YAML, blank", "---\n\n\n---\n", "Body", Yaml, u"{}"_s);
        row("YAML, only a comment", "---\n# nothing yet\n---\n", "Body", Yaml, u"{}"_s);
        row("blanks behind the fences", "--- \na: b\n---\t \n", "Body", Yaml, u"{a: \"b\"}"_s);
        row("blank lines of the body stay with it", "---\na: b\n---\n", "\n\nBody\n", Yaml, u"{a: \"b\"}"_s);
        row("blank lines before the fence", "\n \t\n\n---\na: b\n---\n", "Body", Yaml, u"{a: \"b\"}"_s);
        row("byte order mark", "\xEF\xBB\xBF---\na: b\n---\n", "Body", Yaml, u"{a: \"b\"}"_s);
        row("byte order mark and blank lines", "\xEF\xBB\xBF\n---\na: b\n---\n", "Body", Yaml, u"{a: \"b\"}"_s);
        row("CRLF", "---\r\na: b\r\n---\r\n", "Body\r\n", Yaml, u"{a: \"b\"}"_s);
        row("CR", "---\ra: b\r---\r", "Body\r", Yaml, u"{a: \"b\"}"_s);
        row("mixed line ends", "---\r\na: b\nc: d\r\n---\n", "Body\r\n", Yaml, u"{a: \"b\", c: \"d\"}"_s);
        row("wholly indented", "  ---\n  a: b\n  c: d\n  ---\n", "Body", Yaml, u"{a: \"b\", c: \"d\"}"_s);
        row("keys indented, fences not", "---\n  a: b\n  c: d\n---\n", "Body", Yaml, u"{a: \"b\", c: \"d\"}"_s);
        row("fence in a text of the head", "---\na: |\n  ---\n  x\n---\n", "Body", Yaml, u"{a: \"---\\nx\\n\"}"_s);
        row("a rule in the body", "---\na: b\n---\n", "Body\n\n---\n\nMore\n", Yaml, u"{a: \"b\"}"_s);
        row("named YAML fence", "---yaml\na: b\n---\n", "Body", Yaml, u"{a: \"b\"}"_s);
        row("four dashes are no fence", "", "----\na: b\n----\n", None, u"{}"_s);
        row("an indented rule is no fence", "", "   ---\n\nText\n", None, u"{}"_s);
        row("two dashes are no fence", "", "--\na: b\n--\n", None, u"{}"_s);
        row("a fence further down is no fence", "", "Text\n---\na: b\n---\n", None, u"{}"_s);

        row("TOML", "+++\na = \"b\"\n+++\n", "Body\n", Toml, u"{a: \"b\"}"_s);
        row("TOML, empty", "+++\n+++\n", "Body\n", Toml, u"{}"_s);
        row("TOML with CRLF", "+++\r\na = \"b\"\r\n+++\r\n", "Body", Toml, u"{a: \"b\"}"_s);
        row("TOML with CR", "+++\ra = \"b\"\rc = 1\r+++\r", "Body", Toml, u"{a: \"b\", c: 1i}"_s);
        row("TOML with a byte order mark", "\xEF\xBB\xBF+++\na = \"b\"\n+++\n", "Body", Toml, u"{a: \"b\"}"_s);
        row("TOML, indented", "  +++\n  a = \"b\"\n  +++\n", "Body", Toml, u"{a: \"b\"}"_s);
        row("dashes do not close TOML", "+++\na = \"b\"\nb = '''\n---\n'''\n+++\n", "Body", Toml, u"{a: \"b\", b: \"---\\n\"}"_s);
        row("TOML between dashes", "---toml\na = \"b\"\n---\n", "Body", Toml, u"{a: \"b\"}"_s);
        row("the name apart and in capitals", "--- TOML \na = \"b\"\n---\n", "Body", Toml, u"{a: \"b\"}"_s);

        row("JSON", "{\"a\": \"b\"}\n", "Body\n", Json, u"{a: \"b\"}"_s);
        row("JSON on many lines", "{\n  \"a\": \"b\",\n  \"c\": {\n    \"d\": []\n  }\n}\n", "\nBody\n", Json, u"{a: \"b\", c: {d: []}}"_s);
        row("JSON, empty", "{}\n", "Body\n", Json, u"{}"_s);
        row("JSON, empty on two lines", "{\n}\n", "Body\n", Json, u"{}"_s);
        row("JSON with blanks behind", "{\"a\": 1}  \t\n", "Body\n", Json, u"{a: 1i}"_s);
        row("text right behind JSON is the body", "{\"a\": 1}", " Body\n", Json, u"{a: 1i}"_s);
        row("JSON with CRLF", "{\r\n\"a\": 1\r\n}\r\n", "Body\r\n", Json, u"{a: 1i}"_s);
        row("JSON and nothing more", "{\"a\": 1}", "", Json, u"{a: 1i}"_s);
        row("JSON behind blank lines and a byte order mark", "\xEF\xBB\xBF\n\n {\"a\": 1}\n", "Body\n", Json, u"{a: 1i}"_s);
        row("JSON between dashes", "---json\n{\"a\": 1}\n---\n", "Body\n", Json, u"{a: 1i}"_s);
        row("a brace in a string does not close", "{\"a\": \"}\\\"}\"}\n", "Body\n", Json, u"{a: \"}\"}\"}"_s);
        row("a shortcode is text", "", "{{< figure >}}\n", None, u"{}"_s);
        row("a template tag is text", "", "{% include x %}\n", None, u"{}"_s);
        row("an attribute list is text", "", "{: .note}\n", None, u"{}"_s);
    }
    void endsWhereTheBodyBegins()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        const auto read = parseFrontMatter(head + body);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QTEST(read->dialect, "dialect");
        QCOMPARE((head + body).sliced(read->bodyOffset), body);
        QTEST(toText(read->root), "root");
        QVERIFY(read->diagnostics.isEmpty());
    }

    void isRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<SourcePosition>("position");
        const auto row = [](const char *name, const QByteArray &file, ErrorCode code, SourcePosition position) {
            QTest::newRow(name) << file << code << position;
        };
        using enum ErrorCode;
        row("YAML never closed", "---\na: b\n\nText\n", FrontMatterUnclosed, { 1, 1 });
        row("a fence alone", "---", FrontMatterUnclosed, { 1, 1 });
        row("never closed behind blank lines", "\n\n---\na: b\n", FrontMatterUnclosed, { 3, 1 });
        row("TOML closed by dashes", "+++\na = 1\n---\n", FrontMatterUnclosed, { 1, 1 });
        row("an indented line does not close", "---\na: b\n  ---\n", FrontMatterUnclosed, { 1, 1 });
        row("JSON never closed", "{\"a\": 1,\n", FrontMatterSyntax, { 2, 1 });
        row("JSON without quotes", "{\n  a: 1\n}\n", FrontMatterSyntax, { 2, 3 });
        row("text behind JSON between fences", "---json\n{\"a\": 1}\n x\n---\n", FrontMatterSyntax, { 3, 2 });
        row("not UTF-8 in the head", "---\na: \xE9t\xE9\n---\n", NotUtf8, { 2, 4 });
        row("not UTF-8 in the body", "---\na: b\n---\n\nIt\x92s\n", NotUtf8, { 5, 3 });
        row("UTF-16", QByteArray("\xFF\xFE-\0-\0-\0\n\0", 10), NotUtf8, { 1, 1 });
        row("a conflict before the head", "<<<<<<< HEAD\n---\na: b\n=======\n---\na: c\n>>>>>>> x\n---\n", FrontMatterSyntax, { 1, 1 });
        row("a conflict in YAML", "---\nz: 1\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n---\n", FrontMatterSyntax, { 3, 1 });
        row("a conflict in TOML", "+++\nz = 1\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> x\n+++\n", FrontMatterSyntax, { 3, 1 });
        row("a conflict in JSON", "{\n\"z\": 1,\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> x\n}\n", FrontMatterSyntax, { 3, 1 });
    }
    void isRefusedWithItsPlace()
    {
        QFETCH(QByteArray, file);
        const auto read = parseFrontMatter(file);
        QVERIFY(!read);
        QTEST(read.error().code, "code");
        QTEST(read.error().position, "position");
        QVERIFY(read.error().file.isEmpty());
    }

    void conflictIsCalledByItsName()
    {
        const auto read = parseFrontMatter("---\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n---\n");
        QCOMPARE(read.error().detail, u"merge conflict"_s);
    }
};

QTEST_APPLESS_MAIN(TestFrontMatterHead)
#include "tst_front_matter_head.moc"

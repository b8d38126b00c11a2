// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"
#include "tests/core/text/value_text.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::text;

namespace {

/// One case of a file under data/front_matter: a head before, edits, the head after.
struct EditCase {
    QByteArray name;
    QByteArray before;
    QByteArray edits;
    QByteArray after;
};

/// The cases of a file: `#### name`, the text before, `>>>>`, a line for each edit (`key = JSON`, `key = @date`, `key -` to remove), `<<<<`, the text after.
QList<EditCase> readCases(const QByteArray &file)
{
    QList<EditCase> cases;
    QByteArray EditCase::*part = nullptr;
    const QByteArrayList lines = file.split('\n');
    for (const QByteArray &line : lines.first(lines.size() - 1)) {
        if (line.startsWith("#### ")) {
            cases.append({ line.sliced(5), {}, {}, {} });
            part = &EditCase::before;
        } else if (line == ">>>>") {
            part = &EditCase::edits;
        } else if (line == "<<<<") {
            part = &EditCase::after;
        } else if (part) {
            cases.last().*part += line + '\n';
        }
    }
    return cases;
}

Value readValue(const QByteArray &text)
{
    if (text.startsWith('@'))
        return Value::dateTime(QString::fromUtf8(text.sliced(1)));
    const auto read = parseFrontMatter("{\"value\": " + text + "}");
    return read ? *read->root.find(u"value") : Value::string(u"(no JSON in the case)"_s);
}

QList<KeyEdit> readEdits(const QByteArray &lines)
{
    QList<KeyEdit> edits;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.endsWith(" -"))
            edits.append({ QString::fromUtf8(line.chopped(2)), std::nullopt });
        else if (const qsizetype equals = line.indexOf(" = "); equals > 0)
            edits.append({ QString::fromUtf8(line.first(equals)), readValue(line.sliced(equals + 3)) });
    }
    return edits;
}

QDir caseFolder()
{
    return QDir(QStringLiteral(QUILLWAY_TEST_DATA "/front_matter"));
}

KeyEdit set(const QString &key, const Value &value)
{
    return { key, value };
}

KeyEdit unset(const QString &key)
{
    return { key, std::nullopt };
}

} // namespace

/// Edits in place. With QUILLWAY_UPDATE_CASES set, the texts after in data/front_matter are written anew, to be read in the diff.
class TestFrontMatterEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("QUILLWAY_UPDATE_CASES"))
            return;
        for (const QString &name : caseFolder().entryList({ u"*.txt"_s })) {
            QFile file(caseFolder().filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray text;
            for (const EditCase &edit : readCases(file.readAll())) {
                const auto after = editFrontMatter(edit.before, readEdits(edit.edits));
                text += "#### " + edit.name + '\n' + edit.before + ">>>>\n" + edit.edits + "<<<<\n" + after.value_or("(error)\n");
            }
            file.close();
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
    }

    void changesOnlyTheKeysBytes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("edits");
        QTest::addColumn<QByteArray>("after");
        for (const QString &name : caseFolder().entryList({ u"*.txt"_s }, QDir::Files, QDir::Name)) {
            QFile file(caseFolder().filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const EditCase &edit : readCases(file.readAll()))
                QTest::addRow("%s: %s", qPrintable(name.chopped(4)), edit.name.constData()) << edit.before << edit.edits << edit.after;
        }
    }
    void changesOnlyTheKeysBytes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, edits);
        QFETCH(QByteArray, after);
        QVERIFY(!edits.isEmpty());
        const auto edited = editFrontMatter(before, readEdits(edits));
        QVERIFY2(edited, edited ? "" : qPrintable(edited.error().detail));
        QCOMPARE(QString::fromUtf8(*edited), QString::fromUtf8(after));
        // Once more gives the same.
        QCOMPARE(editFrontMatter(*edited, readEdits(edits)), after);
    }

    void keepsEndsAndMarks_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QList<KeyEdit>>("edits");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const QList<KeyEdit> &edits, const QByteArray &after) {
            QTest::newRow(name) << before << edits << after;
        };
        const KeyEdit title = set(u"title"_s, Value::string(u"New"_s));
        const KeyEdit text = set(u"text"_s, Value::string(u"a\nb\n"_s));
        const KeyEdit tags = set(u"tags"_s, Value::strings({ u"x"_s, u"z"_s }));
        row("byte order mark", "\xEF\xBB\xBF---\ntitle: Old\n---\n", { title }, "\xEF\xBB\xBF---\ntitle: New\n---\n");
        row("byte order mark without a head",
            "\xEF\xBB\xBF"
            "Body",
            { title }, "\xEF\xBB\xBF---\ntitle: New\n---\nBody");
        row("byte order mark, JSON", "\xEF\xBB\xBF{\"title\": 1}", { title }, "\xEF\xBB\xBF{\"title\": \"New\"}");
        row("no final line end", "---\ntitle: Old\n---", { title }, "---\ntitle: New\n---");
        row("no final line end of the body", "---\ntitle: Old\n---\nBody", { title }, "---\ntitle: New\n---\nBody");
        row("empty file", "", { title }, "---\ntitle: New\n---\n");
        row("CRLF", "---\r\ntitle: Old\r\ntags:\r\n  - x\r\n---\r\nBody\r\n", { title, tags, text },
            "---\r\ntitle: New\r\ntags:\r\n  - x\r\n  - z\r\ntext: |\r\n  a\r\n  b\r\n---\r\nBody\r\n");
        row("CRLF without a head", "Body\r\n", { title, text }, "---\r\ntitle: New\r\ntext: |\r\n  a\r\n  b\r\n---\r\nBody\r\n");
        row("CRLF, TOML", "+++\r\ntitle = \"Old\"\r\n[t]\r\n+++\r\n", { title, text, tags },
            "+++\r\ntitle = \"New\"\r\ntext = \"\"\"\r\na\r\nb\r\n\"\"\"\r\ntags = [\"x\", \"z\"]\r\n[t]\r\n+++\r\n");
        row("CRLF, JSON", "{\r\n  \"a\": 1\r\n}\r\n", { title }, "{\r\n  \"a\": 1,\r\n  \"title\": \"New\"\r\n}\r\n");
        row("CRLF, JSON, empty", "{\r\n}\r\n", { title }, "{\r\n  \"title\": \"New\"\r\n}\r\n");
        row("CRLF, removal", "---\r\na: 1\r\ntitle: Old\r\n---\r\n", { unset(u"a"_s) }, "---\r\ntitle: Old\r\n---\r\n");
        row("CR", "---\rtitle: Old\r---\rBody\r", { title, text }, "---\rtitle: New\rtext: |\r  a\r  b\r---\rBody\r");
        row("mixed ends", "---\ntitle: Old\r\nb: c\n---\r\nBody\n", { title }, "---\ntitle: New\r\nb: c\n---\r\nBody\n");
        row("blanks at line ends", "---  \ntitle: Old  \nb: c \t\n---\t\nBody", { title }, "---  \ntitle: New  \nb: c \t\n---\t\nBody");
        row("blank lines before", "\n\n---\ntitle: Old\n---\n", { title }, "\n\n---\ntitle: New\n---\n");
        row("dots that close", "---\ntitle: Old\n...\n", { title, tags }, "---\ntitle: New\ntags: [x, z]\n...\n");
        row("tabs before values", "---\ntitle:\tOld\t# x\n---\n", { title }, "---\ntitle:\tNew\t# x\n---\n");
        row("wholly indented", "  ---\n  title: Old\n  tags:\n    - x\n  ---\n", { title, tags, set(u"a"_s, Value::integer(1)) },
            "  ---\n  title: New\n  tags:\n    - x\n    - z\n  a: 1\n  ---\n");
        row("wholly indented, empty", "  ---\n  ---\n", { title }, "  ---\n  title: New\n  ---\n");
        row("blanks alone in a value's place", "---\ntitle:  \n---\n", { title }, "---\ntitle: New\n---\n");
        row("a text's last blank lines", "---\ntext: |\n  x\n\n\nb: c\n---\n", { text }, "---\ntext: |\n  a\n  b\n\n\nb: c\n---\n");
    }
    void keepsEndsAndMarks()
    {
        QFETCH(QByteArray, before);
        QFETCH(QList<KeyEdit>, edits);
        QFETCH(QByteArray, after);
        const auto edited = editFrontMatter(before, edits);
        QVERIFY2(edited, edited ? "" : qPrintable(edited.error().detail));
        QCOMPARE(*edited, after);
    }

    void writesEveryStringSoThatItComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("yaml");
        const auto row = [](const QString &text, const QByteArray &yaml) {
            QString name = text;
            for (QChar &c : name)
                c = c.category() == QChar::Other_Control ? QChar(0x2400 + c.unicode() % 0x20) : c;
            QTest::addRow("<%s>", qPrintable(name)) << text << yaml;
        };
        row(u"plain words"_s, "plain words");
        row(u"Ünïcode 日本 😀 👩‍💻"_s, "Ünïcode 日本 😀 👩‍💻");
        row(u"it's \"quoted\""_s, "it's \"quoted\"");
        row(u"a:b, [c] & {d}"_s, "a:b, [c] & {d}");
        row(u"C++ / C# / F#"_s, "C++ / C# / F#");
        row(u"no\u00A0break"_s,
            "no\u00A0"
            "break");
        // What would not be a string any more
        row(QString(), "\"\"");
        row(u" "_s, "\" \"");
        row(u" a"_s, "\" a\"");
        row(u"a "_s, "\"a \"");
        for (const char16_t *word : { u"~",
                                      u"null",
                                      u"NULL",
                                      u"true",
                                      u"False",
                                      u"yes",
                                      u"No",
                                      u"on",
                                      u"OFF",
                                      u"y",
                                      u"N",
                                      u"1",
                                      u"-1",
                                      u"1.0",
                                      u"1e3",
                                      u".5",
                                      u"0x1F",
                                      u"0b11",
                                      u"1_000",
                                      u"12:30",
                                      u"12:30:45",
                                      u".inf",
                                      u"-.INF",
                                      u".nan",
                                      u"2022-01-01",
                                      u"2022-01-01T10:00:00Z",
                                      u"2022-01-01 10:00",
                                      u"+1",
                                      u"1.2.3",
                                      u"<<",
                                      u"=",
                                      u"0o7",
                                      u"0777",
                                      u"0xFF_FF" })
            row(QString::fromUtf16(word), '"' + QString::fromUtf16(word).toUtf8() + '"');
        row(u"3d"_s, "3d");
        row(u"2fa and more"_s, "2fa and more");
        row(u"1.x"_s, "1.x");
        row(u"yes, but"_s, "yes, but");
        // What has a meaning of its own
        row(u"a: b"_s, "\"a: b\"");
        row(u"a:"_s, "\"a:\"");
        row(u"a #b"_s, "\"a #b\"");
        row(u"#b"_s, "\"#b\"");
        for (const char16_t *sign : { u"- a", u"-a", u"-",  u"? a", u"?", u": a", u":a", u", a", u"[a]", u"{a}",  u"]",
                                      u"&a",  u"*a", u"!a", u"|",   u">", u"%a",  u"@a", u"`a`", u"---", u"--- a" })
            row(QString::fromUtf16(sign), '"' + QString::fromUtf16(sign).toUtf8() + '"');
        row(u"\"a\""_s, "'\"a\"'");
        row(u"'a'"_s, "\"'a'\"");
        row(u"'a' \"b\""_s, "\"'a' \\\"b\\\"\"");
        row(u"back\\slash"_s, "back\\slash");
        row(u"\\ \"x\": y"_s, "'\\ \"x\": y'");
        row(u"..."_s, "\"...\"");
        // What cannot be seen
        row(u"a\tb"_s, "\"a\\tb\"");
        row(u"a\rb"_s, "\"a\\rb\"");
        row(u"bell\a"_s, "\"bell\\a\"");
        row(u"nul%1"_s.arg(QChar(0)), "\"nul\\0\"");
        row(u"escape\x1B"_s, "\"escape\\e\"");
        row(u"delete\x7F"_s, "\"delete\\x7F\"");
        row(u"next line\u0085"_s, "\"next line\\x85\"");
        row(u"separators\u2028\u2029"_s, "\"separators\\u2028\\u2029\"");
        row(u"mark\uFEFF"_s, "\"mark\\uFEFF\"");
        row(u"\n"_s, "\"\\n\"");
        row(u"  \n"_s, "\"  \\n\"");
        row(u" indented\nlines"_s, "\" indented\\nlines\"");
        row(u"carriage\r\nreturn"_s, "\"carriage\\r\\nreturn\"");
        // Lines
        row(u"two\nlines"_s, "|-\n  two\n  lines");
        row(u"two\nlines\n"_s, "|\n  two\n  lines");
        row(u"two\nlines\n\n"_s, "|+\n  two\n  lines\n");
        row(u"one line\n"_s, "|\n  one line");
        row(u"a\n\n  b: c # d\n---\n"_s, "|\n  a\n\n    b: c # d\n  ---");
        row(u"tab\n\tin front"_s, "|-\n  tab\n  \tin front");
    }
    void writesEveryStringSoThatItComesBack()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, yaml);
        const KeyEdit edit = set(u"k"_s, Value::string(text));
        const QByteArray body = "---\n\nBody\n";
        const auto block = editFrontMatter("---\na: b\n" + body, { edit });
        QVERIFY(block);
        QCOMPARE(QString::fromUtf8(*block), QString::fromUtf8("---\na: b\nk: " + yaml + '\n' + body));

        const Value wrapped = Value::list({ Value::string(text), Value::map({ { text, {}, Value::string(text) } }) });
        for (const QByteArray &head :
             { "---\n---\n"_ba, "---\nk: [x]\n---\n"_ba, "---\nk: 'x'\n---\n"_ba, "---\nk: |\n  x\n---\n"_ba, "---\nk: >\n  x\n---\n"_ba,
               "---\nk:\n- x\n---\n"_ba, "---\n{k: x}\n---\n"_ba, "+++\n+++\n"_ba, "+++\nk = 'x'\n+++\n"_ba, "+++\nk = '''x'''\n+++\n"_ba,
               "+++\nk = \"\"\"x\"\"\"\n+++\n"_ba, "{\"k\": \"x\"}\n"_ba }) {
            for (const Value &value : { Value::string(text), wrapped }) {
                const auto edited = editFrontMatter(head + body, { set(u"k"_s, value) });
                QVERIFY2(edited, head.constData());
                QCOMPARE(toText(*parseFrontMatter(*edited)->root.find(u"k")), toText(value));
                QVERIFY(edited->endsWith(body));
            }
        }
        if (!text.isEmpty()) {
            const auto keyed = editFrontMatter("---\na: b\n---\n", { set(text, Value::string(text)) });
            QVERIFY(keyed);
            QCOMPARE(parseFrontMatter(*keyed)->root.members.last().key, text);
        }
    }

    void writesEveryKindInEveryDialect_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QByteArray>("json");
        const auto scalar = [](Value::Kind kind, const QString &text) {
            Value value;
            value.kind = kind;
            value.text = text;
            return value;
        };
        using enum Value::Kind;
        const auto row = [](const char *name, const Value &value, const QByteArray &yaml, const QByteArray &toml, const QByteArray &json) {
            QTest::newRow(name) << value << yaml << toml << json;
        };
        row("null", Value(), "null", "\"\"", "null");
        row("boolean", Value::boolean(true), "true", "true", "true");
        row("integer", Value::integer(-5), "-5", "-5", "-5");
        row("hexadecimal", scalar(Integer, u"0x1F"_s), "0x1F", "0x1F", "\"0x1F\"");
        row("with zeros before", scalar(Integer, u"007"_s), "007", "\"007\"", "\"007\"");
        row("float", scalar(Float, u"1.50"_s), "1.50", "1.50", "1.50");
        row("float of YAML", scalar(Float, u".5"_s), ".5", "\".5\"", "\".5\"");
        row("float of TOML", scalar(Float, u"inf"_s), ".inf", "inf", "\"inf\"");
        row("an integer that is none", scalar(Integer, u"1\nb: 2"_s), "\"1\\nb: 2\"", "\"1\\nb: 2\"", "\"1\\nb: 2\"");
        row("date", Value::dateTime(u"2022-08-09"_s), "2022-08-09", "2022-08-09", "\"2022-08-09\"");
        row("date and time", Value::dateTime(u"2022-08-09T10:00:00+02:00"_s), "2022-08-09T10:00:00+02:00", "2022-08-09T10:00:00+02:00",
            "\"2022-08-09T10:00:00+02:00\"");
        row("date of Jekyll", Value::dateTime(u"2022-08-09 10:00:00 +0200"_s), "2022-08-09 10:00:00 +0200", "\"2022-08-09 10:00:00 +0200\"",
            "\"2022-08-09 10:00:00 +0200\"");
        row("no date", Value::dateTime(u"tomorrow"_s), "\"tomorrow\"", "\"tomorrow\"", "\"tomorrow\"");
        row("list", Value::strings({ u"a"_s, u"b, c"_s }), "[a, \"b, c\"]", "[\"a\", \"b, c\"]", "[\"a\", \"b, c\"]");
        row("empty list", Value::list({}), "[]", "[]", "[]");
        row("empty map", Value::map({}), "{}", "{}", "{}");
    }
    void writesEveryKindInEveryDialect()
    {
        QFETCH(Value, value);
        const QList<KeyEdit> edits { set(u"k"_s, value) };
        QFETCH(QByteArray, yaml);
        QCOMPARE(editFrontMatter("---\nk: x\n---\n", edits).value_or("error"), "---\nk: " + yaml + "\n---\n");
        QFETCH(QByteArray, toml);
        QCOMPARE(editFrontMatter("+++\nk = \"x\"\n+++\n", edits).value_or("error"), "+++\nk = " + toml + "\n+++\n");
        QFETCH(QByteArray, json);
        QCOMPARE(editFrontMatter("{\"k\": \"x\"}\n", edits).value_or("error"), "{\"k\": " + json + "}\n");
    }

    void changesNothingForTheValueThatIsThere_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("YAML")
            << "---\na:   'x' # c\nb: [ 1,2 , {c: d} ]\ne:\n-   x\n\n- y\nf: >\n  g\n   h\ni: &j {k: l}\nm: *j\nn:\no: 0x1F\np: 2022-1-1 10:00\nq: !!str 5\n? r\n: s\n---\nBody"_ba;
        QTest::newRow("TOML")
            << "+++\na  =  'x' # c\nb = [ 1,2 ,{c = \"d\"}, ]\nd = 1_000\ne = 2022-01-01 10:00:00.500Z\nf = 1.50\ng.h = 0x1F\n[i]\nj=\"\"\"\nx\"\"\"\n[[k]]\n[[k]]\nl=1\n+++\n"_ba;
        QTest::newRow("JSON") << "{\"a\" :\"\\u0041\\/\",\n\n \"b\":[1 , 2.50,{ }],\"c\":1E5 ,\"d\":null}\n"_ba;
    }
    void changesNothingForTheValueThatIsThere()
    {
        QFETCH(QByteArray, file);
        const auto read = parseFrontMatter(file);
        QVERIFY(read);
        QVERIFY(read->root.members.size() > 3);
        QList<KeyEdit> all;
        for (const Value::Member &member : read->root.members) {
            all.append(set(member.key, member.value));
            QCOMPARE(editFrontMatter(file, { all.last() }), file);
        }
        QCOMPARE(editFrontMatter(file, all), file);
    }

    void removalOfWhatIsNotThereChangesNothing()
    {
        for (const QByteArray &file : { "---\na: b\n---\n"_ba, "+++\na = 1\n+++\n"_ba, "{\"a\": 1}"_ba, "No head\n"_ba, ""_ba })
            QCOMPARE(editFrontMatter(file, { unset(u"x"_s) }), file);
    }

    void noEditsChangeNothing() { QCOMPARE(editFrontMatter("---\nbroken: [\n", {}), "---\nbroken: [\n"); }

    void refusesToTouchWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("YAML with a fault") << "---\na: [\n---\n"_ba << ErrorCode::FrontMatterSyntax;
        QTest::newRow("TOML with a fault") << "+++\na = \n+++\n"_ba << ErrorCode::FrontMatterSyntax;
        QTest::newRow("JSON with a fault") << "{\"a\": }\n"_ba << ErrorCode::FrontMatterSyntax;
        QTest::newRow("never closed") << "---\na: b\n"_ba << ErrorCode::FrontMatterUnclosed;
        QTest::newRow("not UTF-8 in the body") << "---\na: b\n---\n\xFF\n"_ba << ErrorCode::NotUtf8;
        QTest::newRow("not UTF-8, no head") << "\xFF\n"_ba << ErrorCode::NotUtf8;
        QTest::newRow("too deep") << QByteArray("---\na: " + QByteArray(1000, '[') + "\n---\n") << ErrorCode::TooDeep;
    }
    void refusesToTouchWhatItCannotRead()
    {
        QFETCH(QByteArray, file);
        const auto edited = editFrontMatter(file, { set(u"title"_s, Value::string(u"x"_s)) });
        QVERIFY(!edited);
        QTEST(edited.error().code, "code");
        QVERIFY(edited.error().position.isValid());
    }

    void saysSoWhereAnEditCannotBeMade_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QList<KeyEdit>>("edits");
        QTest::newRow("an anchor inside that others refer to")
            << "---\na: [&x b]\nc: *x\n---\n"_ba << QList<KeyEdit> { set(u"a"_s, Value::list({})) };
        QTest::newRow("an anchor that others refer to goes") << "---\na: &x b\nc: *x\n---\n"_ba << QList<KeyEdit> { unset(u"a"_s) };
        QTest::newRow("a key that comes from a merge goes") << "---\na: &x {b: c}\n<<: *x\n---\n"_ba << QList<KeyEdit> { unset(u"b"_s) };
    }
    void saysSoWhereAnEditCannotBeMade()
    {
        QFETCH(QByteArray, file);
        QFETCH(QList<KeyEdit>, edits);
        const auto edited = editFrontMatter(file, edits);
        QVERIFY(!edited);
        QCOMPARE(edited.error().code, ErrorCode::Internal);
        QCOMPARE(edited.error().detail, edits[0].key);
        QVERIFY(edited.error().position.isValid());
    }

    void rendersNewHeads_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<Value>("root");
        QTest::addColumn<QByteArray>("head");
        const auto row = [](const char *name, Dialect dialect, const Value &root, const QByteArray &head) {
            QTest::newRow(name) << dialect << root << head;
        };
        const Value post = Value::map({ { u"title"_s, {}, Value::string(u"A: b"_s) },
                                        { u"date"_s, {}, Value::dateTime(u"2022-08-09"_s) },
                                        { u"tags"_s, {}, Value::strings({ u"go"_s, u"C#"_s }) },
                                        { u"draft"_s, {}, Value::boolean(true) } });
        row("nothing", Dialect::None, post, "");
        row("YAML", Dialect::Yaml, post, "---\ntitle: \"A: b\"\ndate: 2022-08-09\ntags: [go, C#]\ndraft: true\n---\n");
        row("TOML", Dialect::Toml, post, "+++\ntitle = \"A: b\"\ndate = 2022-08-09\ntags = [\"go\", \"C#\"]\ndraft = true\n+++\n");
        row("JSON", Dialect::Json, post,
            "{\n  \"title\": \"A: b\",\n  \"date\": \"2022-08-09\",\n  \"tags\": [\"go\", \"C#\"],\n  \"draft\": true\n}\n");
        row("YAML, empty", Dialect::Yaml, Value::map({}), "---\n---\n");
        row("TOML, empty", Dialect::Toml, Value::map({}), "+++\n+++\n");
        row("JSON, empty", Dialect::Json, Value::map({}), "{\n}\n");
        const Value path = Value::map(
            { { u"steps"_s,
                {},
                Value::list({ Value::map({ { u"post"_s, {}, Value::string(u"a"_s) }, { u"note"_s, {}, Value::string(u"x\ny"_s) } }),
                              Value::map({ { u"post"_s, {}, Value::string(u"b"_s) } }) }) },
              { u"title"_s, {}, Value::string(u"P"_s) },
              { u"params"_s, {}, Value::map({ { u"a"_s, {}, Value::map({ { u"b c"_s, {}, Value::integer(1) } }) } }) },
              { u"claims"_s,
                {},
                Value::strings({ u"A sentence of some length that stands for a claim."_s, u"Another one of the same kind."_s }) } });
        row("YAML, nested", Dialect::Yaml, path,
            "---\nsteps:\n  - post: a\n    note: |-\n      x\n      y\n  - post: b\ntitle: P\nparams:\n  a:\n    b c: 1\nclaims:\n  - A "
            "sentence of some length that stands for a claim.\n  - Another one of the same kind.\n---\n");
        row("TOML, nested", Dialect::Toml, path,
            "+++\ntitle = \"P\"\nclaims = [\"A sentence of some length that stands for a claim.\", \"Another one of the same "
            "kind.\"]\n\n[[steps]]\npost = \"a\"\nnote = \"\"\"\nx\ny\"\"\"\n\n[[steps]]\npost = \"b\"\n\n[params]\na = { \"b c\" = 1 "
            "}\n+++\n");
    }
    void rendersNewHeads()
    {
        QFETCH(Dialect, dialect);
        QFETCH(Value, root);
        QFETCH(QByteArray, head);
        QCOMPARE(QString::fromUtf8(renderFrontMatter(dialect, root)), QString::fromUtf8(head));
        if (dialect == Dialect::None)
            return;
        const auto read = parseFrontMatter(head + "Body");
        QVERIFY(read);
        QCOMPARE(read->dialect, dialect);
        for (const Value::Member &member : root.members) {
            if (member.value.kind != Value::Kind::DateTime)
                QVERIFY2(read->root.find(member.key)->sameContent(member.value), qPrintable(member.key));
        }
        QCOMPARE(read->root.members.size(), root.members.size());
    }
};

QTEST_APPLESS_MAIN(TestFrontMatterEdit)
#include "tst_front_matter_edit.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"
#include "tests/core/text/value_text.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::text;

namespace {

/// A head made of pieces: one key's lines (JSON: its member) and what stands between them.
struct RandomHead {
    Dialect dialect = Dialect::Yaml;
    QByteArray open;
    QList<std::pair<QString, QByteArray>> pieces; ///< a key and all its bytes; without a key: a comment or a blank line
    QByteArray close;

    QByteArray file() const
    {
        QByteArray result = open;
        for (const auto &[key, bytes] : pieces)
            result += bytes;
        return result + close;
    }
};

/// Makes heads and values; the same seed, the same ones.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    { }

    int below(int end) { return m_random.bounded(end); }
    bool sometimes(int outOf) { return below(outOf) == 0; }
    template<typename T>
    T oneOf(std::initializer_list<T> values)
    {
        return *(values.begin() + below(int(values.size())));
    }

    QString text();
    Value value(Dialect dialect, int depth = 0);
    RandomHead head(Dialect dialect);

private:
    QByteArray yamlWord()
    {
        return oneOf<QByteArray>({ "go", "api", "日本", "a b", "C#", "x:y", "it's", "2022-01-01", "true", "7", "-x", "no", "😀" });
    }
    QByteArray yamlScalar();
    QByteArray yamlPiece(const QByteArray &key, const QByteArray &lineEnd);
    QByteArray tomlValue(int depth = 0);
    QByteArray jsonValue(int depth = 0);
    QByteArray comment() { return sometimes(4) ? oneOf<QByteArray>({ " # a comment", "   # \"[x]\"", "\t# it's: |" }) : QByteArray(); }

    QRandomGenerator m_random;
};

QString Maker::text()
{
    QString result;
    for (int part = below(5); part >= 0; --part)
        result += oneOf<QString>({ u"word"_s,      u" "_s,
                                   u"two words"_s, u": "_s,
                                   u" #"_s,        u"\""_s,
                                   u"'"_s,         u"\\"_s,
                                   u"\n"_s,        u"\n\n"_s,
                                   u"\t"_s,        u"- "_s,
                                   u"["_s,         u"}"_s,
                                   u","_s,         u"1"_s,
                                   u"true"_s,      u"é"_s,
                                   u"😀"_s,        u"%"_s,
                                   u"@"_s,         u"`"_s,
                                   u"|"_s,         u"---"_s,
                                   u"+++"_s,       u"{"_s,
                                   u"*x"_s,        u"&x"_s,
                                   u"\r"_s,        u"\x07"_s,
                                   u"\u2028"_s,    u"\u0085"_s,
                                   u"\uFEFF"_s,    u"a long run of words that goes on and on and on and on and on and on"_s });
    return result;
}

Value Maker::value(Dialect dialect, int depth)
{
    switch (below(depth < 3 ? 9 : 6)) {
    case 0: return Value::integer(below(1000) - 500);
    case 1: return Value::boolean(sometimes(2));
    case 2:
        return dialect == Dialect::Json ? Value::string(text())
                                        : Value::dateTime(oneOf<QString>({ u"2022-08-09"_s, u"2022-08-09T10:11:12Z"_s }));
    case 3:
    case 4: return Value::string(text());
    case 5: return dialect == Dialect::Toml ? Value::string({}) : Value();
    case 6:
    case 7: {
        QList<Value> items;
        const bool isPlain = sometimes(2);
        for (int item = below(5); item > 0; --item)
            items.append(isPlain ? Value::string(text()) : value(dialect, depth + 1));
        return Value::list(items);
    }
    default: {
        QList<Value::Member> members;
        for (int member = below(4); member > 0; --member) {
            const QString key = sometimes(3) ? text() : u"k%1"_s.arg(below(9));
            if (std::ranges::none_of(members, [&](const Value::Member &other) { return other.key == key; }))
                members.append({ key, {}, value(dialect, depth + 1) });
        }
        return Value::map(members);
    }
    }
}

QByteArray Maker::yamlScalar()
{
    switch (below(5)) {
    case 0: return '"' + oneOf<QByteArray>({ "a", "a \\\"b\\\"", "x: y # z", "", "\\u00e9\\n" }) + '"';
    case 1: return '\'' + oneOf<QByteArray>({ "a", "it''s", "[", "" }) + '\'';
    default:
        return sometimes(8) ? "-x"
                            : oneOf<QByteArray>({ "go", "api", "日本", "a b", "C#", "x:y", "it's", "2022-01-01", "true", "7", "no", "~" });
    }
}

QByteArray Maker::yamlPiece(const QByteArray &key, const QByteArray &lineEnd)
{
    const QByteArray name = sometimes(6) ? '"' + key + '"' : key;
    const QByteArray start = name + oneOf<QByteArray>({ ":", ":", ":", " :" });
    const QByteArray end = comment() + lineEnd;
    const QByteArray indent(oneOf<int>({ 2, 2, 4 }), ' ');
    const QByteArray dashIndent(oneOf<int>({ 0, 2, 4 }), ' ');
    QByteArray lines;
    switch (below(10)) {
    case 0: return start + end;
    case 1: return start + ' ' + yamlScalar() + lineEnd + indent + "# inside" + lineEnd;
    case 2: return start + " plain" + lineEnd + indent + "over lines" + end;
    case 3:
        for (int line = below(4); line >= 0; --line)
            lines += indent + oneOf<QByteArray>({ "text", "# no comment", "  more", "- x" }) + lineEnd;
        return start + ' ' + oneOf<QByteArray>({ "|", "|-", ">", ">-" }) + end + indent + "first" + lineEnd + lines;
    case 4:
        return start + " [" + yamlScalar() + "," + oneOf<QByteArray>({ "", " ", lineEnd + indent }) + yamlScalar()
            + oneOf<QByteArray>({ "", ",", " " }) + "]" + end;
    case 5: return start + " {a: " + yamlScalar() + ", 'b' : [" + yamlScalar() + "], c}" + end;
    case 6:
        for (int item = below(4); item >= 0; --item)
            lines += (!lines.isEmpty() && sometimes(5) ? dashIndent + "# between" + lineEnd : QByteArray()) + dashIndent + "-"
                + oneOf<QByteArray>({ " ", "   " }) + yamlScalar() + comment() + lineEnd;
        return start + end + lines;
    case 7: return start + end + indent + "a: " + yamlScalar() + end + indent + "b:" + lineEnd + indent + "- " + yamlScalar() + lineEnd;
    case 8:
        for (int item = below(3); item >= 0; --item)
            lines += dashIndent + "- post: " + yamlScalar() + comment() + lineEnd + dashIndent + "  note: " + yamlScalar() + comment()
                + lineEnd;
        return start + end + lines;
    default: return start + oneOf<QByteArray>({ " ", "   ", "\t" }) + yamlScalar() + end;
    }
}

QByteArray Maker::tomlValue(int depth)
{
    switch (below(depth < 2 ? 9 : 6)) {
    case 0: return oneOf<QByteArray>({ "1", "-7", "1_000", "0x1F", "1.50", "inf" });
    case 1: return oneOf<QByteArray>({ "2022-08-09", "2022-08-09 10:00:00Z", "10:00:00" });
    case 2: return '\'' + oneOf<QByteArray>({ "a", "C:\\x", "[#]", "" }) + '\'';
    case 3: return oneOf<QByteArray>({ "true", "false" });
    case 4: return "\"\"\"\na\n  \"b\" \\\n   c\"\"\"";
    case 5: return '"' + oneOf<QByteArray>({ "a", "a \\\"b\\\" ]", "é#", "" }) + '"';
    case 6: return "{ x = " + tomlValue(depth + 1) + ", \"y\" = " + tomlValue(depth + 1) + " }";
    case 7: return "[\n  " + tomlValue(depth + 1) + ", # one\n  # between\n  " + tomlValue(depth + 1) + "\n]";
    default: return "[" + tomlValue(depth + 1) + "," + tomlValue(depth + 1) + oneOf<QByteArray>({ "", ", ", " " }) + "]";
    }
}

QByteArray Maker::jsonValue(int depth)
{
    switch (below(depth < 2 ? 6 : 4)) {
    case 0: return oneOf<QByteArray>({ "1", "-7.50", "1E5", "null", "true" });
    case 1:
    case 2:
    case 3: return '"' + oneOf<QByteArray>({ "a", "\\u0041\\/", "{[,]}", "", "é" }) + '"';
    case 4:
        return "[" + oneOf<QByteArray>({ "", " ", "\n   " }) + jsonValue(depth + 1) + oneOf<QByteArray>({ ",", " , ", ",\n" })
            + jsonValue(depth + 1) + oneOf<QByteArray>({ "", " ", "\n" }) + "]";
    default: return "{\"x\" :" + jsonValue(depth + 1) + ", \"y\":" + jsonValue(depth + 1) + "}";
    }
}

RandomHead Maker::head(Dialect dialect)
{
    RandomHead head;
    head.dialect = dialect;
    const QByteArray lineEnd = dialect == Dialect::Yaml ? oneOf<QByteArray>({ "\n", "\n", "\r\n", "\r" }) : "\n";
    const QByteArray body = oneOf<QByteArray>({ "", "Body", "\n\n---\n\nBody: x\n", "+++\n", " {\"a\": 1}\n" });
    const QByteArray mark = sometimes(6) ? "\xEF\xBB\xBF" : "";
    const int keys = below(7);
    if (dialect == Dialect::Json) {
        head.open = mark + oneOf<QByteArray>({ "{", "{\n", "\n{ " });
        for (int index = 0; index < keys; ++index) {
            const QByteArray key = "key" + QByteArray::number(index);
            head.pieces.append({ QString::fromUtf8(key), '"' + key + '"' + oneOf<QByteArray>({ ":", ": ", " :\t" }) + jsonValue() });
            if (index + 1 < keys)
                head.pieces.append({ {}, oneOf<QByteArray>({ ",", ", ", " ,", ",\n  " }) });
        }
        head.close = oneOf<QByteArray>({ "}", " }", "\n}" }) + "\n" + body;
        return head;
    }
    const QByteArray fence = dialect == Dialect::Yaml ? "---" : "+++";
    head.open = mark + (sometimes(6) ? "\n" : "") + fence + lineEnd;
    head.close = fence + (body.isEmpty() ? "" : lineEnd) + body;
    for (int index = 0; index < keys; ++index) {
        if (sometimes(4))
            head.pieces.append({ {}, oneOf<QByteArray>({ "# a comment", "", "# another: [" }) + lineEnd });
        const QByteArray key = "key" + QByteArray::number(index);
        if (dialect == Dialect::Yaml)
            head.pieces.append({ QString::fromUtf8(key), yamlPiece(key, lineEnd) });
        else
            head.pieces.append(
                { QString::fromUtf8(key),
                  (sometimes(6) ? '"' + key + '"' : key) + oneOf<QByteArray>({ " = ", "=", "  =  " }) + tomlValue() + comment() + '\n' });
    }
    if (dialect == Dialect::Toml && sometimes(2)) {
        head.pieces.append({ u"table"_s, "[table]\na = " + tomlValue() + "\nb.c = " + tomlValue() + comment() + "\n" });
        head.pieces.append(
            { u"list"_s, "[[list]]\npost = " + tomlValue() + comment() + "\n[[list]]\npost = " + tomlValue() + "\n\n# above\n[[list]]\n" });
    }
    return head;
}

/// `value` less the order of members, which TOML does not keep between its tables.
QString unordered(const Value &value)
{
    Value sorted = value;
    std::function<void(Value &)> sort = [&](Value &each) {
        std::ranges::sort(each.members, {}, &Value::Member::key);
        for (Value::Member &member : each.members)
            sort(member.value);
        for (Value &item : each.items)
            sort(item);
    };
    sort(sorted);
    return toText(sorted);
}

QByteArray context(quint32 seed, const QByteArray &before, const QByteArray &after)
{
    return "seed " + QByteArray::number(seed) + "\n<<<\n" + before + "\n===\n" + after + "\n>>>";
}

} // namespace

/// Laws that hold for every head and every edit, tried on many made at random.
class TestFrontMatterRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheLawsOfEditing_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("YAML") << Dialect::Yaml;
        QTest::newRow("TOML") << Dialect::Toml;
        QTest::newRow("JSON") << Dialect::Json;
    }
    void holdsTheLawsOfEditing()
    {
        QFETCH(Dialect, dialect);
        const int rounds = qEnvironmentVariableIsSet("QUILLWAY_RANDOM_ROUNDS") ? qEnvironmentVariableIntValue("QUILLWAY_RANDOM_ROUNDS")
                                                                               : 3000;
        for (int round = 0; round < rounds; ++round) {
            const quint32 seed = quint32(round);
            Maker maker(seed);
            const RandomHead head = maker.head(dialect);
            const QByteArray file = head.file();
            const auto before = parseFrontMatter(file);
            QVERIFY2(before, context(seed, file, before ? "" : before.error().detail.toUtf8()));
            const QByteArray body = file.sliced(before->bodyOffset);

            for (int change = 0; change < 3; ++change) {
                const QString key = maker.sometimes(4) || head.pieces.isEmpty() ? u"new"_s
                                                                                : head.pieces[maker.below(int(head.pieces.size()))].first;
                if (key.isEmpty())
                    continue;
                const Value *old = before->root.find(key);
                if (old)
                    QVERIFY2(editFrontMatter(file, { { key, *old } }) == file,
                             context(seed, file, editFrontMatter(file, { { key, *old } }).value_or("error")));

                KeyEdit edit { key, maker.value(dialect) };
                if (maker.sometimes(5))
                    edit.value.reset();
                const auto edited = editFrontMatter(file, { edit });
                QVERIFY2(edited, context(seed, file, key.toUtf8() + " = " + (edit.value ? toText(*edit.value) : u"removed"_s).toUtf8()));
                const QByteArray told = context(seed, file, *edited);
                const auto after = parseFrontMatter(*edited);
                QVERIFY2(after, told);
                QCOMPARE(after->dialect, dialect);
                QVERIFY2(edited->sliced(after->bodyOffset) == body, told);

                const Value *now = after->root.find(key);
                QVERIFY2((now != nullptr) == edit.value.has_value(), told);
                if (now)
                    QVERIFY2(dialect == Dialect::Toml ? unordered(*now) == unordered(*edit.value) : now->sameContent(*edit.value), told);
                keepsTheOthers(head, key, *edited, told);
            }
        }
    }

    /// Heads written whole read as what they were made of.
    void readsWhatItRenders_data() { holdsTheLawsOfEditing_data(); }
    void readsWhatItRenders()
    {
        QFETCH(Dialect, dialect);
        for (quint32 seed = 0; seed < 2000; ++seed) {
            Maker maker(seed);
            QList<Value::Member> members;
            for (int index = maker.below(6); index > 0; --index)
                members.append({ u"key%1"_s.arg(index), {}, maker.value(dialect) });
            const Value root = Value::map(members);
            const QByteArray head = renderFrontMatter(dialect, root);
            const auto read = parseFrontMatter(head + "Body\n");
            QVERIFY2(read, context(seed, head, read ? "" : read.error().detail.toUtf8()));
            QVERIFY2(dialect == Dialect::Toml ? unordered(read->root) == unordered(root) : read->root.sameContent(root),
                     context(seed, head, toText(root).toUtf8()));
            QCOMPARE(read->bodyOffset, head.size());
        }
    }

private:
    /// The bytes of all other keys and comments stand in `edited` as they were, in their order.
    static void keepsTheOthers(const RandomHead &head, const QString &changed, const QByteArray &edited, const QByteArray &told)
    {
        qsizetype at = 0;
        for (const auto &[key, bytes] : head.pieces) {
            // Commas and blank lines between two keys belong to whichever of them goes.
            if (key == changed || (key.isEmpty() && (head.dialect == Dialect::Json || bytes.trimmed().isEmpty())))
                continue;
            const qsizetype found = edited.indexOf(bytes, at);
            QVERIFY2(found >= 0, "lost: " + bytes + "\n" + told);
            at = found + bytes.size();
        }
    }
};

QTEST_APPLESS_MAIN(TestFrontMatterRandom)
#include "tst_front_matter_random.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/head_values.h"

#include "core/text/value_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using text::Value;

namespace {

Value head(const QByteArray &yaml)
{
    return text::parseFrontMatter("---\n" + yaml + "---\n")->root;
}

} // namespace

class TestHeadValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreFoundWhateverTheirCase()
    {
        const Value root = head("Claims: [a]\nclaims: [b]\nTITLE: T\nfocus:\n"_ba);
        QCOMPARE(spellingOf(root, u"claims"_s), u"claims"_s);
        QCOMPARE(spellingOf(root, u"title"_s), u"TITLE"_s);
        QCOMPARE(spellingOf(root, u"tags"_s), u"tags"_s);
        QCOMPARE(textOf(root, u"title"_s), u"T"_s);
        QCOMPARE(valueOf(root, u"focus"_s), nullptr);
        QCOMPARE(itemsOf(root, u"claims"_s).size(), 1);
    }

    void listsAreReadAsTheyMayBeWritten()
    {
        const Value root = head("one: text\nwords: go, sql\nlist: [a, 2, {b: c}]\nmap: {a: b}\n"_ba);
        QCOMPARE(itemsOf(root, u"one"_s).size(), 1);
        QCOMPARE(wordsOf(root, u"words"_s), QStringList({ u"go"_s, u"sql"_s }));
        QCOMPARE(itemsOf(root, u"list"_s).size(), 3);
        QCOMPARE(wordsOf(root, u"list"_s), QStringList({ u"a"_s, u"2"_s }));
        QCOMPARE(textOf(root, u"map"_s), QString());
    }

    void aMemberIsSetAndTakenAway_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("text"); // empty: taken away
        QTest::addColumn<QString>("after");
        QTest::newRow("new") << "v: {post: a}\n"_ba << u"N"_s << uR"({post: "a", note: "N"})"_s;
        QTest::newRow("there, in capitals") << "v: {Note: x, post: a}\n"_ba << u"N"_s << uR"({Note: "N", post: "a"})"_s;
        QTest::newRow("unknown ones stay") << "v: {post: a, mine: 1}\n"_ba << u"N"_s << uR"({post: "a", mine: 1i, note: "N"})"_s;
        QTest::newRow("of a slug alone") << "v: a\n"_ba << u"N"_s << uR"({post: "a", note: "N"})"_s;
        QTest::newRow("taken away") << "v: {post: a, note: x}\n"_ba << QString() << uR"({post: "a"})"_s;
        QTest::newRow("was not there") << "v: {post: a}\n"_ba << QString() << uR"({post: "a"})"_s;
    }
    void aMemberIsSetAndTakenAway()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QString, text);
        const Value map = *head(before).find(u"v");
        QTEST(text::toText(withMember(map, u"post"_s, u"note"_s, text.isEmpty() ? std::nullopt : std::optional(Value::string(text)))),
              "after");
    }

    void whatIsEmptyTakesTheKeyAway()
    {
        const Value root = head("Claims: [a]\n"_ba);
        QVERIFY(!editOf(root, u"claims"_s, QString()).value);
        QVERIFY(!editOf(root, u"claims"_s, QList<Value>()).value);
        QVERIFY(!editOf(root, u"claims"_s, QStringList()).value);
        QCOMPARE(editOf(root, u"claims"_s, u"x"_s).key, u"Claims"_s);
    }
};

QTEST_GUILESS_MAIN(TestHeadValues)
#include "tst_head_values.moc"

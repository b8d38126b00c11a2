// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/value.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

Value scalar(Value::Kind kind, const QString &text)
{
    Value value;
    value.kind = kind;
    value.text = text;
    return value;
}

} // namespace

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsMembersByExactSpelling()
    {
        const Value map = Value::map({ { u"Title"_s, {}, Value::string(u"upper"_s) }, { u"title"_s, {}, Value::string(u"lower"_s) } });
        QCOMPARE(map.find(u"title")->text, u"lower"_s);
        QCOMPARE(map.find(u"Title")->text, u"upper"_s);
        QVERIFY(!map.find(u"TITLE"));
        QVERIFY(!Value::string(u"title"_s).find(u"title"));
    }

    void isScalarUnlessItHoldsOthers()
    {
        QVERIFY(Value().isScalar());
        QVERIFY(Value::boolean(true).isScalar());
        QVERIFY(Value::dateTime(u"2022-01-01"_s).isScalar());
        QVERIFY(!Value::list({}).isScalar());
        QVERIFY(!Value::map({}).isScalar());
    }

    void becomesPlainQtTypes_data()
    {
        using enum Value::Kind;
        QTest::addColumn<Value>("value");
        QTest::addColumn<QVariant>("expected");
        QTest::newRow("null") << Value() << QVariant();
        QTest::newRow("true") << Value::boolean(true) << QVariant(true);
        QTest::newRow("false") << Value::boolean(false) << QVariant(false);
        QTest::newRow("integer") << Value::integer(-42) << QVariant(qlonglong(-42));
        QTest::newRow("integer with a plus") << scalar(Integer, u"+7"_s) << QVariant(qlonglong(7));
        QTest::newRow("integer with zeros before") << scalar(Integer, u"007"_s) << QVariant(qlonglong(7));
        QTest::newRow("hexadecimal") << scalar(Integer, u"0x1F"_s) << QVariant(qlonglong(31));
        QTest::newRow("octal") << scalar(Integer, u"0o17"_s) << QVariant(qlonglong(15));
        QTest::newRow("least integer") << scalar(Integer, u"-9223372036854775808"_s) << QVariant(std::numeric_limits<qlonglong>::min());
        QTest::newRow("integer too large stays text") << scalar(Integer, u"9223372036854775808"_s) << QVariant(u"9223372036854775808"_s);
        QTest::newRow("float") << scalar(Float, u"1.5e3"_s) << QVariant(1500.0);
        QTest::newRow("float without whole part") << scalar(Float, u".5"_s) << QVariant(0.5);
        QTest::newRow("YAML infinity") << scalar(Float, u"-.Inf"_s) << QVariant(-std::numeric_limits<double>::infinity());
        QTest::newRow("TOML infinity") << scalar(Float, u"inf"_s) << QVariant(std::numeric_limits<double>::infinity());
        QTest::newRow("date keeps its text") << Value::dateTime(u"2022-8-9"_s) << QVariant(u"2022-8-9"_s);
        QTest::newRow("string") << Value::string(u"x"_s) << QVariant(u"x"_s);
        QTest::newRow("string of digits stays one") << Value::string(u"1"_s) << QVariant(u"1"_s);
        QTest::newRow("list") << Value::strings({ u"a"_s, u"b"_s }) << QVariant(QVariantList { u"a"_s, u"b"_s });
        QTest::newRow("map") << Value::map({ { u"k"_s, {}, Value::list({ Value::integer(1) }) } })
                             << QVariant(QVariantMap { { u"k"_s, QVariantList { qlonglong(1) } } });
    }
    void becomesPlainQtTypes()
    {
        QFETCH(Value, value);
        QFETCH(QVariant, expected);
        QCOMPARE(value.toVariant(), expected);
        QCOMPARE(value.toVariant().typeId(), expected.typeId());
    }

    void notANumberBecomesOne() { QVERIFY(std::isnan(scalar(Value::Kind::Float, u".nan"_s).toVariant().toDouble())); }

    void comparesContentNotPlaces_data()
    {
        const auto map = [](const QString &a, const QString &b) {
            return Value::map({ { a, { 1, 1 }, Value::integer(1) }, { b, { 2, 1 }, Value::integer(2) } });
        };
        QTest::addColumn<Value>("a");
        QTest::addColumn<Value>("b");
        QTest::addColumn<bool>("same");
        Value placed = Value::string(u"x"_s);
        placed.position = { 3, 4 };
        QTest::newRow("places do not count") << Value::string(u"x"_s) << placed << true;
        QTest::newRow("nulls") << Value() << Value() << true;
        QTest::newRow("texts differ") << Value::string(u"x"_s) << Value::string(u"y"_s) << false;
        QTest::newRow("kinds differ") << Value::string(u"1"_s) << Value::integer(1) << false;
        QTest::newRow("null is no empty string") << Value() << Value::string({}) << false;
        QTest::newRow("lists in order") << Value::strings({ u"a"_s, u"b"_s }) << Value::strings({ u"b"_s, u"a"_s }) << false;
        QTest::newRow("list longer") << Value::strings({ u"a"_s }) << Value::strings({ u"a"_s, u"b"_s }) << false;
        QTest::newRow("empty list is no empty map") << Value::list({}) << Value::map({}) << false;
        QTest::newRow("maps") << map(u"a"_s, u"b"_s) << map(u"a"_s, u"b"_s) << true;
        QTest::newRow("map keys differ") << map(u"a"_s, u"b"_s) << map(u"a"_s, u"c"_s) << false;
    }
    void comparesContentNotPlaces()
    {
        QFETCH(Value, a);
        QFETCH(Value, b);
        QFETCH(bool, same);
        QCOMPARE(a.sameContent(b), same);
        QCOMPARE(b.sameContent(a), same);
    }
};

QTEST_APPLESS_MAIN(TestValue)
#include "tst_value.moc"

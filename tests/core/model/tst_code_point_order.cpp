// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/code_point_order.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestCodePointOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compares_data();
    void compares();
    void agreesWithCodePoints();
};

void TestCodePointOrder::compares_data()
{
    QTest::addColumn<QString>("less");
    QTest::addColumn<QString>("greater");
    QTest::newRow("letters") << u"a"_s << u"b"_s;
    QTest::newRow("capitals before small letters") << u"Z"_s << u"a"_s;
    QTest::newRow("a prefix") << u"go"_s << u"go-lang"_s;
    QTest::newRow("nothing before something") << QString() << u"a"_s;
    QTest::newRow("accents behind ASCII") << u"z"_s << u"é"_s;
    QTest::newRow("a presentation form before an emoji") << u"ﬁ"_s << u"😀"_s;
    QTest::newRow("the last of the basic plane before the first beyond") << QString(QChar(0xFFFD)) << QString::fromUcs4(U"\U00010000");
    QTest::newRow("beyond the basic plane") << u"😀"_s << u"😁"_s;
}

void TestCodePointOrder::compares()
{
    QFETCH(QString, less);
    QFETCH(QString, greater);
    QVERIFY(model::compareCodePoints(less, greater) < 0);
    QVERIFY(model::compareCodePoints(greater, less) > 0);
    QVERIFY(model::compareCodePoints(less, less) == 0);
}

void TestCodePointOrder::agreesWithCodePoints()
{
    QRandomGenerator random(7);
    const QList<uint> alphabet { U'a', U'é', 0x4E00, 0xE000, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF };
    const auto text = [&] {
        QList<uint> points(random.bounded(4));
        std::ranges::generate(points, [&] { return alphabet[random.bounded(alphabet.size())]; });
        return points;
    };
    for (int i = 0; i < 10'000; ++i) {
        const QList<uint> a = text();
        const QList<uint> b = text();
        const auto expected = std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
        const auto toText = [](const QList<uint> &points) {
            return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.data()), points.size());
        };
        QVERIFY(model::compareCodePoints(toText(a), toText(b)) == expected);
    }
}

QTEST_APPLESS_MAIN(TestCodePointOrder)
#include "tst_code_point_order.moc"

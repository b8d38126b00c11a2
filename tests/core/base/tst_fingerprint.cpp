// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fingerprint.h"

#include <QSet>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThePublishedFunction_data();
    void isThePublishedFunction();
    void dependsOnEveryBit();
};

void TestFingerprint::isThePublishedFunction_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected"); // the two words, each with its highest byte first
    QTest::newRow("nothing") << ""_ba << "00000000000000000000000000000000"_ba;
    QTest::newRow("less than a word") << "hello"_ba << "cbd8a7b341bd9b025b1e906a48ae1d19"_ba;
    QTest::newRow("some blocks and a rest") << "The quick brown fox jumps over the lazy dog"_ba << "e34bbc7bbc071b6c7a433ca9c49a9347"_ba;
}

void TestFingerprint::isThePublishedFunction()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QByteArray words = fingerprint(text);
    QCOMPARE(words.size(), 16);
    std::reverse(words.begin(), words.begin() + 8);
    std::reverse(words.begin() + 8, words.end());
    QCOMPARE(words.toHex(), expected);
}

void TestFingerprint::dependsOnEveryBit()
{
    QSet<QByteArray> seen;
    qsizetype count = 0;
    for (qsizetype size = 0; size <= 40; ++size) {
        QByteArray bytes(size, 'x');
        seen.insert(fingerprint(bytes));
        ++count;
        for (qsizetype bit = 0; bit < 8 * size; ++bit) {
            bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
            seen.insert(fingerprint(bytes));
            bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
            ++count;
        }
    }
    QCOMPARE(seen.size(), count);
}

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/content_hash.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestContentHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysWhatItIs_data();
    void staysWhatItIs();
    void tellsContentsApart();
};

/// Stored hashes must mean the same in every version; the values are b2sum's (`b2sum -l 160`).
void TestContentHash::staysWhatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("empty") << ""_ba << "3345524abf6bbe1809449224b5972c41790b6cf2"_ba;
    QTest::newRow("text") << "abc"_ba << "384264f676f39536840523f284921cdc68b6846b"_ba;
}

void TestContentHash::staysWhatItIs()
{
    QFETCH(QByteArray, bytes);
    QTEST(contentHash(bytes).toHex(), "hash");
}

void TestContentHash::tellsContentsApart()
{
    QVERIFY(contentHash("a\n") != contentHash("a\r\n"));
    QVERIFY(contentHash(QByteArray("a\0", 2)) != contentHash("a"));
    QCOMPARE(contentHash(QByteArray(1 << 20, 'x')), contentHash(QByteArray(1 << 20, 'x')));
}

QTEST_GUILESS_MAIN(TestContentHash)
#include "tst_content_hash.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/byte_range.h"

#include <QTest>

using namespace quillway::serve;
using Kind = RangeWish::Kind;

class TestByteRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("length");
        const auto part = [](const char *name, const QByteArray &header, qint64 first, qint64 length) {
            QTest::newRow(name) << header << Kind::Part << first << length;
        };
        const auto other = [](const char *name, const QByteArray &header, Kind kind) {
            QTest::newRow(name) << header << kind << 0LL << 0LL;
        };
        part("the first bytes", "bytes=0-9", 0, 10);
        part("one byte", "bytes=99-99", 99, 1);
        part("from some byte on", "bytes=90-", 90, 10);
        part("the last bytes", "bytes=-10", 90, 10);
        part("more than there is", "bytes=90-1000", 90, 10);
        part("more last bytes than there are", "bytes=-1000", 0, 100);
        part("a number that fits nowhere", "bytes=0-99999999999999999999999", 0, 100);
        part("in capitals", "Bytes=0-9", 0, 10);
        other("behind the end", "bytes=100-", Kind::Unsatisfiable);
        other("none of the last bytes", "bytes=-0", Kind::Unsatisfiable);
        other("far behind the end", "bytes=99999999999999999999999-", Kind::Unsatisfiable);
        other("nothing", "", Kind::Whole);
        other("another unit", "lines=0-9", Kind::Whole);
        other("several", "bytes=0-1,5-6", Kind::Whole);
        other("backwards", "bytes=9-0", Kind::Whole);
        other("no numbers", "bytes=-", Kind::Whole);
        other("words", "bytes=a-b", Kind::Whole);
        other("a sign", "bytes=+1-2", Kind::Whole);
    }
    void readsWhatIsAskedFor()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const qint64, first);
        QFETCH(const qint64, length);
        const RangeWish wish = parseRange(header, 100);
        QTEST(wish.kind, "kind");
        QCOMPARE(wish.range, (ByteRange { first, length }));
    }

    void nothingHasNoParts() { QCOMPARE(parseRange("bytes=0-0", 0).kind, Kind::Unsatisfiable); }
};

QTEST_GUILESS_MAIN(TestByteRange)
#include "tst_byte_range.moc"

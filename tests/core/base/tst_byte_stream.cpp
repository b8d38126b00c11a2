// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_stream.h"
#include "core/base/file_stamp.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestByteStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten();
    void goesOnBehindWhatWasBegun();
    void givesNothingBeyondTheEnd();
    void doesNotBelieveACount();
    void sumsDiffer();
    void stampsSettle_data();
    void stampsSettle();
};

void TestByteStream::readsWhatWasWritten()
{
    ByteWriter writer;
    writer.number(qint64(-5));
    writer.number(quint8(1));
    writer.text(u"größe \xd83d\xde00");
    writer.bytes("a\0b"_ba);
    write(writer, FileStamp { 1, 2, 3, 4 });
    ByteReader reader(writer.written());
    QCOMPARE(reader.number<qint64>(), qint64(-5));
    QCOMPARE(reader.flag(), true);
    QCOMPARE(reader.text(), u"größe \xd83d\xde00"_s);
    QCOMPARE(reader.bytes().toByteArray(), "a\0b"_ba);
    QCOMPARE(readStamp(reader), (FileStamp { 1, 2, 3, 4 }));
    QVERIFY(reader.isGood() && reader.atEnd());
}

void TestByteStream::goesOnBehindWhatWasBegun()
{
    ByteWriter writer("begun"_ba, 100);
    writer.bytes("x");
    QVERIFY(writer.written().startsWith("begun"));
    ByteReader reader(QByteArrayView(writer.written()).sliced(5));
    QCOMPARE(reader.bytes().toByteArray(), "x"_ba);
    QVERIFY(reader.isGood() && reader.atEnd());
}

void TestByteStream::givesNothingBeyondTheEnd()
{
    ByteWriter writer;
    writer.number(quint32(100));
    writer.number(quint8(7));
    ByteReader reader(writer.written());
    QVERIFY(reader.bytes().isEmpty());
    QVERIFY(!reader.isGood());
    QCOMPARE(reader.number<qint64>(), qint64(0));
    QCOMPARE(reader.text(), QString());

    ByteReader odd("\3\0\0\0abc"_ba);
    QCOMPARE(odd.text().size(), qsizetype(1));
    QVERIFY(!odd.isGood());
}

void TestByteStream::doesNotBelieveACount()
{
    ByteWriter writer;
    writer.number(quint32(3));
    writer.number(quint32(0));
    QCOMPARE(ByteReader(writer.written()).count(1), qsizetype(3));
    ByteReader reader(writer.written());
    QCOMPARE(reader.count(2), qsizetype(0));
    QVERIFY(!reader.isGood());
}

void TestByteStream::sumsDiffer()
{
    const QByteArray text(1000, 'x');
    QSet<quint64> sums { checkSum(text),         checkSum(QByteArray(1001, 'x')), checkSum(QByteArray(999, 'x')),
                         checkSum(QByteArray()), checkSum(QByteArray(1, '\0')),   checkSum(QByteArray(2, '\0')) };
    QCOMPARE(sums.size(), qsizetype(6));
    for (qsizetype i = 0; i < text.size(); ++i) {
        QByteArray other = text;
        other[i] = 'y';
        sums.insert(checkSum(other));
    }
    QCOMPARE(sums.size(), 6 + text.size());
}

void TestByteStream::stampsSettle_data()
{
    QTest::addColumn<qint64>("modified"); // milliseconds before now
    QTest::addColumn<qint64>("changed");
    QTest::addColumn<bool>("settled");
    QTest::newRow("just now") << qint64(0) << qint64(0) << false;
    QTest::newRow("a step ago") << qint64(60) << qint64(60) << true;
    QTest::newRow("changed just now, by its time long ago") << qint64(100'000) << qint64(1) << false;
    QTest::newRow("in the future") << qint64(-5'000) << qint64(100) << false;
    QTest::newRow("whole seconds, just now") << qint64(1'500) << qint64(1'500) << false;
    QTest::newRow("whole seconds, long ago") << qint64(4'500) << qint64(4'500) << true;
}

void TestByteStream::stampsSettle()
{
    QFETCH(qint64, modified);
    QFETCH(qint64, changed);
    constexpr qint64 milli = 1'000'000;
    constexpr qint64 now = 1'700'000'000'500 * milli;
    const FileStamp stamp { 1, now - modified * milli, now - changed * milli, 1 };
    QTEST(isSettled(stamp, now), "settled");
    QVERIFY(!isSettled(FileStamp(), now));
}

QTEST_GUILESS_MAIN(TestByteStream)
#include "tst_byte_stream.moc"

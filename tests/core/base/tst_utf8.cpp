// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype none = -1;

/// By definition, slowly: what Qt's own decoder takes as it is.
bool isValidByQt(const QByteArray &bytes)
{
    return bytes.isValidUtf8();
}

QByteArray encodedBlindly(char32_t c)
{
    if (c < 0x80)
        return QByteArray(1, char(c));
    if (c < 0x800)
        return { QByteArray(1, char(0xC0 | (c >> 6))) + char(0x80 | (c & 0x3F)) };
    if (c < 0x10000)
        return { QByteArray(1, char(0xE0 | (c >> 12))) + char(0x80 | ((c >> 6) & 0x3F)) + char(0x80 | (c & 0x3F)) };
    return { QByteArray(1, char(0xF0 | (c >> 18))) + char(0x80 | ((c >> 12) & 0x3F)) + char(0x80 | ((c >> 6) & 0x3F))
             + char(0x80 | (c & 0x3F)) };
}

} // namespace

class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirstInvalidByte_data();
    void findsTheFirstInvalidByte();
    void findsItWhereverItStands();
    void takesEveryCodePointAndNoOther();
    void agreesWithQtOnEveryShortSequence();
    void givesTheLengthOfASequence_data();
    void givesTheLengthOfASequence();
    void knowsTheByteOrderMark();
};

void TestUtf8::findsTheFirstInvalidByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("invalid");

    QTest::newRow("empty") << ""_ba << none;
    QTest::newRow("ASCII") << "plain text"_ba << none;
    QTest::newRow("NUL is a character") << QByteArray("a\0b", 3) << none;
    QTest::newRow("two, three and four bytes") << "ß € 🖋"_ba << none;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFx"_ba << none;
    QTest::newRow("long ASCII") << QByteArray(1000, 'x') << none;
    QTest::newRow("long Chinese") << QByteArray("博客").repeated(500) << none;
    QTest::newRow("U+10FFFF") << "\xF4\x8F\xBF\xBF"_ba << none;
    QTest::newRow("noncharacter U+FFFE is valid") << "\xEF\xBF\xBE"_ba << none;

    QTest::newRow("Latin-1") << "caf\xE9 noir"_ba << qsizetype(3);
    QTest::newRow("Windows-1252 quote") << "it\x92s"_ba << qsizetype(2);
    QTest::newRow("Shift_JIS") << "\x93\xFA\x96\x7B"_ba << qsizetype(0);
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE\x41\x00", 4) << qsizetype(0);
    QTest::newRow("lone continuation byte") << "ab\x80"_ba << qsizetype(2);
    QTest::newRow("cut in two bytes") << "ab\xC3"_ba << qsizetype(2);
    QTest::newRow("cut in three bytes") << "ab\xE2\x82"_ba << qsizetype(2);
    QTest::newRow("cut in four bytes") << "ab\xF0\x9F\x96"_ba << qsizetype(2);
    QTest::newRow("cut by the next character") << "\xE2\x82z"_ba << qsizetype(0);
    QTest::newRow("overlong slash, two bytes") << "\xC0\xAF"_ba << qsizetype(0);
    QTest::newRow("overlong slash, three bytes") << "\xE0\x80\xAF"_ba << qsizetype(0);
    QTest::newRow("overlong slash, four bytes") << "\xF0\x80\x80\xAF"_ba << qsizetype(0);
    QTest::newRow("surrogate") << "x\xED\xA0\x80"_ba << qsizetype(1);
    QTest::newRow("beyond U+10FFFF") << "\xF4\x90\x80\x80"_ba << qsizetype(0);
    QTest::newRow("five-byte form") << "\xF8\x88\x80\x80\x80"_ba << qsizetype(0);
    QTest::newRow("FE and FF") << "a\xFE\xFF"_ba << qsizetype(1);
    QTest::newRow("after much ASCII") << QByteArray(1000, 'x') + '\xFF' << qsizetype(1000);
    QTest::newRow("after much Chinese") << QByteArray("博").repeated(500) + '\xFF' << qsizetype(1500);
}

void TestUtf8::findsTheFirstInvalidByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, invalid);
    QCOMPARE(firstInvalidUtf8(bytes).value_or(none), invalid);
    QCOMPARE(isValidByQt(bytes), invalid == none);
}

/// The check runs in blocks: no place before, at or behind a block's edge may differ.
void TestUtf8::findsItWhereverItStands()
{
    for (qsizetype size = 1; size < 200; ++size) {
        for (qsizetype place = 0; place < size; ++place) {
            QByteArray bytes(size, 'a');
            bytes[place] = '\x9C';
            QCOMPARE(firstInvalidUtf8(bytes).value_or(none), place);
        }
    }
}

void TestUtf8::takesEveryCodePointAndNoOther()
{
    for (char32_t c = 0; c < 0x200000; ++c) {
        const bool isCodePoint = c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
        if (firstInvalidUtf8(encodedBlindly(c)).has_value() == isCodePoint)
            QFAIL(qPrintable(u"wrong about U+%1"_s.arg(uint(c), 4, 16)));
    }
}

void TestUtf8::agreesWithQtOnEveryShortSequence()
{
    for (int bits = 0; bits < 0x1000000; bits += 1 + (bits % 7)) {
        const char raw[] { char(bits >> 16), char(bits >> 8), char(bits) };
        const QByteArray bytes = QByteArray::fromRawData(raw, sizeof raw);
        if (firstInvalidUtf8(bytes).has_value() == isValidByQt(bytes))
            QFAIL(qPrintable(u"differs for %1"_s.arg(bits, 6, 16)));
    }
}

void TestUtf8::givesTheLengthOfASequence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<qsizetype>("length");

    QTest::newRow("ASCII") << "ab"_ba << qsizetype(1) << qsizetype(1);
    QTest::newRow("two") << "aß"_ba << qsizetype(1) << qsizetype(2);
    QTest::newRow("three") << "€"_ba << qsizetype(0) << qsizetype(3);
    QTest::newRow("four") << "🖋"_ba << qsizetype(0) << qsizetype(4);
    QTest::newRow("inside one") << "€"_ba << qsizetype(1) << qsizetype(0);
    QTest::newRow("cut") << "\xE2\x82"_ba << qsizetype(0) << qsizetype(0);
    QTest::newRow("at the end") << "a"_ba << qsizetype(1) << qsizetype(0);
    QTest::newRow("before the beginning") << "a"_ba << qsizetype(-1) << qsizetype(0);
}

void TestUtf8::givesTheLengthOfASequence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, at);
    QTEST(utf8SequenceLength(bytes, at), "length");
}

void TestUtf8::knowsTheByteOrderMark()
{
    QCOMPARE(byteOrderMarkSize("\xEF\xBB\xBF---"), 3);
    QCOMPARE(byteOrderMarkSize("\xEF\xBB\xBF"), 3);
    QCOMPARE(byteOrderMarkSize("\xEF\xBB"), 0);
    QCOMPARE(byteOrderMarkSize("a\xEF\xBB\xBF"), 0);
    QCOMPARE(byteOrderMarkSize({}), 0);
}

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"

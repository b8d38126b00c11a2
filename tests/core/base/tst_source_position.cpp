// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/source_position.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestSourcePosition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsLinesAndColumns_data();
    void countsLinesAndColumns();
    void findsWhereALineStarts_data();
    void findsWhereALineStarts();
    void lineStartIsTheFirstColumn();
    void anUnsetPlaceIsInvalid();
};

void TestSourcePosition::countsLinesAndColumns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &text, qsizetype offset, int line, int column) {
        QTest::newRow(name) << text << offset << line << column;
    };

    row("empty text", ""_ba, 0, 1, 1);
    row("begin", "abc"_ba, 0, 1, 1);
    row("middle", "abc"_ba, 2, 1, 3);
    row("end without a line end", "abc"_ba, 3, 1, 4);
    row("at a line end", "ab\ncd"_ba, 2, 1, 3);
    row("begin of line 2", "ab\ncd"_ba, 3, 2, 1);
    row("behind the last line end", "ab\n"_ba, 3, 2, 1);
    row("empty lines", "\n\n\nx"_ba, 3, 4, 1);
    row("CRLF", "ab\r\ncd"_ba, 5, 2, 2);
    row("inside a CRLF is the line end", "ab\r\ncd"_ba, 3, 1, 3);
    row("lone CR", "ab\rcd"_ba, 3, 2, 1);
    row("CR CR LF is two line ends", "a\r\r\nb"_ba, 4, 3, 1);
    row("LF CR is two line ends", "a\n\rb"_ba, 3, 3, 1);
    row("mixed ends", "a\nb\rc\r\nd"_ba, 7, 4, 1);
    row("umlaut counts once", "größer"_ba, 6, 1, 5);
    row("emoji counts once", "🖋x"_ba, 4, 1, 2);
    row("combining accent counts by itself", "e\u0301x"_ba, 3, 1, 3);
    row("inside a code point", "a€b"_ba, 2, 1, 2);
    row("last byte of a code point", "a€b"_ba, 3, 1, 2);
    row("behind it", "a€b"_ba, 4, 1, 3);
    row("byte order mark is not counted",
        "\xEF\xBB\xBF"
        "ab"_ba,
        4, 1, 2);
    row("inside the byte order mark",
        "\xEF\xBB\xBF"
        "ab"_ba,
        1, 1, 1);
    row("a second mark is a character",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "a"_ba,
        6, 1, 2);
    row("tab is one column", "\tx"_ba, 1, 1, 2);
    row("NUL is one column", QByteArray("a\0b", 3), 2, 1, 3);
    row("at a byte that is not UTF-8", "caf\xE9 x"_ba, 3, 1, 4);
    row("stray continuation bytes count one by one", "a\x80\x80z"_ba, 3, 1, 4);
    row("cut sequence at the end", "a\xE2\x82"_ba, 2, 1, 3);
    row("before the text", "abc"_ba, -5, 1, 1);
    row("behind the text", "ab\nc"_ba, 99, 2, 2);
}

void TestSourcePosition::countsLinesAndColumns()
{
    QFETCH(QByteArray, text);
    QFETCH(qsizetype, offset);
    const SourcePosition position = positionAt(text, offset);
    QTEST(position.line, "line");
    QTEST(position.column, "column");
    QVERIFY(position.isValid());
}

void TestSourcePosition::findsWhereALineStarts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<qsizetype>("offset");

    QTest::newRow("first") << "ab\ncd"_ba << 1 << qsizetype(0);
    QTest::newRow("second") << "ab\ncd"_ba << 2 << qsizetype(3);
    QTest::newRow("CRLF") << "ab\r\ncd"_ba << 2 << qsizetype(4);
    QTest::newRow("CR") << "ab\rcd"_ba << 2 << qsizetype(3);
    QTest::newRow("behind a byte order mark") << "\xEF\xBB\xBF"
                                                 "ab\ncd"_ba
                                              << 1 << qsizetype(3);
    QTest::newRow("second behind a byte order mark") << "\xEF\xBB\xBF"
                                                        "ab\ncd"_ba
                                                     << 2 << qsizetype(6);
    QTest::newRow("last, empty") << "ab\n"_ba << 2 << qsizetype(3);
    QTest::newRow("no such line") << "ab\ncd"_ba << 3 << qsizetype(5);
    QTest::newRow("far beyond") << "ab\ncd"_ba << 1000000 << qsizetype(5);
    QTest::newRow("line 0") << "ab\ncd"_ba << 0 << qsizetype(0);
    QTest::newRow("negative") << "ab\ncd"_ba << -7 << qsizetype(0);
    QTest::newRow("empty text") << ""_ba << 1 << qsizetype(0);
}

void TestSourcePosition::findsWhereALineStarts()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QTEST(lineStart(text, line), "offset");
}

void TestSourcePosition::lineStartIsTheFirstColumn()
{
    const QByteArray text = "\xEF\xBB\xBFone\ntwo\r\ndrei \xE2\x82\xAC\rfour\n\n\xFFsix\n"_ba;
    for (int line = 1; line <= 7; ++line)
        QCOMPARE(positionAt(text, lineStart(text, line)), (SourcePosition { line, 1 }));
}

void TestSourcePosition::anUnsetPlaceIsInvalid()
{
    QVERIFY(!SourcePosition().isValid());
    QVERIFY((SourcePosition { 2, 9 } < SourcePosition { 3, 1 }));
}

QTEST_GUILESS_MAIN(TestSourcePosition)
#include "tst_source_position.moc"

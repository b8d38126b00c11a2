// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/line_ends.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::text;

class TestLineEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackByteForByte_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("one line without an end") << "a"_ba;
        QTest::newRow("LF") << "a\nb\n"_ba;
        QTest::newRow("CRLF") << "a\r\nb\r\n"_ba;
        QTest::newRow("CR") << "a\rb\r"_ba;
        QTest::newRow("mixed") << "a\r\nb\nc\rd"_ba;
        QTest::newRow("CR before CRLF") << "a\r\r\nb"_ba;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                            "a\n"_ba;
        QTest::newRow("byte order mark alone") << "\xEF\xBB\xBF"_ba;
        QTest::newRow("second byte order mark is text") << "\xEF\xBB\xBF\xEF\xBB\xBFx\n"_ba;
        QTest::newRow("no-break space, line separator") << "a\xC2\xA0"
                                                           "b\xE2\x80\xA8"
                                                           "c\n"_ba;
        QTest::newRow("paragraph separator") << "a\xE2\x80\xA9"
                                                "b\n"_ba;
        QTest::newRow("NUL") << QByteArray("a\0b\n", 4);
        QTest::newRow("emoji and combining marks") << "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB e\xCC\x81\r\n"_ba;
        QTest::newRow("blank lines") << "\n\n\r\n\n"_ba;
    }
    void comesBackByteForByte()
    {
        QFETCH(QByteArray, file);
        const auto text = toEditorText(file);
        QVERIFY(text);
        QCOMPARE(text->text.count(u'\n'), text->ends.size());
        QVERIFY(!text->text.contains(u'\r'));
        QCOMPARE(fromEditorText(*text, text->text), file);
    }

    void keepsTheEndsAroundAnEdit_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("edited");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("line typed into CRLF") << "a\r\nb\r\n"_ba << u"a\nnew\nb\n"_s << "a\r\nnew\r\nb\r\n"_ba;
        QTest::newRow("line typed into mixed ends") << "a\r\nb\nc\r\n"_ba << u"a\nb\nnew\nc\n"_s << "a\r\nb\nnew\r\nc\r\n"_ba;
        QTest::newRow("line removed") << "a\r\nb\nc\r\n"_ba << u"a\nc\n"_s << "a\r\nc\r\n"_ba;
        QTest::newRow("lines joined") << "a\r\nb\nc\r\n"_ba << u"a\nbc\n"_s << "a\r\nbc\r\n"_ba;
        QTest::newRow("everything replaced") << "a\r\nb\r\n"_ba << u"x"_s << "x"_ba;
        QTest::newRow("text in the middle of a line") << "a\rbb\nc\r\n"_ba << u"a\nb!b\nc\n"_s << "a\rb!b\nc\r\n"_ba;
        QTest::newRow("same lines repeated") << "a\na\r\na\n"_ba << u"a\na\na\na\n"_s << "a\na\r\na\na\n"_ba;
        QTest::newRow("first text of an empty file") << ""_ba << u"a\nb"_s << "a\nb"_ba;
    }
    void keepsTheEndsAroundAnEdit()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, edited);
        QFETCH(QByteArray, expected);
        QCOMPARE(fromEditorText(toEditorText(file).value(), edited), expected);
    }

    void tellsWhereTextIsNoUtf8()
    {
        const auto text = toEditorText("fine\nno\xFF\n"_ba);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::NotUtf8);
        QCOMPARE(text.error().position, (SourcePosition { 2, 3 }));
    }

    void knowsItsEnds()
    {
        QCOMPARE(toEditorText("a\r\nb\r\nc\n"_ba)->dominantEnd(), LineEnd::Crlf);
        QVERIFY(toEditorText("a\r\nb\n"_ba)->hasMixedEnds());
        QVERIFY(!toEditorText("a\r\nb\r\n"_ba)->hasMixedEnds());
        QCOMPARE(toEditorText("a"_ba)->dominantEnd(), LineEnd::Lf);
    }
};

QTEST_GUILESS_MAIN(TestLineEnds)
#include "tst_line_ends.moc"

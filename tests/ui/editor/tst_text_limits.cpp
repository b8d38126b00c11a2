// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_limits.h"

#include "support/work_timer.h"
#include "ui/editor/file_document.h"
#include "ui/editor/syntax.h"
#include "ui/editor/text_editor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QTextBlock>
#include <QToolTip>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const SitePath file = SitePath::literal(u"posts/a.md");

qsizetype longestLineOf(FileDocument &document)
{
    qsizetype longest = 0;
    for (QTextBlock block = document.document()->firstBlock(); block.isValid(); block = block.next())
        longest = std::max<qsizetype>(longest, block.length());
    return longest;
}

QByteArray body(const QByteArray &text)
{
    return "---\ntitle: A\n---\n\n" + text;
}

} // namespace

/// Texts that a text widget cannot take: they are shown, kept byte for byte, and said to be too long. All others can be typed in.
class TestTextLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsTooLong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isTooLong");
        QTest::addColumn<int>("line");
        const QString longest(longestEditedLine, u'x');
        QTest::newRow("nothing") << QString() << false << 0;
        QTest::newRow("the longest line") << longest << false << 0;
        QTest::newRow("a line longer than that") << longest + u'x' << true << 1;
        QTest::newRow("in the midst") << u"a\nb\n"_s + longest + u"x\nc"_s << true << 3;
        QTest::newRow("the last one") << u"a\n"_s + longest + u'x' << true << 2;
        QTest::newRow("the longest text") << QString(u"x\n"_s).repeated(largestEditedText / 2) << false << 0;
        QTest::newRow("longer than that") << QString(u"x\n"_s).repeated(largestEditedText / 2) + u'x' << true << 0;
    }
    void tellsWhatIsTooLong()
    {
        QFETCH(const QString, text);
        QFETCH(const int, line);
        const auto reason = tooLongToEdit(text);
        QTEST(reason.has_value(), "isTooLong");
        QCOMPARE(reason ? reason->position.line : 0, line);
    }

    void breaksLongLinesOnly_data()
    {
        QTest::addColumn<QString>("text");
        const QString longLine = QString(longestEditedLine + 1234, u'x');
        QTest::newRow("one") << longLine;
        QTest::newRow("between others") << u"\na\n"_s + longLine + u"\n\nb\n"_s;
        QTest::newRow("two") << longLine + u'\n' + longLine;
        QTest::newRow("emoji") << u'a' + QString(u"\U0001F600"_s).repeated(longestEditedLine);
    }
    void breaksLongLinesOnly()
    {
        QFETCH(const QString, text);
        const QString broken = inShortLines(text);
        QCOMPARE(QString(broken).remove(u'\n'), QString(text).remove(u'\n'));
        QVERIFY(!tooLongToEdit(broken));
        for (const QStringView line : QStringView(broken).split(u'\n')) {
            QVERIFY(line.isEmpty() || !line.front().isLowSurrogate());
            QVERIFY(line.isEmpty() || !line.back().isHighSurrogate());
        }
    }

    void keepsTheFileAndShowsIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a line of 5 MB") << body(QByteArray(5'000'000, 'x'));
        QTest::newRow("of words") << body(QByteArray("some words ").repeated(500'000));
        QTest::newRow("of emoji") << body(QByteArray("\xF0\x9F\x98\x80").repeated(500'000));
        QTest::newRow("of combining marks") << body("a" + QByteArray("\xCC\x81").repeated(1'000'000));
        QTest::newRow("of both directions") << body(QByteArray("abc \xD7\x90\xD7\x91 ").repeated(300'000));
        QTest::newRow("of brackets") << body(QByteArray(1'000'000, '['));
        QTest::newRow("20 MB of lines") << body(QByteArray("Some words that fill a line of the text.\n").repeated(500'000));
        QTest::newRow("mixed ends and a byte order mark") << "\xEF\xBB\xBFone\r\ntwo\r" + QByteArray(300'000, 'x') + "\nthree\r\n";
    }
    void keepsTheFileAndShowsIt()
    {
        QFETCH(const QByteArray, bytes);
        test::WorkTimer clock;
        clock.start();
        FileDocument document(file, bytes);
        QVERIFY(document.readOnlyReason());
        QCOMPARE(document.readOnlyReason()->code, ErrorCode::TooDeep);
        QVERIFY(!describeTooLong(*document.readOnlyReason()).isEmpty());
        QVERIFY(longestLineOf(document) <= longestEditedLine + 1);
        TextEditor editor;
        editor.resize(700, 600);
        editor.show(&document);
        editor.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        QTest::keyClicks(&editor, u"typed"_s); // does nothing
        QTest::keyClick(&editor, Qt::Key_End, Qt::ControlModifier);
        std::ignore = editor.grab();
        QVERIFY2(clock.elapsed() < 30'000, QByteArray::number(clock.elapsed()));
        QVERIFY(document.bytes() == bytes);
        editor.show(nullptr);
    }

    void refusesToPasteWhatIsTooMuch_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("a line of 5 MB") << QString(5'000'000, u'x') << false;
        QTest::newRow("among others") << u"a\nb"_s + QString(longestEditedLine + 1, u'x') + u"\nc"_s << false;
        QTest::newRow("50 MB") << QString(u"Some words that fill a line of the text.\n"_s).repeated(1'250'000) << false;
        QTest::newRow("10,000 lines") << QString(u"Some words.\n"_s).repeated(10'000) << true;
    }
    void refusesToPasteWhatIsTooMuch()
    {
        QFETCH(const QString, pasted);
        QFETCH(const bool, isTaken);
        const QByteArray before = body("text\n");
        FileDocument document(file, before);
        TextEditor editor;
        editor.resize(700, 600);
        editor.show(&document);
        editor.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        editor.moveCursor(QTextCursor::End);
        QGuiApplication::clipboard()->setText(pasted);
        QTest::keyClick(&editor, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(document.bytes(), isTaken ? before + pasted.toUtf8() : before);
        QCOMPARE(QToolTip::isVisible(), !isTaken);
        QToolTip::hideText();
        QGuiApplication::clipboard()->clear();
        editor.show(nullptr);
    }

    /// From a key to the painted text.
    void takesKeys_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("100,000 nested quotes") << body(QByteArray(100'000, '>') + "a\n\ntext");
        QTest::newRow("100,000 nested brackets") << body(QByteArray(100'000, '[') + "a" + QByteArray(100'000, ']') + "\n\ntext");
        QTest::newRow("a picture as a data URL") << body("![](data:image/png;base64," + QByteArray(200'000, 'A') + ")\n\ntext");
        QTest::newRow("emoji and combining marks")
            << body(QByteArray("e\xCC\x81 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 ").repeated(1'000) + "\n\ntext");
        QTest::newRow("both directions") << body(
            QByteArray("abc \xD7\x90\xD7\x91\xD7\x92 \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 ").repeated(1'000) + "\n\ntext");
        QTest::newRow("direction overrides never closed") << body(QByteArray("\xE2\x80\xAE\xE2\x81\xA6 x").repeated(1'000) + "\n\ntext");
        QTest::newRow("lines of 7 MB") << body(QByteArray("Some words that fill a line of the text.\n").repeated(170'000) + "\ntext");
        QTest::newRow("HTML with scripts") << body(QByteArray("<script>while(1);</script><img src=x onerror=alert(1)>\n").repeated(2'000)
                                                   + "\ntext");
        QTest::newRow("unclosed markup") << body(QByteArray("**a __b `c [d](e <f ![g ").repeated(2'000) + "\n\ntext");
        QTest::newRow("mixed ends") << body(QByteArray("a\r\nb\rc\n").repeated(10'000) + "text");
        QTest::newRow("NUL bytes") << body(QByteArray("a\0b\n", 4).repeated(10'000) + "text");
    }
    void takesKeys()
    {
        QFETCH(const QByteArray, bytes);
        FileDocument document(file, bytes);
        QVERIFY(!document.readOnlyReason());
        Syntax syntax;
        syntax.colour(document);
        TextEditor editor;
        editor.resize(700, 600);
        editor.show(&document);
        editor.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        editor.moveCursor(QTextCursor::End);
        QTest::qWait(50);
        QList<qint64> times;
        for (int i = 0; i < 15; ++i) {
            test::WorkTimer clock;
            clock.start();
            QTest::keyClick(&editor, Qt::Key_X);
            QCoreApplication::processEvents();
            times.append(clock.elapsed());
        }
        std::ranges::sort(times);
        QVERIFY2(times[times.size() / 2] < 250, QByteArray::number(times[times.size() / 2]));
        QCOMPARE(document.bytes(), bytes + "xxxxxxxxxxxxxxx");
        editor.show(nullptr);
    }
};

QTEST_MAIN(TestTextLimits)
#include "tst_text_limits.moc"

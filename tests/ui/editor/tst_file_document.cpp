// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/file_document.h"

#include "ui/editor/text_limits.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const SitePath file = SitePath::literal(u"posts/a.md");
const QByteArray post = "---\ntitle: A\n---\n\nOne.\nTwo.\n"_ba;

QStringList visibleLines(FileDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.document()->firstBlock(); block.isValid(); block = block.next()) {
        if (block.isVisible())
            lines.append(block.text());
    }
    return lines;
}

void type(FileDocument &document, int position, const QString &text)
{
    QTextCursor cursor(document.document());
    cursor.setPosition(position);
    cursor.insertText(text);
}

} // namespace

class TestFileDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackEveryByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a line") << "x"_ba;
        QTest::newRow("final newline") << "x\n"_ba;
        QTest::newRow("CRLF") << "x\r\ny\r\n"_ba;
        QTest::newRow("CR") << "x\ry\r"_ba;
        QTest::newRow("mixed ends") << "a\nb\r\nc\rd\n"_ba;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBFx\n"_ba;
        QTest::newRow("no-break spaces") << "a\u00A0b\u202Fc\n"_ba;
        QTest::newRow("line separator") << "a\u2028b\n"_ba;
        QTest::newRow("paragraph separator") << "a\u2029b\n"_ba;
        QTest::newRow("emoji, combined") << "👩‍🚀 🇩🇪 é\n"_ba;
        QTest::newRow("soft hyphen, zero width") << "a\u00ADb\u200Bc\uFEFFd\n"_ba;
        QTest::newRow("object replacement") << "a\uFFFCb\n"_ba;
        QTest::newRow("noncharacters of the text engine") << "a\uFDD0b\uFDD1c\n"_ba;
        QTest::newRow("NUL") << QByteArray("a\0b\n", 4);
        QTest::newRow("tabs and blanks at the end") << "\ta \t \n \n"_ba;
        QTest::newRow("form feed, escape") << "a\fb\x1B[0m\n"_ba;
        QTest::newRow("not UTF-8") << "a\xFF\xFE\x80z\n"_ba;
        QTest::newRow("with a head") << post;
    }
    void givesBackEveryByte()
    {
        QFETCH(QByteArray, bytes);
        const FileDocument document(file, bytes);
        QCOMPARE(document.bytes(), bytes);
    }

    void whatIsNotTextIsReadOnly()
    {
        FileDocument document(file, "a\n\xFFz\n"_ba);
        QVERIFY(document.readOnlyReason());
        QCOMPARE(document.readOnlyReason()->code, ErrorCode::NotUtf8);
        QCOMPARE(document.readOnlyReason()->position.line, 2);
        QCOMPARE(document.readOnlyReason()->file, file.toString());
    }

    void anEditKeepsTheOtherLinesEnds()
    {
        FileDocument document(file, "\xEF\xBB\xBFone\r\ntwo\nthree\r\n"_ba);
        type(document, 4, u"new\n"_s);
        QCOMPARE(document.bytes(), "\xEF\xBB\xBFone\r\nnew\r\ntwo\nthree\r\n"_ba);
        document.document()->undo();
        QCOMPARE(document.bytes(), "\xEF\xBB\xBFone\r\ntwo\nthree\r\n"_ba);
    }

    void hidesItsHeadAndShowsItAgain()
    {
        FileDocument document(file, post);
        QCOMPARE(document.bodyBlock(), 3);
        QCOMPARE(visibleLines(document).size(), 7);
        document.setHeadHidden(true);
        QVERIFY(document.isHeadHidden());
        QCOMPARE(visibleLines(document), QStringList({ u""_s, u"One."_s, u"Two."_s, u""_s }));
        QCOMPARE(document.bytes(), post);
        document.setHeadHidden(false);
        QCOMPARE(visibleLines(document).size(), 7);
        QVERIFY(!document.document()->isUndoAvailable());
    }

    void aHeadThatCannotBeReadIsNotHidden_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("never closed") << "---\ntitle: A\n\nText.\n"_ba;
        QTest::newRow("no YAML") << "---\n\ttitle: [A\n---\n\nText.\n"_ba;
        QTest::newRow("none") << "Text.\n"_ba;
    }
    void aHeadThatCannotBeReadIsNotHidden()
    {
        QFETCH(QByteArray, bytes);
        FileDocument document(file, bytes);
        document.setHeadHidden(true);
        QVERIFY(!document.isHeadHidden());
        QVERIFY(visibleLines(document).contains(u"Text."_s));
    }

    void replacingBytesIsOneStepThatCanBeUndone()
    {
        FileDocument document(file, post);
        document.setHeadHidden(true);
        const QByteArray next = "---\ntitle: Another\ndraft: true\n---\n\nOne.\nTwo.\n"_ba;
        document.replaceBytes(next);
        QCOMPARE(document.bytes(), next);
        QCOMPARE(document.bodyBlock(), 4);
        QCOMPARE(visibleLines(document).first(), u""_s);
        QSignalSpy head(&document, &FileDocument::headEdited);
        document.document()->undo();
        QCOMPARE(document.bytes(), post);
        QVERIFY(head.wait(1000));
        QCOMPARE(document.bodyBlock(), 3);
        QCOMPARE(visibleLines(document), QStringList({ u""_s, u"One."_s, u"Two."_s, u""_s }));
        document.document()->redo();
        QCOMPARE(document.bytes(), next);
    }

    void refusesWhatCannotBeEdited_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no UTF-8") << "a\xff\n"_ba;
        QTest::newRow("characters that a document changes") << "a\xEF\xB7\x90\n"_ba;
        QTest::newRow("a line that is too long") << "a\n"_ba + QByteArray(longestEditedLine + 1, 'x');
        QTest::newRow("too much of it") << "abcdefg\n"_ba.repeated(static_cast<qsizetype>(largestEditedText) / 8 + 1);
    }
    void refusesWhatCannotBeEdited()
    {
        QFETCH(QByteArray, bytes);
        FileDocument document(file, post);
        const QSignalSpy replacing(&document, &FileDocument::aboutToReplace);
        QVERIFY(!document.replaceBytes(bytes));
        QCOMPARE(replacing.count(), 0);
        QCOMPARE(document.bytes(), post);
        QVERIFY(!document.readOnlyReason());
    }

    void replacingBytesKeepsSurrogatePairsWhole()
    {
        FileDocument document(file, "a😀b\n"_ba);
        document.replaceBytes("a😁b\n"_ba);
        QCOMPARE(document.bytes(), "a😁b\n"_ba);
        document.document()->undo();
        QCOMPARE(document.bytes(), "a😀b\n"_ba);
    }

    void typingAndFormShareOneHistory()
    {
        FileDocument document(file, post);
        document.setHeadHidden(true);
        type(document, document.bodyPosition() + 1, u"Zero.\n"_s);
        document.replaceBytes(document.bytes().replace("title: A", "title: B"));
        document.document()->undo();
        QVERIFY(document.bytes().contains("title: A\n"));
        QVERIFY(document.bytes().contains("Zero."));
        document.document()->undo();
        QCOMPARE(document.bytes(), post);
    }

    void typingAtTheBodysStartStaysInTheBody()
    {
        FileDocument document(file, "---\ntitle: A\n---\nOne.\n"_ba);
        document.setHeadHidden(true);
        type(document, document.bodyPosition(), u"X"_s);
        QCOMPARE(document.document()->findBlockByNumber(document.bodyBlock()).text(), u"XOne."_s);
        QCOMPARE(document.bytes(), "---\ntitle: A\n---\nXOne.\n"_ba);
    }

    void aHeadThatIsTypedIsFound()
    {
        FileDocument document(file, "Text.\n"_ba);
        type(document, 0, u"---\ntitle: New\n---\n"_s);
        QTRY_COMPARE(document.bodyBlock(), 3);
    }
};

QTEST_MAIN(TestFileDocument)
#include "tst_file_document.moc"

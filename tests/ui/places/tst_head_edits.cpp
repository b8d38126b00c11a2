// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/head_edits.h"

#include "ui/editor/file_document.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using text::KeyEdit;
using text::Value;

namespace {

const QByteArray before = "---\n# mine\ntitle: A # really\nfocus: f\nunknown: {a: 1}\n---\n\nBody.\n"_ba;

KeyEdit setting(const QString &key, const QString &text)
{
    return { key, Value::string(text) };
}

struct Head {
    FileDocument document;
    HeadEdits edits;
    QList<Error> faults;

    explicit Head(const QByteArray &text = before)
        : document(SitePath::literal(u"topics/a.md"_s), text)
    {
        edits.setDocument(&document);
        QObject::connect(&edits, &HeadEdits::failed, &edits, [this](const Error &error) { faults.append(error); });
    }
    [[nodiscard]] QByteArray text() const { return document.bytes(); }
};

} // namespace

class TestHeadEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedArrivesAMomentLater()
    {
        Head head;
        head.edits.type(u"title"_s, setting(u"title"_s, u"B"_s));
        QVERIFY(head.edits.isWaiting());
        QCOMPARE(head.text(), before);
        QTRY_COMPARE(head.text(), QByteArray(before).replace("title: A", "title: B"));
        QVERIFY(!head.edits.isWaiting());
    }

    void oneFieldIsOneStepOfUndo()
    {
        Head head;
        for (const QString &text : { u"B"_s, u"Bo"_s, u"Book"_s }) {
            head.edits.type(u"title"_s, setting(u"title"_s, text));
            head.edits.flush();
        }
        head.edits.type(u"focus"_s, setting(u"focus"_s, u"g"_s));
        head.edits.flush();
        QVERIFY(head.text().contains("title: Book # really\nfocus: g\nunknown: {a: 1}\n"));
        head.document.document()->undo();
        QVERIFY(head.text().contains("title: Book # really\nfocus: f\n"));
        head.document.document()->undo();
        QCOMPARE(head.text(), before);
        head.document.document()->redo();
        QVERIFY(head.text().contains("title: Book # really\nfocus: f\n"));
    }

    void typingAfterUndoIsAStepOfItsOwn()
    {
        Head head;
        head.edits.type(u"title"_s, setting(u"title"_s, u"B"_s));
        head.edits.flush();
        head.document.document()->undo();
        head.edits.type(u"title"_s, setting(u"title"_s, u"C"_s));
        head.edits.flush();
        QVERIFY(head.text().contains("title: C # really\n"));
        head.document.document()->undo();
        QCOMPARE(head.text(), before);
    }

    void steppedEditsStandApart()
    {
        Head head;
        head.edits.apply({ setting(u"layout"_s, u"brief"_s) });
        head.edits.apply({ setting(u"layout"_s, u"dossier"_s), { u"focus"_s, std::nullopt } });
        QVERIFY(head.text().contains("layout: dossier\n") && !head.text().contains("focus"));
        head.document.document()->undo();
        QVERIFY(head.text().contains("layout: brief\n") && head.text().contains("focus: f\n"));
        head.document.document()->undo();
        QCOMPARE(head.text(), before);
    }

    void anotherFileTakesWhatWasTypedFirst()
    {
        Head head;
        FileDocument other(SitePath::literal(u"topics/b.md"_s), before);
        head.edits.type(u"title"_s, setting(u"title"_s, u"B"_s));
        head.edits.setDocument(&other);
        QVERIFY(head.text().contains("title: B"));
        QCOMPARE(other.bytes(), before);
    }

    void aFileThatGoesAwayIsLeftAlone()
    {
        Head head;
        head.edits.type(u"title"_s, setting(u"title"_s, u"B"_s));
        head.edits.setDocument(nullptr);
        QVERIFY(!head.edits.isWaiting());
        QCOMPARE(head.text(), before);
    }

    void largeTextsAreEditedElsewhere()
    {
        const QByteArray large = before + QByteArray("A line of the body, again and again.\n").repeated(20'000);
        Head head(large);
        head.edits.type(u"title"_s, setting(u"title"_s, u"B"_s));
        QTRY_COMPARE(head.text(), QByteArray(large).replace("title: A", "title: B"));
        // What was typed into the text meanwhile stays, and the edit comes on top of it.
        head.edits.apply({ setting(u"title"_s, u"C"_s) });
        QVERIFY(head.edits.isWaiting());
        QTextCursor(head.document.document()).insertText(QString());
        QTextCursor cursor(head.document.document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u"typed"_s);
        QTRY_VERIFY(!head.edits.isWaiting());
        QVERIFY(head.text().contains("title: C") && head.text().endsWith("typed"));
    }

    void largeTextsDoNotWaitWhenTheyMustNot()
    {
        Head head(before + QByteArray("A line of the body, again and again.\n").repeated(20'000));
        head.edits.apply({ setting(u"title"_s, u"C"_s) });
        head.edits.type(u"title"_s, setting(u"title"_s, u"D"_s));
        head.edits.flush();
        QVERIFY(head.text().contains("title: D"));
        QTest::qWait(0);
        QVERIFY(head.text().contains("title: D"));
    }

    void faultsAreTold()
    {
        Head broken("---\ntitle: [\n---\n"_ba);
        broken.edits.apply({ setting(u"title"_s, u"B"_s) });
        QCOMPARE(broken.faults.size(), 1);
        QCOMPARE(broken.text(), "---\ntitle: [\n---\n"_ba);
        Head binary("---\ntitle: \xff\n---\n"_ba);
        binary.edits.apply({ setting(u"title"_s, u"B"_s) });
        QCOMPARE(binary.faults.size(), 1);
        QVERIFY(!binary.edits.isWaiting());
    }
};

QTEST_MAIN(TestHeadEdits)
#include "tst_head_edits.moc"

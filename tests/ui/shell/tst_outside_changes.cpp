// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/conflict_view.h"
#include "ui/editor/file_document.h"
#include "ui/posts/post_list.h"
#include "ui/shell/notice_bar.h"
#include "ui/site_window.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString first = u"posts/2024-05-01-first.md"_s;
const QByteArray head = "---\ntitle: First\ndate: 2024-05-01\ntags: [go]\n---\n\n"_ba;

QByteArray paragraphs(int count)
{
    QByteArray text;
    for (int n = 1; n <= count; ++n)
        text += "Paragraph " + QByteArray::number(n) + " of the text.\n\n";
    return text;
}

const QByteArray known = head + paragraphs(60); // what is on disk at first

QByteArray withWord(QByteArray text, int paragraph, const QByteArray &word)
{
    const QByteArray start = "Paragraph " + QByteArray::number(paragraph) + " of";
    return text.replace(start, start + ' ' + word);
}

/// The window with a site of two posts, the first of them open.
struct Window : test::SiteWindow {
    explicit Window(const QByteArray &unsaved = {}, const QByteArray &onDisk = {})
    {
        site.write(first, known);
        site.write(u"posts/2024-04-01-second.md"_s, "---\ntitle: Second\ndate: 2024-04-01\n---\n\nOther.\n"_ba);
        if (!unsaved.isEmpty())
            endUnsaved(unsaved, onDisk);
        openWindow({ 1200, 800 });
        view().openFile(SitePath::literal(first));
        editor().setFocus();
    }

    /// A program that ended with an unsaved text, and what was written to its file since.
    void endUnsaved(const QByteArray &text, const QByteArray &onDisk)
    {
        {
            workspace::Workspace ended(files);
            QSignalSpy loaded(&ended, &workspace::Workspace::loaded);
            ended.open(site.path());
            if (!loaded.wait(patience))
                qFatal("the site does not open");
            ended.setText(SitePath::literal(first), text);
        }
        site.write(first, onDisk);
    }

    [[nodiscard]] workspace::Workspace &workspace() const { return window->workspace(); }
    [[nodiscard]] QByteArray text() const { return view().pane().document()->bytes(); }
    [[nodiscard]] QString notice() const { return view().notices().text(); }
    [[nodiscard]] ConflictView &conflict() const { return *view().findChild<ConflictView *>(); }

    void type(const QString &keys) const { QTest::keyClicks(&editor(), keys); }
    void trigger(const QKeySequence &key) const
    {
        for (const QMenu *menu : window->menuBar()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->shortcuts().contains(key))
                    return action->trigger();
            }
        }
        qFatal("no action for %s", qPrintable(key.toString()));
    }
    void undo() const { QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier); }
    void redo() const { QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    /// Puts the caret behind the first words of a paragraph, so that it is in the middle of the window.
    void goTo(int paragraph) const
    {
        const int place = static_cast<int>(editor().document()->toPlainText().indexOf(u"Paragraph %1 of"_s.arg(paragraph)));
        QTextCursor cursor(editor().document());
        cursor.setPosition(place + u"Paragraph %1 of"_s.arg(paragraph).size());
        editor().setTextCursor(cursor);
        editor().centerCursor();
    }
    [[nodiscard]] QString behindCaret() const
    {
        return editor().textCursor().block().text().sliced(editor().textCursor().positionInBlock());
    }

    void click(const QWidget &parent, const QString &text) const
    {
        for (QPushButton *button : parent.findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        qFatal("no button %s", qPrintable(text));
    }
    [[nodiscard]] bool canDecide() const
    {
        for (const QPushButton *button : conflict().findChildren<QPushButton *>()) {
            if (!button->isEnabled())
                return false;
        }
        return conflict().isVisible();
    }
};

} // namespace

class TestOutsideChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotEditedHereIsTakenOver();
    void theCaretAndTheViewStayWhereTheyAre_data();
    void theCaretAndTheViewStayWhereTheyAre();
    void changesElsewhereAreMergedAsOneStep();
    void noKeyIsLostWhileAnotherProgramWrites();
    void theFormFollows();
    void aHeadThatIsTypedInTheFormIsMerged();
    void aConflictIsShownSideBySide_data();
    void aConflictIsShownSideBySide();
    void theViewDoesNotOpenWhileOneTypes();
    void whatIsTypedBesideAConflictIsPartOfIt();
    void aConflictCanBeDecidedLater();
    void savingOverAConflictLeadsToTheComparison();
    void aDeletedFileStaysAndComesBackBySaving();
    void aDeletedFileCanBeLetGo();
    void aFileRenamedElsewhereStaysOpen();
    void newPostsAppearInTheList();
    void aFileThatIsNoTextAnyMoreIsShownAsSuch();
    void aRecoveredTextIsComparedWithTheFile_data();
    void aRecoveredTextIsComparedWithTheFile();
};

void TestOutsideChanges::whatIsNotEditedHereIsTakenOver()
{
    const Window window;
    const QByteArray theirs = withWord(withWord(known, 2, "two"), 50, "fifty");
    window.site.write(first, theirs);
    QTRY_COMPARE_WITH_TIMEOUT(window.text(), theirs, patience);
    QVERIFY(!window.window->isWindowModified());
    QCOMPARE(window.notice(), QString());
    window.undo();
    QCOMPARE(window.text(), known);
    QTRY_VERIFY(window.window->isWindowModified());
    window.redo();
    QCOMPARE(window.text(), theirs);
    QTRY_VERIFY(!window.window->isWindowModified());
}

void TestOutsideChanges::theCaretAndTheViewStayWhereTheyAre_data()
{
    QTest::addColumn<QByteArray>("theirs");
    QTest::newRow("lines come above and below")
        << withWord(QByteArray(known).replace("Paragraph 3 of", "New.\n\nNew.\n\nParagraph 3 of"), 55, "x");
    QTest::newRow("lines go above") << QByteArray(known).replace("Paragraph 3 of the text.\n\nParagraph 4 of the text.\n\n", "");
    QTest::newRow("the line before it changes") << withWord(known, 29, "x");
    QTest::newRow("a line comes right above") << QByteArray(known).replace("Paragraph 30", "New.\nParagraph 30");
    QTest::newRow("its own line changes behind it") << QByteArray(known).replace("30 of the text", "30 of the long text");
}

void TestOutsideChanges::theCaretAndTheViewStayWhereTheyAre()
{
    QFETCH(QByteArray, theirs);
    const Window window;
    window.goTo(30);
    const int top = window.editor().cursorRect().top();
    QVERIFY(window.editor().verticalScrollBar()->value() > 0);
    window.site.write(first, theirs);
    QTRY_COMPARE_WITH_TIMEOUT(window.text(), theirs, patience);
    QVERIFY(window.editor().textCursor().block().text().startsWith(u"Paragraph 30 of"));
    QCOMPARE(window.editor().textCursor().positionInBlock(), 15);
    const int line = window.editor().fontMetrics().lineSpacing();
    QVERIFY(std::abs(window.editor().cursorRect().top() - top) < line);
    window.type(u" x"_s);
    QVERIFY(window.text().contains("Paragraph 30 of x"));
}

void TestOutsideChanges::changesElsewhereAreMergedAsOneStep()
{
    const Window window;
    window.goTo(30);
    window.type(u" mine"_s);
    const QByteArray mine = withWord(known, 30, "mine");
    const QByteArray theirs = withWord(withWord(known, 2, "two"), 50, "fifty");
    const QByteArray both = withWord(theirs, 30, "mine");
    window.site.write(first, theirs);
    QTRY_COMPARE_WITH_TIMEOUT(window.text(), both, patience);
    QVERIFY(window.notice().contains(u"its changes are in your text now"));
    QCOMPARE(window.behindCaret(), u" the text."_s);
    window.undo();
    QCOMPARE(window.text(), mine);
    window.undo();
    QCOMPARE(window.text(), known);
    window.redo();
    window.redo();
    QCOMPARE(window.text(), both);
    window.trigger(QKeySequence::Save);
    QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), both, patience);
}

/// Keys as fast as they can come, into the real widget, while the file is written again and again.
void TestOutsideChanges::noKeyIsLostWhileAnotherProgramWrites()
{
    const Window window;
    window.goTo(30);
    window.type(u" "_s);
    QString typed;
    for (int n = 0; n < 300; ++n) {
        const QChar key(u'a' + n % 26);
        window.type(QString(key));
        typed.append(key);
        if (n % 60 == 30)
            window.site.write(first, withWord(known, 5, QByteArray::number(n)));
        QTest::qWait(8);
    }
    const QByteArray expected = withWord(withWord(known, 5, "270"), 30, typed.toLatin1());
    QTRY_COMPARE_WITH_TIMEOUT(window.text(), expected, patience);
    QCOMPARE(window.behindCaret(), u" the text."_s);
}

void TestOutsideChanges::theFormFollows()
{
    const Window window;
    window.site.write(first, QByteArray(known).replace("title: First", "title: Their title"));
    const auto title = [&] {
        for (const QLineEdit *field : window.view().pane().findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Title")
                return field->text();
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"Their title"_s, patience);
    window.undo();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"First"_s, patience);
}

void TestOutsideChanges::aHeadThatIsTypedInTheFormIsMerged()
{
    const Window window;
    QLineEdit *tags = nullptr;
    for (QLineEdit *field : window.view().pane().findChildren<QLineEdit *>()) {
        if (field->accessibleName() == u"Tags")
            tags = field;
    }
    tags->setFocus();
    tags->end(false);
    QTest::keyClicks(tags, u", sql"_s);
    window.site.write(first, withWord(known, 5, "theirs"));
    QTRY_COMPARE_WITH_TIMEOUT(window.text(), withWord(QByteArray(known).replace("[go]", "[go, sql]"), 5, "theirs"), patience);
    QCOMPARE(tags->text(), u"go, sql"_s);
}

void TestOutsideChanges::aConflictIsShownSideBySide_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("mine") << u"Keep mine"_s << withWord(known, 30, "mine");
    QTest::newRow("theirs") << u"Take theirs"_s << withWord(withWord(known, 30, "theirs"), 50, "fifty");
    QTest::newRow("both") << u"Keep both"_s
                          << withWord(known, 50, "fifty")
                                 .replace("Paragraph 30 of the text.\n",
                                          "Paragraph 30 of mine the text.\nParagraph 30 of theirs the text.\n");
}

void TestOutsideChanges::aConflictIsShownSideBySide()
{
    QFETCH(QString, choice);
    QFETCH(QByteArray, text);
    const Window window;
    window.goTo(30);
    window.type(u" mine"_s);
    const QByteArray mine = withWord(known, 30, "mine");
    const QByteArray theirs = withWord(withWord(known, 30, "theirs"), 50, "fifty");
    window.site.write(first, theirs);
    QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"where you did"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(window.canDecide(), patience); // by itself, a moment after the last key
    QVERIFY(window.editor().hasFocus());
    QCOMPARE(window.text(), mine);
    QCOMPARE(window.site.read(first), theirs);

    window.click(window.conflict(), choice);
    QCOMPARE(window.text(), text);
    QVERIFY(!window.conflict().isVisible());
    QCOMPARE(window.notice(), QString());
    window.trigger(QKeySequence::Save);
    QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), text, patience);
    QTRY_VERIFY(!window.window->isWindowModified());
    if (text == mine)
        return;
    window.undo();
    QCOMPARE(window.text(), mine);
}

void TestOutsideChanges::theViewDoesNotOpenWhileOneTypes()
{
    const Window window;
    window.goTo(30);
    window.type(u" mine"_s);
    window.site.write(first, withWord(known, 30, "theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"where you did"), patience);
    QElapsedTimer sinceKey;
    sinceKey.start();
    for (int n = 0; n < 100; ++n) {
        window.type(u"x"_s);
        QTest::qWait(20);
        if (sinceKey.restart() > 500)
            QSKIP("the machine is too busy to type on");
        QVERIFY(!window.conflict().isVisible());
    }
    QTRY_VERIFY_WITH_TIMEOUT(window.conflict().isVisible(), patience);
}

void TestOutsideChanges::whatIsTypedBesideAConflictIsPartOfIt()
{
    const Window window;
    window.goTo(30);
    window.type(u" mine"_s);
    window.site.write(first, withWord(known, 30, "theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(window.canDecide(), patience);
    window.type(u" more"_s);
    window.click(window.conflict(), u"Keep both"_s); // of a text that has not been compared yet: that comes first
    QVERIFY(!window.text().contains("theirs"));
    const auto decided = [&] {
        if (window.canDecide())
            window.click(window.conflict(), u"Keep both"_s);
        return !window.conflict().isVisible();
    };
    QTRY_VERIFY_WITH_TIMEOUT(decided(), patience);
    QVERIFY(window.text().contains("Paragraph 30 of mine more the text.\nParagraph 30 of theirs the text.\n"));
    QVERIFY(window.editor().textCursor().block().text().startsWith(u"Paragraph 30 of mine"));
}

void TestOutsideChanges::aConflictCanBeDecidedLater()
{
    const Window window;
    window.goTo(30);
    window.type(u" mine"_s);
    window.site.write(first, withWord(known, 30, "theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(window.canDecide(), patience);
    for (QToolButton *button : window.conflict().findChildren<QToolButton *>()) {
        if (button->accessibleName() == u"Decide later")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(!window.conflict().isVisible());
    window.view().openFile(SitePath::literal(u"posts/2024-04-01-second.md"));
    QTest::qWait(50);
    QVERIFY(!window.conflict().isVisible());
    window.view().openFile(SitePath::literal(first)); // it still has to be decided
    QTRY_VERIFY_WITH_TIMEOUT(window.canDecide(), patience);
    window.site.write(first, known); // they take it back
    QTRY_VERIFY_WITH_TIMEOUT(!window.conflict().isVisible(), patience);
    QTRY_COMPARE(window.notice(), QString());
    window.trigger(QKeySequence::Save);
    QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), withWord(known, 30, "mine"), patience);
}

void TestOutsideChanges::savingOverAConflictLeadsToTheComparison()
{
    const Window window;
    window.goTo(30);
    window.type(u" mine"_s);
    const QByteArray theirs = withWord(known, 30, "theirs");
    window.site.write(first, theirs);
    QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"where you did"), patience);
    window.trigger(QKeySequence::Save);
    QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"was not saved"), patience);
    QCOMPARE(window.site.read(first), theirs);
    window.click(window.view().notices(), u"Compare"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.canDecide(), patience);
    window.click(window.conflict(), u"Keep mine"_s);
    window.trigger(QKeySequence::Save);
    QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), withWord(known, 30, "mine"), patience);
}

void TestOutsideChanges::aDeletedFileStaysAndComesBackBySaving()
{
    const Window window;
    QFile::remove(window.site.path(first));
    QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"Its text stays here"), patience);
    QCOMPARE(window.text(), known);
    QVERIFY(window.window->isWindowModified());
    QCOMPARE(window.view().postList().view().model()->rowCount(), 2);
    window.goTo(30);
    window.type(u" mine"_s);
    window.click(window.view().notices(), u"Save it again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), withWord(known, 30, "mine"), patience);
    QTRY_VERIFY(!window.window->isWindowModified());
    window.undo();
    QCOMPARE(window.text(), known);
}

void TestOutsideChanges::aDeletedFileCanBeLetGo()
{
    const Window window;
    QFile::remove(window.site.path(first));
    QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"Its text stays here"), patience);
    window.click(window.view().notices(), u"Let it go"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.view().postList().view().model()->rowCount(), 1, patience);
    QTRY_COMPARE(window.view().pane().file()->toString(), u"posts/2024-04-01-second.md"_s);
    QVERIFY(!window.site.has(first));
    QVERIFY(!window.window->isWindowModified());
    const QDir kept(window.site.path(u".quillway/recovery/kept"_s));
    QCOMPARE(window.site.read(u".quillway/recovery/kept/"_s + kept.entryList(QDir::Files).value(0)), known);
}

void TestOutsideChanges::aFileRenamedElsewhereStaysOpen()
{
    const Window window;
    window.goTo(30);
    window.type(u" mine"_s);
    const QString next = u"posts/2024-05-01-renamed.md"_s;
    QFile::rename(window.site.path(first), window.site.path(next));
    QTRY_COMPARE_WITH_TIMEOUT(window.view().pane().file()->toString(), next, patience);
    window.type(u" more"_s);
    window.trigger(QKeySequence::Save);
    QTRY_COMPARE_WITH_TIMEOUT(window.site.read(next), withWord(known, 30, "mine more"), patience);
    QVERIFY(!window.site.has(first));
    window.undo();
    QVERIFY(!window.text().contains("more"));
}

void TestOutsideChanges::newPostsAppearInTheList()
{
    const Window window;
    window.site.write(u"posts/2024-06-01-new.md"_s, "---\ntitle: New\ndate: 2024-06-01\n---\n"_ba);
    QTRY_COMPARE_WITH_TIMEOUT(window.view().postList().view().model()->rowCount(), 3, patience);
    QFile::remove(window.site.path(u"posts/2024-04-01-second.md"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.view().postList().view().model()->rowCount(), 2, patience);
    QTRY_VERIFY(window.notice().contains(u"deleted"));
    window.click(window.view().notices(), u"Bring back"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.view().postList().view().model()->rowCount(), 3, patience);
    QCOMPARE(window.view().pane().file()->toString(), u"posts/2024-04-01-second.md"_s);
}

void TestOutsideChanges::aFileThatIsNoTextAnyMoreIsShownAsSuch()
{
    const Window window;
    window.site.write(first, head + "\xFF\xFE");
    QTRY_VERIFY_WITH_TIMEOUT(window.editor().isReadOnly(), patience);
    QCOMPARE(window.view().pane().file()->toString(), first);
    window.site.write(first, known);
    QTRY_VERIFY_WITH_TIMEOUT(!window.editor().isReadOnly(), patience);
    QCOMPARE(window.text(), known);
}

void TestOutsideChanges::aRecoveredTextIsComparedWithTheFile_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QByteArray>("text");
    const QByteArray united = QByteArray(known).replace("Paragraph 30 of the text.\n",
                                                        "Paragraph 30 of mine the text.\nParagraph 30 of theirs the text.\n");
    QTest::newRow("mine") << u"Keep mine"_s << withWord(known, 30, "mine");
    QTest::newRow("theirs") << u"Take theirs"_s << withWord(known, 30, "theirs");
    QTest::newRow("both") << u"Keep both"_s << united;
}

void TestOutsideChanges::aRecoveredTextIsComparedWithTheFile()
{
    QFETCH(QString, choice);
    QFETCH(QByteArray, text);
    const QByteArray theirs = withWord(known, 30, "theirs");
    const Window window(withWord(known, 30, "mine"), theirs);
    QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"has changed since"), patience);
    QCOMPARE(window.text(), theirs);
    window.click(window.view().notices(), u"Compare"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.canDecide(), patience);
    window.click(window.conflict(), choice);
    QCOMPARE(window.text(), text);
    window.trigger(QKeySequence::Save); // what was seen may be saved over
    QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), text, patience);
    QTRY_VERIFY(!window.notice().contains(u"has changed since"));
    QTRY_VERIFY(!window.window->isWindowModified());
}

QTEST_MAIN(TestOutsideChanges)
#include "tst_outside_changes.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"
#include "ui/editor/file_document.h"
#include "ui/site_window.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const SitePath post = SitePath::literal(u"posts/a.md");
const QByteArray head = "---\ntitle: A\ndate: 2024-05-01\n---\n\n"_ba;

/// A window that was started on a site in which one post was saved three times before.
struct Window : test::SiteWindow {
    explicit Window(const QByteArrayList &versions = { head + "one", head + "two", head + "three" })
    {
        site.write(post.toString(), head + "three");
        QDateTime when = QDateTime::currentDateTimeUtc().addSecs(-3600);
        for (const QByteArray &version : versions) {
            when = when.addSecs(300);
            if (!store::addVersion(files, site.path(), post, version, when))
                qFatal("the version cannot be kept");
        }
        openWindow();
        view().openFile(post);
        editor().setFocus();
        editor().moveCursor(QTextCursor::End);
    }

    [[nodiscard]] QByteArray text() const { return view().pane().document()->bytes(); }
    [[nodiscard]] bool becomes(const QByteArray &body) const
    {
        return QTest::qWaitFor([&] { return text() == head + body; }, patience);
    }
    void undo() const { QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier); }
    void redo() const { QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
};

} // namespace

class TestStepsBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoGoesOnWhereTheLastProgramStopped()
    {
        const Window window;
        window.undo();
        QVERIFY(window.becomes("two"));
        window.undo();
        QVERIFY(window.becomes("one"));
        window.redo();
        QVERIFY(window.becomes("two"));
        window.redo();
        QVERIFY(window.becomes("three"));
        window.redo();
        QVERIFY(window.becomes("three"));
        QCOMPARE(window.site.read(post.toString()), head + "three"); // an edit, and not saved
    }

    void whatWasTypedIsUndoneFirstAndComesBackLast()
    {
        const Window window;
        QTest::keyClicks(&window.editor(), u" and four"_s);
        window.undo();
        QVERIFY(window.becomes("three"));
        window.undo();
        QVERIFY(window.becomes("two"));
        window.redo();
        QVERIFY(window.becomes("three"));
        window.redo();
        QVERIFY(window.becomes("three and four"));
    }

    void whatIsTypedOnAnOlderVersionIsUndoneBeforeTheNextStep()
    {
        const Window window;
        window.undo();
        QVERIFY(window.becomes("two"));
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"x"_s);
        QVERIFY(window.becomes("twox"));
        window.undo();
        QVERIFY(window.becomes("two"));
        window.undo();
        QVERIFY(window.becomes("one"));
    }

    void theMenuGoesTheSameWay()
    {
        const Window window;
        window.view().pane().undo();
        QVERIFY(window.becomes("two"));
        window.view().pane().redo();
        QVERIFY(window.becomes("three"));
    }

    void atTheOldestVersionNothingHappens_data()
    {
        QTest::addColumn<QByteArrayList>("versions");
        QTest::newRow("no versions") << QByteArrayList();
        QTest::newRow("only this one") << QByteArrayList { head + "three" };
    }
    void atTheOldestVersionNothingHappens()
    {
        QFETCH(QByteArrayList, versions);
        const Window window(versions);
        QSignalSpy listed(&window.window->workspace(), &workspace::Workspace::versionsListed);
        window.undo();
        QVERIFY(listed.wait(patience));
        QCOMPARE(window.text(), head + "three");
        QVERIFY(!window.window->isWindowModified());
        QTest::keyClicks(&window.editor(), u"x"_s);
        window.undo();
        QVERIFY(window.becomes("three"));
    }

    /// A key that is faster than the disk is not lost, and no step is taken over it.
    void whoTypesMeanwhileIsNotDisturbed()
    {
        const Window window;
        window.undo();
        QTest::keyClicks(&window.editor(), u"x"_s);
        QSignalSpy listed(&window.window->workspace(), &workspace::Workspace::versionsListed);
        listed.wait(1000);
        QTest::qWait(50);
        QCOMPARE(window.text(), head + "threex");
    }

    void aSavedOlderVersionIsOneMore()
    {
        const Window window;
        window.undo();
        QVERIFY(window.becomes("two"));
        window.view().pane().flush();
        window.window->workspace().save(post);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(post.toString()), head + "two", patience);
        window.undo();
        QVERIFY(window.becomes("one"));
    }
};

QTEST_MAIN(TestStepsBack)
#include "tst_steps_back.moc"

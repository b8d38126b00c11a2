// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/change_control.h"
#include "ui/changes/change_preview.h"
#include "ui/changes/rename_actions.h"
#include "ui/posts/inline_prompt.h"
#include "ui/posts/post_list.h"
#include "ui/shell/notice_bar.h"
#include "ui/site_window.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString first = u"posts/2024-05-01-first.md"_s;
const QString other = u"posts/2024-05-02-other.md"_s;

/// A window with a post that another one links to in three ways.
struct Window : test::SiteWindow {
    Window()
    {
        site.write(first, "---\ntitle: First\ndate: 2024-05-01\n---\n\n## A `part`\n\n![Plan](plan.svg)\n"_ba);
        site.write(u"posts/plan.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"_ba);
        site.write(
            other,
            "---\ntitle: Other\ndate: 2024-05-02\n---\n\n[file](2024-05-01-first.md), [part](/posts/first/#a-part), ![p](plan.svg)\n"_ba);
        site.write(u"posts/2024-05-03-alone.md"_s, "---\ntitle: Alone\ndate: 2024-05-03\n---\n\nText.\n"_ba);
        openWindow();
    }

    [[nodiscard]] ChangePreview &preview() const { return *window->findChild<ChangePreview *>(); }
    [[nodiscard]] QLineEdit &answer() const { return *view().postList().prompt().findChild<QLineEdit *>(); }
    void open(const QString &file, int line = 0) const { view().openFile(*SitePath::parse(file), { line, 1 }); }
    /// Asks, waits for the question, types over what is proposed and presses Return.
    void rename(void (RenameActions::*what)(), const QString &name) const
    {
        (view().renames().*what)();
        QTRY_VERIFY_WITH_TIMEOUT(view().postList().prompt().isVisible(), patience);
        answer().selectAll();
        QTest::keyClicks(&answer(), name);
        QTest::keyClick(&answer(), Qt::Key_Return);
    }
    void acceptShown() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(preview().isVisible(), patience);
        QTest::keyClick(preview().findChild<QListView *>(), Qt::Key_Return);
    }
};

} // namespace

class TestRenameActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsLinkedToIsShownFirst()
    {
        const Window window;
        window.open(first);
        window.rename(&RenameActions::renameFile, u"2024-05-01-begin"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.preview().isVisible(), patience);
        QVERIFY(window.site.has(first)); // not yet
        window.acceptShown();
        QTRY_VERIFY_WITH_TIMEOUT(window.site.has(u"posts/2024-05-01-begin.md"_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.view().pane().file()->toString(), u"posts/2024-05-01-begin.md"_s, patience);
        QVERIFY(!window.site.has(first));
        const QByteArray text = window.site.read(other);
        QVERIFY2(text.contains("[file](2024-05-01-begin.md), [part](/posts/begin/#a-part)"), text);
        QVERIFY(window.site.read(u"posts/2024-05-01-begin.md"_s).contains("aliases: [/posts/first/]"));
    }

    void aFileThatNothingLinksToIsRenamedAtOnce()
    {
        const Window window;
        window.open(u"posts/2024-05-03-alone.md"_s);
        window.rename(&RenameActions::renameFile, u"2024-05-03-lonely"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.site.has(u"posts/2024-05-03-lonely.md"_s), patience);
        QVERIFY(!window.preview().isVisible());
    }

    void anAddressIsChangedWithItsLinks()
    {
        const Window window;
        window.open(first);
        window.rename(&RenameActions::changeAddress, u"start"_s);
        window.acceptShown();
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(other).contains("(/posts/start/#a-part)"), patience);
    }

    void aHeadingIsRenamedWithItsLinks()
    {
        const Window window;
        window.open(first, 8);
        (window.view().renames().renameHeading)();
        QTRY_VERIFY_WITH_TIMEOUT(window.view().postList().prompt().isVisible(), patience);
        QCOMPARE(window.answer().text(), u"A `part`"_s);
        QTest::keyClick(&window.answer(), Qt::Key_Escape);
        window.rename(&RenameActions::renameHeading, u"The *whole*"_s);
        window.acceptShown();
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(first).contains("## The *whole*\n"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(other).contains("(/posts/first/#the-whole)"), patience);
    }

    void aPictureIsRenamedWhereverItIsShown()
    {
        const Window window;
        window.open(first, 8);
        window.rename(&RenameActions::renameAsset, u"drawing.svg"_s);
        window.acceptShown();
        // One after the other, on a thread.
        QTRY_VERIFY_WITH_TIMEOUT(window.site.has(u"posts/drawing.svg"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(first).contains("![Plan](drawing.svg)"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(other).contains("![p](drawing.svg)"), patience);
    }

    void whatWasTypedSinceIsInTheChange()
    {
        const Window window;
        window.open(first);
        window.rename(&RenameActions::changeAddress, u"start"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.preview().isVisible(), patience);
        window.open(other);
        window.view().pane().editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.view().pane().editor(), u"[more](/posts/first/)"_s);
        window.acceptShown();
        QTRY_VERIFY_WITH_TIMEOUT(window.view().notices().text().contains(u"changed since"), patience);
        QVERIFY(!window.site.read(other).contains("start"));
        window.acceptShown();
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(other).contains("[more](/posts/start/)"), patience);
    }

    void whereThereIsNothingItSaysSo_data()
    {
        QTest::addColumn<bool>("isHeading");
        QTest::addColumn<QString>("notice");
        QTest::newRow("heading") << true << u"The caret is in no section with a heading."_s;
        QTest::newRow("picture") << false << u"The caret’s line shows no picture and links to no file of the site."_s;
    }
    void whereThereIsNothingItSaysSo()
    {
        QFETCH(const bool, isHeading);
        QFETCH(const QString, notice);
        const Window window;
        window.open(u"posts/2024-05-03-alone.md"_s);
        (window.view().renames().*(isHeading ? &RenameActions::renameHeading : &RenameActions::renameAsset))();
        QTRY_COMPARE_WITH_TIMEOUT(window.view().notices().text(), notice, patience);
        QVERIFY(!window.view().postList().prompt().isVisible());
    }

    void aNameThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("climbs out") << u"../evil"_s;
        QTest::newRow("taken") << u"2024-05-02-other"_s;
    }
    void aNameThatCannotBeIsRefused()
    {
        QFETCH(const QString, name);
        const Window window;
        window.open(first);
        window.rename(&RenameActions::renameFile, name);
        QTRY_VERIFY_WITH_TIMEOUT(!window.view().notices().text().isEmpty(), patience);
        QVERIFY(!window.preview().isVisible());
        QVERIFY(window.site.has(first));
    }
};

QTEST_MAIN(TestRenameActions)
#include "tst_rename_actions.moc"

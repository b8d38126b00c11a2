// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/tag_changes.h"
#include "ui/changes/change_control.h"
#include "ui/changes/change_preview.h"
#include "ui/shell/notice_bar.h"
#include "ui/site_window.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString post = u"posts/2024-05-01-first.md"_s;
const QByteArray postText = "---\ntitle: First\ndate: 2024-05-01\ntags: [go]\n---\n\nText.\n"_ba;

struct Window : test::SiteWindow {
    Window()
    {
        site.write(post, postText);
        openWindow();
    }

    [[nodiscard]] ChangePreview &preview() const { return *window->findChild<ChangePreview *>(); }
    [[nodiscard]] QString notice() const { return window->siteView().notices().text(); }
    void propose() const
    {
        const auto change = changes::renameTag(*window->workspace().site(), u"go"_s, u"golang"_s);
        window->siteView().changes().propose({ change->change, {} }, u"Rename tag go to golang"_s);
    }
    [[nodiscard]] QAction *action(const QString &words) const
    {
        for (QAction *menu : window->menuBar()->actions()) {
            for (QAction *found : menu->menu()->actions()) {
                if (QString(found->text()).remove(u'&') == words)
                    return found;
            }
        }
        qFatal("no such action");
    }
};

} // namespace

class TestProposedChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeWhenTheUserSaysSoAndTakenBack()
    {
        const Window window;
        QVERIFY(!window.action(u"Undo the last change to many files"_s)->isEnabled());
        window.propose();
        QVERIFY(window.preview().isVisible());
        QCOMPARE(window.site.read(post), postText); // not yet
        QTest::keyClick(window.preview().findChild<QListView *>(), Qt::Key_Return);
        QVERIFY(!window.preview().isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(window.notice(), u"Rename tag go to golang: done in 2 files."_s, patience);
        QVERIFY(window.site.read(post).contains("[golang]"));
        QAction *undo = window.action(u"Undo the last change to many files"_s);
        QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), patience);
        QCOMPARE(undo->statusTip(), u"Rename tag go to golang"_s);
        undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.notice(), u"Rename tag go to golang: taken back in 2 files."_s, patience);
        QCOMPARE(window.site.read(post), postText);
        QAction *redo = window.action(u"Redo the last change to many files"_s);
        QTRY_VERIFY_WITH_TIMEOUT(redo->isEnabled(), patience);
        redo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(post).contains("[golang]"), patience);
    }

    void theNoticeTakesItBack()
    {
        const Window window;
        window.propose();
        QTest::keyClick(window.preview().findChild<QListView *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"done in"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.window->workspace().canUndoChange(), patience);
        window.window->siteView().notices().findChild<QPushButton *>()->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(post), postText, patience);
    }

    void nothingIsMadeWhenTheUserDoesNot()
    {
        const Window window;
        window.propose();
        QTest::keyClick(window.preview().findChild<QListView *>(), Qt::Key_Escape);
        QVERIFY(!window.preview().isVisible());
        QVERIFY(!window.window->workspace().isChanging());
        QCOMPARE(window.site.read(post), postText);
    }

    void whatIsOpenFollows()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(post));
        window.propose();
        QTest::keyClick(window.preview().findChild<QListView *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"done in"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.window->workspace().text(SitePath::literal(post)).contains("[golang]"), patience);
        window.window->siteView().pane().editor().setFocus();
        QTest::keyClicks(&window.window->siteView().pane().editor(), u"More. "_s);
        window.window->workspace().saveAll();
        QTRY_VERIFY_WITH_TIMEOUT(window.window->workspace().modifiedFiles().isEmpty(), patience);
        QVERIFY(window.site.read(post).contains("[golang]"));
    }

    void whatIsAnotherNowIsSaid()
    {
        const Window window;
        window.propose();
        window.site.write(post, QByteArray(postText).replace("Text", "Theirs"));
        QTest::keyClick(window.preview().findChild<QListView *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"nothing was changed"), patience);
        QVERIFY(window.notice().contains(post));
        QVERIFY(!window.site.has(u"tags.toml"_s));
    }
};

QTEST_MAIN(TestProposedChange)
#include "tst_proposed_change.moc"

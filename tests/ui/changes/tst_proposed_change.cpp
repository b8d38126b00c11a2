// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/changes/tag_changes.h"
#include "support/site_folder.h"
#include "ui/changes/change_preview.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/site_view.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString post = u"posts/2024-05-01-first.md"_s;
const QByteArray postText = "---\ntitle: First\ndate: 2024-05-01\ntags: [go]\n---\n\nText.\n"_ba;

struct Window {
    test::SiteFolder site;
    test::SiteFolder settingsFolder;
    NativeFileSystem files;
    QSettings settings { settingsFolder.path(u"settings.ini"_s), QSettings::IniFormat };
    std::unique_ptr<MainWindow> window;

    Window()
    {
        site.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
        site.write(post, postText);
        settings.setValue(u"switches/preview"_s, false);
        window = std::make_unique<MainWindow>(files, settings);
        QSignalSpy loaded(&window->workspace(), &workspace::Workspace::loaded);
        window->openSite(site.path());
        window->show();
        if (!loaded.wait(patience) || !QTest::qWaitForWindowExposed(window.get()))
            qFatal("the site does not open");
        window->activateWindow();
    }

    [[nodiscard]] ChangePreview &preview() const { return *window->findChild<ChangePreview *>(); }
    [[nodiscard]] QString notice() const { return window->siteView().notices().text(); }
    void propose() const
    {
        const auto change = changes::renameTag(*window->workspace().site(), u"go"_s, u"golang"_s);
        window->siteView().proposeChange(change->change, u"Rename tag go to golang"_s);
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

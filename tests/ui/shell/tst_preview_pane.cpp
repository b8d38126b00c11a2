// SPDX-License-Identifier: GPL-3.0-or-later

// The preview in the program's window, with the web engine.

#include "core/base/native_file_system.h"
#include "support/site_folder.h"
#include "ui/editor/editor_pane.h"
#include "ui/preview/content_view.h"
#include "ui/preview/preview_main.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/preview_pane.h"
#include "ui/shell/site_view.h"

#include <QAction>
#include <QDirIterator>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWebEnginePage>
#include <QWebEngineScript>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString post = u"posts/2024-05-01-post.md"_s;

/// What is kept on the user's machine, and a site that others may have made.
struct Machine {
    test::SiteFolder site;
    test::SiteFolder settingsFolder;
    NativeFileSystem files;
    QSettings settings { settingsFolder.path(u"settings.ini"_s), QSettings::IniFormat };

    explicit Machine(const QByteArray &body)
    {
        site.write(u"quillway.toml"_s, "title = \"T\"\n"_ba);
        site.write(u"posts/2024-04-01-other.md"_s, "---\ntitle: Other\ndate: 2024-04-01\n---\n\nThe other post.\n"_ba);
        site.write(post, "---\ntitle: Post\ndate: 2024-05-01\n---\n\n" + body);
    }
};

struct Window {
    MainWindow window;

    explicit Window(Machine &machine)
        : window(machine.files, machine.settings)
    {
        QSignalSpy loaded(&window.workspace(), &workspace::Workspace::loaded);
        window.resize(1200, 800);
        window.openSite(machine.site.path());
        window.show();
        if (!loaded.wait(patience) || !QTest::qWaitForWindowExposed(&window))
            qFatal("the site does not open");
        window.siteView().openFile(SitePath::literal(post));
    }

    [[nodiscard]] PreviewPane &pane() const { return *window.findChild<PreviewPane *>(); }
    [[nodiscard]] NoticeBar &notice() const { return *pane().findChild<NoticeBar *>(); }
    [[nodiscard]] QAction &action(const QString &name) const { return *pane().findChild<QAction *>(name); }

    [[nodiscard]] QVariant evaluate(const QString &script) const
    {
        QVariant result;
        bool isDone = false;
        const auto *view = pane().findChild<ContentView *>();
        if (!view)
            return {};
        view->page()->runJavaScript(u"{\n"_s + script + u"\n}"_s, QWebEngineScript::ApplicationWorld, [&](const QVariant &value) {
            result = value;
            isDone = true;
        });
        std::ignore = QTest::qWaitFor([&] { return isDone; }, 5000);
        return result;
    }
    [[nodiscard]] QString shownText() const { return evaluate(u"document.querySelector('.post-body')?.innerText ?? ''"_s).toString(); }
};

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    files.sort();
    return files;
}

const QByteArray twoPictures = "![a](https://remote.invalid/a.png)\n\n![b](https://remote.invalid/b.png)\n";

} // namespace

class TestPreviewPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersRemotePicturesOfTheSite()
    {
        Machine machine(twoPictures);
        {
            Window window(machine);
            QTRY_COMPARE_WITH_TIMEOUT(window.notice().text(), u"2 remote pictures are not loaded."_s, patience);
            QVERIFY(!window.action(u"remoteMedia"_s).isChecked());
            auto *button = window.notice().findChild<QPushButton *>();
            QCOMPARE(button->text().remove(u'&'), u"Show for this site"_s);
            QTest::mouseClick(button, Qt::LeftButton);
            QVERIFY(window.action(u"remoteMedia"_s).isChecked());
            QVERIFY(window.notice().isHidden());
            const QString isAsked = u"document.querySelector('.post-body img').src.startsWith('quillway-site://remote/')"_s;
            QTRY_VERIFY_WITH_TIMEOUT(window.evaluate(isAsked).toBool(), patience);
        }
        // The choice is the user's: another one who has the folder has it to make himself.
        for (const QString &file : filesIn(machine.site.path())) {
            QFile read(file);
            QVERIFY(read.open(QIODevice::ReadOnly));
            QVERIFY2(!read.readAll().contains("remote-media"), qPrintable(file));
        }
        {
            Window again(machine);
            QTRY_VERIFY(again.action(u"remoteMedia"_s).isChecked());
            again.action(u"remoteMedia"_s).trigger();
        }
        Window after(machine);
        QTRY_COMPARE_WITH_TIMEOUT(after.notice().text(), u"2 remote pictures are not loaded."_s, patience);
        QVERIFY(!after.action(u"remoteMedia"_s).isChecked());
    }

    void saysNothingOfASiteWithoutThem()
    {
        Machine machine("text\n");
        Window window(machine);
        QTRY_COMPARE_WITH_TIMEOUT(window.shownText(), u"text"_s, patience);
        QVERIFY(window.notice().isHidden());
    }

    void theNoticeStaysClosed()
    {
        Machine machine(twoPictures);
        Window window(machine);
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().isVisible(), patience);
        QTest::mouseClick(window.notice().findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(window.notice().isHidden());
        window.window.siteView().openFile(SitePath::literal(u"posts/2024-04-01-other.md"));
        QTRY_VERIFY_WITH_TIMEOUT(window.shownText().contains(u"The other post"), patience);
        window.window.siteView().openFile(SitePath::literal(post));
        QTRY_VERIFY_WITH_TIMEOUT(!window.shownText().contains(u"The other post"), patience);
        QVERIFY(window.notice().isHidden());
        QVERIFY(!window.action(u"remoteMedia"_s).isChecked());
    }

    void showsThePageToAReaderWithoutScripts()
    {
        Machine machine("<noscript>\n\nNo scripts here.\n\n</noscript>\n\ntext\n");
        Window window(machine);
        QTRY_COMPARE_WITH_TIMEOUT(window.shownText(), u"text"_s, patience);
        window.action(u"scriptless"_s).trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.shownText().contains(u"No scripts here."), patience);
        window.action(u"scriptless"_s).trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.shownText(), u"text"_s, patience);
    }

    void aLinkOpensThePostItLeadsTo()
    {
        Machine machine("[there](2024-04-01-other.md)\n");
        Window window(machine);
        QTRY_COMPARE_WITH_TIMEOUT(window.shownText(), u"there"_s, patience);
        const QVariantList at = window
                                    .evaluate(u"const r = document.querySelector('.post-body a').getBoundingClientRect();"
                                              "[r.left + r.width / 2, r.top + r.height / 2]"_s)
                                    .toList();
        QCOMPARE(at.size(), 2);
        QWidget *engine = window.pane().findChild<ContentView *>()->focusProxy();
        QTest::mouseClick(engine, Qt::LeftButton, {}, QPoint(at[0].toInt(), at[1].toInt()));
        QTRY_COMPARE_WITH_TIMEOUT(window.window.siteView().pane().file()->toString(), u"posts/2024-04-01-other.md"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.shownText().contains(u"The other post"), patience);
    }
};

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestPreviewPane>(argc, argv);
}

#include "tst_preview_pane.moc"

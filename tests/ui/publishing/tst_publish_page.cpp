// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/publish_page.h"

#include "ui/publishing/target_form.h"
#include "ui/shell/place_stack.h"
#include "ui/site_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds

const QByteArray settingsText = "title = \"T\" # mine\nbase_url = \"https://t.example/\"\n\n"
                                "[publish.live] # where readers are\nkind = \"folder\"\npath = \"../there\"\n"
                                "[publish.half]\nkind = \"sftp\"\nhost = \"h\"\n";

/// The real window with its workspace of publishing open.
struct Desk : test::SiteWindow {
    Desk()
    {
        qputenv("XDG_CACHE_HOME", settingsFolder.path(u"cache"_s).toUtf8());
        QByteArray text = settingsText;
        site.write(u"quillway.toml"_s, text.replace("../there", settingsFolder.path(u"there"_s).toUtf8()));
        site.write(u"posts/2024-05-01-may.md"_s, "---\ntitle: May\n---\n\nWords.\n");
        openWindow({ 1400, 900 });
        view().openPublishing();
        if (!QTest::qWaitFor([this] { return page().targets().count() == 2; }, patience))
            qFatal("no targets");
    }
    ~Desk() { window.reset(); }

    [[nodiscard]] PublishPage &page() const { return view().places().publishing(); }
    [[nodiscard]] QByteArray settingsNow() const { return window->workspace().text(SitePath::literal(u"quillway.toml")); }
    [[nodiscard]] QStringList parts() const
    {
        QStringList titles;
        const QAbstractItemModel *model = page().changes().model();
        for (int row = 0; row < model->rowCount(); ++row)
            titles.append(model->index(row, 0).data().toString());
        return titles;
    }
};

} // namespace

class TestPublishPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsInTheTextsPlaceUntilAnotherFileIsOpened()
    {
        const Desk desk;
        QCOMPARE(desk.view().places().face(), Face::Workspace);
        QVERIFY(desk.page().isVisible());
        Q_EMIT desk.page().textWanted();
        QCOMPARE(desk.view().places().face(), Face::Text);
        desk.view().openPublishing();
        QCOMPARE(desk.view().places().face(), Face::Workspace);
        desk.view().openFile(SitePath::literal(u"posts/2024-05-01-may.md"));
        QCOMPARE(desk.view().places().face(), Face::Text);
        desk.view().openFile(SitePath::literal(u"quillway.toml"));
        QCOMPARE(desk.view().places().face(), Face::Text);
    }

    void showsWhatChangesThenPublishesIt()
    {
        const Desk desk;
        PublishPage &page = desk.page();
        QVERIFY(page.publishButton().isEnabled());
        page.showButton().click();
        QTRY_VERIFY_WITH_TIMEOUT(page.message().text().startsWith(u"Publishing would add "_s), patience);
        QCOMPARE(desk.parts().size(), 1);
        QVERIFY(desk.parts().constFirst().startsWith(u"Added: "_s));
        QVERIFY(!QFile::exists(desk.settingsFolder.path(u"there"_s)));
        page.publishButton().click();
        QVERIFY(!page.publishButton().isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(page.message().text().startsWith(u"Published: "_s), patience);
        QVERIFY(desk.settingsFolder.read(u"there/index.html"_s).contains("May"));
        QVERIFY(page.publishButton().isEnabled());
        page.publishButton().click();
        QTRY_COMPARE_WITH_TIMEOUT(page.message().text(), u"Everything is there already."_s, patience);
        QVERIFY(desk.parts().isEmpty());
    }

    void errorsHoldItBackAndSaySo()
    {
        const Desk desk;
        desk.window->workspace().setText(SitePath::literal(u"posts/2024-05-01-may.md"),
                                         "---\ntitle: May\ndate: 2024-05-01\n---\n\n[nowhere](nowhere.md)\n");
        desk.page().publishButton().click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.page().message().text(), u"Nothing was sent: the site has 1 errors."_s, patience);
        QVERIFY(!QFile::exists(desk.settingsFolder.path(u"there"_s)));
    }

    void aTargetThatLacksSomethingCanBeFilledInButNotPublished()
    {
        const Desk desk;
        PublishPage &page = desk.page();
        page.targets().setCurrentRow(1);
        QVERIFY(!page.publishButton().isEnabled());
        QCOMPARE(page.form().field(u"host"_s)->text(), u"h"_s);
        QVERIFY(!page.form().field(u"remote"_s));
        QLineEdit *folder = page.form().field(u"path"_s);
        folder->setFocus();
        QTest::keyClicks(folder, u"www"_s);
        QLineEdit *port = page.form().field(u"port"_s);
        QTest::keyClicks(port, u"2222"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page.publishButton().isEnabled(), patience);
        const QByteArray now = desk.settingsNow();
        QVERIFY2(now.contains("path = \"www\"") && now.contains("port = 2222"), now);
        QVERIFY2(now.startsWith("title = \"T\" # mine\n") && now.contains("[publish.live] # where readers are\nkind = \"folder\"\n"), now);
    }

    void targetsComeAndGo()
    {
        const Desk desk;
        PublishPage &page = desk.page();
        page.addTarget(u"pages"_s, model::PublishDestination::Kind::Git);
        QTRY_COMPARE_WITH_TIMEOUT(page.targets().count(), 3, patience);
        QCOMPARE(page.form().name(), u"pages"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page.target().has_value(), patience);
        QCOMPARE(page.target()->branch, u"gh-pages"_s);
        page.addTarget(u"live"_s, model::PublishDestination::Kind::Git); // there is one
        QCOMPARE(page.targets().count(), 3);
    }
};

QTEST_MAIN(TestPublishPage)
#include "tst_publish_page.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/publish/output_folder.h"
#include "core/serve/live_site.h"
#include "core/store/load_site.h"
#include "support/site_folder.h"

#include <QSignalSpy>
#include <QTest>

using namespace quillway;
using namespace quillway::serve;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // milliseconds

/// A site that is followed, exported as it was at first.
class Desk
{
public:
    Desk()
    {
        folder.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n");
        folder.write(u"posts/2024-05-01-old.md"_s, "---\ntitle: Old\ntags: [go]\n---\n\nWords.\n");
        folder.write(u"assets/plan.txt"_s, "12345");
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        const auto loaded = store::loadSiteWithCache(files, folder.path());
        if (!loaded)
            qFatal("no site");
        live = std::make_unique<LiveSite>(files, loaded->site, since, [](const model::Site &site) {
            return publish::ExportOptions { .output = publish::privateOutput(site.folder(), u"served"_s),
                                            .selection = { .buildDate = QDateTime::currentDateTimeUtc() } };
        });
        QObject::connect(live.get(), &LiveSite::exported, live.get(), [this](const LiveExport &result) {
            last = result;
            ++exports;
        });
        live->start();
        if (!QTest::qWaitFor([this] { return exports > 0; }, patience))
            qFatal("no export");
    }

    [[nodiscard]] QByteArray page(const QString &file) const { return folder.read(u".quillway/output/served/"_s + file); }

    test::SiteFolder folder;
    NativeFileSystem files;
    LiveExport last;
    int exports = 0;
    std::unique_ptr<LiveSite> live; ///< goes first
};

} // namespace

class TestLiveSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePagesFollowTheFiles()
    {
        const Desk desk;
        QVERIFY(desk.page(u"posts/old/index.html"_s).contains("Words."));
        desk.folder.write(u"posts/2024-05-01-old.md"_s, "---\ntitle: Old\ntags: [go]\n---\n\nOther words.\n");
        QTRY_VERIFY_WITH_TIMEOUT(desk.page(u"posts/old/index.html"_s).contains("Other words."), patience);
        desk.folder.write(u"posts/2024-06-01-new.md"_s, "---\ntitle: Another\n---\n\nMore.\n");
        QTRY_VERIFY_WITH_TIMEOUT(desk.page(u"index.html"_s).contains("Another"), patience);
        QVERIFY(QFile::remove(desk.folder.path(u"posts/2024-05-01-old.md"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(desk.page(u"posts/old/index.html"_s).isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.page(u"index.html"_s).contains("posts/old"), patience);
    }

    void aPictureThatKeepsItsSizeIsCopiedAnew()
    {
        const Desk desk;
        QCOMPARE(desk.page(u"plan.txt"_s), "12345");
        desk.folder.write(u"assets/plan.txt"_s, "54321");
        QTRY_COMPARE_WITH_TIMEOUT(desk.page(u"plan.txt"_s), "54321", patience);
    }

    void theThemeAndTheSettingsAreFollowed()
    {
        const Desk desk;
        desk.folder.write(u"quillway.toml"_s, "title = \"Renamed\"\nbase_url = \"https://t.example/\"\n");
        QTRY_VERIFY_WITH_TIMEOUT(desk.page(u"index.html"_s).contains("Renamed"), patience);
        desk.folder.write(u"theme/extra.txt"_s, "x");
        desk.folder.write(u"theme/templates/404.html"_s, "of the site's own");
        QTRY_VERIFY_WITH_TIMEOUT(desk.exports >= 3, patience);
    }

    void problemsComeAndGo()
    {
        const Desk desk;
        const Diagnostics before = desk.last.problems;
        desk.folder.write(u"posts/2024-05-01-old.md"_s, "---\ntitle: [Old\n---\n\nWords.\n");
        QTRY_VERIFY_WITH_TIMEOUT(hasErrors(desk.last.problems), patience);
        QCOMPARE(desk.last.problems.constFirst().error.file, u"posts/2024-05-01-old.md"_s);
        desk.folder.write(u"posts/2024-05-01-old.md"_s, "---\ntitle: Old\ntags: [go]\n---\n\nWords.\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.last.problems, before, patience);
    }

    void theAuthorsOwnExportIsLeftAlone()
    {
        const Desk desk;
        QVERIFY(!desk.folder.has(u"public"_s));
        QCOMPARE(desk.folder.read(u".quillway/.gitignore"_s), "*\n");
    }
};

QTEST_GUILESS_MAIN(TestLiveSite)
#include "tst_live_site.moc"

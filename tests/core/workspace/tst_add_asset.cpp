// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/add_asset.h"

#include "core/base/native_file_system.h"
#include "core/workspace/workspace.h"
#include "support/fault_file_system.h"
#include "support/rename_file.h"
#include "support/site_folder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::workspace;

namespace {

constexpr int patience = 10'000; // milliseconds
const SitePath wanted = SitePath::literal(u"assets/images/plan.png");

ReadAsset giving(const QString &name, const QByteArray &bytes)
{
    return [=](const FileSystem & /*files*/) { return NewAsset { AssetKind::Picture, name, bytes }; };
}

} // namespace

class TestAddAsset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAndNames_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<AssetKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QString &file, AssetKind kind, const QString &asset, const QString &place) {
            QTest::newRow(name) << file << kind << asset << place;
        };
        const QString post = u"posts/2024-05-01-go.md"_s;
        const QString bundle = u"posts/go/index.md"_s;
        row("a picture of a post that is one file", post, AssetKind::Picture, u"plan.png"_s, u"assets/images/plan.png"_s);
        row("a file of such a post", post, AssetKind::File, u"slides.pdf"_s, u"assets/files/slides.pdf"_s);
        row("of a bundle", bundle, AssetKind::Picture, u"plan.png"_s, u"posts/go/plan.png"_s);
        row("a file of a bundle", bundle, AssetKind::File, u"slides.pdf"_s, u"posts/go/slides.pdf"_s);
        row("of a page that is a bundle", u"pages/me/index.md"_s, AssetKind::Picture, u"a.png"_s, u"pages/me/a.png"_s);
        row("of a topic", u"topics/index.md"_s, AssetKind::Picture, u"a.png"_s, u"assets/images/a.png"_s);
        row("what would be a post in a bundle", bundle, AssetKind::File, u"notes.md"_s, u"assets/files/notes.md"_s);
        row("blanks and capitals", bundle, AssetKind::Picture, u"Build Pipeline (new).PNG"_s, u"posts/go/build-pipeline-new.png"_s);
        row("other scripts stay", bundle, AssetKind::Picture, u"Übersicht.png"_s, u"posts/go/übersicht.png"_s);
        row("two extensions", bundle, AssetKind::File, u"Source Code.tar.gz"_s, u"posts/go/source-code.tar.gz"_s);
        row("no extension", bundle, AssetKind::File, u"Makefile"_s, u"posts/go/makefile"_s);
        row("a hidden one is not", bundle, AssetKind::File, u".bashrc"_s, u"posts/go/bashrc"_s);
        row("no way out", bundle, AssetKind::Picture, u"../../x.png"_s, u"posts/go/x.png"_s);
    }
    void placesAndNames()
    {
        QFETCH(QString, file);
        QFETCH(AssetKind, kind);
        QFETCH(QString, name);
        QFETCH(QString, place);
        QCOMPARE(placeForAsset(SitePath::literal(file), kind, name).toString(), place);
    }

    void aNameWithoutLettersStillHasOne()
    {
        const QString place = placeForAsset(SitePath::literal(u"posts/a/index.md"), AssetKind::Picture, u"🙂.png"_s).toString();
        QVERIFY2(place.startsWith(u"posts/a/file-") && place.endsWith(u".png"), qPrintable(place));
    }

    void aDifferentFileKeepsItsName()
    {
        const test::SiteFolder folder;
        NativeFileSystem files;
        folder.write(wanted.toString(), "one");
        QCOMPARE(addAsset(files, folder.path(), wanted, "two")->toString(), u"assets/images/plan-2.png"_s);
        QCOMPARE(addAsset(files, folder.path(), wanted, "three")->toString(), u"assets/images/plan-3.png"_s);
        QCOMPARE(folder.read(u"assets/images/plan.png"_s), "one"_ba);
        QCOMPARE(folder.read(u"assets/images/plan-2.png"_s), "two"_ba);
        QCOMPARE(folder.read(u"assets/images/plan-3.png"_s), "three"_ba);
    }

    void theSameFileIsUsedAgain()
    {
        const test::SiteFolder folder;
        NativeFileSystem files;
        folder.write(wanted.toString(), "one");
        folder.write(u"assets/images/plan-2.png"_s, "two");
        QCOMPARE(addAsset(files, folder.path(), wanted, "one")->toString(), u"assets/images/plan.png"_s);
        QCOMPARE(addAsset(files, folder.path(), wanted, "two")->toString(), u"assets/images/plan-2.png"_s);
        QCOMPARE(folder.files().size(), 2);
    }

    void foldersAndLinksOfTheNameAreLeftAlone()
    {
        const test::SiteFolder folder;
        NativeFileSystem files;
        QDir().mkpath(folder.path(wanted.toString()));
        QFile::link(folder.path(u"nowhere"_s), folder.path(u"assets/images/plan-2.png"_s));
        QCOMPARE(addAsset(files, folder.path(), wanted, "x")->toString(), u"assets/images/plan-3.png"_s);
    }

    void aLinkOutOfTheSiteIsNotFollowed()
    {
        const test::SiteFolder folder;
        const test::SiteFolder elsewhere;
        NativeFileSystem files;
        QFile::link(elsewhere.path(), folder.path(u"assets"_s));
        const auto added = addAsset(files, folder.path(), wanted, "x");
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::OutsideSite);
        QCOMPARE(elsewhere.files(), QStringList());
    }

    /// Whatever call fails, at whatever moment: there is the whole file, or none, and what was there before stays.
    void noFailureLeavesHalfAFile()
    {
        NativeFileSystem real;
        int calls = 0;
        for (int nth = 1; nth == 1 || nth <= calls; ++nth) {
            const test::SiteFolder folder;
            folder.write(wanted.toString(), "one");
            test::FaultFileSystem files(real);
            files.failAt({ .nth = nth, .code = ErrorCode::DiskFull });
            const auto added = addAsset(files, folder.path(), wanted, "another");
            calls = std::max(calls, static_cast<int>(files.calls().size()));
            QCOMPARE(folder.read(wanted.toString()), "one"_ba);
            const QString second = u"assets/images/plan-2.png"_s;
            QVERIFY(!folder.has(second) || folder.read(second) == "another"_ba);
            if (added)
                QCOMPARE(folder.read(added->toString()), "another"_ba);
            QCOMPARE(files.openHandles(), 0);
        }
        QVERIFY(calls > 5);
    }

    void whatIsInTheSiteAlreadyIsNotCopied_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isUsed");
        QTest::newRow("in the bundle") << u"posts/go/plan.png"_s << true;
        QTest::newRow("deeper in the bundle") << u"posts/go/img/plan.png"_s << true;
        QTest::newRow("under assets") << u"assets/images/plan.png"_s << true;
        QTest::newRow("in another bundle") << u"posts/rust/plan.png"_s << false;
        QTest::newRow("of the theme") << u"theme/plan.png"_s << false;
        QTest::newRow("a text") << u"posts/go/index.md"_s << false;
        QTest::newRow("not there") << u"posts/go/none.png"_s << false;
    }
    void whatIsInTheSiteAlreadyIsNotCopied()
    {
        QFETCH(QString, source);
        QFETCH(bool, isUsed);
        const test::SiteFolder folder;
        const NativeFileSystem files;
        for (const char *file : { "posts/go/plan.png", "posts/go/img/plan.png", "assets/images/plan.png", "posts/rust/plan.png",
                                  "theme/plan.png", "posts/go/index.md" })
            folder.write(QString::fromLatin1(file), "x");
        const auto there = existingAsset(files, folder.path(), SitePath::literal(u"posts/go/index.md"), folder.path(source));
        QCOMPARE(there ? there->toString() : QString(), isUsed ? source : QString());
    }

    void theSnapshotHasIt()
    {
        const test::SiteFolder folder;
        folder.write(u"quillway.toml"_s, "title = \"T\"\n");
        const SitePath post = SitePath::literal(u"posts/go/index.md");
        folder.write(post.toString(), "---\ntitle: Go\ndate: 2024-05-01\n---\nText.\n");
        NativeFileSystem files;
        Workspace workspace(files);
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.open(folder.path());
        QVERIFY(loaded.wait(patience));
        QList<Result<AddedAsset>> added;
        const ReadAsset failing = [](const FileSystem & /*files*/) {
            return std::unexpected(Error { ErrorCode::TooDeep, u"b.png"_s, {}, {} });
        };
        bool wasInSnapshot = false;
        workspace.addAssets(post, { giving(u"A b.png"_s, "1"), failing, giving(u"A b.png"_s, "2") }, [&](const auto &results) {
            added = results;
            wasInSnapshot = workspace.site()->hasAsset(SitePath::literal(u"posts/go/a-b-2.png"));
        });
        QVERIFY(QTest::qWaitFor([&] { return !added.isEmpty(); }, patience));
        QCOMPARE(added.size(), 3);
        QCOMPARE(added.at(0)->file.toString(), u"posts/go/a-b.png"_s);
        QCOMPARE(added.at(0)->name, u"A b.png"_s);
        QCOMPARE(added.at(1).error().code, ErrorCode::TooDeep);
        QCOMPARE(added.at(2)->file.toString(), u"posts/go/a-b-2.png"_s);
        QVERIFY(wasInSnapshot);
        QCOMPARE(folder.read(u"posts/go/a-b-2.png"_s), "2"_ba);
    }

    /// Renamed while a file is on its way into it, a bundle takes it along.
    void aBundleMovesWithWhatComes()
    {
        const test::SiteFolder folder;
        folder.write(u"quillway.toml"_s, "title = \"T\"\n");
        const SitePath post = SitePath::literal(u"posts/go/index.md");
        folder.write(post.toString(), "---\ntitle: Go\ndate: 2024-05-01\n---\nText.\n");
        NativeFileSystem files;
        Workspace workspace(files);
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.open(folder.path());
        QVERIFY(loaded.wait(patience));
        QSignalSpy renamed(&workspace, &Workspace::renamed);
        workspace.addAssets(post, { giving(u"a.png"_s, "1") }, [](const auto & /*added*/) { });
        QVERIFY(!test::renameFile(workspace, post, u"rust"_s));
        QVERIFY(QTest::qWaitFor([&] { return renamed.size() == 1; }, patience));
        QCOMPARE(folder.files(), (QStringList { u"posts/rust/a.png"_s, u"posts/rust/index.md"_s, u"quillway.toml"_s }));
    }
};

QTEST_GUILESS_MAIN(TestAddAsset)
#include "tst_add_asset.moc"

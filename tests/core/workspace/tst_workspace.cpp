// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/base/native_file_system.h"
#include "core/store/load_site.h"
#include "support/rename_file.h"
#include "support/site_folder.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::workspace;

namespace {

constexpr int patience = 10'000; // milliseconds
const SitePath postFile = SitePath::literal(u"posts/2024-05-01-first.md");
const QByteArray postText = "---\ntitle: First\ndate: 2024-05-01\ntags: [go]\n---\n\nSome text.\n"_ba;

/// An open site with one post, one bundle and a page, and what the workspace has said so far.
struct OpenSite {
    test::SiteFolder folder;
    NativeFileSystem files;
    Workspace workspace { files };
    QList<Notice> notices;

    OpenSite()
    {
        folder.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
        folder.write(postFile.toString(), postText);
        folder.write(u"posts/bundle/index.md"_s, "---\ntitle: Bundle\ndate: 2024-05-02\n---\n\n![Plan](plan.svg)\n"_ba);
        folder.write(u"posts/bundle/plan.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"_ba);
        folder.write(u"pages/about.md"_s, "---\ntitle: About\n---\n\nMe.\n"_ba);
        QObject::connect(&workspace, &Workspace::notice, &workspace, [this](const Notice &notice) { notices.append(notice); });
        open();
    }

    void open()
    {
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.open(folder.path());
        QVERIFY(loaded.wait(patience));
    }

    bool waitFor(Notice::Kind kind)
    {
        return QTest::qWaitFor([&] { return std::ranges::any_of(notices, [&](const Notice &notice) { return notice.kind == kind; }); },
                               patience);
    }

    QByteArrayList versionsOf(const SitePath &file)
    {
        QSignalSpy listed(&workspace, &Workspace::versionsListed);
        workspace.listVersions(file);
        QByteArrayList texts;
        if (!listed.wait(patience))
            return texts;
        for (const auto &version : listed.first().at(1).value<QList<store::Version>>())
            texts.append(workspace.versionLoader(file)(version).value_or("unreadable"_ba));
        return texts;
    }

    QStringList titles() const
    {
        QStringList list;
        for (const model::PostPtr &post : workspace.site()->posts())
            list.append(post->title);
        list.sort();
        return list;
    }
};

QByteArray edited(QByteArrayView addition)
{
    return postText + addition.toByteArray();
}

/// A text of the post after it got another address.
QByteArray withAlias(const QByteArray &text)
{
    return QByteArray(text).replace("tags: [go]\n", "tags: [go]\naliases: [/posts/first/]\n");
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensASite()
    {
        OpenSite site;
        QCOMPARE(site.titles(), QStringList({ u"Bundle"_s, u"First"_s }));
        QCOMPARE(site.workspace.text(postFile), postText);
        QVERIFY(site.workspace.modifiedFiles().isEmpty());
    }

    void keepsWhatItReadOfALargeSite()
    {
        OpenSite site;
        const QDir own(site.folder.path(u".quillway"_s));
        QVERIFY(own.entryList({ u"posts-*.cache"_s }).isEmpty()); // a small one is read as fast
        for (int n = 0; n < 300; ++n)
            site.folder.write(u"posts/n%1.md"_s.arg(n), "---\ntitle: N\ndate: 2024-01-01\n---\n\nText.\n"_ba);
        site.open();
        QVERIFY(QTest::qWaitFor([&] { return !own.entryList({ u"posts-*.cache"_s }).isEmpty(); }, patience));
        site.folder.write(u"posts/n7.md"_s, "---\ntitle: M\ndate: 2024-01-01\n---\n\nText.\n"_ba); // of the same size
        site.open();
        const auto expected = store::loadSite(site.files, site.folder.path());
        QVERIFY(expected);
        QCOMPARE(site.titles().count(u"M"_s), 1);
        QVERIFY(std::ranges::equal(site.workspace.site()->posts(), expected->site->posts(), [](const auto &a, const auto &b) {
            return a->file == b->file && a->source == b->source && a->title == b->title && a->facts == b->facts;
        }));
    }

    void saysWhyAFolderCannotBeOpened()
    {
        OpenSite site;
        site.workspace.open(site.folder.path(u"nowhere"_s));
        QVERIFY(site.waitFor(Notice::Kind::LoadFailed));
        QCOMPARE(site.notices.last().error.code, ErrorCode::NotFound);
        QCOMPARE(site.workspace.site()->folder(), site.folder.path());
    }

    void typedTextReachesTheSnapshotAndNotTheDisk()
    {
        OpenSite site;
        QSignalSpy changed(&site.workspace, &Workspace::siteChanged);
        site.workspace.setText(postFile, QByteArray(postText).replace("First", "Typed"));
        QVERIFY(site.workspace.isModified(postFile));
        QVERIFY(QTest::qWaitFor([&] { return site.titles().contains(u"Typed"_s); }, patience));
        QCOMPARE(site.folder.read(postFile.toString()), postText);
    }

    void newestTextWins()
    {
        OpenSite site;
        for (int n = 0; n < 500; ++n)
            site.workspace.setText(postFile, QByteArray(postText).replace("First", "Typed " + QByteArray::number(n)));
        QVERIFY(QTest::qWaitFor([&] { return site.titles().contains(u"Typed 499"_s); }, patience));
    }

    void typingBackToWhatIsOnDiskIsNoChange()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("more\n"));
        site.workspace.setText(postFile, postText);
        QVERIFY(!site.workspace.isModified(postFile));
    }

    void savesWhatWasTyped()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("more\n"));
        site.workspace.save(postFile);
        QVERIFY(site.waitFor(Notice::Kind::Saved));
        QCOMPARE(site.folder.read(postFile.toString()), edited("more\n"));
        QVERIFY(!site.workspace.isModified(postFile));
        QCOMPARE(site.workspace.text(postFile), edited("more\n"));
    }

    void textTypedDuringASaveStaysUnsaved()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("one\n"));
        site.workspace.save(postFile);
        site.workspace.setText(postFile, edited("two\n"));
        QVERIFY(site.waitFor(Notice::Kind::Saved));
        QVERIFY(site.workspace.isModified(postFile));
        QCOMPARE(site.workspace.text(postFile), edited("two\n"));
        site.notices.clear();
        site.workspace.save(postFile);
        QVERIFY(site.waitFor(Notice::Kind::Saved));
        QCOMPARE(site.folder.read(postFile.toString()), edited("two\n"));
    }

    void typingBackDuringASaveIsAChangeToSave()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("More.\n"));
        site.workspace.save(postFile);
        site.workspace.setText(postFile, postText);
        site.workspace.save(postFile);
        QVERIFY(QTest::qWaitFor([&] { return site.notices.size() == 2; }, patience));
        QCOMPARE(site.notices.last().kind, Notice::Kind::Saved);
        QCOMPARE(site.folder.read(postFile.toString()), postText);
        QCOMPARE(site.workspace.text(postFile), postText);
        QVERIFY(!site.workspace.isModified(postFile));
    }

    void savesOneAfterTheOther()
    {
        OpenSite site;
        for (int n = 0; n <= 50; ++n) {
            site.workspace.setText(postFile, edited(QByteArray::number(n)));
            site.workspace.save(postFile);
            QTest::qWait(n % 3);
        }
        QVERIFY(QTest::qWaitFor([&] { return !site.workspace.isModified(postFile); }, patience));
        QCOMPARE(site.folder.read(postFile.toString()), edited("50"));
        for (const Notice &notice : site.notices)
            QCOMPARE(notice.kind, Notice::Kind::Saved);
    }

    void renamesAfterTheSaveThatIsUnderWay()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("One.\n"));
        site.workspace.save(postFile);
        site.workspace.setText(postFile, edited("Two.\n"));
        QVERIFY(!test::renameFile(site.workspace, postFile, u"2024-05-01-other"_s));
        site.workspace.setText(postFile, edited("Three.\n"));
        site.workspace.save(postFile);
        QVERIFY(site.waitFor(Notice::Kind::ChangeDone));
        QVERIFY(QTest::qWaitFor([&] { return site.workspace.modifiedFiles().isEmpty(); }, patience));
        QCOMPARE(site.folder.read(u"posts/2024-05-01-other.md"_s), withAlias(edited("Three.\n")));
        QVERIFY(!site.folder.has(postFile.toString()));
    }

    void keepsWhatASaveReplaced()
    {
        OpenSite site;
        for (const QByteArray &text : { edited("One.\n"), edited("Two.\n") }) {
            site.notices.clear();
            site.workspace.setText(postFile, text);
            site.workspace.save(postFile);
            QVERIFY(site.waitFor(Notice::Kind::Saved));
        }
        QCOMPARE(site.versionsOf(postFile), QByteArrayList({ edited("Two.\n"), edited("One.\n"), postText }));
    }

    void keepsWhatItWasToldToOverwrite()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("Mine.\n"));
        site.folder.write(postFile.toString(), "theirs"_ba);
        site.workspace.save(postFile, IfChanged::Overwrite);
        QVERIFY(site.waitFor(Notice::Kind::Saved));
        QCOMPARE(site.versionsOf(postFile), QByteArrayList({ edited("Mine.\n"), "theirs"_ba }));
    }

    void versionsGoWithARenamedFile()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("One.\n"));
        QVERIFY(!test::renameFile(site.workspace, postFile, u"2024-05-01-other"_s));
        QVERIFY(site.waitFor(Notice::Kind::ChangeDone));
        QCOMPARE(site.versionsOf(SitePath::literal(u"posts/2024-05-01-other.md")),
                 QByteArrayList({ withAlias(edited("One.\n")), edited("One.\n"), postText }));
        QCOMPARE(site.versionsOf(postFile), QByteArrayList());
    }

    void doesNotOverwriteWhatAnotherProgramWrote()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("mine\n"));
        site.folder.write(postFile.toString(), edited("theirs\n"));
        site.workspace.save(postFile);
        QVERIFY(site.waitFor(Notice::Kind::SaveFailed));
        QCOMPARE(site.notices.last().error.code, ErrorCode::ChangedOnDisk);
        QCOMPARE(site.folder.read(postFile.toString()), edited("theirs\n"));
        QCOMPARE(site.workspace.text(postFile), edited("mine\n"));

        site.workspace.save(postFile, IfChanged::Overwrite);
        QVERIFY(site.waitFor(Notice::Kind::Saved));
        QCOMPARE(site.folder.read(postFile.toString()), edited("mine\n"));
    }

    void revertsToWhatIsOnDiskNow()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("mine\n"));
        site.folder.write(postFile.toString(), QByteArray(postText).replace("First", "Theirs"));
        site.workspace.revert(postFile);
        QVERIFY(QTest::qWaitFor([&] { return site.titles().contains(u"Theirs"_s); }, patience));
        QVERIFY(!site.workspace.isModified(postFile));
    }

    void keepsAPostWhoseHeadIsBrokenWhileItIsTyped()
    {
        OpenSite site;
        QSignalSpy changed(&site.workspace, &Workspace::siteChanged);
        site.workspace.setText(postFile, "---\ntitle: [\n---\n\nSome text.\n"_ba);
        QVERIFY(changed.wait(patience));
        QVERIFY(site.titles().contains(u"First"_s));
        QVERIFY(hasErrors(site.workspace.site()->diagnostics()));
        QVERIFY(QTest::qWaitFor([&] { return hasErrors(site.workspace.problems()); }, patience));
    }

    /// An address at which nobody listens is asked, and no site of others.
    void asksOtherSitesWhenToldTo()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("[x](http://127.0.0.1:1/nothing)\n"));
        const auto isTold = [&] {
            return std::ranges::any_of(site.workspace.problems(), [](const Diagnostic &problem) {
                return problem.error.code == ErrorCode::ExternalLinkBroken && problem.error.file == postFile.toString()
                    && problem.error.detail.startsWith(u"http://127.0.0.1:1/nothing (");
            });
        };
        QSignalSpy checked(&site.workspace, &Workspace::problemsChanged);
        QVERIFY(checked.wait(patience));
        QVERIFY(!isTold());
        site.workspace.checkExternalLinks();
        QVERIFY(site.workspace.isCheckingExternal());
        QVERIFY(QTest::qWaitFor(isTold, patience));
        QVERIFY(!site.workspace.isCheckingExternal());
        QTRY_VERIFY_WITH_TIMEOUT(site.folder.has(u".quillway/external-links.json"_s), patience);
        checked.clear();
        site.workspace.setText(postFile, edited("Nothing is linked.\n"));
        QVERIFY(QTest::qWaitFor([&] { return !isTold(); }, patience));
    }

    void anExternalCheckCanBeStopped()
    {
        OpenSite site;
        QSignalSpy progress(&site.workspace, &Workspace::externalProgress);
        site.workspace.checkExternalLinks();
        site.workspace.cancelExternalCheck();
        QVERIFY(!site.workspace.isCheckingExternal() || QTest::qWaitFor([&] { return !site.workspace.isCheckingExternal(); }, patience));
        QCOMPARE(progress.last(), (QVariantList { 0, 0 }));
    }

    void createsDraftsThatCollideWithNothing()
    {
        OpenSite site;
        const SitePath one = site.workspace.createPost(u"A: \"quoted\" title"_s);
        const SitePath two = site.workspace.createPost(u"A: \"quoted\" title"_s);
        QVERIFY(one != two);
        site.workspace.saveAll();
        QVERIFY(QTest::qWaitFor([&] { return site.folder.has(one.toString()) && site.folder.has(two.toString()); }, patience));
        QVERIFY(QTest::qWaitFor([&] { return site.titles().count(u"A: \"quoted\" title"_s) == 2; }, patience));
        QVERIFY(site.workspace.site()->postByFile(one)->isDraft());
    }

    void aNewPostDoesNotOverwriteAFileItDidNotKnow()
    {
        OpenSite site;
        const SitePath file = site.workspace.createPost(u"Unseen"_s);
        site.folder.write(file.toString(), "theirs"_ba);
        site.workspace.save(file);
        QVERIFY(site.waitFor(Notice::Kind::SaveFailed));
        QCOMPARE(site.folder.read(file.toString()), "theirs"_ba);
        QVERIFY(site.workspace.isModified(file));
    }

    void renamesAFileWithItsUnsavedText()
    {
        OpenSite site;
        const SitePath next = SitePath::literal(u"posts/2024-05-01-second.md");
        QStringList renames;
        connect(&site.workspace, &Workspace::renamed, this,
                [&](const SitePath &from, const SitePath &to) { renames.append(from.toString() + u" > "_s + to.toString()); });
        site.workspace.setText(postFile, edited("more\n"));
        QVERIFY(!test::renameFile(site.workspace, postFile, u"2024-05-01-second"_s));
        QVERIFY(site.waitFor(Notice::Kind::ChangeDone));
        QCOMPARE(renames, QStringList { u"posts/2024-05-01-first.md > posts/2024-05-01-second.md"_s });
        QVERIFY(!site.folder.has(postFile.toString()));
        QCOMPARE(site.folder.read(next.toString()), withAlias(edited("more\n")));
        QVERIFY(QTest::qWaitFor([&] { return site.workspace.site()->postByFile(next) && !site.workspace.site()->postByFile(postFile); },
                                patience));
        QCOMPARE(site.workspace.site()->postByFile(next)->slug, u"second"_s);
    }

    void renamesABundleAsAWhole()
    {
        OpenSite site;
        QVERIFY(!test::renameFile(site.workspace, SitePath::literal(u"posts/bundle/index.md"), u"parcel"_s));
        QVERIFY(site.waitFor(Notice::Kind::ChangeDone));
        QVERIFY(site.folder.has(u"posts/parcel/plan.svg"_s));
        QVERIFY(!site.folder.has(u"posts/bundle"_s));
        const SitePath picture = SitePath::literal(u"posts/parcel/plan.svg");
        QVERIFY(QTest::qWaitFor([&] { return site.workspace.site()->hasAsset(picture); }, patience));
    }

    void refusesNamesThatLeadOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("climbs out") << u"../evil"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("dots") << u".."_s;
    }
    void refusesNamesThatLeadOut()
    {
        QFETCH(QString, name);
        OpenSite site;
        QVERIFY(test::renameFile(site.workspace, postFile, name));
        QCOMPARE(site.folder.read(postFile.toString()), postText);
    }

    void aRenameReplacesNothing()
    {
        OpenSite site;
        site.folder.write(u"posts/taken.md"_s, "theirs"_ba); // not seen yet
        QVERIFY(!test::renameFile(site.workspace, postFile, u"taken"_s));
        QVERIFY(site.waitFor(Notice::Kind::ChangeFailed));
        QCOMPARE(site.folder.read(postFile.toString()), postText);
        QCOMPARE(site.folder.read(u"posts/taken.md"_s), "theirs"_ba);
    }

    void removesToTheTrashAndBringsBack()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("unsaved\n"));
        site.workspace.remove(postFile);
        QVERIFY(site.waitFor(Notice::Kind::Removed));
        QVERIFY(!site.folder.has(postFile.toString()));
        QVERIFY(QTest::qWaitFor([&] { return !site.workspace.site()->postByFile(postFile); }, patience));
        QVERIFY(site.workspace.canRestore());

        site.workspace.restoreLastRemoved();
        QVERIFY(site.waitFor(Notice::Kind::Restored));
        QCOMPARE(site.folder.read(postFile.toString()), edited("unsaved\n"));
        QVERIFY(QTest::qWaitFor([&] { return site.workspace.site()->postByFile(postFile) != nullptr; }, patience));
    }

    void doesNotRemoveWhatCouldNotBeSaved()
    {
        OpenSite site;
        site.workspace.setText(postFile, edited("mine\n"));
        site.folder.write(postFile.toString(), edited("theirs\n"));
        site.workspace.remove(postFile);
        QVERIFY(site.waitFor(Notice::Kind::RemoveFailed));
        QCOMPARE(site.folder.read(postFile.toString()), edited("theirs\n"));
        QCOMPARE(site.workspace.text(postFile), edited("mine\n"));
    }

    void savesBeforeAnotherSiteIsOpened()
    {
        OpenSite site;
        OpenSite other;
        site.workspace.setText(postFile, edited("more\n"));
        QSignalSpy loaded(&site.workspace, &Workspace::loaded);
        site.workspace.open(other.folder.path());
        QVERIFY(loaded.wait(patience));
        QCOMPARE(site.folder.read(postFile.toString()), edited("more\n"));
        QCOMPARE(site.workspace.site()->folder(), other.folder.path());
    }

    void exportsTheNewestText()
    {
        OpenSite site;
        const QTemporaryDir output;
        QSignalSpy finished(&site.workspace, &Workspace::exportFinished);
        site.workspace.setText(postFile, edited("Typed a moment ago.\n"));
        site.workspace.startExport({ .output = output.path(), .selection = { .buildDate = QDateTime::currentDateTimeUtc() } });
        QVERIFY(site.workspace.isExporting());
        QVERIFY(finished.wait(patience));
        QVERIFY(!site.workspace.isExporting());
        QFile page(output.filePath(u"posts/first/index.html"_s));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().contains("Typed a moment ago."));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"

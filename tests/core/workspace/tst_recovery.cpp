// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/store/recovery_journal.h"
#include "core/store/recovery_session.h"
#include "core/workspace/workspace.h"
#include "support/fault_file_system.h"
#include "support/rename_file.h"
#include "support/site_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::workspace;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 10'000; // milliseconds
const SitePath postFile = SitePath::literal(u"posts/2024-05-01-first.md");
const QByteArray postText = "---\ntitle: First\ndate: 2024-05-01\n---\n\nSome text.\n"_ba;
const QByteArray mine = postText + "Mine, größer 世界.\n";
const QByteArray theirs = postText + "Theirs.\n";

struct Site : test::SiteFolder {
    Site()
    {
        write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
        write(postFile.toString(), postText);
    }

    /// The journals of all programs.
    [[nodiscard]] QStringList journals() const
    {
        QStringList found;
        const QDir recovery(path(u".quillway/recovery"_s));
        for (const QString &session : recovery.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (session == u"kept")
                continue;
            for (const QString &file : QDir(recovery.filePath(session)).entryList({ u"*.journal"_s }))
                found.append(recovery.filePath(session + u'/' + file));
        }
        return found;
    }
    [[nodiscard]] QStringList kept() const { return QDir(path(u".quillway/recovery/kept"_s)).entryList(QDir::Files); }
};

/// A running program that has the site open.
struct Program {
    const Site &site;
    NativeFileSystem native;
    test::FaultFileSystem files { native };
    Workspace workspace { files };
    QList<Notice> notices;

    explicit Program(const Site &folder, const std::optional<test::Fault> &fault = {})
        : site(folder)
    {
        if (fault)
            files.failAt(*fault);
        QObject::connect(&workspace, &Workspace::notice, &workspace, [this](const Notice &notice) { notices.append(notice); });
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.open(site.path());
        if (!loaded.wait(patience))
            qFatal("the site does not open");
    }

    [[nodiscard]] int count(Notice::Kind kind) const { return int(std::ranges::count(notices, kind, &Notice::kind)); }
    [[nodiscard]] const Notice &find(Notice::Kind kind) const
    {
        const auto place = std::ranges::find(notices, kind, &Notice::kind);
        if (place == notices.end())
            qFatal("no such notice");
        return *place;
    }
    bool waitFor(Notice::Kind kind)
    {
        return QTest::qWaitFor([&] { return count(kind) > 0; }, patience);
    }
};

/// A program that ends with an unsaved text.
void endUnsaved(const Site &site, const SitePath &file, const QByteArray &text)
{
    Program program(site);
    program.workspace.setText(file, text);
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrittenBeforeSomethingIsTyped()
    {
        const Site site;
        const Program program(site);
        QTest::qWait(500);
        QVERIFY(!site.has(u".quillway"_s));
    }

    void isInTheJournalWithinASecond()
    {
        const Site site;
        Program program(site);
        program.workspace.setText(postFile, mine);
        QVERIFY(QTest::qWaitFor([&] { return !site.journals().isEmpty(); }, 1000));
        QFile journal(site.journals().constFirst());
        QVERIFY(journal.open(QIODevice::ReadOnly));
        QVERIFY(journal.readAll().contains("größer 世界"));
    }

    void isInTheJournalWhileTypingGoesOn()
    {
        const Site site;
        Program program(site);
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 900; QTest::qWait(5))
            program.workspace.setText(postFile, mine + QByteArray::number(clock.elapsed()));
        QVERIFY(!site.journals().isEmpty());
        QVERIFY2(program.files.count(test::Call::Write) < 12, "not for each key");
    }

    void goesAwayWhenSaved()
    {
        const Site site;
        Program program(site);
        program.workspace.setText(postFile, mine);
        QVERIFY(QTest::qWaitFor([&] { return !site.journals().isEmpty(); }, patience));
        program.workspace.save(postFile);
        QVERIFY(QTest::qWaitFor([&] { return site.journals().isEmpty(); }, patience));
        QCOMPARE(site.read(postFile.toString()), mine);
    }

    void goesAwayWhenReverted()
    {
        const Site site;
        Program program(site);
        program.workspace.setText(postFile, mine);
        QVERIFY(QTest::qWaitFor([&] { return !site.journals().isEmpty(); }, patience));
        program.workspace.revert(postFile);
        QVERIFY(QTest::qWaitFor([&] { return site.journals().isEmpty(); }, patience));
    }

    void followsARename()
    {
        const Site site;
        {
            Program program(site);
            QVERIFY(!test::renameFile(program.workspace, postFile, u"2024-05-01-other"_s));
            program.workspace.setText(postFile, mine);
            QVERIFY(program.waitFor(Notice::Kind::ChangeDone));
            QTRY_VERIFY_WITH_TIMEOUT(program.workspace.text(SitePath::literal(u"posts/2024-05-01-other.md")).contains("aliases:"), patience);
        }
        QCOMPARE(site.journals().size(), 1);
        const Program next(site);
        QCOMPARE(next.find(Notice::Kind::Recovered).files, QList<SitePath> { SitePath::literal(u"posts/2024-05-01-other.md") });
    }

    void comesBackAsUnsavedText()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        Program program(site);
        QVERIFY(program.workspace.isModified(postFile));
        QCOMPARE(program.workspace.text(postFile), mine);
        QCOMPARE(program.find(Notice::Kind::Recovered).files, QList<SitePath> { postFile });
        QVERIFY(program.find(Notice::Kind::Recovered).isWhole);
        QCOMPARE(site.read(postFile.toString()), postText);

        program.workspace.save(postFile);
        QVERIFY(program.waitFor(Notice::Kind::Saved));
        QCOMPARE(site.read(postFile.toString()), mine);
        QVERIFY(QTest::qWaitFor([&] { return site.journals().isEmpty(); }, patience));
    }

    void comesBackAgainAndAgain()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        for (int start = 0; start < 3; ++start) {
            const Program program(site);
            QCOMPARE(program.workspace.text(postFile), mine);
        }
        QCOMPARE(site.journals().size(), 1);
    }

    void aPostThatWasNeverSavedComesBack()
    {
        const Site site;
        const SitePath file = SitePath::literal(u"posts/never-saved.md");
        endUnsaved(site, file, mine);
        Program program(site);
        QCOMPARE(program.workspace.text(file), mine);
        QVERIFY(QTest::qWaitFor([&] { return program.workspace.site()->postByFile(file) != nullptr; }, patience));
        program.workspace.save(file);
        QVERIFY(program.waitFor(Notice::Kind::Saved));
    }

    void severalComeBackInOneNotice()
    {
        const Site site;
        {
            Program program(site);
            program.workspace.setText(postFile, mine);
            program.workspace.createPost(u"Another"_s);
        }
        const Program next(site);
        QCOMPARE(next.count(Notice::Kind::Recovered), 1);
        QCOMPARE(next.find(Notice::Kind::Recovered).files.size(), 2);
    }

    void aTextThatIsOnDiskIsNotRecovered()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        site.write(postFile.toString(), mine);
        const Program program(site);
        QVERIFY(program.notices.isEmpty());
        QVERIFY(!program.workspace.isModified(postFile));
        QVERIFY(site.journals().isEmpty());
    }

    void bothAreKeptWhenTheFileHasChanged()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        site.write(postFile.toString(), theirs);
        {
            const Program program(site);
            QCOMPARE(program.workspace.text(postFile), theirs);
            const Notice &notice = program.find(Notice::Kind::RecoveredConflict);
            QCOMPARE(notice.file, postFile);
            QCOMPARE(notice.conflict->recovered, mine);
            QCOMPARE(notice.conflict->onDisk, theirs);
        }
        QCOMPARE(site.journals().size(), 1);
        const Program undecided(site);
        QCOMPARE(undecided.find(Notice::Kind::RecoveredConflict).conflict->recovered, mine);
    }

    void bothAreKeptWhenTheFileIsGone()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        QVERIFY(QFile::remove(site.path(postFile.toString())));
        const Program program(site);
        QVERIFY(!program.find(Notice::Kind::RecoveredConflict).conflict->onDisk);
        QCOMPARE(program.find(Notice::Kind::RecoveredConflict).conflict->recovered, mine);
    }

    void theUsersTextAsksBeforeItReplacesTheOther()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        site.write(postFile.toString(), theirs);
        Program program(site);
        program.workspace.useRecovered(program.find(Notice::Kind::RecoveredConflict).conflict->id);
        QCOMPARE(program.workspace.text(postFile), mine);
        QVERIFY(program.workspace.isModified(postFile));
        program.workspace.save(postFile);
        QVERIFY(program.waitFor(Notice::Kind::SaveFailed));
        QCOMPARE(program.find(Notice::Kind::SaveFailed).error.code, ErrorCode::ChangedOnDisk);
        QCOMPARE(site.read(postFile.toString()), theirs);
        program.workspace.save(postFile, IfChanged::Overwrite);
        QVERIFY(program.waitFor(Notice::Kind::Saved));
        QCOMPARE(site.read(postFile.toString()), mine);
        QVERIFY(QTest::qWaitFor([&] { return site.journals().isEmpty(); }, patience));
    }

    void theRecoveredTextIsPutAside()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        site.write(postFile.toString(), theirs);
        Program program(site);
        program.workspace.putRecoveredAside(program.find(Notice::Kind::RecoveredConflict).conflict->id);
        QVERIFY(program.waitFor(Notice::Kind::PutAside));
        QCOMPARE(site.kept().size(), 1);
        QCOMPARE(site.read(u".quillway/recovery/kept/"_s + site.kept().constFirst()), mine);
        QCOMPARE(program.workspace.text(postFile), theirs);
        QVERIFY(site.journals().isEmpty());
    }

    void anUnsavedTextIsPutAside()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        Program program(site);
        program.workspace.putAside(postFile);
        QVERIFY(program.waitFor(Notice::Kind::PutAside));
        QVERIFY(QTest::qWaitFor([&] { return !program.workspace.isModified(postFile); }, patience));
        QCOMPARE(program.workspace.text(postFile), postText);
        QCOMPARE(site.read(u".quillway/recovery/kept/"_s + site.kept().constFirst()), mine);
        QVERIFY(QTest::qWaitFor([&] { return site.journals().isEmpty(); }, patience));
    }

    void aSecondProgramLeavesTheFirstAlone()
    {
        const Site site;
        Program first(site);
        first.workspace.setText(postFile, mine);
        QVERIFY(QTest::qWaitFor([&] { return !site.journals().isEmpty(); }, patience));
        {
            Program second(site);
            QVERIFY(second.notices.isEmpty());
            QVERIFY(!second.workspace.isModified(postFile));
            second.workspace.setText(postFile, theirs);
            QVERIFY(QTest::qWaitFor([&] { return site.journals().size() == 2; }, patience));
        }
        QCOMPARE(site.journals().size(), 2);
        QCOMPARE(first.workspace.text(postFile), mine);
    }

    void twoTextsOfOneFileAreBothKept()
    {
        const Site site;
        {
            Program first(site);
            Program second(site);
            first.workspace.setText(postFile, mine);
            QVERIFY(QTest::qWaitFor([&] { return site.journals().size() == 1; }, patience));
            QTest::qWait(50);
            second.workspace.setText(postFile, theirs);
            QVERIFY(QTest::qWaitFor([&] { return site.journals().size() == 2; }, patience));
        }
        const Program next(site);
        QCOMPARE(next.workspace.text(postFile), theirs);
        QCOMPARE(next.find(Notice::Kind::RecoveredConflict).conflict->recovered, mine);
    }

    void aBrokenJournalIsKeptAndToldOf()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        const QString path = site.journals().constFirst();
        QFile journal(path);
        QVERIFY(journal.open(QIODevice::ReadWrite));
        const QByteArray bytes(journal.size(), '\xfe');
        QCOMPARE(journal.write(bytes), bytes.size());
        journal.close();
        const Program program(site);
        QVERIFY(QFile::exists(program.find(Notice::Kind::Unrecoverable).path));
        QVERIFY(site.journals().isEmpty());
    }

    void aTornJournalGivesWhatItHas()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        QFile journal(site.journals().constFirst());
        QVERIFY(journal.open(QIODevice::Append));
        QCOMPARE(journal.write("QwJ\x01torn"), 8);
        journal.close();
        const Program program(site);
        QCOMPARE(program.workspace.text(postFile), mine);
        QVERIFY(!program.find(Notice::Kind::Recovered).isWhole);
    }

    void bringsNoTextOutOfTheSitesOwnPlaces_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("git's settings") << u".git/config"_s;
        QTest::newRow("a script among the assets") << u"assets/x.js"_s;
        QTest::newRow("the theme") << u"theme/page.html"_s;
        QTest::newRow("the program's own folder") << u".quillway/recovery/x.md"_s;
    }
    void bringsNoTextOutOfTheSitesOwnPlaces()
    {
        QFETCH(QString, path);
        const Site site;
        NativeFileSystem files;
        {
            const auto session = store::RecoverySession::begin(files, site.path());
            store::RecoveryJournal journal(files, (*session)->folder(), SitePath::literal(path));
            QVERIFY(journal.write(1, "planted"_ba, std::nullopt));
        }
        const Program program(site);
        QVERIFY(program.notices.isEmpty());
        QVERIFY(program.workspace.modifiedFiles().isEmpty());
        QCOMPARE(site.journals().size(), 1);
    }

    void saysOnceThatTheDiskRefuses()
    {
        const Site site;
        Program program(site);
        program.files.failAt({ .call = test::Call::CreateFolder, .lasting = test::Lasting::Forever, .code = ErrorCode::DiskFull });
        for (int n = 0; n < 40; ++n) {
            program.workspace.setText(postFile, mine + QByteArray::number(n));
            QTest::qWait(100);
        }
        QCOMPARE(program.count(Notice::Kind::RecoveryFailed), 1);
        QCOMPARE(program.find(Notice::Kind::RecoveryFailed).error.code, ErrorCode::DiskFull);
        QCOMPARE(program.workspace.text(postFile), mine + "39");
        QVERIFY(program.files.count(test::Call::CreateFolder) < 10);
    }

    void goesOnWhenTheDiskDoes()
    {
        const Site site;
        Program program(site);
        program.files.failAt({ .call = test::Call::CreateFolder, .lasting = test::Lasting::Once, .code = ErrorCode::DiskFull });
        program.workspace.setText(postFile, mine);
        QVERIFY(program.waitFor(Notice::Kind::RecoveryFailed));
        QVERIFY(QTest::qWaitFor([&] { return !site.journals().isEmpty(); }, patience));
    }

    void recoversFromASiteThatCannotBeWritten()
    {
        const Site site;
        endUnsaved(site, postFile, mine);
        const Program program(site, test::Fault { .call = test::Call::Lock, .lasting = test::Lasting::Forever });
        QCOMPARE(program.workspace.text(postFile), mine);
        QCOMPARE(site.journals().size(), 1);
    }

    void goesOnWhenItsFolderIsRemoved()
    {
        const Site site;
        {
            Program program(site);
            program.workspace.setText(postFile, mine);
            QVERIFY(QTest::qWaitFor([&] { return !site.journals().isEmpty(); }, patience));
            QVERIFY(QDir(site.path(u".quillway"_s)).removeRecursively());
            program.workspace.setText(postFile, mine + "More.\n");
            QVERIFY(QTest::qWaitFor([&] { return !site.journals().isEmpty(); }, patience));
        }
        const Program next(site);
        QCOMPARE(next.workspace.text(postFile), mine + "More.\n");
    }

    void makesNoFolderForASiteThatIsGone()
    {
        const Site site;
        Program program(site);
        QVERIFY(QDir(site.path()).removeRecursively());
        program.workspace.setText(postFile, mine);
        QVERIFY(program.waitFor(Notice::Kind::RecoveryFailed));
        QVERIFY(!QFile::exists(site.path()));
        QVERIFY(QDir().mkpath(site.path()));
    }

    void anotherSiteHasJournalsOfItsOwn()
    {
        const Site site;
        const Site other;
        endUnsaved(other, postFile, theirs);
        Program program(site);
        program.workspace.setText(postFile, mine);
        QSignalSpy loaded(&program.workspace, &Workspace::loaded);
        program.workspace.open(other.path());
        QVERIFY(loaded.wait(patience));
        QCOMPARE(program.workspace.text(postFile), theirs);
        QVERIFY(QTest::qWaitFor([&] { return site.journals().isEmpty(); }, patience));
        QCOMPARE(site.read(postFile.toString()), mine);
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"

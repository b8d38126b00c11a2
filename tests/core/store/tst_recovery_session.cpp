// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_session.h"

#include "core/base/content_hash.h"
#include "journal_folder.h"
#include "support/fault_file_system.h"

#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;
using namespace quillway::test;

namespace {

/// A program that ends without saving: its lock goes, its journals stay.
void leave(const SiteFolder &site, const SitePath &file, const QByteArray &text)
{
    NativeFileSystem files;
    const auto session = RecoverySession::begin(files, site.path());
    if (!session)
        qFatal("no session");
    RecoveryJournal journal(files, (*session)->folder(), file);
    if (!journal.write(1, text, std::nullopt))
        qFatal("no journal");
}

QStringList sessionsOf(const SiteFolder &site)
{
    return QDir(site.path(u".quillway/recovery"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

} // namespace

class TestRecoverySession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isForTheUserAlone()
    {
        const SiteFolder site;
        NativeFileSystem files;
        const mode_t before = ::umask(022);
        const auto session = RecoverySession::begin(files, site.path());
        ::umask(before);
        QVERIFY(session);
        QCOMPARE(files.status((*session)->folder())->mode, 0700u);
        QCOMPARE(files.status((*session)->folder() + u"/lock"_s)->mode, 0600u);
        QVERIFY(site.has(u".quillway/.gitignore"_s));
    }

    void goesAwayWithoutATrace()
    {
        const SiteFolder site;
        NativeFileSystem files;
        QVERIFY(RecoverySession::begin(files, site.path()));
        QVERIFY(sessionsOf(site).isEmpty());
    }

    void findsWhatAnEndedProgramLeft()
    {
        const SiteFolder site;
        leave(site, journalFile, "unsaved"_ba);
        NativeFileSystem files;
        const QList<LeftJournal> left = leftJournals(files, site.path());
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().content.text, "unsaved"_ba);
        QCOMPARE(left.first().content.file, journalFile);
    }

    void leavesARunningProgramAlone()
    {
        const SiteFolder site;
        NativeFileSystem files;
        const auto running = RecoverySession::begin(files, site.path());
        QVERIFY(running);
        RecoveryJournal journal(files, (*running)->folder(), journalFile);
        QVERIFY(journal.write(1, "mine"_ba, std::nullopt));
        QVERIFY(leftJournals(files, site.path()).isEmpty());
        QCOMPARE(readBack(journal.path()).text, "mine"_ba);
    }

    void onlyOneFindsIt()
    {
        const SiteFolder site;
        leave(site, journalFile, "unsaved"_ba);
        NativeFileSystem files;
        {
            const QList<LeftJournal> first = leftJournals(files, site.path());
            QCOMPARE(first.size(), 1);
            QVERIFY(leftJournals(files, site.path()).isEmpty());
        }
        QCOMPARE(leftJournals(files, site.path()).size(), 1);
    }

    void theFolderGoesWithItsLastJournal()
    {
        const SiteFolder site;
        leave(site, journalFile, "unsaved"_ba);
        NativeFileSystem files;
        QVERIFY(files.remove(leftJournals(files, site.path()).first().path));
        QVERIFY(leftJournals(files, site.path()).isEmpty());
        QVERIFY(sessionsOf(site).isEmpty());
    }

    void oneBrokenJournalCostsNoOther()
    {
        const SiteFolder site;
        leave(site, journalFile, "unsaved"_ba);
        const QString folder = sessionsOf(site).constFirst();
        site.write(u".quillway/recovery/%1/0000000000000000.journal"_s.arg(folder), QByteArray(5000, '\xfe'));
        site.write(u".quillway/recovery/%1/note.txt"_s.arg(folder), "not a journal"_ba);
        NativeFileSystem files;
        const QList<LeftJournal> left = leftJournals(files, site.path());
        QCOMPARE(left.size(), 2);
        QCOMPARE(std::ranges::count(left, std::optional("unsaved"_ba), [](const LeftJournal &j) { return j.content.text; }), 1);
    }

    void theNewestComesFirst()
    {
        const SiteFolder site;
        leave(site, journalFile, "older"_ba);
        QTest::qSleep(20);
        leave(site, journalFile, "newer"_ba);
        NativeFileSystem files;
        const QList<LeftJournal> left = leftJournals(files, site.path());
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.first().content.text, "newer"_ba);
    }

    void looksAtNoLinks()
    {
        const SiteFolder site;
        const SiteFolder elsewhere;
        leave(elsewhere, journalFile, "of another site"_ba);
        QVERIFY(QDir(site.path()).mkpath(u".quillway/recovery"_s));
        const QString folder = elsewhere.path(u".quillway/recovery/"_s + sessionsOf(elsewhere).constFirst());
        QVERIFY(QFile::link(folder, site.path(u".quillway/recovery/0123456789abcdef"_s)));
        NativeFileSystem files;
        QVERIFY(leftJournals(files, site.path()).isEmpty());
    }

    void looksAtItsOwnFoldersOnly()
    {
        const SiteFolder site;
        leave(site, journalFile, "unsaved"_ba);
        const QString folder = u".quillway/recovery/"_s + sessionsOf(site).constFirst();
        const QString journal = QDir(site.path(folder)).entryList({ u"*.journal"_s }).constFirst();
        const QByteArray bytes = site.read(folder + u'/' + journal);
        for (const QString &name :
             { u"0123456789abcde"_s, u"0123456789ABCDEF"_s, u"0123456789abcdeg"_s, u"0123456789abcde "_s, u"01234567-9abcdef"_s })
            site.write(u".quillway/recovery/%1/%2"_s.arg(name, journal), bytes);
        site.write(u".quillway/recovery/fedcba9876543210"_s, bytes);
        QVERIFY(QDir(site.path(folder)).mkdir(u"0000000000000000.journal"_s));
        NativeFileSystem files;
        const QList<LeftJournal> left = leftJournals(files, site.path());
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.constFirst().path, site.path(folder + u'/' + journal));
    }

    void takesAlongWhatItHadNotFinished()
    {
        const SiteFolder site;
        NativeFileSystem files;
        {
            const auto session = RecoverySession::begin(files, site.path());
            QVERIFY(session);
            site.write(QDir(site.path()).relativeFilePath((*session)->folder()) + u"/0123456789abcdef.journal.new"_s, "half"_ba);
        }
        QVERIFY(sessionsOf(site).isEmpty());
        for (const QString &name : { u"/precious.new"_s, u"/precious"_s }) {
            const auto session = RecoverySession::begin(files, site.path());
            QVERIFY(session);
            site.write(QDir(site.path()).relativeFilePath((*session)->folder()) + name, "somebody's"_ba);
        }
        QCOMPARE(sessionsOf(site).size(), 2);
    }

    void keepsWhatIsPutAside()
    {
        const SiteFolder site;
        NativeFileSystem files;
        const QDateTime now(QDate(2024, 5, 1), QTime(12, 30), QTimeZone::utc());
        const auto one = keepAside(files, site.path(), journalFile, "one", now);
        const auto two = keepAside(files, site.path(), journalFile, "two", now);
        QVERIFY(one && two);
        QCOMPARE(*one, site.path(u".quillway/recovery/kept/20240501-123000-000-posts-größe.md"_s));
        QVERIFY(*one != *two);
        QCOMPARE(files.read(*one), "one"_ba);
        QCOMPARE(files.read(*two), "two"_ba);
        QCOMPARE(files.status(*one)->mode, 0600u);
        for (const QString &name :
             { QString(70, u'世') + u'/' + QString(70, u'界'), u"🚀"_s.repeated(50), u"a"_s + u"🚀"_s.repeated(50) + u"b"_s }) {
            const SitePath longest = SitePath::literal(u"posts/"_s + name + u"/index.md"_s);
            QCOMPARE(files.read(keepAside(files, site.path(), longest, "long", now).value_or(QString())), "long"_ba);
        }
    }

    /// Each call fails once or for ever: what was left is still there, and found the next time.
    void aFaultLosesNothing()
    {
        NativeFileSystem real;
        for (const Lasting lasting : { Lasting::Once, Lasting::Forever }) {
            for (int nth = 1;; ++nth) {
                const SiteFolder site;
                leave(site, journalFile, "unsaved"_ba);
                FaultFileSystem files(real);
                files.failAt({ .nth = nth, .lasting = lasting, .code = ErrorCode::DiskFull });
                bool found = false;
                {
                    const auto session = RecoverySession::begin(files, site.path());
                    const QList<LeftJournal> left = leftJournals(files, site.path());
                    found = left.size() == 1 && left.first().content.text == "unsaved"_ba;
                }
                const auto kept = keepAside(files, site.path(), journalFile, "aside", QDateTime::currentDateTimeUtc());
                QVERIFY(!kept || real.read(*kept) == "aside"_ba);
                QCOMPARE(files.openHandles(), 0);
                const QList<LeftJournal> left = leftJournals(real, site.path());
                QCOMPARE(left.size(), 1);
                QCOMPARE(left.first().content.text, "unsaved"_ba);
                if (files.hasFailed())
                    continue;
                QVERIFY(found && kept);
                QVERIFY(nth > 20);
                break;
            }
        }
    }

    void beginsWhereOthersAreQuicker_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<Lasting>("lasting");
        QTest::addColumn<bool>("begins");
        QTest::newRow("another program took the folder") << ErrorCode::InUse << Lasting::Once << true;
        QTest::newRow("another program took it away") << ErrorCode::NotFound << Lasting::Once << true;
        QTest::newRow("again and again") << ErrorCode::InUse << Lasting::Forever << false;
        QTest::newRow("it cannot be written") << ErrorCode::NotWritable << Lasting::Once << false;
    }
    void beginsWhereOthersAreQuicker()
    {
        QFETCH(ErrorCode, code);
        QFETCH(Lasting, lasting);
        QFETCH(bool, begins);
        const SiteFolder site;
        NativeFileSystem real;
        FaultFileSystem files(real);
        files.failAt({ .call = Call::Lock, .lasting = lasting, .code = code });
        const auto session = RecoverySession::begin(files, site.path());
        QCOMPARE(session.has_value(), begins);
        if (!begins)
            QCOMPARE(session.error().code, code);
    }

    void readsWhatCannotBeLocked()
    {
        const SiteFolder site;
        leave(site, journalFile, "unsaved"_ba);
        NativeFileSystem real;
        FaultFileSystem files(real);
        files.failAt({ .call = Call::Lock, .lasting = Lasting::Forever, .code = ErrorCode::NotWritable }); // a disk that can only be read
        QCOMPARE(leftJournals(files, site.path()).value(0).content.text, "unsaved"_ba);
    }

    void doesNotMakeASiteThatIsGone()
    {
        const SiteFolder site;
        NativeFileSystem files;
        const auto session = RecoverySession::begin(files, site.path(u"gone"_s));
        QVERIFY(!session);
        QCOMPARE(session.error().code, ErrorCode::NotFound);
        QVERIFY(!site.has(u"gone"_s));
    }

    void givesUpWhereEveryNameIsTaken()
    {
        const SiteFolder site;
        NativeFileSystem real;
        FaultFileSystem files(real);
        QVERIFY(keepAside(files, site.path(), journalFile, "one", QDateTime::currentDateTimeUtc()));
        files.failAt({ .call = Call::RenameIfAbsent, .lasting = Lasting::Forever, .code = ErrorCode::AlreadyExists });
        const auto kept = keepAside(files, site.path(), journalFile, "two", QDateTime::currentDateTimeUtc());
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::AlreadyExists);
    }
};

QTEST_GUILESS_MAIN(TestRecoverySession)
#include "tst_recovery_session.moc"

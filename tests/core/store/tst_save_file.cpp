// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/save_file.h"

#include "core/base/content_hash.h"

#include "desk.h"
#include "support/fault_file_system.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace quillway;
using namespace quillway::store;
using namespace quillway::test;
using namespace Qt::StringLiterals;

class TestSaveFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ::umask(022); }

    // What a save gives
    void writesAll_data();
    void writesAll();
    void syncsInOrder();
    void syncsTheBackupFirst();
    void doesNotSyncWhatCanBeMadeAgain();
    void keepsTheMode_data();
    void keepsTheMode();
    void givesNewFilesTheModeAskedFor();
    void neverShowsAPrivateText();
    void writesThroughSymbolicLinks();
    void keepsHardLinks();
    void keepsTheOwner();
    void refuses_data();
    void refuses();
    void leavesNothingBehind();

    // What the caller expects
    void savesOnlyOverWhatIsExpected_data();
    void savesOnlyOverWhatIsExpected();
    void seesAChangeMadeDuringTheSave();
    void seesAFileMadeDuringTheSave();
    void writesNothingThatIsThereAlready();

    void knowsItsLeftovers();
};

void TestSaveFile::writesAll_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << newText;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("NUL, CR and bytes that are no text") << QByteArray("\0\r\n\xFF\xFE\x80", 6);
    QTest::newRow("large") << QByteArray(5'000'001, 'z');
}

void TestSaveFile::writesAll()
{
    QFETCH(QByteArray, bytes);
    for (const Durability durability : { Durability::Synced, Durability::Replaced }) {
        Desk desk;
        QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), bytes, { .durability = durability })), u"done"_s);
        QCOMPARE(desk.get(u"post.md"_s), bytes);
        QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), oldText, { .durability = durability })), u"done"_s);
        QCOMPARE(desk.get(u"post.md"_s), oldText);
        QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), bytes, { .durability = durability })), u"done"_s);
        QCOMPARE(desk.get(u"post.md"_s), bytes);
    }
}

/// The text before its name, the name before success: else a power cut leaves an empty file under the name.
void TestSaveFile::syncsInOrder()
{
    Desk desk;
    FaultFileSystem files(desk.native());
    QCOMPARE(outcomeOf(saveFile(files, desk.path(), newText)), u"done"_s);
    QCOMPARE(files.kinds(), (QList { Call::Status, Call::Create, Call::Write, Call::Sync, Call::Close, Call::Rename, Call::SyncFolder }));
    const auto calls = files.calls();
    QCOMPARE(calls[3].path, calls[1].path);
    QCOMPARE(calls[5].path, desk.path());
    QCOMPARE(calls[6].path, desk.folder());
}

/// The old text is on disk, and can be found there, before a byte of the file is touched.
void TestSaveFile::syncsTheBackupFirst()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    QCOMPARE(::link(qPrintable(desk.path()), qPrintable(desk.path(u"twin.md"_s))), 0);
    FaultFileSystem files(desk.native());
    QCOMPARE(outcomeOf(saveFile(files, desk.path(), newText)), u"done"_s);
    const QList backup { Call::Create, Call::Write, Call::Sync, Call::Close, Call::SyncFolder };
    const QList text { Call::Truncate, Call::Write, Call::Sync, Call::Close };
    QCOMPARE(files.kinds(), (QList { Call::Status, Call::Read } + backup + text + QList { Call::Remove }));
}

void TestSaveFile::doesNotSyncWhatCanBeMadeAgain()
{
    Desk desk;
    FaultFileSystem files(desk.native());
    QCOMPARE(outcomeOf(saveFile(files, desk.path(), newText, { .durability = Durability::Replaced })), u"done"_s);
    QCOMPARE(files.kinds(), (QList { Call::Status, Call::Create, Call::Write, Call::Close, Call::Rename }));
}

void TestSaveFile::keepsTheMode_data()
{
    QTest::addColumn<quint32>("mode");
    QTest::newRow("private") << 0600u;
    QTest::newRow("usual") << 0644u;
    QTest::newRow("group may write") << 0664u;
    QTest::newRow("everybody, beyond the umask") << 0666u;
    QTest::newRow("executable") << 0755u;
    QTest::newRow("only the group may write") << 0460u;
}

void TestSaveFile::keepsTheMode()
{
    QFETCH(quint32, mode);
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    QCOMPARE(::chmod(qPrintable(desk.path()), mode), 0);
    QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), newText)), u"done"_s);
    QCOMPARE(desk.status(u"post.md"_s).mode, mode);
}

void TestSaveFile::givesNewFilesTheModeAskedFor()
{
    Desk desk;
    QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), newText)), u"done"_s);
    QCOMPARE(desk.status(u"post.md"_s).mode, 0644u);
    QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(u"journal"_s), newText, { .newFileMode = 0600 })), u"done"_s);
    QCOMPARE(desk.status(u"journal"_s).mode, 0600u);
}

/// Not even in the file beside it, from its making on.
void TestSaveFile::neverShowsAPrivateText()
{
    for (const int killedAt : { 3, 4 }) { // behind the create, at the write
        Desk desk;
        desk.put(u"post.md"_s, oldText);
        QCOMPARE(::chmod(qPrintable(desk.path()), 0600), 0);
        FaultFileSystem files(desk.native());
        files.killAt(killedAt);
        QVERIFY(!saveFile(files, desk.path(), newText));
        QCOMPARE(files.calls().at(1).call, Call::Create);
        const QStringList left = desk.leftovers(Leftover::Unfinished);
        QCOMPARE(left.size(), 1);
        QCOMPARE(desk.status(left.first()).mode, 0600u);
    }
}

void TestSaveFile::writesThroughSymbolicLinks()
{
    Desk desk(u"link.md"_s);
    QVERIFY(QDir().mkdir(desk.path(u"real"_s)));
    desk.put(u"real/post.md"_s, oldText);
    QVERIFY(QFile::link(u"real/post.md"_s, desk.path(u"second.md"_s)));
    QVERIFY(QFile::link(u"second.md"_s, desk.path(u"link.md"_s)));
    QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), newText)), u"done"_s);
    QCOMPARE(desk.get(u"real/post.md"_s), newText);
    QCOMPARE(desk.status(u"link.md"_s).kind, FileKind::SymbolicLink);
    QCOMPARE(desk.status(u"second.md"_s).kind, FileKind::SymbolicLink);
}

void TestSaveFile::keepsHardLinks()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    QCOMPARE(::link(qPrintable(desk.path()), qPrintable(desk.path(u"twin.md"_s))), 0);
    for (const QByteArray &text : { newText, "shorter"_ba, ""_ba }) {
        QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), text)), u"done"_s);
        QCOMPARE(desk.get(u"post.md"_s), text);
        QCOMPARE(desk.get(u"twin.md"_s), text);
    }
    QCOMPARE(desk.status(u"post.md"_s).inode, desk.status(u"twin.md"_s).inode);
    QCOMPARE(desk.names(), (QStringList { u"post.md"_s, u"twin.md"_s }));
}

void TestSaveFile::keepsTheOwner()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    if (::chown(qPrintable(desk.path()), 12345, 54321) != 0)
        QSKIP("only root can give files away");
    QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), newText)), u"done"_s);
    QCOMPARE(desk.get(u"post.md"_s), newText);
    QCOMPARE(desk.status(u"post.md"_s).owner, 12345u);
    QCOMPARE(desk.status(u"post.md"_s).group, 54321u);
    QCOMPARE(desk.names(), QStringList { u"post.md"_s });
}

void TestSaveFile::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("folder") << u"folder"_s << ErrorCode::NotAFile;
    QTest::newRow("pipe") << u"pipe"_s << ErrorCode::NotAFile;
    QTest::newRow("link to a pipe") << u"pipe link"_s << ErrorCode::NotAFile;
    QTest::newRow("link to a folder") << u"folder link"_s << ErrorCode::NotAFile;
    QTest::newRow("link to nothing") << u"dangling"_s << ErrorCode::NotFound;
    QTest::newRow("link to itself") << u"loop"_s << ErrorCode::NotReadable;
    QTest::newRow("read-only file, even for root") << u"read-only"_s << ErrorCode::NotWritable;
    QTest::newRow("missing folder") << u"missing/post.md"_s << ErrorCode::NotFound;
    QTest::newRow("a file for a folder") << u"file/post.md"_s << ErrorCode::NotAFolder;
    QTest::newRow("name too long") << QString(300, u'n') << ErrorCode::NotReadable;
    QTest::newRow("NUL in the name") << u"file\0.md"_s << ErrorCode::NotFound;
}

void TestSaveFile::refuses()
{
    QFETCH(QString, name);
    Desk desk;
    desk.put(u"file"_s, oldText);
    desk.put(u"read-only"_s, oldText);
    QCOMPARE(::chmod(qPrintable(desk.path(u"read-only"_s)), 0444), 0);
    QVERIFY(QDir().mkdir(desk.path(u"folder"_s)));
    QCOMPARE(::mkfifo(qPrintable(desk.path(u"pipe"_s)), 0600), 0);
    QVERIFY(QFile::link(u"pipe"_s, desk.path(u"pipe link"_s))); // not a real device: a broken save would put a file in its place
    QVERIFY(QFile::link(u"folder"_s, desk.path(u"folder link"_s)));
    QVERIFY(QFile::link(u"nothing"_s, desk.path(u"dangling"_s)));
    QVERIFY(QFile::link(u"loop"_s, desk.path(u"loop"_s)));
    const QStringList before = desk.names();

    const auto result = saveFile(desk.native(), desk.path(name), newText);
    QVERIFY(!result);
    QTEST(result.error().code, "code");
    QCOMPARE(result.error().file, desk.path(name));
    QCOMPARE(desk.names(), before);
    QCOMPARE(desk.get(u"file"_s), oldText);
    QCOMPARE(desk.get(u"read-only"_s), oldText);
}

void TestSaveFile::leavesNothingBehind()
{
    Desk desk;
    QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), oldText)), u"done"_s);
    QCOMPARE(outcomeOf(saveFile(desk.native(), desk.path(), newText)), u"done"_s);
    QCOMPARE(desk.names(), QStringList { u"post.md"_s });
}

void TestSaveFile::savesOnlyOverWhatIsExpected_data()
{
    QTest::addColumn<QByteArray>("onDisk");
    QTest::addColumn<SaveOptions>("options");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QByteArray>("after");
    const QString changed = describe({ ErrorCode::ChangedOnDisk, {}, {}, {} });
    const QString exists = describe({ ErrorCode::AlreadyExists, {}, {}, {} });
    const SaveOptions anything;
    const SaveOptions old { .expected = Expected::content(oldText) };
    const SaveOptions oldHash { .expected = Expected::hash(contentHash(oldText)) };
    const SaveOptions empty { .expected = Expected::content({}) };
    const SaveOptions absent { .expected = Expected::absent() };
    const auto row = [](const char *name, const QByteArray &onDisk, const SaveOptions &options, const QString &outcome,
                        const QByteArray &after) { QTest::newRow(name) << onDisk << options << outcome << after; };

    row("anything, other text", "other"_ba, anything, u"done"_s, newText);
    row("as read", oldText, old, u"done"_s, newText);
    row("as read, by hash", oldText, oldHash, u"done"_s, newText);
    row("changed", "other"_ba, old, changed, "other"_ba);
    row("changed, by hash", "other"_ba, oldHash, changed, "other"_ba);
    row("emptied", ""_ba, old, changed, ""_ba);
    row("deleted", "absent"_ba, old, changed, "absent"_ba);
    row("the same change made elsewhere", newText, old, u"done"_s, newText);
    row("was empty and is", ""_ba, empty, u"done"_s, newText);
    row("was empty and is not", "other"_ba, empty, changed, "other"_ba);
    row("new", "absent"_ba, absent, u"done"_s, newText);
    row("new, but one is there", "other"_ba, absent, exists, "other"_ba);
    row("new, but an empty one is there", ""_ba, absent, exists, ""_ba);
    row("new, and the same is there", newText, absent, u"done"_s, newText);
}

void TestSaveFile::savesOnlyOverWhatIsExpected()
{
    QFETCH(QByteArray, onDisk);
    QFETCH(SaveOptions, options);
    Desk desk;
    if (onDisk != "absent")
        desk.put(u"post.md"_s, onDisk);
    QTEST(outcomeOf(saveFile(desk.native(), desk.path(), newText, options)), "outcome");
    QTEST(desk.get(u"post.md"_s), "after");
    QVERIFY(desk.leftovers(Leftover::Unfinished).isEmpty());
}

void TestSaveFile::seesAChangeMadeDuringTheSave()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    FaultFileSystem files(desk.native());
    files.setObserver([&](Call call) {
        if (call == Call::Sync)
            desk.put(u"post.md"_s, "typed elsewhere"_ba);
    });
    const auto result = saveFile(files, desk.path(), newText, { .expected = Expected::content(oldText) });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ChangedOnDisk);
    QCOMPARE(desk.get(u"post.md"_s), "typed elsewhere"_ba);
    QCOMPARE(desk.names(), QStringList { u"post.md"_s });
}

void TestSaveFile::seesAFileMadeDuringTheSave()
{
    Desk desk;
    FaultFileSystem files(desk.native());
    files.setObserver([&](Call call) {
        if (call == Call::Sync)
            desk.put(u"post.md"_s, "made elsewhere"_ba);
    });
    const auto result = saveFile(files, desk.path(), newText, { .expected = Expected::absent() });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(desk.get(u"post.md"_s), "made elsewhere"_ba);
    QCOMPARE(desk.names(), QStringList { u"post.md"_s });
}

/// But it is synced: who wrote it may not have done so.
void TestSaveFile::writesNothingThatIsThereAlready()
{
    Desk desk;
    desk.put(u"post.md"_s, newText);
    const FileStatus before = desk.status(u"post.md"_s);
    FaultFileSystem files(desk.native());
    QCOMPARE(outcomeOf(saveFile(files, desk.path(), newText, { .expected = Expected::content(oldText) })), u"done"_s);
    QCOMPARE(files.count(Call::Write), 0);
    QCOMPARE(files.count(Call::Sync), 1);
    QCOMPARE(files.count(Call::SyncFolder), 1);
    QCOMPARE(desk.status(u"post.md"_s).modified, before.modified);
    QCOMPARE(desk.status(u"post.md"_s).inode, before.inode);

    FaultFileSystem unsynced(desk.native());
    QCOMPARE(
        outcomeOf(saveFile(unsynced, desk.path(), newText, { .durability = Durability::Replaced, .expected = Expected::content(oldText) })),
        u"done"_s);
    QCOMPARE(unsynced.kinds(), (QList { Call::Status, Call::Read }));
}

void TestSaveFile::knowsItsLeftovers()
{
    QCOMPARE(leftoverKind(u".quillway-save-0123456789abcdef"), Leftover::Unfinished);
    QCOMPARE(leftoverKind(u".quillway-backup-0123456789abcdef"), Leftover::Backup);
    QCOMPARE(leftoverKind(u".quillway"), Leftover::None);
    QCOMPARE(leftoverKind(u"post.md"), Leftover::None);
    QCOMPARE(leftoverKind(u"x.quillway-save-1"), Leftover::None);
}

QTEST_GUILESS_MAIN(TestSaveFile)
#include "tst_save_file.moc"

// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"
#include "support/fault_file_system.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <csignal>
#include <functional>
#include <thread>
#include <tuple>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quillway;
using namespace quillway::store;
using namespace quillway::test;
using namespace Qt::StringLiterals;

/// One kind of save, from nothing to done; each fault is tried on each of them.
struct Scenario {
    std::function<void(Desk &)> prepare;
    QByteArray before; ///< what the file has; `absent`
    SaveOptions options;
    QString target = u"post.md"_s; ///< the file whose bytes count
    bool inPlace = false; ///< must stay the same file
};
Q_DECLARE_METATYPE(Scenario)

class TestSaveFileFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ::umask(022); }
    void countsWhatWasWritten_data();
    void countsWhatWasWritten();
    void tellsWhyItFailed_data();
    void tellsWhyItFailed();
    void triesAnotherNameWhenOneIsTaken();
    void isWholeAfterEveryFault_data();
    void isWholeAfterEveryFault();
    void leavesNothingOfANewFileThatFailed();
    void putsBackWhatItCouldNotOverwrite();
    void namesTheBackupItHadToLeave();
    void isWholeAtTheLimitOfFileSizes();
    void isWholeAfterEveryKill();
    void isWholeWithManyWriters();
};

void TestSaveFileFaults::countsWhatWasWritten_data()
{
    QTest::addColumn<qsizetype>("limit");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("a byte at a time") << qsizetype(1) << u"done"_s;
    QTest::newRow("pieces") << qsizetype(1000) << u"done"_s;
    QTest::newRow("all but one byte") << newText.size() - 1 << u"done"_s;
    QTest::newRow("nothing") << qsizetype(0) << describe({ ErrorCode::ShortWrite, {}, {}, {} });
}

void TestSaveFileFaults::countsWhatWasWritten()
{
    QFETCH(qsizetype, limit);
    QFETCH(QString, outcome);
    for (const bool linked : { false, true }) {
        Desk desk;
        desk.put(u"post.md"_s, oldText);
        if (linked)
            QCOMPARE(::link(qPrintable(desk.path()), qPrintable(desk.path(u"twin.md"_s))), 0);
        FaultFileSystem files(desk.native());
        files.shortenWritesTo(limit);
        QCOMPARE(outcomeOf(saveFile(files, desk.path(), newText)), outcome);
        QCOMPARE(desk.get(u"post.md"_s), outcome == "done"_L1 ? newText : oldText);
    }
}

void TestSaveFileFaults::tellsWhyItFailed_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no space to create") << Call::Create << ErrorCode::DiskFull;
    QTest::newRow("no space to write") << Call::Write << ErrorCode::DiskFull;
    QTest::newRow("no space found at the sync") << Call::Sync << ErrorCode::DiskFull;
    QTest::newRow("sync of the text") << Call::Sync << ErrorCode::SyncFailed;
    QTest::newRow("sync of the folder") << Call::SyncFolder << ErrorCode::SyncFailed;
    QTest::newRow("no space found at the close, as on a network") << Call::Close << ErrorCode::DiskFull;
    QTest::newRow("no permission") << Call::Create << ErrorCode::NotWritable;
    QTest::newRow("rename") << Call::Rename << ErrorCode::NotWritable;
}

void TestSaveFileFaults::tellsWhyItFailed()
{
    QFETCH(Call, call);
    QFETCH(ErrorCode, code);
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    FaultFileSystem files(desk.native());
    files.failAt({ .call = call, .code = code });
    const auto result = saveFile(files, desk.path(), newText);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().file, desk.path());
    QCOMPARE(result.error().detail, u"made to fail"_s);
}

void TestSaveFileFaults::triesAnotherNameWhenOneIsTaken()
{
    Desk desk;
    FaultFileSystem files(desk.native());
    files.failAt({ .call = Call::Create, .code = ErrorCode::AlreadyExists });
    QCOMPARE(outcomeOf(saveFile(files, desk.path(), newText)), u"done"_s);
    QCOMPARE(files.count(Call::Create), 2);
    QVERIFY(files.calls().at(1).path != files.calls().at(2).path);

    FaultFileSystem never(desk.native());
    never.failAt({ .call = Call::Create, .lasting = Lasting::Forever, .code = ErrorCode::AlreadyExists });
    QVERIFY(!saveFile(never, desk.path(), oldText));
    QCOMPARE(desk.get(u"post.md"_s), newText);
}

void TestSaveFileFaults::isWholeAfterEveryFault_data()
{
    QTest::addColumn<Scenario>("scenario");
    const auto existing = [](Desk &desk) { desk.put(u"post.md"_s, oldText); };
    const auto row = [](const char *name, const Scenario &scenario) { QTest::newRow(name) << scenario; };
    const SaveOptions replaced { .durability = Durability::Replaced };

    row("new file", { [](Desk &) { }, "absent"_ba, {} });
    row("new file, not synced", { [](Desk &) { }, "absent"_ba, replaced });
    row("new file, expected to be new", { [](Desk &) { }, "absent"_ba, { .expected = Expected::absent() } });
    row("existing file", { existing, oldText, {} });
    row("existing file, not synced", { existing, oldText, replaced });
    row("existing file, as expected", { existing, oldText, { .expected = Expected::content(oldText) } });
    row("existing file, another mode",
        { [](Desk &desk) {
             desk.put(u"post.md"_s, oldText);
             ::chmod(qPrintable(desk.path()), 0640);
         },
          oldText,
          {} });
    row("the same is there", { [](Desk &desk) { desk.put(u"post.md"_s, newText); }, newText, { .expected = Expected::content(oldText) } });
    row("symbolic link",
        { [](Desk &desk) {
             desk.put(u"real.md"_s, oldText);
             QFile::link(u"real.md"_s, desk.path());
         },
          oldText,
          {},
          u"real.md"_s });
    const auto linked = [](Desk &desk) {
        desk.put(u"post.md"_s, oldText);
        if (::link(qPrintable(desk.path()), qPrintable(desk.path(u"twin.md"_s))) != 0)
            qFatal("no hard links here");
    };
    row("hard link", { linked, oldText, {}, u"twin.md"_s, true });
    row("hard link, not synced", { linked, oldText, replaced, u"twin.md"_s, true });
    row("hard link, as expected", { linked, oldText, { .expected = Expected::content(oldText) }, u"twin.md"_s, true });
}

namespace {

enum class Mishap { Once, Forever, Kill };

/// What must hold after a save in which call `nth` went wrong; an empty text if it does.
QString fault(const Desk &desk, const Scenario &scenario, Mishap mishap, const QStringList &namesBefore, const FaultFileSystem &files,
              const Result<void> &result)
{
    const QByteArray text = desk.get(scenario.target);
    const QStringList unfinished = desk.leftovers(Leftover::Unfinished);
    const QStringList backups = desk.leftovers(Leftover::Backup);
    const bool isWhole = text == scenario.before || text == newText;
    const bool isBackedUp = scenario.inPlace && backups.size() == 1 && desk.get(backups.first()) == scenario.before;
    if (!isWhole && (!isBackedUp || result || mishap == Mishap::Once))
        return u"the file is torn"_s;
    if (result && text != newText)
        return u"success without the new text"_s;
    const bool stoodBeforeTheLastSync = files.calls().last().call == Call::SyncFolder || mishap != Mishap::Once;
    if (!result && isWhole && text != scenario.before && !(stoodBeforeTheLastSync && files.hasFailed()))
        return u"failure with the new text"_s;
    if (unfinished.size() + backups.size() > 1 || (mishap == Mishap::Once && !unfinished.isEmpty()))
        return u"left behind: "_s + (unfinished + backups).join(u' ');
    if (mishap != Mishap::Kill && files.openHandles() != 0)
        return u"a file is still open"_s;
    QStringList names = desk.names();
    names.removeIf([](const QString &name) { return leftoverKind(name) != Leftover::None; });
    names.removeAll(u"post.md"_s);
    QStringList expected = namesBefore;
    expected.removeAll(u"post.md"_s);
    return names == expected ? QString() : u"unexpected files: "_s + names.join(u' ');
}

} // namespace

/// Every call that a save makes fails once, for ever, or is the last before a kill; writes are whole or come in pieces.
void TestSaveFileFaults::isWholeAfterEveryFault()
{
    QFETCH(Scenario, scenario);
    int tries = 0;
    for (const qsizetype limit : { newText.size(), qsizetype(7000) }) {
        for (const Mishap mishap : { Mishap::Once, Mishap::Forever, Mishap::Kill }) {
            for (int nth = 1; nth < 100; ++nth, ++tries) {
                Desk desk;
                scenario.prepare(desk);
                const QStringList names = desk.names();
                const quint32 mode = desk.status(scenario.target).mode;
                FaultFileSystem files(desk.native());
                files.shortenWritesTo(limit);
                if (mishap == Mishap::Kill)
                    files.killAt(nth);
                else
                    files.failAt({ .nth = nth, .lasting = mishap == Mishap::Once ? Lasting::Once : Lasting::Forever });
                const auto result = saveFile(files, desk.path(), newText, scenario.options);

                const QString wrong = fault(desk, scenario, mishap, names, files, result);
                QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 (call %2, mishap %3)"_s.arg(wrong).arg(nth).arg(int(mishap))));
                if (scenario.before != "absent")
                    QCOMPARE(desk.status(scenario.target).mode, mode);
                if (!files.hasFailed()) {
                    QCOMPARE(outcomeOf(result), u"done"_s);
                    break;
                }
            }
        }
    }
    QVERIFY(tries >= 20);
}

void TestSaveFileFaults::leavesNothingOfANewFileThatFailed()
{
    for (int nth = 1;; ++nth) {
        Desk desk;
        FaultFileSystem files(desk.native());
        files.failAt({ .nth = nth });
        const auto created = createFile(files, desk.path(), newText);
        QCOMPARE(files.openHandles(), 0);
        QCOMPARE(desk.get(u"post.md"_s), created ? newText : "absent"_ba);
        if (!created)
            QCOMPARE(created.error().file, desk.path());
        if (!files.hasFailed()) {
            QVERIFY(created && nth > 3);
            break;
        }
    }
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    QCOMPARE(createFile(desk.native(), desk.path(), newText).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(desk.get(u"post.md"_s), oldText);
}

void TestSaveFileFaults::putsBackWhatItCouldNotOverwrite()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    QCOMPARE(::link(qPrintable(desk.path()), qPrintable(desk.path(u"twin.md"_s))), 0);
    FaultFileSystem files(desk.native());
    files.failAt({ .nth = 2, .call = Call::Write, .code = ErrorCode::DiskFull }); // the first is the backup's
    const auto result = saveFile(files, desk.path(), newText);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::DiskFull);
    QCOMPARE(files.count(Call::Write), 3);
    QCOMPARE(desk.get(u"twin.md"_s), oldText);
    QCOMPARE(desk.names(), (QStringList { u"post.md"_s, u"twin.md"_s }));
}

void TestSaveFileFaults::namesTheBackupItHadToLeave()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    QCOMPARE(::link(qPrintable(desk.path()), qPrintable(desk.path(u"twin.md"_s))), 0);
    FaultFileSystem files(desk.native());
    files.failAt({ .nth = 2, .call = Call::Write, .lasting = Lasting::Forever, .code = ErrorCode::DiskFull });
    const auto result = saveFile(files, desk.path(), newText);
    QVERIFY(!result);
    const QStringList backups = desk.leftovers(Leftover::Backup);
    QCOMPARE(backups.size(), 1);
    QCOMPARE(desk.get(backups.first()), oldText);
    QCOMPARE(result.error().detail, u"made to fail; the text from before is in "_s + desk.path(backups.first()));
}

/// The system's own short write: the last one before the limit takes a part, the next one fails.
void TestSaveFileFaults::isWholeAtTheLimitOfFileSizes()
{
    rlimit before;
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    for (const bool linked : { false, true }) {
        Desk desk;
        desk.put(u"post.md"_s, oldText);
        if (linked)
            QCOMPARE(::link(qPrintable(desk.path()), qPrintable(desk.path(u"twin.md"_s))), 0);
        rlimit limit = before;
        limit.rlim_cur = rlim_t(oldText.size() + 1000);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        const auto result = saveFile(desk.native(), desk.path(), newText);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(outcomeOf(result), describe({ ErrorCode::NotWritable, {}, {}, {} }));
        QCOMPARE(desk.get(u"post.md"_s), oldText);
        QVERIFY(desk.leftovers(Leftover::Unfinished).isEmpty() && desk.leftovers(Leftover::Backup).isEmpty());
    }
    std::signal(SIGXFSZ, ignored);
}

/// A real program, really killed.
void TestSaveFileFaults::isWholeAfterEveryKill()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    int changed = 0;
    for (int round = 0; round < 150; ++round) {
        int begun[2];
        QCOMPARE(::pipe(begun), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            NativeFileSystem files;
            const SaveOptions options { .durability = round % 2 ? Durability::Synced : Durability::Replaced };
            std::ignore = files.write(begun[1], "!");
            for (int i = round;; ++i)
                std::ignore = saveFile(files, desk.path(), i % 2 ? oldText : newText, options);
        }
        char byte = 0;
        QCOMPARE(::read(begun[0], &byte, 1), 1);
        std::this_thread::sleep_for(std::chrono::microseconds(200 + round * 37));
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        for (const int end : begun)
            ::close(end);
        const QByteArray text = desk.get(u"post.md"_s);
        QVERIFY2(text == oldText || text == newText, qPrintable(u"torn in round %1: %2 bytes"_s.arg(round).arg(text.size())));
        changed += text == newText;
    }
    QVERIFY2(changed > 0 && changed < 150, "the kills did not meet the saves");
    const QStringList names = desk.names();
    for (const QString &name : names)
        QVERIFY2(name == "post.md"_L1 || leftoverKind(name) == Leftover::Unfinished, qPrintable(name));
}

void TestSaveFileFaults::isWholeWithManyWriters()
{
    Desk desk;
    desk.put(u"post.md"_s, oldText);
    std::atomic<int> failures = 0;
    std::atomic<int> torn = 0;
    {
        std::vector<std::jthread> writers;
        for (const QByteArray &text : { oldText, newText }) {
            writers.emplace_back([&desk, &failures, text] {
                NativeFileSystem files;
                for (int i = 0; i < 300; ++i)
                    failures += !saveFile(files, desk.path(), text, { .durability = Durability::Replaced });
            });
        }
        NativeFileSystem reader;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray text = reader.read(desk.path()).value_or(QByteArray());
            torn += text != oldText && text != newText;
        }
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(torn.load(), 0);
    QCOMPARE(desk.names(), QStringList { u"post.md"_s });
}

QTEST_GUILESS_MAIN(TestSaveFileFaults)
#include "tst_save_file_faults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/content_hash.h"
#include "journal_folder.h"
#include "support/fault_file_system.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;
using namespace quillway::test;

namespace {

const QByteArray id = "8 bytes!"_ba;
const QByteArray baseText = "On disk.\n"_ba;

/// A journal of `texts` (revisions from 1), and where each of its records ends.
struct Written {
    QByteArray bytes;
    QList<qsizetype> ends;

    explicit Written(const QList<QByteArray> &texts)
    {
        add(baseRecord(id, journalFile, { 0, contentHash(baseText) }));
        add(textRecord(id, journalFile, 1, texts.first()));
        for (qsizetype i = 1; i < texts.size(); ++i)
            add(changeRecord(id, quint64(i), texts.at(i - 1), quint64(i + 1), texts.at(i)));
    }

    void add(const QByteArray &record)
    {
        bytes += record;
        ends.append(bytes.size());
    }
};

/// Every way in which the disk can fail while these texts are written.
void writeTexts(FileSystem &files, const QString &folder, const QList<QByteArray> &texts, QString &path, quint64 &done, quint64 &tried)
{
    RecoveryJournal journal(files, folder, journalFile);
    path = journal.path();
    for (const QByteArray &text : texts) {
        ++tried;
        if (journal.write(tried, text, contentHash(baseText)))
            done = tried;
        if (tried % 3 == 0)
            std::ignore = journal.noteSaving(tried - 1, contentHash(texts.at(qsizetype(tried) - 2)));
        if (tried % 4 == 0)
            std::ignore = journal.sync();
    }
}

} // namespace

class TestRecoveryJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasWritten_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 30; ++seed)
            QTest::addRow("script %u", seed) << seed;
    }
    void givesBackWhatWasWritten()
    {
        QFETCH(quint32, seed);
        const SiteFolder folder;
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        quint64 revision = 0;
        for (const QByteArray &text : randomTexts(seed, 120)) {
            QVERIFY(journal.write(++revision, text, contentHash(baseText)));
            const JournalContent content = readBack(journal.path());
            QCOMPARE(content.text, text);
            QCOMPARE(content.revision, revision);
            QVERIFY(!content.isDamaged);
            QCOMPARE(content.file, journalFile);
        }
        QCOMPARE(readBack(journal.path()).bases, (QList<JournalBase> { { 0, contentHash(baseText) } }));
    }

    void isForTheUserAlone()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        QVERIFY(journal.write(1, "text"_ba, std::nullopt));
        QCOMPARE(files.status(journal.path())->mode, 0600u);
    }

    void aChangeCostsWhatItIsLong()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        const QByteArray text(1'000'000, 'x');
        QVERIFY(journal.write(1, text, std::nullopt));
        const qint64 before = journal.size();
        QVERIFY(journal.write(2, QByteArray(text).insert(500'000, "typed"), std::nullopt));
        QVERIFY2(journal.size() - before < 100, qPrintable(QString::number(journal.size() - before)));
    }

    void doesNotGrowForEver()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        QByteArray text = "Text.\n"_ba;
        for (quint64 revision = 1; revision <= 5000; ++revision) {
            text[0] = char('a' + revision % 26);
            QVERIFY(journal.write(revision, text, std::nullopt));
            QVERIFY(journal.size() < 66LL * 1024);
        }
        QCOMPARE(readBack(journal.path()).text, text);
        QCOMPARE(folder.files().size(), 1);
    }

    void aTornEndCostsTheLastRecordOnly()
    {
        const QList<QByteArray> texts = randomTexts(7, 12);
        const Written written(texts);
        for (qsizetype size = 0; size <= written.bytes.size(); ++size) {
            const JournalContent content = readJournal(id, written.bytes.first(size));
            const auto whole = std::ranges::count_if(written.ends, [&](qsizetype end) { return end <= size; });
            QCOMPARE(content.file.has_value(), whole >= 1);
            QCOMPARE(content.text, whole >= 2 ? std::optional(texts.at(whole - 2)) : std::nullopt);
            QCOMPARE(content.isDamaged, size > 0 && !written.ends.contains(size));
        }
    }

    void aFlippedByteCostsItsRecordAndThoseThatNeedIt()
    {
        const QList<QByteArray> texts = randomTexts(9, 6);
        Written written(texts);
        const QByteArray later = "A whole text comes later.\n"_ba;
        written.add(textRecord(id, journalFile, 20, later));
        written.add(changeRecord(id, 20, later, 21, later + "more"));
        for (qsizetype at = 0; at < written.bytes.size(); ++at) {
            for (const char flip : { '\x01', '\x80', '\xff' }) {
                QByteArray bytes = written.bytes;
                bytes[at] = char(bytes[at] ^ flip);
                const JournalContent content = readJournal(id, bytes);
                const auto lost = std::ranges::count_if(written.ends, [&](qsizetype end) { return end <= at; });
                const bool isLast = lost == written.ends.size() - 1;
                const bool isLater = lost == written.ends.size() - 2;
                QCOMPARE(content.text, isLast ? later : isLater ? texts.last() : later + "more");
                QVERIFY(content.isDamaged);
                QCOMPARE(content.file, journalFile);
                QCOMPARE(content.bases.size(), lost == 0 ? 0 : 1);
            }
        }
    }

    void whatNeedsALostChangeIsNotApplied()
    {
        Written written({ "one"_ba, "one two"_ba, "one two three"_ba });
        written.bytes[written.ends.at(1) + 30] ^= 1;
        const JournalContent content = readJournal(id, written.bytes);
        QCOMPARE(content.text, "one"_ba);
        QCOMPARE(content.revision, 1u);
        QVERIFY(content.isDamaged);
    }

    void aChangeThatDoesNotFitIsNotApplied_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("of another text") << changeRecord(id, 7, "text"_ba, 8, "texts"_ba);
        QTest::newRow("behind the end") << changeRecord(id, 1, "text and more"_ba, 2, "text and more."_ba);
        QTest::newRow("beyond the end") << changeRecord(id, 1, "text and more"_ba, 2, "te"_ba);
    }
    void aChangeThatDoesNotFitIsNotApplied()
    {
        QFETCH(QByteArray, record);
        Written written({ "text"_ba });
        written.add(record);
        written.add(changeRecord(id, 1, "text"_ba, 9, "a text"_ba));
        const JournalContent content = readJournal(id, written.bytes);
        QCOMPARE(content.text, "a text"_ba);
        QVERIFY(content.isDamaged);
        QVERIFY(!readJournal(id, record).text);
    }

    void aRecordOfAnotherFileIsNotTaken()
    {
        const SitePath other = SitePath::literal(u"posts/other.md");
        Written written({ "mine"_ba });
        written.add(textRecord(id, other, 2, "theirs"_ba));
        written.add(baseRecord(id, other, { 2, std::nullopt }));
        const JournalContent content = readJournal(id, written.bytes);
        QCOMPARE(content.text, "mine"_ba);
        QCOMPARE(content.file, journalFile);
        QCOMPARE(content.bases.size(), 1);
        QVERIFY(content.isDamaged);
    }

    void learnsOfAnotherBase()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        QVERIFY(journal.write(1, "one"_ba, std::nullopt));
        const qint64 before = journal.size();
        QVERIFY(journal.write(1, "one"_ba, std::nullopt));
        QCOMPARE(journal.size(), before);
        QVERIFY(journal.write(1, "one"_ba, contentHash("theirs"_ba))); // nothing was typed, but the file is another one now
        QVERIFY(journal.write(2, "one two"_ba, contentHash("theirs again"_ba)));
        const JournalContent content = readBack(journal.path());
        QCOMPARE(content.text, "one two"_ba);
        QVERIFY(!content.isDamaged);
        QVERIFY(std::ranges::contains(content.bases, JournalBase { 0, contentHash("theirs again"_ba) }));
        QCOMPARE(judge(content, "theirs again"_ba), JournalVerdict::Unsaved);
    }

    void keepsWhatItHasWhereTheNewOneCannotBeSynced()
    {
        const SiteFolder folder;
        NativeFileSystem real;
        FaultFileSystem files(real);
        RecoveryJournal journal(files, folder.path(), journalFile);
        QByteArray text = "Text.\n"_ba;
        quint64 revision = 0;
        while (journal.size() <= 64LL * 1024) { // then it is written anew
            text[0] = char('a' + ++revision % 26);
            QVERIFY(journal.write(revision, text, std::nullopt));
        }
        files.failAt({ .call = Call::SyncData });
        QVERIFY(!journal.write(revision + 1, "lost?"_ba, std::nullopt));
        QCOMPARE(readBack(journal.path()).text, text);
        QVERIFY(journal.write(revision + 2, "not lost"_ba, std::nullopt));
        QCOMPARE(readBack(journal.path()).text, "not lost"_ba);
        QCOMPARE(folder.files().size(), 1);
    }

    void knowsItsFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("one") << u"0123456789abcdef.journal"_s << true;
        QTest::newRow("another kind") << u"0123456789abcdef.text"_s << false;
        QTest::newRow("without an end") << u"0123456789abcdef"_s << false;
        QTest::newRow("too short") << u"0123456789abcd.journal"_s << false;
        QTest::newRow("too long") << u"0123456789abcdef01.journal"_s << false;
        QTest::newRow("capital digits") << u"0123456789ABCDEF.journal"_s << false;
        QTest::newRow("blanks, which the digits' reader passes over") << u"01 23456789abcdef.journal"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void knowsItsFiles()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOne);
        QCOMPARE(journalId(name).has_value(), isOne);
    }

    void isNotMisledByAJournalInTheText()
    {
        const QByteArray other = Written({ "planted"_ba }).bytes;
        const QByteArray ownId = "another."_ba;
        QByteArray bytes = baseRecord(ownId, journalFile, {}) + textRecord(ownId, journalFile, 1, other);
        QCOMPARE(readJournal(ownId, bytes).text, other);
        bytes.chop(1);
        QVERIFY(!readJournal(ownId, bytes).text);
    }

    void readsAnything_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto record = [](const QByteArray &path) {
            QByteArray bytes = baseRecord(id, journalFile, {});
            return bytes.replace(journalFile.toString().toUtf8(), path);
        };
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("zeros, as after a power cut") << QByteArray(10'000, '\0');
        QTest::newRow("text") << "Just a text.\n"_ba;
        QTest::newRow("the marker again and again") << QByteArray("QwJ\x01" + id).repeated(5000);
        QTest::newRow("a path out of the site") << record("../../etc/pw"_ba);
        const auto cut = [](const QByteArray &fields, char kind) {
            QByteArray checked = kind + QByteArray(8, '\0') + fields;
            checked[1] = char(fields.size());
            return "QwJ\x01" + id + contentHash(checked).first(8) + checked;
        };
        QTest::newRow("a kind that there is not") << cut("fields"_ba, 'Z');
        QTest::newRow("a base without its fields") << cut("12345678"_ba, 'B');
        QTest::newRow("a text without its fields") << cut("1234"_ba, 'T');
        QTest::newRow("a text whose path is longer than it") << cut("12345678\xff\0\0\0x"_ba, 'T');
        QTest::newRow("a change without its fields") << cut("12345678"_ba, 'C');
        QTest::newRow("long records all the way") << ("QwJ\x01" + id + QByteArray(8, 'x') + "T\xff\xff\x01\0\0\0\0\0"_ba).repeated(20'000);
        QTest::newRow("a length beyond all sense") << ("QwJ\x01" + id + QByteArray(8, 'x') + "T" + QByteArray(8, '\xff') + "x");
    }
    void readsAnything()
    {
        QFETCH(QByteArray, bytes);
        const JournalContent content = readJournal(id, bytes);
        QVERIFY(!content.text);
        QVERIFY(!content.file);
        QCOMPARE(content.isDamaged, !bytes.isEmpty());
    }

    void goesOnAfterEveryFault_data()
    {
        QTest::addColumn<Lasting>("lasting");
        QTest::newRow("once") << Lasting::Once;
        QTest::newRow("for ever") << Lasting::Forever;
    }
    /// What was written before a fault stays, and after a fault that passes the journal has the newest text again.
    void goesOnAfterEveryFault()
    {
        QFETCH(Lasting, lasting);
        const QList<QByteArray> texts = randomTexts(11, 12);
        int nth = 1;
        for (bool failed = true; failed; ++nth) {
            const SiteFolder folder;
            NativeFileSystem real;
            FaultFileSystem files(real);
            files.failAt({ .nth = nth, .lasting = lasting, .code = ErrorCode::DiskFull });
            QString path;
            quint64 done = 0;
            quint64 tried = 0;
            writeTexts(files, folder.path(), texts, path, done, tried);
            failed = files.hasFailed();
            const JournalContent content = readBack(path);
            QCOMPARE(content.text, done == 0 ? std::nullopt : std::optional(texts.at(qsizetype(done) - 1)));
            QCOMPARE(files.openHandles(), 0);
            if (lasting == Lasting::Once)
                QVERIFY(done >= tried - 1);
        }
        QVERIFY(nth > 20);
    }

    void hasTheNewestTextAfterEveryKill()
    {
        const QList<QByteArray> texts = randomTexts(13, 12);
        int nth = 1;
        for (bool killed = true; killed; ++nth) {
            const SiteFolder folder;
            NativeFileSystem real;
            FaultFileSystem files(real);
            files.killAt(nth);
            QString path;
            quint64 done = 0;
            quint64 tried = 0;
            writeTexts(files, folder.path(), texts, path, done, tried);
            killed = files.hasFailed();
            const JournalContent content = readBack(path);
            const bool isDone = content.text == (done == 0 ? std::nullopt : std::optional(texts.at(qsizetype(done) - 1)));
            QVERIFY(isDone);
        }
    }

    void makesAgainWhatWasRemovedUnderneath()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        QVERIFY(journal.write(1, "one"_ba, std::nullopt));
        QVERIFY(QFile::remove(journal.path()));
        QVERIFY(journal.write(2, "one two"_ba, std::nullopt));
        QCOMPARE(readBack(journal.path()).text, "one two"_ba);
        QVERIFY(QFile::remove(journal.path()));
        QVERIFY(journal.sync());
        QCOMPARE(readBack(journal.path()).text, "one two"_ba);
    }

    void savingBeforeAnythingWasTypedIsRemembered()
    {
        const SiteFolder site;
        NativeFileSystem files;
        RecoveryJournal journal(files, site.path(), journalFile);
        QVERIFY(journal.noteSaving(0, contentHash("a"_ba)));
        QVERIFY(journal.sync());
        QVERIFY(!QFile::exists(journal.path()));
        QVERIFY(journal.write(1, "b"_ba, contentHash("a"_ba)));
        QCOMPARE(readBack(journal.path()).bases.size(), 1);
    }

    void startsAgainElsewhere()
    {
        const SiteFolder site;
        const SiteFolder other;
        NativeFileSystem files;
        RecoveryJournal journal(files, site.path(), journalFile);
        QVERIFY(journal.startAgain(other.path())); // nothing is in it yet
        QVERIFY(other.files().isEmpty());
        QVERIFY(journal.write(1, "a"_ba, std::nullopt));
        QVERIFY(journal.startAgain(site.path()));
        QVERIFY(journal.path().startsWith(site.path()));
        QCOMPARE(readBack(journal.path()).text, "a"_ba);
        QVERIFY(journal.write(2, "ab"_ba, std::nullopt));
        QCOMPARE(readBack(journal.path()).text, "ab"_ba);
    }

    void saysWhenItCannotBeRemoved()
    {
        const SiteFolder site;
        NativeFileSystem real;
        FaultFileSystem files(real);
        RecoveryJournal journal(files, site.path(), journalFile);
        QVERIFY(journal.write(1, "a"_ba, std::nullopt));
        files.failAt({ .call = Call::Remove });
        QVERIFY(!journal.remove());
        QVERIFY(journal.remove());
        QVERIFY(journal.remove()); // it is gone, and that is what was wanted
    }

    void goesAwayWhenItIsNotNeeded()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        QVERIFY(journal.remove());
        QVERIFY(journal.write(1, "one"_ba, std::nullopt));
        QVERIFY(journal.remove());
        QVERIFY(folder.files().isEmpty());
    }

    void followsNoLinkThatWasPlanted()
    {
        const SiteFolder folder;
        folder.write(u"precious"_s, "text"_ba);
        NativeFileSystem files;
        RecoveryJournal journal(files, folder.path(), journalFile);
        QVERIFY(QFile::link(folder.path(u"precious"_s), journal.path()));
        QVERIFY(QFile::link(folder.path(u"precious"_s), journal.path() + u".new"_s));
        QVERIFY(journal.write(1, "mine"_ba, std::nullopt));
        QVERIFY(journal.write(2, "mine too"_ba, std::nullopt));
        QCOMPARE(folder.read(u"precious"_s), "text"_ba);
        QCOMPARE(readBack(journal.path()).text, "mine too"_ba);
    }

    void judges_data()
    {
        QTest::addColumn<JournalContent>("journal");
        QTest::addColumn<std::optional<QByteArray>>("onDisk");
        QTest::addColumn<JournalVerdict>("verdict");
        const auto disk = [](const QByteArray &text) { return std::optional(text); };
        const std::optional<QByteArray> noFile;
        const JournalBase read { 0, contentHash("base") };
        const JournalBase none { 0, std::nullopt };
        const JournalBase saved { 5, contentHash("saved") };
        QTest::newRow("typed on what is there")
            << JournalContent { journalFile, { read }, "t"_ba, 3 } << disk("base") << JournalVerdict::Unsaved;
        QTest::newRow("never saved") << JournalContent { journalFile, { none }, "t"_ba, 3 } << noFile << JournalVerdict::Unsaved;
        QTest::newRow("saved, the journal not yet gone")
            << JournalContent { journalFile, { read, saved }, "saved"_ba, 5 } << disk("saved") << JournalVerdict::OnDisk;
        QTest::newRow("saved before the journal had that text")
            << JournalContent { journalFile, { read, saved }, "t"_ba, 4 } << disk("saved") << JournalVerdict::OnDisk;
        QTest::newRow("typed on after saving") << JournalContent { journalFile, { read, saved }, "t"_ba, 6 } << disk("saved")
                                               << JournalVerdict::Unsaved;
        QTest::newRow("the save did not come about")
            << JournalContent { journalFile, { read, saved }, "t"_ba, 5 } << disk("base") << JournalVerdict::Unsaved;
        QTest::newRow("saved as it was before") << JournalContent { journalFile, { read, saved, { 8, contentHash("base") } }, "t"_ba, 7 }
                                                << disk("base") << JournalVerdict::OnDisk;
        QTest::newRow("changed by another program")
            << JournalContent { journalFile, { read }, "t"_ba, 3 } << disk("theirs") << JournalVerdict::Conflict;
        QTest::newRow("the file is gone") << JournalContent { journalFile, { read }, "t"_ba, 3 } << noFile << JournalVerdict::Conflict;
        QTest::newRow("a file where none was") << JournalContent { journalFile, { none }, "t"_ba, 3 } << disk("theirs")
                                               << JournalVerdict::Conflict;
        QTest::newRow("the base was lost") << JournalContent { journalFile, {}, "t"_ba, 3 } << disk("base") << JournalVerdict::Conflict;
        QTest::newRow("no text") << JournalContent { journalFile, { read } } << disk("base") << JournalVerdict::NoText;
        QTest::newRow("no file") << JournalContent { std::nullopt, { read }, "t"_ba, 3 } << disk("base") << JournalVerdict::NoText;
    }
    void judges()
    {
        QFETCH(JournalContent, journal);
        QFETCH(std::optional<QByteArray>, onDisk);
        QFETCH(JournalVerdict, verdict);
        QCOMPARE(judge(journal, onDisk), verdict);
    }
};

QTEST_GUILESS_MAIN(TestRecoveryJournal)
#include "tst_recovery_journal.moc"

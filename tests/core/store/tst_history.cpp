// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"

#include "core/base/content_hash.h"
#include "core/base/native_file_system.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"
#include "support/work_timer.h"

#include <QTest>
#include <QTimeZone>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;

namespace {

const SitePath post = SitePath::literal(u"posts/a.md");
const SitePath other = SitePath::literal(u"posts/b.md");
const QDateTime noon(QDate(2024, 5, 15), QTime(12, 0), QTimeZone::utc());

QString historyOf(const SitePath &file)
{
    return u".quillway/history/"_s + QString::fromLatin1(contentHash(file.toString().toUtf8()).toHex());
}

QString logOf(const SitePath &file)
{
    return historyOf(file) + u"/versions"_s;
}

QString objectOf(const SitePath &file, const QByteArray &bytes)
{
    return historyOf(file) + u'/' + QString::fromLatin1(contentHash(bytes).toHex()) + u".z"_s;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

    NativeFileSystem m_files;

    void add(const test::SiteFolder &site, const SitePath &file, const QByteArray &bytes, const QDateTime &when)
    {
        const auto added = addVersion(m_files, site.path(), file, bytes, when);
        QVERIFY2(added, added ? "" : qPrintable(describe(added.error())));
    }

    /// The texts of the versions, newest first; `?` for one that cannot be read.
    QByteArrayList texts(const test::SiteFolder &site, const SitePath &file)
    {
        QByteArrayList found;
        for (const Version &version : versions(m_files, site.path(), file).value_or(VersionList()).versions)
            found += readVersion(m_files, site.path(), file, version.hash).value_or("?"_ba);
        return found;
    }

    Diagnostics faults(const test::SiteFolder &site, const SitePath &file)
    {
        return versions(m_files, site.path(), file).value_or(VersionList()).diagnostics;
    }

private Q_SLOTS:
    void keepsVersions();
    void keepsAnyBytes_data();
    void keepsAnyBytes();
    void keepsNothingTwiceInARow();
    void ordersByTheMomentsGiven();
    void keepsItToTheUserAlone();
    void packsWhatItKeeps();

    void goesWithARenamedFile();
    void joinsWithWhatIsThere();
    void goesWithARenamedFolder();
    void movesNothingIfThereIsNothing();
    void leavesWhatIsNoFilesHistory();
    void goesWithoutAVersionThatIsGone();
    void learnsAgainWhoseItIs();

    void losesATornLineOnly_data();
    void losesATornLineOnly();
    void readsWhatAnybodyMayHavePutThere_data();
    void readsWhatAnybodyMayHavePutThere();
    void leavesRecordsOfALaterVersionAlone();
    void refusesALogThatNobodyCanHaveWritten();
    void writesThroughNoLink();
    void noticesADamagedVersion();
    void repairsADamagedVersion();

    void thinsOut();
    void staysWithinItsBytes();
    void neverTakesTheNewest();
    void tidiesLeftovers();
    void keepsWhatADamagedRecordMayHaveMeant();
    void reportsWhatDoesNotBelongThere();
    void endsSoonWithManyRecords();
    void stops();
    void stopsBeforeItRemoves();
};

void TestHistory::keepsVersions()
{
    const test::SiteFolder site;
    QCOMPARE(texts(site, post), QByteArrayList());
    add(site, post, "one"_ba, noon);
    add(site, post, "two"_ba, noon.addSecs(60));
    add(site, other, "another file's"_ba, noon);
    QCOMPARE(texts(site, post), (QByteArrayList { "two"_ba, "one"_ba }));
    QCOMPARE(texts(site, other), QByteArrayList { "another file's"_ba });
    const auto list = versions(m_files, site.path(), post);
    QVERIFY(list);
    QCOMPARE(list->versions.first(), (Version { noon.addSecs(60), contentHash("two"_ba), 3 }));
    QVERIFY(list->diagnostics.isEmpty());
}

void TestHistory::keepsAnyBytes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << u"posts/a.md"_s << ""_ba;
    QTest::newRow("no text") << u"posts/a.md"_s << QByteArray("\0\xFF\r\n", 4);
    QTest::newRow("large") << u"posts/a.md"_s << QByteArray("a line of a long text\n").repeated(200'000);
    QTest::newRow("a file at the top") << u"quillway.toml"_s << "x"_ba;
    QTest::newRow("blanks and signs in the name") << u"posts/a b\n%20 \u00E4.md"_s << "x"_ba;
    QTest::newRow("a name as long as they may be") << u"posts/"_s + QString(255, u'n') << "x"_ba;
    QTest::newRow("deep") << u"posts/"_s + u"folder/"_s.repeated(200) + u"a.md"_s << "x"_ba;
}

void TestHistory::keepsAnyBytes()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    const test::SiteFolder site;
    const SitePath path = SitePath::literal(file);
    add(site, path, bytes, noon);
    QCOMPARE(texts(site, path), QByteArrayList { bytes });
    QVERIFY(faults(site, path).isEmpty());
}

void TestHistory::keepsNothingTwiceInARow()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    add(site, post, "one"_ba, noon.addSecs(1));
    add(site, post, "two"_ba, noon.addSecs(2));
    add(site, post, "one"_ba, noon.addSecs(3));
    QCOMPARE(texts(site, post), (QByteArrayList { "one"_ba, "two"_ba, "one"_ba }));
}

void TestHistory::ordersByTheMomentsGiven()
{
    const test::SiteFolder site;
    add(site, post, "noon"_ba, noon);
    add(site, post, "morning"_ba, noon.addSecs(-3600));
    add(site, post, "evening"_ba, noon.addSecs(3600));
    add(site, post, "evening too"_ba, noon.addSecs(3600));
    QCOMPARE(texts(site, post), (QByteArrayList { "evening too"_ba, "evening"_ba, "noon"_ba, "morning"_ba }));
    const QDateTime berlin = noon.toTimeZone(QTimeZone("Europe/Berlin"));
    add(site, other, "x"_ba, berlin);
    QCOMPARE(versions(m_files, site.path(), other)->versions.first().when, noon);
    QCOMPARE(versions(m_files, site.path(), other)->versions.first().when.timeSpec(), Qt::UTC);
}

void TestHistory::keepsItToTheUserAlone()
{
    const test::SiteFolder site;
    ::umask(0);
    add(site, post, "one"_ba, noon);
    ::umask(022);
    QCOMPARE(m_files.status(site.path(logOf(post)))->mode, 0600u);
    QCOMPARE(m_files.status(site.path(objectOf(post, "one"_ba)))->mode, 0600u);
    QCOMPARE(m_files.status(site.path(u".quillway/history"_s))->mode, 0700u);
    QCOMPARE(m_files.status(site.path(logOf(post).section(u'/', 0, -2)))->mode, 0700u);
    QCOMPARE(site.read(u".quillway/.gitignore"_s), "*\n"_ba);
}

void TestHistory::packsWhatItKeeps()
{
    const test::SiteFolder site;
    const QByteArray text = QByteArray("a line of a long text\n").repeated(10'000);
    add(site, post, text, noon);
    QVERIFY(site.read(objectOf(post, text)).size() < text.size() / 20);
}

void TestHistory::goesWithARenamedFile()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    QVERIFY(moveHistory(m_files, site.path(), post, other));
    QCOMPARE(texts(site, post), QByteArrayList());
    QCOMPARE(texts(site, other), QByteArrayList { "one"_ba });
    add(site, other, "two"_ba, noon.addSecs(1));
    QVERIFY(moveHistory(m_files, site.path(), other, post));
    QCOMPARE(texts(site, post), (QByteArrayList { "two"_ba, "one"_ba }));
    QVERIFY(moveHistory(m_files, site.path(), post, post));
    QCOMPARE(texts(site, post), (QByteArrayList { "two"_ba, "one"_ba }));
}

void TestHistory::joinsWithWhatIsThere()
{
    const test::SiteFolder site;
    add(site, other, "earlier file"_ba, noon.addSecs(-60));
    add(site, other, "in both"_ba, noon.addSecs(-50));
    add(site, post, "in both"_ba, noon.addSecs(-50));
    add(site, post, "one"_ba, noon);
    add(site, post, "two"_ba, noon.addSecs(60));
    QVERIFY(moveHistory(m_files, site.path(), post, other));
    QCOMPARE(texts(site, other), (QByteArrayList { "two"_ba, "one"_ba, "in both"_ba, "earlier file"_ba }));
    QCOMPARE(texts(site, post), QByteArrayList());
    QVERIFY(!site.has(historyOf(post)));
}

void TestHistory::goesWithARenamedFolder()
{
    const test::SiteFolder site;
    const SitePath index = SitePath::literal(u"posts/trip/index.md");
    const SitePath plan = SitePath::literal(u"posts/trip/more/plan.svg");
    const SitePath stranger = SitePath::literal(u"posts/tripod.md");
    for (const SitePath &file : { index, plan, stranger })
        add(site, file, file.toString().toUtf8(), noon);
    QVERIFY(moveHistoryOfFolder(m_files, site.path(), SitePath::literal(u"posts/trip"), SitePath::literal(u"posts/journey")));
    QCOMPARE(texts(site, SitePath::literal(u"posts/journey/index.md")), QByteArrayList { "posts/trip/index.md"_ba });
    QCOMPARE(texts(site, SitePath::literal(u"posts/journey/more/plan.svg")), QByteArrayList { "posts/trip/more/plan.svg"_ba });
    QCOMPARE(texts(site, stranger), QByteArrayList { "posts/tripod.md"_ba });
    QCOMPARE(texts(site, index), QByteArrayList());
    // And back: the records say where they belong now.
    QVERIFY(moveHistoryOfFolder(m_files, site.path(), SitePath::literal(u"posts/journey"), SitePath::literal(u"posts/trip")));
    QCOMPARE(texts(site, index), QByteArrayList { "posts/trip/index.md"_ba });
}

void TestHistory::movesNothingIfThereIsNothing()
{
    const test::SiteFolder site;
    QVERIFY(moveHistory(m_files, site.path(), post, other));
    QVERIFY(moveHistoryOfFolder(m_files, site.path(), SitePath::literal(u"posts/x"), SitePath::literal(u"posts/y")));
    QVERIFY(!site.has(u".quillway"_s));
}

void TestHistory::leavesWhatIsNoFilesHistory()
{
    const test::SiteFolder site;
    add(site, SitePath::literal(u"posts/trip/a.md"), "one"_ba, noon);
    // Somebody has renamed the folder: it is not the one of the file that its log names.
    const QString moved = u".quillway/history/"_s + QString(40, u'a');
    add(site, SitePath::literal(u"posts/trip/b.md"), "two"_ba, noon);
    QVERIFY(QDir(site.path()).rename(historyOf(SitePath::literal(u"posts/trip/b.md")), moved));
    site.write(u".quillway/history/readme.txt"_s, "x"_ba);
    site.write(u".quillway/history/folder/x"_s, "x"_ba);
    QVERIFY(QDir(site.path()).mkpath(u".quillway/history/"_s + QString(40, u'b'))); // of nobody
    QVERIFY(moveHistoryOfFolder(m_files, site.path(), SitePath::literal(u"posts/trip"), SitePath::literal(u"posts/journey")));
    QCOMPARE(texts(site, SitePath::literal(u"posts/journey/a.md")), QByteArrayList { "one"_ba });
    QVERIFY(texts(site, SitePath::literal(u"posts/journey/b.md")).isEmpty());
    QVERIFY(site.has(moved + u"/versions"_s));
    QVERIFY(site.has(u".quillway/history/folder/x"_s));
}

void TestHistory::goesWithoutAVersionThatIsGone()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    add(site, post, "two"_ba, noon.addSecs(1));
    add(site, post, "three"_ba, noon.addSecs(2));
    add(site, other, "there"_ba, noon.addSecs(-1));
    QVERIFY(QFile::remove(site.path(objectOf(post, "one"_ba))));
    site.write(objectOf(post, "two"_ba), "damaged"_ba);
    QVERIFY(moveHistory(m_files, site.path(), post, other));
    QCOMPARE(texts(site, other), (QByteArrayList { "three"_ba, "there"_ba }));
}

void TestHistory::learnsAgainWhoseItIs()
{
    const test::SiteFolder site;
    add(site, post, "earlier"_ba, noon.addSecs(-1));
    add(site, post, "one"_ba, noon);
    const QByteArray log = site.read(logOf(post));
    site.write(logOf(post), log.sliced(log.indexOf('\n') + 1));
    // Thinned out, it is nobody's as before.
    QVERIFY(tidyHistory(m_files, site.path(), noon.addDays(500), 0));
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
    QVERIFY(moveHistoryOfFolder(m_files, site.path(), SitePath::literal(u"posts"), SitePath::literal(u"pages")));
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
    // The same text again is no other version, but the file is named.
    add(site, post, "one"_ba, noon.addSecs(1));
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
    QVERIFY(moveHistoryOfFolder(m_files, site.path(), SitePath::literal(u"posts"), SitePath::literal(u"pages")));
    QCOMPARE(texts(site, SitePath::literal(u"pages/a.md")), QByteArrayList { "one"_ba });
}

void TestHistory::losesATornLineOnly_data()
{
    QTest::addColumn<qsizetype>("cut");
    for (qsizetype cut = 1; cut < 40; ++cut)
        QTest::addRow("%d bytes missing", int(cut)) << cut;
}

void TestHistory::losesATornLineOnly()
{
    QFETCH(qsizetype, cut);
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    add(site, post, "two"_ba, noon.addSecs(1));
    site.write(logOf(post), site.read(logOf(post)).chopped(cut));
    // Without its end alone a line is whole.
    const bool isTorn = cut > 1;
    QCOMPARE(texts(site, post), isTorn ? (QByteArrayList { "one"_ba }) : (QByteArrayList { "two"_ba, "one"_ba }));
    QCOMPARE(faults(site, post).size(), isTorn ? 1 : 0);
    add(site, post, "three"_ba, noon.addSecs(2));
    QCOMPARE(texts(site, post), isTorn ? (QByteArrayList { "three"_ba, "one"_ba }) : (QByteArrayList { "three"_ba, "two"_ba, "one"_ba }));
}

void TestHistory::readsWhatAnybodyMayHavePutThere_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QByteArray &record) {
        QTest::newRow(name) << contentHash(record).toHex().first(8) + ' ' + record + '\n';
    };
    const QByteArray hash(40, 'a');
    QTest::newRow("empty line") << "\n"_ba;
    QTest::newRow("text") << "what is this\n"_ba;
    QTest::newRow("wrong checksum") << "00000000 v 1 2 "_ba + hash + '\n';
    QTest::newRow("NULs") << QByteArray(500, '\0') + '\n';
    QTest::newRow("a long line") << QByteArray(5'000'000, 'x') + '\n';
    QTest::newRow("many lines") << QByteArray(200'000, '\n');
    row("a path that is none", "f "_ba);
    row("a moment beyond all calendars", "v 9223372036854775807 2 "_ba + hash);
    row("no fields", "v "_ba);
    row("no numbers", "v x y "_ba + hash);
    row("negative size", "v 1 -2 "_ba + hash);
    row("number too large", "v 99999999999999999999999 2 "_ba + hash);
    row("no size", "v 1 x "_ba + hash);
    row("a hash too short", "v 1 2 abcd"_ba);
    row("digits of a hash and others", "v 1 2 "_ba + QByteArray(39, 'a') + "xa");
    row("no hash", "v 1 2 zz"_ba);
    row("capital digits", "v 1 2 "_ba + hash.toUpper());
    row("a field more", "v 1 2 "_ba + hash + " 3");
    row("a path out of the site", "f ../../x"_ba);
    row("a path that is no text", "f %FF"_ba);
    row("a path with a NUL", "f %00"_ba);
}

void TestHistory::readsWhatAnybodyMayHavePutThere()
{
    QFETCH(QByteArray, line);
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    site.write(logOf(post), line + site.read(logOf(post)) + line);
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
    const Diagnostics reported = faults(site, post);
    QCOMPARE(reported.size(), 1);
    QCOMPARE(reported.first().error.code, ErrorCode::BadValue);
    QCOMPARE(reported.first().error.position.line, 1);
    add(site, post, "two"_ba, noon.addSecs(1));
    QCOMPARE(texts(site, post), (QByteArrayList { "two"_ba, "one"_ba }));
}

void TestHistory::leavesRecordsOfALaterVersionAlone()
{
    const QByteArray record = "z what comes some day";
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    site.write(logOf(post), contentHash(record).toHex().first(8) + ' ' + record + '\n' + site.read(logOf(post)));
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
    QVERIFY(faults(site, post).isEmpty());
    add(site, post, "two"_ba, noon.addSecs(1));
    QVERIFY(site.read(logOf(post)).contains(record));
}

void TestHistory::refusesALogThatNobodyCanHaveWritten()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    QVERIFY(QFile::resize(site.path(logOf(post)), qint64(17) << 20));
    QCOMPARE(addVersion(m_files, site.path(), post, "two"_ba, noon).error().code, ErrorCode::TooDeep);
    QCOMPARE(versions(m_files, site.path(), post).error().code, ErrorCode::TooDeep);
}

void TestHistory::writesThroughNoLink()
{
    const test::SiteFolder site;
    site.write(u"mine"_s, "keep"_ba);
    QVERIFY(QDir(site.path()).mkpath(historyOf(post)));
    QVERIFY(QFile::link(site.path(u"mine"_s), site.path(logOf(post))));
    const auto added = addVersion(m_files, site.path(), post, "one"_ba, noon);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::NotAFile);
    QCOMPARE(versions(m_files, site.path(), post).error().code, ErrorCode::NotAFile);
    QCOMPARE(site.read(u"mine"_s), "keep"_ba);

    QVERIFY(QFile::remove(site.path(logOf(post))));
    QVERIFY(QFile::link(site.path(u"mine"_s), site.path(objectOf(post, "one"_ba))));
    add(site, post, "one"_ba, noon);
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
    QCOMPARE(site.read(u"mine"_s), "keep"_ba);

    QVERIFY(QDir(site.path()).mkpath(u"elsewhere"_s));
    QVERIFY(QFile::link(site.path(u"elsewhere"_s), site.path(historyOf(other))));
    const auto refused = addVersion(m_files, site.path(), other, "one"_ba, noon);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotAFolder);
    QVERIFY(QDir(site.path(u"elsewhere"_s)).isEmpty());
}

void TestHistory::noticesADamagedVersion()
{
    const test::SiteFolder site;
    const QByteArray text = QByteArray("text\n").repeated(1000);
    add(site, post, text, noon);
    const QByteArray stored = site.read(objectOf(post, text));
    const QByteArrayList damages { ""_ba,
                                   "x"_ba,
                                   stored.chopped(1),
                                   stored.first(4),
                                   "\xFF\xFF\xFF\xFF"_ba + stored.sliced(4), // four gigabytes, it says
                                   qCompress("another"_ba),
                                   QByteArray(stored).replace(10, 1, "?") };
    for (const QByteArray &damaged : damages) {
        site.write(objectOf(post, text), damaged);
        const auto read = readVersion(m_files, site.path(), post, contentHash(text));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadValue);
    }
    QVERIFY(QFile::remove(site.path(objectOf(post, text))));
    QCOMPARE(readVersion(m_files, site.path(), post, contentHash(text)).error().code, ErrorCode::NotFound);
    QCOMPARE(readVersion(m_files, site.path(), post, "../../x"_ba).error().code, ErrorCode::NotFound);
}

void TestHistory::repairsADamagedVersion()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    site.write(objectOf(post, "one"_ba), "damaged"_ba);
    add(site, post, "one"_ba, noon.addSecs(1));
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
}

void TestHistory::thinsOut()
{
    const test::SiteFolder site;
    for (int i = 0; i < 30; ++i)
        add(site, post, "minute " + QByteArray::number(i), noon.addDays(-2).addSecs(60LL * i));
    add(site, post, "minute 0"_ba, noon.addDays(-1));
    for (int i = 0; i < 3; ++i)
        add(site, post, "today " + QByteArray::number(i), noon.addSecs(i));
    const auto report = tidyHistory(m_files, site.path(), noon.addSecs(60));
    QVERIFY(report);
    QCOMPARE(report->versionsRemoved, 29);
    QVERIFY(report->diagnostics.isEmpty());
    QCOMPARE(texts(site, post), (QByteArrayList { "today 2"_ba, "today 1"_ba, "today 0"_ba, "minute 0"_ba, "minute 29"_ba }));
    QVERIFY(!site.has(objectOf(post, "minute 1"_ba)));
    QVERIFY(site.has(objectOf(post, "minute 0"_ba))); // of another moment, which stays
    QVERIFY(faults(site, post).isEmpty());
    // What was thinned goes on as before, and belongs to the same file.
    add(site, post, "later"_ba, noon.addSecs(90));
    QCOMPARE(texts(site, post).first(), "later"_ba);
    QVERIFY(moveHistoryOfFolder(m_files, site.path(), SitePath::literal(u"posts"), SitePath::literal(u"pages")));
    QCOMPARE(texts(site, SitePath::literal(u"pages/a.md")).size(), 6);
}

void TestHistory::staysWithinItsBytes()
{
    const test::SiteFolder site;
    const auto noise = [](int seed) {
        QByteArray bytes;
        for (quint32 i = 0; bytes.size() < 10'000; ++i)
            bytes += contentHash(QByteArray::number(seed) + ' ' + QByteArray::number(i));
        return bytes;
    };
    for (int i = 0; i < 5; ++i) {
        add(site, post, noise(i), noon.addSecs(10LL * i));
        add(site, other, noise(100 + i), noon.addSecs(10LL * i + 5));
    }
    const auto all = tidyHistory(m_files, site.path(), noon.addSecs(100));
    QVERIFY(all);
    QCOMPARE(all->versionsRemoved, 0);
    QVERIFY(all->bytesKept > 100'000);
    const auto report = tidyHistory(m_files, site.path(), noon.addSecs(100), 51'000);
    QVERIFY(report);
    QCOMPARE(report->versionsRemoved, 5);
    QVERIFY(report->bytesKept <= 51'000);
    QCOMPARE(texts(site, post), (QByteArrayList { noise(4), noise(3) }));
    QCOMPARE(texts(site, other), (QByteArrayList { noise(104), noise(103), noise(102) }));
}

void TestHistory::neverTakesTheNewest()
{
    const test::SiteFolder site;
    add(site, post, "ten years old"_ba, noon.addYears(-10));
    add(site, other, "old"_ba, noon.addYears(-9));
    add(site, other, "new"_ba, noon);
    const auto report = tidyHistory(m_files, site.path(), noon, 0);
    QVERIFY(report);
    QCOMPARE(report->versionsRemoved, 1);
    QCOMPARE(texts(site, post), QByteArrayList { "ten years old"_ba });
    QCOMPARE(texts(site, other), QByteArrayList { "new"_ba });
}

void TestHistory::tidiesLeftovers()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    const QString unlisted = objectOf(post, "never listed"_ba);
    const QString unfinished = historyOf(post) + u"/.quillway-save-0123456789abcdef"_s;
    site.write(unlisted, "x"_ba);
    site.write(unfinished, "x"_ba);
    const QDateTime today = QDateTime::currentDateTimeUtc();
    QVERIFY(tidyHistory(m_files, site.path(), today));
    QVERIFY(site.has(unlisted) && site.has(unfinished)); // somebody may be at it
    QVERIFY(tidyHistory(m_files, site.path(), today.addDays(2)));
    QVERIFY(!site.has(unlisted) && !site.has(unfinished));
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
}

void TestHistory::keepsWhatADamagedRecordMayHaveMeant()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    add(site, post, "two"_ba, noon.addSecs(1));
    site.write(logOf(post), site.read(logOf(post)).chopped(5));
    QVERIFY(tidyHistory(m_files, site.path(), QDateTime::currentDateTimeUtc().addDays(2)));
    QVERIFY(site.has(objectOf(post, "two"_ba)));
}

void TestHistory::reportsWhatDoesNotBelongThere()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    site.write(u".quillway/history/readme.txt"_s, "x"_ba);
    site.write(u".quillway/history/folder/x"_s, "x"_ba);
    site.write(historyOf(post) + u"/notes"_s, "x"_ba);
    QVERIFY(QDir(site.path()).mkpath(historyOf(post) + u"/sub"_s));
    QVERIFY(QDir(site.path()).mkpath(logOf(other)));
    QVERIFY(QFile::link(u"/etc"_s, site.path(u".quillway/history/"_s + QString(40, u'a'))));
    const auto report = tidyHistory(m_files, site.path(), noon.addDays(400));
    QVERIFY(report);
    QCOMPARE(report->diagnostics.size(), 6);
    QVERIFY(site.has(u".quillway/history/readme.txt"_s));
    QVERIFY(site.has(historyOf(post) + u"/notes"_s));
    QCOMPARE(texts(site, post), QByteArrayList { "one"_ba });
    const test::SiteFolder empty;
    QVERIFY(tidyHistory(m_files, empty.path(), noon));
}

void TestHistory::endsSoonWithManyRecords()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    QByteArray log = site.read(logOf(post));
    const QByteArray hash = contentHash("one"_ba).toHex();
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray record = "v " + QByteArray::number(i) + " 3 " + (i % 2 == 0 ? hash : contentHash(QByteArray::number(i)).toHex());
        log += contentHash(record).toHex().first(8) + ' ' + record + '\n';
    }
    site.write(logOf(post), log);
    add(site, other, "one"_ba, noon);
    test::WorkTimer timer;
    timer.start();
    const auto report = tidyHistory(m_files, site.path(), noon, 0);
    QVERIFY(report);
    QVERIFY(moveHistory(m_files, site.path(), post, other));
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 8000, "far beyond what even a slow machine may take");
    QCOMPARE(texts(site, other), QByteArrayList { "one"_ba });
}

void TestHistory::stops()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    std::stop_source stop;
    stop.request_stop();
    const auto report = tidyHistory(m_files, site.path(), noon, 0, stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
}

void TestHistory::stopsBeforeItRemoves()
{
    const test::SiteFolder site;
    add(site, post, "one"_ba, noon);
    add(site, post, "two"_ba, noon.addSecs(1));
    std::stop_source stop;
    test::FaultFileSystem files(m_files);
    files.setObserver([&](test::Call call) {
        if (call == test::Call::Read) // the log: all folders are known by then
            stop.request_stop();
    });
    const auto report = tidyHistory(files, site.path(), noon, 0, stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(texts(site, post).size(), 2);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"

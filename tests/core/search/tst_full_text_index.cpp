// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/full_text_index.h"

#include "core/base/native_file_system.h"
#include "marked.h"
#include "search_site.h"
#include "support/site_folder.h"
#include "support/work_timer.h"

#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::search;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2024, 6, 15), QTime(12, 0), QTimeZone::utc());
const QString database = u".quillway/search.sqlite"_s;

/// A site's folder with its index.
struct Desk {
    test::SiteFolder folder;
    test::SearchSite site { folder.path() };
    NativeFileSystem files;
    std::unique_ptr<FullTextIndex> index = std::make_unique<FullTextIndex>(files, folder.path());

    Desk()
    {
        site.write(u"posts/2024-01-01-pools.md"_s,
                   "---\ntitle: Worker Pools\ntags: [Go, distributed systems]\n---\n\nA pool *bounds* the load on a\nserver under "
                   "`GOMAXPROCS`.\n\n"
                   "## Closing the channel\n\n```go\nfor job := range jobs {\n\tserve(job)\n}\n```\n\nSee [the "
                   "source](https://example.org/pools).\n");
        site.write(u"posts/2024-02-01-cafe.md"_s,
                   "---\ntitle: Café Größe\ndraft: true\nsummary: A short summary\n---\n\nNaïve coöperation in a pool.\n\n<div "
                   "class=\"note\">\nRaw "
                   "<b>boldness</b>\n</div>\n");
        site.write(u"posts/2024-09-01-later.md"_s, "---\ntitle: Later\ntags: [go]\n---\n\n| name | size |\n| --- | --- |\n| alpha | 3 |\n");
        site.write(u"posts/2023-01-01-chinese.md"_s, "---\ntitle: 并发模式\n---\n\n这是关于工作池的文章。\n");
        site.write(u"pages/about.md"_s, "---\ntitle: About\n---\n\nWritten by a gardener.\n");
        site.writeTopic(u"topics/go.md"_s, "---\ntitle: Go\nclaims:\n  - Channels *orchestrate*\n---\n");
        site.writePath(u"paths/start.md"_s, "---\ntitle: Start\nsteps:\n  - post: pools\n    note: Begin with boundedness\n---\n");
        catchUp();
    }

    void catchUp() const
    {
        index->setSite(site.snapshot());
        while (index->work(50ms)) { }
    }
    void openAgain()
    {
        index.reset();
        index = std::make_unique<FullTextIndex>(files, folder.path());
    }

    [[nodiscard]] FoundTexts find(const QString &query) const
    {
        const auto found = index->find(query, { .now = now, .modified = { SitePath::literal(u"posts/2024-02-01-cafe.md") } });
        if (!found)
            qFatal("%s", qPrintable(found.error().detail));
        return *found;
    }
    /// `file: title / line text / …` with the marks between brackets, of each.
    [[nodiscard]] QStringList shown(const QString &query) const
    {
        QStringList list;
        for (const FoundText &text : find(query).texts) {
            QStringList parts { text.file.stem() + u": "_s + test::marked(text.title.text, text.title.marks) };
            for (const LineHit &hit : text.lines)
                parts.append(QString::number(hit.line) + u' ' + test::marked(hit.shown.text, hit.shown.marks));
            list.append(parts.join(u" / "_s));
        }
        list.sort();
        return list;
    }
    [[nodiscard]] QStringList stems(const QString &query) const
    {
        QStringList list;
        for (const FoundText &text : find(query).texts)
            list.append(text.file.stem());
        return list;
    }
};

/// The entries of the index that nobody has open: ids by path.
QHash<QString, qint64> entries(const Desk &desk)
{
    QHash<QString, qint64> ids;
    sqlite3 *handle = nullptr;
    sqlite3_stmt *rows = nullptr;
    if (sqlite3_open(desk.folder.path(database).toUtf8().constData(), &handle) != SQLITE_OK
        || sqlite3_prepare_v2(handle, "SELECT path, id FROM file", -1, &rows, nullptr) != SQLITE_OK)
        qFatal("no index");
    while (sqlite3_step(rows) == SQLITE_ROW)
        ids.insert(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(rows, 0))), sqlite3_column_int64(rows, 1));
    sqlite3_finalize(rows);
    sqlite3_close(handle);
    return ids;
}

} // namespace

class TestFullTextIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("shown");
        const auto row = [](const char *name, const QString &query, const QStringList &shown) { QTest::newRow(name) << query << shown; };
        row("nothing asked", u""_s, {});
        row("blanks", u"  "_s, {});
        row("a word of the text, without markup", u"bounds"_s, { u"2024-01-01-pools: Worker Pools / 6 A pool [bounds] the load on a"_s });
        row("beginnings of words", u"gomax serv"_s,
            { u"2024-01-01-pools: Worker Pools / 7 [server] under [GOMAXPROCS]. / 13 [serve](job)"_s });
        row("a title", u"worker"_s, { u"2024-01-01-pools: [Worker] Pools"_s });
        row("a heading", u"closing"_s, { u"2024-01-01-pools: Worker Pools / 9 [Closing] the channel"_s });
        row("a tag", u"systems"_s, { u"2024-01-01-pools: Worker Pools / 0 Go, distributed [systems]"_s });
        row("code", u"range"_s, { u"2024-01-01-pools: Worker Pools / 12 for job := [range] jobs {"_s });
        row("not the language of a code block", u"```go"_s,
            { u"2024-01-01-pools: Worker Pools / 0 [Go], distributed systems / 7 server under [GOMAXPROCS]."_s,
              u"2024-09-01-later: Later / 0 [go]"_s, u"go: [Go] / 0 [go]"_s });
        row("where a link leads", u"example.org"_s, { u"2024-01-01-pools: Worker Pools / 17 https://[example.org]/pools"_s });
        row("a summary", u"summary"_s, { u"2024-02-01-cafe: Café Größe / 1 A short [summary]"_s });
        row("raw HTML's text", u"boldness"_s, { u"2024-02-01-cafe: Café Größe / 10 Raw [boldness]"_s });
        row("not its tags", u"div"_s, {});
        row("a table's cells", u"alpha"_s, { u"2024-09-01-later: Later / 8 [alpha] 3"_s });
        row("accents do not count", u"cafe naive"_s, { u"2024-02-01-cafe: [Café] Größe / 7 [Naïve] coöperation in a pool."_s });
        row("typed with accents", u"nàïve"_s, { u"2024-02-01-cafe: Café Größe / 7 [Naïve] coöperation in a pool."_s });
        row("a page", u"gardener"_s, { u"about: About / 5 Written by a [gardener]."_s });
        row("a topic's claim", u"orchestrate"_s, { u"go: Go / 4 Channels [orchestrate]"_s });
        row("a reading path's note", u"boundedness"_s, { u"start: Start / 4 Begin with [boundedness]"_s });
        row("all words are wanted", u"bounds gardener"_s, {});
        row("a phrase over a line's end", u"\"on a server\""_s,
            { u"2024-01-01-pools: Worker Pools / 6 A pool bounds the load [on a] / 7 [server] under GOMAXPROCS."_s });
        row("a phrase in another order", u"\"a on server\""_s, {});
        row("between quotation marks whole words", u"\"bound\""_s, {});
        row("a word not wanted", u"pool -coöperation"_s,
            { u"2024-01-01-pools: Worker [Pools] / 6 A [pool] bounds the load on a / 17 https://example.org/[pools]"_s });
        row("signs within a word", u"load-on"_s, { u"2024-01-01-pools: Worker Pools / 6 A pool bounds the [load on] a"_s });
        row("a single letter is a whole word", u"l"_s, {});
        row("Chinese within a run", u"工作池"_s, { u"2023-01-01-chinese: 并发模式 / 5 这是关于[工作池]的文章。"_s });
        row("Chinese in a title", u"模式"_s, { u"2023-01-01-chinese: 并发[模式]"_s });
        row("a condition", u"is:draft pool"_s, { u"2024-02-01-cafe: Café Größe / 7 Naïve coöperation in a [pool]."_s });
        row("a tag as condition", u"tag:go size"_s, { u"2024-09-01-later: Later / 6 name [size]"_s });
        row("a condition that nothing meets", u"tag:rust pool"_s, {});
        row("unsaved", u"is:modified pool"_s, { u"2024-02-01-cafe: Café Größe / 7 Naïve coöperation in a [pool]."_s });
        row("conditions alone", u"tag:go"_s, { u"2024-01-01-pools: Worker Pools"_s, u"2024-09-01-later: Later"_s });
        row("a condition and an unwanted word", u"tag:go -alpha"_s, { u"2024-01-01-pools: Worker Pools"_s });
        row("an unwanted word alone", u"-pool"_s, { u"2023-01-01-chinese: 并发模式"_s, u"2024-09-01-later: Later"_s });
    }
    void finds()
    {
        QFETCH(QString, query);
        QTEST(Desk().shown(query), "shown");
    }

    /// Nothing typed is an error, whatever FTS5's own language would make of it.
    void nothingTypedIsAnError_data()
    {
        QTest::addColumn<QString>("query");
        for (const auto &query :
             { "\"",  "\"\"",   "a\"b",  "AND",    "OR",           "NOT",          "NEAR(", "pool AND",   "NOT pool", "pool OR",
               "(",   ")",      "(pool", "*",      "pool*",        "^pool",        "+",     "a + b",      "-",        "--",
               "-\"", "- -",    ":",     "title:", "title : pool", "{title}:pool", "{",     "}",          "'",        "';--",
               "\\",  "pool\\", "%",     "_",      "++",           "c++",          "tag:",  "is:nothing", "-tag:",    "\xF0\x9F\x9A\x80",
               "?1",  "[a](b)" })
            QTest::newRow(query) << QString::fromUtf8(query);
        QTest::newRow("NUL") << u"po"_s + QChar(0) + u"ol"_s;
        QTest::newRow("half a surrogate") << QString(QChar(0xD83D));
        QTest::newRow("the index's own signs") << QString(hitBegin) + u"pool"_s + QString(hitEnd);
        QTest::newRow("thousands of words") << u"pool "_s.repeated(10'000);
        QTest::newRow("thousands of unwanted words") << u"-xy "_s.repeated(10'000);
        QTest::newRow("a long word") << u"p"_s.repeated(100'000);
        QTest::newRow("an open quotation mark") << u"\"pool bounds"_s;
    }
    void nothingTypedIsAnError()
    {
        QFETCH(QString, query);
        const Desk desk;
        QVERIFY(desk.index->find(query, { .now = now, .modified = {} }).has_value());
        QVERIFY(desk.index->isOnDisk());
    }

    void titlesComeFirst()
    {
        Desk desk;
        desk.site.write(u"posts/2022-01-01-a.md"_s, "---\ntitle: A\n---\n\nraft raft raft raft\n");
        desk.site.write(u"posts/2021-01-01-b.md"_s,
                        "---\ntitle: Raft\n---\n\nNothing here, in many more words than the other has, so that length is against it.\n");
        desk.site.write(u"posts/2020-01-01-c.md"_s, "---\ntitle: C\n---\n\n## Raft\n");
        desk.catchUp();
        QCOMPARE(desk.stems(u"raft"_s), (QStringList { u"2021-01-01-b"_s, u"2020-01-01-c"_s, u"2022-01-01-a"_s }));
    }

    void followsTheSite()
    {
        Desk desk;
        desk.site.write(u"pages/about.md"_s, "---\ntitle: About\n---\n\nWritten by a fisher.\n");
        desk.catchUp();
        QCOMPARE(desk.stems(u"gardener"_s), QStringList {});
        QCOMPARE(desk.stems(u"fisher"_s), QStringList { u"about"_s });
        desk.site.remove(u"pages/about.md"_s);
        desk.catchUp();
        QCOMPARE(desk.stems(u"fisher"_s), QStringList {});
    }

    void saysThatItIsNotCompleteYet()
    {
        Desk desk;
        for (int i = 0; i < 300; ++i)
            desk.site.write(u"posts/n%1.md"_s.arg(i), "Some words here. "_ba.repeated(2000));
        desk.index->setSite(desk.site.snapshot());
        QVERIFY(desk.index->work(1ms));
        QVERIFY(desk.find(u"pool"_s).partial);
        while (desk.index->work(50ms)) { }
        QVERIFY(!desk.find(u"pool"_s).partial);
        const FoundTexts found = desk.find(u"words"_s);
        QCOMPARE(found.texts.size(), 50);
        QVERIFY(found.more);
    }

    void isKeptOnDiskAndOnlyWhatChangedIsReadAgain()
    {
        Desk desk;
        QVERIFY(desk.index->isOnDisk());
        QVERIFY(desk.folder.has(database));
        desk.index.reset();
        const QHash<QString, qint64> before = entries(desk);
        QCOMPARE(before.size(), 7);
        desk.openAgain();
        desk.site.write(u"pages/about.md"_s, "---\ntitle: About\n---\n\nWritten by a fisher.\n");
        desk.catchUp();
        QCOMPARE(desk.stems(u"gardener"_s), QStringList {});
        QCOMPARE(desk.stems(u"fisher"_s), QStringList { u"about"_s });
        desk.index.reset();
        QHash<QString, qint64> after = entries(desk);
        QVERIFY(after.value(u"pages/about.md"_s) != before.value(u"pages/about.md"_s));
        after.insert(u"pages/about.md"_s, before.value(u"pages/about.md"_s));
        QCOMPARE(after, before); // what is indexed again gets another entry
    }

    void isOnlyACache_data()
    {
        QTest::addColumn<QByteArray>("left"); // in the file's place; empty: nothing
        QTest::newRow("deleted") << QByteArray();
        QTest::newRow("no database") << "This is not the file you are looking for. "_ba.repeated(100);
        QTest::newRow("an empty file") << QByteArray("", 0).append('\0');
        QTest::newRow("a header and no more") << QByteArray("SQLite format 3\0", 16);
    }
    void isOnlyACache()
    {
        QFETCH(QByteArray, left);
        Desk desk;
        desk.index.reset();
        QFile::remove(desk.folder.path(database));
        if (!left.isEmpty())
            desk.folder.write(database, left);
        desk.openAgain();
        desk.catchUp();
        QCOMPARE(desk.stems(u"gardener"_s), QStringList { u"about"_s });
        QVERIFY(desk.index->isOnDisk());
        desk.openAgain();
        desk.catchUp();
        QCOMPARE(desk.stems(u"gardener"_s), QStringList { u"about"_s });
        QVERIFY(desk.index->isOnDisk());
    }

    /// Any part of the file damaged: what is asked is answered, from an index made anew.
    void aDamagedIndexIsMadeAnew()
    {
        Desk desk;
        desk.index.reset();
        const QByteArray whole = desk.folder.read(database);
        QVERIFY(whole.size() > 8192);
        for (qsizetype at = 0; at < whole.size(); at += 4096) {
            QByteArray damaged = whole;
            for (qsizetype i = at; i < std::min(at + 4096, whole.size()); ++i)
                damaged[i] = char(i * 7 + 3);
            desk.folder.write(database, damaged);
            desk.openAgain();
            desk.catchUp();
            std::ignore = desk.index->find(u"gardener", { .now = now, .modified = {} }); // notices it, if opening did not
            desk.catchUp();
            const auto found = desk.index->find(u"gardener", { .now = now, .modified = {} });
            QVERIFY2(found && found->texts.size() == 1, qPrintable(u"damaged at %1"_s.arg(at)));
            desk.index.reset();
        }
    }

    void anIndexOfAnotherVersionIsMadeAnew()
    {
        Desk desk;
        desk.index.reset();
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(desk.folder.path(database).toUtf8().constData(), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle, "UPDATE file SET hash = x'00'; PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(handle);
        desk.openAgain();
        desk.catchUp();
        QCOMPARE(desk.stems(u"gardener"_s), QStringList { u"about"_s });
    }

    void aSchemaThatActsIsNotBelieved()
    {
        Desk desk;
        desk.index.reset();
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(desk.folder.path(database).toUtf8().constData(), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle, "CREATE TRIGGER t AFTER INSERT ON file BEGIN DELETE FROM words; END", nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(handle);
        desk.openAgain();
        desk.catchUp();
        QCOMPARE(desk.stems(u"gardener"_s), QStringList { u"about"_s });
    }

    void anotherProgramWithTheSameSiteWaitsForNothing()
    {
        const Desk desk;
        FullTextIndex second(const_cast<NativeFileSystem &>(desk.files), desk.folder.path());
        second.setSite(desk.site.snapshot());
        test::WorkTimer timer;
        timer.start();
        while (second.work(50ms)) { }
        QVERIFY(!second.isOnDisk());
        QCOMPARE(second.find(u"gardener", { .now = now, .modified = {} })->texts.size(), 1);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(desk.stems(u"gardener"_s), QStringList { u"about"_s }); // the first is not disturbed
    }

    void aLinkInThePrivateFolderIsNotFollowed()
    {
        Desk desk;
        desk.index.reset();
        const test::SiteFolder elsewhere;
        QFile::rename(desk.folder.path(database), elsewhere.path(u"theirs.sqlite"_s));
        const QByteArray theirs = elsewhere.read(u"theirs.sqlite"_s);
        QVERIFY(QFile::link(elsewhere.path(u"theirs.sqlite"_s), desk.folder.path(database)));
        desk.openAgain();
        desk.site.write(u"pages/about.md"_s, "Another text.\n");
        desk.catchUp();
        QCOMPARE(desk.stems(u"another"_s), QStringList { u"about"_s });
        QVERIFY(!desk.index->isOnDisk());
        QCOMPARE(elsewhere.read(u"theirs.sqlite"_s), theirs);
    }

    void aSiteThatCannotBeWrittenIsSearchedAllTheSame()
    {
        Desk desk;
        desk.index.reset();
        QVERIFY(QDir(desk.folder.path(u".quillway"_s)).removeRecursively());
        desk.folder.write(u".quillway"_s, "in the way"); // also where the user is root
        desk.openAgain();
        desk.catchUp();
        QVERIFY(!desk.index->isOnDisk());
        QCOMPARE(desk.stems(u"gardener"_s), QStringList { u"about"_s });
        QCOMPARE(desk.folder.read(u".quillway"_s), "in the way"_ba);
    }

    void aStoppedSearchEndsAndDisturbsNothing()
    {
        Desk desk;
        for (int i = 0; i < 2000; ++i)
            desk.site.write(u"posts/n%1.md"_s.arg(i), "A pool.\n");
        desk.catchUp();
        std::stop_source stop;
        stop.request_stop();
        const auto found = desk.index->find(u"pool", { .now = now, .modified = {} }, stop.get_token());
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        QVERIFY(desk.index->isOnDisk());
        QCOMPARE(desk.stems(u"gardener"_s), QStringList { u"about"_s });
    }

    void manyHitsOfOneTextAreCountedNotListed()
    {
        Desk desk;
        desk.site.write(u"pages/about.md"_s, "lynx\n\n"_ba.repeated(40));
        desk.catchUp();
        const FoundText text = desk.find(u"lynx"_s).texts.constFirst();
        QCOMPARE(text.lines.size(), 5);
        QCOMPARE(text.moreLines, 35);
    }

    void longLinesAreShortenedAroundTheHit()
    {
        Desk desk;
        desk.site.write(u"pages/about.md"_s, "word "_ba.repeated(500) + "lynx " + "word "_ba.repeated(500));
        desk.catchUp();
        const MarkedText shown = desk.find(u"lynx"_s).texts.constFirst().lines.constFirst().shown;
        QVERIFY(shown.text.size() <= 190);
        QVERIFY(shown.text.startsWith(u"…word"));
        QVERIFY(shown.text.endsWith(u"word…"));
        QVERIFY(test::marked(shown.text, shown.marks).contains(u" [lynx] "));
    }
};

QTEST_GUILESS_MAIN(TestFullTextIndex)
#include "tst_full_text_index.moc"

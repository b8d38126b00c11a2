// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/load_site.h"

#include "core/base/native_file_system.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QDirIterator>
#include <QTest>

#include <functional>
#include <thread>

#include <unistd.h>

using namespace quillway;
using namespace quillway::model;
using namespace quillway::store;
using namespace quillway::test;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
void appendFiles(QStringList &lines, const QString &kind, const QList<T> &items)
{
    for (const T &item : items)
        lines.append(kind + u' ' + item->file.toString() + u" | "_s + item->slug + u" | "_s + item->title);
}

/// Without the detail: a parser's own words are its own affair.
QString shown(Diagnostic diagnostic)
{
    diagnostic.error.detail.clear();
    return toCompilerLine(diagnostic);
}

/// A loaded site as lines: what is in it, then what was wrong.
QStringList shown(const Site &site)
{
    QStringList lines { u"site "_s + site.settings().title };
    appendFiles(lines, u"post"_s, site.posts());
    appendFiles(lines, u"page"_s, site.pages());
    appendFiles(lines, u"topic"_s, site.topics());
    appendFiles(lines, u"path"_s, site.paths());
    QStringList tags;
    for (const auto &[key, info] : site.parts().tagInfo.asKeyValueRange())
        tags.append(u"tag "_s + key + u" | "_s + info.title);
    tags.sort();
    lines += tags;
    for (const Asset &asset : site.parts().assets)
        lines.append(u"asset %1 | %2"_s.arg(asset.file.toString()).arg(asset.size));
    QList<SitePath> unreadable = site.parts().unreadable.keys();
    std::ranges::sort(unreadable);
    for (const SitePath &file : std::as_const(unreadable))
        lines.append(u"unreadable %1 | %2"_s.arg(file.toString()).arg(site.parts().unreadable[file].size()));
    for (const Diagnostic &diagnostic : site.diagnostics())
        lines.append(shown(diagnostic));
    return lines;
}

QStringList shown(const Result<LoadedSite> &loaded)
{
    return loaded ? shown(*loaded->site) : QStringList { u"no site: "_s + describe(loaded.error()) };
}

QString dataFolder(const QString &name)
{
    return QStringLiteral(QUILLWAY_TEST_DATA "/") + name;
}

/// Many small posts, some of them broken.
void writeManyPosts(const SiteFolder &folder, int count)
{
    folder.write(u"quillway.toml"_s, "title = \"Many\"\n");
    for (int i = 0; i < count; ++i) {
        const QByteArray head = i % 7 == 3 ? "---\ntitle: [\n---\n"_ba
                                           : "---\ntitle: Post " + QByteArray::number(i) + "\ndate: 2022-08-09\n---\n";
        folder.write(u"posts/post-%1.md"_s.arg(i), head + "Text.\n");
    }
}

} // namespace

class TestLoadSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loads_data();
    void loads();
    void keepsWhatItCannotRead();
    void keepsTheSources();
    void readsPostsInTheSitesZone();
    void reportsWhatTheSystemDoesNotGive();
    void reportsTextsBeyondTheLimit();
    void loadsTheSameOnAnyNumberOfThreads();
    void loadsSitesMadeElsewhere_data();
    void loadsSitesMadeElsewhere();
    void tellsHowFarItIs();
    void stopsWhenAsked_data();
    void stopsWhenAsked();
    void refusesWhatIsNoSite();
    void dropsNothingSilently();
    void writesNothing();

private:
    NativeFileSystem m_native;
};

/// Each folder of data with the lines it must give in NAME.txt; run with QUILLWAY_UPDATE_EXPECTED=1 to write them anew.
void TestLoadSite::loads_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : { u"small"_s, u"broken"_s })
        QTest::newRow(qPrintable(name)) << name;
}

void TestLoadSite::loads()
{
    QFETCH(QString, name);
    const QStringList lines = shown(loadSite(m_native, dataFolder(name)));
    QFile expected(dataFolder(name) + u".txt"_s);
    if (qEnvironmentVariableIsSet("QUILLWAY_UPDATE_EXPECTED")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(lines.join(u'\n').toUtf8() + '\n');
        return;
    }
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(lines, QString::fromUtf8(expected.readAll()).trimmed().split(u'\n'));
}

void TestLoadSite::keepsWhatItCannotRead()
{
    const SiteFolder folder;
    const QByteArray bytes = "---\ntitle: caf\xE9\n---\nprecious\n"_ba;
    folder.write(u"posts/a.md"_s, bytes);
    const auto loaded = loadSite(m_native, folder.path());
    QVERIFY(loaded);
    QVERIFY(loaded->site->posts().isEmpty());
    QCOMPARE(loaded->site->parts().unreadable.value(SitePath::literal(u"posts/a.md")), bytes);
    const auto problem = std::ranges::find(loaded->site->diagnostics(), u"posts/a.md"_s, [](const Diagnostic &d) { return d.error.file; });
    QVERIFY(problem != loaded->site->diagnostics().end());
    QCOMPARE(problem->severity, Severity::Error);
    QCOMPARE(problem->error.code, ErrorCode::NotUtf8);
    QCOMPARE(problem->error.position, (SourcePosition { 2, 11 }));
}

void TestLoadSite::keepsTheSources()
{
    const auto loaded = loadSite(m_native, dataFolder(u"small"_s));
    QVERIFY(loaded);
    QCOMPARE(loaded->site->folder(), dataFolder(u"small"_s));
    QCOMPARE(loaded->site->parts().settingsSource, m_native.read(dataFolder(u"small/quillway.toml"_s)).value());
    QCOMPARE(loaded->site->parts().tagInfoSource, m_native.read(dataFolder(u"small/tags.toml"_s)).value());
    for (const PostPtr &post : loaded->site->posts())
        QCOMPARE(post->source, m_native.read(dataFolder(u"small/"_s + post->file.toString())).value());
    QCOMPARE(loaded->filesRead, 10);
    QVERIFY(loaded->bytesRead > 500);
}

void TestLoadSite::readsPostsInTheSitesZone()
{
    const auto loaded = loadSite(m_native, dataFolder(u"small"_s));
    QVERIFY(loaded);
    const PostPtr post = loaded->site->postBySlug(u"worker-pools"_s);
    QVERIFY(post && post->date);
    QCOMPARE(post->date->at.toUTC(), QDateTime(QDate(2022, 8, 8), QTime(22, 0), QTimeZone::utc()));
}

void TestLoadSite::reportsWhatTheSystemDoesNotGive()
{
    const SiteFolder folder;
    folder.write(u"quillway.toml"_s, "title = \"x\"\n");
    folder.write(u"posts/a.md"_s, "---\ndate: 2022-08-09\n---\n# A\n");
    folder.write(u"posts/b.md"_s, "---\ndate: 2022-08-09\n---\n# B\n");
    FaultFileSystem files(m_native);
    files.failAt({ .nth = 3, .call = Call::Read, .code = ErrorCode::NotReadable }); // behind the settings and a.md
    const auto loaded = loadSite(files, folder.path(), { .threads = 1 });
    QVERIFY(loaded);
    QCOMPARE(shown(*loaded->site), (QStringList { u"site x"_s, u"post posts/a.md | a | A"_s, u"posts/b.md: error: cannot be read"_s }));
}

void TestLoadSite::reportsTextsBeyondTheLimit()
{
    const SiteFolder folder;
    folder.write(u"posts/a.md"_s, "---\ndate: 2022-08-09\n---\n# A\n");
    folder.write(u"posts/film.png"_s, "x");
    folder.write(u"posts/huge.md"_s, "x");
    for (const QString &name : { u"posts/huge.md"_s, u"posts/film.png"_s })
        QCOMPARE(::truncate(qPrintable(folder.path(name)), off_t(100) << 20), 0);
    const auto loaded = loadSite(m_native, folder.path());
    QVERIFY(loaded);
    const QStringList lines = shown(*loaded->site);
    QVERIFY(lines.contains(u"post posts/a.md | a | A"_s));
    QVERIFY(lines.contains(u"asset posts/film.png | 104857600"_s));
    QVERIFY(lines.contains(u"posts/huge.md: error: is too large or too deeply nested to be read"_s));
    QVERIFY(loaded->bytesRead < 1000);
}

void TestLoadSite::loadsTheSameOnAnyNumberOfThreads()
{
    const SiteFolder folder;
    writeManyPosts(folder, 300);
    const QStringList expected = shown(loadSite(m_native, folder.path(), { .threads = 1 }));
    QCOMPARE(expected.filter(u"unreadable"_s).size(), 43);
    for (int round = 0; round < 10; ++round) {
        for (const int threads : { 0, 2, 3, 16 })
            QCOMPARE(shown(loadSite(m_native, folder.path(), { .threads = threads })), expected);
    }
}

void TestLoadSite::loadsSitesMadeElsewhere_data()
{
    QTest::addColumn<QString>("folder");
    QDirIterator sites(u"/work/shared/fixtures/seeds"_s, { u"site"_s }, QDir::Dirs, QDirIterator::Subdirectories);
    while (sites.hasNext()) {
        const QString folder = sites.next();
        QTest::newRow(qPrintable(folder.section(u'/', -2, -2))) << folder;
    }
    if (!QFile::exists(u"/work/shared/fixtures/seeds"_s))
        QTest::newRow("none") << QString();
}

void TestLoadSite::loadsSitesMadeElsewhere()
{
    QFETCH(QString, folder);
    if (folder.isEmpty())
        QSKIP("no such sites here");
    const auto loaded = loadSite(m_native, folder);
    QVERIFY(loaded);
    QCOMPARE(loaded->site->posts().size(), QDir(folder + u"/posts"_s).entryList({ u"*.md"_s }).size());
    QCOMPARE(loaded->site->topics().size(), QDir(folder + u"/topics"_s).entryList({ u"*.md"_s }).size());
    QVERIFY2(loaded->site->diagnostics().isEmpty(), qPrintable(shown(*loaded->site).join(u'\n')));
    for (const PostPtr &post : loaded->site->posts())
        QVERIFY2(!post->isDraft() && !post->title.isEmpty(), qPrintable(post->file.toString()));
}

void TestLoadSite::tellsHowFarItIs()
{
    const SiteFolder folder;
    writeManyPosts(folder, 500);
    QList<int> told;
    int total = 0;
    std::atomic<int> inside = 0;
    bool alone = true;
    const auto progress = [&](int done, int all) {
        alone = alone && ++inside == 1;
        told.append(done);
        total = all;
        --inside;
    };
    QVERIFY(loadSite(m_native, folder.path(), { .progress = progress, .threads = 4 }));
    QVERIFY(alone);
    QCOMPARE(total, 501);
    QCOMPARE(told.last(), total);
    QVERIFY(told.size() > 5 && told.size() < 100);
    QVERIFY(std::ranges::is_sorted(told, std::less_equal()));
}

void TestLoadSite::stopsWhenAsked_data()
{
    QTest::addColumn<int>("stopAt");
    QTest::newRow("before it begins") << -1;
    QTest::newRow("at the first report") << 0;
    QTest::newRow("half-way") << 250;
}

void TestLoadSite::stopsWhenAsked()
{
    QFETCH(int, stopAt);
    const SiteFolder folder;
    writeManyPosts(folder, 500);
    std::stop_source stop;
    int last = 0;
    if (stopAt < 0)
        stop.request_stop();
    const auto progress = [&](int done, int) {
        last = done;
        if (done > stopAt)
            stop.request_stop();
    };
    const auto loaded = loadSite(m_native, folder.path(), { .progress = progress, .stop = stop.get_token() });
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Cancelled);
    QVERIFY(last < stopAt + 100);
}

void TestLoadSite::refusesWhatIsNoSite()
{
    const SiteFolder folder;
    for (const QString &path : { folder.path(), folder.path(u"missing"_s) }) {
        const auto loaded = loadSite(m_native, path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::NotFound);
        QCOMPARE(loaded.error().file, path);
    }
}

/// Whichever call fails: the load fails, or names what is missing.
void TestLoadSite::dropsNothingSilently()
{
    const QString folder = dataFolder(u"small"_s);
    const QStringList whole = shown(loadSite(m_native, folder));
    const QString failure = describe({ ErrorCode::SyncFailed, {}, {}, {} }); // one that no file of this site gives by itself
    int failed = 0;
    for (int nth = 1;; ++nth) {
        FaultFileSystem files(m_native);
        files.failAt({ .nth = nth, .code = ErrorCode::SyncFailed });
        const auto loaded = loadSite(files, folder, { .threads = 2 });
        if (!files.hasFailed())
            break;
        ++failed;
        QVERIFY2(!loaded || shown(loaded).filter(failure).size() == 1, qPrintable(shown(loaded).join(u'\n')));
    }
    QVERIFY(failed > 20);
    QCOMPARE(shown(loadSite(m_native, folder)), whole);
}

void TestLoadSite::writesNothing()
{
    FaultFileSystem files(m_native);
    QVERIFY(loadSite(files, dataFolder(u"broken"_s)));
    const QList<Call> reading { Call::Read, Call::List, Call::Status, Call::TargetStatus, Call::LinkTarget };
    for (const Call call : files.kinds())
        QVERIFY(reading.contains(call));
}

QTEST_GUILESS_MAIN(TestLoadSite)
#include "tst_load_site.moc"

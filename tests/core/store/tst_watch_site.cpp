// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/watch_site.h"

#include "core/base/native_file_system.h"
#include "core/store/save_file.h"
#include "support/site_folder.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <functional>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;

namespace {

NativeFileSystem native;

using Disk = test::SiteFolder;
using Deed = std::function<void(const Disk &)>;

void prepare(const Disk &disk)
{
    disk.write(u"quillway.toml"_s, "title = 'x'\n"_ba);
    disk.write(u"posts/a.md"_s, "a\n"_ba);
    disk.write(u"posts/trip/index.md"_s, "trip\n"_ba);
    disk.write(u"posts/trip/more/plan.svg"_s, "<svg/>"_ba);
    disk.write(u"topics/t.md"_s, "t\n"_ba);
    disk.write(u"assets/logo.svg"_s, "<svg/>"_ba);
    disk.write(u".quillway/journal/x"_s, "x"_ba);
}

/// A watch and what it told: `files`, `folders/`, `*`.
class Watched
{
public:
    explicit Watched(const QString &folder, const WatchOptions &options = {})
        : m_watch(native, folder, options)
    {
        // Not by a QSignalSpy: it would take the signal on the watch's thread, and miss one that comes just before it waits.
        QObject::connect(&m_watch, &SiteWatch::watching, &m_watch, [this](bool complete) { m_complete = complete; });
        QObject::connect(&m_watch, &SiteWatch::changed, &m_watch, [this](const SiteChanges &changes) {
            ++m_times;
            for (const SitePath &file : changes.files)
                m_told.insert(file.toString());
            for (const SitePath &place : changes.folders)
                m_told.insert(place.toString() + u'/');
            if (changes.everything)
                m_told.insert(u"*"_s);
        });
        m_watch.start();
    }

    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([this] { return m_complete.has_value(); }, 10'000);
    }
    [[nodiscard]] bool isComplete() const { return m_complete.value(); }
    [[nodiscard]] QStringList told() const { return QStringList(m_told.begin(), m_told.end()); }
    [[nodiscard]] bool hasTold(const QStringList &places) const { return m_told.contains(QSet<QString>(places.begin(), places.end())); }
    [[nodiscard]] int times() const { return m_times; }
    void forget() { m_told.clear(), m_times = 0; }
    SiteWatch &watch() { return m_watch; }

private:
    SiteWatch m_watch;
    std::optional<bool> m_complete; ///< told when it watches
    QSet<QString> m_told;
    int m_times = 0;
};

constexpr WatchOptions quick { .quiet = std::chrono::milliseconds(50),
                               .longest = std::chrono::milliseconds(300),
                               .poll = std::chrono::milliseconds(100) };

WatchOptions polling(int watches = 0)
{
    WatchOptions options = quick;
    options.mostWatches = watches;
    return options;
}

} // namespace

Q_DECLARE_METATYPE(Deed)

class TestWatchSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notices_data();
    void notices();
    void ignores_data();
    void ignores();
    void noticesWhatHappensInNewFolders();
    void followsAMovedFolder();
    void tellsOfManyChangesAtOnce();
    void doesNotPutOffForEver();
    void noticesWhatIsNeverClosed();
    void polls_data();
    void polls();
    void usesTheWatchesThereAre();
    void goesOnWhenTheSiteComesBack();
    void bearsASiteThatIsNotThere();
    void watchesManyFolders();
};

void TestWatchSite::notices_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *name, const Deed &deed, const QStringList &told) { QTest::newRow(name) << deed << told; };
    row("written in place", [](const Disk &disk) { disk.write(u"posts/a.md"_s, "A\n"_ba); }, { u"posts/a.md"_s });
    row("replaced", [](const Disk &disk) { QVERIFY(saveFile(native, disk.path(u"posts/a.md"_s), "A\n")); }, { u"posts/a.md"_s });
    row("made", [](const Disk &disk) { disk.write(u"posts/new.md"_s, "n\n"_ba); }, { u"posts/new.md"_s });
    row("deleted", [](const Disk &disk) { QFile::remove(disk.path(u"posts/a.md"_s)); }, { u"posts/a.md"_s });
    row("renamed", [](const Disk &disk) { QFile::rename(disk.path(u"posts/a.md"_s), disk.path(u"posts/b.md"_s)); },
        { u"posts/a.md"_s, u"posts/b.md"_s });
    row("another mode", [](const Disk &disk) { ::chmod(disk.path(u"posts/a.md"_s).toUtf8(), 0600); }, { u"posts/a.md"_s });
    row("in a bundle", [](const Disk &disk) { disk.write(u"posts/trip/index.md"_s, "T\n"_ba); }, { u"posts/trip/index.md"_s });
    row("deep in a bundle", [](const Disk &disk) { disk.write(u"posts/trip/more/plan.svg"_s, "<svg />"_ba); },
        { u"posts/trip/more/plan.svg"_s });
    row("settings", [](const Disk &disk) { disk.write(u"quillway.toml"_s, "title = 'y'\n"_ba); }, { u"quillway.toml"_s });
    row("a topic and an asset",
        [](const Disk &disk) {
            disk.write(u"topics/t.md"_s, "T\n"_ba);
            disk.write(u"assets/logo.svg"_s, "<svg />"_ba);
        },
        { u"topics/t.md"_s, u"assets/logo.svg"_s });
    row("a link", [](const Disk &disk) { QFile::link(u"a.md"_s, disk.path(u"posts/l.md"_s)); }, { u"posts/l.md"_s });
    row("a new folder", [](const Disk &disk) { disk.write(u"posts/new/index.md"_s, "n\n"_ba); }, { u"posts/new/"_s });
    row("a new folder of content", [](const Disk &disk) { disk.write(u"pages/p.md"_s, "p\n"_ba); }, { u"pages/"_s });
    row("a folder renamed", [](const Disk &disk) { QDir(disk.path()).rename(u"posts/trip"_s, u"posts/journey"_s); },
        { u"posts/trip/"_s, u"posts/journey/"_s });
    row("a folder deleted", [](const Disk &disk) { QDir(disk.path(u"posts/trip"_s)).removeRecursively(); }, { u"posts/trip/"_s });
    row("a folder in a file's place",
        [](const Disk &disk) {
            QFile::remove(disk.path(u"posts/a.md"_s));
            QDir(disk.path()).mkdir(u"posts/a.md"_s);
        },
        { u"posts/a.md"_s, u"posts/a.md/"_s });
    row("the site's folder moved away", [](const Disk &disk) { ::rename(disk.path().toUtf8(), (disk.path() + u".away"_s).toUtf8()); },
        { u"*"_s });
}

void TestWatchSite::notices()
{
    QFETCH(Deed, deed);
    QFETCH(QStringList, told);
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), quick);
    QVERIFY(watched.isReady());
    QVERIFY(watched.isComplete());
    deed(disk);
    QTRY_VERIFY2(watched.hasTold(told), qPrintable(watched.told().join(u' ')));
    // What is in a folder that came or went may be told of as well.
    for (const QString &place : watched.told())
        QVERIFY2(std::ranges::any_of(
                     told,
                     [&](const QString &expected) { return place == expected || (expected.endsWith(u'/') && place.startsWith(expected)); }),
                 qPrintable(place));
    QDir(disk.path() + u".away"_s).removeRecursively();
}

void TestWatchSite::ignores_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("the program's own folder") << u".quillway/journal/x"_s;
    QTest::newRow("what a save writes first") << u"posts/.quillway-save-0123456789abcdef"_s;
    QTest::newRow("an editor's backup") << u"posts/a.md~"_s;
    QTest::newRow("a repository") << u".git/index"_s;
    QTest::newRow("what is no part of the site") << u"notes.txt"_s;
    QTest::newRow("the export beside it") << u"public/posts/a/index.html"_s;
    QTest::newRow("a hidden folder of content") << u"posts/.cache/x.md"_s;
}

void TestWatchSite::ignores()
{
    QFETCH(QString, file);
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), quick);
    QVERIFY(watched.isReady());
    disk.write(file, "x"_ba);
    disk.write(file, "y"_ba);
    disk.write(u"posts/a.md"_s, "A\n"_ba);
    QTRY_VERIFY(watched.hasTold({ u"posts/a.md"_s }));
    QCOMPARE(watched.told(), QStringList { u"posts/a.md"_s });
}

void TestWatchSite::noticesWhatHappensInNewFolders()
{
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), quick);
    QVERIFY(watched.isReady());
    disk.write(u"posts/one/two/three/x.md"_s, "x\n"_ba);
    QTRY_VERIFY(watched.hasTold({ u"posts/one/"_s }));
    watched.forget();
    disk.write(u"posts/one/two/three/x.md"_s, "y\n"_ba);
    QTRY_COMPARE(watched.told(), QStringList { u"posts/one/two/three/x.md"_s });
}

void TestWatchSite::followsAMovedFolder()
{
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), quick);
    QVERIFY(watched.isReady());
    QVERIFY(QDir(disk.path()).rename(u"posts/trip"_s, u"posts/journey"_s));
    QTRY_VERIFY(watched.hasTold({ u"posts/trip/"_s, u"posts/journey/"_s }));
    watched.forget();
    disk.write(u"posts/journey/more/plan.svg"_s, "y"_ba);
    QTRY_COMPARE(watched.told(), QStringList { u"posts/journey/more/plan.svg"_s });
    // Out of the site, its places mean nothing any more.
    QVERIFY(QDir(disk.path()).rename(u"posts/journey"_s, u"away"_s));
    QTRY_VERIFY(watched.hasTold({ u"posts/journey/"_s }));
    watched.forget();
    disk.write(u"away/more/plan.svg"_s, "z"_ba);
    disk.write(u"posts/a.md"_s, "A\n"_ba);
    QTRY_VERIFY(watched.hasTold({ u"posts/a.md"_s }));
    QCOMPARE(watched.told(), QStringList { u"posts/a.md"_s });
}

void TestWatchSite::tellsOfManyChangesAtOnce()
{
    const Disk disk;
    prepare(disk);
    WatchOptions options;
    options.longest = std::chrono::milliseconds(20'000);
    Watched watched(disk.path(), options);
    QVERIFY(watched.isReady());
    QStringList places;
    for (int i = 0; i < 300; ++i) {
        places += u"posts/%1.md"_s.arg(i);
        disk.write(places.last(), "x\n"_ba);
    }
    QTRY_VERIFY(watched.hasTold(places));
    QVERIFY2(watched.times() <= 2,
             qPrintable(QString::number(watched.times()))); // one, where the machine did not stop for as long as the quiet lasts
}

void TestWatchSite::doesNotPutOffForEver()
{
    const Disk disk;
    prepare(disk);
    WatchOptions options = quick;
    options.quiet = std::chrono::milliseconds(10'000);
    Watched watched(disk.path(), options);
    QVERIFY(watched.isReady());
    QElapsedTimer timer;
    timer.start();
    disk.write(u"posts/a.md"_s, "A\n"_ba);
    QTRY_VERIFY(watched.hasTold({ u"posts/a.md"_s }));
    QVERIFY(timer.elapsed() >= 250);
}

void TestWatchSite::noticesWhatIsNeverClosed()
{
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), quick);
    QVERIFY(watched.isReady());
    watched.watch().setOpenFiles({ SitePath::literal(u"posts/a.md") });
    QTest::qWait(150); // a look at it
    QFile writer(disk.path(u"posts/a.md"_s));
    QVERIFY(writer.open(QIODevice::Append));
    writer.write("more\n");
    writer.flush();
    QTRY_COMPARE(watched.told(), QStringList { u"posts/a.md"_s });
}

void TestWatchSite::polls_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *name, const Deed &deed, const QStringList &told) { QTest::newRow(name) << deed << told; };
    row("an open file", [](const Disk &disk) { disk.write(u"posts/trip/index.md"_s, "changed\n"_ba); }, { u"posts/trip/index.md"_s });
    row("an open file deleted", [](const Disk &disk) { QFile::remove(disk.path(u"posts/trip/index.md"_s)); },
        { u"posts/trip/index.md"_s, u"posts/trip/"_s });
    row("a file made", [](const Disk &disk) { disk.write(u"posts/new.md"_s, "n\n"_ba); }, { u"posts/"_s });
    row("a file deleted, deep", [](const Disk &disk) { QFile::remove(disk.path(u"posts/trip/more/plan.svg"_s)); },
        { u"posts/trip/more/"_s });
    row("a folder made", [](const Disk &disk) { disk.write(u"posts/new/index.md"_s, "n\n"_ba); }, { u"posts/"_s });
    row("something at the top", [](const Disk &disk) { disk.write(u"tags.toml"_s, "\n"_ba); }, { u"*"_s });
}

void TestWatchSite::polls()
{
    QFETCH(Deed, deed);
    QFETCH(QStringList, told);
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), polling());
    QVERIFY(watched.isReady());
    QVERIFY(!watched.isComplete());
    watched.watch().setOpenFiles({ SitePath::literal(u"posts/trip/index.md") });
    QTRY_COMPARE(watched.told(), QStringList { u"posts/trip/index.md"_s }); // once: nobody watched since it was read
    watched.forget();
    deed(disk);
    QTRY_VERIFY2(watched.hasTold(told), qPrintable(watched.told().join(u' ')));
}

void TestWatchSite::usesTheWatchesThereAre()
{
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), polling(2));
    QVERIFY(watched.isReady());
    QVERIFY(!watched.isComplete());
    disk.write(u"quillway.toml"_s, "title = 'y'\n"_ba); // the site's own folder is the first to be watched
    QTRY_VERIFY(watched.hasTold({ u"quillway.toml"_s }));
    disk.write(u"posts/new.md"_s, "n\n"_ba);
    disk.write(u"topics/new.md"_s, "n\n"_ba);
    const auto knows = [&](const QString &folder) {
        return watched.hasTold({ folder + u"/new.md"_s }) || watched.hasTold({ folder + u'/' });
    };
    QTRY_VERIFY(knows(u"posts"_s) && knows(u"topics"_s));
}

void TestWatchSite::goesOnWhenTheSiteComesBack()
{
    const Disk disk;
    prepare(disk);
    Watched watched(disk.path(), quick);
    QVERIFY(watched.isReady());
    const QByteArray here = disk.path().toUtf8();
    QCOMPARE(::rename(here, here + ".away"), 0);
    QTRY_VERIFY(watched.hasTold({ u"*"_s }));
    watched.forget();
    QCOMPARE(::rename(here + ".away", here), 0);
    QTRY_VERIFY(watched.hasTold({ u"*"_s }));
    watched.forget();
    disk.write(u"posts/a.md"_s, "A\n"_ba);
    QTRY_COMPARE(watched.told(), QStringList { u"posts/a.md"_s });
}

void TestWatchSite::bearsASiteThatIsNotThere()
{
    Watched watched(u"/nowhere/at/all"_s, quick);
    QVERIFY(watched.isReady());
    QVERIFY(!watched.isComplete());
    QTest::qWait(250);
    QCOMPARE(watched.told(), QStringList());
}

void TestWatchSite::watchesManyFolders()
{
    const Disk disk;
    for (int i = 0; i < 2000; ++i)
        QDir(disk.path()).mkpath(u"posts/%1"_s.arg(i));
    QElapsedTimer timer;
    timer.start();
    Watched watched(disk.path(), quick);
    QVERIFY(watched.isReady());
    qInfo("%lld ms for 2,000 folders", static_cast<long long>(timer.elapsed()));
    if (!watched.isComplete())
        QSKIP("this system gives no 2,000 watches");
    disk.write(u"posts/1999/index.md"_s, "x\n"_ba);
    QTRY_COMPARE(watched.told(), QStringList { u"posts/1999/index.md"_s });
}

QTEST_GUILESS_MAIN(TestWatchSite)
#include "tst_watch_site.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/post_head.h"
#include "core/publish/export_site.h"
#include "core/publish/plan.h"
#include "core/publish/random_blog.h"
#include "core/publish/render_output.h"
#include "support/fault_file_system.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::Call;
using test::RandomBlog;
using test::SiteFolder;

namespace {

struct Exported {
    publish::ExportReport report;
    Diagnostics ofLoading;
    std::map<QString, QByteArray> files;
};

/// As `quillway export` does it, into `output`.
Exported exported(FileSystem &files, const SiteFolder &site, const QString &output, const QDateTime &buildDate, int threads = 2,
                  store::Texts texts = store::Texts::WhenNeeded)
{
    const auto loaded = store::loadSiteWithCache(files, site.path(), { .progress = {}, .stop = {}, .texts = texts });
    if (!loaded)
        return {};
    if (loaded->keep)
        std::ignore = loaded->keep(files);
    publish::ExportOptions options;
    options.output = output;
    options.selection.buildDate = buildDate;
    options.threads = threads;
    publish::ExportReport report = publish::exportSite(files, *loaded->site, options);
    return { std::move(report), loaded->site->diagnostics(), test::filesUnder(output) };
}

/// As if nothing had ever been exported.
Exported fromScratch(const SiteFolder &site, const QDateTime &buildDate)
{
    NativeFileSystem files;
    const QTemporaryDir folder;
    const auto loaded = store::loadSite(files, site.path());
    publish::ExportOptions options;
    options.output = folder.filePath(u"out"_s);
    options.selection.buildDate = buildDate;
    options.threads = 1;
    options.useCache = false;
    publish::ExportReport report = publish::exportSite(files, *loaded->site, options);
    return { std::move(report), loaded->site->diagnostics(), test::filesUnder(options.output) };
}

QString lines(const Diagnostics &diagnostics)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : diagnostics)
        lines.append(toCompilerLine(diagnostic));
    return lines.join(u'\n');
}

/// What is not as it should be, in words; empty if all is.
QString difference(const std::map<QString, QByteArray> &found, const std::map<QString, QByteArray> &expected)
{
    QStringList differences;
    for (const auto &[name, bytes] : expected) {
        const auto other = found.find(name);
        if (other == found.end())
            differences.append(u"missing: "_s + name);
        else if (other->second != bytes)
            differences.append(u"differs: "_s + name);
    }
    for (const auto &[name, bytes] : found) {
        if (!expected.contains(name))
            differences.append(u"left over: "_s + name);
    }
    return differences.join(u'\n');
}

QString allIn(const std::map<QString, QByteArray> &files)
{
    return difference(files, {});
}

/// A site of three posts that link to each other, two tags and a topic.
void writeSmallSite(const SiteFolder &site)
{
    site.post(u"one"_s, 1, "title: One\ntags: [go]\n", "First. [Two](two.md)\n");
    site.post(u"two"_s, 2, "title: Two\ntags: [go, data]\n", "Second.\n\n```go\nx := 1\n```\n");
    site.post(u"three"_s, 3, "title: Three\n", "Third.\n");
    site.write(u"topics/go.md"_s, "---\ntitle: Go\ntags: [go]\n---\n");
}

/// Longer than a file system's clock needs for a step, so that what was written before looks other than what is written after.
void letTheClockGoOn()
{
    QTest::qSleep(120);
}

/// Exported twice, as the first after the clock's next step makes sure of what it finds; gives the first.
Exported exportSettled(FileSystem &files, const SiteFolder &site, const QString &output, const QDateTime &buildDate)
{
    Exported first = exported(files, site, output, buildDate);
    letTheClockGoOn();
    exported(files, site, output, buildDate);
    return first;
}

} // namespace

class TestIncrementalExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsAnExportFromScratch_data();
    void equalsAnExportFromScratch();
    void writesWhatEachPageIsAlone();
    void looksAtNoPageThatIsAsItWas();
    void writesOnlyWhatDiffers();
    void rendersNoPostForAnOldNameOfATag();
    void publishesAPostWhenItIsDue();
    void mendsWhatWasMeddledWith();
    void saysTheSameEachTime();
    void mendsAKilledExport();
    void writesNothingOfATextThatChangedMeanwhile();
    void worksWhereTheSiteCannotBeWritten();
    void throwsADamagedCacheAway_data();
    void throwsADamagedCacheAway();
};

void TestIncrementalExport::equalsAnExportFromScratch_data()
{
    QTest::addColumn<quint32>("seed");
    const int first = qEnvironmentVariableIntValue("QUILLWAY_SEED");
    for (quint32 seed = quint32(first); seed < quint32(first) + 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestIncrementalExport::equalsAnExportFromScratch()
{
    QFETCH(quint32, seed);
    const int rounds = qEnvironmentVariableIsSet("QUILLWAY_ROUNDS") ? qEnvironmentVariableIntValue("QUILLWAY_ROUNDS") : 40;
    RandomBlog blog(seed);
    NativeFileSystem files;
    const QString output = blog.folder().beside(u"out"_s);
    for (int round = 0; round < rounds; ++round) {
        QStringList changes;
        for (quint32 i = 0; i < 1 + (seed + quint32(round)) % 3; ++i)
            changes.append(blog.change());
        if (round % 4 == 3)
            changes.append(blog.meddle(output));
        const Exported now = exported(files, blog.folder(), output, blog.buildDate(), 1 + round % 4,
                                      round % 5 == 2 ? store::Texts::All : store::Texts::WhenNeeded);
        Exported expected = fromScratch(blog.folder(), blog.buildDate());
        std::map<QString, QByteArray> found = now.files;
        for (auto name = blog.meddledWith().begin(); name != blog.meddledWith().end();) {
            if (!expected.files.contains(*name)) {
                found.erase(*name); // edited by hand: not for the program to take away
                QFile::remove(output + u'/' + *name);
            }
            name = blog.meddledWith().erase(name);
        }
        const QByteArray place = u"round %1: %2"_s.arg(round).arg(changes.join(u"; "_s)).toUtf8();
        QVERIFY2(!now.report.failure, place);
        QVERIFY2(difference(found, expected.files).isEmpty(),
                 qPrintable(QString::fromUtf8(place) + u'\n' + difference(found, expected.files)));
        QCOMPARE(lines(now.ofLoading), lines(expected.ofLoading));
        QCOMPARE(lines(now.report.diagnostics), lines(expected.report.diagnostics));
        QCOMPARE(now.report.pages, expected.report.pages);
    }
}

/// What pages share is made once for all of them: no page may differ from the one that is made for itself.
void TestIncrementalExport::writesWhatEachPageIsAlone()
{
    RandomBlog blog(100);
    NativeFileSystem files;
    for (int round = 0; round < 12; ++round) {
        blog.change();
        const Exported all = fromScratch(blog.folder(), blog.buildDate());
        const auto loaded = store::loadSite(files, blog.folder().path());
        model::Selection selection;
        selection.buildDate = blog.buildDate();
        const publish::ThemePtr theme = publish::loadTheme(files, blog.folder().path(), loaded->site->settings().theme).theme;
        const publish::Publication publication(loaded->site, selection, theme, {}, [&](const SitePath &asset) {
            return pictures::readPictureFacts(files, blog.folder().path(asset.toString()));
        });
        const publish::Plan plan = publish::makePlan(publication.shared());
        publish::Renderer renderer(theme, publication.settings().language);
        for (const publish::Output &output : plan.outputs) {
            const Result<publish::RenderedOutput> alone = publish::renderOutput(publication.shared(), output, renderer, files);
            if (alone) // else the built-in theme's page stands there
                QVERIFY2(all.files.at(output.file.toString()) == alone->bytes, qPrintable(output.file.toString()));
        }
    }
}

void TestIncrementalExport::looksAtNoPageThatIsAsItWas()
{
    const SiteFolder site;
    writeSmallSite(site);
    NativeFileSystem disk;
    const QString output = site.beside(u"out"_s);
    const QDateTime date = test::selection().buildDate;
    exportSettled(disk, site, output, date);
    test::FaultFileSystem files(disk);
    const Exported again = exported(files, site, output, date);
    QCOMPARE(again.report.written, 0);
    QCOMPARE(again.report.unchanged, again.report.pages);
    QCOMPARE(files.count(Call::Create), 0);
    for (const test::RecordedCall &call : files.calls())
        QVERIFY2(call.call != Call::Read || !call.path.startsWith(output), qPrintable(call.path));
}

void TestIncrementalExport::writesOnlyWhatDiffers()
{
    const SiteFolder site;
    writeSmallSite(site);
    NativeFileSystem disk;
    const QString output = site.beside(u"out"_s);
    const QDateTime date = test::selection().buildDate;
    exported(disk, site, output, date);
    site.post(u"three"_s, 3, "title: Three\nsummary: S\n", "Third.\n");
    exported(disk, site, output, date);
    site.post(u"three"_s, 3, "title: Three\nsummary: S\n", "Third!\n");
    test::FaultFileSystem files(disk);
    const Exported again = exported(files, site, output, date);
    QCOMPARE(again.report.written, 5); // its page, the three feeds that bring its text, and the search that shows its beginning
}

/// Every rename of a tag leaves one.
void TestIncrementalExport::rendersNoPostForAnOldNameOfATag()
{
    const SiteFolder site;
    writeSmallSite(site);
    NativeFileSystem disk;
    const QString output = site.beside(u"out"_s);
    const QDateTime date = test::selection().buildDate;
    exportSettled(disk, site, output, date);
    site.write(u"tags.toml"_s, "[go]\naliases = [\"golang\"]\n");
    test::FaultFileSystem files(disk);
    const Exported again = exported(files, site, output, date);
    QCOMPARE(again.report.written, 1); // what sends on from the old address
    QVERIFY(again.files.contains(u"tags/golang/index.html"_s));
    for (const test::RecordedCall &call : files.calls())
        QVERIFY2(call.call != Call::Read || !call.path.contains("/posts/"_L1), qPrintable(call.path));
    QCOMPARE(difference(again.files, fromScratch(site, date).files), QString());
}

void TestIncrementalExport::publishesAPostWhenItIsDue()
{
    const SiteFolder site;
    writeSmallSite(site);
    site.post(u"soon"_s, 20, "title: Soon\ntags: [go, new]\n", "At last.\n");
    NativeFileSystem files;
    const QString output = site.beside(u"out"_s);
    const QDateTime before(QDate(2024, 1, 19), QTime(23, 59), QTimeZone::utc());
    const Exported without = exported(files, site, output, before);
    QVERIFY2(!without.files.contains(u"posts/soon/index.html"_s), qPrintable(allIn(without.files)));
    const Exported with = exported(files, site, output, before.addSecs(60));
    QVERIFY(with.files.contains(u"posts/soon/index.html"_s));
    QVERIFY(with.files.contains(u"tags/new/index.html"_s));
    for (const QString &changed :
         { u"index.html"_s, u"tags/go/index.html"_s, u"topics/go/index.html"_s, u"topics/go/feed.xml"_s, u"feed.json"_s, u"sitemap.xml"_s,
           u"archive/index.html"_s, u"tags/index.html"_s, u"posts/three/index.html"_s })
        QVERIFY2(with.files.at(changed) != without.files.at(changed), qPrintable(changed));
    const Exported later = exported(files, site, output, before.addYears(1));
    QCOMPARE(later.report.written, 0);
    QCOMPARE(difference(with.files, fromScratch(site, before.addSecs(60)).files), QString());
}

void TestIncrementalExport::mendsWhatWasMeddledWith()
{
    const SiteFolder site;
    writeSmallSite(site);
    NativeFileSystem files;
    const QString output = site.beside(u"out"_s);
    const QDateTime date = test::selection().buildDate;
    const Exported first = exportSettled(files, site, output, date);

    QFile::remove(output + "/index.html"_L1);
    QFile edited(output + "/robots.txt"_L1);
    const QDateTime modified = QFileInfo(edited).lastModified();
    QVERIFY(edited.open(QIODevice::ReadWrite) && edited.write("user") == 4);
    edited.close();
    QVERIFY(edited.open(QIODevice::ReadWrite) && edited.setFileTime(modified, QFileDevice::FileModificationTime)); // of the same size and time
    edited.close();
    QDir().rename(output + "/feed.xml"_L1, output + "/mine.xml"_L1);
    const Exported again = exported(files, site, output, date);
    QCOMPARE(again.report.written, 3);
    QCOMPARE(difference(again.files, first.files), u"left over: mine.xml"_s);
}

void TestIncrementalExport::saysTheSameEachTime()
{
    const SiteFolder site;
    writeSmallSite(site);
    site.write(u"theme/archive.html"_s, "{% nonsense %}");
    site.write(u"topics/go.md"_s, "---\ntitle: Go\ntags: [go]\nclaims: [\"{{ topic.nonsense }}\"]\n---\n");
    site.write(u"posts/broken.md"_s, "---\ntitle: [\n---\n");
    site.write(u"posts/odd.md"_s, "---\ndate: soon\n---\nText.\n");
    NativeFileSystem files;
    const QDateTime date = test::selection().buildDate;
    const Exported first = exported(files, site, site.beside(u"out"_s), date);
    QVERIFY(hasErrors(first.report.diagnostics) && hasErrors(first.ofLoading));
    for (int i = 0; i < 2; ++i) {
        letTheClockGoOn();
        const Exported again = exported(files, site, site.beside(u"out"_s), date);
        QCOMPARE(lines(again.report.diagnostics), lines(first.report.diagnostics));
        QCOMPARE(lines(again.ofLoading), lines(first.ofLoading));
    }
}

void TestIncrementalExport::mendsAKilledExport()
{
    NativeFileSystem disk;
    const QDateTime date = test::selection().buildDate;
    const auto writeSecondVersion = [](const SiteFolder &site) {
        site.post(u"one"_s, 1, "title: One and a half\n");
        site.post(u"two"_s, 2, "title: Two\n");
    };
    const SiteFolder whole;
    writeSecondVersion(whole);
    const std::map<QString, QByteArray> expected = fromScratch(whole, date).files;
    bool ended = false;
    for (int call = 1; !ended; ++call) {
        const SiteFolder site;
        site.post(u"one"_s, 1, "title: One\n");
        const QString output = site.beside(u"out"_s);
        exported(disk, site, output, date, 1);
        QFile mine(output + "/mine.txt"_L1);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        writeSecondVersion(site);
        {
            test::FaultFileSystem killed(disk);
            killed.killAt(call);
            exported(killed, site, output, date, 1);
            ended = !killed.hasFailed();
        }
        std::map<QString, QByteArray> after = exported(disk, site, output, date, 1).files;
        QCOMPARE(after[u"mine.txt"_s], "mine"_ba);
        after.erase(u"mine.txt"_s);
        const QString left = difference(after, expected);
        QVERIFY2(left.isEmpty(), qPrintable(u"killed at call %1\n"_s.arg(call) + left));
    }
}

void TestIncrementalExport::writesNothingOfATextThatChangedMeanwhile()
{
    const SiteFolder site;
    writeSmallSite(site);
    NativeFileSystem files;
    const QString output = site.beside(u"out"_s);
    const QDateTime date = test::selection().buildDate;
    exportSettled(files, site, output, date);
    letTheClockGoOn();
    site.write(u"theme/parts/footer.html"_s, "<footer>other</footer>\n"); // every page is to be made anew
    const auto loaded = store::loadSiteWithCache(files, site.path(), { .progress = {}, .stop = {}, .texts = store::Texts::WhenNeeded });
    QVERIFY(std::ranges::all_of(loaded->site->posts(), [](const model::PostPtr &post) { return model::isHead(*post); }));
    site.post(u"one"_s, 1, "title: Another\ntags: [go]\n", "Other.\n");
    const std::map<QString, QByteArray> before = test::filesUnder(output);
    publish::ExportOptions options;
    options.output = output;
    options.selection.buildDate = date;
    const publish::ExportReport report = publish::exportSite(files, *loaded->site, options);
    QVERIFY(report.isOutdated && !report.failure);
    const std::map<QString, QByteArray> after = test::filesUnder(output);
    QCOMPARE(after.at(u"posts/one/index.html"_s), before.at(u"posts/one/index.html"_s));
    QCOMPARE(after.at(u"feed.xml"_s), before.at(u"feed.xml"_s));
    QCOMPARE(difference(exported(files, site, output, date).files, fromScratch(site, date).files), QString());
}

void TestIncrementalExport::worksWhereTheSiteCannotBeWritten()
{
    const SiteFolder site;
    writeSmallSite(site);
    NativeFileSystem disk;
    site.write(u".quillway"_s, "a file where the folder should be"); // refuses root too
    const QString output = site.beside(u"out"_s);
    const QDateTime date = test::selection().buildDate;
    for (int i = 0; i < 2; ++i) {
        const Exported now = exported(disk, site, output, date);
        QVERIFY(!now.report.failure);
        QCOMPARE(difference(now.files, fromScratch(site, date).files), QString());
    }
}

void TestIncrementalExport::throwsADamagedCacheAway_data()
{
    QTest::addColumn<QByteArray>("begin"); // that the bytes are cut to or replaced by
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("garbage") << "\0\xff garbage"_ba;
    QTest::newRow("a byte in the middle") << "middle"_ba;
    QTest::newRow("cut") << "cut"_ba;
}

void TestIncrementalExport::throwsADamagedCacheAway()
{
    QFETCH(QByteArray, begin);
    const SiteFolder site;
    writeSmallSite(site);
    NativeFileSystem files;
    const QString output = site.beside(u"out"_s);
    const QDateTime date = test::selection().buildDate;
    exported(files, site, output, date);
    int damaged = 0;
    for (const auto &[name, whole] : test::filesUnder(site.path(u".quillway"_s))) {
        if (name.endsWith(".gitignore"_L1))
            continue;
        QByteArray bytes = begin;
        if (begin == "middle") {
            bytes = whole;
            bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        } else if (begin == "cut") {
            bytes = whole.chopped(9);
        }
        site.write(u".quillway/"_s + name, bytes);
        ++damaged;
    }
    QCOMPARE(damaged, 3); // what posts say, what was written, the words of the search
    site.post(u"three"_s, 3, "title: Three again\n");
    Exported now = exported(files, site, output, date);
    QVERIFY(!now.report.failure);
    const Exported expected = fromScratch(site, date);
    // Nobody knows any more who wrote the former index's piece, which has the name of its content.
    const auto isFormerPiece = [&](const auto &file) {
        return file.first.startsWith("search/words/"_L1) && !expected.files.contains(file.first);
    };
    QCOMPARE(std::erase_if(now.files, isFormerPiece), 1U);
    QCOMPARE(difference(now.files, expected.files), QString());
}

QTEST_GUILESS_MAIN(TestIncrementalExport)
#include "tst_incremental_export.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/publish/picture_cache.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using publish::PictureCache;
using test::Call;

namespace {

QStringList keptIn(const test::SiteFolder &site)
{
    return QDir(site.path(u".quillway/pictures"_s)).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class TestPictureCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsFromRunToRun();
    void makesNothingBeforeThereIsSomethingToKeep();
    void takesNothingDamaged_data();
    void takesNothingDamaged();
    void staysBelowItsSize();
    void doesWithoutAFolder();
};

void TestPictureCache::keepsFromRunToRun()
{
    const test::SiteFolder site;
    NativeFileSystem files;
    PictureCache(files, site.path()).keep("one", "a picture");
    const PictureCache cache(files, site.path());
    QVERIFY(cache.find("one") == "a picture"_ba);
    QVERIFY(!cache.find("another"));
    QCOMPARE(site.read(u".quillway/.gitignore"_s), "*\n"_ba);
}

void TestPictureCache::makesNothingBeforeThereIsSomethingToKeep()
{
    const test::SiteFolder site;
    NativeFileSystem disk;
    test::FaultFileSystem files(disk);
    PictureCache cache(files, site.path());
    QVERIFY(!cache.find("one"));
    cache.tidy();
    QVERIFY(!site.has(u".quillway"_s));
    QCOMPARE(files.count(Call::List), 0);
}

void TestPictureCache::takesNothingDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("short") << "short"_ba;
    QTest::newRow("another content") << QByteArray(20, 'h') + "a picture";
}

void TestPictureCache::takesNothingDamaged()
{
    QFETCH(QByteArray, bytes);
    const test::SiteFolder site;
    NativeFileSystem files;
    PictureCache cache(files, site.path());
    cache.keep("one", "a picture");
    const QStringList names = keptIn(site);
    QCOMPARE(names.size(), 1);
    site.write(u".quillway/pictures/"_s + names.first(), bytes);
    QVERIFY(!cache.find("one"));
    cache.keep("one", "a picture");
    QVERIFY(cache.find("one") == "a picture"_ba);
}

void TestPictureCache::staysBelowItsSize()
{
    const test::SiteFolder site;
    NativeFileSystem files;
    const QByteArray picture(1000, 'p');
    PictureCache before(files, site.path());
    for (const char *key : { "a", "b", "c" }) {
        before.keep(key, picture);
        QTest::qSleep(20); // so that one is older than the other
    }
    PictureCache cache(files, site.path());
    QVERIFY(cache.find("a"));
    cache.keep("d", picture);
    cache.tidy(3500); // of about 1,020 bytes each
    QVERIFY(cache.find("a") && cache.find("c") && cache.find("d"));
    QVERIFY(!cache.find("b")); // the oldest that nobody asked for
    cache.tidy(1500);
    QVERIFY(cache.find("d"));
    QCOMPARE(keptIn(site).size(), 1);
}

void TestPictureCache::doesWithoutAFolder()
{
    const test::SiteFolder site;
    site.write(u".quillway"_s, "a file where the folder should be");
    NativeFileSystem files;
    PictureCache cache(files, site.path());
    cache.keep("one", "a picture");
    cache.tidy();
    QVERIFY(!cache.find("one"));
}

QTEST_GUILESS_MAIN(TestPictureCache)
#include "tst_picture_cache.moc"

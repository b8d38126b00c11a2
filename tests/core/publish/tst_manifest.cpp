// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/manifest.h"
#include "core/publish/site_folder.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

const QString output = u"/srv/out put\n"_s;

QString manifestFile(const SiteFolder &site)
{
    const QStringList names = QDir(site.path(u".quillway/exports"_s)).entryList(QDir::Files);
    return names.isEmpty() ? QString() : site.path(u".quillway/exports/"_s + names.first());
}

publish::Manifest manifestOf(QStringView file)
{
    publish::Manifest manifest;
    manifest.files.insert(SitePath::literal(file), { "hash", "key", {} });
    return manifest;
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void belongsToOneFolder();
    void isNothingIfDamaged_data();
    void isNothingIfDamaged();
    void isNothingIfAnyByteIsAnother();
    void isNotWrittenThroughALink();
};

void TestManifest::readsWhatItWrote()
{
    const SiteFolder site;
    NativeFileSystem files;
    QCOMPARE(publish::loadManifest(files, site.path(), output), publish::Manifest());
    publish::Manifest manifest;
    manifest.files.insert(SitePath::literal(u"index.html"), { "\x01\x02", "key", { 5, 7'000'000'001, 9, 11 } });
    manifest.files.insert(SitePath::literal(u"tags/größe und\nmehr %20/index.html"), { "\xff", {}, {} });
    manifest.trace = { "links",
                       "tags",
                       { { u"posts/größe.md"_s, { "source", "where", { 3, -1, 2 } } }, { u"posts/b.md"_s, { "s", {}, {} } } } };
    QVERIFY(publish::saveManifest(files, site.path(), output, manifest));
    QCOMPARE(publish::loadManifest(files, site.path(), output), manifest);
}

void TestManifest::belongsToOneFolder()
{
    const SiteFolder site;
    NativeFileSystem files;
    QVERIFY(publish::saveManifest(files, site.path(), output, manifestOf(u"a")));
    QVERIFY(publish::saveManifest(files, site.path(), u"/elsewhere"_s, manifestOf(u"b")));
    QCOMPARE(publish::loadManifest(files, site.path(), output).files.keys(), QList { SitePath::literal(u"a") });
}

void TestManifest::isNothingIfDamaged_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QByteArray>("added");
    QTest::newRow("empty") << qsizetype(0) << ""_ba;
    QTest::newRow("heading alone") << qsizetype(30) << ""_ba;
    QTest::newRow("cut in the middle") << qsizetype(90) << ""_ba;
    QTest::newRow("cut by a byte") << qsizetype(-1) << ""_ba;
    QTest::newRow("longer") << qsizetype(1000) << "x"_ba;
    QTest::newRow("much longer") << qsizetype(1000) << QByteArray(5000, '\xff');
    QTest::newRow("garbage") << qsizetype(0) << "\0\xff\xfe zz \n\n\n"_ba;
}

void TestManifest::isNothingIfDamaged()
{
    QFETCH(qsizetype, size);
    QFETCH(QByteArray, added);
    const SiteFolder site;
    NativeFileSystem files;
    QVERIFY(publish::saveManifest(files, site.path(), output, manifestOf(u"a")));
    const QByteArray whole = test::bytesOf(manifestFile(site));
    QFile file(manifestFile(site));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write((size < 0 ? whole.chopped(-size) : whole.first(std::min(size, whole.size()))) + added);
    file.close();
    QCOMPARE(publish::loadManifest(files, site.path(), output), publish::Manifest());
}

/// Each byte turned over, one after the other: never another manifest, never a crash.
void TestManifest::isNothingIfAnyByteIsAnother()
{
    const SiteFolder site;
    NativeFileSystem files;
    QVERIFY(publish::saveManifest(files, site.path(), output, manifestOf(u"a")));
    const QByteArray whole = test::bytesOf(manifestFile(site));
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray bytes = whole;
        bytes[i] = char(bytes[i] ^ 0x10);
        QFile file(manifestFile(site));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QCOMPARE(publish::loadManifest(files, site.path(), output), publish::Manifest());
    }
}

void TestManifest::isNotWrittenThroughALink()
{
    const SiteFolder site;
    NativeFileSystem files;
    QVERIFY(publish::saveManifest(files, site.path(), output, manifestOf(u"a")));
    const QString path = manifestFile(site);
    site.write(u"precious.txt"_s, "precious");
    QVERIFY(QFile::remove(path) && QFile::link(site.path(u"precious.txt"_s), path));
    QVERIFY(!publish::saveManifest(files, site.path(), output, manifestOf(u"a")));
    QCOMPARE(test::bytesOf(site.path(u"precious.txt"_s)), "precious"_ba);
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"

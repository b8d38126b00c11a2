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

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void belongsToOneFolder();
    void isReadWithCare_data();
    void isReadWithCare();
};

void TestManifest::readsWhatItWrote()
{
    const SiteFolder site;
    NativeFileSystem files;
    QCOMPARE(publish::loadManifest(files, site.path(), output), publish::Manifest());
    const publish::Manifest manifest { { SitePath::literal(u"index.html"), "\x01\x02" },
                                       { SitePath::literal(u"tags/größe und\nmehr %20/index.html"), "\xff" } };
    QVERIFY(publish::saveManifest(files, site.path(), output, manifest));
    QCOMPARE(publish::loadManifest(files, site.path(), output), manifest);
}

void TestManifest::belongsToOneFolder()
{
    const SiteFolder site;
    NativeFileSystem files;
    QVERIFY(publish::saveManifest(files, site.path(), output, { { SitePath::literal(u"a"), "1" } }));
    QVERIFY(publish::saveManifest(files, site.path(), u"/elsewhere"_s, { { SitePath::literal(u"b"), "2" } }));
    QCOMPARE(publish::loadManifest(files, site.path(), output).keys(), QList { SitePath::literal(u"a") });
}

void TestManifest::isReadWithCare_data()
{
    QTest::addColumn<QByteArray>("added");
    QTest::newRow("leads out") << "aa ../../etc/passwd\n"_ba;
    QTest::newRow("leads out, encoded") << "aa %2e%2e/x\n"_ba;
    QTest::newRow("absolute") << "aa /etc/passwd\n"_ba;
    QTest::newRow("no hash") << " x\n"_ba;
    QTest::newRow("no path") << "aa\n"_ba;
    QTest::newRow("garbage") << "\0\xff\xfe zz \n\n\n"_ba;
}

void TestManifest::isReadWithCare()
{
    QFETCH(QByteArray, added);
    const SiteFolder site;
    NativeFileSystem files;
    QVERIFY(publish::saveManifest(files, site.path(), output, { { SitePath::literal(u"a"), "1" } }));
    QFile file(manifestFile(site));
    QVERIFY(file.open(QIODevice::Append) && file.write(added) == added.size());
    file.close();
    QCOMPARE(publish::loadManifest(files, site.path(), output).keys(), QList { SitePath::literal(u"a") });
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"

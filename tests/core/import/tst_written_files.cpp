// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/import/written_files.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;
using quillway::test::FaultFileSystem;
using quillway::test::SiteFolder;

/// A site appears whole or not at all.
class TestWrittenFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appearsWhenItIsFinished_data()
    {
        QTest::addColumn<QString>("site");
        QTest::newRow("a folder that is not there") << u"new"_s;
        QTest::newRow("below folders that are not there") << u"a/b/new"_s;
        QTest::newRow("an empty folder") << u"empty"_s;
        QTest::newRow("a fresh checkout") << u"checkout"_s;
    }
    void appearsWhenItIsFinished()
    {
        QFETCH(QString, site);
        const SiteFolder folder;
        QVERIFY(QDir(folder.path()).mkpath(u"empty"_s));
        folder.write(u"checkout/.git/HEAD"_s, "x");
        NativeFileSystem files;
        WrittenFiles written(files, folder.path(site));
        QVERIFY(written.begin());
        QVERIFY(written.write(u"posts/a/b.md"_s, "text"));
        QVERIFY(written.write(u"quillway.toml"_s, "x"));
        QVERIFY(!folder.has(site + u"/posts"_s) && !folder.has(site + u"/quillway.toml"_s));
        QVERIFY(written.finish());
        QCOMPARE(folder.read(site + u"/posts/a/b.md"_s), "text"_ba);
        QCOMPARE(folder.read(site + u"/quillway.toml"_s), "x"_ba);
        QVERIFY(!folder.has(u".new.importing"_s) && !folder.has(site + u"/.empty.importing"_s));
        QVERIFY(site != u"checkout"_s || folder.has(u"checkout/.git/HEAD"_s));
    }

    void canBeTakenBack()
    {
        const SiteFolder folder;
        folder.write(u"checkout/.git/HEAD"_s, "x");
        NativeFileSystem files;
        for (const QString &site : { u"new"_s, u"checkout"_s }) {
            WrittenFiles written(files, folder.path(site));
            QVERIFY(written.begin());
            QVERIFY(written.write(u"posts/a/b.md"_s, "text"));
            written.takeBack();
        }
        QCOMPARE(folder.files(), QStringList(u"checkout/.git/HEAD"_s));
        QVERIFY(!folder.has(u"new"_s) && !folder.has(u".new.importing"_s));
    }

    void standsAsideForAnother()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        WrittenFiles first(files, folder.path(u"new"_s)), second(files, folder.path(u"new"_s));
        QVERIFY(first.begin() && second.begin());
        QVERIFY(first.folder() != second.folder());
        QVERIFY(first.write(u"a"_s, "1") && second.write(u"a"_s, "2"));
        QVERIFY(first.finish());
        QVERIFY(!second.finish());
        second.takeBack();
        QCOMPARE(folder.read(u"new/a"_s), "1"_ba);
        QCOMPARE(folder.files(), QStringList(u"new/a"_s));
    }

    void putsBackWhatCouldNotBeFinished()
    {
        const SiteFolder folder;
        folder.write(u"checkout/.git/HEAD"_s, "x");
        for (const int nth : { 1, 2, 3 }) {
            NativeFileSystem disk;
            FaultFileSystem files(disk);
            WrittenFiles written(files, folder.path(u"checkout"_s));
            QVERIFY(written.begin());
            QVERIFY(written.write(u"a/x"_s, "1") && written.write(u"b/x"_s, "1") && written.write(u"quillway.toml"_s, "1"));
            files.failAt({ .nth = nth, .call = test::Call::Rename, .code = ErrorCode::NotWritable });
            QVERIFY(!written.finish());
            QVERIFY(files.hasFailed());
            written.takeBack();
            QCOMPARE(folder.files(), QStringList(u"checkout/.git/HEAD"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestWrittenFiles)
#include "tst_written_files.moc"

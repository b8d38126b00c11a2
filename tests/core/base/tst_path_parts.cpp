// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/base/path_parts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestPathParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesPathsApart_data();
    void takesPathsApart();
    void tellsWhatIsBelow_data();
    void tellsWhatIsBelow();
    void followsLinksAsFarAsThereIsSomething();
};

void TestPathParts::takesPathsApart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("above");
    QTest::newRow("one part") << u"a.md"_s << u""_s << u"a.md"_s << QStringList();
    QTest::newRow("three parts") << u"a/b/c.md"_s << u"a/b"_s << u"c.md"_s << QStringList { u"a/b"_s, u"a"_s };
    QTest::newRow("absolute") << u"/a/b"_s << u"/a"_s << u"b"_s << QStringList { u"/a"_s };
    QTest::newRow("right under the root") << u"/a"_s << u"/"_s << u"a"_s << QStringList();
    QTest::newRow("the root") << u"/"_s << u"/"_s << u""_s << QStringList();
    QTest::newRow("nothing") << u""_s << u""_s << u""_s << QStringList();
}

void TestPathParts::takesPathsApart()
{
    QFETCH(QString, path);
    QTEST(folderOf(path), "folder");
    QTEST(fileNameOf(path), "name");
    QTEST(foldersAbove(path), "above");
}

void TestPathParts::tellsWhatIsBelow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("below");
    QTest::newRow("in it") << u"/a/b"_s << u"/a"_s << true;
    QTest::newRow("further down") << u"/a/b/c"_s << u"/a"_s << true;
    QTest::newRow("itself") << u"/a"_s << u"/a"_s << false;
    QTest::newRow("one whose name begins alike") << u"/ab"_s << u"/a"_s << false;
    QTest::newRow("the root has everything") << u"/a"_s << u"/"_s << true;
}

void TestPathParts::tellsWhatIsBelow()
{
    QFETCH(QString, path);
    QFETCH(QString, folder);
    QTEST(isBelow(path, folder), "below");
}

void TestPathParts::followsLinksAsFarAsThereIsSomething()
{
    const QTemporaryDir folder;
    const QString real = QFileInfo(folder.path()).canonicalFilePath();
    QVERIFY(QDir(real).mkpath(u"there"_s));
    QVERIFY(QFile::link(real + u"/there"_s, real + u"/link"_s));
    const NativeFileSystem files;
    QCOMPARE(canonicalPath(files, real + u"/link"_s), real + u"/there"_s);
    QCOMPARE(canonicalPath(files, real + u"/link/not/yet"_s), real + u"/there/not/yet"_s);
    QCOMPARE(canonicalPath(files, u"/not-there/at/all"_s), u"/not-there/at/all"_s);
    QCOMPARE(canonicalPath(files, u"/"_s), u"/"_s);
}

QTEST_GUILESS_MAIN(TestPathParts)
#include "tst_path_parts.moc"

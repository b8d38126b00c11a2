// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/unified_diff.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "support/site_folder.h"

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::changes;

namespace {

SitePath at(const char *path)
{
    return SitePath::literal(QString::fromUtf8(path));
}

QByteArray numbers(int from, int to)
{
    QByteArray text;
    for (int n = from; n <= to; ++n)
        text += QByteArray::number(n) + '\n';
    return text;
}

} // namespace

class TestUnifiedDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsLines_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("hunks");
        QTest::newRow("nothing") << "a\n"_ba << "a\n"_ba << ""_ba;
        QTest::newRow("one line") << "a\n"_ba << "b\n"_ba << "@@ -1 +1 @@\n-a\n+b\n"_ba;
        QTest::newRow("three lines around") << numbers(1, 9) << numbers(1, 4) + "x\n" + numbers(6, 9)
                                            << "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"_ba;
        QTest::newRow("put in") << numbers(1, 2) << "0\n" + numbers(1, 2) << "@@ -1,2 +1,3 @@\n+0\n 1\n 2\n"_ba;
        QTest::newRow("from nothing") << ""_ba << "a\n"_ba << "@@ -0,0 +1 @@\n+a\n"_ba;
        QTest::newRow("to nothing") << "a\nb\n"_ba << ""_ba << "@@ -1,2 +0,0 @@\n-a\n-b\n"_ba;
        QTest::newRow("no last end") << "a"_ba << "a\n"_ba << "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"_ba;
        QTest::newRow("carriage returns are of the line") << "a\r\nb\r\n"_ba << "a\nb\r\n"_ba << "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r\n"_ba;
        QTest::newRow("near changes are one hunk") << numbers(1, 8) << "x\n" + numbers(2, 7) + "y\n"
                                                   << "@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n"_ba;
        QTest::newRow("others are two") << numbers(1, 9) << "x\n" + numbers(2, 8) + "y\n"
                                        << "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n"_ba;
    }
    void showsLines()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, hunks);
        QCOMPARE(unifiedHunks(before, after), hunks);
    }

    void showsFiles()
    {
        QCOMPARE(unifiedDiff({}), ""_ba);
        const SiteChange change { { { at("posts/b.md"), at("posts/c d.md") }, { at("posts/x"), at("posts/y") } },
                                  { { at("posts/c d.md"), "1\n"_ba, "2\n"_ba },
                                    { at("tags.toml"), {}, "x\n"_ba },
                                    { at("old"), "y\n"_ba, {} },
                                    { at("posts/\"q\"\n.md"), "1\n"_ba, "2\n"_ba } } };
        QCOMPARE(unifiedDiff(change),
                 "diff --git a/posts/x b/posts/y\nrename from posts/x\nrename to posts/y\n"
                 "diff --git a/posts/b.md b/posts/c d.md\nrename from posts/b.md\nrename to posts/c d.md\n"
                 "--- a/posts/b.md\n+++ b/posts/c d.md\t\n@@ -1 +1 @@\n-1\n+2\n"
                 "diff --git a/tags.toml b/tags.toml\nnew file mode 100644\n--- /dev/null\n+++ b/tags.toml\n@@ -0,0 +1 @@\n+x\n"
                 "diff --git a/old b/old\ndeleted file mode 100644\n--- a/old\n+++ /dev/null\n@@ -1 +0,0 @@\n-y\n"
                 "diff --git \"a/posts/\\\"q\\\"\\012.md\" \"b/posts/\\\"q\\\"\\012.md\"\n"
                 "--- \"a/posts/\\\"q\\\"\\012.md\"\n+++ \"b/posts/\\\"q\\\"\\012.md\"\n@@ -1 +1 @@\n-1\n+2\n"_ba);
    }

    void gitAppliesIt()
    {
        const QString git = QStandardPaths::findExecutable(u"git"_s);
        if (git.isEmpty())
            QSKIP("no git here");
        const test::SiteFolder folder;
        folder.write(u"a b.md"_s, numbers(1, 30));
        folder.write(u"gone"_s, "x");
        folder.write(u"from.md"_s, numbers(1, 9));
        const QByteArray after = "first\n" + numbers(1, 20) + numbers(22, 29) + "30";
        const SiteChange change { { { at("from.md"), at("ü/to.md") } },
                                  { { at("a b.md"), numbers(1, 30), after },
                                    { at("gone"), "x"_ba, {} },
                                    { at("ü/to.md"), numbers(1, 9), numbers(1, 8) },
                                    { at("new"), {}, "n\n"_ba } } };
        folder.write(u"patch"_s, unifiedDiff(change));
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(git, { u"apply"_s, u"patch"_s });
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
        QCOMPARE(folder.read(u"a b.md"_s), after);
        QCOMPARE(folder.read(u"ü/to.md"_s), numbers(1, 8));
        QCOMPARE(folder.read(u"new"_s), "n\n"_ba);
        QVERIFY(!folder.has(u"gone"_s) && !folder.has(u"from.md"_s));
    }
};

QTEST_GUILESS_MAIN(TestUnifiedDiff)
#include "tst_unified_diff.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/import/import_site.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;

/// Real blogs of other tools, if there are any to try on: all of each is accounted for, and what check finds the blog had before.
class TestImportBlogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imports_data()
    {
        QTest::addColumn<QString>("blog");
        const QString folder = QStringLiteral(QUILLWAY_BLOGS);
        const QDir blogs(folder);
        const QStringList names = folder.isEmpty() ? QStringList() : blogs.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << blogs.absoluteFilePath(name);
        if (names.isEmpty())
            QTest::newRow("none") << QString();
    }

    void imports()
    {
        QFETCH(QString, blog);
        if (blog.isEmpty())
            QSKIP("QUILLWAY_BLOGS names no folder with blogs");
        const QTemporaryDir folder;
        NativeFileSystem disk;
        const auto report = importSite(disk, blog, folder.filePath(u"site"_s));
        QVERIFY2(report, report ? "" : qPrintable(describe(report.error())));
        QCOMPARE(report->files.size(), report->filesFound);
        QVERIFY(report->count(Outcome::Post) > 0);
        QStringList own;
        for (const ImportProblem &problem : report->problems) {
            if (problem.diagnostic.severity == Severity::Error && !problem.ofSource)
                own.append(toCompilerLine(problem.diagnostic));
        }
        QVERIFY2(own.isEmpty(), qPrintable(own.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestImportBlogs)
#include "tst_import_blogs.moc"

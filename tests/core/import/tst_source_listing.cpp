// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/import/source_listing.h"
#include "support/site_folder.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;
using quillway::test::SiteFolder;

namespace {

void link(const SiteFolder &folder, const QString &name, const QString &target)
{
    QVERIFY(::symlink(target.toUtf8().constData(), folder.path(name).toUtf8().constData()) == 0);
}

QStringList leftOut(const SourceListing &listing)
{
    QStringList entries;
    for (const LeftOut &entry : listing.leftOut)
        entries.append(entry.path + u' ' + nameOf(entry.reason));
    return entries;
}

QStringList files(const SourceListing &listing)
{
    QStringList paths;
    for (const SourceFile &file : listing.files)
        paths.append(file.path);
    return paths;
}

} // namespace

/// Every file of a source is listed or left out with its reason; links are followed within it alone.
class TestSourceListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsFilesAndWhatIsLeftOut()
    {
        const SiteFolder folder;
        for (const QString &name :
             { u"a.md"_s, u"posts/b.md"_s, u".git/config"_s, u"node_modules/x/y.js"_s, u"_site/a.html"_s, u"posts/.hidden"_s, u"b.md~"_s })
            folder.write(name, "x");
        const NativeFileSystem disk;
        const auto listing = listSource(disk, folder.path());
        QCOMPARE(files(*listing), QStringList({ u"a.md"_s, u"posts/b.md"_s }));
        QCOMPARE(listing->files.first().size, qint64(1));
        QCOMPARE(leftOut(*listing),
                 QStringList({ u".git/ version-control"_s, u"_site/ build-output"_s, u"b.md~ hidden"_s, u"node_modules/ packages"_s,
                               u"posts/.hidden hidden"_s }));
    }

    void followsLinksWithinTheSourceOnly()
    {
        const SiteFolder folder;
        const SiteFolder outside;
        outside.write(u"secret.md"_s, "x");
        folder.write(u"posts/a.md"_s, "x");
        folder.write(u"shared/p.png"_s, "x");
        link(folder, u"posts/again"_s, u".."_s);
        link(folder, u"posts/shared"_s, folder.path(u"shared"_s));
        link(folder, u"posts/out"_s, outside.path());
        link(folder, u"posts/out.md"_s, outside.path(u"secret.md"_s));
        link(folder, u"posts/gone.md"_s, u"nowhere.md"_s);
        link(folder, u"posts/self"_s, u"self"_s);
        QVERIFY(::mkfifo(folder.path(u"pipe"_s).toUtf8().constData(), 0600) == 0);
        const NativeFileSystem disk;
        const auto listing = listSource(disk, folder.path());
        QCOMPARE(files(*listing), QStringList({ u"posts/a.md"_s, u"posts/shared/p.png"_s, u"shared/p.png"_s }));
        QCOMPARE(leftOut(*listing),
                 QStringList({ u"pipe not-a-file"_s, u"posts/again circle"_s, u"posts/gone.md leads-nowhere"_s, u"posts/out leads-out"_s,
                               u"posts/out.md leads-out"_s, u"posts/self leads-nowhere"_s }));
    }

    void reportsNamesThatAreNotUtf8()
    {
        const SiteFolder folder;
        folder.write(u"a.md"_s, "x");
        const QByteArray name = folder.path().toUtf8() + "/b\xE9.md";
        const int file = ::open(name.constData(), O_WRONLY | O_CREAT, 0600);
        QVERIFY(file >= 0);
        ::close(file);
        const NativeFileSystem disk;
        QCOMPARE(leftOut(*listSource(disk, folder.path())), QStringList(u"b\\xe9.md name-not-utf8"_s));
        QCOMPARE(::unlink(name.constData()), 0); // QTemporaryDir could not
    }

    void takesASingleFile()
    {
        const SiteFolder folder;
        folder.write(u"export.xml"_s, "x");
        folder.write(u"other.xml"_s, "x");
        const NativeFileSystem disk;
        QCOMPARE(files(*listSource(disk, folder.path(u"export.xml"_s))), QStringList(u"export.xml"_s));
    }

    void failsWhereThereIsNothing()
    {
        const NativeFileSystem disk;
        QCOMPARE(listSource(disk, u"/nowhere/at/all"_s).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestSourceListing)
#include "tst_source_listing.moc"

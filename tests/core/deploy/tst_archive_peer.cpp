// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fingerprint.h"
#include "core/base/native_file_system.h"
#include "core/deploy/archive_peer.h"
#include "support/site_folder.h"

#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace quillway;
using namespace quillway::deploy;
using namespace Qt::StringLiterals;

namespace {

/// `name size time` of each entry, in its order.
QStringList entriesOf(const QByteArray &bytes)
{
    QStringList entries;
    struct archive *archive = archive_read_new();
    archive_read_support_format_all(archive);
    archive_read_support_filter_all(archive);
    archive_read_open_memory(archive, bytes.constData(), size_t(bytes.size()));
    struct archive_entry *entry = nullptr;
    while (archive_read_next_header(archive, &entry) == ARCHIVE_OK) {
        QByteArray content(1000, '\0');
        content.truncate(archive_read_data(archive, content.data(), size_t(content.size())));
        entries.append(u"%1 %2 %3"_s.arg(QString::fromUtf8(archive_entry_pathname_utf8(entry)), QString::fromUtf8(content))
                           .arg(archive_entry_mtime_is_set(entry) ? archive_entry_mtime(entry) : 0));
    }
    archive_read_free(archive);
    return entries;
}

Upload uploadOf(const test::SiteFolder &folder)
{
    Upload upload { .folder = folder.path(u"out"_s) };
    for (const QString &name : { u"index.html"_s, u"posts/ü b/index.html"_s, u"a.css"_s }) {
        folder.write("out/"_L1 + name, name.toUtf8());
        upload.wanted.insert(SitePath::literal(name), fingerprint(name.toUtf8()));
    }
    upload.plan = planUpload(upload.wanted, {});
    upload.buildDate = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    return upload;
}

} // namespace

class TestArchivePeer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheSiteInOrder()
    {
        const test::SiteFolder folder;
        NativeFileSystem files;
        QVERIFY(ArchivePeer(files, folder.path(), u"site.tar.zst"_s).carryOut(uploadOf(folder)));
        QCOMPARE(entriesOf(folder.read(u"site.tar.zst"_s)),
                 (QStringList { u"a.css a.css 1700000000"_s, u"index.html index.html 1700000000"_s,
                                u"posts/ü b/index.html posts/ü b/index.html 1700000000"_s }));
        QVERIFY(ArchivePeer(files, folder.path(), u"new/site.zip"_s).carryOut(uploadOf(folder)));
        const QStringList zipped = entriesOf(folder.read(u"new/site.zip"_s));
        QCOMPARE(zipped.size(), 3);
        QVERIFY(zipped.last().startsWith(u"posts/ü b/index.html posts/ü b/index.html "_s));
    }

    void theSameSiteGivesTheSameBytes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("zip") << u"site.zip"_s;
        QTest::newRow("tar") << u"site.tar.zst"_s;
    }
    void theSameSiteGivesTheSameBytes()
    {
        QFETCH(const QString, name);
        NativeFileSystem files;
        const test::SiteFolder one;
        QVERIFY(ArchivePeer(files, one.path(), name).carryOut(uploadOf(one)));
        qputenv("TZ", "Asia/Tokyo");
        tzset();
        const test::SiteFolder other;
        const Result<void> made = ArchivePeer(files, other.path(), name).carryOut(uploadOf(other));
        qunsetenv("TZ");
        tzset();
        QVERIFY(made);
        QVERIFY(!one.read(name).isEmpty());
        QCOMPARE(one.read(name), other.read(name));
    }

    void oneThatIsStoppedLeavesTheOldOne()
    {
        const test::SiteFolder folder;
        folder.write(u"site.zip"_s, "old");
        NativeFileSystem files;
        Upload upload = uploadOf(folder);
        std::stop_source stop;
        stop.request_stop();
        upload.stop = stop.get_token();
        QCOMPARE(ArchivePeer(files, folder.path(), u"site.zip"_s).carryOut(upload).error().code, ErrorCode::Cancelled);
        QCOMPARE(folder.read(u"site.zip"_s), "old");
    }
};

QTEST_GUILESS_MAIN(TestArchivePeer)
#include "tst_archive_peer.moc"

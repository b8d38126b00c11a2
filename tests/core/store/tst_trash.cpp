// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trash.h"

#include "core/base/native_file_system.h"
#include "support/site_folder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;

namespace {

const SitePath post = SitePath::literal(u"posts/a.md");
const QDateTime now(QDate(2024, 5, 1), QTime(12, 0), QTimeZone::utc());

} // namespace

class TestTrash : public QObject
{
    Q_OBJECT

    NativeFileSystem m_files;

private Q_SLOTS:
    void bringsBackWhatItTook()
    {
        const test::SiteFolder folder;
        folder.write(post.toString(), "text"_ba);
        const auto trashed = moveToTrash(m_files, folder.path(), post, now);
        QVERIFY(trashed);
        QVERIFY(!folder.has(post.toString()));
        QVERIFY(restoreFromTrash(m_files, folder.path(), *trashed));
        QCOMPARE(folder.read(post.toString()), "text"_ba);
    }

    void takesWholeBundles()
    {
        const test::SiteFolder folder;
        folder.write(u"posts/a/index.md"_s, "text"_ba);
        folder.write(u"posts/a/plan.svg"_s, "picture"_ba);
        const auto trashed = moveToTrash(m_files, folder.path(), SitePath::literal(u"posts/a"), now);
        QVERIFY(trashed);
        QVERIFY(folder.files().isEmpty());
        QVERIFY(restoreFromTrash(m_files, folder.path(), *trashed));
        QCOMPARE(folder.files(), QStringList({ u"posts/a/index.md"_s, u"posts/a/plan.svg"_s }));
    }

    void keepsBothOfTwoRemovedInOneMoment()
    {
        const test::SiteFolder folder;
        folder.write(post.toString(), "one"_ba);
        const auto one = moveToTrash(m_files, folder.path(), post, now);
        folder.write(post.toString(), "two"_ba);
        const auto two = moveToTrash(m_files, folder.path(), post, now);
        QVERIFY(one && two);
        QVERIFY(restoreFromTrash(m_files, folder.path(), *one));
        QCOMPARE(folder.read(post.toString()), "one"_ba);
        const auto refused = restoreFromTrash(m_files, folder.path(), *two);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(folder.read(post.toString()), "one"_ba);
        QVERIFY(QFile::exists(two->stored));
    }

    void keepsItselfOutOfTheAuthorsRepository()
    {
        const test::SiteFolder folder;
        folder.write(post.toString(), "text"_ba);
        QVERIFY(moveToTrash(m_files, folder.path(), post, now));
        QCOMPARE(folder.read(u".quillway/.gitignore"_s), "*\n"_ba);
    }

    void saysWhenThereIsNothingToTake()
    {
        const test::SiteFolder folder;
        const auto trashed = moveToTrash(m_files, folder.path(), post, now);
        QVERIFY(!trashed);
        QCOMPARE(trashed.error().code, ErrorCode::NotFound);
    }

    void aMoveReplacesNothing()
    {
        const test::SiteFolder folder;
        folder.write(post.toString(), "mine"_ba);
        folder.write(u"posts/b.md"_s, "theirs"_ba);
        const auto moved = moveInSite(m_files, folder.path(), post, SitePath::literal(u"posts/b.md"));
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(folder.read(post.toString()), "mine"_ba);
        QCOMPARE(folder.read(u"posts/b.md"_s), "theirs"_ba);
    }
};

QTEST_GUILESS_MAIN(TestTrash)
#include "tst_trash.moc"

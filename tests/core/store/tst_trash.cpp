// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trash.h"

#include "core/base/native_file_system.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QDirIterator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;

namespace {

const SitePath post = SitePath::literal(u"posts/a.md");
const QDateTime now(QDate(2024, 5, 1), QTime(12, 0), QTimeZone::utc());

/// In how many files of the site, the trash included, the text stands.
int places(const test::SiteFolder &folder, const QByteArray &text)
{
    int found = 0;
    for (QDirIterator each(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
        QFile file(each.next());
        found += file.open(QIODevice::ReadOnly) && file.readAll() == text ? 1 : 0;
    }
    return found;
}

using Act = std::function<Result<void>(FileSystem &files, const QString &site)>;

} // namespace

Q_DECLARE_METATYPE(Act)

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

    /// Each call fails once, for ever, or is where the program is killed: the text is in one place then, and an error says so.
    void aFaultLosesNothing_data()
    {
        QTest::addColumn<Act>("act");
        QTest::newRow("to the trash") << Act(
            [](FileSystem &files, const QString &site) { return moveToTrash(files, site, post, now).transform([](const Trashed &) { }); });
        QTest::newRow("and back") << Act([](FileSystem &files, const QString &site) {
            const auto trashed = moveToTrash(files, site, post, now);
            return trashed ? restoreFromTrash(files, site, *trashed) : std::unexpected(trashed.error());
        });
    }
    void aFaultLosesNothing()
    {
        QFETCH(Act, act);
        enum class Way { Once, Forever, Killed };
        for (const Way way : { Way::Once, Way::Forever, Way::Killed }) {
            for (int nth = 1;; ++nth) {
                const test::SiteFolder folder;
                folder.write(post.toString(), "text"_ba);
                test::FaultFileSystem files(m_files);
                if (way == Way::Killed)
                    files.killAt(nth);
                else
                    files.failAt({ .nth = nth, .lasting = way == Way::Once ? test::Lasting::Once : test::Lasting::Forever });
                const auto done = act(files, folder.path());
                const QString place = u"way %1, call %2"_s.arg(int(way)).arg(nth);
                QVERIFY2(places(folder, "text"_ba) == 1, qPrintable(place));
                if (!files.hasFailed()) {
                    QVERIFY(done);
                    QVERIFY(nth > 2);
                    break;
                }
                if (way == Way::Forever)
                    QVERIFY2(!done, qPrintable(place));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTrash)
#include "tst_trash.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/content_hash.h"
#include "core/base/native_file_system.h"
#include "core/store/history.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QTest>
#include <QTimeZone>

#include <filesystem>
#include <functional>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;
using namespace quillway::test;

namespace {

const SitePath post = SitePath::literal(u"posts/a.md");
const SitePath other = SitePath::literal(u"posts/b.md");
const QDateTime noon(QDate(2024, 5, 15), QTime(12, 0), QTimeZone::utc());

QByteArrayList texts(FileSystem &files, const QString &site, const SitePath &file)
{
    QByteArrayList found;
    for (const Version &version : versions(files, site, file).value_or(VersionList()).versions)
        found += readVersion(files, site, file, version.hash).value_or("?"_ba);
    return found;
}

/// What is done to a site with versions, and what has to be true of it whatever failed.
struct Scenario {
    std::function<void(FileSystem &, const QString &)> prepare;
    std::function<bool(FileSystem &, const QString &)> act; ///< true if it says that all is well
    std::function<QString(FileSystem &, const QString &, bool)> fault; ///< what was lost, or empty; the flag: act() said that all is well
};

} // namespace

Q_DECLARE_METATYPE(Scenario)

class TestHistoryFaults : public QObject
{
    Q_OBJECT

    NativeFileSystem m_files;

private Q_SLOTS:
    void losesNothingElse_data();
    void losesNothingElse();
    void countsWhatWasWritten();
    void saysWhatFailedFirst();
    void touchesNoLinkThatItCannotTakeAway();
};

void TestHistoryFaults::losesNothingElse_data()
{
    QTest::addColumn<Scenario>("scenario");
    const auto add = [](FileSystem &files, const QString &site, const SitePath &file, const QByteArray &bytes, int seconds) {
        return addVersion(files, site, file, bytes, noon.addSecs(seconds)).has_value();
    };
    const auto one = [add](FileSystem &files, const QString &site) { QVERIFY(add(files, site, post, "one"_ba, 0)); };
    const auto addTwo = [add](FileSystem &files, const QString &site) { return add(files, site, post, "two"_ba, 1); };

    QTest::newRow("the first version") << Scenario { [](FileSystem &, const QString &) {}, addTwo,
                                                     [](FileSystem &files, const QString &site, bool done) {
                                                         const QByteArrayList found = texts(files, site, post);
                                                         return found == QByteArrayList { "two"_ba } || (!done && found.isEmpty())
                                                             ? QString()
                                                             : u"found: "_s + QString::fromUtf8(found.join(','));
                                                     } };
    QTest::newRow("another version") << Scenario { one, addTwo, [](FileSystem &files, const QString &site, bool done) {
                                                      const QByteArrayList found = texts(files, site, post);
                                                      const bool hasBoth = found == QByteArrayList { "two"_ba, "one"_ba };
                                                      return hasBoth || (!done && found == QByteArrayList { "one"_ba })
                                                          ? QString()
                                                          : u"found: "_s + QString::fromUtf8(found.join(','));
                                                  } };
    QTest::newRow("a move") << Scenario {
        one, [](FileSystem &files, const QString &site) { return moveHistory(files, site, post, other).has_value(); },
        [](FileSystem &files, const QString &site, bool done) {
            const QByteArrayList there = texts(files, site, other);
            const bool isThere = there == QByteArrayList { "one"_ba };
            return isThere || (!done && texts(files, site, post) == QByteArrayList { "one"_ba }) ? QString() : u"lost"_s;
        }
    };
    QTest::newRow("a move to where versions are")
        << Scenario { [add](FileSystem &files, const QString &site) {
                         QVERIFY(add(files, site, post, "one"_ba, 0));
                         QVERIFY(add(files, site, post, "two"_ba, 1));
                         QVERIFY(add(files, site, other, "earlier"_ba, -1));
                     },
                      [](FileSystem &files, const QString &site) { return moveHistory(files, site, post, other).has_value(); },
                      [](FileSystem &files, const QString &site, bool done) {
                          const QByteArrayList there = texts(files, site, other);
                          if (there == QByteArrayList { "two"_ba, "one"_ba, "earlier"_ba })
                              return QString();
                          const bool stayed = texts(files, site, post) == QByteArrayList { "two"_ba, "one"_ba }
                              && there.contains("earlier"_ba);
                          return !done && stayed ? QString() : u"found: "_s + QString::fromUtf8(there.join(','));
                      } };
    QTest::newRow("a move of a folder") << Scenario {
        [add](FileSystem &files, const QString &site) {
            QVERIFY(add(files, site, post, "one"_ba, 0));
            QVERIFY(add(files, site, other, "two"_ba, 0));
        },
        [](FileSystem &files, const QString &site) {
            return moveHistoryOfFolder(files, site, SitePath::literal(u"posts"), SitePath::literal(u"pages")).has_value();
        },
        [](FileSystem &files, const QString &site, bool done) {
            const auto isIn = [&](const SitePath &before, const SitePath &after, const QByteArray &text) {
                return texts(files, site, after) == QByteArrayList { text }
                || (!done && texts(files, site, before) == QByteArrayList { text });
            };
            return isIn(post, SitePath::literal(u"pages/a.md"), "one"_ba) && isIn(other, SitePath::literal(u"pages/b.md"), "two"_ba)
                ? QString()
                : u"lost"_s;
        }
    };
    QTest::newRow("tidying") << Scenario {
        [add](FileSystem &files, const QString &site) {
            for (int i = 0; i < 4; ++i)
                QVERIFY(add(files, site, post, "thinned " + QByteArray::number(i), i - 3600 * 72));
            QVERIFY(add(files, site, post, "one"_ba, 0));
            QVERIFY(add(files, site, other, "two"_ba, 0));
        },
        [](FileSystem &files, const QString &site) { return tidyHistory(files, site, noon.addSecs(10)).has_value(); },
        [](FileSystem &files, const QString &site, bool) {
            const QByteArrayList found = texts(files, site, post);
            const bool isWhole = found.contains("one"_ba) && found.contains("thinned 3"_ba) && !found.contains("?"_ba);
            return isWhole && texts(files, site, other) == QByteArrayList { "two"_ba } ? QString()
                                                                                       : u"found: "_s + QString::fromUtf8(found.join(','));
        }
    };
}

/// Each call fails once, fails for ever, or is where the program is killed.
void TestHistoryFaults::losesNothingElse()
{
    QFETCH(Scenario, scenario);
    enum class Way { Once, Forever, Killed };
    int tried = 0;
    const SiteFolder prepared; // once: it waits for the disk often
    scenario.prepare(m_files, prepared.path());
    for (const Way way : { Way::Once, Way::Forever, Way::Killed }) {
        for (int nth = 1;; ++nth) {
            const SiteFolder site;
            std::filesystem::copy(prepared.path().toStdString(), site.path().toStdString(), std::filesystem::copy_options::recursive);
            FaultFileSystem files(m_files);
            if (way == Way::Killed)
                files.killAt(nth);
            else
                files.failAt({ .nth = nth, .lasting = way == Way::Once ? Lasting::Once : Lasting::Forever, .code = ErrorCode::DiskFull });
            const bool done = scenario.act(files, site.path());
            if (!files.hasFailed()) {
                QVERIFY(done);
                QCOMPARE(scenario.fault(m_files, site.path(), true), QString());
                break;
            }
            ++tried;
            const QString place = u"way %1, call %2: "_s.arg(int(way)).arg(nth);
            const QString fault = scenario.fault(m_files, site.path(), done && way != Way::Killed);
            QVERIFY2(fault.isEmpty(), qPrintable(place + fault));
            if (way != Way::Killed)
                QCOMPARE(files.openHandles(), 0);
            // And the next time it goes well.
            QVERIFY2(scenario.act(m_files, site.path()), qPrintable(place));
            const QString later = scenario.fault(m_files, site.path(), true);
            QVERIFY2(later.isEmpty(), qPrintable(place + u"later: "_s + later));
        }
    }
    QVERIFY(tried > 20);
}

void TestHistoryFaults::countsWhatWasWritten()
{
    const SiteFolder site;
    QVERIFY(addVersion(m_files, site.path(), post, "one"_ba, noon));
    FaultFileSystem files(m_files);
    files.shortenWritesTo(10);
    const auto added = addVersion(files, site.path(), post, "two"_ba, noon.addSecs(1));
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::ShortWrite);
    QCOMPARE(texts(m_files, site.path(), post), QByteArrayList { "one"_ba });
    QVERIFY(addVersion(m_files, site.path(), post, "three"_ba, noon.addSecs(2)));
    QCOMPARE(texts(m_files, site.path(), post), (QByteArrayList { "three"_ba, "one"_ba }));
}

void TestHistoryFaults::saysWhatFailedFirst()
{
    const SiteFolder site;
    for (const SitePath &file : { post, other })
        QVERIFY(addVersion(m_files, site.path(), file, "one"_ba, noon));
    FaultFileSystem files(m_files);
    files.failAt({ .call = Call::Rename, .lasting = Lasting::Forever, .code = ErrorCode::NotWritable });
    const auto moved = moveHistoryOfFolder(files, site.path(), SitePath::literal(u"posts"), SitePath::literal(u"pages"));
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::NotWritable);
    for (const SitePath &file : { post, other })
        QCOMPARE(texts(m_files, site.path(), file), QByteArrayList { "one"_ba });
}

void TestHistoryFaults::touchesNoLinkThatItCannotTakeAway()
{
    const SiteFolder site;
    QVERIFY(addVersion(m_files, site.path(), post, "one"_ba, noon));
    site.write(u"mine"_s, "keep"_ba);
    const QString object = QDir(site.path(u".quillway/history/"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst() + u'/'
        + QString::fromLatin1(contentHash("two"_ba).toHex()) + u".z"_s;
    QVERIFY(QFile::link(site.path(u"mine"_s), site.path(u".quillway/history/"_s + object)));
    FaultFileSystem files(m_files);
    files.failAt({ .call = Call::Remove, .code = ErrorCode::NotWritable });
    QCOMPARE(addVersion(files, site.path(), post, "two"_ba, noon.addSecs(1)).error().code, ErrorCode::NotWritable);
    QCOMPARE(site.read(u"mine"_s), "keep"_ba);
    QCOMPARE(texts(m_files, site.path(), post), QByteArrayList { "one"_ba });
}

QTEST_GUILESS_MAIN(TestHistoryFaults)
#include "tst_history_faults.moc"

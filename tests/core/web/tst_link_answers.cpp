// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/link_answers.h"

#include "core/base/native_file_system.h"
#include "support/site_folder.h"

#include <QTest>

using namespace quillway;
using namespace quillway::web;
using namespace Qt::StringLiterals;
using Kind = LinkAnswer::Kind;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-05-01T12:00:00Z"_s, Qt::ISODate);

} // namespace

class TestLinkAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadAsTheyWereWritten()
    {
        const LinkAnswers answers {
            { QUrl(u"https://a.example/x?q=%20"_s), { .kind = Kind::Fine, .status = 200, .asked = now } },
            { QUrl(u"https://b.example/"_s), { Kind::Moved, 200, QUrl(u"https://b.example/new"_s), {}, now } },
            { QUrl(u"https://c.example/"_s), { .kind = Kind::Unreachable, .reason = u"Host c.example not found"_s, .asked = now } },
        };
        const test::SiteFolder folder;
        NativeFileSystem files;
        QVERIFY(saveAnswers(files, folder.path(), answers));
        QCOMPARE(loadAnswers(files, folder.path()), answers);
        QVERIFY(folder.has(u".quillway/.gitignore"_s));
    }

    void whatCannotBeReadCountsAsNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("no JSON") << "{\"links\": ["_ba;
        QTest::newRow("another form") << "[1, 2]"_ba;
        QTest::newRow("an unknown answer") << R"({"links":[{"url":"https://a.example/","answer":"maybe","asked":"2026-05-01T12:00:00Z"}]})"_ba;
        QTest::newRow("no date") << R"({"links":[{"url":"https://a.example/","answer":"fine"}]})"_ba;
    }
    void whatCannotBeReadCountsAsNothing()
    {
        QFETCH(const QByteArray, bytes);
        const test::SiteFolder folder;
        folder.write(u".quillway/external-links.json"_s, bytes);
        QVERIFY(loadAnswers(NativeFileSystem(), folder.path()).isEmpty());
    }

    void areFreshForAWhile_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<qint64>("hours");
        QTest::addColumn<bool>("fresh");
        QTest::newRow("good, six days old") << Kind::Fine << qint64(6 * 24) << true;
        QTest::newRow("good, a week old") << Kind::Fine << qint64(7 * 24) << false;
        QTest::newRow("moved, six days old") << Kind::Moved << qint64(6 * 24) << true;
        QTest::newRow("missing, an hour old") << Kind::Missing << qint64(1) << true;
        QTest::newRow("missing, a day old") << Kind::Missing << qint64(24) << false;
        QTest::newRow("from tomorrow, by a wrong clock") << Kind::Fine << qint64(-24) << false;
    }
    void areFreshForAWhile()
    {
        QFETCH(const Kind, kind);
        QFETCH(const qint64, hours);
        QTEST(isFresh({ .kind = kind, .asked = now.addSecs(-hours * 3600) }, now), "fresh");
    }
};

QTEST_GUILESS_MAIN(TestLinkAnswers)
#include "tst_link_answers.moc"

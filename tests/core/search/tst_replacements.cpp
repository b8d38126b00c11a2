// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/replacements.h"

#include "search_site.h"
#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::search;

namespace {

const QDateTime now(QDate(2024, 6, 15), QTime(12, 0), QTimeZone::utc());
const QString file = u"pages/a.md"_s;

Result<ReplacementPlan> planFor(const QByteArray &text, const ReplaceRequest &request)
{
    test::SearchSite site;
    site.write(file, text);
    return planReplacements(*site.snapshot(), request, now, {});
}

ReplaceRequest plain(const QString &find, const QString &replacement)
{
    return { .find = find, .replacement = replacement, .where = {} };
}

ReplaceRequest expression(const QString &find, const QString &replacement)
{
    return { .find = find, .replacement = replacement, .regularExpression = true, .where = {} };
}

} // namespace

class TestReplacements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaces_data()
    {
        QTest::addColumn<ReplaceRequest>("request");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("changed");
        const auto row = [](const char *name, const ReplaceRequest &request, const QByteArray &text, const QByteArray &changed) {
            QTest::newRow(name) << request << text << changed;
        };
        row("a word", plain(u"pool"_s, u"tank"_s), "A pool, a Pool.\n", "A tank, a tank.\n");
        row("nothing to find", plain(u""_s, u"x"_s), "abc\n", "abc\n");
        row("nothing there", plain(u"pool"_s, u"tank"_s), "abc\n", "abc\n");
        row("by nothing", plain(u"pool "_s, u""_s), "A pool here\n", "A here\n");
        row("signs of expressions stand for themselves", plain(u"a.b$1"_s, u"\\n$1"_s), "a.b$1 axb1\n", "\\n$1 axb1\n");
        ReplaceRequest request = plain(u"pool"_s, u"tank"_s);
        request.matchCase = true;
        row("with regard to case", request, "A pool, a Pool.\n", "A tank, a Pool.\n");
        request = plain(u"pool"_s, u"tank"_s);
        request.wholeWords = true;
        row("whole words", request, "pool pools whirlpool pool_1 (pool) pöol\n", "tank pools whirlpool pool_1 (tank) pöol\n");
        request = plain(u"größe"_s, u"x"_s);
        request.wholeWords = true;
        row("whole words with umlauts", request, "Größe Größen\n", "x Größen\n");
        row("captures", expression(u"(\\w+)@(\\w+)"_s, u"$2 at ${1}"_s), "me@home\n", "home at me\n");
        row("a named capture", expression(u"(?<year>\\d{4})"_s, u"<${year}>"_s), "2024\n", "<2024>\n");
        row("the whole match", expression(u"\\d+"_s, u"[$0]"_s), "1 22\n", "[1] [22]\n");
        row("a group that took no part", expression(u"(a)|(b)"_s, u"<$1$2>"_s), "ab\n", "<a><b>\n");
        row("a group that is none", expression(u"a"_s, u"$7${x}"_s), "a\n", "\n");
        row("dollars and backslashes", expression(u"a"_s, u"$$ $ \\\\ \\x"_s), "a\n", "$ $ \\ \\x\n");
        row("line ends and tabs", expression(u", "_s, u"\\n\\t"_s), "a, b\n", "a\n\tb\n");
        row("begin of each line", expression(u"^"_s, u"> "_s), "a\nb", "> a\n> b");
        row("end of each line", expression(u"\\s+$"_s, u""_s), "a  \nb\t\n", "a\nb");
        row("over line ends", expression(u"a\\nb"_s, u"c"_s), "a\nb\n", "c\n");
        row("a lookbehind", expression(u"(?<=a)b"_s, u"c"_s), "ab bb\n", "ac bb\n");
        row("CRLF stays", expression(u"b$"_s, u"c"_s), "a\r\nb\r\nb\r\n", "a\r\nc\r\nc\r\n");
        row("new lines end as the others", expression(u", "_s, u"\\n"_s), "a, b\r\nc\r\n", "a\r\nb\r\nc\r\n");
        row("mixed line ends stay", plain(u"x"_s, u"y"_s), "x\r\nx\nx\rx\xE2\x80\xA9x\r\n", "y\r\ny\ny\ry\xE2\x80\xA9y\r\n");
        row("a byte order mark stays", plain(u"x"_s, u"y"_s), "\xEF\xBB\xBFx\n", "\xEF\xBB\xBFy\n");
        row("beyond the first plane", plain(u"🚀"_s, u"👩‍🚀"_s), "a 🚀 b 🚀\n", "a 👩‍🚀 b 👩‍🚀\n");
        row("the front matter too", plain(u"pool"_s, u"tank"_s), "---\ntitle: Pool\n---\n\npool\n", "---\ntitle: tank\n---\n\ntank\n");
        row("by itself is no change", expression(u"\\w+"_s, u"$0"_s), "a b\n", "a b\n");
    }
    void replaces()
    {
        QFETCH(ReplaceRequest, request);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, changed);
        const auto plan = planFor(text, request);
        QVERIFY(plan);
        QCOMPARE(plan->files.isEmpty(), text == changed);
        if (!plan->files.isEmpty())
            QCOMPARE(withReplacements(text, plan->files.constFirst().changes), changed);
    }

    void showsEachChangeInItsLine()
    {
        const auto plan = planFor("One\r\nA pool is a pool.\r\n", plain(u"pool"_s, u"tank"_s));
        QCOMPARE(plan->count, 2);
        const QList<Replacement> changes = plan->files.constFirst().changes;
        QCOMPARE(changes.at(0),
                 (Replacement { .begin = 7,
                                .end = 11,
                                .inserted = "tank"_ba,
                                .line = 2,
                                .before = u"A "_s,
                                .removed = u"pool"_s,
                                .added = u"tank"_s,
                                .after = u" is a pool."_s }));
        QCOMPARE(changes.at(1).before, u"A pool is a "_s);
        QCOMPARE(changes.at(1).after, u"."_s);
        QCOMPARE(withReplacements("One\r\nA pool is a pool.\r\n", { changes.at(1) }), "One\r\nA pool is a tank.\r\n"_ba);
    }

    void longLinesAreCut()
    {
        const auto plan = planFor("x"_ba.repeated(1000) + "pool" + "y"_ba.repeated(1000), plain(u"pool"_s, u"tank"_s));
        const Replacement change = plan->files.constFirst().changes.constFirst();
        QCOMPARE(change.before, u'…' + u"x"_s.repeated(80));
        QCOMPARE(change.after, u"y"_s.repeated(120) + u'…');
    }

    void looksWhereItIsTold()
    {
        test::SearchSite site;
        site.write(u"posts/2024-01-01-a.md"_s, "---\ntags: [go]\n---\npool\n");
        site.write(u"posts/2024-01-02-b.md"_s, "pool\n");
        site.write(u"pages/c.md"_s, "pool\n");
        site.writeTopic(u"topics/d.md"_s, "---\ntitle: D\n---\npool\n");
        ReplaceRequest request = plain(u"pool"_s, u"tank"_s);
        QCOMPARE(planReplacements(*site.snapshot(), request, now, {})->files.size(), 4);
        request.where = parsePostFilter(u"tag:go");
        const auto plan = planReplacements(*site.snapshot(), request, now, {});
        QCOMPARE(plan->files.size(), 1);
        QCOMPARE(plan->files.constFirst().file.toString(), u"posts/2024-01-01-a.md"_s);
    }

    void saysWhatIsWrongWithAnExpression_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<int>("column");
        QTest::newRow("an open group") << u"ab(c"_s << 5;
        QTest::newRow("nothing to repeat") << u"*a"_s << 1;
        QTest::newRow("an open class") << u"a[b"_s << 4;
    }
    void saysWhatIsWrongWithAnExpression()
    {
        QFETCH(QString, find);
        ReplaceRequest request = expression(find, {});
        request.wholeWords = true; // what is put around it does not count
        const auto plan = planFor("abc\n", request);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::BadValue);
        QVERIFY(!plan.error().detail.isEmpty());
        QTEST(plan.error().position.column, "column");
    }

    void endsWhereThereAreTooMany()
    {
        const auto plan = planFor("x"_ba.repeated(20'000), plain(u"x"_s, u"y"_s));
        QVERIFY(plan->more);
        QCOMPARE(plan->count, 10'000);
        QVERIFY(!planFor("x"_ba.repeated(10'000), plain(u"x"_s, u"y"_s))->more);
    }

    /// An expression that tries everything gives up; a text is never half replaced.
    void costlyExpressionsEnd()
    {
        test::WorkTimer timer;
        timer.start();
        QVERIFY(planFor("a"_ba.repeated(5000) + "!", expression(u"(a+)+$"_s, u"b"_s)));
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        test::SearchSite site;
        site.write(file, "pool\n");
        const auto plan = planReplacements(*site.snapshot(), plain(u"pool"_s, u"tank"_s), now, {}, stop.get_token());
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestReplacements)
#include "tst_replacements.moc"

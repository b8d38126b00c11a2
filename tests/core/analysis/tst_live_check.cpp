// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "core/analysis/live_check.h"
#include "support/site_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::TextFile;

namespace {

using Files = QMap<QString, QString>;

/// The site of `files`, which shares every text of `before` that is the same.
model::SitePtr siteOf(const Files &files, const model::SitePtr &before = nullptr)
{
    QList<TextFile> list;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        list.append({ it.key(), it.value() });
    test::SiteText text(list);
    if (!before)
        return std::make_shared<const model::Site>(text.site());
    const auto share = [](auto &now, const auto &old) {
        for (auto &entry : now) {
            for (const auto &known : old) {
                if (known->file == entry->file && known->source == entry->source)
                    entry = known;
            }
        }
    };
    share(text.parts().posts, before->posts());
    share(text.parts().pages, before->pages());
    share(text.parts().topics, before->topics());
    share(text.parts().paths, before->paths());
    return std::make_shared<const model::Site>(text.site());
}

QString post(const QString &body, const QString &head = {})
{
    return u"---\ntitle: x\ndate: 2022-01-01\n%1---\n%2\n"_s.arg(head, body);
}

} // namespace

class TestLiveCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksOnlyAtWhatChanged_data();
    void looksOnlyAtWhatChanged();
    void followsTheDate();
    void givesWhatAWholeCheckGives();
};

void TestLiveCheck::looksOnlyAtWhatChanged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("lookedAt");

    QTest::newRow("nothing") << u"posts/a.md"_s << post(u"## Part"_s) << 0;
    QTest::newRow("a text") << u"posts/a.md"_s << post(u"## Part\n\n[b](b.md) [x](nowhere.md)"_s) << 1;
    QTest::newRow("a heading that others link to") << u"posts/a.md"_s << post(u"## Parts"_s) << 2;
    QTest::newRow("a heading that nobody links to") << u"posts/b.md"_s << post(u"## Other\n\n[a](a.md#part)"_s) << 1;
    QTest::newRow("a head") << u"posts/a.md"_s << post(u"## Part"_s, u"slug: z\n"_s) << 3;
    QTest::newRow("a comment in a head") << u"posts/a.md"_s << post(u"## Part"_s, u"# x\n"_s) << 3;
    QTest::newRow("a new file") << u"posts/d.md"_s << post({}) << 4;
    QTest::newRow("a picture") << u"posts/c.png"_s << u"x"_s << 3;
    QTest::newRow("settings") << u"quillway.toml"_s << u"title = \"x\"\n[menu]\nA = \"/nowhere/\"\n"_s << 3;
}

void TestLiveCheck::looksOnlyAtWhatChanged()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(int, lookedAt);
    Files files { { u"posts/a.md"_s, post(u"## Part"_s) },
                  { u"posts/b.md"_s, post(u"[a](a.md#part)"_s) },
                  { u"posts/c.md"_s, post(u"![p](c.png)"_s) } };
    LiveCheck live;
    const model::SitePtr before = siteOf(files);
    QCOMPARE(live.check(before, test::everythingPublished()), checkSite(*before, test::everythingPublished()));
    QCOMPARE(live.lookedAt(), 3);
    files[file] = text;
    const model::SitePtr after = siteOf(files, before);
    QCOMPARE(live.check(after, test::everythingPublished()), checkSite(*after, test::everythingPublished()));
    QCOMPARE(live.lookedAt(), lookedAt);
}

void TestLiveCheck::followsTheDate()
{
    const model::SitePtr site = siteOf(
        { { u"posts/a.md"_s, post(u"[b](b.md)"_s) }, { u"posts/b.md"_s, u"---\ntitle: x\ndate: 2031-01-01T12:00:00Z\n---\n"_s } });
    model::Selection selection = test::everythingPublished();
    LiveCheck live;
    QCOMPARE(test::linesOf(live.check(site, selection)),
             QStringList { u"posts/a.md:5:1: error: this leads to a post that is not out yet: b.md"_s });
    selection.buildDate = QDateTime(QDate(2031, 1, 1), QTime(11, 59), QTimeZone::utc());
    QCOMPARE(live.check(site, selection).size(), 1);
    QCOMPARE(live.lookedAt(), 0);
    selection.buildDate = selection.buildDate.addSecs(60);
    QCOMPARE(live.check(site, selection), Diagnostics());
}

/// Sites that change by chance, one file at a time.
void TestLiveCheck::givesWhatAWholeCheckGives()
{
    QRandomGenerator random(42);
    const auto any = [&](const QStringList &list) { return list[random.bounded(list.size())]; };
    const QStringList pieces {
        u"## One\n\n"_s,       u"## Two {#one}\n\n"_s,  u"#### Deep\n\n"_s,    u"[x](b.md#one)\n"_s, u"[x](/posts/c/#two)\n"_s,
        u"[x](a.md)\n"_s,      u"[x](#one)\n"_s,        u"![](p.png)\n"_s,     u"![p](q.png)\n"_s,   u"<a id=\"two\"></a>\n"_s,
        u"[x](/nowhere/)\n"_s, u"a[^1]\n\n[^1]: b\n"_s, u"[x](c.md#fn:1)\n"_s, u"text\n"_s
    };
    const QStringList heads { QString(), u"draft: true\n"_s, u"slug: a\n"_s, u"tags: [go]\n"_s, u"aliases: /old/\n"_s, u"x: 1\n"_s };
    Files files { { u"paths/p.md"_s, u"---\ntitle: x\nsteps: [a, b]\nsummary: '[x](../posts/b.md#one)'\n---\n"_s },
                  { u"topics/go.md"_s, u"---\ntitle: x\n---\n[x](../posts/a.md#two)\n"_s } };
    LiveCheck live;
    model::SitePtr site;
    for (int round = 0; round < 400; ++round) {
        const QString file = any({ u"posts/a.md"_s, u"posts/b.md"_s, u"posts/c.md"_s, u"pages/d.md"_s, u"posts/e.md"_s, u"posts/p.png"_s });
        if (file.endsWith(u".png") && random.bounded(2)) {
            files.remove(file);
        } else {
            QString body;
            for (int i = random.bounded(6); i > 0; --i)
                body += any(pieces);
            files[file] = post(body, random.bounded(4) ? QString() : any(heads));
        }
        site = siteOf(files, site);
        QCOMPARE(live.check(site, test::everythingPublished()), checkSite(*site, test::everythingPublished()));
    }
}

QTEST_APPLESS_MAIN(TestLiveCheck)
#include "tst_live_check.moc"

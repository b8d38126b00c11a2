// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/link_candidates.h"

#include "core/analysis/links.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::SiteText;

namespace {

model::Site sample()
{
    const QList<test::TextFile> files {
        { u"quillway.toml"_s, u"base_url = \"https://blog.example/\"\n"_s },
        { u"posts/2022-08-09-go.md"_s, u"---\ntitle: Go\n---\n## Pools\n## Pools\n"_s },
        { u"posts/box/index.md"_s, u"---\ntitle: Box of Go\ndate: 2021-01-01\n---\n"_s },
        { u"posts/box/img/pic one.png"_s, u"x"_s },
        { u"posts/loose.png"_s, u"x"_s },
        { u"posts/2020-01-01-c# & 50%.md"_s, u"---\ntitle: Sharp\n---\n## Why?\n"_s },
        { u"posts/notes/2019-01-01-a: b.md"_s, u"---\ntitle: Colon\n---\n"_s },
        { u"posts/notes/2018-01-01-x.md"_s, u"---\ntitle: X\n---\n"_s },
        { u"pages/docs/setup.md"_s, u"---\ntitle: Setup\n---\n"_s },
        { u"assets/images/a #1.svg"_s, u"x"_s },
    };
    return SiteText(files).site();
}

QStringList titlesOf(const QList<LinkCandidate> &candidates)
{
    QStringList titles;
    for (const LinkCandidate &candidate : candidates)
        titles.append(candidate.title);
    return titles;
}

} // namespace

class TestLinkCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destinations_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("destination");
        QTest::newRow("beside") << u"posts/a.md"_s << u"posts/b.md"_s << u"b.md"_s;
        QTest::newRow("below") << u"posts/a.md"_s << u"posts/b/index.md"_s << u"b/index.md"_s;
        QTest::newRow("above") << u"posts/b/index.md"_s << u"posts/a.md"_s << u"../a.md"_s;
        QTest::newRow("elsewhere") << u"posts/b/index.md"_s << u"pages/c.md"_s << u"../../pages/c.md"_s;
        QTest::newRow("from the top") << u"README.md"_s << u"posts/a.md"_s << u"posts/a.md"_s;
        QTest::newRow("a folder of the file's name") << u"a/a.md"_s << u"a"_s << u"../a"_s;
        QTest::newRow("signs of addresses") << u"posts/a.md"_s << u"posts/c#?%.md"_s << u"c%23%3F%25.md"_s;
        QTest::newRow("like a scheme") << u"posts/a.md"_s << u"posts/a:b.md"_s << u"./a:b.md"_s;
    }
    void destinations()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QTEST(relativeDestination(*SitePath::parse(from), *SitePath::parse(to)), "destination");
    }

    void whatIsOfferedLeadsThere_data()
    {
        QTest::addColumn<QString>("from");
        for (const auto *from : { "posts/2022-08-09-go.md", "posts/box/index.md", "posts/notes/2018-01-01-x.md", "pages/docs/setup.md" })
            QTest::newRow(from) << QString::fromLatin1(from);
    }
    void whatIsOfferedLeadsThere()
    {
        QFETCH(QString, from);
        const model::Site site = sample();
        const PublishedPosts published(site, test::everythingPublished());
        const LinkIndex links(site, published);
        const SitePath file = *SitePath::parse(from);
        const LinkOrigin origin = linkOrigin(*site.postByFile(file), site.settings());
        const auto candidates = pageCandidates(site, file, u"", 100) + pageCandidates(site, file, u"#", 100)
            + destinationCandidates(site, file, u"", 100);
        QVERIFY(candidates.size() > 8);
        for (const LinkCandidate &candidate : candidates) {
            const LinkTarget target = links.resolve(candidate.destination, origin);
            QVERIFY2(target.kind != LinkTarget::Kind::Unknown && target.kind != LinkTarget::Kind::External,
                     qPrintable(candidate.destination));
            if (target.post && !candidate.destination.contains(u'#'))
                QCOMPARE(candidate.title, target.post->title);
        }
    }

    void asksForTitlesAndHeadings()
    {
        const model::Site site = sample();
        const SitePath from = SitePath::literal(u"pages/docs/setup.md");
        QCOMPARE(titlesOf(pageCandidates(site, from, u"go", 10)), (QStringList { u"Go"_s, u"Box of Go"_s }));
        QCOMPARE(titlesOf(pageCandidates(site, from, u"GO", 1)), QStringList { u"Go"_s });
        QCOMPARE(titlesOf(pageCandidates(site, from, u"pool", 10)), (QStringList { u"Pools"_s, u"Pools"_s }));
        QCOMPARE(pageCandidates(site, from, u"go#pool", 10).at(1).destination, u"../../posts/2022-08-09-go.md#pools-1"_s);
        QCOMPARE(titlesOf(pageCandidates(site, from, u"box#pool", 10)), QStringList());
    }

    void offersFilesOfTheBundleOnly()
    {
        const model::Site site = sample();
        const auto offered = [&](QStringView from, QStringView typed) {
            return titlesOf(destinationCandidates(site, SitePath::literal(from), typed, 10));
        };
        QCOMPARE(offered(u"posts/box/index.md", u"png"), QStringList { u"img/pic one.png"_s });
        QCOMPARE(offered(u"posts/2022-08-09-go.md", u"png"), QStringList { u"loose.png"_s });
        QCOMPARE(offered(u"posts/2022-08-09-go.md", u"svg"), QStringList { u"/images/a %231.svg"_s });
    }
};

QTEST_APPLESS_MAIN(TestLinkCandidates)
#include "tst_link_candidates.moc"

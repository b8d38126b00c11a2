// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tag_statistics.h"
#include "post_lines.h"
#include "support/work_timer.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::SiteText;
using test::TextFile;
using Reason = TagDouble::Reason;

namespace {

struct Tagged {
    model::Site site;
    PublishedPosts published;

    explicit Tagged(const QStringList &lines, const QList<TextFile> &others = {})
        : site(SiteText(test::postLines(lines) + others).site())
        , published(site, test::everythingPublished())
    { }
};

/// So many posts with these tags.
QStringList posts(int count, const QString &tags)
{
    static int number = 0;
    QStringList lines;
    for (int i = 0; i < count; ++i, ++number)
        lines += u"2020-01-01 p%1 %2"_s.arg(number).arg(QString(tags).replace(u' ', u'~'));
    return lines;
}

QString nameOf(Reason reason)
{
    switch (reason) {
    case Reason::Alias: return u"alias"_s;
    case Reason::Spelling: return u"spelling"_s;
    case Reason::Plural: return u"plural"_s;
    case Reason::Typo: return u"typo"_s;
    case Reason::SamePosts: return u"same posts"_s;
    }
    return {};
}

/// `tests > test: plural`
QStringList textOf(const QList<TagDouble> &doubles)
{
    QStringList texts;
    for (const TagDouble &pair : doubles) {
        QStringList reasons;
        for (const Reason reason : pair.reasons)
            reasons += nameOf(reason);
        texts += u"%1 > %2: %3"_s.arg(pair.tag.name, pair.into.name, reasons.join(u", "_s));
    }
    return texts;
}

/// `a-b 2`: an edge.
QStringList textOf(const TagGraph &graph)
{
    QStringList texts;
    for (const TagEdge &edge : graph.edges)
        texts += u"%1-%2 %3"_s.arg(graph.nodes.at(edge.a).tag.name, graph.nodes.at(edge.b).tag.name).arg(edge.together);
    return texts;
}

QStringList nodesOf(const TagGraph &graph)
{
    QStringList names;
    for (const TagNode &node : graph.nodes)
        names += u"%1 %2"_s.arg(node.tag.name).arg(node.posts);
    return names;
}

} // namespace

class TestTagStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesTags();
    void countsNeighbours();
    void namesFewNeighbours();
    void countsTopics();
    void datesAreThoseOfThePostsZone();
    void findsDoubles_data();
    void findsDoubles();
    void keepsTheMoreUsedTag();
    void countsDifferentLetters();
    void putsTheSurestDoubleFirst();
    void findsDoublesAmongThousands();
    void drawsTheGraph();
    void boundsTheGraph();
    void noTagStandsAlone();
    void drawsTheSurroundingsOfATag();
    void anEmptySiteHasNothing();
    void showsHowTagsDrift();
    void driftsOfFewPosts();
};

void TestTagStatistics::describesTags()
{
    const Tagged tagged({ u"2020-03-01 a Go,api"_s, u"2022-01-05 b go"_s, u"2021-01-01 c go"_s, u"2099-01-01 later go,later"_s });
    const QList<TagUse> uses = tagStatistics(tagged.site, tagged.published);
    QCOMPARE(uses.size(), 2);
    QCOMPARE(uses.at(0).tag, (TagName { u"api"_s, u"api"_s }));
    QCOMPARE(uses.at(1).tag, (TagName { u"go"_s, u"go"_s }));
    QCOMPARE(uses.at(1).posts, 3);
    QCOMPARE(uses.at(1).first, QDate(2020, 3, 1));
    QCOMPARE(uses.at(1).last, QDate(2022, 1, 5));
}

void TestTagStatistics::countsNeighbours()
{
    const Tagged tagged(posts(2, u"go,db"_s) + posts(1, u"go,api"_s) + posts(1, u"go,aws,db"_s));
    QCOMPARE(tagStatistics(tagged.site, tagged.published).last().neighbours,
             (QList<TagNeighbour> { { { u"db"_s, u"db"_s }, 3 }, { { u"api"_s, u"api"_s }, 1 }, { { u"aws"_s, u"aws"_s }, 1 } }));
}

void TestTagStatistics::namesFewNeighbours()
{
    const Tagged tagged(posts(1, u"go,a1,a2,a3,a4,a5,a6"_s));
    QCOMPARE(tagStatistics(tagged.site, tagged.published).last().neighbours.size(), 5);
    QCOMPARE(tagStatistics(tagged.site, tagged.published, 2).last().neighbours.size(), 2);
}

void TestTagStatistics::countsTopics()
{
    const Tagged tagged(posts(1, u"go"_s),
                        { { u"topics/go.md"_s, u"---\ntitle: x\n---\n"_s },
                          { u"topics/backend.md"_s, u"---\ntitle: x\ntags: [api, GO]\n---\n"_s },
                          { u"topics/other.md"_s, u"---\ntitle: x\n---\n"_s } });
    QCOMPARE(tagStatistics(tagged.site, tagged.published).first().topics, 2);
}

/// The same evening in two zones, on two days.
void TestTagStatistics::datesAreThoseOfThePostsZone()
{
    const Tagged tagged({ u"2020-05-01T23:00:00-08:00 west go"_s, u"2020-05-02T06:00:00+00:00 east go"_s });
    QCOMPARE(tagStatistics(tagged.site, tagged.published).first().first, QDate(2020, 5, 1));
    QCOMPARE(tagStatistics(tagged.site, tagged.published).first().last, QDate(2020, 5, 2));
}

void TestTagStatistics::findsDoubles_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("tagsToml");
    QTest::addColumn<QStringList>("doubles");
    const auto row = [](const char *what, const QStringList &lines, const QStringList &doubles, const QString &tagsToml = {}) {
        QTest::newRow(what) << lines << tagsToml << doubles;
    };
    row("none", posts(1, u"go"_s) + posts(1, u"api"_s), {});
    row("case is no difference", posts(1, u"Go"_s) + posts(1, u"go"_s), {});
    row("a hyphen for a blank", posts(2, u"machine-learning"_s) + posts(1, u"machine learning"_s),
        { u"machine learning > machine-learning: spelling"_s });
    row("a hyphen for nothing", posts(9, u"postgre-sql"_s) + posts(9, u"postgresql"_s), { u"postgresql > postgre-sql: spelling"_s });
    row("a dot in the middle", posts(9, u"node.js"_s) + posts(8, u"nodejs"_s), { u"nodejs > node.js: spelling"_s });
    row("a dot at the front says something", posts(9, u".net"_s) + posts(9, u"net"_s), {});
    row("accents", posts(9, u"café"_s) + posts(8, u"cafe"_s), { u"cafe > café: spelling"_s });
    row("signs that are part of a name", posts(2, u"'c'"_s) + posts(2, u"'c++'"_s) + posts(2, u"'c#'"_s), {});
    row("a plural", posts(9, u"test"_s) + posts(8, u"tests"_s), { u"tests > test: plural"_s });
    row("a plural in -ies", posts(9, u"query"_s) + posts(8, u"queries"_s), { u"queries > query: plural"_s });
    row("a plural in -es", posts(9, u"patch"_s) + posts(8, u"patches"_s), { u"patches > patch: plural"_s });
    row("a plural of several words", posts(9, u"unit test"_s) + posts(8, u"unit tests"_s), { u"unit tests > unit test: plural"_s });
    row("no plural", posts(9, u"glas"_s) + posts(9, u"glass"_s) + posts(9, u"statu"_s) + posts(9, u"status"_s), {});
    row("a letter swapped", posts(9, u"docker"_s) + posts(1, u"dokcer"_s), { u"dokcer > docker: typo"_s });
    row("the first letter wrong", posts(9, u"docker"_s) + posts(1, u"rocker"_s), { u"rocker > docker: typo"_s });
    row("the last letter wrong", posts(9, u"docker"_s) + posts(1, u"dockes"_s), { u"dockes > docker: typo"_s });
    row("two letters in a long one", posts(9, u"kubernetes"_s) + posts(1, u"kubrenets"_s), { u"kubrenets > kubernetes: typo"_s });
    row("two letters in a short one are two words", posts(9, u"docker"_s) + posts(1, u"backer"_s), {});
    row("short ones are words of their own", posts(9, u"css"_s) + posts(1, u"rss"_s), {});
    row("numbers are meant", posts(9, u"http2"_s) + posts(1, u"http3"_s), {});
    row("both in use are meant", posts(9, u"linux"_s) + posts(4, u"linus"_s), {});
    row("both on one post are meant", posts(9, u"linux"_s) + posts(1, u"linux,linus"_s), {});
    row("letters beyond the first plane", posts(9, u"𝕏bcd"_s) + posts(1, u"𝕐bcd"_s), { u"𝕐bcd > 𝕏bcd: typo"_s });
    row("the same posts", posts(3, u"docker,container"_s), { u"docker > container: same posts"_s });
    row("the same two posts may be chance", posts(2, u"docker,container"_s), {});
    row("one post more is a difference", posts(3, u"docker,container"_s) + posts(1, u"docker"_s), {});
    row("an alias that is in use", posts(1, u"go"_s) + posts(5, u"golang"_s), { u"golang > go: alias"_s },
        u"[go]\naliases = [\"golang\"]\n"_s);
    row("an alias that is an address is no tag", posts(1, u"go"_s) + posts(5, u"golang"_s), {}, u"[go]\naliases = [\"/golang/\"]\n"_s);
    row("each other's alias", posts(1, u"go"_s) + posts(5, u"golang"_s), { u"go > golang: alias"_s },
        u"[go]\naliases = [\"golang\"]\n[golang]\naliases = [\"go\"]\n"_s);
    row("a plural spelled otherwise", posts(9, u"bug-report"_s) + posts(1, u"bug reports"_s), { u"bug reports > bug-report: plural"_s });
    row("several reasons", posts(3, u"test,tests"_s), { u"tests > test: plural, same posts"_s });
    row("all of one spelling with the one that is used most", posts(3, u"ci-cd"_s) + posts(2, u"ci cd"_s) + posts(2, u"ci/cd"_s),
        { u"ci cd > ci-cd: spelling"_s, u"ci/cd > ci-cd: spelling"_s });
}

void TestTagStatistics::findsDoubles()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, tagsToml);
    QTEST(textOf(tagDoubles(Tagged(lines, { { u"tags.toml"_s, tagsToml } }).published)), "doubles");
}

void TestTagStatistics::keepsTheMoreUsedTag()
{
    const TagDouble pair = tagDoubles(Tagged(posts(2, u"test"_s) + posts(5, u"tests"_s)).published).first();
    QCOMPARE(pair.into.name, u"tests"_s);
    QCOMPARE(pair.intoPosts, 5);
    QCOMPARE(pair.tag.name, u"test"_s);
    QCOMPARE(pair.posts, 2);
    QCOMPARE(tagDoubles(Tagged(posts(2, u"test"_s) + posts(2, u"tests"_s)).published).first().into.name, u"test"_s);
}

void TestTagStatistics::countsDifferentLetters()
{
    QCOMPARE(tagDoubles(Tagged(posts(9, u"docker"_s) + posts(1, u"dokcer"_s)).published).first().distance, 1);
    QCOMPARE(tagDoubles(Tagged(posts(9, u"kubernetes"_s) + posts(1, u"kubrenets"_s)).published).first().distance, 2);
    QCOMPARE(tagDoubles(Tagged(posts(9, u"test"_s) + posts(8, u"tests"_s)).published).first().distance, 0);
}

void TestTagStatistics::putsTheSurestDoubleFirst()
{
    const QStringList lines = posts(3, u"docker,container"_s) + posts(9, u"linux"_s) + posts(1, u"linxu"_s) + posts(9, u"test"_s)
        + posts(8, u"tests"_s) + posts(9, u"ci-cd"_s) + posts(8, u"ci cd"_s);
    QCOMPARE(textOf(tagDoubles(Tagged(lines).published)),
             (QStringList { u"ci cd > ci-cd: spelling"_s, u"tests > test: plural"_s, u"linxu > linux: typo"_s,
                            u"docker > container: same posts"_s }));
}

void TestTagStatistics::findsDoublesAmongThousands()
{
    QStringList lines;
    for (int i = 0; i < 400; ++i) {
        QStringList tags;
        for (int j = 0; j < 10; ++j)
            tags += QString::number(quint64(i * 10 + j) * 2654435761U % 1'000'000'007U, 36) + u"tag"_s;
        lines += u"2020-01-01 p%1 %2"_s.arg(i).arg(tags.join(u','));
    }
    const Tagged tagged(lines);
    test::WorkTimer timer;
    timer.start();
    const auto doubles = tagDoubles(tagged.published);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    Q_UNUSED(doubles)
}

void TestTagStatistics::drawsTheGraph()
{
    const TagGraph graph = tagGraph(
        Tagged(posts(2, u"go,db"_s) + posts(2, u"go,api"_s) + posts(4, u"go"_s) + posts(1, u"alone"_s)).published);
    QCOMPARE(nodesOf(graph), (QStringList { u"go 8"_s, u"api 2"_s, u"db 2"_s, u"alone 1"_s }));
    QCOMPARE(textOf(graph), (QStringList { u"go-api 2"_s, u"go-db 2"_s }));
    QCOMPARE(graph.edges.first().strength, 0.25); // 2 of 8
}

void TestTagStatistics::boundsTheGraph()
{
    const Tagged tagged(posts(3, u"a,b"_s) + posts(2, u"a,c"_s) + posts(2, u"b,c"_s) + posts(1, u"a,d"_s));
    QCOMPARE(nodesOf(tagGraph(tagged.published, { .nodes = 2 })), (QStringList { u"a 6"_s, u"b 5"_s }));
    QCOMPARE(tagGraph(tagged.published, { .edges = 1 }).edges.size(), 1);
    QCOMPARE(textOf(tagGraph(tagged.published, { .together = 3 })), (QStringList { u"a-b 3"_s, u"b-c 2"_s, u"a-d 1"_s }));
}

void TestTagStatistics::noTagStandsAlone()
{
    // d's only neighbour is once beside it: less than an edge takes, but the best it has.
    const TagGraph graph = tagGraph(Tagged(posts(3, u"a,b"_s) + posts(1, u"a,d"_s)).published);
    QCOMPARE(textOf(graph), (QStringList { u"a-b 3"_s, u"a-d 1"_s }));
}

void TestTagStatistics::drawsTheSurroundingsOfATag()
{
    const Tagged tagged(posts(3, u"go,db"_s) + posts(2, u"Go,api"_s) + posts(2, u"css,html"_s) + posts(2, u"db,api"_s));
    QCOMPARE(nodesOf(tagGraph(tagged.published, { .around = u"GO"_s })), (QStringList { u"db 5"_s, u"go 5"_s, u"api 4"_s }));
    QCOMPARE(nodesOf(tagGraph(tagged.published, { .nodes = 2, .around = u"go"_s })), (QStringList { u"db 5"_s, u"go 5"_s }));
    QCOMPARE(nodesOf(tagGraph(tagged.published, { .around = u"nowhere"_s })), QStringList());
}

void TestTagStatistics::anEmptySiteHasNothing()
{
    const Tagged tagged(QStringList {});
    QVERIFY(tagStatistics(tagged.site, tagged.published).isEmpty());
    QVERIFY(tagDoubles(tagged.published).isEmpty());
    QVERIFY(tagGraph(tagged.published).nodes.isEmpty());
    QVERIFY(tagDrift({}, {}, tagged.published).series.isEmpty());
}

void TestTagStatistics::showsHowTagsDrift()
{
    const Tagged tagged({ u"2019-01-01 a go,db"_s, u"2019-02-01 b go,db"_s, u"2021-01-01 c go,api"_s, u"2021-02-01 d go,api,db"_s,
                          u"2021-03-01 e go,Api"_s, u"2021-03-01 other api"_s });
    const QList<model::PostPtr> own = tagged.published.tag(u"go")->posts;
    const TagDrift drift = tagDrift(own, { u"Go"_s }, tagged.published);
    QCOMPARE(drift.perYear, (QList<YearCount> { { 2019, 2 }, { 2020, 0 }, { 2021, 3 } }));
    QCOMPARE(drift.series, (QList<TagDrift::Series> { { { u"api"_s, u"api"_s }, { 0, 0, 3 } }, { { u"db"_s, u"db"_s }, { 2, 0, 1 } } }));
    QCOMPARE(tagDrift(own, { u"Go"_s }, tagged.published, 1).series.size(), 1);
}

void TestTagStatistics::driftsOfFewPosts()
{
    const Tagged tagged({ u"2019-01-01 a go"_s });
    const TagDrift drift = tagDrift(tagged.published.posts(), { u"go"_s }, tagged.published);
    QCOMPARE(drift.perYear, (QList<YearCount> { { 2019, 1 } }));
    QVERIFY(drift.series.isEmpty());
}

QTEST_APPLESS_MAIN(TestTagStatistics)
#include "tst_tag_statistics.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/path_suggestion.h"
#include "core/analysis/topic_profile.h"
#include "support/site_text.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::SiteText;
using test::TextFile;

namespace {

/// `date slug tag,tag "Title"`: a post in a line.
TextFile post(const QString &line)
{
    const qsizetype quote = line.indexOf(u'"');
    const QStringList parts = line.first(quote < 0 ? line.size() : quote).simplified().split(u' ');
    const QString title = quote < 0 ? u"Untitled"_s : line.sliced(quote + 1).chopped(1);
    return { u"posts/%1.md"_s.arg(parts.at(1)),
             u"---\ntitle: '%1'\ndate: %2\ntags: [%3]\n---\nText.\n"_s.arg(QString(title).replace(u'\'', u"''"_s), parts.at(0),
                                                                           parts.value(2)) };
}

/// The profile of the topic `topics/go.md` of a site of posts in lines.
TopicProfile profileOf(const QStringList &posts, const QString &topicHead = u"title: Go"_s, const QString &settings = {})
{
    QList<TextFile> files { { u"quillway.toml"_s, settings }, { u"topics/go.md"_s, u"---\n%1\n---\n"_s.arg(topicHead) } };
    for (const QString &line : posts)
        files += post(line);
    const model::Site site = SiteText(files).site();
    return topicProfile(*site.topics().first(), site, test::everythingPublished());
}

} // namespace

class TestTopicProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesPosts_data();
    void choosesPosts();
    void ordersPosts_data();
    void ordersPosts();
    void findsAdjacentTags_data();
    void findsAdjacentTags();
    void findsLeans_data();
    void findsLeans();
    void countsYears_data();
    void countsYears();
    void datesAreThoseOfThePostsZone();
    void addsUpMinutes();
    void suggestsAPath_data();
    void suggestsAPath();
    void namesStages();
    void relatesTheNewest();
    void findsMotifsWithTheSitesStopWords();
    void anEmptyTopicHasNoFacts();
    void isWrittenAsJson();
    void givesFactsToTexts();
    void knowsTheReferenceTopic();
};

void TestTopicProfile::choosesPosts_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QStringList>("posts");
    const auto row = [](const char *what, const QString &head, const QStringList &posts) { QTest::newRow(what) << head << posts; };
    row("the slug is the tag where none is given", u"title: x"_s, { u"c"_s, u"a"_s });
    row("one of several tags is enough", u"tags: [api, db]"_s, { u"d"_s, u"c"_s, u"b"_s });
    row("case and blanks do not count", u"tags: [' API ']"_s, { u"c"_s, u"b"_s });
    row("included ones besides", u"include: [b]"_s, { u"c"_s, u"b"_s, u"a"_s });
    row("included and tagged is once", u"include: [a]"_s, { u"c"_s, u"a"_s });
    row("excluded ones less", u"exclude: [a]"_s, { u"c"_s });
    row("excluded wins over included", u"include: [b]\nexclude: [b, c]"_s, { u"a"_s });
    row("drafts do not count, even included", u"include: [draft]"_s, { u"c"_s, u"a"_s });
    row("scheduled ones do not count, even included", u"include: [later]"_s, { u"c"_s, u"a"_s });
    row("unknown slugs are nothing", u"include: [nobody]\nexclude: [nobody]"_s, { u"c"_s, u"a"_s });
    row("no post", u"tags: [rust]"_s, {});
}

void TestTopicProfile::choosesPosts()
{
    QFETCH(QString, head);
    QList<TextFile> files { { u"topics/go.md"_s, u"---\n%1\n---\n"_s.arg(head) } };
    for (const char16_t *line :
         { u"2020-01-01 a go", u"2021-01-01 b api", u"2022-01-01 c go,API", u"2023-01-01 d db", u"2099-01-01 later go" })
        files += post(QString(line));
    files += { u"posts/draft.md"_s, u"---\ntitle: x\ndate: 2022-01-01\ndraft: true\ntags: [go]\n---\n"_s };
    files += { u"posts/undated.md"_s, u"---\ntitle: x\ntags: [go]\n---\n"_s };
    const model::Site site = SiteText(files).site();
    QTEST(slugsOf(topicProfile(*site.topics().first(), site, test::everythingPublished()).posts), "posts");
}

void TestTopicProfile::ordersPosts_data()
{
    QTest::addColumn<QStringList>("posts");
    QTest::addColumn<QStringList>("order");
    const auto row = [](const char *what, const QStringList &posts, const QStringList &order) { QTest::newRow(what) << posts << order; };
    row("newest first", { u"2020-01-01 a go"_s, u"2021-01-01 b go"_s }, { u"b"_s, u"a"_s });
    row("by the instant in UTC", { u"2021-01-01T01:00:00+05:00 a go"_s, u"2020-12-31T21:00:00Z b go"_s }, { u"b"_s, u"a"_s });
    row("ties by slug", { u"2021-01-01 b go"_s, u"2021-01-01 a go"_s, u"2021-01-01T00:00:00Z c go"_s }, { u"a"_s, u"b"_s, u"c"_s });
    row("slugs by code point", { u"2021-01-01 ａ go"_s, u"2021-01-01 𐐀 go"_s, u"2021-01-01 Z go"_s, u"2021-01-01 a go"_s },
        { u"Z"_s, u"a"_s, u"ａ"_s, u"𐐀"_s });
}

void TestTopicProfile::ordersPosts()
{
    QFETCH(QStringList, posts);
    QTEST(slugsOf(profileOf(posts).posts), "order");
}

void TestTopicProfile::findsAdjacentTags_data()
{
    QTest::addColumn<QStringList>("posts");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QStringList>("adjacent");
    const auto row = [](const char *what, const QStringList &posts, const QStringList &adjacent, const QString &head = u"title: x"_s) {
        QTest::newRow(what) << posts << head << adjacent;
    };
    row("by number of posts", { u"2020-01-01 a go,api"_s, u"2020-01-02 b go,db,api"_s, u"2020-01-03 c go,db,api"_s }, { u"api"_s, u"db"_s });
    row("ties by tag", { u"2020-01-01 a go,zsh,api,db"_s }, { u"api"_s, u"db"_s, u"zsh"_s });
    row("the first three", { u"2020-01-01 a go,d,c,b,a"_s }, { u"a"_s, u"b"_s, u"c"_s });
    row("none of the topic's own", { u"2020-01-01 a go,API,db"_s }, { u"db"_s }, u"tags: [go, api]"_s);
    row("only of the topic's posts", { u"2020-01-01 a go,api"_s, u"2020-01-02 b db"_s, u"2020-01-03 c db"_s }, { u"api"_s });
    row("the spelling most of the site's posts use", { u"2020-01-01 a go,api"_s, u"2020-01-02 b API"_s, u"2020-01-03 c API"_s },
        { u"API"_s });
    row("a tie of spellings by code point", { u"2020-01-01 a go,api"_s, u"2020-01-02 b API"_s }, { u"API"_s });
    row("ties by lower case, not by spelling", { u"2020-01-01 a go,Zsh,api"_s }, { u"api"_s, u"Zsh"_s });
    row("ties by code point", { u"2020-01-01 a go,😀,ﬁ,é,z"_s }, { u"z"_s, u"é"_s, u"ﬁ"_s });
    row("the topic's tag where posts are only included", { u"2020-01-01 a api,go-lang"_s }, { u"api"_s, u"go-lang"_s }, u"include: [a]"_s);
}

void TestTopicProfile::findsAdjacentTags()
{
    QFETCH(QStringList, posts);
    QFETCH(QString, head);
    QTEST(namesOf(profileOf(posts, head).adjacent), "adjacent");
}

void TestTopicProfile::findsLeans_data()
{
    QTest::addColumn<QStringList>("posts"); // oldest first
    QTest::addColumn<QStringList>("early");
    QTest::addColumn<QStringList>("newer");
    const auto row = [](const char *what, const QStringList &tagsOfPosts, const QStringList &early, const QStringList &newer) {
        QStringList posts;
        for (qsizetype i = 0; i < tagsOfPosts.size(); ++i)
            posts += u"2020-01-%1 p%1 go,%2"_s.arg(i + 1, 2, 10, QChar(u'0')).arg(tagsOfPosts[i]);
        QTest::newRow(what) << posts << early << newer;
    };
    row("three posts are too few", { u"a"_s, u"a"_s, u"b"_s }, {}, {});
    row("four posts", { u"a"_s, u"a"_s, u"b"_s, u"b"_s }, { u"a"_s }, { u"b"_s });
    row("equal shares lean nowhere", { u"a"_s, u"b"_s, u"a"_s, u"b"_s }, {}, {});
    row("with five, two are early and three newer", { u"a"_s, u"a"_s, u"b"_s, u"b"_s, u"b"_s }, { u"a"_s }, { u"b"_s });
    // 1 of 2 against 1 of 3: a leans to the early half by 1/6.
    row("shares count, not numbers", { u"a"_s, u"x"_s, u"a"_s, u"y"_s, u"y"_s }, { u"x"_s, u"a"_s }, { u"y"_s });
    // go is in all posts: no lean.
    row("the topic's own tag does not lean when all posts have it", { u"a"_s, u"x"_s, u"x"_s, u"x"_s }, { u"a"_s }, { u"x"_s });
    row("the two that lean most", { u"a,b,c"_s, u"a,b"_s, u"c"_s, u"d"_s }, { u"a"_s, u"b"_s }, { u"d"_s });
    row("ties by tag", { u"c,b,a"_s, u"c,b,a"_s, u"f,e,d"_s, u"f,e,d"_s }, { u"a"_s, u"b"_s }, { u"d"_s, u"e"_s });
    // 3 of 10 less 3 of 11, and 6 of 10 less 6 of 11 (twice as much): fractions with no exact double.
    row("exact fractions", { u"a,b"_s, u"a,b"_s, u"a,b"_s, u"b"_s, u"b"_s, u"b"_s, u"c"_s, u"c"_s, u"c"_s, u"c"_s, //
                             u"a,b"_s, u"a,b"_s, u"a,b"_s, u"b"_s, u"b"_s, u"b"_s, u"c"_s, u"c"_s, u"c"_s, u"c"_s, u"x"_s },
        { u"b"_s, u"c"_s }, { u"x"_s });
}

void TestTopicProfile::findsLeans()
{
    QFETCH(QStringList, posts);
    const TopicProfile profile = profileOf(posts);
    QTEST(namesOf(profile.early), "early");
    QTEST(namesOf(profile.newer), "newer");
}

void TestTopicProfile::countsYears_data()
{
    QTest::addColumn<QStringList>("posts");
    QTest::addColumn<QList<int>>("years"); // first, then counts
    QTest::newRow("one") << QStringList { u"2020-05-05 a go"_s } << QList<int> { 2020, 1 };
    QTest::newRow("a gap") << QStringList { u"2019-01-01 a go"_s, u"2022-01-01 b go"_s, u"2022-12-31 c go"_s }
                           << QList<int> { 2019, 1, 0, 0, 2 };
    QTest::newRow("none") << QStringList() << QList<int> { 0 };
}

void TestTopicProfile::countsYears()
{
    QFETCH(QStringList, posts);
    const TopicProfile profile = profileOf(posts);
    QList<int> years { profile.perYear.isEmpty() ? 0 : profile.perYear.first().year };
    for (const YearCount &count : profile.perYear)
        years += count.posts;
    QTEST(years, "years");
}

void TestTopicProfile::datesAreThoseOfThePostsZone()
{
    // The newest by UTC shows 2020-12-31, the one before it 2021-01-01.
    const TopicProfile profile = profileOf(
        { u"2020-12-31T23:30:00-05:00 newest go"_s, u"2021-01-01T01:00:00+00:00 middle go"_s, u"2020-06-01 oldest go"_s });
    QCOMPARE(slugsOf(profile.posts), QStringList({ u"newest"_s, u"middle"_s, u"oldest"_s }));
    QCOMPARE(profile.first, QDate(2020, 6, 1));
    QCOMPARE(profile.last, QDate(2020, 12, 31));
    QCOMPARE(profile.perYear, QList<YearCount>({ { 2020, 2 }, { 2021, 1 } }));
}

void TestTopicProfile::addsUpMinutes()
{
    const auto withWords = [](const QString &slug, int words) {
        return TextFile { u"posts/%1.md"_s.arg(slug),
                          u"---\ntitle: x\ndate: 2020-01-01\ntags: [go]\n---\n%1\n"_s.arg(u"word "_s.repeated(words)) };
    };
    const model::Site site =
        SiteText({ { u"topics/go.md"_s, {} }, withWords(u"a"_s, 0), withWords(u"b"_s, 200), withWords(u"c"_s, 201) }).site();
    QCOMPARE(topicProfile(*site.topics().first(), site, test::everythingPublished()).minutes, 1 + 1 + 2);
}

void TestTopicProfile::suggestsAPath_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QStringList>("steps"); // posts are numbered from the newest, p0
    QTest::newRow("none") << 0 << QStringList();
    QTest::newRow("one") << 1 << QStringList { u"New: p0"_s };
    QTest::newRow("two") << 2 << QStringList { u"New: p0"_s, u"Old: p1"_s };
    QTest::newRow("three") << 3 << QStringList { u"New: p0"_s, u"Mid: p1"_s, u"Old: p2"_s };
    QTest::newRow("four") << 4 << QStringList { u"New: p0"_s, u"Mid: p2"_s, u"Old: p3"_s };
    QTest::newRow("nine") << 9 << QStringList { u"New: p0"_s, u"Mid: p4"_s, u"Old: p8"_s };
}

void TestTopicProfile::suggestsAPath()
{
    QFETCH(int, count);
    QStringList posts;
    for (int i = 0; i < count; ++i)
        posts += u"%1-01-01 p%2 go"_s.arg(2020 - i).arg(i);
    const TopicProfile profile = profileOf(posts, u"title: x"_s, u"[topics.wording]\nstages = [\"New\", \"Mid\", \"Old\"]\n"_s);
    QStringList steps;
    for (const model::Step &step : suggestedPath(profile))
        steps += step.stage + ": "_L1 + step.post;
    QTEST(steps, "steps");
}

void TestTopicProfile::namesStages()
{
    const TopicProfile profile = profileOf({ u"2020-01-01 a go"_s, u"2021-01-01 b go"_s, u"2022-01-01 c go"_s });
    QCOMPARE(profile.suggestedPath.size(), 3);
    for (const SuggestedStep &step : profile.suggestedPath)
        QVERIFY(!step.stage.isEmpty());
}

void TestTopicProfile::relatesTheNewest()
{
    QStringList posts;
    for (int i = 1; i <= 9; ++i)
        posts += u"2020-01-0%1 p%1 go"_s.arg(i);
    QCOMPARE(profileOf(posts).related.size(), 8);
    QCOMPARE(profileOf(posts).related.first()->slug, u"p9"_s);
    QCOMPARE(profileOf(posts, u"title: x"_s, u"[topics]\nrelated = 2\n"_s).related.size(), 2);
    QCOMPARE(profileOf(posts, u"title: x"_s, u"[topics]\nrelated = 0\n"_s).related.size(), 0);
}

void TestTopicProfile::findsMotifsWithTheSitesStopWords()
{
    const QStringList posts { u"2020-01-01 a go \"Go’s API notes\""_s, u"2021-01-01 b go \"The api: more notes on go\""_s };
    QCOMPARE(profileOf(posts).motifs, QStringList({ u"api"_s, u"notes"_s, u"go"_s }));
    QCOMPARE(profileOf(posts, u"title: x"_s, u"[topics]\nstop_words = [\"Notes\"]\n"_s).motifs, QStringList({ u"api"_s, u"go"_s }));
}

void TestTopicProfile::anEmptyTopicHasNoFacts()
{
    const TopicProfile profile = profileOf({});
    QCOMPARE(toJsonDocument(profile),
             "{\"title\":\"Go\",\"count\":0,\"first\":null,\"last\":null,\"adjacent\":[],\"motifs\":[],\"early\":[],\"newer\":[],\"per_"
             "year\":{},"
             "\"minutes\":0,\"suggested_path\":[],\"related\":[],\"posts\":[]}\n"_ba);
}

void TestTopicProfile::isWrittenAsJson()
{
    const TopicProfile profile = profileOf({ u"2020-01-01 a go,api \"Go API\""_s, u"2022-03-04 b go,api \"An API in Go\""_s },
                                           u"title: The \"Go\" way"_s, u"[topics.wording]\nstages = [\"New\", \"Mid\", \"Old\"]\n"_s);
    const QByteArray document = toJsonDocument(profile);
    QCOMPARE(
        document,
        "{\"title\":\"The \\\"Go\\\" "
        "way\",\"count\":2,\"first\":\"2020-01-01\",\"last\":\"2022-03-04\",\"adjacent\":[\"api\"],\"motifs\":[\"api\",\"go\"],"
        "\"early\":[],\"newer\":[],\"per_year\":{\"2020\":1,\"2021\":0,\"2022\":1},\"minutes\":2,"
        "\"suggested_path\":[{\"stage\":\"New\",\"post\":\"b\"},{\"stage\":\"Old\",\"post\":\"a\"}],\"related\":[\"b\",\"a\"],\"posts\":[\"b\",\"a\"]}\n"_ba);
    QCOMPARE(QJsonDocument::fromJson(document).object(), toJson(profile));
}

void TestTopicProfile::givesFactsToTexts()
{
    const TopicProfile profile = profileOf({ u"2020-01-01 a go,api \"Go API\""_s, u"2022-03-04 b go,api \"An API in Go\""_s },
                                           u"title: Go\nfocus: speed"_s);
    const QVariantHash facts = topicFacts(profile, {});
    QCOMPARE(QStringList(facts.keys()).size(), topicFactNames().size());
    QCOMPARE(facts.value(u"focus"_s).toString(), u"speed"_s);
    QCOMPARE(facts.value(u"count"_s).toInt(), 2);
    QCOMPARE(facts.value(u"first"_s).toDate(), QDate(2020, 1, 1));
    QCOMPARE(facts.value(u"adjacent"_s).toStringList(), QStringList { u"api"_s });
    QCOMPARE(facts.value(u"per_year"_s).toList().at(1).toHash().value(u"count"_s).toInt(), 0);
    QCOMPARE(facts.value(u"related"_s).toList().first().toHash().value(u"url"_s).toString(), u"/posts/b/"_s);
}

/// A real topic of fifteen posts whose page is known.
void TestTopicProfile::knowsTheReferenceTopic()
{
    const QDir folder(u"/work/shared/fixtures/seeds/topic-dossier/site"_s);
    if (!folder.exists())
        QSKIP("the reference site is not here");
    QList<TextFile> files;
    for (const QString &sub : { u"."_s, u"posts"_s, u"topics"_s }) {
        for (const QFileInfo &entry : QDir(folder.filePath(sub)).entryInfoList(QDir::Files)) {
            QFile file(entry.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            files += { QDir::cleanPath(sub + u'/' + entry.fileName()), QString::fromUtf8(file.readAll()) };
        }
    }
    const model::Site site = SiteText(files).site();
    QCOMPARE(test::linesOf(site.diagnostics()), QStringList());
    const TopicProfile profile = topicProfile(*site.topics().first(), site, test::everythingPublished());
    QCOMPARE(profile.posts.size(), 15);
    QCOMPARE(profile.first->toString(u"MMM yyyy"), u"Nov 2016"_s);
    QCOMPARE(profile.last->toString(u"MMM yyyy"), u"Aug 2022"_s);
    QCOMPARE(namesOf(profile.adjacent), QStringList({ u"go"_s, u"architecture"_s, u"performance"_s }));
    QCOMPARE(profile.motifs, QStringList({ u"go"_s, u"patterns"_s, u"api"_s, u"backend"_s }));
    QCOMPARE(namesOf(profile.early), QStringList({ u"go"_s, u"backend"_s }));
    QCOMPARE(namesOf(profile.newer), QStringList({ u"api"_s, u"postgresql"_s }));
    QCOMPARE(profile.suggestedPath.at(1).post->slug, u"your-api-is-a-contract-you-cant-take-back"_s);
}

QTEST_APPLESS_MAIN(TestTopicProfile)
#include "tst_topic_profile.moc"

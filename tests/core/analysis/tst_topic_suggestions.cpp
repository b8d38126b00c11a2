// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_suggestions.h"
#include "post_lines.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::SiteText;
using test::TextFile;

namespace {

/// So many posts with these tags, all on other days.
QStringList posts(int count, const QString &tags)
{
    static int number = 0;
    QStringList lines;
    for (int i = 0; i < count; ++i, ++number)
        lines += u"2020-%1-%2 p%3 %4"_s.arg(1 + number / 28 % 12, 2, 10, QLatin1Char('0'))
                     .arg(1 + number % 28, 2, 10, QLatin1Char('0'))
                     .arg(number)
                     .arg(tags);
    return lines;
}

QList<TopicSuggestion> suggestionsOf(const QStringList &lines, const QList<TextFile> &others = {})
{
    const model::Site site = SiteText(test::postLines(lines) + others).site();
    return topicSuggestions(site, PublishedPosts(site, test::everythingPublished()));
}

/// `docker,kubernetes 4/4`: the tags, posts together, posts.
QStringList textOf(const QList<TopicSuggestion> &suggestions)
{
    QStringList texts;
    for (const TopicSuggestion &suggestion : suggestions) {
        QStringList tags;
        for (const TagName &tag : suggestion.tags)
            tags += tag.name;
        texts += u"%1 %2/%3"_s.arg(tags.join(u',')).arg(suggestion.together).arg(suggestion.posts.size());
    }
    return texts;
}

} // namespace

class TestTopicSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups_data();
    void groups();
    void measuresStrength();
    void names_data();
    void names();
    void givesTheirPostsNewestFirst();
};

void TestTopicSuggestions::groups_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("topic"); // its head; empty: no topic
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *what, const QStringList &lines, const QStringList &found, const QString &topic = {}) {
        QTest::newRow(what) << lines << topic << found;
    };
    const QStringList rest = posts(10, u"misc"_s);
    row("tags that are always together", rest + posts(4, u"docker,kubernetes"_s), { u"docker,kubernetes 4/4"_s });
    row("three tags", rest + posts(4, u"docker,kubernetes,helm"_s), { u"docker,helm,kubernetes 4/4"_s });
    row("never more than four", rest + posts(4, u"a1,a2,a3,a4,a5"_s), { u"a1,a2,a3,a4 4/4"_s });
    row("each has its posts, with one of the tags too", rest + posts(4, u"docker,kubernetes"_s) + posts(2, u"docker"_s),
        { u"docker,kubernetes 4/6"_s });
    row("the more used tag first", rest + posts(4, u"docker,kubernetes"_s) + posts(1, u"kubernetes"_s), { u"kubernetes,docker 4/5"_s });
    row("twice may be chance", rest + posts(2, u"docker,kubernetes"_s), {});
    row("together as often as apart is chance", posts(3, u"go,db"_s) + posts(6, u"go"_s) + posts(6, u"db"_s), {});
    row("two groups, the one with more posts first", rest + posts(3, u"docker,kubernetes"_s) + posts(4, u"python,pandas"_s),
        { u"pandas,python 4/4"_s, u"docker,kubernetes 3/3"_s });
    row("a topic has them already", rest + posts(4, u"docker,kubernetes"_s), {}, u"title: Containers\ntags: [docker]"_s);
    row("a topic has some of their posts", rest + posts(3, u"docker,kubernetes"_s) + posts(3, u"kubernetes"_s),
        { u"kubernetes,docker 3/6"_s }, u"title: Containers\ntags: [docker]"_s);
    row("most of the site is no topic", posts(2, u"misc"_s) + posts(4, u"docker,kubernetes"_s), {});
    row("no posts", {}, {});
}

void TestTopicSuggestions::groups()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, topic);
    const QList<TextFile> others = topic.isEmpty() ? QList<TextFile>()
                                                   : QList<TextFile> { { u"topics/t.md"_s, u"---\n%1\n---\n"_s.arg(topic) } };
    QTEST(textOf(suggestionsOf(lines, others)), "found");
}

void TestTopicSuggestions::measuresStrength()
{
    // 16 posts, each tag on 4, both on 4: ln(1/4 / (1/16)) / -ln(1/4) = 1.
    QVERIFY(std::abs(suggestionsOf(posts(12, u"misc"_s) + posts(4, u"a1,a2"_s)).first().strength - 1) < 1e-9);
    // 16 posts, one tag on 8, the other on 4, both on 4: ln(1/4 / (1/8)) / -ln(1/4) = 1/2.
    QVERIFY(std::abs(suggestionsOf(posts(8, u"misc"_s) + posts(4, u"a1,a2"_s) + posts(4, u"a1"_s)).first().strength - 0.5) < 1e-9);
}

void TestTopicSuggestions::names_data()
{
    QTest::addColumn<QList<TextFile>>("others");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("slug");
    QTest::newRow("after the tags") << QList<TextFile>() << u"Docker & eBPF"_s << u"docker-ebpf"_s;
    QTest::newRow("after their titles") << QList<TextFile> { { u"tags.toml"_s, u"[docker]\ntitle = \"Containers\"\n"_s } }
                                        << u"Containers & eBPF"_s << u"containers-ebpf"_s;
    QTest::newRow("no slug that a topic has") << QList<TextFile> { { u"topics/docker-ebpf.md"_s, u"---\ntitle: x\ntags: [none]\n---\n"_s } }
                                              << u"Docker & eBPF"_s << u"docker-ebpf-2"_s;
}

void TestTopicSuggestions::names()
{
    QFETCH(QList<TextFile>, others);
    const QList<TopicSuggestion> suggestions = suggestionsOf(posts(10, u"misc"_s) + posts(4, u"docker,eBPF"_s), others);
    QCOMPARE(suggestions.size(), 1);
    QTEST(suggestions.first().title, "title");
    QTEST(suggestions.first().slug, "slug");
}

void TestTopicSuggestions::givesTheirPostsNewestFirst()
{
    const model::Site site = SiteText(test::postLines({ u"2020-01-01 a x1,x2"_s, u"2020-01-03 c x1,x2"_s, u"2020-01-02 b x1,x2"_s,
                                                        u"2020-01-04 d"_s, u"2020-01-05 e"_s, u"2020-01-06 f"_s }))
                                 .site();
    const auto suggestions = topicSuggestions(site, PublishedPosts(site, test::everythingPublished()));
    QCOMPARE(suggestions.size(), 1);
    QCOMPARE(analysis::slugsOf(suggestions.first().posts), (QStringList { u"c"_s, u"b"_s, u"a"_s }));
}

QTEST_APPLESS_MAIN(TestTopicSuggestions)
#include "tst_topic_suggestions.moc"

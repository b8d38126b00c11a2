// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/site.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

namespace {

QList<Tag> tagsOfPosts(const QList<QStringList> &tagsOfPost, const QHash<QString, TagInfo> &info = {})
{
    SiteParts parts;
    parts.tagInfo = info;
    for (qsizetype i = 0; i < tagsOfPost.size(); ++i) {
        Post post;
        post.slug = u"p%1"_s.arg(i, 3, 10, QChar(u'0'));
        post.file = SitePath::literal(u"posts/%1.md"_s.arg(post.slug));
        post.date = parseMoment(u"2022-01-01"_s, QTimeZone::utc());
        post.tags = tagsOfPost[i];
        parts.posts += std::make_shared<const Post>(post);
    }
    const Site site(parts);
    return tagsOf(site, site.posts());
}

QStringList namesOf(const QList<Tag> &tags)
{
    QStringList names;
    for (const Tag &tag : tags)
        names += tag.name;
    return names;
}

} // namespace

class TestTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesKeys_data();
    void makesKeys();
    void showsTheMostFrequentSpelling_data();
    void showsTheMostFrequentSpelling();
    void areInOrderOfKeys();
    void knowTheirPosts();
    void neverShareASlug_data();
    void neverShareASlug();
    void carryWhatTagsTomlSays();
};

void TestTags::makesKeys_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("key");
    QTest::newRow("case") << u"PostgreSQL"_s << u"postgresql"_s;
    QTest::newRow("blanks around") << u"  go\t"_s << u"go"_s;
    QTest::newRow("blanks inside stay") << u"machine  learning"_s << u"machine  learning"_s;
    QTest::newRow("decomposed") << u"cafe\u0301"_s << u"café"_s;
    QTest::newRow("signs stay") << u"C++"_s << u"c++"_s;
    QTest::newRow("Greek") << u"ΟΔΟΣ"_s << u"οδος"_s;
    QTest::newRow("empty") << u"  "_s << QString();
}

void TestTags::makesKeys()
{
    QFETCH(QString, tag);
    QFETCH(QString, key);
    QCOMPARE(tagKey(tag), key);
    QCOMPARE(tagKey(key), key);
}

void TestTags::showsTheMostFrequentSpelling_data()
{
    QTest::addColumn<QList<QStringList>>("posts");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QList<QStringList> &posts, const QString &name) { QTest::newRow(what) << posts << name; };
    row("one", { { u"Go"_s } }, u"Go"_s);
    row("the most frequent", { { u"Go"_s }, { u"go"_s }, { u"go"_s } }, u"go"_s);
    row("a tie by code point", { { u"go"_s }, { u"Go"_s }, { u"GO"_s } }, u"GO"_s);
    row("a tie in the other order", { { u"GO"_s }, { u"go"_s } }, u"GO"_s);
    row("blanks do not make a spelling", { { u" go"_s }, { u"go "_s }, { u"GO"_s } }, u"go"_s);
    row("once a post, by its first spelling", { { u"go"_s, u"GO"_s }, { u"Go"_s }, { u"Go"_s } }, u"Go"_s);
}

void TestTags::showsTheMostFrequentSpelling()
{
    QFETCH(QList<QStringList>, posts);
    const QList<Tag> tags = tagsOfPosts(posts);
    QCOMPARE(tags.size(), 1);
    QTEST(tags.first().name, "name");
    QCOMPARE(tags.first().posts.size(), posts.size());
}

void TestTags::areInOrderOfKeys()
{
    const QList<Tag> tags = tagsOfPosts({ { u"zsh"_s, u"Go"_s, u"😀"_s, u"ﬁ"_s, u"ada"_s, u"  "_s } });
    QCOMPARE(namesOf(tags), QStringList({ u"ada"_s, u"Go"_s, u"zsh"_s, u"ﬁ"_s, u"😀"_s }));
}

void TestTags::knowTheirPosts()
{
    const QList<Tag> tags = tagsOfPosts({ { u"go"_s }, { u"api"_s }, { u"GO"_s, u"api"_s } });
    QCOMPARE(tags.size(), 2);
    QCOMPARE(tags[1].posts.size(), 2);
    QCOMPARE(tags[1].posts.first()->slug, u"p000"_s);
    QCOMPARE(tags[1].posts.last()->slug, u"p002"_s);
}

void TestTags::neverShareASlug_data()
{
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QStringList>("slugs"); // in the order of keys
    QTest::newRow("different") << QStringList { u"go"_s, u"api"_s } << QStringList { u"api"_s, u"go"_s };
    QTest::newRow("two with one") << QStringList { u"ci cd"_s, u"ci/cd"_s } << QStringList { u"ci-cd"_s, u"ci-cd-2"_s };
    QTest::newRow("three with one") << QStringList { u"a b"_s, u"a-b"_s, u"a/b"_s } << QStringList { u"a-b"_s, u"a-b-2"_s, u"a-b-3"_s };
    QTest::newRow("the suffix is taken") << QStringList { u"a b"_s, u"a-b"_s, u"a-b-2"_s }
                                         << QStringList { u"a-b"_s, u"a-b-3"_s, u"a-b-2"_s };
    QTest::newRow("sharp and plus") << QStringList { u"c"_s, u"c#"_s, u"c++"_s } << QStringList { u"c"_s, u"csharp"_s, u"cplusplus"_s };
}

void TestTags::neverShareASlug()
{
    QFETCH(QStringList, tags);
    QStringList slugs;
    for (const Tag &tag : tagsOfPosts({ tags }))
        slugs += tag.slug;
    QTEST(slugs, "slugs");
    std::ranges::reverse(tags);
    slugs.clear();
    for (const Tag &tag : tagsOfPosts({ tags }))
        slugs += tag.slug;
    QTEST(slugs, "slugs");
}

void TestTags::carryWhatTagsTomlSays()
{
    const QList<Tag> tags = tagsOfPosts({ { u"Go"_s } },
                                        { { u"go"_s, { .title = u"The Go language"_s, .description = {}, .aliases = {} } } });
    QCOMPARE(tags.first().info.title, u"The Go language"_s);
}

QTEST_APPLESS_MAIN(TestTags)
#include "tst_tags.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "post_lines.h"

#include <QTest>

#include <cmath>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::SiteText;

namespace {

/// `word weight` of each word of the post, by word.
QStringList wordsOf(const TermIndex &index, const model::Post &post)
{
    QStringList words;
    for (const TermCount &count : index.of(post)->terms)
        words += u"%1 %2"_s.arg(index.word(count.term)).arg(double(count.weight));
    words.sort();
    return words;
}

} // namespace

class TestTermIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWords_data();
    void countsWords();
    void knowsHowManyPostsSayAWord();
    void leavesOutTheSitesStopWords();
    void comparesPosts();
    void anIndexMadeFromAnOlderOneIsTheSame();
    void readsOnlyWhatChanged();
    void knowsOnlyItsOwnPosts();
    void isEmptyWithoutPosts();
};

void TestTermIndex::countsWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *what, const QString &line, const QStringList &words) { QTest::newRow(what) << line << words; };
    row("prose counts once for each time", u"2020-01-01 a go \"x\" Caches expire. Caches leak."_s,
        { u"caches 2"_s, u"expire 1"_s, u"leak 1"_s });
    row("the title three times", u"2020-01-01 a go \"Caches\" Caches leak."_s, { u"caches 4"_s, u"leak 1"_s });
    row("headings twice", u"2020-01-01 a go \"x\" ## Caches\\n\\nCaches leak."_s, { u"caches 3"_s, u"leak 1"_s });
    row("stop words do not", u"2020-01-01 a go \"The Cache\" It is the cache of that."_s, { u"cache 4"_s });
    row("nor code", u"2020-01-01 a go \"x\" Leak `inline`.\\n\\n```go\\nblock\\n```"_s, { u"leak 1"_s });
    row("lists and quotes do", u"2020-01-01 a go \"x\" - leak\\n- flush\\n\\n> flush"_s, { u"flush 2"_s, u"leak 1"_s });
    row("case does not matter", u"2020-01-01 a go \"x\" Leak LEAK"_s, { u"leak 2"_s });
    row("lines may end as on Windows", u"2020-01-01 a go \"x\" ```\r\\ncode\r\\n```\r\\n\r\\nleak"_s, { u"leak 1"_s });
    row("no words", u"2020-01-01 a go"_s, {});
}

void TestTermIndex::countsWords()
{
    QFETCH(QString, line);
    const model::Site site = SiteText(test::postLines({ line })).site();
    const TermIndex index(site.posts(), {});
    QTEST(wordsOf(index, *site.posts().first()), "words");
}

void TestTermIndex::knowsHowManyPostsSayAWord()
{
    const model::Site site = SiteText(test::postLines({ u"2020-01-01 a go \"x\" leak leak"_s, u"2020-01-02 b go \"Leak\""_s,
                                                        u"2020-01-03 c go \"x\" flush"_s }))
                                 .site();
    const TermIndex index(site.posts(), {});
    QCOMPARE(index.posts(), 3);
    QCOMPARE(index.postsWith(*index.term(u"leak"_s)), 2);
    QCOMPARE(index.postsWith(*index.term(u"flush"_s)), 1);
    QVERIFY(!index.term(u"nowhere"_s));
    QCOMPARE(index.meanLength(), 2.0); // 2 + 3 + 1 in three posts
}

void TestTermIndex::leavesOutTheSitesStopWords()
{
    const model::Site site = SiteText(test::postLines({ u"2020-01-01 a go \"x\" leak flush"_s })).site();
    QCOMPARE(wordsOf(TermIndex(site.posts(), { u"Leak"_s }), *site.posts().first()), QStringList { u"flush 1"_s });
}

void TestTermIndex::comparesPosts()
{
    const model::Site site = SiteText(test::postLines({ u"2020-01-03 a go \"x\" alpha beta"_s, u"2020-01-02 b go \"x\" alpha gamma"_s,
                                                        u"2020-01-01 empty"_s }))
                                 .site();
    const TermIndex index({ site.posts().at(0), site.posts().at(1) }, {});
    const model::Post &a = *site.posts().at(0);
    const model::Post &b = *site.posts().at(1);
    // Both say alpha (idf ln 2), each has a word of its own (idf ln 3).
    const double expected = std::pow(std::log(2.0), 2) / (std::pow(std::log(2.0), 2) + std::pow(std::log(3.0), 2));
    QVERIFY(std::abs(index.likeness(a, b) - expected) < 1e-6);
    QVERIFY(std::abs(index.likeness(a, a) - 1) < 1e-6);
    QCOMPARE(index.likeness(a, *site.posts().at(2)), 0.0);
}

void TestTermIndex::anIndexMadeFromAnOlderOneIsTheSame()
{
    const model::Site before = SiteText(test::postLines({ u"2020-01-01 a go \"x\" leak flush"_s, u"2020-01-02 b go \"x\" leak"_s,
                                                          u"2020-01-03 gone go \"x\" flush"_s }))
                                   .site();
    const TermIndex older(before.posts(), {});
    const model::Site edited =
        SiteText(test::postLines({ u"2020-01-02 b go \"x\" burst burst"_s, u"2020-01-04 new go \"New\" leak"_s })).site();
    QList<model::PostPtr> posts = edited.posts();
    posts.append(before.posts().last());
    const TermIndex index(posts, {}, &older);
    const TermIndex fresh(posts, {});
    QCOMPARE(index.posts(), 3);
    QCOMPARE(index.meanLength(), fresh.meanLength());
    for (const model::PostPtr &post : std::as_const(posts))
        QCOMPARE(wordsOf(index, *post), wordsOf(fresh, *post));
    for (const QString &word : { u"leak"_s, u"burst"_s, u"flush"_s })
        QCOMPARE(index.postsWith(*index.term(word)), fresh.postsWith(*fresh.term(word)));
    QVERIFY(!index.of(*before.postBySlug(u"gone"_s)));
    QCOMPARE(older.postsWith(*older.term(u"flush"_s)), 2); // what it was made from stays what it was
}

void TestTermIndex::readsOnlyWhatChanged()
{
    const model::Site site = SiteText(test::postLines({ u"2020-01-01 a go \"x\" leak"_s, u"2020-01-02 b go \"x\" flush"_s })).site();
    const TermIndex older(site.posts(), {});
    const TermIndex index({ site.posts().first() }, {}, &older);
    QCOMPARE(index.of(*site.posts().first()), older.of(*site.posts().first()));
    const TermIndex others({ site.posts().first() }, { u"flush"_s }, &older); // other stop words: nothing can be lent
    QVERIFY(others.of(*site.posts().first()) != older.of(*site.posts().first()));
}

void TestTermIndex::knowsOnlyItsOwnPosts()
{
    const model::Site site = SiteText(test::postLines({ u"2020-01-01 a go \"x\" leak"_s })).site();
    const model::Post copy = *site.posts().first();
    QVERIFY(!TermIndex(site.posts(), {}).of(copy));
}

void TestTermIndex::isEmptyWithoutPosts()
{
    const TermIndex index;
    QCOMPARE(index.posts(), 0);
    QCOMPARE(index.meanLength(), 0.0);
    QCOMPARE(index.postsWith(7), 0);
    QVERIFY(!index.term(u"leak"_s));
    QCOMPARE(TermIndex({}, {}, &index).posts(), 0);
}

QTEST_APPLESS_MAIN(TestTermIndex)
#include "tst_term_index.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_candidates.h"
#include "post_lines.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::TextFile;
using Kind = CandidateReason::Kind;

namespace {

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::NamesTopic: return u"names"_s;
    case Kind::SharedWords: return u"words"_s;
    case Kind::LinksToTopic: return u"links"_s;
    case Kind::LinkedFromTopic: return u"linked"_s;
    case Kind::NeighbourTags: return u"tags"_s;
    case Kind::MotifsInTitle: return u"motifs"_s;
    }
    return {};
}

/// `names go`, `links a b`: a reason with all it has.
QString textOf(const CandidateReason &reason)
{
    QStringList parts { nameOf(reason.kind) };
    parts += reason.words;
    for (const TagName &tag : reason.tags)
        parts += tag.name;
    return (parts + analysis::slugsOf(reason.posts)).join(u' ');
}

QList<TopicCandidate> candidatesOf(const QStringList &posts, const QString &head = u"title: Go"_s)
{
    static SiteKnowledgePtr knowledge; // the candidates' posts live as long as it
    knowledge = test::knowledgeOf(test::postLines(posts) + QList<TextFile> { { u"topics/go.md"_s, u"---\n%1\n---\n"_s.arg(head) } });
    return topicCandidates(*knowledge->site->topics().first(), *knowledge);
}

QStringList slugsOf(const QList<TopicCandidate> &candidates)
{
    QStringList slugs;
    for (const TopicCandidate &candidate : candidates)
        slugs += candidate.post->slug;
    return slugs;
}

/// Six posts of other things, so that what the topic's posts have in common is nothing that all have.
const QStringList others { u"2019-01-01 o1 garden \"x\" garden flower soil"_s, u"2019-01-02 o2 garden \"x\" garden flower soil"_s,
                           u"2019-01-03 o3 garden \"x\" garden flower soil"_s, u"2019-01-04 o4 garden \"x\" garden flower soil"_s,
                           u"2019-01-05 o5 garden \"x\" garden flower soil"_s, u"2019-01-06 o6 garden \"x\" garden flower soil"_s };

} // namespace

class TestTopicCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsReasons_data();
    void findsReasons();
    void addsUpReasons();
    void leavesOut_data();
    void leavesOut();
    void putsTheBestFirst();
    void givesNoMoreThanAskedFor();
    void wordsOfARandomArchiveTellNothing();
    void aTopicWithoutPostsKnowsItsName();
};

void TestTopicCandidates::findsReasons_data()
{
    QTest::addColumn<QStringList>("posts");
    QTest::addColumn<QStringList>("reasons"); // of `c`; empty: no candidate
    QTest::addColumn<double>("score");
    const auto row = [](const char *what, const QStringList &posts, const QStringList &reasons, double score) {
        QTest::newRow(what) << posts + others << reasons << score;
    };
    row("its title names the topic", { u"2020-01-01 a go"_s, u"2020-02-01 c misc \"Errors in Go\""_s }, { u"names Go"_s }, 0.45);
    row("a word that begins like it is no name", { u"2020-01-01 a go"_s, u"2020-02-01 c misc \"Good errors\""_s }, {}, 0);
    row("words of the topic's posts, those that tell most first; of equals by the word",
        { u"2020-01-01 a1 go \"x\" goroutine channel scheduler"_s, u"2020-01-02 a2 go \"x\" goroutine channel scheduler"_s,
          u"2020-01-03 a3 go \"x\" goroutine channel scheduler"_s, u"2020-02-01 c misc \"x\" goroutine channel scheduler"_s },
        { u"words channel goroutine scheduler"_s }, 0.6);
    row("words that all posts say tell nothing",
        { u"2020-01-01 a1 go \"x\" garden flower soil"_s, u"2020-01-02 a2 go \"x\" garden flower soil"_s,
          u"2020-01-03 a3 go \"x\" garden flower soil"_s, u"2020-02-01 c misc \"x\" garden flower soil"_s },
        {}, 0);
    row("one link is not enough", { u"2020-01-01 a go"_s, u"2020-02-01 c misc \"x\" [a](a.md)"_s }, {}, 0);
    row("two links are", { u"2020-01-01 a go"_s, u"2020-01-02 b go"_s, u"2020-02-01 c misc \"x\" [a](a.md) [b](b.md)"_s },
        { u"links b a"_s }, 0.375); // 0.5 * (1 - 1/4)
    row("being linked to counts as much",
        { u"2020-01-01 a go \"x\" [c](c.md)"_s, u"2020-01-02 b go \"x\" [c](c.md)"_s, u"2020-02-01 c misc"_s }, { u"linked b a"_s }, 0.375);
    row("a link each way", { u"2020-01-01 a go \"x\" [c](c.md)"_s, u"2020-02-01 c misc \"x\" [a](a.md)"_s },
        { u"links a"_s, u"linked a"_s }, 0.4375); // 1 - (3/4)²
    // Four of ten posts have the tag, three of them are the topic's: (1 - 3/10) / (1 - 3/10) * 3/4, half of it.
    row("a tag of which all other posts are in the topic",
        { u"2020-01-01 a go,csp"_s, u"2020-01-02 b go,csp"_s, u"2020-01-03 d go,csp"_s, u"2020-02-01 c csp"_s }, { u"tags csp"_s }, 0.375);
    row("a tag of which half are is too little",
        { u"2020-01-01 a go,csp"_s, u"2020-01-02 b go,csp"_s, u"2020-02-01 c csp"_s, u"2020-02-02 d csp"_s, u"2020-02-03 e csp"_s }, {}, 0);
    row("two motifs in its title",
        { u"2020-01-01 a go \"Worker pools\""_s, u"2020-01-02 b go \"Worker pools\""_s, u"2020-02-01 c misc \"Pools without a worker\""_s },
        { u"motifs worker pools"_s, u"words"_s }, -1);
}

void TestTopicCandidates::findsReasons()
{
    QFETCH(QStringList, posts);
    QFETCH(QStringList, reasons);
    QFETCH(double, score);
    const QList<TopicCandidate> candidates = candidatesOf(posts);
    if (reasons.isEmpty()) {
        QCOMPARE(slugsOf(candidates), QStringList());
        return;
    }
    QCOMPARE(slugsOf(candidates), QStringList { u"c"_s });
    if (score < 0) { // words of titles are words, too: only whether the reason is there
        QVERIFY(std::ranges::any_of(candidates.first().reasons,
                                    [&](const CandidateReason &reason) { return textOf(reason) == reasons.first(); }));
        return;
    }
    QStringList found;
    for (const CandidateReason &reason : candidates.first().reasons)
        found += textOf(reason);
    QCOMPARE(found, reasons);
    QVERIFY2(std::abs(candidates.first().score - score) < 1e-9, qPrintable(QString::number(candidates.first().score)));
}

void TestTopicCandidates::addsUpReasons()
{
    const QList<TopicCandidate> candidates = candidatesOf(others
                                                          + QStringList { u"2020-01-01 a go"_s, u"2020-02-01 c misc \"Go\" [a](a.md)"_s });
    QCOMPARE(candidates.size(), 1);
    QCOMPARE(candidates.first().reasons.size(), 2);
    QCOMPARE(candidates.first().reasons.first().kind, Kind::NamesTopic); // the weightier one
    QCOMPARE(candidates.first().score, 1 - 0.55 * 0.75);
}

void TestTopicCandidates::leavesOut_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("post");
    QTest::newRow("its own posts") << u"title: Go"_s << u"2020-02-01 c go \"Go\""_s;
    QTest::newRow("included ones") << u"title: Go\ninclude: [c]"_s << u"2020-02-01 c misc \"Go\""_s;
    QTest::newRow("excluded ones") << u"title: Go\nexclude: [c]"_s << u"2020-02-01 c misc \"Go\""_s;
    QTest::newRow("those that are not published yet") << u"title: Go"_s << u"2099-02-01 c misc \"Go\""_s;
}

void TestTopicCandidates::leavesOut()
{
    QFETCH(QString, head);
    QFETCH(QString, post);
    QCOMPARE(slugsOf(candidatesOf(QStringList { u"2020-01-01 a go"_s, post }, head)), QStringList());
}

void TestTopicCandidates::putsTheBestFirst()
{
    QCOMPARE(slugsOf(candidatesOf({ u"2020-01-01 a go"_s, u"2020-02-01 named-old misc \"Go\""_s, u"2020-02-02 named-new misc \"Go\""_s,
                                    u"2020-02-03 both misc \"Go\" [a](a.md)"_s })),
             (QStringList { u"both"_s, u"named-new"_s, u"named-old"_s }));
}

void TestTopicCandidates::givesNoMoreThanAskedFor()
{
    QStringList lines { u"2020-01-01 a go"_s };
    for (int i = 10; i < 40; ++i)
        lines += u"2020-01-02 p%1 misc \"Go\""_s.arg(i);
    QCOMPARE(candidatesOf(lines).size(), 20);
    QCOMPARE(slugsOf(candidatesOf(lines)).first(), u"p10"_s);
}

/// Words strewn by chance over posts of which every third is the topic's must not make candidates of the others.
void TestTopicCandidates::wordsOfARandomArchiveTellNothing()
{
    quint32 seed = 7;
    const auto next = [&seed] { return seed = seed * 1664525U + 1013904223U; };
    QStringList lines;
    for (int i = 0; i < 120; ++i) {
        QStringList words;
        for (int w = 0; w < 60; ++w)
            words += u"w%1x"_s.arg((next() >> 8U) % 200);
        lines += u"2020-01-01 p%1 %2 \"x\" %3"_s.arg(i).arg(i % 3 == 0 ? u"go"_s : u"misc"_s, words.join(u' '));
    }
    QCOMPARE(slugsOf(candidatesOf(lines)), QStringList());
}

void TestTopicCandidates::aTopicWithoutPostsKnowsItsName()
{
    QCOMPARE(slugsOf(candidatesOf({ u"2020-02-01 c misc \"Errors in Go\""_s, u"2020-02-02 d misc \"Gardens\""_s })), QStringList { u"c"_s });
    QCOMPARE(slugsOf(candidatesOf({})), QStringList());
}

QTEST_APPLESS_MAIN(TestTopicCandidates)
#include "tst_topic_candidates.moc"

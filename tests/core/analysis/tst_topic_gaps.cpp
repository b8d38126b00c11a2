// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_gaps.h"
#include "post_lines.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::TextFile;
using Kind = TopicGap::Kind;

namespace {

/// A topic that lacks nothing.
const QString whole = u"title: Go\ntags: [go]\ndefinition: x\nclaims: [x]\nchecklist: [x]\nfailure_modes: [x]\n"
                      "references: [{title: x, url: 'https://go.example/'}]\npath: [{post: a}]\n"_s;

QList<TopicGap> gapsOf(const QString &head)
{
    const auto knowledge = test::knowledgeOf(
        test::postLines({ u"2020-01-01 a go"_s, u"2020-01-02 b misc"_s, u"2099-01-01 later go"_s })
        + QList<TextFile> { { u"posts/draft.md"_s, u"---\ntitle: x\ndraft: true\ntags: [secret]\n---\n"_s },
                            { u"topics/go.md"_s, u"---\n%1---\n"_s.arg(head) } });
    return topicGaps(*knowledge->site->topics().first(), *knowledge->site, knowledge->published, knowledge->links.index());
}

QString without(const QString &key)
{
    QStringList lines = whole.split(u'\n');
    lines.removeIf([&](const QString &line) { return line.startsWith(key + u':'); });
    return lines.join(u'\n');
}

QString with(const QString &key, const QString &value)
{
    return without(key) + u"%1: %2\n"_s.arg(key, value);
}

} // namespace

class TestTopicGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeTopicHasNone();
    void findsGaps_data();
    void findsGaps();
    void findsAllOfAnEmptyTopic();
    void saysWhere();
};

void TestTopicGaps::aWholeTopicHasNone()
{
    QCOMPARE(gapsOf(whole), QList<TopicGap>());
}

void TestTopicGaps::findsGaps_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<int>("kind"); // -1: none
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("index");
    const auto row = [](const char *what, const QString &head, int kind, const QString &name = {}, int index = -1) {
        QTest::newRow(what) << head << kind << name << index;
    };
    row("no definition", without(u"definition"_s), int(Kind::NoDefinition));
    row("an empty definition", with(u"definition"_s, u"' '"_s), int(Kind::NoDefinition));
    row("no claims", without(u"claims"_s), int(Kind::NoClaims));
    row("no checklist", without(u"checklist"_s), int(Kind::NoChecklist));
    row("no failure modes", without(u"failure_modes"_s), int(Kind::NoFailureModes));
    row("no references", without(u"references"_s), int(Kind::NoReferences));
    row("no path", without(u"path"_s), int(Kind::NoPath));
    row("an automatic path", with(u"path"_s, u"auto"_s), int(Kind::NoPath));
    row("a tag that no post has", with(u"tags"_s, u"[go, rust]"_s), int(Kind::UnknownTag), u"rust"_s, 1);
    row("a tag that a draft has", with(u"tags"_s, u"[go, secret]"_s), -1);
    row("a tag in another case", with(u"tags"_s, u"[GO]"_s), -1);
    row("an included post that is there", whole + u"include: [b]\n"_s, -1);
    row("an included post that is not", whole + u"include: [b, nobody]\n"_s, int(Kind::UnknownInclude), u"nobody"_s, 1);
    row("an included draft", whole + u"include: [draft]\n"_s, int(Kind::IncludedUnpublished), u"draft"_s, 0);
    row("an excluded post that is not there", whole + u"exclude: [nobody]\n"_s, int(Kind::UnknownExclude), u"nobody"_s, 0);
    row("an excluded post that has no tag of it", whole + u"exclude: [b]\n"_s, int(Kind::ExcludedWithoutNeed), u"b"_s, 0);
    row("an excluded post that is still to come", whole + u"exclude: [later]\n"_s, -1);
    row("a step gone", with(u"path"_s, u"[{post: a}, {post: nobody}]"_s), int(Kind::UnknownStep), u"nobody"_s, 1);
    row("a step that is scheduled", with(u"path"_s, u"[{post: later}]"_s), int(Kind::UnpublishedStep), u"later"_s, 0);
    row("a reference within the site", with(u"references"_s, u"[{title: x, url: /posts/a/}]"_s), -1);
    row("one that leads nowhere", with(u"references"_s, u"[{title: x, url: /posts/gone/}]"_s), int(Kind::BrokenReference),
        u"/posts/gone/"_s, 0);
    row("one to a draft", with(u"references"_s, u"[{title: x, url: ../posts/draft.md}]"_s), int(Kind::UnpublishedReference),
        u"../posts/draft.md"_s, 0);
}

void TestTopicGaps::findsGaps()
{
    QFETCH(QString, head);
    QFETCH(int, kind);
    QFETCH(QString, name);
    QFETCH(int, index);
    const QList<TopicGap> gaps = gapsOf(head);
    QCOMPARE(gaps.size(), kind < 0 ? 0 : 1);
    if (kind < 0)
        return;
    QCOMPARE(int(gaps.first().kind), kind);
    QCOMPARE(gaps.first().name, name);
    QCOMPARE(gaps.first().index, index);
}

void TestTopicGaps::findsAllOfAnEmptyTopic()
{
    QList<Kind> kinds;
    for (const TopicGap &gap : gapsOf(u"title: Rust\ntags: [rust]\n"_s))
        kinds += gap.kind;
    QCOMPARE(kinds,
             (QList<Kind> { Kind::NoPosts, Kind::NoDefinition, Kind::NoClaims, Kind::NoChecklist, Kind::NoFailureModes, Kind::NoReferences,
                            Kind::NoPath, Kind::UnknownTag }));
}

void TestTopicGaps::saysWhere()
{
    const QList<TopicGap> gaps = gapsOf(
        u"title: Go\ntags:\n  - go\n  - rust\ndefinition: x\nclaims: [x]\nchecklist: [x]\nfailure_modes: [x]\n"
        "references:\n  - title: x\n    url: /gone/\npath:\n  - post: nobody\n"_s);
    QCOMPARE(gaps.size(), 3);
    QCOMPARE(gaps.at(0).position, (SourcePosition { 5, 5 })); // the tag
    QCOMPARE(gaps.at(1).position.line, 14); // the step
    QVERIFY(gaps.at(2).position.isValid());
}

QTEST_APPLESS_MAIN(TestTopicGaps)
#include "tst_topic_gaps.moc"

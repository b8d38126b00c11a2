// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/site_folder.h"
#include "core/publish/topic_text.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

/// A site of `posts` posts of January 2024 on topic `go`; each has the tags go and `adjacent`.
SiteFolder siteOf(int posts, const QByteArray &topic, const QByteArray &wording = {}, const QByteArray &adjacent = "c_*plus*")
{
    SiteFolder site;
    site.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n[topics.wording]\n" + wording);
    for (int i = 1; i <= posts; ++i)
        site.post(u"p%1"_s.arg(i), i, "tags: [go, \"" + adjacent + "\"]\n");
    site.write(u"topics/go.md"_s, "---\ntitle: \"Go & <b>\"\n" + topic + "---\n");
    return site;
}

publish::TopicTexts textsOf(const SiteFolder &site)
{
    const auto publication = site.publication();
    publish::Renderer renderer(publication->theme(), u"en"_s);
    return publish::renderTopicTexts(publication->shared(), 0, renderer);
}

} // namespace

class TestTopicText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersADefinition_data();
    void rendersADefinition();
    void putsTheTopicsOwnTextsFirst();
    void leavesOutWhatLacksAFact_data();
    void leavesOutWhatLacksAFact();
    void saysNothingOfTheWordingWithoutPosts();
    void saysWhereATextIsWrong();
};

void TestTopicText::rendersADefinition_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("plain") << "As it is."_ba << "As it is."_ba;
    QTest::newRow("Markdown") << "A *strong* `point`."_ba << "A <em>strong</em> <code>point</code>."_ba;
    QTest::newRow("the author's own HTML") << "Press <kbd>F5</kbd>."_ba << "Press <kbd>F5</kbd>."_ba;
    QTest::newRow("a link into the site") << "See [this](../posts/p1.md)."_ba << "See <a href=\"/posts/p1/\">this</a>."_ba;
    QTest::newRow("a link that acts") << "See [this](/posts/p1/?a=1&b=2)."_ba << "See <a href=\"/posts/p1/?a=1&amp;b=2\">this</a>."_ba;
    QTest::newRow("facts") << "{{ topic.count }} posts since {{ topic.first|date:'MMM yyyy' }}"_ba << "4 posts since Jan 2024"_ba;
    QTest::newRow("facts are text, not Markdown") << "*{{ topic.adjacent|sentence }}*"_ba << "<em>c_*plus*</em>"_ba;
    QTest::newRow("facts are text, not HTML") << "{{ topic.title }}"_ba << "Go &amp; &lt;b&gt;"_ba;
    QTest::newRow("a number that would begin a list") << "1. {{ topic.count }}"_ba << "1. 4"_ba;
    QTest::newRow("a fact by its place") << "{{ topic.adjacent.0 }}/{{ topic.adjacent.1 }}"_ba << "c_*plus*/"_ba;
    QTest::newRow("conditions") << "{% if topic.focus %}{{ topic.focus }}{% else %}no focus{% endif %}"_ba << "no focus"_ba;
}

void TestTopicText::rendersADefinition()
{
    QFETCH(QByteArray, definition);
    const publish::TopicTexts texts = textsOf(siteOf(4, "definition: \"" + definition + "\"\n"));
    QTEST(texts.definition, "html");
    QVERIFY(texts.diagnostics.isEmpty());
}

void TestTopicText::putsTheTopicsOwnTextsFirst()
{
    const QByteArray wording = "definition = \"From the wording.\"\nclaims = [\"w1\", \"w2\"]\nchecklist = []\nfailure_modes = [\"f\"]\n";
    const publish::TopicTexts own = textsOf(siteOf(4, "definition: Its own.\nclaims: [o1, o2]\nchecklist: [c]\n", wording));
    QCOMPARE(own.definition, "Its own.");
    QCOMPARE(own.claims, (QList<QByteArray> { "o1", "o2", "w1", "w2" }));
    QCOMPARE(own.checklist, (QList<QByteArray> { "c" }));
    QCOMPARE(own.failureModes, (QList<QByteArray> { "f" }));
    QCOMPARE(textsOf(siteOf(4, {}, wording)).definition, "From the wording.");
}

void TestTopicText::leavesOutWhatLacksAFact_data()
{
    QTest::addColumn<int>("posts");
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<bool>("shown");
    QTest::newRow("no fact named") << 1 << "Always."_ba << true;
    QTest::newRow("a fact that is there") << 1 << "{{ topic.count }}"_ba << true;
    QTest::newRow("no early posts of three") << 3 << "Early on {{ topic.early|sentence }}."_ba << false;
    QTest::newRow("no second neighbour") << 9 << "{{ topic.adjacent.0 }} and {{ topic.adjacent.1 }}"_ba << false;
    QTest::newRow("comes out empty") << 3 << "{% if topic.early %}x{% endif %}"_ba << false;
    QTest::newRow("looks after itself") << 3 << "{% if topic.early %}x{% endif %}y{{ topic.early }}"_ba << true;
}

void TestTopicText::leavesOutWhatLacksAFact()
{
    QFETCH(int, posts);
    QFETCH(QByteArray, claim);
    QFETCH(bool, shown);
    QCOMPARE(!textsOf(siteOf(posts, {}, "claims = ['" + claim + "']\n")).claims.isEmpty(), shown);
}

void TestTopicText::saysNothingOfTheWordingWithoutPosts()
{
    const publish::TopicTexts texts = textsOf(siteOf(0, "claims: [mine]\n"));
    QCOMPARE(texts.definition, QByteArray());
    QCOMPARE(texts.claims, (QList<QByteArray> { "mine" }));
    QVERIFY(texts.checklist.isEmpty() && texts.failureModes.isEmpty());
}

void TestTopicText::saysWhereATextIsWrong()
{
    const publish::TopicTexts texts = textsOf(
        siteOf(4, "checklist:\n  - \"{{ topic.count|what }}\"\n", "claims = [\"fine\",\n  \"{% nope %}\"]\n"));
    QCOMPARE(texts.claims, (QList<QByteArray> { "fine", "{% nope %}" }));
    QCOMPARE(texts.diagnostics.size(), 2);
    QCOMPARE(texts.diagnostics.at(0).error.file, u"quillway.toml"_s);
    QCOMPARE(texts.diagnostics.at(0).error.position.line, 5);
    QCOMPARE(texts.diagnostics.at(1).error.file, u"topics/go.md"_s);
    QCOMPARE(texts.diagnostics.at(1).error.position.line, 4);
    QCOMPARE(texts.diagnostics.at(1).error.code, ErrorCode::TemplateSyntax);
}

QTEST_GUILESS_MAIN(TestTopicText)
#include "tst_topic_text.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "support/site_text.h"
#include "support/work_timer.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::SiteText;
using test::TextFile;

namespace {

/// A post that has nothing wrong with it but what stands in `head` (whole lines) and `body`.
TextFile post(const QString &name, const QString &body, const QString &head = {})
{
    return { u"posts/%1.md"_s.arg(name), u"---\ntitle: x\ndate: 2022-01-01\n%1---\n%2\n"_s.arg(head, body) };
}

QStringList problemsOf(const QList<TextFile> &files)
{
    return test::linesOf(checkSite(SiteText(files).site(), test::everythingPublished()));
}

} // namespace

class TestIntegrity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodSiteHasNoProblems();
    void checksLinks_data();
    void checksLinks();
    void checksPictures_data();
    void checksPictures();
    void checksWhatLeadsToDrafts_data();
    void checksWhatLeadsToDrafts();
    void checksTextsOutsideOfBodies_data();
    void checksTextsOutsideOfBodies();
    void checksAddresses_data();
    void checksAddresses();
    void checksTopics_data();
    void checksTopics();
    void checksPaths_data();
    void checksPaths();
    void checksHeadings_data();
    void checksHeadings();
    void checksWhatIsReached();
    void saysNothingOfReachInASmallBlog();
    void listsWhatLoadingFoundInOrder();
    void staysQuickWhereEverythingIsBroken();
};

void TestIntegrity::aGoodSiteHasNoProblems()
{
    QCOMPARE(problemsOf({
                 { u"quillway.toml"_s, u"base_url = \"https://blog.example/\"\nfooter = \"[About](/about/)\"\n[menu]\nPosts = \"/\"\n"_s },
                 { u"tags.toml"_s, u"[go]\naliases = [\"golang\"]\n"_s },
                 post(u"a"_s,
                      u"## Part\n\n[b](b.md#part), [here](#part), [site](https://blog.example/tags/go/), ![A cat](/cat.png), <a@b.example>"_s,
                      u"tags: [go]\naliases: [/old/a/]\ncover: /cat.png\ncover_alt: A cat\n"_s),
                 post(u"b"_s, u"## Part\n\n<img src=\"/cat.png\" alt=\"\"> [out](https://other.example/)"_s, u"tags: [go]\n"_s),
                 { u"pages/about.md"_s, u"---\ntitle: About\n---\n[Start](../paths/start.md)\n"_s },
                 { u"topics/go.md"_s, u"---\ntitle: Go\ntags: [go]\ndefinition: '{{ topic.title }}, see [b](../posts/b.md)'\n---\n"_s },
                 { u"paths/start.md"_s, u"---\ntitle: Start\nsteps: [a, b]\n---\n"_s },
                 { u"assets/cat.png"_s, u"x"_s },
             }),
             QStringList());
}

void TestIntegrity::checksLinks_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("problems"); // in posts/a.md, whose body begins in line 5
    const auto row = [](const char *what, const QString &body, const QStringList &problems) {
        QStringList lines;
        for (const QString &problem : problems)
            lines += u"posts/a.md:"_s + problem;
        QTest::newRow(what) << body << lines;
    };
    row("a file that is not there", u"See [it](nowhere-at-all.md)."_s, { u"5:5: error: broken link: nowhere-at-all.md"_s });
    row("in a later line", u"One.\n\nTwo [it](/nowhere-at-all/)."_s, { u"7:5: error: broken link: /nowhere-at-all/"_s });
    row("columns count code points", u"😀é [it](/nowhere-at-all/)"_s, { u"5:4: error: broken link: /nowhere-at-all/"_s });
    row("a near file", u"[it](go-paterns.md)"_s, { u"5:1: error: broken link: go-paterns.md (did you mean posts/go-patterns.md?)"_s });
    row("a near address", u"[it](/posts/go-pattern/)"_s,
        { u"5:1: error: broken link: /posts/go-pattern/ (did you mean /posts/go-patterns/?)"_s });
    row("right, but in another place", u"[it](/go-patterns/)"_s,
        { u"5:1: error: broken link: /go-patterns/ (did you mean /posts/go-patterns/?)"_s });
    row("an empty link", u"[it]()"_s, { u"5:1: error: broken link"_s });
    row("under the site's own name", u"<https://blog.example/nowhere-at-all/>"_s,
        { u"5:1: error: broken link: https://blog.example/nowhere-at-all/"_s });
    row("in HTML", u"<p><a href=\"/nowhere-at-all/\">it</a></p>"_s, { u"5:13: error: broken link: /nowhere-at-all/"_s });
    row("out of the site", u"[it](../../../etc/passwd)"_s, { u"5:1: error: broken link: ../../../etc/passwd"_s });
    row("an anchor of another page", u"[it](go-patterns.md#poools)"_s,
        { u"5:1: warning: the page has no such heading: go-patterns.md#poools (did you mean #pools?)"_s });
    row("an anchor of the same page", u"## Part\n\n[it](#prat)"_s,
        { u"7:1: warning: the page has no such heading: #prat (did you mean #part?)"_s });
    row("an anchor like no other", u"[it](#wholly-different)"_s, { u"5:1: warning: the page has no such heading: #wholly-different"_s });
    row("an anchor in HTML is one", u"<a id=\"spot\"></a>[it](#spot)"_s, {});
    row("anchors of lists are not known", u"[it](/archive/#x)"_s, {});
    row("twice is two problems", u"[a](/nope-nope/) [b](/nope-nope/)"_s,
        { u"5:1: error: broken link: /nope-nope/"_s, u"5:18: error: broken link: /nope-nope/"_s });
}

void TestIntegrity::checksLinks()
{
    QFETCH(QString, body);
    QTEST(problemsOf({ { u"quillway.toml"_s, u"base_url = \"https://blog.example/\"\n"_s },
                       post(u"a"_s, body),
                       post(u"go-patterns"_s, u"## Pools"_s) }),
          "problems");
}

void TestIntegrity::checksPictures_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *what, const QString &head, const QString &body, const QStringList &problems) {
        QStringList lines;
        for (const QString &problem : problems)
            lines += u"posts/a.md:"_s + problem;
        QTest::newRow(what) << head << body << lines;
    };
    row("missing", {}, u"![A cat](img/cow.png)"_s, { u"5:1: error: the picture is missing: img/cow.png"_s });
    row("missing, with a near one", {}, u"![A cat](caat.png)"_s,
        { u"5:1: error: the picture is missing: caat.png (did you mean posts/cat.png?)"_s });
    row("missing, with another extension", {}, u"![A cat](cat.jpg)"_s,
        { u"5:1: error: the picture is missing: cat.jpg (did you mean posts/cat.png?)"_s });
    row("a page for a picture", {}, u"![A cat](/posts/a/)"_s, { u"5:1: error: the picture is missing: /posts/a/"_s });
    row("there", {}, u"![A cat](cat.png)"_s, {});
    row("elsewhere", {}, u"![A cat](https://other.example/cat.png)"_s, {});
    row("without alternative text", {}, u"![](cat.png)"_s, { u"5:1: warning: the picture has no alternative text: cat.png"_s });
    row("with blanks for one", {}, u"![ ](cat.png)"_s, { u"5:1: warning: the picture has no alternative text: cat.png"_s });
    row("elsewhere, without alternative text", {}, u"![](https://other.example/cat.png)"_s,
        { u"5:1: warning: the picture has no alternative text: https://other.example/cat.png"_s });
    row("HTML without alternative text", {}, u"<img src=\"cat.png\">"_s,
        { u"5:11: warning: the picture has no alternative text: cat.png"_s });
    row("HTML that says it is decoration", {}, u"<img alt=\"\" src=\"cat.png\">"_s, {});
    row("missing and without alternative text", {}, u"![](img/cow.png)"_s,
        { u"5:1: error: the picture is missing: img/cow.png"_s, u"5:1: warning: the picture has no alternative text: img/cow.png"_s });
    row("a cover that is missing", u"cover: img/cow.png\n"_s, {}, { u"4:8: error: the picture is missing: img/cow.png"_s });
    row("a cover without alternative text", u"cover: cat.png\n"_s, {}, { u"4:8: warning: the picture has no alternative text: cat.png"_s });
    row("a cover", u"cover: cat.png\ncover_alt: A cat\n"_s, {}, {});
}

void TestIntegrity::checksPictures()
{
    QFETCH(QString, head);
    QFETCH(QString, body);
    QTEST(problemsOf({ post(u"a"_s, body, head), { u"posts/cat.png"_s, u"x"_s } }), "problems");
}

void TestIntegrity::checksWhatLeadsToDrafts_data()
{
    QTest::addColumn<QList<TextFile>>("files");
    QTest::addColumn<QStringList>("problems");
    const TextFile draft = post(u"draft"_s, u"x"_s, u"draft: true\n"_s);
    const TextFile later { u"posts/later.md"_s, u"---\ntitle: x\ndate: 2090-01-01\n---\n"_s };
    const auto row = [](const char *what, const QList<TextFile> &files, const QStringList &problems) {
        QTest::newRow(what) << files << problems;
    };
    row("a link to a draft", { draft, post(u"a"_s, u"[x](draft.md)"_s) }, { u"posts/a.md:5:1: error: this leads to a draft: draft.md"_s });
    row("a link to a scheduled post", { later, post(u"a"_s, u"[x](/posts/later/)"_s) },
        { u"posts/a.md:5:1: error: this leads to a post that is not out yet: /posts/later/"_s });
    row("a draft may lead to a draft", { draft, post(u"a"_s, u"[x](draft.md)"_s, u"draft: true\n"_s) }, {});
    row("what is broken in a draft is no error yet", { post(u"a"_s, u"[x](/nowhere-at-all/)"_s, u"draft: true\n"_s) },
        { u"posts/a.md:6:1: warning: broken link: /nowhere-at-all/"_s });
    row("a step that is a draft", { draft, { u"paths/p.md"_s, u"---\ntitle: x\nsteps:\n- post: draft\n---\n"_s } },
        { u"paths/p.md:4:9: warning: this leads to a draft: draft"_s });
    row("a topic that includes a draft",
        { draft, post(u"a"_s, {}, u"tags: [t]\n"_s), { u"topics/t.md"_s, u"---\ntitle: x\ninclude: [draft]\n---\n"_s } },
        { u"topics/t.md:3:11: warning: this leads to a draft: draft"_s });
}

void TestIntegrity::checksWhatLeadsToDrafts()
{
    QFETCH(QList<TextFile>, files);
    QTEST(problemsOf(files), "problems");
}

void TestIntegrity::checksTextsOutsideOfBodies_data()
{
    QTest::addColumn<QList<TextFile>>("files");
    QTest::addColumn<QStringList>("problems");
    const TextFile tagged = post(u"a"_s, {}, u"tags: [t]\n"_s);
    const auto row = [](const char *what, const QList<TextFile> &files, const QStringList &problems) {
        QTest::newRow(what) << files << problems;
    };
    const auto topic = [](const QString &head, const QString &body = {}) {
        return TextFile { u"topics/t.md"_s, u"---\ntitle: x\n%1\n---\n%2"_s.arg(head, body) };
    };
    row("a summary", { post(u"a"_s, {}, u"summary: See [x](/nowhere-at-all/)\n"_s) },
        { u"posts/a.md:4:10: error: broken link: /nowhere-at-all/"_s });
    row("a topic's body", { tagged, topic(u"focus: x"_s, u"One.\n\n[x](/nowhere-at-all/)\n"_s) },
        { u"topics/t.md:7:1: error: broken link: /nowhere-at-all/"_s });
    row("a topic's claim", { tagged, topic(u"claims:\n- fine\n- See [x](/nowhere-at-all/)"_s) },
        { u"topics/t.md:5:3: error: broken link: /nowhere-at-all/"_s });
    row("a topic's reference", { tagged, topic(u"references:\n- {title: x, url: /nowhere-at-all/}"_s) },
        { u"topics/t.md:4:19: error: broken link: /nowhere-at-all/"_s });
    row("a link made by a fact", { tagged, topic(u"claims: ['[x]({{topic.related.0.url}})']"_s) }, {});
    row("a step's note", { tagged, { u"paths/p.md"_s, u"---\ntitle: x\nsteps:\n- post: a\n  note: '[x](/nowhere-at-all/)'\n---\n"_s } },
        { u"paths/p.md:4:9: error: broken link: /nowhere-at-all/"_s });
    row("the menu", { { u"quillway.toml"_s, u"[menu]\nx = \"/nowhere-at-all/\"\n"_s } },
        { u"quillway.toml:2:5: error: broken link: /nowhere-at-all/"_s });
    row("the footer", { { u"quillway.toml"_s, u"footer = \"[x](/nowhere-at-all/)\"\n"_s } },
        { u"quillway.toml:1:10: error: broken link: /nowhere-at-all/"_s });
    row("a picture in a topic's body", { tagged, topic(u"focus: x"_s, u"![](/cow.png)\n"_s) },
        { u"topics/t.md:5:1: error: the picture is missing: /cow.png"_s,
          u"topics/t.md:5:1: warning: the picture has no alternative text: /cow.png"_s });
    row("a tag's description", { tagged, { u"tags.toml"_s, u"[t]\ndescription = \"[x](/nowhere-at-all/)\"\n"_s } },
        { u"tags.toml:2:15: error: broken link: /nowhere-at-all/"_s });
    row("an author", { { u"quillway.toml"_s, u"[authors.a]\nbio = \"[x](/nowhere-at-all/)\"\nurl = \"/nobody-at-all/\"\n"_s } },
        { u"quillway.toml:2:7: error: broken link: /nowhere-at-all/"_s, u"quillway.toml:3:7: error: broken link: /nobody-at-all/"_s });
    row("a canonical address that is none", { post(u"a"_s, {}, u"canonical: /posts/b/\n"_s) },
        { u"posts/a.md:4:12: warning: the value is not allowed: canonical should be a whole address, as https://blog.example/x/"_s });
    row("a translation", { post(u"a"_s, {}, u"lang: de\ntranslation_of: b.md\n"_s), post(u"b"_s, u"x"_s) }, {});
    row("a translation of nothing", { post(u"a"_s, {}, u"lang: de\ntranslation_of: /nowhere-at-all/\n"_s) },
        { u"posts/a.md:5:17: error: broken link: /nowhere-at-all/"_s });
    row("a translation of a topic", { tagged, topic(u"focus: x"_s), post(u"b"_s, {}, u"lang: de\ntranslation_of: ../topics/t.md\n"_s) },
        { u"posts/b.md:5:17: warning: the value is not allowed: translation_of should lead to a post or page"_s });
    row("a translation into the same language", { post(u"a"_s, {}, u"translation_of: b.md\n"_s), post(u"b"_s, u"x"_s) },
        { u"posts/a.md:4:17: warning: the value is not allowed: translation_of should lead to a post of another language"_s });
}

void TestIntegrity::checksTextsOutsideOfBodies()
{
    QFETCH(QList<TextFile>, files);
    QTEST(problemsOf(files), "problems");
}

void TestIntegrity::checksAddresses_data()
{
    QTest::addColumn<QList<TextFile>>("files");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *what, const QList<TextFile> &files, const QStringList &problems) {
        QTest::newRow(what) << files << problems;
    };
    row("two posts", { post(u"a"_s, {}), post(u"b"_s, {}, u"slug: a\n"_s) },
        { u"posts/b.md:4:7: error: two files have the same address: /posts/a/, as posts/a.md"_s });
    row("two posts by their names", { post(u"2022-01-01-a"_s, {}), post(u"2022-01-02-a"_s, {}) },
        { u"posts/2022-01-02-a.md:1:1: error: two files have the same address: /posts/a/, as posts/2022-01-01-a.md"_s });
    row("three posts", { post(u"a"_s, {}), post(u"b"_s, {}, u"slug: a\n"_s), post(u"c"_s, {}, u"slug: a\n"_s) },
        { u"posts/b.md:4:7: error: two files have the same address: /posts/a/, as posts/a.md"_s,
          u"posts/c.md:4:7: error: two files have the same address: /posts/a/, as posts/a.md"_s });
    row("a draft, whatever its name", { post(u"a"_s, {}, u"draft: true\nslug: b\n"_s), post(u"b"_s, {}) },
        { u"posts/a.md:5:7: warning: two files have the same address: /posts/b/, as posts/b.md"_s });
    row("case alone", { post(u"a"_s, {}), post(u"b"_s, {}, u"slug: A\n"_s) },
        { u"posts/b.md:4:7: warning: two files have the same address: /posts/A/, as posts/a.md where case does not count"_s });
    row("one slug at two addresses",
        { { u"quillway.toml"_s, u"permalink = \"/:year/:slug/\"\n"_s },
          { u"posts/2021-01-01-a.md"_s, u"---\ntitle: x\n---\n"_s },
          { u"posts/2022-01-01-a.md"_s, u"---\ntitle: x\n---\n"_s } },
        { u"posts/2021-01-01-a.md:1:1: warning: two files have the same slug: a, as posts/2022-01-01-a.md"_s });
    row("a page where a list is", { { u"pages/archive.md"_s, u"---\ntitle: x\n---\n"_s } },
        { u"pages/archive.md:1:1: error: two files have the same address: /archive/, as a page of the site's own"_s });
    row("a page where a list would be, were there anything in it", { { u"pages/tags.md"_s, u"---\ntitle: x\n---\n"_s } }, {});
    row("a page where a tag is", { post(u"a"_s, {}, u"tags: [Go]\n"_s), { u"pages/tags/go.md"_s, u"---\ntitle: x\n---\n"_s } },
        { u"pages/tags/go.md:1:1: error: two files have the same address: /tags/go/, as the tag Go"_s });
    row("a page where a post is", { post(u"a"_s, {}), { u"pages/posts/a.md"_s, u"---\ntitle: x\n---\n"_s } },
        { u"posts/a.md:1:1: error: two files have the same address: /posts/a/, as pages/posts/a.md"_s });
    row("an asset where a page is", { post(u"a"_s, {}), { u"assets/posts/a/index.html"_s, u"x"_s } },
        { u"assets/posts/a/index.html:1:1: error: two files have the same address: /posts/a/index.html, as posts/a.md"_s });
    row("an asset where a feed is", { { u"assets/feed.xml"_s, u"x"_s } },
        { u"assets/feed.xml:1:1: error: two files have the same address: /feed.xml, as a page of the site's own"_s });
    row("a file where a folder has to be", { post(u"a"_s, {}), { u"assets/posts"_s, u"x"_s } },
        { u"assets/posts:1:1: error: two files have the same address: /posts, which has to be a folder"_s });
    row("an alias that is an address", { post(u"a"_s, {}, u"aliases: [/x/, /posts/b/]\n"_s), post(u"b"_s, {}) },
        { u"posts/a.md:4:16: warning: two files have the same alias: /posts/b/ is the address of posts/b.md"_s });
    row("two posts with one alias", { post(u"a"_s, {}, u"aliases: /old/\n"_s), post(u"b"_s, {}, u"aliases: old\n"_s) },
        { u"posts/b.md:4:10: warning: two files have the same alias: /old/, as posts/a.md"_s });
    row("a post's own address as its alias", { post(u"a"_s, {}, u"aliases: /posts/a/\n"_s) }, {});
    row("an alias that leads out", { post(u"a"_s, {}, u"aliases: [../../x]\n"_s) },
        { u"posts/a.md:4:11: warning: the value is not allowed: ../../x is no address of this site"_s });
    row("a tag's alias that is a tag", { { u"tags.toml"_s, u"[go]\naliases = [\"api\"]\n"_s }, post(u"a"_s, {}, u"tags: [go, api]\n"_s) },
        { u"tags.toml:1:1: warning: two files have the same alias: /tags/api/ is the address of the tag api"_s });
}

void TestIntegrity::checksAddresses()
{
    QFETCH(QList<TextFile>, files);
    QTEST(problemsOf(files), "problems");
}

void TestIntegrity::checksTopics_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *what, const QString &head, const QStringList &problems, const QString &settings = {}) {
        QTest::newRow(what) << head << settings << problems;
    };
    row("an unknown tag", u"tags: [go, databsaes]"_s,
        { u"topics/go.md:3:12: warning: no post has this tag: databsaes (did you mean Databases?)"_s });
    row("an unknown tag in lines", u"tags:\n- go\n- nosuchtag"_s, { u"topics/go.md:5:3: warning: no post has this tag: nosuchtag"_s });
    row("a tag of drafts is known", u"tags: [go, drafty]"_s, {});
    row("no posts", u"tags: [drafty]"_s, { u"topics/go.md:3:7: warning: the topic has no posts: x"_s });
    row("no posts and an unknown tag", u"tags: [nosuchtag]"_s,
        { u"topics/go.md:3:7: warning: the topic has no posts: x"_s, u"topics/go.md:3:8: warning: no post has this tag: nosuchtag"_s });
    row("an unknown post included", u"include: [alhpa]"_s,
        { u"topics/go.md:3:11: warning: there is no such post: alhpa (did you mean alpha?)"_s });
    row("an unknown post excluded", u"exclude: [alpha, nobody-here]"_s,
        { u"topics/go.md:1:1: warning: the topic has no posts: x"_s, u"topics/go.md:3:18: warning: there is no such post: nobody-here"_s });
    row("a step to nowhere", u"path:\n- {stage: x, post: alhpa}"_s,
        { u"topics/go.md:4:20: error: there is no such post: alhpa (did you mean alpha?)"_s });
    row("an unknown fact", u"claims:\n- '{{ topic.count }} {{ topic.adjacnet|sentence }}'"_s,
        { u"topics/go.md:4:25: warning: there is no such fact of a topic: topic.adjacnet (did you mean topic.adjacent?)"_s });
    row("a fact without topic", u"definition: 'With {{ count }}'"_s,
        { u"topics/go.md:3:22: warning: there is no such fact of a topic: count (did you mean topic.count?)"_s });
    row("the second of equal names", u"definition: topic.nope {{ topic.nope }}"_s,
        { u"topics/go.md:3:27: warning: there is no such fact of a topic: topic.nope"_s });
    row("an unknown fact in the site's wording", u"focus: x"_s,
        { u"quillway.toml:2:19: warning: there is no such fact of a topic: topic.nope"_s },
        u"[topics.wording]\ndefinition = 'é{{ topic.nope }}'\n"_s);
}

void TestIntegrity::checksTopics()
{
    QFETCH(QString, head);
    QFETCH(QString, settings);
    QTEST(problemsOf({ { u"quillway.toml"_s, settings },
                       { u"topics/go.md"_s, u"---\ntitle: x\n%1\n---\n"_s.arg(head) },
                       post(u"alpha"_s, {}, u"tags: [Go, Databases]\n"_s),
                       post(u"beta"_s, {}, u"tags: [drafty]\ndraft: true\n"_s) }),
          "problems");
}

void TestIntegrity::checksPaths_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("good ones") << u"[alpha]"_s << QStringList();
    QTest::newRow("twice") << u"[alpha, alpha]"_s << QStringList { u"paths/p.md:3:16: warning: the path has this post twice: alpha"_s };
    QTest::newRow("nowhere") << u"[alpha, nobody-here]"_s << QStringList { u"paths/p.md:3:16: error: there is no such post: nobody-here"_s };
    QTest::newRow("nearly") << u"[alpah]"_s
                            << QStringList { u"paths/p.md:3:9: error: there is no such post: alpah (did you mean alpha?)"_s };
    QTest::newRow("another case") << u"[Alpha]"_s
                                  << QStringList { u"paths/p.md:3:9: error: there is no such post: Alpha (did you mean alpha?)"_s };
    QTest::newRow("a page is no post") << u"[about]"_s << QStringList { u"paths/p.md:3:9: error: there is no such post: about"_s };
}

void TestIntegrity::checksPaths()
{
    QFETCH(QString, steps);
    QTEST(problemsOf({ { u"paths/p.md"_s, u"---\ntitle: x\nsteps: %1\n---\n"_s.arg(steps) },
                       post(u"alpha"_s, {}),
                       { u"pages/about.md"_s, u"---\ntitle: x\n---\n"_s } }),
          "problems");
}

void TestIntegrity::checksHeadings_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("problems");
    const auto jump = [](int line, const QString &what) {
        return QStringList { u"posts/a.md:%1:1: note: the heading skips a level: %2"_s.arg(line).arg(what) };
    };
    QTest::newRow("one after the other") << u"## A\n### B\n#### C\n## D\n### E"_s << QStringList();
    QTest::newRow("the first may be any") << u"#### A\n#### B"_s << QStringList();
    QTest::newRow("a jump down") << u"## A\n\ntext\n\n#### B"_s << jump(9, u"h4 follows h2: B"_s);
    QTest::newRow("a jump up is none") << u"## A\n### B\n#### C\n# D"_s << QStringList();
    QTest::newRow("under a line") << u"A\n=\n\n### B"_s << jump(8, u"h3 follows h1: B"_s);
    QTest::newRow("equal texts") << u"## A\n## A"_s << QStringList();
    QTest::newRow("equal ids") << u"## A {#x}\n## B {#x}\n## C {: .y #x }"_s
                               << QStringList { u"posts/a.md:6:1: warning: two headings have the same anchor: #x; this one is #x-1"_s,
                                                u"posts/a.md:7:1: warning: two headings have the same anchor: #x; this one is #x-2"_s };
    QTest::newRow("an id that is a text's") << u"## X\n## B {#x}"_s
                                            << QStringList {
                                                   u"posts/a.md:6:1: warning: two headings have the same anchor: #x; this one is #x-1"_s
                                               };
    QTest::newRow("in code") << u"```\n# A\n### B {#x}\n### C {#x}\n```"_s << QStringList();
}

void TestIntegrity::checksHeadings()
{
    QFETCH(QString, body);
    QTEST(problemsOf({ post(u"a"_s, body) }), "problems");
}

void TestIntegrity::checksWhatIsReached()
{
    QCOMPARE(problemsOf({ post(u"a"_s, {}, u"tags: [go, golang]\n"_s),
                          post(u"b"_s, {}, u"tags: [golang]\n"_s),
                          post(u"c"_s, {}),
                          post(u"d"_s, {}),
                          post(u"e"_s, {}),
                          post(u"f"_s, {}, u"draft: true\n"_s),
                          post(u"g"_s, {}),
                          { u"topics/golang.md"_s, u"---\ntitle: x\ninclude: [d]\n---\n"_s },
                          { u"paths/p.md"_s, u"---\ntitle: x\nsteps: [e, a]\n---\n"_s } }),
             QStringList({ u"posts/a.md:4:8: note: only one post has this tag: go"_s,
                           u"posts/c.md:1:1: note: no tag, topic or path leads to this post"_s,
                           u"posts/g.md:1:1: note: no tag, topic or path leads to this post"_s }));
    QCOMPARE(problemsOf({ post(u"a"_s, {}, u"tags: databases\n"_s), post(u"b"_s, {}, u"tags: [x, database]\n"_s),
                          post(u"c"_s, {}, u"tags: [database, x]\n"_s), post(u"d"_s, {}, u"tags: [x]\n"_s),
                          post(u"e"_s, {}, u"tags: [x]\n"_s) }),
             QStringList({ u"posts/a.md:4:7: note: only one post has this tag: databases (did you mean database?)"_s }));
}

void TestIntegrity::saysNothingOfReachInASmallBlog()
{
    QCOMPARE(problemsOf({ post(u"a"_s, {}, u"tags: [go]\n"_s), post(u"b"_s, {}) }), QStringList());
}

void TestIntegrity::listsWhatLoadingFoundInOrder()
{
    QCOMPARE(problemsOf({ { u"quillway.toml"_s, u"titel = \"x\"\n"_s },
                          post(u"b"_s, u"[x](/nowhere-at-all/)"_s, u"toc: 7\n"_s),
                          { u"posts/a.md"_s, u"---\ntitle: x\n"_s } }),
             QStringList({ u"posts/a.md:1:1: error: the front matter is never closed: ---"_s,
                           u"posts/b.md:4:6: error: the value is of the wrong type: toc should be true or false"_s,
                           u"posts/b.md:6:1: error: broken link: /nowhere-at-all/"_s,
                           u"quillway.toml:1:1: warning: unknown key: titel (did you mean title?)"_s }));
}

void TestIntegrity::staysQuickWhereEverythingIsBroken()
{
    QList<TextFile> files;
    for (int i = 0; i < 1'000; ++i)
        files += post(u"post-number-%1"_s.arg(i), u"[x](post-numbr-%1.md#a) [y](#%1) ![](p%1.png)\n"_s.arg(i).repeated(10),
                      u"aliases: [/x/, /y/]\n"_s);
    const model::Site site = SiteText(files).site();
    test::WorkTimer timer;
    timer.start();
    const Diagnostics problems = checkSite(site, test::everythingPublished());
    QVERIFY(timer.elapsed() < 5'000);
    QVERIFY(problems.size() > 30'000);
    QCOMPARE(problems, checkSite(site, test::everythingPublished()));
}

QTEST_APPLESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"

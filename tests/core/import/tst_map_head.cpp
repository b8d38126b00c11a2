// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/map_head.h"
#include "core/model/readers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;

namespace {

QByteArray mapped(const QByteArray &file, const HeadRules &rules = {}, HeadDecisions decisions = {})
{
    const SourceHead head = readSourceHead(file, MetadataLines::Usual);
    const HeadFacts facts = readHeadFacts(head.root, text::Value::map({}), rules);
    if (!decisions.cover)
        decisions.cover = [](const QString &picture) { return picture.endsWith(".png"_L1) ? std::optional(picture) : std::nullopt; };
    decisions.draft = facts.draft;
    return withEdits(file, head, editsFor(head.root, facts, decisions).edits);
}

} // namespace

/// The keys of other tools become Quillway's; a head that says it already keeps its bytes.
class TestMapHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maps_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const QByteArray &file, const QByteArray &result) { QTest::newRow(name) << file << result; };
        const auto same = [&](const char *name, const QByteArray &file) { row(name, file, file); };
        same("what Quillway reads", "---\n# comment\ntitle: 'A'\ndate: 2019-01-02\ntags: [a, b]\nlayout: post\n---\nText\n");
        same("TOML", "+++\ntitle = \"A\"\ndate = 2019-01-02T10:00:00Z\ntags = [\"a\"]\n+++\nText\n");
        same("CRLF", "---\r\ntitle: A\r\n---\r\nText\r\n");
        same("no head", "Text\n");
        same("names read as the same", "---\nTitle: A\nlastmod: 2019-01-02\ndescription: d\n---\n");
        same("authors as a list", "---\nauthor:\n  - A\n  - B\n---\n");
        row("entities in a title", "---\ntitle: A &amp; B\n---\n", "---\ntitle: A & B\n---\n");
        row("Markdown in a title", "---\ntitle: The `x` command\n---\n", "---\ntitle: The x command\n---\n");
        row("categories are tags", "---\ntags: [a]\ncategories: [b]\n---\n", "---\ntags: [a, b]\ncategories: [b]\n---\n");
        row("a single category", "---\ncategory: Some Thing\n---\n", "---\ncategory: Some Thing\ntags: [Some Thing]\n---\n");
        row("the same tag twice", "---\ntags: [Go]\ncategories: [go, SQL]\n---\n", "---\ntags: [Go, SQL]\ncategories: [go, SQL]\n---\n");
        row("Zola's taxonomies", "+++\ntitle = \"A\"\n[taxonomies]\ntags = [\"a\"]\n+++\n",
            "+++\ntitle = \"A\"\ntags = [\"a\"]\n[taxonomies]\ntags = [\"a\"]\n+++\n");
        row("a date that is none", "---\ndate: one day\n---\n", "---\nsource_date: one day\n---\n");
        row("not published", "---\npublished: false\n---\n", "---\npublished: false\ndraft: true\n---\n");
        row("an author under another name", "---\nauthors: [A]\n---\n", "---\nauthor: A\n---\n");
        row("an excerpt", "---\nexcerpt: Short.\n---\n", "---\nsummary: Short.\n---\n");
        row("a cover as a map", "---\ncover:\n  image: a.png\n  alt: A\n---\n",
            "---\ncover: a.png\nsource_cover:\n  image: a.png\n  alt: A\ncover_alt: A\n---\n");
        row("a cover under another name", "---\nfeatured_image: a.png\n---\n", "---\ncover: a.png\n---\n");
        same("a picture that is not there", "---\nimage: gone\n---\n");
        row("a table of contents with settings", "---\ntoc:\n  depth: 2\n---\n", "---\nsource_toc:\n  depth: 2\n---\n");
        row("a switch that is a list", "---\ntoc: [1, x]\n---\n", "---\nsource_toc: [1, x]\n---\n");
        row("tags that are maps", "---\ntags:\n  - a: {b: 1}\n---\n", "---\nsource_tags:\n  - a: {b: 1}\n---\n");
        row("a draft in a list", "---\ndraft: [true]\n---\n", "---\ndraft: true\n---\n");
        row("mathematics", "---\nmathjax: true\n---\n", "---\nmathjax: true\nmath: true\n---\n");
        row("metadata lines", "Title: A: b\nTags: x, y\nStatus: draft\n\nText\n",
            "---\ntitle: \"A: b\"\ntags: x, y\nstatus: draft\ndraft: true\n---\n\nText\n");
    }

    void maps()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, result);
        const QByteArray made = mapped(file);
        const auto wanted = text::parseFrontMatter(result);
        const auto got = text::parseFrontMatter(made);
        QVERIFY2(got && wanted, made.constData());
        if (file == result)
            QCOMPARE(made, result);
        else if (!got->root.sameContent(wanted->root)) {
            // The order of new keys is the editor's affair.
            QCOMPARE(got->root.members.size(), wanted->root.members.size());
            for (const text::Value::Member &member : wanted->root.members) {
                const text::Value *value = got->root.find(member.key);
                QVERIFY2(value && value->sameContent(member.value), made.constData());
            }
        }
        QCOMPARE(made.sliced(got->bodyOffset), result.sliced(wanted->bodyOffset));
    }

    void whatItMakesIsReadWithoutAFault_data()
    {
        QTest::addColumn<QByteArray>("head");
        for (const char *head :
             { "title: [a, b]", "date: {a: b}", "date: soon", "lastmod: soon", "tags: {a: b}", "author: {nick: x}", "summary: {a: b}",
               "draft: maybe", "cover: {a: b}", "cover_alt: [a, b]", "canonical: [a]", "aliases: {a: b}", "lang: [de]", "math: {engine: k}",
               "toc: left", "slug: [a]", "description: [a]", "keywords: {a: b}", "lastmod: {a: b}" })
            QTest::newRow(head) << "---\n"_ba + head + "\n---\nText\n";
    }

    void whatItMakesIsReadWithoutAFault()
    {
        QFETCH(QByteArray, head);
        const QByteArray made = mapped(head, {}, { .aliases = QStringList() });
        const auto post = model::readPost(SitePath::literal(u"posts/2019-01-01-a.md"), made, {});
        QVERIFY(post);
        QVERIFY2(!hasErrors(post->diagnostics), made.constData());
    }

    void blanksPartTagsWhereTheToolSaysSo()
    {
        const SourceHead head = readSourceHead("---\ntags: a b\n---\n", MetadataLines::Usual);
        QCOMPARE(readHeadFacts(head.root, text::Value::map({}), { .blanksPartTags = true }).tags, QStringList({ u"a"_s, u"b"_s }));
        QCOMPARE(readHeadFacts(head.root, text::Value::map({}), {}).tags, QStringList(u"a b"_s));
    }

    void writesWhatWasDecided()
    {
        const QByteArray made = mapped("---\ntitle: A\ndate: May 6, 2013\npermalink: /a/b/\nredirect_from: [/c]\n---\nText\n", {},
                                       { .slug = u"b"_s, .aliases = QStringList { u"/a/b/"_s, u"/c"_s }, .date = u"2013-05-06"_s });
        const auto post = model::readPost(SitePath::literal(u"posts/a.md"), made, {});
        QCOMPARE(post->value.slug, u"b"_s);
        QCOMPARE(post->value.aliases, QStringList({ u"/a/b/"_s, u"/c"_s }));
        QCOMPARE(post->value.date->at.date(), QDate(2013, 5, 6));
        QVERIFY(!made.contains("redirect_from") && !made.contains("permalink"));
    }
};

QTEST_GUILESS_MAIN(TestMapHead)
#include "tst_map_head.moc"

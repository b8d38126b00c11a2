// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/readers.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

namespace {

Parsed<Post> read(const QString &text, const QString &file = u"posts/2022-08-09-go-patterns.md"_s, const Settings &settings = {})
{
    const SitePath path = SitePath::literal(file);
    auto parsed = path.topFolder() == "pages"_L1 ? readPage(path, text.toUtf8(), settings) : readPost(path, text.toUtf8(), settings);
    if (!parsed)
        qFatal("%s", qPrintable(describe(parsed.error())));
    return *parsed;
}

/// A head of YAML lines.
QString yaml(const QString &lines, const QString &body = u"Text.\n"_s)
{
    return u"---\n%1\n---\n%2"_s.arg(lines, body);
}

} // namespace

class TestReadPost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void fillsInWhatIsAbsent();
    void findsTitles_data();
    void findsTitles();
    void findsSlugs_data();
    void findsSlugs();
    void findsDates_data();
    void findsDates();
    void takesDatesInTheSitesZone();
    void readsTags_data();
    void readsTags();
    void readsAuthors_data();
    void readsAuthors();
    void readsNamesReadAsTheSame_data();
    void readsNamesReadAsTheSame();
    void keepsUnknownKeys();
    void readsSwitches_data();
    void readsSwitches();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void knowsWhereTheBodyIs_data();
    void knowsWhereTheBodyIs();
    void pagesNeedNoDate();
    void namesTheKeyThatAFileUses_data();
    void namesTheKeyThatAFileUses();
};

void TestReadPost::readsEveryKey()
{
    const Parsed<Post> parsed = read(yaml(uR"(title: "Go: Patterns"
date: 2022-08-09T10:00:00+02:00
updated: 2022-09-01
slug: go
tags: [Go, API]
author: grace
summary: Worker *pools*
draft: true
cover: cover.png
cover_alt: A gopher
canonical: https://other.example/go/
aliases: [/old/, /older/]
lang: de
translation_of: ../en/go.md
math: true
toc: false)"_s,
                                          u"# Heading\n\nOne two three.\n"_s));
    const Post &post = parsed.value;
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QCOMPARE(post.title, u"Go: Patterns"_s);
    QVERIFY(!post.titleFromBody);
    QCOMPARE(post.date->at.toString(Qt::ISODate), u"2022-08-09T10:00:00+02:00"_s);
    QCOMPARE(post.updated->at.date(), QDate(2022, 9, 1));
    QCOMPARE(post.slug, u"go"_s);
    QCOMPARE(post.tags, QStringList({ u"Go"_s, u"API"_s }));
    QCOMPARE(post.author, u"grace"_s);
    QCOMPARE(post.summary, u"Worker *pools*"_s);
    QVERIFY(post.draft);
    QCOMPARE(post.cover, u"cover.png"_s);
    QCOMPARE(post.coverAlt, u"A gopher"_s);
    QCOMPARE(post.canonical, u"https://other.example/go/"_s);
    QCOMPARE(post.aliases, QStringList({ u"/old/"_s, u"/older/"_s }));
    QCOMPARE(post.lang, u"de"_s);
    QCOMPARE(post.translationOf, u"../en/go.md"_s);
    QVERIFY(post.math);
    QCOMPARE(post.toc, false);
    QVERIFY(post.params.members.isEmpty());
    QCOMPARE(post.dialect, text::Dialect::Yaml);
    QCOMPARE(post.facts.words, 4);
}

void TestReadPost::fillsInWhatIsAbsent()
{
    const Parsed<Post> parsed = read(u"Only text.\n"_s);
    const Post &post = parsed.value;
    QCOMPARE(post.title, u"Go patterns"_s);
    QCOMPARE(post.slug, u"go-patterns"_s);
    QCOMPARE(post.date->at.date(), QDate(2022, 8, 9));
    QVERIFY(!post.date->hasTime);
    QVERIFY(!post.updated);
    QVERIFY(!post.draft);
    QVERIFY(post.tags.isEmpty() && post.aliases.isEmpty());
    QVERIFY(post.author.isEmpty() && post.summary.isEmpty() && post.cover.isEmpty() && post.coverAlt.isEmpty() && post.canonical.isEmpty());
    QVERIFY(post.lang.isEmpty());
    QVERIFY(!post.math);
    QVERIFY(!post.toc);
    QCOMPARE(post.dialect, text::Dialect::None);
    QCOMPARE(test::linesOf(parsed.diagnostics),
             QStringList { u"posts/2022-08-09-go-patterns.md:1:1: note: there is no title: the file's name stands in: Go patterns"_s });
}

void TestReadPost::findsTitles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("fromBody");
    const auto row = [](const char *what, const QString &text, const QString &title, bool fromBody) {
        QTest::newRow(what) << text << title << fromBody;
    };
    row("the key", yaml(u"title: Go"_s, u"# Other\n"_s), u"Go"_s, false);
    row("the first level-1 heading", yaml(u"tags: [go]"_s, u"## Two\n\n# One *more*\n\n# Third\n"_s), u"One more"_s, true);
    row("an empty heading is none", yaml(u"tags: [go]"_s, u"#\n\n# One\n"_s), u"One"_s, true);
    row("the file's name", yaml(u"tags: [go]"_s, u"## Two\n"_s), u"Go patterns"_s, false);
    row("an empty key", yaml(u"title:"_s, u"# One\n"_s), u"One"_s, true);
    row("an empty text", yaml(u"title: ''"_s, u"# One\n"_s), u"One"_s, true);
    row("a number", yaml(u"title: 1984"_s), u"1984"_s, false);
    row("several lines", yaml(u"title: >\n  Go\n  patterns"_s), u"Go patterns"_s, false);
    row("Markdown is not read in it", yaml(u"title: Go *now*"_s), u"Go *now*"_s, false);
}

void TestReadPost::findsTitles()
{
    QFETCH(QString, text);
    const Post post = read(text).value;
    QTEST(post.title, "title");
    QTEST(post.titleFromBody, "fromBody");
}

void TestReadPost::findsSlugs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("slug");
    const auto row = [](const char *what, const QString &file, const QString &head, const QString &slug) {
        QTest::newRow(what) << file << head << slug;
    };
    row("the file's name", u"posts/2022-08-09-go.md"_s, u"a: b"_s, u"go"_s);
    row("the bundle's name", u"posts/notes/2022-08-09-go/index.md"_s, u"a: b"_s, u"go"_s);
    row("the key", u"posts/2022-08-09-go.md"_s, u"slug: better"_s, u"better"_s);
    row("slashes around it", u"posts/2022-08-09-go.md"_s, u"slug: /better/"_s, u"better"_s);
    row("a number", u"posts/2022-08-09-go.md"_s, u"slug: 2022"_s, u"2022"_s);
    row("nothing", u"posts/2022-08-09-go.md"_s, u"slug:"_s, u"go"_s);
    row("what cannot stand in an address", u"posts/2022-08-09-go.md"_s, u"slug: a/../b?"_s, u"a-b"_s);
}

void TestReadPost::findsSlugs()
{
    QFETCH(QString, file);
    QFETCH(QString, head);
    QTEST(read(yaml(head), file).value.slug, "slug");
}

void TestReadPost::findsDates_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("date"); // empty: none
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *what, const QString &file, const QString &head, const QString &date, const QStringList &problems) {
        QTest::newRow(what) << file << head << date << problems;
    };
    const QString dated = u"posts/2022-08-09-go.md"_s;
    const QString undated = u"posts/go.md"_s;
    row("the key", undated, u"title: x\ndate: 2021-01-02"_s, u"2021-01-02"_s, {});
    row("the key before the file's name", dated, u"title: x\ndate: 2021-01-02"_s, u"2021-01-02"_s, {});
    row("quoted", undated, u"title: x\ndate: \"2021-01-02\""_s, u"2021-01-02"_s, {});
    row("the file's name", dated, u"title: x"_s, u"2022-08-09"_s, {});
    row("the bundle's name", u"posts/2022-08-09-go/index.md"_s, u"title: x"_s, u"2022-08-09"_s, {});
    row("an empty key", dated, u"title: x\ndate:"_s, u"2022-08-09"_s, {});
    row("none", undated, u"title: x"_s, {}, { u"posts/go.md:1:1: warning: there is no date, so this counts as a draft"_s });
    row("none, and a draft anyway", undated, u"title: x\ndraft: true"_s, {},
        { u"posts/go.md:1:1: note: there is no date, so this counts as a draft"_s });
    row("no such date", dated, u"title: x\ndate: 2022-17-01"_s, {},
        { u"posts/2022-08-09-go.md:3:7: error: this is not a date: 2022-17-01"_s });
    row("words", dated, u"title: x\ndate: last tuesday"_s, {}, { u"posts/2022-08-09-go.md:3:7: error: this is not a date: last tuesday"_s });
    row("a list", dated, u"title: x\ndate: [2022-01-01]"_s, {},
        { u"posts/2022-08-09-go.md:3:7: error: the value is of the wrong type: date should be a date"_s });
}

void TestReadPost::findsDates()
{
    QFETCH(QString, file);
    QFETCH(QString, head);
    const Parsed<Post> parsed = read(yaml(head), file);
    QTEST(parsed.value.date ? parsed.value.date->at.date().toString(Qt::ISODate) : QString(), "date");
    QTEST(test::linesOf(parsed.diagnostics), "problems");
    QCOMPARE(parsed.value.isDraft(), parsed.value.draft || !parsed.value.date);
}

void TestReadPost::takesDatesInTheSitesZone()
{
    Settings settings;
    settings.timeZone = QTimeZone("Asia/Tokyo");
    const auto instantOf = [&](const QString &head, const QString &file) {
        return read(yaml(head), file, settings).value.date->at.toUTC().toString(Qt::ISODate);
    };
    QCOMPARE(instantOf(u"date: 2022-08-09"_s, u"posts/go.md"_s), u"2022-08-08T15:00:00Z"_s);
    QCOMPARE(instantOf(u"title: x"_s, u"posts/2022-08-09-go.md"_s), u"2022-08-08T15:00:00Z"_s);
    QCOMPARE(instantOf(u"date: 2022-08-09T10:00:00Z"_s, u"posts/go.md"_s), u"2022-08-09T10:00:00Z"_s);
}

void TestReadPost::readsTags_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QStringList>("tags");
    const auto row = [](const char *what, const QString &head, const QStringList &tags) { QTest::newRow(what) << head << tags; };
    row("a list", u"tags: [Go, API]"_s, { u"Go"_s, u"API"_s });
    row("a list of lines", u"tags:\n- Go\n- API"_s, { u"Go"_s, u"API"_s });
    row("between commas", u"tags: Go, API,, "_s, { u"Go"_s, u"API"_s });
    row("a single word", u"tags: go"_s, { u"go"_s });
    row("a single tag of two words", u"tags: machine learning"_s, { u"machine learning"_s });
    row("a comma in a list's item stays", u"tags: [\"a, b\"]"_s, { u"a, b"_s });
    row("blanks around", u"tags: ['  go ', '']"_s, { u"go"_s });
    row("repeats", u"tags: [Go, api, GO, go]"_s, { u"Go"_s, u"api"_s });
    row("numbers and words of YAML", u"tags: [2022, 1.0, true, ~]"_s, { u"2022"_s, u"1.0"_s, u"true"_s });
    row("a date", u"tags: [2022-08-09]"_s, { u"2022-08-09"_s });
    row("signs", u"tags: ['c++', 'c#', '.net', 'a/b', '100%']"_s, { u"c++"_s, u"c#"_s, u".net"_s, u"a/b"_s, u"100%"_s });
    row("none", u"tags:"_s, {});
    row("an empty list", u"tags: []"_s, {});
    row("keywords where there are none", u"keywords: [go]"_s, { u"go"_s });
    row("keywords where the list is empty of value", u"tags:\nkeywords: [go]"_s, { u"go"_s });
    row("keywords beside tags do not count", u"tags: [go]\nkeywords: [api]"_s, { u"go"_s });
}

void TestReadPost::readsTags()
{
    QFETCH(QString, head);
    QTEST(read(yaml(head)).value.tags, "tags");
}

void TestReadPost::readsAuthors_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("author");
    QTest::newRow("a name") << u"author: Ada Lovelace"_s << u"Ada Lovelace"_s;
    QTest::newRow("a list") << u"author: [ada, grace]"_s << u"ada, grace"_s;
    QTest::newRow("a map") << u"author:\n  name: Ada\n  email: a@b.example"_s << u"Ada"_s;
    QTest::newRow("a list of maps") << u"author:\n- Name: Ada\n- name: Grace"_s << u"Ada, Grace"_s;
    QTest::newRow("as people write it") << u"author: A, B and C"_s << u"A, B and C"_s;
}

void TestReadPost::readsAuthors()
{
    QFETCH(QString, head);
    const Parsed<Post> parsed = read(yaml(u"title: x\n"_s + head));
    QTEST(parsed.value.author, "author");
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
}

void TestReadPost::readsNamesReadAsTheSame_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("updated");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QStringList>("params");
    const auto row = [](const char *what, const QString &head, const QString &updated, const QString &summary, const QStringList &params) {
        QTest::newRow(what) << head << updated << summary << params;
    };
    row("the names themselves", u"updated: 2022-01-01\nsummary: s"_s, u"2022-01-01"_s, u"s"_s, {});
    row("lastmod, description", u"lastmod: 2022-01-01\ndescription: s"_s, u"2022-01-01"_s, u"s"_s, {});
    row("modified", u"modified: 2022-01-01"_s, u"2022-01-01"_s, {}, {});
    row("capitals", u"Updated: 2022-01-01\nSUMMARY: s"_s, u"2022-01-01"_s, u"s"_s, {});
    row("capitals of other names", u"Modified: 2022-01-01\nDescription: s"_s, u"2022-01-01"_s, u"s"_s, {});
    row("the name itself before others", u"lastmod: 2021-01-01\nupdated: 2022-01-01"_s, u"2022-01-01"_s, {}, { u"lastmod"_s });
    row("an exact other name before capitals", u"Updated: 2021-01-01\nlastmod: 2022-01-01"_s, u"2022-01-01"_s, {}, { u"Updated"_s });
    row("what has a value before what has none", u"updated:\nlastmod: 2022-01-01"_s, u"2022-01-01"_s, {}, { u"updated"_s });
}

void TestReadPost::readsNamesReadAsTheSame()
{
    QFETCH(QString, head);
    const Post post = read(yaml(head)).value;
    QTEST(post.updated ? post.updated->at.date().toString(Qt::ISODate) : QString(), "updated");
    QTEST(post.summary, "summary");
    QStringList params;
    for (const text::Value::Member &member : post.params.members)
        params += member.key;
    QTEST(params, "params");
}

void TestReadPost::keepsUnknownKeys()
{
    const Parsed<Post> parsed = read(yaml(u"title: x\nseries: Go\nextra:\n  deep: [1, 2]\nauthors: [a]"_s));
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QCOMPARE(parsed.value.params.kind, text::Value::Kind::Map);
    QCOMPARE(parsed.value.params.members.size(), 3);
    QCOMPARE(parsed.value.params.find(u"series")->text, u"Go"_s);
    QCOMPARE(parsed.value.params.find(u"extra")->find(u"deep")->items.size(), 2);
}

void TestReadPost::readsSwitches_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("draft");
    QTest::addColumn<bool>("good");
    QTest::newRow("true") << u"true"_s << true << true;
    QTest::newRow("false") << u"false"_s << false << true;
    QTest::newRow("capitals") << u"True"_s << true << true;
    QTest::newRow("yes") << u"yes"_s << true << true;
    QTest::newRow("off") << u"off"_s << false << true;
    QTest::newRow("quoted") << u"\"true\""_s << true << true;
    QTest::newRow("nothing") << QString() << false << true;
    QTest::newRow("what cannot be understood publishes nothing") << u"maybe"_s << true << false;
    QTest::newRow("a list publishes nothing") << u"[false]"_s << true << false;
}

void TestReadPost::readsSwitches()
{
    QFETCH(QString, value);
    const Parsed<Post> parsed = read(yaml(u"title: x\ndraft: "_s + value));
    QTEST(parsed.value.draft, "draft");
    QTEST(parsed.diagnostics.isEmpty(), "good");
}

void TestReadPost::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *what, const QString &head, const QStringList &problems) { QTest::newRow(what) << head << problems; };
    const QString at = u"posts/2022-08-09-go-patterns.md:"_s;
    row("a list for a title", u"title: [a, b]\nsummary: s"_s,
        { at + u"1:1: note: there is no title: the file's name stands in: Go patterns"_s,
          at + u"2:8: error: the value is of the wrong type: title should be a text"_s });
    row("a map for tags", u"title: x\ntags:\n  go: yes"_s,
        { at + u"4:3: error: the value is of the wrong type: tags should be a list of texts"_s });
    row("a list among tags", u"title: x\ntags: [go, [api]]"_s,
        { at + u"3:12: error: the value is of the wrong type: tags should be a text"_s });
    row("a map for aliases", u"title: x\naliases: {a: b}"_s,
        { at + u"3:10: error: the value is of the wrong type: aliases should be a list of texts"_s });
    row("an unclear switch", u"title: x\nmath: perhaps"_s,
        { at + u"3:7: error: the value is of the wrong type: math should be true or false"_s });
    row("a slug that is no part of an address", u"title: x\nslug: a/b"_s,
        { at + u"3:7: error: the value is not allowed: slug should be one part of an address; a-b is used"_s });
    row("a change date that is none", u"title: x\nlastmod: soon"_s, { at + u"3:10: error: this is not a date: soon"_s });
    row("a doubled key", u"title: x\ntitle: y"_s, { at + u"3:1: warning: a key stands twice: title"_s });
    row("several at once", u"title: x\ndate: soon\ntoc: 7"_s,
        { at + u"3:7: error: this is not a date: soon"_s,
          at + u"4:6: error: the value is of the wrong type: toc should be true or false"_s });
}

void TestReadPost::saysWhatIsWrong()
{
    QFETCH(QString, head);
    QTEST(test::linesOf(read(yaml(head)).diagnostics), "problems");
}

void TestReadPost::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("not UTF-8 in the head") << "---\ntitle: caf\xE9\n---\n"_ba << ErrorCode::NotUtf8 << 2 << 11;
    QTest::newRow("not UTF-8 in the body") << "---\ntitle: x\n---\n\nGr\xFC\xDF\n"_ba << ErrorCode::NotUtf8 << 5 << 3;
    QTest::newRow("never closed") << "---\ntitle: x\n\nText\n"_ba << ErrorCode::FrontMatterUnclosed << 1 << 1;
    QTest::newRow("broken YAML") << "---\ntitle: x\ntags: [a\n---\n"_ba << ErrorCode::FrontMatterSyntax << 0 << 0;
}

void TestReadPost::refusesBrokenFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    const auto parsed = readPost(SitePath::literal(u"posts/a.md"), bytes, {});
    QVERIFY(!parsed);
    QTEST(parsed.error().code, "code");
    QCOMPARE(parsed.error().file, u"posts/a.md"_s);
    QVERIFY(parsed.error().position.isValid());
    if (line == 0)
        return;
    QTEST(parsed.error().position.line, "line");
    QTEST(parsed.error().position.column, "column");
}

void TestReadPost::knowsWhereTheBodyIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("YAML") << "---\ntitle: x\n---\nText\n"_ba << 4 << "Text\n"_ba;
    QTest::newRow("CRLF") << "---\r\ntitle: x\r\n---\r\nText\r\n"_ba << 4 << "Text\r\n"_ba;
    QTest::newRow("TOML") << "+++\ntitle = 'x'\n+++\n\nText"_ba << 4 << "\nText"_ba;
    QTest::newRow("JSON") << "{\n\"title\": \"x\"\n}\nText"_ba << 4 << "Text"_ba;
    QTest::newRow("no head") << "Text"_ba << 1 << "Text"_ba;
    QTest::newRow("no body") << "---\ntitle: x\n---\n"_ba << 4 << ""_ba;
    QTest::newRow("nothing at all") << ""_ba << 1 << ""_ba;
}

void TestReadPost::knowsWhereTheBodyIs()
{
    QFETCH(QByteArray, bytes);
    const auto parsed = readPost(SitePath::literal(u"posts/a.md"), bytes, {});
    QVERIFY(parsed);
    QTEST(parsed->value.bodyLine, "line");
    QTEST(parsed->value.body().toByteArray(), "body");
    QCOMPARE(parsed->value.source, bytes);
}

void TestReadPost::pagesNeedNoDate()
{
    const Parsed<Post> page = read(yaml(u"title: About"_s), u"pages/docs/about.md"_s);
    QCOMPARE(test::linesOf(page.diagnostics), QStringList());
    QVERIFY(!page.value.isDraft());
    QVERIFY(page.value.isPage());
    QCOMPARE(page.value.section, u"docs"_s);
}

void TestReadPost::namesTheKeyThatAFileUses_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("written");
    QTest::newRow("as it is") << u"summary: s"_s << u"summary"_s << u"summary"_s;
    QTest::newRow("another name") << u"description: s"_s << u"summary"_s << u"description"_s;
    QTest::newRow("capitals") << u"Title: s"_s << u"title"_s << u"Title"_s;
    QTest::newRow("capitals of another name") << u"Lastmod: s"_s << u"updated"_s << u"Lastmod"_s;
    QTest::newRow("absent") << u"title: s"_s << u"updated"_s << u"updated"_s;
    QTest::newRow("an empty key is no other name") << u"'': s"_s << u"title"_s << u"title"_s;
}

void TestReadPost::namesTheKeyThatAFileUses()
{
    QFETCH(QString, head);
    QFETCH(QString, key);
    const auto parsed = text::parseFrontMatter(yaml(head).toUtf8());
    QVERIFY(parsed);
    QTEST(writtenKey(parsed->root, key), "written");
}

QTEST_APPLESS_MAIN(TestReadPost)
#include "tst_read_post.moc"

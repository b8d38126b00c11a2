// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/feeds.h"
#include "core/publish/site_folder.h"
#include "core/publish/sitemap.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

/// The texts of all elements of one name; of `link` its href, of an attribute-only element its `attribute`.
QStringList elements(const QByteArray &xml, const QString &name, const QString &attribute = {})
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.qualifiedName() != name)
            continue;
        const QString value = reader.attributes().value(attribute).toString();
        texts.append(attribute.isEmpty() ? reader.readElementText(QXmlStreamReader::IncludeChildElements) : value);
    }
    if (reader.hasError())
        texts.append(u"(not well-formed: %1)"_s.arg(reader.errorString()));
    return texts;
}

QByteArray siteFeedOf(const SiteFolder &site, model::Feed format)
{
    const auto publication = site.publication();
    return publish::renderFeed(publication->shared(), publish::siteFeed(publication->shared()), format);
}

} // namespace

class TestFeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTheNewestPosts();
    void makesLinksAbsolute_data();
    void makesLinksAbsolute();
    void keepsIdsWhileAddressesStay();
    void datesByTheLastChange();
    void holdsOnlyCharactersOfXml_data();
    void holdsOnlyCharactersOfXml();
    void saysTheSameInEachFormat();
    void listsPagesForSearchEngines();
};

void TestFeeds::bringsTheNewestPosts()
{
    const SiteFolder site;
    for (int i = 1; i <= 25; ++i)
        site.post(u"p%1"_s.arg(i), i, "tags: [t]\n");
    site.post(u"draft"_s, 28, "draft: true\n");
    const QStringList titles = elements(siteFeedOf(site, model::Feed::Rss), u"title"_s).mid(1);
    QCOMPARE(titles.size(), 20);
    QCOMPARE(titles.first(), u"P25"_s);
    QCOMPARE(titles.last(), u"P6"_s);
    const auto publication = site.publication();
    const publish::FeedSource ofTag = publish::tagFeed(publication->shared(), publication->shared().published.tags().first());
    QCOMPARE(elements(publish::renderAtom(publication->shared(), ofTag), u"entry"_s).size(), 10);
}

void TestFeeds::makesLinksAbsolute_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("html");
    QTest::newRow("a post") << "[x](b.md#part)"_ba << u"<p><a href=\"https://t.example/posts/b/#part\">x</a></p>\n"_s;
    QTest::newRow("an address") << "[x](/posts/b/?q=1)"_ba << u"<p><a href=\"https://t.example/posts/b/?q=1\">x</a></p>\n"_s;
    QTest::newRow("a picture") << "![x](/p.svg)"_ba << u"<p><img src=\"https://t.example/p.svg\" alt=\"x\" /></p>\n"_s;
    QTest::newRow("a place on the page") << "[x](#here)"_ba << u"<p><a href=\"https://t.example/posts/a/#here\">x</a></p>\n"_s;
    QTest::newRow("elsewhere") << "[x](https://e.example/?a&b)"_ba << u"<p><a href=\"https://e.example/?a&amp;b\">x</a></p>\n"_s;
    QTest::newRow("mail") << "<a@b.example>"_ba << u"<p><a href=\"mailto:a@b.example\">a@b.example</a></p>\n"_s;
    QTest::newRow("in the author's HTML") << "<a href=\"b.md\">x</a>"_ba << u"<p><a href=\"https://t.example/posts/b/\">x</a></p>\n"_s;
    QTest::newRow("no colours, no boxes") << "```go\nfunc\n```"_ba << u"<pre><code class=\"language-go\">func\n</code></pre>\n"_s;
}

void TestFeeds::makesLinksAbsolute()
{
    QFETCH(QByteArray, body);
    const SiteFolder site;
    site.write(u"assets/p.svg"_s, "<svg/>");
    site.post(u"b"_s, 1);
    site.post(u"a"_s, 2, {}, body + '\n');
    QTEST(elements(siteFeedOf(site, model::Feed::Atom), u"content"_s).first(), "html");
    QTEST(elements(siteFeedOf(site, model::Feed::Rss), u"content:encoded"_s).first(), "html");
    const QJsonObject feed = QJsonDocument::fromJson(siteFeedOf(site, model::Feed::Json)).object();
    QTEST(feed.value("items"_L1).toArray().first().toObject().value("content_html"_L1).toString(), "html");
}

void TestFeeds::keepsIdsWhileAddressesStay()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Atom), u"id"_s),
             (QStringList { u"https://t.example/"_s, u"https://t.example/posts/a/"_s }));
    site.write(u"quillway.toml"_s, "title = \"T\"\n");
    const QStringList ids = elements(siteFeedOf(site, model::Feed::Atom), u"id"_s);
    QVERIFY(ids.at(1).startsWith("urn:uuid:"_L1) && ids.at(0) != ids.at(1));
    site.post(u"a"_s, 1, "title: Renamed\n", "Changed.\n");
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Atom), u"id"_s), ids);
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Rss), u"guid"_s, u"isPermaLink"_s), QStringList { u"false"_s });
}

void TestFeeds::datesByTheLastChange()
{
    const SiteFolder site;
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Atom), u"updated"_s), QStringList { u"1970-01-01T00:00:00Z"_s });
    site.write(u"posts/a.md"_s, "---\ndate: 2024-01-01T23:30:00-05:00\nupdated: 2024-05-06\n---\n");
    site.write(u"posts/b.md"_s, "---\ndate: 2024-02-01\n---\n");
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Atom), u"updated"_s),
             (QStringList { u"2024-05-06T00:00:00Z"_s, u"2024-02-01T00:00:00Z"_s, u"2024-05-06T00:00:00Z"_s }));
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Atom), u"published"_s).last(), u"2024-01-02T04:30:00Z"_s);
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Rss), u"pubDate"_s).last(), u"Tue, 02 Jan 2024 04:30:00 +0000"_s);
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Rss), u"lastBuildDate"_s).first(), u"Mon, 06 May 2024 00:00:00 +0000"_s);
}

void TestFeeds::holdsOnlyCharactersOfXml_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain") << u"a b"_s << u"a b"_s;
    QTest::newRow("blanks") << u"a\t\n\rb"_s << u"a\t\n\rb"_s;
    QTest::newRow("controls") << u"a\u0001\u000B\u001Fb"_s << u"ab"_s;
    QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << u"ab"_s;
    QTest::newRow("beyond the first plane") << u"a😀b"_s << u"a😀b"_s;
    QTest::newRow("noncharacters") << QString(u"a"_s + QChar(0xfffe) + QChar(0xffff) + u"b"_s) << u"ab"_s;
}

void TestFeeds::holdsOnlyCharactersOfXml()
{
    QFETCH(QString, text);
    QTEST(publish::xmlText(text), "kept");
    QVERIFY(elements("<a>" + publish::xmlText(text.toUtf8()) + "</a>", u"a"_s).size() == 1);
}

void TestFeeds::saysTheSameInEachFormat()
{
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    const QStringList titles = elements(siteFeedOf(site, model::Feed::Atom), u"title"_s).mid(1);
    QCOMPARE(elements(siteFeedOf(site, model::Feed::Rss), u"title"_s).mid(1), titles);
    QStringList ofJson;
    const QJsonObject feed = QJsonDocument::fromJson(siteFeedOf(site, model::Feed::Json)).object();
    for (const QJsonValue &item : feed.value("items"_L1).toArray())
        ofJson.append(item.toObject().value("title"_L1).toString());
    QCOMPARE(ofJson, titles);
    QCOMPARE(feed.value("version"_L1).toString(), u"https://jsonfeed.org/version/1.1"_s);
}

void TestFeeds::listsPagesForSearchEngines()
{
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    const QStringList urls = elements(publish::renderSitemap(site.publication()->shared()), u"loc"_s);
    QVERIFY(urls.contains(u"https://small.example/blog/posts/first/"_s));
    QVERIFY(urls.contains(u"https://small.example/blog/tags/a-b-c/"_s));
    QVERIFY(!urls.contains(u"https://small.example/blog/posts/go-again/"_s)); // it stands elsewhere first
    QVERIFY(!urls.contains(u"https://small.example/blog/posts/a-draft/"_s));
    QCOMPARE(QSet<QString>(urls.begin(), urls.end()).size(), urls.size());
}

QTEST_GUILESS_MAIN(TestFeeds)
#include "tst_feeds.moc"

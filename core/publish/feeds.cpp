// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/feeds.h"

#include "core/publish/entry_context.h"
#include "core/publish/page_context.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr QLatin1StringView atomNamespace = "http://www.w3.org/2005/Atom"_L1;
constexpr QLatin1StringView contentNamespace = "http://purl.org/rss/1.0/modules/content/"_L1;
constexpr QLatin1StringView dublinCoreNamespace = "http://purl.org/dc/elements/1.1/"_L1;

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

/// RFC 822 as RSS has it, with the day of the week.
QString mailTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s) + " +0000"_L1;
}

QString urlOf(const Publication::Private &shared, const QString &address)
{
    return model::absoluteUrl(address, shared.settings);
}

QString addressOf(const Publication::Private &shared, const model::Post &post)
{
    return shared.addressOf(post);
}

/// Writes elements whose texts may hold anything.
class XmlFeed
{
public:
    XmlFeed(const Publication::Private &shared, const FeedSource &source)
        : m_shared(shared)
        , m_source(source)
        , m_writer(&m_bytes)
    {
        m_writer.setAutoFormatting(true);
        m_writer.setAutoFormattingIndent(1);
        m_writer.writeStartDocument();
    }

    [[nodiscard]] QByteArray finish()
    {
        m_writer.writeEndDocument();
        return std::move(m_bytes);
    }

    void writeAtom();
    void writeRss();

private:
    void text(QAnyStringView name, const QString &text)
    {
        if (!text.isEmpty())
            m_writer.writeTextElement(name, xmlText(text));
    }
    void link(QAnyStringView relation, QAnyStringView type, const QString &url);
    void atomAuthor(const QString &name, const QString &url);
    void atomEntry(qsizetype place);
    void rssItem(qsizetype place);

    const Publication::Private &m_shared;
    const FeedSource &m_source;
    QByteArray m_bytes;
    QXmlStreamWriter m_writer;
};

void XmlFeed::link(QAnyStringView relation, QAnyStringView type, const QString &url)
{
    m_writer.writeEmptyElement(atomNamespace, "link");
    m_writer.writeAttribute("rel", relation);
    if (!type.isEmpty())
        m_writer.writeAttribute("type", type);
    m_writer.writeAttribute("href", xmlText(url));
}

void XmlFeed::atomAuthor(const QString &name, const QString &url)
{
    m_writer.writeStartElement("author");
    m_writer.writeTextElement("name", xmlText(name));
    text("uri", url);
    m_writer.writeEndElement();
}

void XmlFeed::writeAtom()
{
    const model::Settings &settings = m_shared.settings;
    m_writer.writeDefaultNamespace(atomNamespace);
    m_writer.writeStartElement("feed");
    m_writer.writeAttribute("xml:lang", settings.language);
    m_writer.writeTextElement("title", xmlText(m_source.title));
    text("subtitle", m_source.description);
    m_writer.writeTextElement("id", stableId(m_shared, m_source.list));
    m_writer.writeTextElement("updated", isoTime(lastChange(m_shared, m_source)));
    link("self", "application/atom+xml", urlOf(m_shared, model::feedAddress(model::Feed::Atom, m_source.list)));
    link("alternate", "text/html", urlOf(m_shared, m_source.list));
    // Every entry has to have an author, its own or the feed's.
    atomAuthor(siteAuthor(settings).isEmpty() ? settings.title : siteAuthor(settings), {});
    for (const qsizetype place : m_source.places)
        atomEntry(place);
    m_writer.writeEndElement();
}

void XmlFeed::atomEntry(qsizetype place)
{
    const model::Post &post = *m_shared.posts().at(place);
    const QString address = addressOf(m_shared, post);
    m_writer.writeStartElement("entry");
    m_writer.writeTextElement("title", xmlText(post.title));
    m_writer.writeTextElement("id", stableId(m_shared, address));
    link("alternate", "text/html", urlOf(m_shared, address));
    m_writer.writeTextElement("published", isoTime(post.date->at));
    m_writer.writeTextElement("updated", isoTime(lastChange(post)));
    if (const QString author = model::authorName(post, m_shared.settings); !author.isEmpty())
        atomAuthor(author, absoluteLink(m_shared, authorLink(m_shared, post), {}));
    for (const QString &tag : post.tags) {
        m_writer.writeEmptyElement("category");
        m_writer.writeAttribute("term", xmlText(tag));
    }
    text("summary", model::plainSummary(post, m_shared.settings));
    m_writer.writeStartElement("content");
    m_writer.writeAttribute("type", "html");
    m_writer.writeCharacters(QUtf8StringView(xmlText(m_shared.feedBody(place))));
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

void XmlFeed::writeRss()
{
    const model::Settings &settings = m_shared.settings;
    m_writer.writeNamespace(atomNamespace, "atom");
    m_writer.writeNamespace(contentNamespace, "content");
    m_writer.writeNamespace(dublinCoreNamespace, "dc");
    m_writer.writeStartElement("rss");
    m_writer.writeAttribute("version", "2.0");
    m_writer.writeStartElement("channel");
    m_writer.writeTextElement("title", xmlText(m_source.title));
    m_writer.writeTextElement("link", urlOf(m_shared, m_source.list));
    // An element that RSS demands even where there is nothing to say.
    m_writer.writeTextElement("description", xmlText(m_source.description.isEmpty() ? m_source.title : m_source.description));
    text("language", settings.language);
    m_writer.writeTextElement("lastBuildDate", mailTime(lastChange(m_shared, m_source)));
    link("self", "application/rss+xml", urlOf(m_shared, model::feedAddress(model::Feed::Rss, m_source.list)));
    for (const qsizetype place : m_source.places)
        rssItem(place);
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

void XmlFeed::rssItem(qsizetype place)
{
    const model::Post &post = *m_shared.posts().at(place);
    const QString address = addressOf(m_shared, post);
    const QString id = stableId(m_shared, address);
    m_writer.writeStartElement("item");
    m_writer.writeTextElement("title", xmlText(post.title));
    m_writer.writeTextElement("link", urlOf(m_shared, address));
    m_writer.writeStartElement("guid");
    m_writer.writeAttribute("isPermaLink", id.startsWith("urn:"_L1) ? "false" : "true");
    m_writer.writeCharacters(id);
    m_writer.writeEndElement();
    m_writer.writeTextElement("pubDate", mailTime(post.date->at));
    if (const QString author = model::authorName(post, m_shared.settings); !author.isEmpty())
        m_writer.writeTextElement(dublinCoreNamespace, "creator", xmlText(author));
    for (const QString &tag : post.tags)
        m_writer.writeTextElement("category", xmlText(tag));
    text("description", model::plainSummary(post, m_shared.settings));
    m_writer.writeTextElement(contentNamespace, "encoded", QUtf8StringView(xmlText(m_shared.feedBody(place))));
    m_writer.writeEndElement();
}

QJsonArray jsonAuthors(const Publication::Private &shared, const model::Post &post)
{
    const QString name = model::authorName(post, shared.settings);
    if (name.isEmpty())
        return {};
    QJsonObject author { { u"name"_s, name } };
    if (const QString url = absoluteLink(shared, authorLink(shared, post), {}); !url.isEmpty())
        author.insert(u"url"_s, url);
    return { author };
}

QJsonObject jsonItem(const Publication::Private &shared, qsizetype place)
{
    const model::Post &post = *shared.posts().at(place);
    const QString address = addressOf(shared, post);
    QJsonObject item {
        { u"id"_s, stableId(shared, address) },
        { u"url"_s, urlOf(shared, address) },
        { u"title"_s, post.title },
        { u"content_html"_s, QString::fromUtf8(shared.feedBody(place)) },
        { u"summary"_s, model::plainSummary(post, shared.settings) },
        { u"date_published"_s, isoTime(post.date->at) },
        { u"date_modified"_s, isoTime(lastChange(post)) },
    };
    if (!post.tags.isEmpty())
        item.insert(u"tags"_s, QJsonArray::fromStringList(post.tags));
    if (const QJsonArray authors = jsonAuthors(shared, post); !authors.isEmpty())
        item.insert(u"authors"_s, authors);
    if (!post.lang.isEmpty())
        item.insert(u"language"_s, post.lang);
    return item;
}

} // namespace

QByteArray renderAtom(const Publication::Private &shared, const FeedSource &source)
{
    XmlFeed feed(shared, source);
    feed.writeAtom();
    return feed.finish();
}

QByteArray renderRss(const Publication::Private &shared, const FeedSource &source)
{
    XmlFeed feed(shared, source);
    feed.writeRss();
    return feed.finish();
}

QByteArray renderJsonFeed(const Publication::Private &shared, const FeedSource &source)
{
    QJsonArray items;
    for (const qsizetype place : source.places)
        items.append(jsonItem(shared, place));
    QJsonObject feed {
        { u"version"_s, u"https://jsonfeed.org/version/1.1"_s },
        { u"title"_s, source.title },
        { u"home_page_url"_s, urlOf(shared, source.list) },
        { u"feed_url"_s, urlOf(shared, model::feedAddress(model::Feed::Json, source.list)) },
        { u"language"_s, shared.settings.language },
        { u"items"_s, items },
    };
    if (!source.description.isEmpty())
        feed.insert(u"description"_s, source.description);
    if (const QString author = siteAuthor(shared.settings); !author.isEmpty())
        feed.insert(u"authors"_s, QJsonArray { QJsonObject { { u"name"_s, author } } });
    return QJsonDocument(feed).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray renderFeed(const Publication::Private &shared, const FeedSource &source, model::Feed format)
{
    switch (format) {
    case model::Feed::Atom: return renderAtom(shared, source);
    case model::Feed::Rss: return renderRss(shared, source);
    case model::Feed::Json: return renderJsonFeed(shared, source);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace quillway::publish

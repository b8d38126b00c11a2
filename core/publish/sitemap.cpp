// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/sitemap.h"

#include "core/model/addresses.h"
#include "core/publish/feed_source.h"
#include "core/publish/link_url.h"

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr int mostUrls = 50'000;

class Sitemap
{
public:
    explicit Sitemap(const Publication::Private &shared)
        : m_shared(shared)
        , m_writer(&m_bytes)
    {
        m_writer.setAutoFormatting(true);
        m_writer.setAutoFormattingIndent(1);
        m_writer.writeStartDocument();
        m_writer.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
        m_writer.writeStartElement("urlset");
    }

    void add(const QString &address, const QDateTime &changed = {})
    {
        if (++m_urls > mostUrls)
            return;
        m_writer.writeStartElement("url");
        m_writer.writeTextElement("loc", model::absoluteUrl(address, m_shared.settings));
        if (changed.isValid())
            m_writer.writeTextElement("lastmod", changed.toUTC().date().toString(Qt::ISODate));
        m_writer.writeEndElement();
    }

    void addPost(const model::Post &post)
    {
        // What stands elsewhere first is for that place to announce.
        if (webUrl(post.canonical).isEmpty())
            add(m_shared.addressOf(post), lastChange(post));
    }

    [[nodiscard]] QByteArray finish()
    {
        m_writer.writeEndDocument();
        return std::move(m_bytes);
    }

private:
    const Publication::Private &m_shared;
    QByteArray m_bytes;
    QXmlStreamWriter m_writer;
    int m_urls = 0;
};

} // namespace

QByteArray renderSitemap(const Publication::Private &shared)
{
    Sitemap map(shared);
    map.add(model::indexAddress());
    for (const model::PostPtr &post : shared.posts())
        map.addPost(*post);
    for (const model::PostPtr &page : shared.published.pages())
        map.addPost(*page);
    for (const model::TopicPtr &topic : shared.site->topics())
        map.add(model::topicAddress(*topic));
    for (const model::ReadingPathPtr &path : shared.site->paths())
        map.add(model::pathAddress(*path));
    for (const model::Tag &tag : shared.published.tags())
        map.add(model::tagAddress(tag));
    map.add(model::archiveAddress());
    if (!shared.published.tags().isEmpty())
        map.add(model::tagsAddress());
    if (!shared.site->topics().isEmpty())
        map.add(model::topicsAddress());
    if (!shared.site->paths().isEmpty())
        map.add(model::pathsAddress());
    return map.finish();
}

QByteArray renderRobots(const Publication::Private &shared)
{
    QByteArray text = "User-agent: *\nAllow: /\n";
    if (!shared.settings.baseUrl.isEmpty())
        text += "\nSitemap: " + model::absoluteUrl(model::sitemapAddress(), shared.settings).toUtf8() + '\n';
    return text;
}

} // namespace quillway::publish

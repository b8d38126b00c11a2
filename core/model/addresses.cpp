// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/addresses.h"

#include "core/base/slug.h"

#include <QStringTokenizer>

#include <algorithm>

namespace quillway::model {

using namespace Qt::StringLiterals;

namespace {

QString safePart(QStringView text)
{
    return isSafeAddressPart(text) ? text.toString() : slugOr(text, u"post");
}

/// Adds the parts of `path` to an address that ends with `/`.
void appendParts(QString &address, QStringView path)
{
    for (const QStringView part : QStringTokenizer(path, u'/', Qt::SkipEmptyParts))
        address += safePart(part) + u'/';
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || c == u'_';
}

/// Where the `:name` that begins at `from` ends.
qsizetype nameEnd(QStringView pattern, qsizetype from)
{
    qsizetype end = from + 1;
    while (end < pattern.size() && isNameCharacter(pattern[end]))
        ++end;
    return end;
}

const QStringList &permalinkNames()
{
    static const QStringList names { u"year"_s, u"month"_s, u"day"_s, u"slug"_s, u"filename"_s, u"section"_s };
    return names;
}

QString fileNamePart(const Post &post)
{
    return post.isBundle ? post.file.folder().section(u'/', -1) : post.file.stem();
}

/// What a pattern's `:name` stands for; empty if the post has no such thing.
QString permalinkValue(QStringView name, const Post &post)
{
    if (name == "slug"_L1)
        return safePart(post.slug);
    if (name == "filename"_L1)
        return safePart(fileNamePart(post));
    if (name == "section"_L1)
        return post.section;
    if (!post.date)
        return {};
    const QDate date = post.date->at.date();
    const int number = name == "year"_L1 ? date.year() : name == "month"_L1 ? date.month() : name == "day"_L1 ? date.day() : -1;
    if (number < 0)
        return {};
    return QString::number(number).rightJustified(name == "year"_L1 ? 4 : 2, u'0');
}

QString expandPermalink(QStringView pattern, const Post &post)
{
    QString path;
    for (qsizetype i = 0; i < pattern.size();) {
        const qsizetype end = pattern[i] == u':' ? nameEnd(pattern, i) : i + 1;
        if (end > i + 1)
            path += permalinkValue(pattern.sliced(i + 1, end - i - 1), post);
        else
            path += pattern[i];
        i = end;
    }
    return path;
}

bool isUnreserved(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u'_'
        || c == u'~';
}

QString encodePath(const QString &path)
{
    if (std::ranges::all_of(path, [](QChar c) { return c == u'/' || isUnreserved(c); }))
        return path;
    QString encoded;
    for (const QStringView part : QStringTokenizer(path, u'/')) {
        encoded += encodePathSegment(part);
        encoded += u'/';
    }
    encoded.chop(1);
    return encoded;
}

QString decoded(QStringView text)
{
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toUtf8());
    return QByteArrayView(bytes).isValidUtf8() ? QString::fromUtf8(bytes) : text.toString();
}

/// The path of a URL under `ownUrl`, seen from there; nothing if it is another site's.
std::optional<QString> pathUnder(const QUrl &url, const QUrl &ownUrl)
{
    if (url.host().isEmpty() || url.host() != ownUrl.host() || url.port() != ownUrl.port())
        return std::nullopt;
    QString root = ownUrl.path(QUrl::FullyEncoded);
    if (!root.endsWith(u'/'))
        root += u'/';
    const QString path = url.path(QUrl::FullyEncoded);
    return path.startsWith(root) ? std::optional(path.sliced(root.size())) : std::nullopt;
}

} // namespace

QString postAddress(const Post &post, const Settings &settings)
{
    QString address = u"/"_s;
    appendParts(address, expandPermalink(settings.permalink, post));
    if (address.size() == 1)
        appendParts(address, "posts/"_L1 + safePart(post.slug));
    return address;
}

QString pageAddress(const Post &page)
{
    QString address = u"/"_s;
    appendParts(address, page.section);
    return address + safePart(page.slug) + u'/';
}

QString addressOf(const Post &postOrPage, const Settings &settings)
{
    return postOrPage.isPage() ? pageAddress(postOrPage) : postAddress(postOrPage, settings);
}

QString tagAddress(const Tag &tag)
{
    return tagsAddress() + safePart(tag.slug) + u'/';
}

QString topicAddress(const Topic &topic)
{
    return topicsAddress() + safePart(topic.slug) + u'/';
}

QString pathAddress(const ReadingPath &path)
{
    return pathsAddress() + safePart(path.slug) + u'/';
}

QString listAddress(const QString &first, int number)
{
    return number <= 1 ? first : first + u"page/%1/"_s.arg(number);
}

QString indexAddress()
{
    return u"/"_s;
}

QString archiveAddress()
{
    return u"/archive/"_s;
}

QString tagsAddress()
{
    return u"/tags/"_s;
}

QString topicsAddress()
{
    return u"/topics/"_s;
}

QString pathsAddress()
{
    return u"/paths/"_s;
}

QString searchAddress()
{
    return u"/search/"_s;
}

QString notFoundAddress()
{
    return u"/404.html"_s;
}

QString sitemapAddress()
{
    return u"/sitemap.xml"_s;
}

QString robotsAddress()
{
    return u"/robots.txt"_s;
}

QString feedAddress(Feed feed, const QString &list)
{
    switch (feed) {
    case Feed::Atom: return list + "feed.xml"_L1;
    case Feed::Rss: return list + "rss.xml"_L1;
    case Feed::Json: return list + "feed.json"_L1;
    }
    return list + "feed.xml"_L1;
}

QString assetAddress(const SitePath &asset, const Post *bundle, const Settings &settings)
{
    const QString &path = asset.toString();
    if (bundle) {
        const QString folder = bundle->file.folder() + u'/';
        if (path.startsWith(folder))
            return addressOf(*bundle, settings) + path.sliced(folder.size());
    }
    const auto behind = [&](QLatin1StringView folder) { return u'/' + path.sliced(folder.size()); };
    if (path.startsWith("assets/"_L1))
        return behind("assets/"_L1);
    return path.startsWith("pages/"_L1) ? behind("pages/"_L1) : u'/' + path;
}

std::optional<QString> aliasAddress(QStringView alias, const QUrl &ownUrl)
{
    QString text = alias.trimmed().toString();
    if (const QUrl url(text); !url.scheme().isEmpty() || text.startsWith("//"_L1)) {
        const auto path = pathUnder(url, ownUrl);
        if (!path)
            return std::nullopt;
        text = *path;
    }
    const auto end = std::ranges::find_if(text, [](QChar c) { return c == u'?' || c == u'#'; });
    text.truncate(end - text.begin());
    while (text.startsWith(u'/'))
        text.removeFirst();
    const auto path = SitePath::parse(decoded(text));
    if (!path)
        return std::nullopt;
    QString address = u'/' + path->toString();
    if (!std::ranges::all_of(QStringView(address).sliced(1).split(u'/'), isSafeAddressPart))
        return std::nullopt;
    if (path->fileName() == "index.html"_L1)
        address.chop("index.html"_L1.size());
    else if (text.endsWith(u'/') || !(address.endsWith(".html"_L1, Qt::CaseInsensitive) || address.endsWith(".htm"_L1, Qt::CaseInsensitive)))
        address += u'/';
    return address == indexAddress() ? std::nullopt : std::optional(address);
}

std::optional<QString> tagAliasAddress(QStringView alias, const QUrl &ownUrl)
{
    if (alias.contains(u'/'))
        return aliasAddress(alias, ownUrl);
    const QStringView name = alias.trimmed();
    return name.isEmpty() ? std::nullopt : std::optional(tagsAddress() + slugOr(name, u"tag") + u'/');
}

SitePath outputPath(const QString &address)
{
    const QString file = address.endsWith(u'/') ? address + "index.html"_L1 : address;
    const auto path = SitePath::parse(QStringView(file).sliced(file.startsWith(u'/') ? 1 : 0));
    Q_ASSERT(path);
    return path ? *path : SitePath::literal(u"_");
}

QString sitePrefix(const Settings &settings)
{
    QString path = settings.baseUrl.path(QUrl::FullyEncoded);
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    if (!path.endsWith(u'/'))
        path += u'/';
    return path;
}

QString urlPath(const QString &address, const Settings &settings)
{
    return sitePrefix(settings) + encodePath(address.sliced(address.startsWith(u'/') ? 1 : 0));
}

QString absoluteUrl(const QString &address, const Settings &settings)
{
    const auto server = QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    return settings.baseUrl.toString(server | QUrl::FullyEncoded) + urlPath(address, settings);
}

std::optional<QString> permalinkFault(QStringView pattern)
{
    if (!pattern.startsWith(u'/'))
        return u"it has to begin with /"_s;
    bool namesPost = false;
    for (qsizetype i = pattern.indexOf(u':'); i >= 0; i = pattern.indexOf(u':', i + 1)) {
        const QStringView name = pattern.sliced(i + 1, nameEnd(pattern, i) - i - 1);
        if (!permalinkNames().contains(name))
            return u":%1 is none of :%2"_s.arg(name, permalinkNames().join(u" :"_s));
        namesPost = namesPost || name == "slug"_L1 || name == "filename"_L1;
    }
    if (!namesPost)
        return u"it has to name :slug or :filename"_s;
    for (const QStringView part : QStringTokenizer(pattern, u'/', Qt::SkipEmptyParts)) {
        if (!isSafeAddressPart(part))
            return u"%1 cannot stand in an address"_s.arg(part);
    }
    return std::nullopt;
}

} // namespace quillway::model

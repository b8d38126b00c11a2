// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/page_keys.h"

#include "core/base/file_stamp.h"
#include "core/base/program_identity.h"
#include "core/model/readers.h"
#include "core/pictures/render_picture.h"
#include "core/publish/entry_context.h"
#include "core/publish/feed_source.h"
#include "core/publish/inline_text.h"
#include "core/publish/list_pages.h"
#include "core/publish/page_key.h"
#include "core/publish/pager.h"
#include "core/publish/renderer.h"
#include "core/publish/site_search.h"
#include "core/publish/translations.h"
#include "core/text/diagram_renderer.h"
#include "core/text/formula_renderer.h"

#include <QDirIterator>
#include <QStandardPaths>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

qsizetype newestDated(const QList<model::PostPtr> &posts, qsizetype most, auto &&take)
{
    qsizetype taken = 0;
    for (const model::PostPtr &post : posts) {
        if (taken == most)
            break;
        if (post->date) {
            take(post);
            ++taken;
        }
    }
    return taken;
}

/// A value of a template's context; false if it is of a type that is not known here.
bool addVariant(PageKey &key, const QVariant &value)
{
    if (value.typeId() == QMetaType::QVariantHash) {
        const QVariantHash hash = value.toHash();
        QStringList names = hash.keys();
        names.sort();
        key.add(names.size());
        return std::ranges::all_of(names, [&](const QString &name) { return addVariant(key.add(name), hash.value(name)); });
    }
    if (value.typeId() == QMetaType::QVariantMap) {
        const QVariantMap map = value.toMap();
        key.add(map.size());
        return std::ranges::all_of(map.keys(), [&](const QString &name) { return addVariant(key.add(name), map.value(name)); });
    }
    if (value.typeId() == QMetaType::QVariantList) {
        const QVariantList list = value.toList();
        key.add(list.size());
        return std::ranges::all_of(list, [&](const QVariant &item) { return addVariant(key, item); });
    }
    key.add(value.typeId());
    if (const std::optional<QByteArray> html = htmlOf(value)) {
        key.add(*html);
        return true;
    }
    key.add(value.toString());
    return !value.isValid() || value.canConvert<QString>();
}

/// By the templates that lists of posts are made with.
QHash<QString, EntryParts> partsShown(const Theme &theme)
{
    QHash<QString, EntryParts> parts;
    for (const QString &name : { u"post.html"_s, u"index.html"_s, u"tag.html"_s, u"topic.html"_s, u"path.html"_s, u"archive.html"_s })
        parts.insert(name, partsUsed(theme, name));
    parts[u"topic.html"_s] |= EntryPart::Tags | EntryPart::Minutes; // what its profile is made from
    parts[u"path.html"_s] |= EntryPart::Minutes;
    return parts;
}

} // namespace

PageKeys::PageKeys(const FileSystem &files, const Publication::Private &shared)
    : m_files(files)
    , m_shared(shared)
    , m_parts(partsShown(*shared.theme))
    , m_keys(shared, m_parts.values())
{
    m_common = commonKey();
    Key counts("tags");
    for (qsizetype i = 0; i < shared.published.tags().size(); ++i)
        counts.add(m_keys.tag(i)).add(qint64(shared.published.tags().at(i).posts.size()));
    m_tagCounts = counts.take();
    for (const model::TopicPtr &topic : shared.site->topics())
        m_topicPosts.append(analysis::topicPosts(*topic, shared.published));
    // Asked for by every post, and made by one thread while the others would wait.
    if (!shared.posts().isEmpty())
        std::ignore = shared.backReferences(*shared.posts().first());
}

/// Settings, theme and menu count whole: who changes one of them changes every page. Of tags.toml each page has what it shows: an alias there, which every
/// rename of a tag leaves, is on no page.
QByteArray PageKeys::commonKey() const
{
    Key key("common");
    key.add(programIdentity()).addFile(QFileInfo(filtersPlugin())).addFile(QFileInfo(text::FormulaRenderer::installedLibrary()));
    if (m_shared.settings.diagrams)
        key.addFile(QFileInfo(text::DiagramRenderer::installedProgram()));
    for (const QString &folder : QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"org.kde.syntax-highlighting"_s,
                                                           QStandardPaths::LocateDirectory)) {
        for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            key.addFile(it.nextFileInfo());
    }
    key.add(m_shared.site->parts().settingsSource);
    key.add(m_shared.settings.baseUrl.toString(QUrl::FullyEncoded));
    key.add(quint8(m_shared.selection.drafts)).add(quint8(m_shared.selection.future));
    QStringList names = m_shared.theme->templates.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        key.add(name).add(m_shared.theme->templates.value(name).content);
    key.add(m_shared.theme->styleSheet);
    for (const ThemeFile &file : m_shared.theme->files)
        key.add(file.name).add(file.content);
    for (const model::MenuEntry &entry : m_shared.settings.menu)
        key.add(m_shared.links().resolve(entry.url, analysis::settingsLinkOrigin()).address);
    for (const model::Author &author : m_shared.settings.authors) {
        const analysis::LinkTarget target = m_shared.links().resolve(author.url, analysis::settingsLinkOrigin());
        key.add(target.url).add(target.address).add(quint8(target.kind));
    }
    // What cannot be told from others is another one each time; so are settings that are in force although their file now cannot be read (an editor's).
    if (!addVariant(key, m_shared.siteContext(model::indexAddress())) || !model::readSettings(m_shared.site->parts().settingsSource))
        key.add(stampTime());
    return key.take();
}

QByteArray PageKeys::postKey(qsizetype place) const
{
    const model::Post &post = *m_shared.posts().at(place);
    const EntryParts parts = partsOf(u"post.html"_s);
    Key key("post");
    key.add(m_common).add(m_keys.full(place)).add(m_keys.entry(place - 1, parts)).add(m_keys.entry(place + 1, parts));
    for (const qint32 other : m_keys.related(place))
        key.add(m_keys.entry(other, parts));
    const BackReferences references = m_shared.backReferences(post);
    for (const PathPlace &at : references.paths) {
        const ReadingWalk &walk = m_shared.walks().at(at.walk);
        key.add(walk.path->file.toString()).add(walk.path->source).add(at.stop).add(walk.stops.size());
        for (const qsizetype stop : { at.stop - 1, at.stop + 1 })
            key.add(stop < 0 || stop >= walk.stops.size() ? QByteArray() : m_keys.entry(walk.stops.at(stop).post, parts));
    }
    for (const qsizetype topic : references.topics)
        key.add(m_shared.site->topics().at(topic)->title).add(model::topicAddress(*m_shared.site->topics().at(topic)));
    return key.add(translationsKey(post)).add(quint8(m_shared.isSummedUpLikeAnother(post))).take();
}

QByteArray PageKeys::translationsKey(const model::Post &post) const
{
    Key key("translations");
    for (const Translation &translation : translationsOf(m_shared, post))
        key.add(translation.language).add(translation.address).add(translation.title);
    return key.take();
}

QByteArray PageKeys::pageKey(const model::Post &page) const
{
    Key key("page");
    key.add(m_common)
        .add(m_keys.entryOfPage(page, everyPart))
        .add(sourceHash(page))
        .add(m_keys.linksOf(page))
        .add(m_tagCounts)
        .add(translationsKey(page))
        .add(quint8(m_shared.isSummedUpLikeAnother(page)));
    return key.take();
}

QByteArray PageKeys::indexKey(int number) const
{
    const Paging paging { m_shared.posts().size(), m_shared.settings.perPage };
    Key key("index");
    key.add(m_common).add(number).add(paging.entries).add(showsTagCloud(m_shared.settings, number) ? m_tagCounts : QByteArray());
    for (qsizetype i = paging.begin(number); i < paging.begin(number) + paging.size(number); ++i)
        key.add(m_keys.entry(i, partsOf(u"index.html"_s)));
    return key.take();
}

QByteArray PageKeys::tagPageKey(qsizetype index, int number) const
{
    const model::Tag &tag = m_shared.published.tags().at(index);
    const Paging paging { tag.posts.size(), m_shared.settings.perPage };
    Key key("tag page");
    key.add(m_common).add(m_keys.tag(index)).add(tag.info.description).add(number).add(paging.entries);
    key.add(mayLink(tag.info.description) ? m_keys.linkTargets() : QByteArray());
    for (const model::PostPtr &post : tag.posts.sliced(paging.begin(number), paging.size(number)))
        key.add(m_keys.entry(post, partsOf(u"tag.html"_s)));
    if (number == 1)
        key.add(m_tagCounts).add(m_keys.tagOrder()); // the tags beside it
    return key.take();
}

QByteArray PageKeys::feedKey(const QString &title, const QString &description, const QString &list, const QList<qsizetype> &places,
                             model::Feed feed) const
{
    Key key("feed");
    key.add(m_common).add(title).add(description).add(list).add(quint8(feed));
    for (const qsizetype place : places)
        key.add(m_keys.full(place));
    return key.take();
}

QByteArray PageKeys::topicKey(qsizetype index) const
{
    const model::Topic &topic = *m_shared.site->topics().at(index);
    const EntryParts parts = partsOf(u"topic.html"_s);
    Key key("topic");
    key.add(m_common).add(topic.file.toString()).add(topic.source).add(m_keys.linkTargets()).add(m_tagCounts);
    for (const model::PostPtr &post : m_topicPosts.at(index))
        key.add(m_keys.entry(post, parts));
    for (const model::Step &step : topic.path) {
        const model::PostPtr post = m_shared.site->postBySlug(step.post);
        key.add(post ? m_keys.entry(post, parts) : QByteArray());
    }
    return key.take();
}

QByteArray PageKeys::topicFeedKey(qsizetype index, model::Feed feed) const
{
    constexpr qsizetype most = 10;
    const model::Topic &topic = *m_shared.site->topics().at(index);
    QList<qsizetype> places;
    newestDated(m_topicPosts.at(index), most, [&](const model::PostPtr &post) { places.append(m_shared.placeOf(*post)); });
    return feedKey(topic.title, topic.focus, model::topicAddress(topic), places, feed);
}

QByteArray PageKeys::pathKey(qsizetype index) const
{
    const ReadingWalk &walk = m_shared.walks().at(index);
    Key key("path");
    key.add(m_common).add(walk.path->file.toString()).add(walk.path->source).add(m_keys.linkTargets()).add(m_tagCounts);
    for (const ReadingWalk::Stop &stop : walk.stops)
        key.add(stop.step.post).add(m_keys.entry(stop.post, partsOf(u"path.html"_s)));
    return key.take();
}

QByteArray PageKeys::sitemapKey() const
{
    Key key("sitemap");
    key.add(m_common).add(m_keys.everyEntry({})).add(m_tagCounts);
    for (const model::PostPtr &page : m_shared.published.pages())
        key.add(m_keys.entryOfPage(*page, {}));
    for (const model::TopicPtr &topic : m_shared.site->topics())
        key.add(model::topicAddress(*topic)).add(topic->source);
    for (const model::ReadingPathPtr &path : m_shared.site->paths())
        key.add(model::pathAddress(*path)).add(path->source);
    return key.take();
}

/// Of what is made from the index as a whole.
QByteArray PageKeys::searchKey(QByteArrayView kind) const
{
    Key key(kind);
    key.add(programIdentity()).add(m_shared.search().documents).add(guideCount(m_shared)).add(searchLanguages(m_shared).join(u' '));
    for (const IndexPiece &piece : m_shared.search().pieces)
        key.add(piece.content);
    return key.take();
}

QByteArray PageKeys::searchPostsKey(qsizetype file) const
{
    const auto documentKey = [&](SearchDocument document) {
        using Kind = SearchDocument::Kind;
        switch (document.kind) {
        case Kind::None: break;
        case Kind::Topic: return topicKey(document.place);
        case Kind::Path: return pathKey(document.place);
        case Kind::Page: return pageKey(*m_shared.published.pages().at(document.place));
        case Kind::Post: return m_keys.full(document.place);
        }
        return QByteArray();
    };
    const qsizetype documents = m_shared.search().documents;
    Key key("search posts");
    key.add(m_common);
    for (qsizetype i = file * documentsInFile; i < std::min(documents, (file + 1) * documentsInFile); ++i)
        key.add(documentKey(documentAt(m_shared, i)));
    return key.take();
}

/// By how the file looks from outside: a picture is not read to find out that it is the same. `width`: of a picture's version; 0: of the file at its own address.
QByteArray PageKeys::assetKey(const SitePath &file, int width) const
{
    const qint64 time = stampTime();
    const Result<FileStatus> status = m_files.targetStatus(m_shared.site->folder() + u'/' + file.toString());
    if (!status || !isSettled(stampOf(*status), time))
        return {};
    ByteWriter stamp;
    write(stamp, stampOf(*status));
    Key key("asset");
    key.add(file.toString()).add(stamp.take());
    if (const std::optional<SitePicture> picture = m_shared.picture(file)) {
        const model::PictureSettings &settings = m_shared.settings.pictures;
        key.add(programIdentity()).add(pictures::codecIdentity()).add(width).add(int(picture->format)).add(settings.quality);
        key.add(picture->widths.value(picture->widths.size() - 1)).add(quint8(settings.originals)).add(quint8(m_shared.isLinked(file)));
    }
    return key.take();
}

QByteArray PageKeys::keyOf(const Output &output) const
{
    using Kind = Output::Kind;
    const auto own = [&] { return Key("own").add(m_common).add(int(output.kind)).add(output.address); };
    const auto all = [&](QByteArrayView kind, qsizetype count, auto keyOfOne) {
        Key key(kind);
        for (qsizetype i = 0; i < count; ++i)
            key.add(keyOfOne(i));
        return key.add(m_common).take();
    };
    switch (output.kind) {
    case Kind::Index: return indexKey(output.number);
    case Kind::Archive:
        // Undated drafts stand under the year of the build.
        return own()
            .add(m_keys.everyEntry(partsOf(u"archive.html"_s)))
            .add(m_shared.selection.drafts ? m_shared.selection.buildDate.date().year() : 0)
            .take();
    case Kind::Tags: return own().add(m_tagCounts).add(m_keys.tagOrder()).add(m_keys.everyEntry({})).take();
    case Kind::Topics: return all("topics", m_topicPosts.size(), [&](qsizetype i) { return topicKey(i); });
    case Kind::Paths: return all("paths", m_shared.walks().size(), [&](qsizetype i) { return pathKey(i); });
    case Kind::Search:
    case Kind::NotFound:
    case Kind::Robots:
    case Kind::StyleSheet: return own().take();
    case Kind::SearchPiece: return Key("search piece").add(m_shared.search().pieces.at(output.key).content).take();
    case Kind::SearchPosts: return searchPostsKey(output.key);
    case Kind::SearchIndex: return searchKey("search index");
    case Kind::SearchWords: return searchKey("search words");
    case Kind::Sitemap: return sitemapKey();
    case Kind::SiteFeed: {
        const FeedSource source = siteFeed(m_shared);
        return feedKey(source.title, source.description, source.list, source.places, output.feed);
    }
    case Kind::Post: return postKey(output.key);
    case Kind::Page: return pageKey(*m_shared.published.pages().at(output.key));
    case Kind::Topic: return topicKey(output.key);
    case Kind::TopicFeed: return topicFeedKey(output.key, output.feed);
    case Kind::Path: return pathKey(output.key);
    case Kind::PathFeed: {
        const FeedSource source = pathFeed(m_shared, m_shared.walks().at(output.key));
        return feedKey(source.title, source.description, source.list, source.places, output.feed);
    }
    case Kind::Tag: return tagPageKey(output.key, output.number);
    case Kind::TagFeed: {
        const FeedSource source = tagFeed(m_shared, m_shared.published.tags().at(output.key));
        return feedKey(source.title, source.description, source.list, source.places, output.feed);
    }
    case Kind::ThemeFile: return own().add(m_shared.theme->files.at(output.key).name).take();
    case Kind::Asset: return assetKey(m_shared.site->parts().assets.at(output.key).file, 0);
    case Kind::PictureVersion: return assetKey(m_shared.site->parts().assets.at(output.key).file, output.number);
    case Kind::Redirect: return own().add(output.target).take();
    }
    return {};
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/page_keys.h"

#include "core/base/file_stamp.h"
#include "core/base/fingerprint.h"
#include "core/base/parallel.h"
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
#include "core/text/formula_renderer.h"

#include <QDirIterator>
#include <QStandardPaths>

#include <algorithm>
#include <atomic>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// Whether one line of inline Markdown could hold a link in any of its forms: `[x](y)`, `<y>`, `a@b`, `http://y`, `mailto:y`, `www.y`.
bool mayLink(const QString &markdown)
{
    const auto isSign = [&](const QChar &c) {
        const qsizetype after = &c - markdown.constData() + 1;
        return c == u'[' || c == u'<' || c == u'@' || (c == u':' && after < markdown.size() && !markdown.at(after).isSpace());
    };
    return std::any_of(markdown.cbegin(), markdown.cend(), isSign) || markdown.contains("www."_L1, Qt::CaseInsensitive);
}

/// Where the links in `markdown` lead: all of it as HTML, since it seldom has any.
QByteArray linksIn(const QString &markdown, const analysis::LinkOrigin &origin, const analysis::LinkIndex &links)
{
    return mayLink(markdown) ? inlineHtml(markdown, origin, links) : QByteArray();
}

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
    if (value.typeId() == QMetaType::QVariantMap)
        return addVariant(key, QVariant(QVariantHash(value.toMap().begin(), value.toMap().end())));
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

} // namespace

PageKeys::PageKeys(const FileSystem &files, const Publication::Private &shared)
    : m_files(files)
    , m_shared(shared)
{
    for (const QString &name : { u"post.html"_s, u"index.html"_s, u"tag.html"_s, u"topic.html"_s, u"path.html"_s, u"archive.html"_s })
        m_parts.insert(name, partsUsed(*shared.theme, name));
    m_parts[u"topic.html"_s] |= EntryPart::Tags | EntryPart::Minutes; // what its profile is made from
    m_parts[u"path.html"_s] |= EntryPart::Minutes;
    const QByteArray program = programIdentity();
    m_links = fingerprint(program + shared.linksFingerprint());
    m_common = commonKey();

    Key counts("tags");
    for (const model::Tag &tag : shared.published.tags()) {
        m_tags.append(Key("tag").add(tag.key).add(tag.name).add(tag.slug).add(tag.info.title).take());
        counts.add(m_tags.last()).add(qint64(tag.posts.size()));
    }
    m_tagCounts = counts.take();
    m_tagOrder = fingerprint(program + tagOrderKey());
    m_posts.resize(size_t(shared.posts().size()));
    for (const model::TopicPtr &topic : shared.site->topics())
        m_topicPosts.append(analysis::topicPosts(*topic, shared.published));
    m_traces.resize(m_posts.size());
    // Asked for by every post, and made by one thread while the others would wait.
    if (!shared.posts().isEmpty())
        std::ignore = shared.backReferences(*shared.posts().first());
}

void PageKeys::readPosts(const SiteTrace &former, int threads)
{
    std::atomic<bool> hasNews = former.links != m_links || former.tags != m_tagOrder || former.posts.size() != m_shared.posts().size();
    forEachIndex(m_shared.posts().size(), threads, [&](qsizetype place) {
        if (readPost(place, former))
            hasNews = true;
    });
    m_hasNews = hasNews;
}

SiteTrace PageKeys::trace() const
{
    SiteTrace trace { m_links, m_tagOrder, {} };
    trace.posts.reserve(m_shared.posts().size());
    for (qsizetype place = 0; place < m_shared.posts().size(); ++place)
        trace.posts.insert(m_shared.posts().at(place)->file.toString(), m_traces[size_t(place)]);
    return trace;
}

/// Settings, theme and menu count whole: who changes one of them changes every page. Of tags.toml each page has what it shows: an alias there, which every
/// rename of a tag leaves, is on no page.
QByteArray PageKeys::commonKey() const
{
    Key key("common");
    key.add(programIdentity()).addFile(QFileInfo(filtersPlugin())).addFile(QFileInfo(text::FormulaRenderer::installedLibrary()));
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

QByteArray PageKeys::tagOrderKey() const
{
    Key key("tag order");
    for (const model::Tag &tag : m_shared.published.tags())
        key.add(tag.key);
    for (qsizetype place = 0; place < m_shared.posts().size(); ++place) {
        key.add(m_shared.posts().at(place)->file.toString()).add(m_shared.tagsAt(place).size());
        for (const qsizetype tag : m_shared.tagsAt(place))
            key.add(qint32(tag));
    }
    return key.take();
}

QByteArray PageKeys::linksKey(const model::Post &post) const
{
    Key key("links");
    const analysis::LinkOrigin origin = m_shared.originOf(post);
    for (const text::Reference &reference : post.facts.references) {
        const analysis::LinkTarget target = m_shared.links().resolve(reference.destination, origin);
        key.add(quint8(target.kind)).add(target.url).add(target.address).add(quint8(target.exported));
        key.add(pictureAttributes(m_shared.picture(target), true, m_shared.settings));
    }
    return key.take();
}

PageKeys::HeadKeys PageKeys::headKeys(const model::Post &post, qsizetype place) const
{
    const analysis::LinkOrigin origin = m_shared.originOf(post);
    Key base("head");
    base.add(post.file.toString()).add(origin.address);
    for (const QString *text : { &post.slug, &post.title, &post.author, &post.cover, &post.coverAlt, &post.canonical, &post.lang })
        base.add(*text);
    base.add(post.date).add(post.updated).add(quint8(post.isDraft()));
    if (!post.cover.isEmpty()) {
        const analysis::LinkTarget cover = m_shared.links().resolve(post.cover, origin);
        base.add(quint8(cover.kind)).add(cover.url).add(cover.address);
        base.add(pictureAttributes(m_shared.picture(cover), true, m_shared.settings));
    }
    Key summary("summary");
    summary.add(post.summary).add(linksIn(post.summary, origin, m_shared.links()));
    if (post.summary.isEmpty())
        summary.add(post.facts.firstParagraph).add(quint8(post.facts.textAfterFirstParagraph));
    Key tags("tags");
    if (place >= 0) {
        for (const qsizetype tag : m_shared.tagsAt(place))
            tags.add(m_tags.at(tag));
    }
    return { base.take(), summary.take(), tags.take(), post.facts.words, model::readingMinutes(post, m_shared.settings) };
}

/// What an entry of the post shows, of its changeable parts these.
QByteArray PageKeys::entryKey(const HeadKeys &head, EntryParts parts)
{
    Key key("entry");
    key.add(head.base);
    if (parts.testFlag(EntryPart::Summary))
        key.add(head.summary);
    if (parts.testFlag(EntryPart::Words))
        key.add(head.words);
    if (parts.testFlag(EntryPart::Minutes))
        key.add(head.minutes);
    if (parts.testFlag(EntryPart::Tags))
        key.add(head.tags);
    return key.add(parts.toInt()).take();
}

/// True if the former trace does not say the same.
bool PageKeys::readPost(qsizetype place, const SiteTrace &former)
{
    PostTrace &trace = m_traces[size_t(place)];
    const model::Post &post = *m_shared.posts().at(place);
    PostKeys &keys = m_posts[size_t(place)];
    trace.source = sourceHash(post);
    const auto known = former.posts.constFind(post.file.toString());
    const bool isKnown = known != former.posts.cend();
    trace.links = isKnown && former.links == m_links && known->source == trace.source ? known->links : linksKey(post);
    if (isKnown && former.tags == m_tagOrder) {
        trace.related = known->related;
    } else {
        for (const qsizetype other : m_shared.related(place))
            trace.related.append(qint32(other));
    }
    const HeadKeys head = headKeys(post, place);
    const auto make = [&](EntryParts parts) {
        QByteArray &made = keys.entries[size_t(parts.toInt())];
        if (made.isEmpty())
            made = entryKey(head, parts);
    };
    make({});
    for (const EntryParts parts : m_parts)
        make(parts);
    keys.full = Key("full").add(entryKey(head, everyPart)).add(trace.source).add(trace.links).take();
    return !isKnown || *known != trace;
}

const QByteArray &PageKeys::entry(qsizetype place, EntryParts parts) const
{
    static const QByteArray none;
    return place < 0 || place >= qsizetype(m_posts.size()) ? none : m_posts[size_t(place)].entries[size_t(parts.toInt())];
}

const QByteArray &PageKeys::entry(const model::PostPtr &post, EntryParts parts) const
{
    return entry(m_shared.placeOf(*post), parts);
}

QByteArray PageKeys::everyEntry(EntryParts parts) const
{
    Key key("every entry");
    for (qsizetype place = 0; place < qsizetype(m_posts.size()); ++place)
        key.add(entry(place, parts));
    return key.take();
}

QByteArray PageKeys::postKey(qsizetype place) const
{
    const model::Post &post = *m_shared.posts().at(place);
    const EntryParts parts = partsOf(u"post.html"_s);
    Key key("post");
    key.add(m_common).add(m_posts[size_t(place)].full).add(entry(place - 1, parts)).add(entry(place + 1, parts));
    for (const qint32 other : m_traces[size_t(place)].related)
        key.add(entry(other, parts));
    const BackReferences references = m_shared.backReferences(post);
    for (const PathPlace &at : references.paths) {
        const ReadingWalk &walk = m_shared.walks().at(at.walk);
        key.add(walk.path->file.toString()).add(walk.path->source).add(at.stop).add(walk.stops.size());
        for (const qsizetype stop : { at.stop - 1, at.stop + 1 })
            key.add(stop < 0 || stop >= walk.stops.size() ? QByteArray() : entry(walk.stops.at(stop).post, parts));
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
        .add(entryKey(headKeys(page, -1), everyPart))
        .add(sourceHash(page))
        .add(linksKey(page))
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
        key.add(entry(i, partsOf(u"index.html"_s)));
    return key.take();
}

QByteArray PageKeys::tagPageKey(qsizetype index, int number) const
{
    const model::Tag &tag = m_shared.published.tags().at(index);
    const Paging paging { tag.posts.size(), m_shared.settings.perPage };
    Key key("tag page");
    key.add(m_common).add(m_tags.at(index)).add(tag.info.description).add(number).add(paging.entries);
    key.add(mayLink(tag.info.description) ? m_links : QByteArray());
    for (const model::PostPtr &post : tag.posts.sliced(paging.begin(number), paging.size(number)))
        key.add(entry(post, partsOf(u"tag.html"_s)));
    if (number == 1)
        key.add(m_tagCounts).add(m_tagOrder); // the tags beside it
    return key.take();
}

QByteArray PageKeys::feedKey(const QString &title, const QString &description, const QString &list, const QList<qsizetype> &places,
                             model::Feed feed) const
{
    Key key("feed");
    key.add(m_common).add(title).add(description).add(list).add(quint8(feed));
    for (const qsizetype place : places)
        key.add(m_posts[size_t(place)].full);
    return key.take();
}

QByteArray PageKeys::topicKey(qsizetype index) const
{
    const model::Topic &topic = *m_shared.site->topics().at(index);
    const EntryParts parts = partsOf(u"topic.html"_s);
    Key key("topic");
    key.add(m_common).add(topic.file.toString()).add(topic.source).add(m_links).add(m_tagCounts);
    for (const model::PostPtr &post : m_topicPosts.at(index))
        key.add(entry(post, parts));
    for (const model::Step &step : topic.path) {
        const model::PostPtr post = m_shared.site->postBySlug(step.post);
        key.add(post ? entry(post, parts) : QByteArray());
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
    key.add(m_common).add(walk.path->file.toString()).add(walk.path->source).add(m_links).add(m_tagCounts);
    for (const ReadingWalk::Stop &stop : walk.stops)
        key.add(stop.step.post).add(entry(stop.post, partsOf(u"path.html"_s)));
    return key.take();
}

QByteArray PageKeys::sitemapKey() const
{
    Key key("sitemap");
    key.add(m_common).add(everyEntry({})).add(m_tagCounts);
    for (const model::PostPtr &page : m_shared.published.pages())
        key.add(entryKey(headKeys(*page, -1), {}));
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
    key.add(programIdentity()).add(m_shared.search().documents).add(searchLanguages(m_shared).join(u' '));
    for (const IndexPiece &piece : m_shared.search().pieces)
        key.add(piece.content);
    return key.take();
}

QByteArray PageKeys::searchPostsKey(qsizetype file) const
{
    const qsizetype documents = m_shared.search().documents;
    Key key("search posts");
    key.add(m_common);
    for (qsizetype i = file * documentsInFile; i < std::min(documents, (file + 1) * documentsInFile); ++i) {
        const qsizetype place = placeOfDocument(m_shared, i);
        key.add(place >= 0 ? m_posts[size_t(place)].full : pageKey(*m_shared.published.pages().at(-1 - place)));
    }
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
            .add(everyEntry(partsOf(u"archive.html"_s)))
            .add(m_shared.selection.drafts ? m_shared.selection.buildDate.date().year() : 0)
            .take();
    case Kind::Tags: return own().add(m_tagCounts).add(m_tagOrder).add(everyEntry({})).take();
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

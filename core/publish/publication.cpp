// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/publication.h"

#include "core/base/byte_stream.h"
#include "core/base/content_hash.h"
#include "core/base/fingerprint.h"
#include "core/model/addresses.h"
#include "core/model/post_head.h"
#include "core/publish/article.h"
#include "core/publish/entry_context.h"
#include "core/publish/filters/prose.h"
#include "core/publish/publication_data.h"
#include "core/publish/related_posts.h"
#include "core/publish/site_search.h"
#include "core/publish/topic_text.h"
#include "core/publish/translations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// `url` as settings have it: with a slash at its end, without query and fragment.
QUrl asBaseUrl(QUrl url)
{
    url.setQuery(QString());
    url.setFragment(QString());
    if (!url.isEmpty() && !url.path().endsWith(u'/'))
        url.setPath(url.path() + u'/');
    return url;
}

model::Settings withBaseUrl(model::Settings settings, const QUrl &baseUrl)
{
    if (!baseUrl.isEmpty())
        settings.baseUrl = asBaseUrl(baseUrl);
    return settings;
}

/// How much of a destination stands before its query and fragment.
qsizetype pathLength(QStringView destination)
{
    return std::ranges::find_if(destination, [](QChar c) { return c == u'?' || c == u'#'; }) - destination.begin();
}

/// The address that a URL's path stands for; nothing if it is outside the base URL's path or no good address.
std::optional<QString> addressOfUrlPath(const QString &path, const model::Settings &settings)
{
    const QString prefix = model::sitePrefix(settings);
    QString inside = path.section(u'?', 0, 0).section(u'#', 0, 0);
    if (!inside.startsWith(prefix))
        return std::nullopt;
    const QByteArray decoded = QByteArray::fromPercentEncoding(inside.sliced(prefix.size()).toUtf8());
    if (!QByteArrayView(decoded).isValidUtf8())
        return std::nullopt;
    inside = QString::fromUtf8(decoded);
    if (inside.isEmpty())
        return model::indexAddress();
    const std::optional<SitePath> parts = SitePath::parse(inside);
    if (!parts || inside.startsWith(u'/'))
        return std::nullopt;
    return u'/' + parts->toString() + (inside.endsWith(u'/') ? u"/"_s : QString());
}

} // namespace

QByteArray sourceHash(const model::Post &post)
{
    return post.sourceHash.isEmpty() ? contentHash(post.source) : post.sourceHash;
}

Publication::Private::Private(model::SitePtr publishedSite, model::Selection chosen, ThemePtr look, const QUrl &baseUrl,
                              LookAtPicture lookAt, ReadWhole readWholePost)
    : site(std::move(publishedSite))
    , settings(withBaseUrl(site->settings(), baseUrl))
    , selection(std::move(chosen))
    , theme(std::move(look))
    , published(*site, selection)
    , locale(settings.language)
    , dateFormat(settings.dateFormat.isEmpty() ? longDateFormat(locale) : settings.dateFormat)
    , lookAtPicture(std::move(lookAt))
    , readWhole(std::move(readWholePost))
    , m_profiles(size_t(site->topics().size()))
    , m_topicTexts(size_t(site->topics().size()))
    , m_entries(size_t(posts().size()))
    , m_feedBodies(size_t(posts().size()))
    , m_related(size_t(posts().size()))
{
    placeByFile.reserve(posts().size());
    for (qsizetype i = 0; i < posts().size(); ++i)
        placeByFile.insert(posts().at(i)->file, i);
}

const analysis::LinkIndex &Publication::Private::links() const
{
    return m_links.get([this] { return analysis::LinkIndex(*site, published, settings); });
}

const QByteArray &Publication::Private::linksFingerprint() const
{
    return m_linksFingerprint.get([this] { return links().fingerprint() + picturesFingerprint() + settings.baseUrl.toEncoded(); });
}

std::optional<SitePicture> Publication::Private::picture(const SitePath &asset) const
{
    if (!lookAtPicture || !pictures::isPictureName(asset.toString()))
        return std::nullopt;
    {
        const std::scoped_lock lock(m_picturesMutex);
        if (const auto known = m_pictures.constFind(asset); known != m_pictures.constEnd())
            return *known;
    }
    // Two threads that ask at once both look: it takes less time than the other's waiting would.
    std::optional<SitePicture> picture;
    if (const Result<pictures::PictureFacts> facts = lookAtPicture(asset)) {
        picture = sitePicture(*facts, links().addressOf(asset), settings.pictures);
        // What the author has put there is not overwritten.
        picture->widths.removeIf([&](int width) { return links().targets().contains(picture->versionAddress(width)); });
    }
    const std::scoped_lock lock(m_picturesMutex);
    m_pictures.insert(asset, picture);
    return picture;
}

QByteArray Publication::Private::picturesFingerprint() const
{
    ByteWriter writer;
    for (const model::Asset &asset : site->parts().assets) {
        const std::optional<SitePicture> own = picture(asset.file);
        if (!own)
            continue;
        writer.text(asset.file.toString());
        writer.bytes(pictureAttributes(own, true, settings));
    }
    return writer.written().isEmpty() ? QByteArray() : fingerprint(writer.written());
}

const QHash<SitePath, QList<model::PostPtr>> &Publication::Private::translations() const
{
    return m_translations.get([this] { return translationGroups(*this); });
}

bool Publication::Private::isLinked(const SitePath &asset) const
{
    return m_linkedPictures.get([this] { return findLinkedPictures(); }).contains(asset);
}

QSet<SitePath> Publication::Private::findLinkedPictures() const
{
    QSet<SitePath> linked;
    for (const QList<model::PostPtr> &texts : { posts(), published.pages() }) {
        for (const model::PostPtr &post : texts) {
            for (const text::Reference &reference : post->facts.references) {
                const QStringView path = QStringView(reference.destination).first(pathLength(reference.destination));
                if (reference.kind != text::Reference::Kind::Link || !pictures::isPictureName(path))
                    continue;
                if (const analysis::LinkTarget target = links().resolve(reference.destination, originOf(*post)); target.asset)
                    linked.insert(*target.asset);
            }
        }
    }
    return linked;
}

const QList<ReadingWalk> &Publication::Private::walks() const
{
    return m_walks.get([this] {
        QList<ReadingWalk> walks;
        for (const model::ReadingPathPtr &path : site->paths()) {
            ReadingWalk walk { path, {}, 0 };
            for (const model::Step &step : path->steps) {
                const model::PostPtr post = site->postBySlug(step.post);
                if (!post || placeOf(*post) < 0)
                    continue;
                walk.stops.append({ step, post });
                walk.minutes += model::readingMinutes(*post, settings);
            }
            walks.append(std::move(walk));
        }
        return walks;
    });
}

const analysis::TopicProfile &Publication::Private::profile(qsizetype topic) const
{
    return m_profiles[size_t(topic)].get([&] { return analysis::topicProfile(*site->topics().at(topic), published, settings); });
}

const TopicTexts &Publication::Private::topicTexts(qsizetype topic, Renderer &renderer) const
{
    return m_topicTexts[size_t(topic)].get([&] { return renderTopicTexts(*this, topic, renderer); });
}

QHash<SitePath, BackReferences> Publication::Private::findBackReferences() const
{
    QHash<SitePath, BackReferences> found;
    for (qsizetype w = 0; w < walks().size(); ++w) {
        for (qsizetype s = 0; s < walks().at(w).stops.size(); ++s) {
            QList<PathPlace> &places = found[walks().at(w).stops.at(s).post->file].paths;
            // A path that comes back to a post shows it where it stands first.
            if (places.isEmpty() || places.last().walk != w)
                places.append({ w, s });
        }
    }
    for (qsizetype t = 0; t < site->topics().size(); ++t) {
        for (const model::PostPtr &post : analysis::topicPosts(*site->topics().at(t), published))
            found[post->file].topics.append(t);
    }
    return found;
}

BackReferences Publication::Private::backReferences(const model::Post &post) const
{
    return m_backReferences.get([this] { return findBackReferences(); }).value(post.file);
}

QString Publication::Private::addressOf(const model::Post &post) const
{
    const QList<QString> &addresses = m_addresses.get([this] {
        QList<QString> addresses;
        addresses.reserve(posts().size());
        for (const model::PostPtr &own : posts())
            addresses.append(model::postAddress(*own, settings));
        return addresses;
    });
    const qsizetype place = placeOf(post);
    return place >= 0 && posts().at(place).get() == &post ? addresses.at(place) : model::addressOf(post, settings);
}

bool Publication::Private::isSummedUpLikeAnother(const model::Post &post) const
{
    const auto summaryOf = [](const model::Post &own) -> const QString & {
        return own.summary.isEmpty() ? own.facts.firstParagraph : own.summary;
    };
    const QSet<QString> &repeated = m_repeatedSummaries.get([&] {
        QSet<QString> found;
        QSet<QString> seen;
        seen.reserve(posts().size());
        for (const model::PostPtr &own : posts()) {
            const QString &summary = summaryOf(*own);
            if (!summary.isEmpty() && seen.contains(summary))
                found.insert(summary);
            seen.insert(summary);
        }
        return found;
    });
    return repeated.contains(summaryOf(post));
}

const QList<qsizetype> &Publication::Private::tagsAt(qsizetype place) const
{
    return m_tagsOfPosts
        .get([this] {
            QList<QList<qsizetype>> tags(posts().size());
            QHash<QString, qsizetype> bySpelling;
            for (qsizetype i = 0; i < posts().size(); ++i) {
                for (const QString &name : posts().at(i)->tags) {
                    auto known = bySpelling.constFind(name);
                    if (known == bySpelling.constEnd()) {
                        const model::Tag *tag = published.tag(name);
                        known = bySpelling.insert(name, tag != nullptr ? tag - published.tags().data() : -1);
                    }
                    if (*known >= 0)
                        tags[i].append(*known);
                }
            }
            return tags;
        })
        .at(place);
}

const QList<qsizetype> &Publication::Private::placesOf(qsizetype tag) const
{
    return m_placesOfTags
        .get([this] {
            QList<QList<qsizetype>> places(published.tags().size());
            for (qsizetype i = 0; i < places.size(); ++i) {
                for (const model::PostPtr &post : published.tags().at(i).posts)
                    places[i].append(placeOf(*post));
            }
            return places;
        })
        .at(tag);
}

const QVariantHash &Publication::Private::tagEntry(qsizetype tag) const
{
    return m_tagEntries
        .get([this] {
            QList<QVariantHash> entries;
            for (const model::Tag &own : published.tags())
                entries.append(tagContext(*this, own));
            return entries;
        })
        .at(tag);
}

const QVariantHash &Publication::Private::tagOfEntry(qsizetype tag) const
{
    return m_tagsOfEntries
        .get([this] {
            QList<QVariantHash> entries;
            for (qsizetype i = 0; i < published.tags().size(); ++i) {
                entries.append(tagEntry(i));
                entries.last().remove(u"count"_s);
            }
            return entries;
        })
        .at(tag);
}

const QVariantHash &Publication::Private::entry(qsizetype place) const
{
    return m_entries[size_t(place)].get([&] { return entryContext(*this, *posts().at(place)); });
}

const QList<qsizetype> &Publication::Private::related(qsizetype place) const
{
    return m_related[size_t(place)].get([&] { return relatedPosts(*this, place); });
}

const QByteArray &Publication::Private::feedBody(qsizetype place) const
{
    return m_feedBodies[size_t(place)].get([&] {
        const model::PostPtr post = whole(*posts().at(place));
        return post ? renderFeedBody(*this, *post) : QByteArray();
    });
}

bool Publication::Private::hasSearch() const
{
    const auto page = links().targets().constFind(model::searchAddress());
    return page != links().targets().cend() && page->kind == analysis::LinkTarget::Kind::OwnPage;
}

const SiteSearch &Publication::Private::search(const KeptIndex &former, int threads, const std::stop_token &stop) const
{
    return m_search.get([&] { return makeSiteSearch(*this, former, threads, stop); });
}

model::PostPtr Publication::Private::whole(const model::Post &post) const
{
    if (!model::isHead(post))
        return model::PostPtr(model::PostPtr(), &post);
    if (const Result<model::PostPtr> read = readWhole ? readWhole(post) : model::PostPtr(); read && *read)
        return *read;
    m_isOutdated = true;
    return nullptr;
}

Publication::Publication(model::SitePtr site, model::Selection selection, ThemePtr theme, const QUrl &baseUrl, LookAtPicture lookAtPicture,
                         ReadWhole readWhole)
    : d(std::make_unique<Private>(std::move(site), std::move(selection), std::move(theme), baseUrl, std::move(lookAtPicture),
                                  std::move(readWhole)))
{ }

Publication::~Publication() = default;

const model::Site &Publication::site() const
{
    return *d->site;
}

const model::SitePtr &Publication::sitePtr() const
{
    return d->site;
}

const model::Settings &Publication::settings() const
{
    return d->settings;
}

const model::Selection &Publication::selection() const
{
    return d->selection;
}

const ThemePtr &Publication::theme() const
{
    return d->theme;
}

const QList<model::PostPtr> &Publication::posts() const
{
    return d->posts();
}

std::optional<SourceFile> Publication::fileForAddress(const QString &path) const
{
    const std::optional<QString> address = addressOfUrlPath(path, d->settings);
    if (!address)
        return std::nullopt;
    if (*address == d->theme->styleAddress)
        return SourceFile { {}, d->theme->styleSheet };
    for (const ThemeFile &file : d->theme->files) {
        if (*address == Theme::addressOf(file))
            return SourceFile { {}, file.content };
    }
    const QHash<QString, analysis::LinkTarget> &targets = d->links().targets();
    auto target = targets.constFind(*address);
    if (target == targets.constEnd())
        target = targets.constFind(addressOfOriginal(*address));
    if (target == targets.constEnd() || !target->asset)
        return std::nullopt;
    return SourceFile { d->site->folder() + u'/' + target->asset->toString(), {} };
}

std::optional<SitePath> Publication::documentForAddress(const QString &path) const
{
    const std::optional<QString> address = addressOfUrlPath(path, d->settings);
    if (!address)
        return std::nullopt;
    const analysis::LinkTarget target = d->links().resolve(QString::fromLatin1(QUrl::toPercentEncoding(*address, "/")),
                                                           analysis::settingsLinkOrigin());
    if (target.post)
        return target.post->file;
    for (const model::TopicPtr &topic : d->site->topics()) {
        if (model::topicAddress(*topic) == target.address)
            return topic->file;
    }
    for (const model::ReadingPathPtr &walk : d->site->paths()) {
        if (model::pathAddress(*walk) == target.address)
            return walk->file;
    }
    return std::nullopt;
}

} // namespace quillway::publish

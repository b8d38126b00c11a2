// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/relinking.h"

#include "core/analysis/links.h"
#include "core/analysis/published_posts.h"
#include "core/changes/destination_style.h"
#include "core/changes/head_texts.h"
#include "core/changes/rearranged_site.h"
#include "core/model/addresses.h"
#include "core/text/front_matter.h"
#include "core/text/link_destinations.h"

#include <QStringTokenizer>

#include <algorithm>

namespace quillway::changes {

using namespace Qt::StringLiterals;
using analysis::LinkOrigin;
using analysis::LinkTarget;
using model::Site;
using Kind = LinkTarget::Kind;

namespace {

/// A text before and after.
struct Place {
    SitePath file; ///< before
    LinkOrigin before;
    LinkOrigin after;
};

class Relinker
{
public:
    Relinker(const Site &site, const Site &next, const model::Selection &selection, const Rearrangement &rearrangement)
        : m_site(site)
        , m_next(next)
        , m_rearrangement(rearrangement)
        , m_before(site, analysis::PublishedPosts(site, selection))
        , m_after(next, analysis::PublishedPosts(next, selection))
    {
        gatherAddresses(site.topics(), next.topics(), &model::topicAddress);
        gatherAddresses(site.paths(), next.paths(), &model::pathAddress);
    }

    [[nodiscard]] Result<Relinked> relink()
    {
        m_result.change.moves = m_rearrangement.moves;
        const auto originOfPost = [](const model::Post &post, const Site &site) { return analysis::linkOrigin(post, site.settings()); };
        const auto originOfOther = [](const auto &entry, const Site &) { return analysis::linkOrigin(entry); };
        Result<void> done = relinkAll(HeadKind::Post, m_site.posts(), m_next.posts(), originOfPost);
        done = done.and_then([&] { return relinkAll(HeadKind::Post, m_site.pages(), m_next.pages(), originOfPost); });
        done = done.and_then([&] { return relinkAll(HeadKind::Topic, m_site.topics(), m_next.topics(), originOfOther); });
        done = done.and_then([&] { return relinkAll(HeadKind::Path, m_site.paths(), m_next.paths(), originOfOther); });
        const LinkOrigin settings = analysis::settingsLinkOrigin();
        done = done.and_then([&] { return relinkDocument(HeadKind::Settings, m_site.parts().settingsSource, settings); });
        done = done.and_then([&] {
            // Seen from one tag's page, all but the page itself is where it is seen from another's.
            const SitePath file = SitePath::literal(u"tags.toml");
            return relinkDocument(HeadKind::Tags, m_site.parts().tagInfoSource, { file, model::tagsAddress() + "_/"_L1 });
        });
        if (!done)
            return std::unexpected(done.error());
        std::ranges::sort(m_result.change.edits, {}, &TextEdit::file);
        sortByPlace(m_result.left);
        return std::move(m_result);
    }

private:
    [[nodiscard]] SitePath moved(const SitePath &file) const { return movedFile(file, m_rearrangement.moves); }

    template<typename T, typename Address>
    void gatherAddresses(const QList<std::shared_ptr<const T>> &before, const QList<std::shared_ptr<const T>> &after,
                         const Address &addressOf)
    {
        QHash<SitePath, QString> now;
        for (const auto &entry : after)
            now.insert(entry->file, addressOf(*entry));
        for (const auto &entry : before) {
            const QString old = addressOf(*entry);
            const QString next = now.value(moved(entry->file), old);
            m_files.insert(old, entry->file);
            if (old == next)
                continue;
            m_addresses.insert(old, next);
            for (const model::Feed feed : { model::Feed::Atom, model::Feed::Rss, model::Feed::Json })
                m_addresses.insert(model::feedAddress(feed, old), model::feedAddress(feed, next));
        }
    }

    /// What was linked, under the names it had.
    [[nodiscard]] LinkedPlace placeOf(const LinkTarget &target) const
    {
        if (target.post)
            return { target.address, target.post->file };
        if (target.asset)
            return { target.address, target.asset };
        const auto file = m_files.constFind(target.address);
        return { target.address, file == m_files.cend() ? std::nullopt : std::optional(*file) };
    }

    /// The same, under the names it has now.
    [[nodiscard]] LinkedPlace placeAfter(const LinkTarget &target) const
    {
        LinkedPlace place = placeOf(target);
        place.address = m_addresses.value(place.address, place.address);
        if (place.file)
            place.file = moved(*place.file);
        if (const model::PostPtr post = target.post ? m_next.postByFile(*place.file) : nullptr)
            place.address = model::addressOf(*post, m_next.settings());
        else if (target.asset)
            place.address = m_after.addressOf(*place.file);
        return place;
    }

    [[nodiscard]] static bool leadsTo(const LinkTarget &now, const LinkedPlace &place, const LinkTarget &was)
    {
        if (now.kind != was.kind || now.address != place.address || (now.isAlias && !was.isAlias))
            return false;
        return now.post ? now.post->file == place.file : !now.asset || now.asset == place.file;
    }

    [[nodiscard]] std::optional<QString> newFragment(const SitePath &file, const QString &fragment) const
    {
        const auto page = m_rearrangement.anchors.constFind(file);
        const auto anchor = page == m_rearrangement.anchors.cend() ? decltype(page->cbegin()) {} : page->constFind(fragment);
        return page == m_rearrangement.anchors.cend() || anchor == page->cend() ? std::nullopt : std::optional(*anchor);
    }

    /// What `destination` has to be to lead where it led; nothing if it may stay. `left` is told of one that cannot be helped.
    template<typename Left>
    std::optional<QString> next(const QString &destination, const Place &place, const Left &left) const
    {
        const LinkTarget was = m_before.resolve(destination, place.before);
        if (was.kind == Kind::Unknown || was.kind == Kind::External)
            return std::nullopt;
        const SitePath page = was.kind == Kind::Anchor ? place.file : was.post ? was.post->file : place.file;
        const bool isOnPage = was.kind == Kind::Anchor || was.post;
        const auto fragment = isOnPage && !was.fragment.isEmpty() ? newFragment(page, was.fragment) : std::nullopt;
        const LinkedPlace linked = placeAfter(was);
        if (was.kind == Kind::Anchor)
            return fragment ? std::optional(DestinationStyle::withFragment(destination, *fragment)) : std::nullopt;
        if (!fragment && leadsTo(m_after.resolve(destination, place.after), linked, was))
            return std::nullopt;
        const DestinationStyle style(destination, place.before, placeOf(was), m_before, m_site.settings().baseUrl);
        for (const QString &written : style.written(linked, place.after, fragment)) {
            if (leadsTo(m_after.resolve(written, place.after), linked, was))
                return written;
        }
        left();
        return std::nullopt;
    }

    /// The slug by which the post that `slug` named is named now.
    [[nodiscard]] std::optional<QString> nextSlug(const QString &slug) const
    {
        const model::PostPtr post = m_site.postBySlug(slug.trimmed());
        const model::PostPtr now = post ? m_next.postByFile(moved(post->file)) : nullptr;
        if (!now || now->slug == slug.trimmed() || m_next.postBySlug(now->slug) != now)
            return std::nullopt;
        return now->slug;
    }

    [[nodiscard]] std::optional<QString> nextSlugs(const QString &slugs) const
    {
        if (!slugs.contains(u','))
            return nextSlug(slugs);
        QStringList result;
        for (const QStringView slug : QStringTokenizer(slugs, u','))
            result += nextSlug(slug.toString()).value_or(slug.trimmed().toString());
        return result.join(u", "_s);
    }

    void leave(const SitePath &file, SourcePosition position, const QString &destination)
    {
        m_result.left.append({ Severity::Warning, { ErrorCode::BrokenLink, moved(file).toString(), position, destination } });
    }

    [[nodiscard]] std::optional<QString> nextInline(const QString &markdown, const Place &place, SourcePosition position)
    {
        if (!markdown.contains(u'[') && !markdown.contains(u'<') && !markdown.contains("://"_L1))
            return std::nullopt;
        const QByteArray text = markdown.toUtf8();
        const QByteArray result = nextText(text, text::readText(text), place, [&](const text::Reference &) { return position; });
        return result == text ? std::nullopt : std::optional(QString::fromUtf8(result));
    }

    template<typename Position>
    QByteArray nextText(const QByteArray &text, const text::TextFacts &facts, const Place &place, const Position &positionOf)
    {
        qsizetype count = 0;
        const text::RewrittenText result = text::rewriteDestinations(text, facts, [&](const text::Reference &reference) {
            const bool isTemplate = reference.destination.contains("{{"_L1) || reference.destination.contains("%7B"_L1);
            const auto left = [&] { leave(place.file, positionOf(reference), reference.destination); };
            auto written = isTemplate ? std::nullopt : next(reference.destination, place, left);
            count += written ? 1 : 0;
            return written;
        });
        for (const qsizetype reference : result.left)
            leave(place.file, positionOf(facts.references[reference]), facts.references[reference].destination);
        m_result.links += count - result.left.size();
        return result.text;
    }

    [[nodiscard]] QList<text::KeyEdit> headEdits(HeadKind kind, const text::Value &root, const Place &place)
    {
        return editsOfTexts(kind, root, [&](TextUse use, const text::Value &value) -> std::optional<QString> {
            const auto counted = [this](std::optional<QString> text) {
                m_result.links += text ? 1 : 0;
                return text;
            };
            switch (use) {
            case TextUse::Destination: return counted(next(value.text, place, [&] { leave(place.file, value.position, value.text); }));
            case TextUse::Inline: return nextInline(value.text, place, value.position);
            case TextUse::Slug: return counted(nextSlug(value.text));
            case TextUse::Slugs: return counted(nextSlugs(value.text));
            }
            return std::nullopt;
        });
    }

    template<typename T, typename Origin>
    Result<void> relinkAll(HeadKind kind, const QList<std::shared_ptr<const T>> &before, const QList<std::shared_ptr<const T>> &after,
                           const Origin &originOf)
    {
        QHash<SitePath, const T *> now;
        for (const auto &entry : after)
            now.insert(entry->file, entry.get());
        for (const auto &entry : before) {
            const T *next = now.value(moved(entry->file));
            const Place place { entry->file, originOf(*entry, m_site), originOf(*next, m_next) };
            if (auto done = relinkContent(kind, *entry, *next, place); !done)
                return done;
        }
        return {};
    }

    template<typename T>
    Result<void> relinkContent(HeadKind kind, const T &before, const T &after, const Place &place)
    {
        const QByteArray body = after.body().toByteArray();
        const QByteArray newBody = nextText(body, after.facts, place, [&](const text::Reference &reference) {
            return SourcePosition { after.bodyLine + reference.line - 1, reference.column };
        });
        QByteArray source = newBody == body ? after.source : after.source.first(after.bodyOffset) + newBody;
        const auto head = text::parseFrontMatter(source);
        if (!head)
            return std::unexpected(inFile(head.error(), place.file));
        if (const QList<text::KeyEdit> edits = headEdits(kind, head->root, place); !edits.isEmpty()) {
            const auto edited = text::editFrontMatter(source, edits);
            if (!edited)
                return std::unexpected(inFile(edited.error(), place.file));
            source = *edited;
        }
        if (source != before.source)
            m_result.change.edits.append({ after.file, before.source, source });
        return {};
    }

    Result<void> relinkDocument(HeadKind kind, const QByteArray &source, const LinkOrigin &origin)
    {
        const auto root = text::parseToml(source);
        if (source.isEmpty() || !root)
            return {};
        const QList<text::KeyEdit> edits = headEdits(kind, *root, { origin.file, origin, origin });
        if (edits.isEmpty())
            return {};
        const auto edited = text::editTomlDocument(source, edits);
        if (!edited)
            return std::unexpected(inFile(edited.error(), origin.file));
        m_result.change.edits.append({ origin.file, source, *edited });
        return {};
    }

    [[nodiscard]] static Error inFile(Error error, const SitePath &file)
    {
        error.file = file.toString();
        return error;
    }

    const Site &m_site;
    const Site &m_next;
    const Rearrangement &m_rearrangement;
    analysis::LinkIndex m_before;
    analysis::LinkIndex m_after;
    QHash<QString, SitePath> m_files; ///< of topics and paths, by address
    QHash<QString, QString> m_addresses; ///< of theirs that changed
    Relinked m_result;
};

bool isTaken(const Site &site, const SitePath &file)
{
    const QString folder = file.toString() + u'/';
    const auto meets = [&](const SitePath &other) { return other == file || other.toString().startsWith(folder); };
    const auto isAt = [&](const auto &entry) { return meets(entry->file); };
    return std::ranges::any_of(site.posts(), isAt) || std::ranges::any_of(site.pages(), isAt) || std::ranges::any_of(site.topics(), isAt)
        || std::ranges::any_of(site.paths(), isAt) || std::ranges::any_of(site.parts().assets, meets, &model::Asset::file)
        || std::ranges::any_of(site.parts().unreadable.keys(), meets);
}

/// An address that two files would have, or a slug that two posts would, none of which was so before.
std::optional<Error> collision(const Site &before, const Site &after)
{
    const auto addresses = [](const Site &site) {
        QHash<QString, int> count;
        for (const auto *list : { &site.posts(), &site.pages() }) {
            for (const model::PostPtr &post : *list)
                ++count[model::addressOf(*post, site.settings()).toCaseFolded()];
        }
        for (const model::TopicPtr &topic : site.topics())
            ++count[model::topicAddress(*topic).toCaseFolded()];
        for (const model::ReadingPathPtr &path : site.paths())
            ++count[model::pathAddress(*path).toCaseFolded()];
        return count;
    };
    const auto slugs = [](const Site &site) {
        QHash<QString, int> count;
        for (const model::PostPtr &post : site.posts())
            ++count[post->slug];
        return count;
    };
    const auto newlyShared = [](const QHash<QString, int> &was, const QHash<QString, int> &now) {
        const auto found = std::ranges::find_if(now.keyValueBegin(), now.keyValueEnd(), [&](const auto &entry) {
            return entry.second > 1 && entry.second > was.value(entry.first);
        });
        return found == now.keyValueEnd() ? QString() : (*found).first;
    };
    if (const QString address = newlyShared(addresses(before), addresses(after)); !address.isEmpty())
        return Error { ErrorCode::DuplicateAddress, {}, {}, address };
    if (const QString slug = newlyShared(slugs(before), slugs(after)); !slug.isEmpty())
        return Error { ErrorCode::DuplicateSlug, {}, {}, slug };
    return std::nullopt;
}

/// A new address that already is something else's: a page of the site's own, a file, a redirect.
std::optional<Error> claimedAddress(const Site &before, const Site &after, const model::Selection &selection, const QList<Move> &moves)
{
    const analysis::LinkIndex index(before, analysis::PublishedPosts(before, selection));
    for (const auto *list : { &before.posts(), &before.pages() }) {
        for (const model::PostPtr &post : *list) {
            const model::PostPtr next = after.postByFile(movedFile(post->file, moves));
            if (next == post || !next)
                continue;
            const QString address = model::addressOf(*next, after.settings());
            const auto owner = index.targets().constFind(address);
            if (owner != index.targets().cend() && owner->post != post && address != model::addressOf(*post, before.settings()))
                return Error { ErrorCode::DuplicateAddress, {}, {}, address };
        }
    }
    return std::nullopt;
}

} // namespace

Result<Relinked> relinked(const Site &site, const model::Selection &selection, const Rearrangement &rearrangement)
{
    for (const Move &move : rearrangement.moves) {
        if (isTaken(site, move.to))
            return std::unexpected(Error { ErrorCode::AlreadyExists, move.to.toString(), {}, {} });
    }
    const auto next = rearranged(site, rearrangement);
    if (!next)
        return std::unexpected(next.error());
    if (const auto error = collision(site, *next))
        return std::unexpected(*error);
    if (const auto error = claimedAddress(site, *next, selection, rearrangement.moves))
        return std::unexpected(*error);
    return Relinker(site, *next, selection, rearrangement).relink();
}

} // namespace quillway::changes

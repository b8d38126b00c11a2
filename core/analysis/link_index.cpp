// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/links.h"

#include "core/base/byte_stream.h"
#include "core/base/fingerprint.h"
#include "core/model/addresses.h"

#include <array>

// What a LinkIndex is built from; links.cpp has how it is asked.
namespace quillway::analysis {

using namespace Qt::StringLiterals;
using Kind = LinkTarget::Kind;
using model::PostPtr;

namespace {

constexpr std::array feeds { model::Feed::Atom, model::Feed::Rss, model::Feed::Json };

LinkTarget ownPage(const QString &address)
{
    return { .kind = Kind::OwnPage, .address = address };
}

} // namespace

void LinkIndex::add(const QString &address, const LinkTarget &target)
{
    if (!m_byAddress.contains(address))
        m_byAddress.insert(address, target);
}

/// Those of `posts` that are exported, or the others.
void LinkIndex::addPosts(const QList<PostPtr> &posts, const PublishedPosts &published, bool exported)
{
    for (const PostPtr &post : posts) {
        if (published.contains(*post) != exported)
            continue;
        const QString address = model::addressOf(*post, m_settings);
        m_addressByFile.insert(post->file, address);
        add(address, { .kind = post->isPage() ? Kind::Page : Kind::Post, .address = address, .post = post, .exported = exported });
        if (post->isBundle && !m_bundles.contains(post->file.folder()))
            m_bundles.insert(post->file.folder(), post);
    }
}

void LinkIndex::addTaxonomies(const model::Site &site, const PublishedPosts &published)
{
    const auto addWithFeeds = [&](const QString &address, Kind kind) {
        add(address, { .kind = kind, .address = address });
        for (const model::Feed feed : feeds)
            add(model::feedAddress(feed, address), ownPage(model::feedAddress(feed, address)));
    };
    for (const model::TopicPtr &topic : site.topics()) {
        addWithFeeds(model::topicAddress(*topic), Kind::Topic);
        m_addressByFile.insert(topic->file, model::topicAddress(*topic));
    }
    for (const model::Tag &tag : published.tags()) {
        const QString address = model::tagAddress(tag);
        addWithFeeds(address, Kind::Tag);
        addLists(address, tag.posts.size());
    }
    for (const model::ReadingPathPtr &path : site.paths()) {
        const QString address = model::pathAddress(*path);
        addWithFeeds(address, Kind::Path);
        m_addressByFile.insert(path->file, address);
    }
    // Unlike the site's other own pages, the search gives way to what the author has in its place.
    const SitePath searchPage = SitePath::literal("assets/"_L1 + model::outputPath(model::searchAddress()).toString());
    if (m_settings.search && !site.hasAsset(searchPage))
        add(model::searchAddress(), ownPage(model::searchAddress()));
}

void LinkIndex::addOwnPages(const model::Site &site, const PublishedPosts &published)
{
    for (const QString &address :
         { model::indexAddress(), model::archiveAddress(), model::notFoundAddress(), model::sitemapAddress(), model::robotsAddress() })
        add(address, ownPage(address));
    // A list of nothing is not exported.
    if (!published.tags().isEmpty())
        add(model::tagsAddress(), ownPage(model::tagsAddress()));
    if (!site.topics().isEmpty())
        add(model::topicsAddress(), ownPage(model::topicsAddress()));
    if (!site.paths().isEmpty())
        add(model::pathsAddress(), ownPage(model::pathsAddress()));
    for (const model::Feed feed : feeds)
        add(model::feedAddress(feed, model::indexAddress()), ownPage(model::feedAddress(feed, model::indexAddress())));
    addLists(model::indexAddress(), published.posts().size());
}

/// The second and further parts of a list of so many posts.
void LinkIndex::addLists(const QString &first, qsizetype posts)
{
    if (m_settings.perPage <= 0)
        return;
    for (int number = 2; qsizetype(number - 1) * m_settings.perPage < posts; ++number)
        add(model::listAddress(first, number), ownPage(model::listAddress(first, number)));
}

void LinkIndex::addAssets(const model::Site &site, const PublishedPosts &published)
{
    for (const model::Asset &asset : site.parts().assets) {
        const PostPtr bundle = bundleOf(asset.file);
        const QString address = model::assetAddress(asset.file, bundle.get(), m_settings);
        m_addressByFile.insert(asset.file, address);
        add(address, { .kind = Kind::Asset, .address = address, .asset = asset.file, .exported = !bundle || published.contains(*bundle) });
    }
}

/// An old address gives what it leads to, so that nobody is sent through a redirect from inside the site.
void LinkIndex::addAliases(const model::Site &site, const PublishedPosts &published)
{
    const auto addAlias = [&](const std::optional<QString> &alias, const QString &address) {
        const auto target = m_byAddress.constFind(address);
        if (!alias || target == m_byAddress.cend())
            return;
        LinkTarget copy = *target;
        copy.isAlias = true;
        add(*alias, copy);
    };
    for (const auto *list : { &site.posts(), &site.pages() }) {
        for (const PostPtr &post : *list) {
            for (const QString &alias : post->aliases)
                addAlias(model::aliasAddress(alias, m_settings.baseUrl), m_addressByFile.value(post->file));
        }
    }
    for (const model::TopicPtr &topic : site.topics()) {
        for (const QString &alias : topic->aliases)
            addAlias(model::aliasAddress(alias, m_settings.baseUrl), model::topicAddress(*topic));
    }
    for (const model::ReadingPathPtr &path : site.paths()) {
        for (const QString &alias : path->aliases)
            addAlias(model::aliasAddress(alias, m_settings.baseUrl), model::pathAddress(*path));
    }
    for (const model::Tag &tag : published.tags()) {
        for (const QString &alias : tag.info.aliases)
            addAlias(model::tagAliasAddress(alias, m_settings.baseUrl), model::tagAddress(tag));
    }
}

QByteArray LinkIndex::fingerprint() const
{
    // Hashes have no order, so neither may the sum over their lines.
    quint64 sum = 0;
    quint64 otherSum = 0;
    constexpr qsizetype lineSize = 500; // bytes, of most
    const auto add = [&](ByteWriter &line) {
        sum += checkSum(line.written());
        line.number(quint8(1));
        otherSum += checkSum(line.written());
    };
    for (const auto &[address, target] : m_byAddress.asKeyValueRange()) {
        ByteWriter line(lineSize);
        line.text(address);
        line.number(quint8(target.kind));
        line.text(target.address);
        line.text(target.post ? target.post->file.toString() : QString());
        line.text(target.asset ? target.asset->toString() : QString());
        line.number(quint8(target.exported));
        line.number(quint8(target.isAlias));
        add(line);
    }
    for (const auto &[file, address] : m_addressByFile.asKeyValueRange()) {
        ByteWriter line(lineSize);
        line.text(file.toString());
        line.text(address);
        add(line);
    }
    ByteWriter all;
    all.number(qint64(m_byAddress.size()));
    all.number(qint64(m_addressByFile.size()));
    all.number(sum);
    all.number(otherSum);
    return quillway::fingerprint(all.written());
}

} // namespace quillway::analysis

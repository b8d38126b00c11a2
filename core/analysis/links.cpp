// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/links.h"

#include "core/analysis/destination.h"
#include "core/base/path_parts.h"
#include "core/model/addresses.h"

namespace quillway::analysis {

using namespace Qt::StringLiterals;
using Kind = LinkTarget::Kind;
using model::PostPtr;

LinkOrigin linkOrigin(const model::Post &postOrPage, const model::Settings &settings)
{
    return { postOrPage.file, model::addressOf(postOrPage, settings) };
}

LinkOrigin linkOrigin(const model::Topic &topic)
{
    return { topic.file, model::topicAddress(topic) };
}

LinkOrigin linkOrigin(const model::ReadingPath &path)
{
    return { path.file, model::pathAddress(path) };
}

LinkOrigin settingsLinkOrigin()
{
    return { SitePath::literal(u"quillway.toml"), model::indexAddress() };
}

LinkIndex::LinkIndex(const model::Site &site, const PublishedPosts &published)
    : LinkIndex(site, published, site.settings())
{ }

LinkIndex::LinkIndex(const model::Site &site, const PublishedPosts &published, const model::Settings &settings)
    : m_settings(settings)
{
    m_byAddress.reserve(site.posts().size() + site.pages().size() + site.parts().assets.size() + 4 * published.tags().size());
    addOwnPages(site, published);
    addPosts(site.posts(), published, true);
    addPosts(site.pages(), published, true);
    addTaxonomies(site, published);
    addPosts(site.posts(), published, false);
    addPosts(site.pages(), published, false);
    addAssets(site, published);
    addAliases(site, published);
}

LinkTarget LinkIndex::resolve(const QString &destination, const LinkOrigin &origin) const
{
    const Destination parsed = parseDestination(destination, m_settings.baseUrl);
    switch (parsed.kind) {
    case Destination::Kind::Nothing: return { .url = destination };
    case Destination::Kind::Elsewhere: return { .kind = Kind::External, .url = destination };
    case Destination::Kind::SamePage: return { .kind = Kind::Anchor, .url = parsed.tail, .fragment = parsed.fragment };
    case Destination::Kind::Inside: break;
    }
    const LinkTarget *found = find(parsed, origin);
    LinkTarget target = found ? *found : LinkTarget { .address = absolutePath(parsed.path, origin.address) };
    target.url = found ? model::urlPath(target.address, m_settings) + parsed.tail : destination;
    target.fragment = parsed.fragment;
    return target;
}

const LinkTarget *LinkIndex::find(const Destination &destination, const LinkOrigin &origin) const
{
    const QString &path = destination.path;
    if (!path.startsWith(u'/')) {
        if (const LinkTarget *target = findFile(origin.file.resolvedSibling(path)))
            return target;
        if (const LinkTarget *target = findAddress(absolutePath(path, origin.address)))
            return target;
        return findFile(SitePath::parse(path));
    }
    const QString address = absolutePath(path, origin.address);
    if (const LinkTarget *target = findAddress(address))
        return target;
    const QString prefix = m_settings.baseUrl.path();
    if (!destination.belowPrefix && prefix.size() > 1 && (address + u'/').startsWith(prefix)) {
        if (const LinkTarget *target = findAddress(address.sliced(std::min(address.size(), prefix.size() - 1))))
            return target;
    }
    return findFile(SitePath::parse(QStringView(address).sliced(1)));
}

const LinkTarget *LinkIndex::findFile(const std::optional<SitePath> &file) const
{
    const auto address = file ? m_addressByFile.constFind(*file) : m_addressByFile.cend();
    return address == m_addressByFile.cend() ? nullptr : findAddress(*address);
}

const LinkTarget *LinkIndex::findAddress(const QString &address) const
{
    auto found = m_byAddress.constFind(address);
    if (found == m_byAddress.cend() && address.endsWith("/index.html"_L1))
        found = m_byAddress.constFind(address.chopped("index.html"_L1.size()));
    if (found == m_byAddress.cend() && !address.endsWith(u'/'))
        found = m_byAddress.constFind(address + u'/');
    return found == m_byAddress.cend() ? nullptr : &*found;
}

PostPtr LinkIndex::bundleOf(const SitePath &asset) const
{
    for (const QString &folder : foldersAbove(asset.toString())) {
        if (const auto bundle = m_bundles.constFind(folder); bundle != m_bundles.cend())
            return *bundle;
    }
    return nullptr;
}

QString LinkIndex::addressOf(const SitePath &asset) const
{
    return model::assetAddress(asset, bundleOf(asset).get(), m_settings);
}

} // namespace quillway::analysis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/published_posts.h"
#include "core/model/site.h"
#include "core/text/markdown.h"

#include <QHash>
#include <QUrl>

namespace quillway::analysis {

/// Where a link or picture leads.
struct LinkTarget {
    enum class Kind {
        Post,
        Page,
        Topic,
        Path, ///< a reading path
        Tag,
        Asset, ///< a file that is copied
        OwnPage, ///< index, archive, lists' further parts, feeds, search …
        Alias, ///< a redirect page; `post` is what it leads to (null for a tag's)
        Anchor, ///< `#place` on the same page
        External, ///< anywhere else, mailto and other schemes included
        Unknown, ///< inside the site, but nothing is there
    };
    Kind kind = Kind::Unknown;
    QString url; ///< for `href` and `src`: percent-encoded, with the site's prefix, query and fragment kept; as written for External and Unknown
    QString address; ///< of the page or file in this site (model/addresses.h); empty for Anchor, External
    QString fragment; ///< decoded, without `#`
    model::PostPtr post; ///< of Post, Page, Alias
    std::optional<SitePath> asset;
    bool exported = true; ///< false: it is a draft, or scheduled, and its page will not be there
};

/// Where a text stands: its file, against which `../posts/x.md` is read, and its page's address, against which a browser reads `../x/`.
struct LinkOrigin {
    SitePath file;
    QString address;
};
[[nodiscard]] LinkOrigin linkOrigin(const model::Post &postOrPage, const model::Settings &settings);
[[nodiscard]] LinkOrigin linkOrigin(const model::Topic &topic);
[[nodiscard]] LinkOrigin linkOrigin(const model::ReadingPath &path);

/// Everything of a site that a link can lead to, built once and then asked in constant time. A value that keeps what it needs alive; any number of
/// threads may read it.
class LinkIndex
{
public:
    LinkIndex(const model::Site &site, const PublishedPosts &published);

    /// Reads `destination` as its author may have meant it, the first that leads somewhere: a file seen from the text's own file, a file seen from the
    /// site's folder (`/posts/x.md`), an address of the site, an address relative to the page as a browser reads it. Absolute URLs under
    /// base_url count as the site's own. A link to a file's source gives its page. Blanks and other characters may stand bare or encoded.
    [[nodiscard]] LinkTarget resolve(const QString &destination, const LinkOrigin &origin) const;

    /// The post or page in whose bundle `asset` stands; null if none.
    [[nodiscard]] model::PostPtr bundleOf(const SitePath &asset) const;
    /// model::assetAddress for an asset of this site.
    [[nodiscard]] QString addressOf(const SitePath &asset) const;

    /// Every address of the site that has a page or file, by address (aliases too). Several owners of one address: the first in the site's order.
    [[nodiscard]] const QHash<QString, LinkTarget> &targets() const { return m_byAddress; }

private:
    [[nodiscard]] std::optional<LinkTarget> findFile(const SitePath &file) const;
    [[nodiscard]] std::optional<LinkTarget> findAddress(const QString &address) const;
    void add(const QString &address, LinkTarget target);
    void addPosts(const model::Site &site, const PublishedPosts &published);
    void addLists(const model::Site &site, const PublishedPosts &published);
    void addAssets(const model::Site &site);
    void addAliases(const model::Site &site, const PublishedPosts &published);

    model::Settings m_settings;
    QHash<QString, LinkTarget> m_byAddress;
    QHash<SitePath, QString> m_addressByFile;
    QHash<QString, model::PostPtr> m_bundles; ///< by folder
};

} // namespace quillway::analysis

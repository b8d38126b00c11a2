// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/published_posts.h"
#include "core/model/site.h"
#include "core/text/markdown.h"

#include <QHash>
#include <QUrl>

namespace quillway::analysis {

struct Destination;

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
        Anchor, ///< `#place` on the same page
        External, ///< anywhere else, mailto and other schemes included
        Unknown, ///< inside the site, but nothing is there
    };
    Kind kind = Kind::Unknown;
    QString url {}; ///< for `href` and `src`: percent-encoded, with the site's prefix, query and fragment kept; as written for External and Unknown
    QString address {}; ///< of the page or file in this site (model/addresses.h); for Unknown the one looked for; empty for Anchor, External
    QString fragment {}; ///< decoded, without `#`
    model::PostPtr post {}; ///< of Post, Page
    std::optional<SitePath> asset {};
    bool exported = true; ///< false: it is a draft or scheduled, or belongs to such a one, and will not be there
    bool isAlias = false; ///< written as an old address of what it leads to
};

/// Where a text stands: its file, against which `../posts/x.md` is read, and its page's address, against which a browser reads `../x/`.
struct LinkOrigin {
    SitePath file;
    QString address;
};
[[nodiscard]] LinkOrigin linkOrigin(const model::Post &postOrPage, const model::Settings &settings);
[[nodiscard]] LinkOrigin linkOrigin(const model::Topic &topic);
[[nodiscard]] LinkOrigin linkOrigin(const model::ReadingPath &path);
/// Of texts in quillway.toml, which stand on many pages: read against the start page.
[[nodiscard]] LinkOrigin settingsLinkOrigin();

/// Everything of a site that a link can lead to, built once and then asked in constant time. A value that keeps what it needs alive; any number of
/// threads may read it.
class LinkIndex
{
public:
    LinkIndex(const model::Site &site, const PublishedPosts &published);
    /// With other settings than the site's own: an export under another base_url.
    LinkIndex(const model::Site &site, const PublishedPosts &published, const model::Settings &settings);

    /// Reads `destination` as its author may have meant it, the first that leads somewhere:
    /// - `/x`: an address of the site (with or without the prefix of base_url), then a file seen from the site's folder;
    /// - `x`: a file seen from the text's own file, then an address relative to the page as a browser reads it, then a file seen from the
    ///   site's folder.
    /// A file of the site's content gives its page. Absolute URLs under base_url count as the site's own, whether http or https. A page's closing slash or
    /// `index.html` may be left out or written; blanks and other characters may stand bare or encoded.
    [[nodiscard]] LinkTarget resolve(const QString &destination, const LinkOrigin &origin) const;

    /// The post or page in whose bundle `asset` stands; null if none.
    [[nodiscard]] model::PostPtr bundleOf(const SitePath &asset) const;
    /// Where `asset` of this site is exported to: model::assetAddress with its bundle.
    [[nodiscard]] QString addressOf(const SitePath &asset) const;

    /// Every address of the site that has a page or file, old ones (aliases) included, in no order. `url` and `fragment` are not filled in. Where several
    /// claim one address it belongs to what is exported, then to pages before files before aliases, then to the first in the site's order.
    [[nodiscard]] const QHash<QString, LinkTarget> &targets() const { return m_byAddress; }

    /// Two indexes with one fingerprint, of sites with the same settings, resolve every destination alike.
    [[nodiscard]] QByteArray fingerprint() const;

private:
    [[nodiscard]] const LinkTarget *find(const Destination &destination, const LinkOrigin &origin) const;
    [[nodiscard]] const LinkTarget *findFile(const std::optional<SitePath> &file) const;
    [[nodiscard]] const LinkTarget *findAddress(const QString &address) const;
    void add(const QString &address, const LinkTarget &target);
    void addPosts(const QList<model::PostPtr> &posts, const PublishedPosts &published, bool exported);
    void addTaxonomies(const model::Site &site, const PublishedPosts &published);
    void addOwnPages(const model::Site &site, const PublishedPosts &published);
    void addLists(const QString &first, qsizetype posts);
    void addAssets(const model::Site &site, const PublishedPosts &published);
    void addAliases(const model::Site &site, const PublishedPosts &published);

    model::Settings m_settings;
    QHash<QString, LinkTarget> m_byAddress;
    QHash<SitePath, QString> m_addressByFile;
    QHash<QString, model::PostPtr> m_bundles; ///< by folder
};

} // namespace quillway::analysis

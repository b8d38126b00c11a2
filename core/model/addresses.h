// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/post.h"
#include "core/model/settings.h"
#include "core/model/site.h"
#include "core/model/topic.h"

// The one place that knows where things stand in the exported site.
//
// An *address* is the place of a page or file inside the site: it begins with `/`, has no `..` and no empty part, and ends with `/` for a page
// (`/posts/go-patterns/`) or with a file's name (`/feed.xml`). It is plain text, not percent-encoded (`/tags/größe/`), and does not know
// under which base_url the site lives. urlPath() and absoluteUrl() make URLs of it, outputPath() the file to write.
namespace quillway::model {

/// By the permalink pattern. Parts of the pattern that the post has not (a date, a section) are left out; parts that could not stand in an address are
/// made safe. Always a page's address.
[[nodiscard]] QString postAddress(const Post &post, const Settings &settings);
/// `pages/about.md` is `/about/`, `pages/docs/setup.md` is `/docs/setup/`.
[[nodiscard]] QString pageAddress(const Post &page);
/// Either of the two, by Post::isPage().
[[nodiscard]] QString addressOf(const Post &postOrPage, const Settings &settings);

[[nodiscard]] QString tagAddress(const Tag &tag);
[[nodiscard]] QString topicAddress(const Topic &topic);
[[nodiscard]] QString pathAddress(const ReadingPath &path);

/// Part `number` (from 1) of a list that begins at `first`: `/`, `/page/2/`; `/tags/go/`, `/tags/go/page/2/`.
[[nodiscard]] QString listAddress(const QString &first, int number);

[[nodiscard]] QString indexAddress();
[[nodiscard]] QString archiveAddress();
[[nodiscard]] QString tagsAddress();
[[nodiscard]] QString topicsAddress();
[[nodiscard]] QString pathsAddress();
[[nodiscard]] QString searchAddress();
[[nodiscard]] QString notFoundAddress();
[[nodiscard]] QString sitemapAddress();
[[nodiscard]] QString robotsAddress();

enum class Feed { Atom, Rss, Json };
/// The feed of the list that begins at `list`: `/feed.xml`, `/tags/go/rss.xml`.
[[nodiscard]] QString feedAddress(Feed feed, const QString &list);

/// Where a file that is copied ends up: what stands under `assets/` at the root; what stands in the folder of a bundle beside that
/// bundle's page; anything else under its own path, without `pages/`. `bundle`: the post or page in whose folder `asset` is, null if none
/// (analysis::LinkIndex::bundleOf knows).
[[nodiscard]] QString assetAddress(const SitePath &asset, const Post *bundle, const Settings &settings);

/// The address that an old one (`aliases`) stands for: `old/x.html`, `/old/x`, `https://same.site/old/`; decoded. Nothing if it leads outside or names
/// nothing. `ownUrl`: the base_url, empty if not set.
[[nodiscard]] std::optional<QString> aliasAddress(QStringView alias, const QUrl &ownUrl);
/// The same for a tag's: an address if it has a `/`, else another name of the tag.
[[nodiscard]] std::optional<QString> tagAliasAddress(QStringView alias, const QUrl &ownUrl);

/// The file to write for an address: `posts/x/index.html`, `feed.xml`, `index.html` for `/`.
[[nodiscard]] SitePath outputPath(const QString &address);

/// The path at which the site lives on its server, with slashes at both ends, percent-encoded: `/` or `/blog/`.
[[nodiscard]] QString sitePrefix(const Settings &settings);
/// For links inside the site: sitePrefix and the address, percent-encoded (RFC 3986): `/blog/tags/gr%C3%B6%C3%9Fe/`.
[[nodiscard]] QString urlPath(const QString &address, const Settings &settings);
/// For feeds, sitemap, canonical: base_url and the address, percent-encoded. Without a base_url the same as urlPath().
[[nodiscard]] QString absoluteUrl(const QString &address, const Settings &settings);

/// Why a permalink pattern cannot be used, in a few words; nothing if it can: it has to name `:slug` or `:filename`, and no unknown `:part`.
[[nodiscard]] std::optional<QString> permalinkFault(QStringView pattern);

} // namespace quillway::model

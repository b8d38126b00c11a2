// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/relinking.h"

// Other names for what a site is made of, with every link led on: pure functions of a site, whose results are shown, carried out and taken back as one. What follows
// from a rename, and the errors that the following share, is with relinked(). Besides: NotFound (there is no such thing) and BadValue (the name cannot be one).
namespace quillway::changes {

/// Gives a post, page, topic or reading path another file name (without folder and extension) in its folder; a bundle's folder gets it. The address follows if
/// the head does not say it. A date that only the name told, and that the new name does not tell, goes into the head.
[[nodiscard]] Result<Relinked> renameFile(const model::Site &site, const model::Selection &selection, const SitePath &file,
                                          const QString &stem);

/// Gives it another last part of its address: by the key of its head if there is one, else by the file's name, whose date stays.
[[nodiscard]] Result<Relinked> changeSlug(const model::Site &site, const model::Selection &selection, const SitePath &file,
                                          const QString &slug);

/// Gives a picture or another file that is copied another name or place (`assets/plan.png`). Precondition: none; a place that is not copied is BadValue.
[[nodiscard]] Result<Relinked> renameAsset(const model::Site &site, const model::Selection &selection, const SitePath &asset,
                                           const SitePath &to);

/// Gives the heading that `anchor` names another text (inline Markdown, one line); an id of its own (`{#id}`) stays, and so does the anchor then. Links to all
/// headings whose anchors change follow. Browsers are not sent on from an old anchor: nothing on a server sees it.
[[nodiscard]] Result<Relinked> renameHeading(const model::Site &site, const model::Selection &selection, const SitePath &file,
                                             const QString &anchor, const QString &text);

/// The post or page of that file, slug or title (if one alone has it); its file. Null: there is none.
[[nodiscard]] std::optional<SitePath> findContent(const model::Site &site, const QString &name);

} // namespace quillway::changes

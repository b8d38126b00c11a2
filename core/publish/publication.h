// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "core/pictures/picture_facts.h"
#include "core/publish/theme.h"

#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace quillway::publish {

/// What stands behind an address that is no rendered page: a file on disk, or bytes that the program made or holds (the style sheet, a theme's files).
struct SourceFile {
    QString path; ///< absolute; empty: `content` is all of it
    QByteArray content;
};

/// The post that `post` is the head of (model::isHead); an error if its text cannot be had any more.
using ReadWhole = std::function<Result<model::PostPtr>(const model::Post &post)>;

/// What the head of a picture among the site's files says.
using LookAtPicture = std::function<Result<pictures::PictureFacts>(const SitePath &asset)>;

/// A site as it is published on one build date under one base URL: what all its pages share, each part computed once, the costly ones when first
/// asked for. Immutable to its users and shared by threads. Cheap to make (well under 50 ms for 10,000 posts), so a new snapshot gets a new one.
class Publication
{
public:
    /// `baseUrl` stands in place of the settings' if not empty. Any thread calls these: `lookAtPicture` for each picture once; without it, pages say nothing of pictures'
    /// sizes and versions. `readWhole` is needed for sites of which only heads are known.
    Publication(model::SitePtr site, model::Selection selection, ThemePtr theme, const QUrl &baseUrl = {}, LookAtPicture lookAtPicture = {},
                ReadWhole readWhole = {});
    ~Publication();
    Publication(const Publication &) = delete;
    Publication &operator=(const Publication &) = delete;

    [[nodiscard]] const model::Site &site() const;
    [[nodiscard]] const model::SitePtr &sitePtr() const;
    [[nodiscard]] const model::Settings &settings() const; ///< with the base URL in force
    [[nodiscard]] const model::Selection &selection() const;
    [[nodiscard]] const ThemePtr &theme() const;

    /// The published posts, newest first.
    [[nodiscard]] const QList<model::PostPtr> &posts() const;

    /// The file behind a path as it stands in a URL of the site (`/blog/posts/x/plan.svg`, percent-encoded or not, with the base URL's
    /// path): the style sheet, a theme's file, something under assets/, a picture beside a post (drafts' too: the preview shows them). For
    /// a picture's smaller version, which only an export makes, it is the picture. Nothing for pages, for what the site does not have and for whatever would lead outside.
    [[nodiscard]] std::optional<SourceFile> fileForAddress(const QString &path) const;

    /// The post, page, topic or reading path whose page stands at such a path; drafts too.
    [[nodiscard]] std::optional<SitePath> documentForAddress(const QString &path) const;

    struct Private; ///< for publish/ alone
    [[nodiscard]] const Private &shared() const { return *d; }

private:
    std::unique_ptr<Private> d;
};

using PublicationPtr = std::shared_ptr<const Publication>;

} // namespace quillway::publish

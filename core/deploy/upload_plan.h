// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/listing.h"

#include <QList>
#include <QStringList>

namespace quillway::deploy {

/// What has to happen for a target to have the files of a site: a value, to be shown before anything is sent.
struct UploadPlan {
    // By path
    QList<SitePath> added;
    QList<SitePath> changed;
    QList<SitePath> removed;

    /// `added` and `changed` in the order in which they go, in stages: at any moment a reader finds what the pages there lead to. First what pages need (style sheets,
    /// pictures), then new pages, then pages that were there, then lists and feeds, which lead to new pages. `removed` goes last.
    [[nodiscard]] QList<QList<SitePath>> uploads() const;
    [[nodiscard]] bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }

    friend bool operator==(const UploadPlan &, const UploadPlan &) = default;
};

/// `wanted`: the site; `present`: what the target has. Pure.
[[nodiscard]] UploadPlan planUpload(const Listing &wanted, const Listing &present);

/// The folders that `files` are in, each once, outer ones first.
[[nodiscard]] QStringList foldersOf(const QList<SitePath> &files);

/// The folders that hold nothing any more when `removed` is gone and `remaining` is all there is; inner ones first.
[[nodiscard]] QStringList emptiedFolders(const QList<SitePath> &removed, const Listing &remaining);

} // namespace quillway::deploy

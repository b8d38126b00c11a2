// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/same_surroundings.h"

#include <algorithm>

namespace quillway::ui {

using namespace quillway::model;

namespace {

bool haveSamePosts(const QList<PostPtr> &a, const QList<PostPtr> &b, const SitePath &shown)
{
    return std::ranges::equal(a, b, [&](const PostPtr &one, const PostPtr &other) {
        return one == other || (one->file == shown && other->file == shown && haveSameHead(*one, *other));
    });
}

bool haveSameAssets(const QList<Asset> &a, const QList<Asset> &b)
{
    const auto look = [](const Asset &asset) { return std::pair(asset.file, asset.size); };
    return a.isSharedWith(b) || std::ranges::equal(a, b, {}, look, look);
}

} // namespace

bool haveSameSurroundings(const Site &a, const Site &b, const SitePath &shown)
{
    if (&a == &b)
        return true;
    const SiteParts &one = a.parts();
    const SiteParts &other = b.parts();
    return one.folder == other.folder && one.settingsSource == other.settingsSource && one.tagInfoSource == other.tagInfoSource
        && one.topics == other.topics && one.paths == other.paths && haveSamePosts(one.posts, other.posts, shown)
        && haveSamePosts(one.pages, other.pages, shown) && haveSameAssets(one.assets, other.assets);
}

} // namespace quillway::ui

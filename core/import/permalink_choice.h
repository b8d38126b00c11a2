// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/post.h"

namespace quillway::importing {

/// A post with the address that it had.
struct AddressedPost {
    model::Post post; ///< file, section, date, slug as it is going to be
    QString address;
};

/// The pattern by which most of the posts keep their addresses, but for an ending as `.html`. `/posts/:slug/` if no address is known.
[[nodiscard]] QString choosePermalink(const QList<AddressedPost> &posts);

/// The last part of an address as a slug: without `.html` and `index.html`. Empty if it has none.
[[nodiscard]] QString slugOfAddress(const QString &address);

} // namespace quillway::importing

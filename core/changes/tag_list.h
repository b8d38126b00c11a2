// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/value.h"

#include <QSet>

namespace quillway::changes {

/// What becomes of a list of tags.
struct TagEdit {
    QSet<QString> from; ///< keys of tags that go
    QString to; ///< stands in the place of the first of them; empty: they only go
    bool add = false; ///< `to` is added where none of them is

    /// The tags as they are then; a tag that is there already is not put in twice.
    [[nodiscard]] QStringList applied(const QStringList &tags) const;
};

/// `value`, of a key that holds tags (a list, or a text with commas), with the edit made; whatever stays is as it was. Null stands for no such key.
[[nodiscard]] text::Value editedTags(const text::Value &value, const TagEdit &edit);

} // namespace quillway::changes

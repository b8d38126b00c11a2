// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/typeset_marks.h"

#include <cmark-gfm/node.h>

#include <QHash>

#include <functional>

namespace quillway::text {

/// Sets the texts of one inline container (paragraph, heading, table cell) after the other.
class Typesetter
{
public:
    explicit Typesetter(const Typography &typography)
        : m_typography(typography)
    { }

    /// The part of a text node that is shown.
    using VisibleText = std::function<QByteArrayView(const cmark_node *text)>;
    /// Before its children are asked for.
    void enterContainer(const cmark_node *container, const VisibleText &visibleText);

    /// What stands for a text node's visible text; nothing if that stays as it is.
    [[nodiscard]] const QByteArray *find(const cmark_node *text) const
    {
        const auto found = m_set.constFind(text);
        return found == m_set.cend() ? nullptr : &*found;
    }

private:
    Typography m_typography;
    QHash<const cmark_node *, QByteArray> m_set;
};

} // namespace quillway::text

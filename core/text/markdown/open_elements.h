// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown/html_tags.h"

#include <vector>

namespace quillway::text {

/// Which elements the author's raw HTML has opened and not yet closed, as far as that decides whether what follows stands inside of them
/// in the page's tree (HTML Living Standard, 13.2.6).
class OpenElements
{
public:
    /// A block of raw HTML at the top level.
    void addBlock(QByteArrayView html);
    /// One inside a list or quote, whose end closes what the HTML leaves open; all but a comment and the content of `script` and its like.
    void addNestedBlock(QByteArrayView html);
    /// One tag inside a paragraph at the top level: only elements that end a paragraph stay open beyond it.
    void addInline(QByteArrayView tag);

    [[nodiscard]] bool isEmpty() const { return m_open.empty() && !m_inComment; }

private:
    void open(QByteArrayView name);
    void close(QByteArrayView name);

    std::vector<QByteArray> m_open; ///< lower case
    bool m_inComment = false;
};

} // namespace quillway::text

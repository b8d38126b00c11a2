// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/footnote_labels.h"

#include "core/base/utf8.h"
#include "core/text/markdown/markdown_tree.h"

#include <QByteArray>
#include <QString>

#include <algorithm>

namespace quillway::text {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// Goes through the `[^…]` in a block's content that hold a line end, by matching brackets.
class LabelFinder
{
public:
    explicit LabelFinder(QByteArrayView content)
        : m_content(content)
    { }

    /// The next one's bytes, [begin, end); false if there is none.
    [[nodiscard]] bool next(qsizetype &begin, qsizetype &end)
    {
        for (; m_at < m_content.size(); ++m_at) {
            const char c = m_content[m_at];
            if (c == '\\') {
                ++m_at;
            } else if (c == '[') {
                ++m_depth;
                if (m_labelDepth == 0 && m_content.sliced(m_at).startsWith("[^")) {
                    m_labelDepth = m_depth;
                    m_labelBegin = m_at;
                }
            } else if (c == ']' && m_depth > 0) {
                const bool closes = m_depth-- == m_labelDepth;
                if (!closes)
                    continue;
                m_labelDepth = 0;
                begin = m_labelBegin;
                end = m_at;
                if (std::any_of(m_content.begin() + begin, m_content.begin() + end, isLineEnd))
                    return true;
            }
        }
        return false;
    }

private:
    QByteArrayView m_content;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_labelDepth = 0; ///< 0: outside of one
    qsizetype m_labelBegin = 0;
};

bool joinLabelsIn(cmark_strbuf &content)
{
    const QByteArrayView bytes = bytesOf(content);
    const qsizetype first = bytes.indexOf("[^");
    if (first < 0 || std::none_of(bytes.begin() + first, bytes.end(), isLineEnd))
        return false;
    LabelFinder labels(bytes);
    for (qsizetype begin = 0, end = 0; labels.next(begin, end);)
        std::replace_if(content.ptr + begin, content.ptr + end, [](unsigned char c) { return isLineEnd(char(c)); }, ' ');
    return true;
}

struct LabelJoiner {
    bool found = false;

    void enter(cmark_node *node)
    {
        if (node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING)
            found = joinLabelsIn(node->content) || found;
    }
    void leave(cmark_node *) { }
};

struct TextRepairer {
    void enter(cmark_node *node)
    {
        if (node->type != CMARK_NODE_TEXT || !firstInvalidUtf8(bytesOf(node->as.literal)))
            return;
        const QByteArray repaired = QString::fromUtf8(bytesOf(node->as.literal)).toUtf8();
        cmark_node_set_literal(node, repaired.constData());
    }
    void leave(cmark_node *) { }
};

} // namespace

bool joinFootnoteLabels(cmark_node *root)
{
    LabelJoiner joiner;
    walk(root, {}, joiner);
    return joiner.found;
}

void repairTexts(cmark_node *root)
{
    TextRepairer repairer;
    walk(root, {}, repairer);
}

} // namespace quillway::text

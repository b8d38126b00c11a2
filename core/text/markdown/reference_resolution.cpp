// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown.h"
#include "core/text/markdown/html_escape.h"

namespace quillway::text {

namespace {

/// Moves the blocks' ends as the text before them grows or shrinks; places must come in order.
class BlockMover
{
public:
    explicit BlockMover(QList<Block> *blocks)
        : m_blocks(blocks)
    { }

    /// Everything up to `place` of the old HTML has moved by `shift`.
    void moveUpTo(qsizetype place, qsizetype shift)
    {
        if (!m_blocks)
            return;
        for (; m_next < m_blocks->size() && m_blocks->at(m_next).htmlEnd <= place; ++m_next) {
            Block &block = (*m_blocks)[m_next];
            block.htmlBegin = m_begin;
            block.htmlEnd += shift;
            m_begin = block.htmlEnd;
        }
    }

private:
    QList<Block> *m_blocks;
    qsizetype m_next = 0;
    qsizetype m_begin = 0;
};

} // namespace

QByteArray resolveReferences(const Rendered &rendered, const ResolveReference &resolve, QList<Block> *blocks,
                             const DescribePicture &describe)
{
    if (blocks)
        *blocks = rendered.blocks;
    BlockMover mover(blocks);
    QByteArray html;
    html.reserve(rendered.html.size() + rendered.spans.size() * 32);
    const QByteArrayView old = rendered.html;
    qsizetype done = 0;
    for (const ReferenceSpan &span : rendered.spans) {
        mover.moveUpTo(span.begin, html.size() - done);
        html.append(old.sliced(done, span.begin - done));
        const Reference &reference = rendered.facts.references.at(span.reference);
        appendEscapedUrl(html, resolve(reference).toUtf8());
        done = span.end;
        if (span.isBarePicture && describe) {
            html.append(old.sliced(done++, 1)); // the quotation mark
            html.append(describe(reference));
        }
    }
    mover.moveUpTo(old.size(), html.size() - done);
    html.append(old.sliced(done));
    return html;
}

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/source_places.h"

#include "core/text/markdown/markdown_tree.h"
#include "core/text/markdown/utf8_cursor.h"

#include <algorithm>

namespace quillway::text {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// The offset behind the line end at `at`: LF, CR or CRLF.
qsizetype behindLineEnd(QByteArrayView text, qsizetype at)
{
    return at + (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
}

qsizetype nextLineEnd(QByteArrayView text, qsizetype from)
{
    const auto found = std::find_if(text.begin() + from, text.end(), isLineEnd);
    return found - text.begin();
}

struct ContentLine {
    int index = 0; ///< from 0
    qsizetype begin = 0;
};

ContentLine contentLineAt(QByteArrayView content, qsizetype offset)
{
    ContentLine line;
    for (qsizetype end = nextLineEnd(content, 0); end < offset; end = nextLineEnd(content, line.begin)) {
        const qsizetype begin = behindLineEnd(content, end);
        if (begin > offset)
            break;
        line.begin = begin;
        ++line.index;
    }
    return line;
}

int lineCount(QByteArrayView content)
{
    while (!content.isEmpty() && isLineEnd(content.back()))
        content.chop(1);
    return contentLineAt(content, content.size()).index + 1;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

void SourcePlaces::findLines()
{
    m_lineStarts.push_back(0);
    for (qsizetype end = nextLineEnd(m_body, 0); end < m_body.size(); end = nextLineEnd(m_body, m_lineStarts.back()))
        m_lineStarts.push_back(behindLineEnd(m_body, end));
}

QByteArrayView SourcePlaces::line(int line)
{
    if (m_lineStarts.empty())
        findLines();
    if (line < 1 || std::size_t(line) > m_lineStarts.size())
        return {};
    const qsizetype begin = m_lineStarts[std::size_t(line) - 1];
    return m_body.sliced(begin, nextLineEnd(m_body, begin) - begin);
}

SourcePosition SourcePlaces::place(QByteArrayView content, qsizetype offset, int firstLine)
{
    const ContentLine at = contentLineAt(content, offset);
    QByteArrayView written = content.sliced(at.begin, nextLineEnd(content, at.begin) - at.begin);
    qsizetype inLine = offset - at.begin;
    // Tabs that frame the content may have become blanks, and blanks at the end may be gone.
    while (inLine > 0 && !written.isEmpty() && isBlank(written.front())) {
        written = written.sliced(1);
        --inLine;
    }
    while (written.size() > inLine && !written.isEmpty() && isBlank(written.back()))
        written.chop(1);

    const int line = firstLine + at.index;
    const QByteArrayView source = this->line(line);
    const qsizetype found = source.lastIndexOf(written);
    const qsizetype byte = std::clamp<qsizetype>(std::max<qsizetype>(found, 0) + inLine, 0, source.size());
    const auto columns = std::count_if(source.begin(), source.begin() + byte, [](char c) { return !isContinuationByte(c); });
    return { line, int(columns) + 1 };
}

int firstContentLine(const cmark_node *container)
{
    const bool isHeading = container->type == CMARK_NODE_HEADING;
    if (!isHeading && container->type != CMARK_NODE_PARAGRAPH)
        return container->start_line;
    // Link definitions before a paragraph's text are cut off its content but not off its lines: count from the end.
    const int underline = isHeading && container->as.heading.setext ? 1 : 0;
    const int fromEnd = container->end_line - underline - lineCount(bytesOf(container->content)) + 1;
    return std::max(fromEnd, container->start_line);
}

namespace {

/// The text of a link that stands for its own address (`<https://…>`, `www.…`), else empty.
QByteArrayView ownAddress(const cmark_node *link)
{
    const cmark_node *text = link->first_child;
    if (link->type != CMARK_NODE_LINK || !text || text->next || text->type != CMARK_NODE_TEXT)
        return {};
    const QByteArrayView shown = bytesOf(text->as.literal);
    return bytesOf(link->as.link.url).endsWith(shown) ? shown : QByteArrayView();
}

int lineBreaksIn(const cmark_node *parent)
{
    int breaks = 0;
    for (const cmark_node *node = parent->first_child; node; node = node->next)
        breaks += node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK ? 1 : 0;
    return breaks;
}

qsizetype offsetOf(QByteArrayView content, int line, int column)
{
    qsizetype begin = 0;
    for (; line > 0 && begin < content.size(); --line) {
        const qsizetype end = nextLineEnd(content, begin);
        begin = end < content.size() ? behindLineEnd(content, end) : content.size();
    }
    return begin + column;
}

} // namespace

qsizetype findReference(const cmark_node *container, const cmark_node *reference, qsizetype from)
{
    const QByteArrayView content = bytesOf(container->content);
    if (from >= content.size())
        return 0;
    if (const QByteArrayView address = ownAddress(reference); !address.isEmpty()) {
        const qsizetype found = content.indexOf(address, from);
        if (found > from && (content[found - 1] == '<' || content[found - 1] == '['))
            return found - 1;
        if (found >= 0)
            return found;
    }
    const QByteArrayView opening = reference->type == CMARK_NODE_IMAGE ? "![" : "[";
    // cmark gives the line on which the link ends and the column at which it begins, counted from the container's first.
    const int line = reference->start_line - container->start_line - lineBreaksIn(reference);
    const qsizetype told = offsetOf(content, line, reference->start_column - container->start_column - container->internal_offset);
    if (told >= from && told < content.size() && content.sliced(told).startsWith(opening))
        return told;
    return std::max<qsizetype>(content.indexOf(opening, from), 0);
}

} // namespace quillway::text

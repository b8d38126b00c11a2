// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/source_places.h"

#include "core/text/markdown/markdown_tree.h"
#include "core/text/markdown/utf8_cursor.h"

#include <algorithm>

namespace quillway::text {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// The first LF or CR, or the text's end.
qsizetype nextLineEnd(QByteArrayView text, qsizetype from)
{
    const QByteArrayView rest = text.sliced(from);
    const qsizetype feed = rest.indexOf('\n');
    const QByteArrayView line = feed < 0 ? rest : rest.first(feed);
    const qsizetype carriageReturn = line.indexOf('\r');
    return from + (carriageReturn < 0 ? line.size() : carriageReturn);
}

/// Where lines begin: behind each LF, CR or CRLF that something follows.
std::vector<qsizetype> lineStarts(QByteArrayView text)
{
    std::vector<qsizetype> starts { 0 };
    for (qsizetype end = nextLineEnd(text, 0); end < text.size(); end = nextLineEnd(text, starts.back())) {
        const qsizetype next = end + (text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? 2 : 1);
        if (next >= text.size())
            break;
        starts.push_back(next);
    }
    return starts;
}

int lineCount(QByteArrayView content)
{
    return int(lineStarts(content).size());
}

QByteArrayView lineFrom(QByteArrayView text, qsizetype begin)
{
    return text.sliced(begin, nextLineEnd(text, begin) - begin);
}

} // namespace

QByteArrayView SourceLines::line(int line)
{
    if (m_starts.empty())
        m_starts = lineStarts(m_body);
    if (line < 1 || std::size_t(line) > m_starts.size())
        return {};
    return lineFrom(m_body, m_starts[std::size_t(line) - 1]);
}

SourcePosition SourceLines::position(int line, qsizetype offset)
{
    if (line != m_countedLine) {
        m_countedLine = line;
        m_counted = this->line(line);
        m_countedTo = 0;
        m_column = 1;
    }
    offset = std::clamp<qsizetype>(offset, 0, m_counted.size());
    if (offset < m_countedTo) {
        m_countedTo = 0;
        m_column = 1;
    }
    const QByteArrayView between = m_counted.sliced(m_countedTo, offset - m_countedTo);
    m_column += int(std::ranges::count_if(between, [](char c) { return !isContinuationByte(c); }));
    m_countedTo = offset;
    return { line, m_column };
}

ContentPlaces::ContentPlaces(SourceLines &lines, QByteArrayView content, int firstLine)
    : m_lines(lines)
    , m_content(content)
    , m_firstLine(firstLine)
    , m_starts(lineStarts(content))
    , m_searchBudget(content.size() * 4 + 1000)
{ }

std::size_t ContentPlaces::lineAt(qsizetype offset) const
{
    return std::size_t(std::ranges::upper_bound(m_starts, offset) - m_starts.begin()) - 1;
}

QByteArrayView ContentPlaces::contentLine(std::size_t index) const
{
    return lineFrom(m_content, m_starts[index]);
}

void ContentPlaces::match(std::size_t index)
{
    if (index == m_matchedLine)
        return;
    m_matchedLine = index;
    QByteArrayView written = contentLine(index);
    // Tabs that frame the content may have become blanks, and blanks at the end may be gone.
    const qsizetype whole = written.size();
    while (!written.isEmpty() && isBlank(written.front()))
        written = written.sliced(1);
    const qsizetype leading = whole - written.size();
    while (!written.isEmpty() && isBlank(written.back()))
        written.chop(1);
    QByteArrayView source = m_lines.line(m_firstLine + int(index));
    while (!source.isEmpty() && isBlank(source.back()))
        source.chop(1);
    const qsizetype found = source.endsWith(written) ? source.size() - written.size() : source.indexOf(written);
    m_matchedBegin = std::max<qsizetype>(found, 0) - leading;
}

SourcePosition ContentPlaces::place(qsizetype offset)
{
    const std::size_t index = lineAt(std::clamp<qsizetype>(offset, 0, m_content.size()));
    match(index);
    return m_lines.position(m_firstLine + int(index), m_matchedBegin + offset - m_starts[index]);
}

qsizetype ContentPlaces::search(QByteArrayView wanted)
{
    const qsizetype reach = std::min(m_content.size() - m_from, m_searchBudget);
    if (reach <= 0)
        return -1;
    const qsizetype found = m_content.sliced(m_from, reach).indexOf(wanted);
    m_searchBudget -= found < 0 ? reach : found;
    return found < 0 ? -1 : m_from + found;
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

} // namespace

qsizetype ContentPlaces::findReference(const cmark_node *container, const cmark_node *reference)
{
    const auto foundAt = [this](qsizetype offset) {
        m_from = std::min(offset + 1, m_content.size());
        return offset;
    };
    if (const QByteArrayView address = ownAddress(reference); !address.isEmpty()) {
        const qsizetype found = search(address);
        if (found > m_from && (m_content[found - 1] == '<' || m_content[found - 1] == '['))
            return foundAt(found - 1);
        if (found >= 0)
            return foundAt(found);
    }
    const QByteArrayView opening = reference->type == CMARK_NODE_IMAGE ? "![" : "[";
    // cmark gives the line on which the link ends and the column at which it begins, counted from the container's first.
    const int line = reference->start_line - container->start_line - lineBreaksIn(reference);
    if (line >= 0 && std::size_t(line) < m_starts.size()) {
        const qsizetype told = m_starts[std::size_t(line)] + reference->start_column - container->start_column - container->internal_offset;
        if (told >= m_from && told < m_content.size() && m_content.sliced(told).startsWith(opening))
            return foundAt(told);
    }
    const qsizetype found = search(opening);
    return found >= 0 ? foundAt(found) : m_from;
}

namespace {

/// cmark makes a paragraph of the lines above a table's head and gives it no lines of its own.
bool hasNoLines(const cmark_node *paragraph)
{
    return paragraph && paragraph->type == CMARK_NODE_PARAGRAPH && paragraph->start_line == 0 && paragraph->next;
}

int linesAboveHead(const cmark_node *table)
{
    return hasNoLines(table->prev) ? lineCount(bytesOf(table->prev->content)) : 0;
}

} // namespace

namespace {

bool isUnderline(QByteArrayView line)
{
    while (!line.isEmpty() && (isBlank(line.front()) || line.front() == '>'))
        line = line.sliced(1);
    while (!line.isEmpty() && isBlank(line.back()))
        line.chop(1);
    return !line.isEmpty() && (line.front() == '=' || line.front() == '-') && line.count(line.front()) == line.size();
}

/// The last line of a block. Where something follows an underlined heading, cmark counts one more.
int lastLine(const cmark_node *block, SourceLines &lines)
{
    const bool isUnderlined = block->type == CMARK_NODE_HEADING && block->as.heading.setext;
    return isUnderlined && isUnderline(lines.line(block->end_line - 1)) ? block->end_line - 1 : block->end_line;
}

} // namespace

LineRange linesOf(const cmark_node *block, SourceLines &lines)
{
    if (hasNoLines(block)) {
        const int first = block->next->start_line;
        return { first, first + lineCount(bytesOf(block->content)) - 1 };
    }
    if (block->type == CMARK_NODE_HTML_BLOCK) // some of which cmark ends a line early
        return { block->start_line, block->start_line + lineCount(bytesOf(block->as.literal)) - 1 };
    const int first = block->start_line + (block->type == extensionTypes().table ? linesAboveHead(block) : 0);
    return { first, std::max(first, lastLine(block, lines)) };
}

int firstContentLine(const cmark_node *container, SourceLines &lines)
{
    if (container->type == extensionTypes().cell) {
        const cmark_node *row = container->parent;
        return container->start_line + (row->prev ? 0 : linesAboveHead(row->parent));
    }
    if (hasNoLines(container))
        return container->next->start_line;
    // Link definitions before a paragraph's text are cut off its content but not off its lines: count from the end.
    const int underline = container->type == CMARK_NODE_HEADING && container->as.heading.setext ? 1 : 0;
    const int fromEnd = lastLine(container, lines) - underline - lineCount(bytesOf(container->content)) + 1;
    return std::max(fromEnd, container->start_line);
}

} // namespace quillway::text

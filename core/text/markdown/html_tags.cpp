// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/html_tags.h"

#include "core/text/markdown/node_arena.h"

#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <array>

namespace quillway::text {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::array rawElements = {
    QByteArrayView("script"), QByteArrayView("style"),   QByteArrayView("textarea"), QByteArrayView("title"),     QByteArrayView("xmp"),
    QByteArrayView("iframe"), QByteArrayView("noembed"), QByteArrayView("noframes"), QByteArrayView("plaintext"),
};

QByteArray rawElementNamed(QByteArrayView name)
{
    const auto found = std::ranges::find_if(rawElements, [name](QByteArrayView raw) { return isNamed(name, raw); });
    return found == rawElements.end() ? QByteArray() : found->toByteArray();
}

} // namespace

bool isNamed(QByteArrayView written, QByteArrayView name)
{
    return written.size() == name.size() && qstrnicmp(written.data(), written.size(), name.data(), name.size()) == 0;
}

bool HtmlScanner::hasRawContent(QByteArrayView elementName)
{
    return !rawElementNamed(elementName).isEmpty();
}

qsizetype HtmlScanner::skipBlanks(qsizetype position) const
{
    while (position < m_html.size() && isBlank(m_html[position]))
        ++position;
    return position;
}

const HtmlToken *HtmlScanner::next()
{
    if (m_position >= m_html.size())
        return nullptr;
    m_token = {};
    m_token.begin = m_position;
    const bool isMarkup = at(m_position) == '<';
    const char second = at(m_position + 1);
    const bool isEndTag = second == '/' && isLetter(at(m_position + 2));
    if (!m_rawElement.isEmpty())
        scanRawText();
    else if (m_html.sliced(m_position).startsWith("<!--"))
        scanComment(m_position + 4, "-->");
    else if (isMarkup && (second == '!' || second == '?'))
        scanComment(m_position + 2, ">");
    else if (isMarkup && (isEndTag || isLetter(second)))
        scanTag(isEndTag);
    else
        scanText();
    m_position = m_token.end;
    return &m_token;
}

void HtmlScanner::scanText()
{
    const qsizetype next = m_html.indexOf('<', m_position + 1);
    m_token.end = next < 0 ? m_html.size() : next;
}

void HtmlScanner::scanRawText()
{
    m_token.kind = HtmlToken::Kind::RawText;
    m_token.end = m_html.size();
    m_token.closed = false;
    for (qsizetype found = m_html.indexOf("</", m_position); found >= 0; found = m_html.indexOf("</", found + 2)) {
        const qsizetype behind = found + 2 + m_rawElement.size();
        if (behind <= m_html.size() && isNamed(m_html.sliced(found + 2, m_rawElement.size()), m_rawElement) && !isLetter(at(behind))) {
            m_token.end = found;
            m_token.closed = true;
            break;
        }
    }
    m_rawElement.clear();
    if (m_token.end == m_position)
        scanTag(true);
}

void HtmlScanner::scanComment(qsizetype contentBegin, QByteArrayView terminator)
{
    m_token.kind = HtmlToken::Kind::Comment;
    // `<!-->` and `<!--->` are whole comments.
    const qsizetype from = terminator.size() > 1 ? contentBegin - 2 : contentBegin;
    const qsizetype found = m_html.indexOf(terminator, from);
    m_token.closed = found >= 0;
    m_token.end = m_token.closed ? found + terminator.size() : m_html.size();
}

void HtmlScanner::scanTag(bool isEnd)
{
    m_token.kind = isEnd ? HtmlToken::Kind::EndTag : HtmlToken::Kind::StartTag;
    const qsizetype nameBegin = m_position + (isEnd ? 2 : 1);
    qsizetype position = nameBegin;
    while (position < m_html.size() && !isBlank(m_html[position]) && m_html[position] != '/' && m_html[position] != '>')
        ++position;
    m_token.name = m_html.sliced(nameBegin, position - nameBegin);
    position = scanAttributes(position);
    m_token.closed = at(position) == '>' && position < m_html.size();
    m_token.end = m_token.closed ? position + 1 : m_html.size();
    if (!isEnd && m_token.closed)
        m_rawElement = rawElementNamed(m_token.name);
}

qsizetype HtmlScanner::scanAttributes(qsizetype position)
{
    while (position < m_html.size() && m_html[position] != '>') {
        if (isBlank(m_html[position]) || m_html[position] == '/')
            ++position;
        else
            position = scanAttribute(position);
    }
    return position;
}

qsizetype HtmlScanner::scanAttribute(qsizetype position)
{
    const qsizetype nameBegin = position++; // a `=` here belongs to the name
    while (position < m_html.size() && !isBlank(m_html[position]) && m_html[position] != '/' && m_html[position] != '>'
           && m_html[position] != '=')
        ++position;
    HtmlAttribute attribute { .name = m_html.sliced(nameBegin, position - nameBegin), .valueBegin = position, .valueEnd = position };
    const qsizetype equals = skipBlanks(position);
    if (at(equals) == '=')
        position = scanValue(skipBlanks(equals + 1), attribute);
    m_token.attributes.append(attribute);
    return position;
}

qsizetype HtmlScanner::scanValue(qsizetype position, HtmlAttribute &attribute)
{
    const char first = at(position);
    if (first == '"' || first == '\'') {
        const qsizetype found = m_html.indexOf(first, position + 1);
        attribute.quote = first;
        attribute.valueBegin = position + 1;
        attribute.valueEnd = found < 0 ? m_html.size() : found;
        return std::min(attribute.valueEnd + 1, m_html.size());
    }
    attribute.valueBegin = position;
    while (position < m_html.size() && !isBlank(m_html[position]) && m_html[position] != '>')
        ++position;
    attribute.valueEnd = position;
    return position;
}

QString resolveCharacterReferences(QByteArrayView text)
{
    if (!text.contains('&'))
        return QString::fromUtf8(text);
    NodeArena arena(std::size_t(text.size()) * 2);
    const NodeArena::Use use(arena);
    cmark_strbuf resolved;
    cmark_strbuf_init(NodeArena::memory(), &resolved, 0);
    houdini_unescape_html_f(&resolved, reinterpret_cast<const uint8_t *>(text.data()), bufsize_t(text.size()));
    return QString::fromUtf8(reinterpret_cast<const char *>(resolved.ptr), resolved.size);
}

QString attributeValue(QByteArrayView html, const HtmlToken &tag, QByteArrayView name)
{
    for (const HtmlAttribute &attribute : tag.attributes) {
        if (isNamed(attribute.name, name))
            return resolveCharacterReferences(html.sliced(attribute.valueBegin, attribute.valueEnd - attribute.valueBegin));
    }
    return {};
}

namespace {

using Destinations = QVarLengthArray<HtmlDestination, 4>;

void addTrimmed(Destinations &destinations, QByteArrayView html, qsizetype begin, qsizetype end, HtmlDestination like)
{
    const qsizetype valueEnd = end;
    while (begin < end && isBlank(html[begin]))
        ++begin;
    while (end > begin && isBlank(html[end - 1]))
        --end;
    if (begin == end)
        return;
    like.isBarePicture = like.isBarePicture && end == valueEnd; // only then its quotation mark is the next byte
    like.begin = begin;
    like.end = end;
    destinations.append(like);
}

// `srcset`: URLs, each followed by a descriptor or nothing, between commas (HTML, 4.8.4.2.1).
void addCandidates(Destinations &destinations, QByteArrayView html, qsizetype begin, qsizetype end, const HtmlDestination &like)
{
    qsizetype at = begin;
    while (at < end) {
        while (at < end && (isBlank(html[at]) || html[at] == ','))
            ++at;
        const qsizetype urlBegin = at;
        while (at < end && !isBlank(html[at]))
            ++at;
        qsizetype urlEnd = at;
        while (urlEnd > urlBegin && html[urlEnd - 1] == ',')
            --urlEnd;
        addTrimmed(destinations, html, urlBegin, urlEnd, like);
        if (urlEnd == at) {
            while (at < end && html[at] != ',')
                ++at;
        }
    }
}

/// True if the tag says anything that could be said of its picture by others: two attributes of one name are an error.
bool describesPicture(const HtmlToken &tag)
{
    static constexpr std::array names { QByteArrayView("width"), QByteArrayView("height"),  QByteArrayView("srcset"),
                                        QByteArrayView("sizes"), QByteArrayView("loading"), QByteArrayView("style") };
    return std::ranges::any_of(tag.attributes, [&](const HtmlAttribute &attribute) {
        return std::ranges::any_of(names, [&](QByteArrayView name) { return isNamed(attribute.name, name); });
    });
}

} // namespace

Destinations destinationsIn(QByteArrayView html, const HtmlToken &tag)
{
    Destinations destinations;
    if (!tag.closed)
        return destinations;
    const bool isImage = isNamed(tag.name, "img");
    bool isBare = isImage && !describesPicture(tag);
    for (const HtmlAttribute &attribute : tag.attributes) {
        const HtmlDestination like { .quoted = attribute.quote != 0,
                                     .isPicture = isImage && !isNamed(attribute.name, "href"),
                                     .isBarePicture = isBare && isNamed(attribute.name, "src") };
        isBare = isBare && !isNamed(attribute.name, "src"); // of two of them the first counts
        if (isNamed(attribute.name, "href") || isNamed(attribute.name, "src") || isNamed(attribute.name, "poster"))
            addTrimmed(destinations, html, attribute.valueBegin, attribute.valueEnd, like);
        else if (isNamed(attribute.name, "srcset"))
            addCandidates(destinations, html, attribute.valueBegin, attribute.valueEnd, like);
    }
    return destinations;
}

LeadingParagraph leadingParagraph(QByteArrayView html)
{
    LeadingParagraph paragraph;
    bool inside = false;
    HtmlScanner scanner(html);
    while (const HtmlToken *token = scanner.next()) {
        const QByteArrayView written = html.sliced(token->begin, token->end - token->begin);
        const bool isTag = token->kind == HtmlToken::Kind::StartTag || token->kind == HtmlToken::Kind::EndTag;
        if (isTag && isNamed(token->name, "p")) {
            if (inside)
                break;
            inside = token->kind == HtmlToken::Kind::StartTag;
        } else if (token->kind == HtmlToken::Kind::Text && inside) {
            paragraph.text += resolveCharacterReferences(written);
        } else if (isTag && isNamed(token->name, "br")) {
            paragraph.text += u' ';
        } else if (!inside && !(token->kind == HtmlToken::Kind::Text && written.trimmed().isEmpty())) {
            break;
        }
        paragraph.end = token->end;
    }
    paragraph.text = std::move(paragraph.text).simplified();
    return paragraph;
}

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/text_facts.h"

#include "core/text/markdown/math.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace quillway::text {

using namespace Qt::StringLiterals;

namespace {

std::optional<AlertKind> alertKindNamed(QByteArrayView marker)
{
    struct Named {
        QByteArrayView marker;
        AlertKind kind;
    };
    static constexpr std::array kinds = {
        Named { "[!note]", AlertKind::Note },           Named { "[!tip]", AlertKind::Tip },
        Named { "[!important]", AlertKind::Important }, Named { "[!warning]", AlertKind::Warning },
        Named { "[!caution]", AlertKind::Caution },
    };
    const auto found = std::ranges::find_if(kinds, [marker](const Named &named) { return isNamed(marker, named.marker); });
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

bool isLineBreak(const cmark_node *node)
{
    return node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK;
}

bool hasInlineContent(const cmark_node *node)
{
    return node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING || node->type == extensionTypes().cell;
}

struct ExplicitId {
    QString id;
    qsizetype kept = 0; ///< bytes of the text before it
};

/// The id that a heading's last text ends with: `Text {#id}`, with whatever else Pandoc or kramdown allow between the braces.
std::optional<ExplicitId> explicitIdIn(QByteArrayView text)
{
    if (!text.trimmed().endsWith('}'))
        return std::nullopt;
    static const QRegularExpression pattern(uR"(\s*\{:?\s*(?:[^{}#]*\s)?#([\w.:-]+)(?:\s[^{}]*)?\}\s*$)"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const qsizetype brace = text.lastIndexOf('{');
    if (brace < 0 || text.size() - brace > 500)
        return std::nullopt;
    const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(text.sliced(brace)));
    if (!match.hasMatch())
        return std::nullopt;
    qsizetype kept = brace;
    while (kept > 0 && (text[kept - 1] == ' ' || text[kept - 1] == '\t'))
        --kept;
    return ExplicitId { match.captured(1), kept };
}

/// The plain text of the inlines under `parent`, pictures by their alt text.
QByteArray plainTextUnder(const cmark_node *parent, const cmark_node *clipped, qsizetype kept)
{
    QByteArray text;
    const cmark_node *node = parent->first_child;
    while (node) {
        if (node == clipped)
            text.append(bytesOf(node->as.literal).first(kept));
        else if (node->type == CMARK_NODE_TEXT || node->type == CMARK_NODE_CODE)
            text.append(bytesOf(node->as.literal));
        else if (isLineBreak(node))
            text.append(' ');
        if (node->first_child) {
            node = node->first_child;
            continue;
        }
        while (node != parent && !node->next)
            node = node->parent;
        if (node == parent)
            break;
        node = node->next;
    }
    return text;
}

constexpr std::array inlineElements = {
    QByteArrayView("a"),    QByteArrayView("b"),     QByteArrayView("i"),    QByteArrayView("em"),  QByteArrayView("strong"),
    QByteArrayView("code"), QByteArrayView("s"),     QByteArrayView("u"),    QByteArrayView("del"), QByteArrayView("ins"),
    QByteArrayView("mark"), QByteArrayView("small"), QByteArrayView("sub"),  QByteArrayView("sup"), QByteArrayView("span"),
    QByteArrayView("kbd"),  QByteArrayView("abbr"),  QByteArrayView("font"),
};

bool endsWord(const HtmlToken &tag)
{
    return std::ranges::none_of(inlineElements, [&tag](QByteArrayView name) { return isNamed(tag.name, name); });
}

constexpr std::array visibleElements = {
    QByteArrayView("img"),   QByteArrayView("video"), QByteArrayView("audio"),  QByteArrayView("iframe"), QByteArrayView("object"),
    QByteArrayView("embed"), QByteArrayView("svg"),   QByteArrayView("canvas"), QByteArrayView("input"),  QByteArrayView("math"),
};

bool isVisible(const HtmlToken &tag)
{
    return std::ranges::any_of(visibleElements, [&tag](QByteArrayView name) { return isNamed(tag.name, name); });
}

} // namespace

AlertMarker alertMarkerOf(const cmark_node *quote)
{
    const cmark_node *paragraph = quote->first_child;
    if (!paragraph || paragraph->type != CMARK_NODE_PARAGRAPH || !paragraph->first_child)
        return {};
    const cmark_node *text = paragraph->first_child;
    if (text->type != CMARK_NODE_TEXT)
        return {};
    const auto kind = alertKindNamed(bytesOf(text->as.literal).trimmed());
    if (!kind)
        return {};
    if (!text->next)
        return paragraph->next ? AlertMarker { *kind, text, nullptr, paragraph } : AlertMarker {};
    return isLineBreak(text->next) ? AlertMarker { *kind, text, text->next, nullptr } : AlertMarker {};
}

QByteArrayView FactsCollector::visibleText(const cmark_node *text) const
{
    const QByteArrayView literal = bytesOf(text->as.literal);
    return text == m_idText ? literal.first(m_idTextKept) : literal;
}

void FactsCollector::sawContent()
{
    if (m_haveFirstParagraph)
        m_facts.textAfterFirstParagraph = true;
}

void FactsCollector::addText(QByteArrayView text)
{
    if (m_picture) {
        m_alt.append(text);
        return;
    }
    m_counter.add(text);
    if (m_link)
        m_linkText.append(text);
    if (m_inFirstParagraph)
        m_firstParagraph.append(text);
    else if (m_haveFirstParagraph && !m_facts.textAfterFirstParagraph && !text.trimmed().isEmpty())
        sawContent();
}

void FactsCollector::addBreak()
{
    if (m_picture) {
        m_alt.append(' ');
        return;
    }
    m_counter.endWord();
    if (m_link)
        m_linkText.append(' ');
    if (m_inFirstParagraph)
        m_firstParagraph.append(' ');
}

void FactsCollector::enter(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_TEXT:
        if (node != m_alert.text)
            addText(visibleText(node));
        return;
    case CMARK_NODE_CODE: addText(bytesOf(node->as.literal)); return;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: addBreak(); return;
    case CMARK_NODE_HTML_INLINE: addInlineHtml(node); return;
    case CMARK_NODE_HTML_BLOCK: addHtmlBlock(node); return;
    case CMARK_NODE_CODE_BLOCK: addCodeBlock(node); return;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: enterReference(node); return;
    case CMARK_NODE_BLOCK_QUOTE:
        if (const AlertMarker marker = alertMarkerOf(node); marker.text)
            m_alert = marker;
        return;
    default:
        if (hasInlineContent(node))
            enterContainer(node);
    }
}

void FactsCollector::leave(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: leaveReference(node); return;
    case CMARK_NODE_PARAGRAPH: leaveParagraph(); break;
    default: break;
    }
    if (hasInlineContent(node)) {
        m_counter.endWord();
        m_container = nullptr;
    }
}

void FactsCollector::enterContainer(const cmark_node *node)
{
    m_container = node;
    m_places.reset();
    m_counter.endWord();
    if (!m_facts.hasMath)
        m_facts.hasMath = containsMath(bytesOf(node->content));
    if (node->type == CMARK_NODE_HEADING)
        enterHeading(node);
    else if (node->type == CMARK_NODE_PARAGRAPH && !m_haveFirstParagraph && node->parent && node->parent->type == CMARK_NODE_DOCUMENT)
        m_inFirstParagraph = true;
}

void FactsCollector::enterHeading(const cmark_node *node)
{
    m_idText = nullptr;
    QString wanted;
    if (const cmark_node *last = node->last_child; last && last->type == CMARK_NODE_TEXT) {
        if (const auto id = explicitIdIn(bytesOf(last->as.literal))) {
            m_idText = last;
            m_idTextKept = id->kept;
            wanted = id->id;
        }
    }
    const QString text = QString::fromUtf8(plainTextUnder(node, m_idText, m_idTextKept)).trimmed();
    if (wanted.isEmpty())
        wanted = anchorFor(text);
    m_facts.outline.append({ .level = node->as.heading.level,
                             .text = text,
                             .anchor = m_anchors.claim(wanted),
                             .line = firstContentLine(node, m_lines),
                             .isNested = node->parent && node->parent->type != CMARK_NODE_DOCUMENT });
}

void FactsCollector::leaveParagraph()
{
    if (!m_inFirstParagraph)
        return;
    m_inFirstParagraph = false;
    takeFirstParagraph(QString::fromUtf8(m_firstParagraph).trimmed());
    m_firstParagraph.clear();
}

void FactsCollector::takeFirstParagraph(const QString &text)
{
    m_facts.firstParagraph = text;
    m_haveFirstParagraph = !text.isEmpty();
}

void FactsCollector::enterReference(const cmark_node *node)
{
    if (m_picture)
        return;
    const bool isPicture = node->type == CMARK_NODE_IMAGE;
    Reference reference;
    reference.kind = isPicture ? Reference::Kind::Picture : Reference::Kind::Link;
    reference.destination = QString::fromUtf8(bytesOf(node->as.link.url));
    if (m_container) {
        const SourcePosition place = places().place(places().findReference(m_container, node));
        reference.line = place.line;
        reference.column = place.column;
    }
    m_facts.references.append(reference);
    if (isPicture) {
        m_picture = node;
        m_alt.clear();
        sawContent();
    } else {
        m_link = node;
        m_linkReference = lastReference();
        m_linkText.clear();
    }
}

void FactsCollector::leaveReference(const cmark_node *node)
{
    if (node == m_picture) {
        m_picture = nullptr;
        m_facts.references.last().text = QString::fromUtf8(m_alt).trimmed();
        if (m_link)
            m_linkText.append(m_alt);
    } else if (node == m_link) {
        m_link = nullptr;
        m_facts.references[m_linkReference].text = QString::fromUtf8(m_linkText).trimmed();
    }
}

void FactsCollector::addCodeBlock(const cmark_node *node)
{
    if (!bytesOf(node->as.code.literal).trimmed().isEmpty())
        sawContent();
    const QByteArrayView info = bytesOf(node->as.code.info);
    if (isNamed(info.first(std::min<qsizetype>(info.size(), 4)), "math") && (info.size() == 4 || info[4] == ' '))
        m_facts.hasMath = true;
}

void FactsCollector::addInlineHtml(const cmark_node *node)
{
    m_htmlDestinations.clear();
    if (m_picture || !m_container)
        return;
    const QByteArrayView html = bytesOf(node->as.literal);
    const QByteArrayView content = bytesOf(m_container->content);
    const bool inContent = html.data() >= content.data() && html.data() < content.data() + content.size();
    scanHtml(html, CountText::No, nullptr, inContent ? html.data() - content.data() : 0);
}

ContentPlaces &FactsCollector::places()
{
    if (!m_places)
        m_places.emplace(m_lines, bytesOf(m_container->content), firstContentLine(m_container, m_lines));
    return *m_places;
}

void FactsCollector::addHtmlBlock(const cmark_node *node)
{
    m_htmlDestinations.clear();
    const QByteArrayView html = bytesOf(node->as.literal);
    m_counter.endWord();
    ContentPlaces places(m_lines, html, node->start_line);
    qsizetype firstParagraphEnd = 0;
    if (!m_haveFirstParagraph && node->parent && node->parent->type == CMARK_NODE_DOCUMENT) {
        const LeadingParagraph paragraph = leadingParagraph(html);
        takeFirstParagraph(paragraph.text);
        firstParagraphEnd = paragraph.end;
    }
    scanHtml(html, CountText::Yes, &places, 0, firstParagraphEnd);
    m_counter.endWord();
}

void FactsCollector::scanHtml(QByteArrayView html, CountText countText, ContentPlaces *places, qsizetype offset, qsizetype firstParagraphEnd)
{
    HtmlScanner scanner(html);
    int preformatted = 0;
    while (const HtmlToken *token = scanner.next()) {
        const bool isStart = token->kind == HtmlToken::Kind::StartTag;
        if (isStart || token->kind == HtmlToken::Kind::EndTag) {
            if (endsWord(*token))
                m_counter.endWord();
            if (isNamed(token->name, "pre"))
                preformatted += isStart ? 1 : -1;
        }
        if (isStart) {
            addHtmlReferences(html, *token, places, offset);
            if (isVisible(*token) && token->begin >= firstParagraphEnd)
                sawContent();
        } else if (token->kind == HtmlToken::Kind::Text && countText == CountText::Yes) {
            const QByteArrayView text = html.sliced(token->begin, token->end - token->begin);
            if (preformatted <= 0)
                m_counter.add(resolveCharacterReferences(text).toUtf8());
            if (!text.trimmed().isEmpty() && token->begin >= firstParagraphEnd)
                sawContent();
        }
    }
}

void FactsCollector::addHtmlReferences(QByteArrayView html, const HtmlToken &tag, ContentPlaces *places, qsizetype offset)
{
    const auto destinations = destinationsIn(html, tag);
    if (destinations.isEmpty())
        return;
    ContentPlaces &where = places ? *places : this->places();
    for (const HtmlDestination &destination : destinations) {
        const SourcePosition place = where.place(offset + destination.begin);
        m_facts.references.append({
            .kind = destination.isPicture ? Reference::Kind::Picture : Reference::Kind::Link,
            .destination = resolveCharacterReferences(html.sliced(destination.begin, destination.end - destination.begin)),
            .text = destination.isPicture ? attributeValue(html, tag, "alt") : QString(),
            .line = place.line,
            .column = place.column,
            .fromHtml = true,
        });
        m_htmlDestinations.push_back(destination);
    }
}

TextFacts FactsCollector::take()
{
    m_facts.words = m_counter.words();
    return std::move(m_facts);
}

} // namespace quillway::text

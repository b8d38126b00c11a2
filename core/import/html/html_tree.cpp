// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/html/html_tree.h"

#include "core/text/markdown/html_tags.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <memory>

#include <gumbo.h>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr qsizetype largest = qsizetype(4) << 20; // bytes
constexpr int deepest = 250; // elements open at once
/// Formatting that is left open is opened again in each block behind it: that many elements in all.
constexpr qint64 mostReopened = 200'000;

template<size_t size>
bool isOneOf(const QByteArray &name, const std::array<QLatin1StringView, size> &names)
{
    return std::ranges::any_of(names, [&](QLatin1StringView other) { return other == QLatin1StringView(name); });
}

/// Elements without content, and those that end where the next of them begins: neither makes a text deep.
constexpr std::array flat { "area"_L1, "base"_L1,  "br"_L1, "col"_L1,   "embed"_L1,  "hr"_L1,    "img"_L1,   "input"_L1, "link"_L1,
                            "meta"_L1, "param"_L1, "p"_L1,  "li"_L1,    "dt"_L1,     "dd"_L1,    "tr"_L1,    "td"_L1,    "th"_L1,
                            "wbr"_L1,  "thead"_L1, "tr"_L1, "tbody"_L1, "source"_L1, "tfoot"_L1, "track"_L1, "option"_L1 };
constexpr std::array formatting { "a"_L1, "b"_L1,    "big"_L1,   "code"_L1,   "em"_L1,     "font"_L1, "i"_L1,
                                  "s"_L1, "nobr"_L1, "small"_L1, "strike"_L1, "strong"_L1, "tt"_L1,   "u"_L1 };

/// Whether the parser can be let loose on it: it takes time by depth times length.
bool isHonest(const QByteArray &html)
{
    if (html.size() > largest)
        return false;
    QHash<QByteArray, int> open;
    int depth = 0;
    int openFormatting = 0;
    qint64 reopened = 0;
    text::HtmlScanner scanner(html);
    while (const text::HtmlToken *token = scanner.next()) {
        if (token->kind != text::HtmlToken::Kind::StartTag && token->kind != text::HtmlToken::Kind::EndTag)
            continue;
        if (token->attributes.size() > 200)
            return false; // each is compared with all before it
        const QByteArray name = token->name.toByteArray().toLower();
        if (token->kind == text::HtmlToken::Kind::StartTag)
            reopened += openFormatting;
        if (isOneOf(name, flat))
            continue;
        int &count = open[name];
        const int step = token->kind == text::HtmlToken::Kind::StartTag ? 1 : count > 0 ? -1 : 0;
        count += step;
        depth += step;
        if (isOneOf(name, formatting))
            openFormatting += step;
        if (depth > deepest || reopened > mostReopened)
            return false;
    }
    return true;
}

/// Makes nodes of Gumbo's, with places in the text.
class TreeCopy
{
public:
    explicit TreeCopy(const QByteArray &html)
        : m_html(html)
    { }

    [[nodiscard]] HtmlNode nodeOf(const GumboNode &source) const
    {
        HtmlNode node;
        if (source.type == GUMBO_NODE_ELEMENT || source.type == GUMBO_NODE_TEMPLATE) {
            fill(node, source.v.element);
            return node;
        }
        node.kind = source.type == GUMBO_NODE_COMMENT ? HtmlNode::Kind::Comment : HtmlNode::Kind::Text;
        if (source.type != GUMBO_NODE_DOCUMENT) {
            node.text = QString::fromUtf8(source.v.text.text);
            setPlace(node, source.v.text.original_text);
        }
        return node;
    }

private:
    void fill(HtmlNode &node, const GumboElement &element) const
    {
        if (element.tag != GUMBO_TAG_UNKNOWN) {
            node.name = QString::fromUtf8(gumbo_normalized_tagname(element.tag));
        } else {
            GumboStringPiece tag = element.original_tag;
            gumbo_tag_from_original_text(&tag);
            node.name = QString::fromUtf8(tag.data, qsizetype(tag.length)).toLower();
        }
        for (unsigned int i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            node.attributes.append({ QString::fromUtf8(attribute->name).toLower(), QString::fromUtf8(attribute->value) });
        }
        setPlace(node, element.original_tag);
        node.children.reserve(element.children.length);
        for (unsigned int i = 0; i < element.children.length; ++i) {
            node.children.push_back(nodeOf(*static_cast<const GumboNode *>(element.children.data[i])));
            // Without an end tag: as far as the last thing in it goes.
            if (node.begin >= 0)
                node.end = std::max(node.end, node.children.back().end);
        }
        if (HtmlNode close; node.begin >= 0 && element.original_end_tag.length > 0) {
            setPlace(close, element.original_end_tag);
            node.end = std::max(node.end, close.end);
        }
    }

    void setPlace(HtmlNode &node, const GumboStringPiece &piece) const
    {
        const char *begin = m_html.constData();
        if (piece.length == 0 || !piece.data || std::less<>()(piece.data, begin)
            || std::less<>()(begin + m_html.size(), piece.data + piece.length))
            return;
        node.begin = piece.data - begin;
        node.end = node.begin + qsizetype(piece.length);
    }

    const QByteArray &m_html;
};

} // namespace

QString HtmlNode::attribute(QLatin1StringView attributeName) const
{
    const auto place = std::ranges::find_if(attributes, [&](const auto &attribute) { return attribute.first == attributeName; });
    return place == attributes.end() ? QString() : place->second;
}

bool HtmlNode::hasClass(QLatin1StringView className) const
{
    const QStringList classes = attribute("class"_L1).simplified().split(u' ');
    return std::ranges::any_of(classes, [&](const QString &name) { return name.compare(className, Qt::CaseInsensitive) == 0; });
}

QString HtmlNode::allText() const
{
    if (kind == Kind::Text)
        return text;
    if (kind == Kind::Comment || name == "script"_L1 || name == "style"_L1)
        return {};
    if (name == "br"_L1)
        return u"\n"_s;
    QString all;
    for (const HtmlNode &child : children)
        all += child.allText();
    return all;
}

const HtmlNode *HtmlNode::find(QLatin1StringView element) const
{
    for (const HtmlNode &child : children) {
        if (child.is(element))
            return &child;
        if (const HtmlNode *below = child.find(element))
            return below;
    }
    return nullptr;
}

int HtmlNode::count(QLatin1StringView element) const
{
    int sum = 0;
    for (const HtmlNode &child : children)
        sum += (child.is(element) ? 1 : 0) + child.count(element);
    return sum;
}

std::optional<HtmlNode> parseHtml(const QByteArray &html)
{
    if (!isHonest(html))
        return std::nullopt;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto discard = [&](GumboOutput *output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(discard)> output(gumbo_parse_with_options(&options, html.constData(), size_t(html.size())),
                                                                 discard);
    if (!output || !output->root)
        return std::nullopt;
    const TreeCopy copy(html);
    HtmlNode root = copy.nodeOf(*output->root);
    HtmlNode body;
    body.name = u"body"_s;
    // Comments before the first element stand outside of the body, and metadata elements in the head; a text has both anywhere.
    for (unsigned int i = 0; i < output->document->v.document.children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(output->document->v.document.children.data[i]);
        if (child->type == GUMBO_NODE_COMMENT && child != output->root)
            body.children.push_back(copy.nodeOf(*child));
    }
    for (HtmlNode &child : root.children) {
        if (child.is("head"_L1) || child.is("body"_L1))
            std::ranges::move(child.children, std::back_inserter(body.children));
        else
            body.children.push_back(std::move(child));
    }
    return body;
}

} // namespace quillway::importing

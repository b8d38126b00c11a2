// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/html/html_elements.h"

#include "core/import/constructs.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::importing {

using Kind = HtmlNode::Kind;

namespace {

template<size_t size>
bool isOneOf(const QString &name, const std::array<QLatin1StringView, size> &names)
{
    return std::ranges::any_of(names, [&](QLatin1StringView other) { return name == other; });
}

/// Blocks that only hold others.
constexpr std::array containers { "div"_L1,    "section"_L1, "article"_L1, "main"_L1, "header"_L1, "footer"_L1,   "aside"_L1, "nav"_L1,
                                  "center"_L1, "address"_L1, "hgroup"_L1,  "body"_L1, "html"_L1,   "fieldset"_L1, "figure"_L1 };
/// What Markdown has no word for: it stays HTML.
constexpr std::array kept { "script"_L1,   "style"_L1,  "form"_L1,   "object"_L1,   "embed"_L1,   "video"_L1, "audio"_L1,    "svg"_L1,
                            "math"_L1,     "canvas"_L1, "iframe"_L1, "dl"_L1,       "details"_L1, "map"_L1,   "template"_L1, "frameset"_L1,
                            "noscript"_L1, "button"_L1, "select"_L1, "textarea"_L1, "picture"_L1, "link"_L1,  "meta"_L1 };
/// Inline elements that say something and stay tags.
constexpr std::array inlineTags { "kbd"_L1,  "sub"_L1, "sup"_L1, "mark"_L1,    "ins"_L1, "abbr"_L1,  "q"_L1,
                                  "cite"_L1, "dfn"_L1, "var"_L1, "samp"_L1,    "u"_L1,   "small"_L1, "time"_L1,
                                  "ruby"_L1, "rt"_L1,  "rp"_L1,  "acronym"_L1, "bdi"_L1, "bdo"_L1 };

} // namespace

bool isBlank(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace() && c != QChar::Nbsp; });
}

int headingLevel(const HtmlNode &node)
{
    return node.kind == Kind::Element && node.name.size() == 2 && node.name[0] == u'h' && node.name[1] >= u'1' && node.name[1] <= u'6'
        ? node.name[1].digitValue()
        : 0;
}

bool staysHtml(const HtmlNode &node)
{
    return node.kind == Kind::Element && isOneOf(node.name, kept);
}

bool staysTag(const HtmlNode &node)
{
    return node.kind == Kind::Element && isOneOf(node.name, inlineTags);
}

bool isInline(const HtmlNode &node)
{
    if (node.kind != Kind::Element)
        return node.kind == Kind::Text;
    static constexpr std::array others { "p"_L1,     "blockquote"_L1, "ul"_L1, "ol"_L1, "li"_L1,        "pre"_L1,
                                         "table"_L1, "hr"_L1,         "dt"_L1, "dd"_L1, "tr"_L1,        "tbody"_L1,
                                         "thead"_L1, "tfoot"_L1,      "td"_L1, "th"_L1, "figcaption"_L1 };
    return headingLevel(node) == 0 && !isOneOf(node.name, containers) && !staysHtml(node) && !isOneOf(node.name, others);
}

bool hasOnlyInline(const HtmlNode &node)
{
    return std::ranges::all_of(
        node.children, [](const HtmlNode &child) { return child.kind == Kind::Comment || (isInline(child) && hasOnlyInline(child)); });
}

bool isSpaceOnly(const HtmlNode &node)
{
    return node.kind == Kind::Comment || (node.kind == Kind::Text && isBlank(node.text));
}

const HtmlNode *onlyChild(const HtmlNode &node)
{
    const HtmlNode *only = nullptr;
    for (const HtmlNode &child : node.children) {
        if (isSpaceOnly(child))
            continue;
        if (only)
            return nullptr;
        only = &child;
    }
    return only;
}

bool isEmptyParagraph(const HtmlNode &node)
{
    const QString text = node.allText();
    return node.children.size() == 1 && node.children.front().kind == Kind::Text
        && std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

QString languageOf(const HtmlNode &node)
{
    for (const QLatin1StringView name : { "data-lang"_L1, "data-language"_L1, "lang"_L1 }) {
        if (const QString value = node.attribute(name); !value.isEmpty())
            return value;
    }
    const QString classes = node.attribute("class"_L1);
    static const QRegularExpression named(u"(?:language-|lang-|lang:|brush:\\s*|highlight-source-)([\\w#+.-]+)"_s);
    if (const auto match = named.match(classes); match.hasMatch())
        return match.captured(1);
    static const QRegularExpression hljs(u"\\bhljs\\s+([\\w#+.-]+)"_s);
    if (const auto match = hljs.match(classes); match.hasMatch())
        return match.captured(1);
    const HtmlNode *only = onlyChild(node);
    return only && only->is("code"_L1) ? languageOf(*only) : QString();
}

QString alertKind(const HtmlNode &node)
{
    return node.hasClass("kg-callout-card"_L1) ? u"note"_s : alertKind(node.attribute("class"_L1));
}

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/html_element.h"

#include "core/text/markdown/html_tags.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr qsizetype longestDestination = 8'000;

template<std::size_t Size>
using Names = std::array<QByteArrayView, Size>;

constexpr Names<27> blocks { "address", "article", "aside",    "blockquote", "body",   "center", "dd",      "details", "div",
                             "dl",      "dt",      "fieldset", "figcaption", "figure", "footer", "form",    "header",  "hgroup",
                             "li",      "main",    "nav",      "ol",         "p",      "pre",    "section", "summary", "ul" };
constexpr Names<17> blocksOfOthers { "caption", "col",   "colgroup", "h1", "h2",    "h3", "h4",    "h5", "h6",
                                     "html",    "table", "tbody",    "td", "tfoot", "th", "thead", "tr" };
constexpr Names<15> voids { "area", "base", "br",    "col",    "embed", "hr",  "img",  "input",
                            "link", "meta", "param", "source", "track", "wbr", "frame" };
constexpr Names<15> hidden { "head",   "template", "noscript", "svg",    "math",   "object", "audio", "video",
                             "canvas", "select",   "datalist", "button", "applet", "map",    "dialog" };

template<std::size_t Size>
bool isOneOf(const QByteArray &name, const Names<Size> &names)
{
    return std::ranges::find(names, QByteArrayView(name)) != names.end();
}

HtmlRole roleOf(const QByteArray &name)
{
    if (name.size() == 2 && name.at(0) == 'h' && name.at(1) >= '1' && name.at(1) <= '6')
        return HtmlRole::Heading;
    if (name == "blockquote")
        return HtmlRole::Quote;
    if (name == "ul" || name == "menu")
        return HtmlRole::Bullets;
    if (name == "ol")
        return HtmlRole::Numbers;
    if (name == "li")
        return HtmlRole::Item;
    if (name == "pre")
        return HtmlRole::Preformatted;
    if (name == "table")
        return HtmlRole::Table;
    if (name == "tr")
        return HtmlRole::Row;
    return name == "td" || name == "th" ? HtmlRole::Cell : HtmlRole::None;
}

/// As browsers read an address: blanks around it, and line ends and tabs in it, do not count.
QString keptDestination(QString address)
{
    address.remove(u'\n').remove(u'\r').remove(u'\t');
    while (!address.isEmpty() && address.front().unicode() <= u' ')
        address.remove(0, 1);
    address = address.trimmed();
    static const QRegularExpression scheme(u"^([a-z][a-z0-9+.-]*):"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = scheme.match(address);
    const QString name = match.captured(1).toLower();
    const bool isKept = !match.hasMatch() || name == u"http" || name == u"https" || name == u"mailto" || name == u"ftp";
    const bool hasControl = std::ranges::any_of(address, [](QChar c) { return c.category() == QChar::Other_Control; });
    return isKept && !hasControl && address.size() <= longestDestination ? address : QString();
}

/// The value of a property in a `style` attribute; the last one counts.
QString styleValue(const QString &style, QLatin1StringView property)
{
    QString value;
    for (const QString &declaration : style.split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon > 0 && declaration.first(colon).trimmed().compare(property, Qt::CaseInsensitive) == 0)
            value = declaration.sliced(colon + 1).trimmed().toLower();
    }
    return value;
}

void readMarks(HtmlElement &element, const QString &style)
{
    const QByteArray &name = element.name;
    element.isStrong = name == "b" || name == "strong";
    element.isEmphasis = name == "i" || name == "em" || name == "cite" || name == "var" || name == "dfn";
    element.isStruck = name == "s" || name == "del" || name == "strike";
    element.isCode = name == "code" || name == "tt" || name == "kbd" || name == "samp";
    if (style.isEmpty() || element.role == HtmlRole::Heading)
        return;
    const QString weight = styleValue(style, "font-weight"_L1);
    if (!weight.isEmpty())
        element.isStrong = weight == u"bold" || weight == u"bolder" || weight.toInt() >= 600;
    const QString slant = styleValue(style, "font-style"_L1);
    if (!slant.isEmpty())
        element.isEmphasis = slant == u"italic" || slant == u"oblique";
    element.isStruck = element.isStruck || styleValue(style, "text-decoration"_L1).contains(u"line-through")
        || styleValue(style, "text-decoration-line"_L1).contains(u"line-through");
}

CellAlignment alignmentOf(const QString &value)
{
    const QString name = value.toLower();
    return name == u"left"                       ? CellAlignment::Left
        : name == u"center" || name == u"middle" ? CellAlignment::Centre
        : name == u"right"                       ? CellAlignment::Right
                                                 : CellAlignment::None;
}

/// `language-go`, `lang-go`, `highlight-source-go`, `brush: go`, or an attribute of its own.
QString languageOf(const QByteArray &html, const HtmlToken &token)
{
    static const QRegularExpression inClass(
        u"(?:^|[\\s-])(?:language-|lang-|highlight-source-|highlight-text-|brush:\\s*)([\\w+#.-]{1,40})"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression word(u"^[\\w+#.-]{1,40}$"_s);
    for (const char *attribute : { "data-language", "data-lang", "lang-name" }) {
        const QString value = attributeValue(html, token, attribute);
        if (word.match(value).hasMatch())
            return value;
    }
    const auto match = inClass.match(attributeValue(html, token, "class"));
    return match.hasMatch() ? match.captured(1) : QString();
}

} // namespace

void HtmlElement::inherit(const HtmlElement &outer)
{
    isHidden = isHidden || outer.isHidden;
    isCode = isCode || outer.isCode;
    isStruck = isStruck || outer.isStruck;
    isStrong = isStrong || outer.isStrong;
    isEmphasis = isEmphasis || outer.isEmphasis;
    if (destination.isEmpty() && name != "img")
        destination = outer.destination;
    if (language.isEmpty())
        language = outer.language;
}

HtmlElement elementOf(const QByteArray &html, const HtmlToken &token)
{
    HtmlElement element;
    element.name = token.name.toByteArray().toLower();
    const QByteArray &name = element.name;
    element.role = roleOf(name);
    element.isBlock = isOneOf(name, blocks) || isOneOf(name, blocksOfOthers) || name == "menu";
    element.isVoid = isOneOf(name, voids);
    const QString style = attributeValue(html, token, "style");
    const bool hasHiddenAttribute = std::ranges::any_of(token.attributes, [](const HtmlAttribute &a) { return isNamed(a.name, "hidden"); });
    element.isHidden = isOneOf(name, hidden) || hasHiddenAttribute || styleValue(style, "display"_L1) == u"none"
        || HtmlScanner::hasRawContent(name);
    readMarks(element, style);
    if (element.role == HtmlRole::Heading)
        element.number = name.at(1) - '0';
    if (element.role == HtmlRole::Numbers)
        element.number = std::clamp(attributeValue(html, token, "start").isEmpty() ? 1 : attributeValue(html, token, "start").toInt(), 0,
                                    999'999);
    if (element.role == HtmlRole::Cell) {
        element.number = attributeValue(html, token, "colspan").toInt();
        const QString align = styleValue(style, "text-align"_L1);
        element.alignment = alignmentOf(align.isEmpty() ? attributeValue(html, token, "align") : align);
    }
    if (name == "a")
        element.destination = keptDestination(attributeValue(html, token, "href"));
    if (name == "img") {
        element.destination = keptDestination(attributeValue(html, token, "src"));
        element.text = attributeValue(html, token, "alt");
    }
    if (name == "input") {
        element.isTask = attributeValue(html, token, "type").compare(u"checkbox", Qt::CaseInsensitive) == 0;
        element.isChecked = std::ranges::any_of(token.attributes, [](const HtmlAttribute &a) { return isNamed(a.name, "checked"); });
    }
    if (name == "pre" || name == "code" || name == "div" || name == "figure")
        element.language = languageOf(html, token);
    return element;
}

bool isInlineName(const QByteArray &name)
{
    return !isOneOf(name, blocks) && !isOneOf(name, blocksOfOthers);
}

bool endsBefore(const HtmlElement &open, const HtmlElement &next)
{
    if (open.name == "p")
        return next.isBlock;
    if (open.role == HtmlRole::Item)
        return next.role == HtmlRole::Item;
    if (open.name == "dt" || open.name == "dd")
        return next.name == "dt" || next.name == "dd";
    if (open.role == HtmlRole::Cell)
        return next.role == HtmlRole::Cell || next.role == HtmlRole::Row;
    return open.role == HtmlRole::Row && next.role == HtmlRole::Row;
}

bool bounds(const HtmlElement &open, const HtmlElement &next)
{
    if (open.role == HtmlRole::Table)
        return true;
    if (open.role == HtmlRole::Bullets || open.role == HtmlRole::Numbers)
        return next.role == HtmlRole::Item;
    return open.isBlock && open.role != HtmlRole::Cell && open.role != HtmlRole::Row && open.role != HtmlRole::Item
        && next.role != HtmlRole::Item && next.role != HtmlRole::Cell && next.role != HtmlRole::Row;
}

} // namespace quillway::text

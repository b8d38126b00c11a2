// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/open_elements.h"

#include <algorithm>
#include <array>

namespace quillway::text {

namespace {

// Deeper than this nobody looks: what is open stays open.
constexpr std::size_t deepest = 256;

// Void elements, and those whose end tag may be left out: the next block closes them.
constexpr std::array notKeptOpen = {
    QByteArrayView("area"),  QByteArrayView("base"),   QByteArrayView("br"),    QByteArrayView("col"),      QByteArrayView("embed"),
    QByteArrayView("hr"),    QByteArrayView("img"),    QByteArrayView("input"), QByteArrayView("link"),     QByteArrayView("meta"),
    QByteArrayView("param"), QByteArrayView("source"), QByteArrayView("track"), QByteArrayView("wbr"),      QByteArrayView("p"),
    QByteArrayView("li"),    QByteArrayView("dt"),     QByteArrayView("dd"),    QByteArrayView("rt"),       QByteArrayView("rp"),
    QByteArrayView("tr"),    QByteArrayView("td"),     QByteArrayView("th"),    QByteArrayView("thead"),    QByteArrayView("tbody"),
    QByteArrayView("tfoot"), QByteArrayView("option"), QByteArrayView("body"),  QByteArrayView("optgroup"), QByteArrayView("colgroup"),
    QByteArrayView("html"),  QByteArrayView("head"),   QByteArrayView("frame"), QByteArrayView("keygen"),   QByteArrayView("bgsound"),
};

// Elements whose start tag ends an open paragraph.
constexpr std::array endParagraph = {
    QByteArrayView("address"), QByteArrayView("article"), QByteArrayView("aside"),      QByteArrayView("blockquote"),
    QByteArrayView("center"),  QByteArrayView("details"), QByteArrayView("dialog"),     QByteArrayView("dir"),
    QByteArrayView("div"),     QByteArrayView("dl"),      QByteArrayView("fieldset"),   QByteArrayView("figure"),
    QByteArrayView("footer"),  QByteArrayView("form"),    QByteArrayView("h1"),         QByteArrayView("h2"),
    QByteArrayView("h3"),      QByteArrayView("h4"),      QByteArrayView("h5"),         QByteArrayView("h6"),
    QByteArrayView("header"),  QByteArrayView("hgroup"),  QByteArrayView("main"),       QByteArrayView("menu"),
    QByteArrayView("nav"),     QByteArrayView("ol"),      QByteArrayView("pre"),        QByteArrayView("search"),
    QByteArrayView("section"), QByteArrayView("summary"), QByteArrayView("figcaption"), QByteArrayView("table"),
    QByteArrayView("ul"),      QByteArrayView("listing"), QByteArrayView("xmp"),
};

bool isOneOf(QByteArrayView name, const auto &names)
{
    return std::ranges::any_of(names, [name](QByteArrayView other) { return isNamed(name, other); });
}

} // namespace

void OpenElements::open(QByteArrayView name)
{
    if (m_open.size() < deepest)
        m_open.push_back(name.toByteArray().toLower());
}

void OpenElements::close(QByteArrayView name)
{
    const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [name](const QByteArray &open) { return isNamed(name, open); });
    if (found != m_open.rend())
        m_open.erase(std::prev(found.base()), m_open.end());
}

void OpenElements::addBlock(QByteArrayView html)
{
    if (m_inComment) {
        const qsizetype end = html.indexOf("-->");
        if (end < 0)
            return;
        m_inComment = false;
        html = html.sliced(end + 3);
    }
    HtmlScanner scanner(html);
    while (const HtmlToken *token = scanner.next()) {
        switch (token->kind) {
        case HtmlToken::Kind::StartTag:
            if (!isOneOf(token->name, notKeptOpen))
                open(token->name);
            break;
        case HtmlToken::Kind::EndTag: close(token->name); break;
        case HtmlToken::Kind::Comment: m_inComment = !token->closed; break;
        default: break;
        }
    }
}

void OpenElements::addNestedBlock(QByteArrayView html)
{
    OpenElements inside;
    inside.m_inComment = m_inComment;
    inside.addBlock(html);
    m_inComment = inside.m_inComment;
    if (!inside.m_open.empty() && HtmlScanner::hasRawContent(inside.m_open.back()))
        open(inside.m_open.back());
}

void OpenElements::addInline(QByteArrayView tag)
{
    if (m_inComment) {
        m_inComment = !tag.contains("-->");
        return;
    }
    HtmlScanner scanner(tag);
    const HtmlToken *token = scanner.next();
    if (!token)
        return;
    if (token->kind == HtmlToken::Kind::StartTag && isOneOf(token->name, endParagraph))
        open(token->name);
    else if (token->kind == HtmlToken::Kind::EndTag)
        close(token->name);
}

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/open_elements.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace quillway::ui {

namespace {

using namespace std::string_view_literals;

// Sorted, for binary search.
constexpr std::array voidElements { "area"sv,  "base"sv, "br"sv,   "col"sv,   "embed"sv,  "hr"sv,    "img"sv,
                                    "input"sv, "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv };
// What stands in them is text up to their end tag.
constexpr std::array rawTextElements { "iframe"sv, "noembed"sv, "noframes"sv, "script"sv, "style"sv, "textarea"sv, "title"sv, "xmp"sv };
// Parsed by rules that look beyond the element: at the page's own body or form, at what is open around them.
constexpr std::array entanglingElements { "applet"sv,   "body"sv,   "form"sv,      "frame"sv,   "frameset"sv, "head"sv,
                                          "html"sv,     "image"sv,  "listing"sv,   "marquee"sv, "nobr"sv,     "object"sv,
                                          "optgroup"sv, "option"sv, "plaintext"sv, "select"sv,  "template"sv };
// In svg and math these change the language back to HTML or to text of its own.
constexpr std::array bordersOfForeign { "annotation-xml"sv, "desc"sv,   "foreignobject"sv, "mi"sv,   "mn"sv, "mo"sv, "ms"sv,
                                        "mtext"sv,          "script"sv, "style"sv,         "title"sv };
// The HTML elements that are nothing in svg or math but their end.
constexpr std::array breakouts { "b"sv,     "big"sv,  "blockquote"sv, "br"sv,    "center"sv, "code"sv,   "dd"sv,     "div"sv, "dl"sv,
                                 "dt"sv,    "em"sv,   "embed"sv,      "font"sv,  "h1"sv,     "h2"sv,     "h3"sv,     "h4"sv,  "h5"sv,
                                 "h6"sv,    "hr"sv,   "i"sv,          "img"sv,   "li"sv,     "menu"sv,   "meta"sv,   "ol"sv,  "p"sv,
                                 "pre"sv,   "ruby"sv, "s"sv,          "small"sv, "span"sv,   "strike"sv, "strong"sv, "sub"sv, "sup"sv,
                                 "table"sv, "tt"sv,   "u"sv,          "ul"sv,    "var"sv };

static_assert(std::ranges::is_sorted(voidElements) && std::ranges::is_sorted(rawTextElements) && std::ranges::is_sorted(entanglingElements)
              && std::ranges::is_sorted(bordersOfForeign) && std::ranges::is_sorted(breakouts));

bool contains(const auto &names, const QByteArray &name)
{
    return std::ranges::binary_search(names, std::string_view(name.constData(), size_t(name.size())));
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool startsWithAt(QByteArrayView html, qsizetype at, QByteArrayView text)
{
    return html.sliced(at).startsWith(text);
}

/// A tag's end: the byte behind its `>`, or -1 if it has none here.
struct TagEnd {
    qsizetype next = -1;
    bool selfClosing = false;
};

/// Reads the attributes from `at`, the byte behind the tag's name.
TagEnd endOfTag(QByteArrayView html, qsizetype at)
{
    const qsizetype size = html.size();
    bool slash = false;
    while (at < size) {
        const char c = html[at];
        if (c == '>')
            return { at + 1, slash };
        slash = c == '/';
        ++at;
        if (c != '=')
            continue;
        while (at < size && isBlank(html[at]))
            ++at;
        if (at < size && (html[at] == '"' || html[at] == '\'')) {
            at = html.indexOf(html[at], at + 1) + 1;
            if (at == 0)
                return {};
        } else {
            while (at < size && !isBlank(html[at]) && html[at] != '>')
                ++at;
        }
    }
    return {};
}

} // namespace

qsizetype OpenElements::entangle(QByteArrayView html)
{
    m_entangled = true;
    return html.size();
}

void OpenElements::read(QByteArrayView html)
{
    qsizetype at = 0;
    while (!m_entangled && at < html.size()) {
        const qsizetype markup = html.indexOf('<', at);
        if (markup != at)
            noteNode("#");
        if (markup < 0)
            return;
        at = readMarkup(html, markup);
    }
}

void OpenElements::noteNode(QByteArrayView name)
{
    // Pieces of text that follow each other are one node.
    if (!m_open.isEmpty() || (name == "#" && m_nodes.endsWith('#')))
        return;
    if (!m_nodes.isEmpty())
        m_nodes += ' ';
    m_nodes += name;
}

QByteArray OpenElements::takeNodes()
{
    return std::exchange(m_nodes, {});
}

/// From the `<` at `at`; gives the byte behind what it begins.
qsizetype OpenElements::readMarkup(QByteArrayView html, qsizetype at)
{
    const char next = at + 1 < html.size() ? html[at + 1] : '\0';
    if (isLetter(next) || next == '/')
        return readTag(html, at);
    if (next == '!' || next == '?')
        return readComment(html, at);
    noteNode("#");
    return at + 1;
}

qsizetype OpenElements::readComment(QByteArrayView html, qsizetype at)
{
    if (isInForeignElement() && startsWithAt(html, at, "<![CDATA["))
        return entangle(html);
    const bool real = startsWithAt(html, at, "<!--");
    // `<!-->` and `<!--->` are whole comments, and `--!>` ends one too: whoever writes such is left to the parser.
    if (real && (startsWithAt(html, at, "<!-->") || startsWithAt(html, at, "<!--->")))
        return entangle(html);
    const qsizetype end = real ? html.indexOf("-->", at + 4) : html.indexOf('>', at);
    if (end < 0 || (real && html.sliced(at, end - at).contains("--!>")))
        return entangle(html);
    noteNode("!");
    return end + (real ? 3 : 1);
}

qsizetype OpenElements::readTag(QByteArrayView html, qsizetype at)
{
    const bool isEnd = html[at + 1] == '/';
    const qsizetype begin = at + (isEnd ? 2 : 1);
    if (begin >= html.size() || !isLetter(html[begin]))
        return entangle(html);
    qsizetype end = begin;
    while (end < html.size() && !isBlank(html[end]) && html[end] != '/' && html[end] != '>')
        ++end;
    const TagEnd tag = endOfTag(html, end);
    if (tag.next < 0)
        return entangle(html);
    const QByteArray name = html.sliced(begin, end - begin).toByteArray().toLower();
    if (isEnd) {
        close(name);
        return tag.next;
    }
    noteNode(name);
    const bool raw = !isInForeignElement() && contains(rawTextElements, name);
    if (raw)
        return skipRawText(html, tag.next, name);
    open(name, tag.selfClosing);
    return tag.next;
}

void OpenElements::open(const QByteArray &name, bool selfClosing)
{
    if (isInForeignElement()) {
        if (contains(bordersOfForeign, name) || contains(breakouts, name) || contains(entanglingElements, name))
            m_entangled = true;
        if (selfClosing)
            return;
        ++m_foreign;
    } else if (contains(entanglingElements, name)) {
        m_entangled = true;
    } else if (contains(voidElements, name)) {
        return;
    } else if (name == "svg" || name == "math") {
        if (selfClosing)
            return;
        m_foreign = 1;
    }
    m_open.append(name);
    m_deepest = std::max(m_deepest, m_open.size());
}

void OpenElements::close(const QByteArray &name)
{
    if (m_open.isEmpty() || m_open.last() != name) {
        m_entangled = true;
        return;
    }
    m_open.removeLast();
    m_foreign = std::max<qsizetype>(0, m_foreign - 1);
}

qsizetype OpenElements::skipRawText(QByteArrayView html, qsizetype at, const QByteArray &name)
{
    const QByteArray end = "</" + name;
    for (qsizetype place = html.indexOf("</", at); place >= 0; place = html.indexOf("</", place + 2)) {
        const QByteArrayView candidate = html.sliced(place, std::min(end.size(), html.size() - place));
        if (candidate.compare(end, Qt::CaseInsensitive) != 0)
            continue;
        // In a script, a comment changes what its end tag means.
        const bool comment = name == "script" && html.sliced(at, place - at).contains("<!--");
        const TagEnd tag = endOfTag(html, place + end.size());
        const char behind = place + end.size() < html.size() ? html[place + end.size()] : '\0';
        if (comment || tag.next < 0 || !(isBlank(behind) || behind == '/' || behind == '>'))
            return entangle(html);
        return tag.next;
    }
    return entangle(html);
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/typesetter.h"

#include "core/text/markdown/html_tags.h"
#include "core/text/markdown/markdown_tree.h"

#include <algorithm>
#include <array>
#include <vector>

namespace quillway::text {

namespace {

constexpr QChar object = u'\ufffc';
constexpr qsizetype longestReference = 40; ///< bytes of `&…;`

constexpr std::array verbatimElements {
    QByteArrayView("code"), QByteArrayView("kbd"),    QByteArrayView("samp"),  QByteArrayView("var"),  QByteArrayView("pre"),
    QByteArrayView("tt"),   QByteArrayView("script"), QByteArrayView("style"), QByteArrayView("math"), QByteArrayView("textarea"),
};

/// The text of a node as it stands in the whole.
struct Segment {
    const cmark_node *node = nullptr;
    qsizetype begin = 0; ///< UTF-16 units
    qsizetype length = 0;
};

/// What a container shows, put together for the setter.
class Flattener
{
public:
    explicit Flattener(const Typesetter::VisibleText &visibleText)
        : m_visibleText(visibleText)
    { }

    void read(const cmark_node *container)
    {
        for (const cmark_node *node = container->first_child; node;) {
            const bool goesIn = node->first_child && enter(node);
            if (goesIn) {
                node = node->first_child;
                continue;
            }
            if (!node->first_child)
                add(node);
            while (!node->next && node->parent != container) {
                node = node->parent;
                leave(node);
            }
            node = node->next;
        }
    }

    TypesetText text;
    std::vector<Segment> segments;
    std::vector<const cmark_node *> leaves; ///< texts, code and raw HTML, as they come in the source

private:
    /// False for what is no text, whatever is in it.
    bool enter(const cmark_node *node)
    {
        if (node->type == CMARK_NODE_IMAGE) {
            addObject();
            return false;
        }
        if (node->type == CMARK_NODE_LINK)
            m_isAddress = node->first_child->type == CMARK_NODE_TEXT && !node->first_child->next
                && bytesOf(node->as.link.url).endsWith(bytesOf(node->first_child->as.literal));
        return true;
    }
    void leave(const cmark_node *node)
    {
        if (node->type == CMARK_NODE_LINK)
            m_isAddress = false;
    }
    void add(const cmark_node *leaf)
    {
        switch (leaf->type) {
        case CMARK_NODE_TEXT: addText(leaf); break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK: addCharacter(u' '); break;
        case CMARK_NODE_HTML_INLINE:
            leaves.push_back(leaf);
            followTag(bytesOf(leaf->as.literal));
            break;
        case CMARK_NODE_CODE: leaves.push_back(leaf); [[fallthrough]];
        default: addObject();
        }
    }
    void addText(const cmark_node *leaf)
    {
        const QString shown = QString::fromUtf8(m_visibleText(leaf));
        const bool isFixed = m_verbatim > 0 || m_isAddress;
        leaves.push_back(leaf);
        segments.push_back({ leaf, text.text.size(), shown.size() });
        text.text += shown;
        text.fixed.append(shown.size(), isFixed ? '\1' : '\0');
    }
    void addObject() { addCharacter(object); }
    void addCharacter(QChar c)
    {
        text.text += c;
        text.fixed.append('\1');
    }
    void followTag(QByteArrayView html)
    {
        HtmlScanner scanner(html);
        while (const HtmlToken *token = scanner.next()) {
            if (std::ranges::none_of(verbatimElements, [&](QByteArrayView name) { return isNamed(token->name, name); }))
                continue;
            if (token->kind == HtmlToken::Kind::StartTag)
                ++m_verbatim;
            else if (token->kind == HtmlToken::Kind::EndTag)
                m_verbatim = std::max(0, m_verbatim - 1);
        }
    }

    const Typesetter::VisibleText &m_visibleText;
    int m_verbatim = 0; ///< open elements of raw HTML whose text is no prose
    bool m_isAddress = false; ///< in a link that shows its own address
};

/// Finds the texts of a container in what was written, to tell which of their characters were escaped. What cannot be found counts as escaped: it stays.
class EscapeFinder
{
public:
    explicit EscapeFinder(QByteArrayView source)
        : m_source(source)
        , m_budget(source.size() * 16 + 1000)
    { }

    [[nodiscard]] static bool isNeeded(QByteArrayView source) { return source.contains('\\') || source.contains('&'); }

    void passCode()
    {
        qsizetype at = find("`", m_at);
        const qsizetype length = runOfBackticks(at);
        for (qsizetype run = length; at >= 0;) {
            at = find("`", at + run);
            run = runOfBackticks(at);
            if (at >= 0 && run == length) {
                m_at = at + run;
                return;
            }
        }
    }
    void passHtml(QByteArrayView html)
    {
        const qsizetype found = find(html, m_at);
        if (found >= 0)
            m_at = found + html.size();
    }
    /// A flag for each byte of the text.
    [[nodiscard]] QByteArray findText(QByteArrayView text)
    {
        QByteArray escaped(text.size(), '\0');
        for (qsizetype begin = m_at; begin < m_source.size() && m_budget > 0; ++begin) {
            if (const qsizetype end = match(text, begin, escaped); end >= 0) {
                m_at = end;
                return escaped;
            }
        }
        return { text.size(), '\1' };
    }

private:
    [[nodiscard]] qsizetype find(QByteArrayView wanted, qsizetype from)
    {
        if (m_budget <= 0)
            return -1;
        const qsizetype found = m_source.indexOf(wanted, from);
        m_budget -= (found < 0 ? m_source.size() : found) - from;
        return found;
    }
    [[nodiscard]] qsizetype runOfBackticks(qsizetype at) const
    {
        qsizetype end = at;
        while (end >= 0 && end < m_source.size() && m_source[end] == '`')
            ++end;
        return end - at;
    }
    /// Where the text ends in the source if it begins at `place`; -1 if it does not.
    qsizetype match(QByteArrayView text, qsizetype place, QByteArray &escaped)
    {
        for (qsizetype i = 0; i < text.size();) {
            if (place >= m_source.size() || --m_budget < 0)
                return -1;
            const char c = m_source[place];
            if (c == '\\' && place + 1 < m_source.size() && m_source[place + 1] == text[i] && isAsciiPunctuation(text[i])) {
                escaped[i++] = '\1';
                place += 2;
                continue;
            }
            if (c == '&') {
                const qsizetype end = m_source.sliced(place, std::min(longestReference, m_source.size() - place)).indexOf(';');
                const QByteArrayView written = end < 0 ? QByteArrayView() : m_source.sliced(place, end + 1);
                const QByteArray meant = resolveCharacterReferences(written).toUtf8();
                if (!meant.isEmpty() && meant != written && text.sliced(i).startsWith(meant)) {
                    std::fill_n(escaped.begin() + i, meant.size(), '\1');
                    i += meant.size();
                    place += written.size();
                    continue;
                }
            }
            if (c != text[i])
                return -1;
            escaped[i++] = '\0';
            ++place;
        }
        return place;
    }
    static bool isAsciiPunctuation(char c)
    {
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    }

    QByteArrayView m_source;
    qsizetype m_at = 0;
    qsizetype m_budget; ///< steps
};

/// Marks what was escaped.
void fixEscaped(Flattener &flat, QByteArrayView source, const Typesetter::VisibleText &visibleText)
{
    EscapeFinder finder(source);
    auto segment = flat.segments.begin();
    for (const cmark_node *leaf : flat.leaves) {
        if (leaf->type == CMARK_NODE_CODE) {
            finder.passCode();
        } else if (leaf->type == CMARK_NODE_HTML_INLINE) {
            finder.passHtml(bytesOf(leaf->as.literal));
        } else {
            const QByteArrayView shown = visibleText(leaf);
            const QByteArray escaped = finder.findText(shown);
            qsizetype byte = 0;
            for (qsizetype i = 0; i < segment->length && byte < escaped.size(); ++i) {
                if (escaped.at(byte))
                    flat.text.fixed[segment->begin + i] = '\1';
                // To the next character's first byte; one of four bytes is two units.
                const auto first = static_cast<unsigned char>(shown[byte]);
                const int bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
                byte += bytes;
                i += bytes == 4 ? 1 : 0;
            }
            ++segment;
        }
    }
}

} // namespace

void Typesetter::enterContainer(const cmark_node *container, const VisibleText &visibleText)
{
    m_set.clear();
    Flattener flat(visibleText);
    flat.read(container);
    if (!mayNeedTypesetting(flat.text.text, m_typography))
        return;
    if (const QByteArrayView source = bytesOf(container->content); EscapeFinder::isNeeded(source))
        fixEscaped(flat, source, visibleText);
    const QList<TypesetMark> marks = typesetMarks(flat.text, m_typography);
    auto mark = marks.cbegin();
    for (const Segment &segment : flat.segments) {
        const qsizetype end = segment.begin + segment.length;
        QString set;
        qsizetype done = segment.begin;
        bool isSet = false;
        // A mark that reaches over nodes stands in the last of them.
        for (; mark != marks.cend() && mark->from < end; ++mark) {
            isSet = true;
            if (mark->from > done)
                set += QStringView(flat.text.text).sliced(done, mark->from - done);
            done = std::min(end, mark->from + mark->length);
            if (mark->from + mark->length > end)
                break;
            set += mark->text;
        }
        if (isSet)
            m_set.insert(segment.node, set.append(QStringView(flat.text.text).sliced(done, end - done)).toUtf8());
    }
}

} // namespace quillway::text

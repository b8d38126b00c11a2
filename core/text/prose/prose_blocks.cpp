// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/prose/prose_blocks.h"

#include "core/text/writing/code_fence.h"
#include "core/text/writing/line_shape.h"

#include <algorithm>
#include <optional>

namespace quillway::text {

namespace {

constexpr QChar object(0xfffc); // OBJECT REPLACEMENT CHARACTER
constexpr int codeIndent = 4; // columns

/// A paragraph's own characters, markup and all.
struct Source {
    QString text;
    QList<qsizetype> places;
};

/// Takes the inline markup out of a paragraph (CommonMark 0.31.2, 6), as far as it can be told without looking at the rest of the text.
class InlineStripper
{
public:
    explicit InlineStripper(const Source &source)
        : m_text(source.text)
        , m_places(source.places)
    { }

    [[nodiscard]] ProseBlock strip()
    {
        while (m_at < m_text.size()) {
            if (!takeMarkup())
                keep();
        }
        return std::move(m_block);
    }

private:
    void keep()
    {
        m_block.add(m_text.at(m_at), m_places.at(m_at));
        ++m_at;
    }
    void replaceTo(qsizetype end)
    {
        m_block.add(object, m_places.at(m_at));
        m_at = end;
    }
    [[nodiscard]] bool startsWith(QStringView wanted) const { return m_text.sliced(m_at).startsWith(wanted); }

    bool takeMarkup()
    {
        switch (m_text.at(m_at).unicode()) {
        case u'\\': return takeEscape();
        case u'`': return takeCode();
        case u'!': return takePicture();
        case u'[': return takeBracket();
        case u']': return takeDestination();
        case u'<': return takeTag();
        case u'*': ++m_at; return true;
        case u'~': return takeStrike();
        case u'_': return takeUnderscore();
        case u'h': return takeAddress();
        default: return false;
        }
    }
    bool takeEscape()
    {
        if (m_at + 1 >= m_text.size() || !(m_text.at(m_at + 1).isPunct() || m_text.at(m_at + 1).isSymbol()))
            return false;
        ++m_at;
        keep();
        return true;
    }
    bool takeCode()
    {
        qsizetype fence = 0;
        while (m_at + fence < m_text.size() && m_text.at(m_at + fence) == u'`')
            ++fence;
        // A run that was looked for in vain once is not looked for again.
        for (qsizetype at = m_at + fence; !m_unclosed.contains(fence) && at < m_text.size();) {
            at = m_text.indexOf(u'`', at);
            if (at < 0)
                break;
            qsizetype run = 0;
            while (at + run < m_text.size() && m_text.at(at + run) == u'`')
                ++run;
            if (run == fence) {
                replaceTo(at + run);
                return true;
            }
            at += run;
        }
        m_unclosed.append(fence);
        m_at += fence;
        return true;
    }
    bool takePicture()
    {
        if (!startsWith(u"!["))
            return false;
        const qsizetype close = closing(m_at + 1, u'[', u']');
        if (close < 0)
            return false;
        const qsizetype end = close + 1 < m_text.size() && m_text.at(close + 1) == u'(' ? closing(close + 1, u'(', u')') : -1;
        replaceTo(end < 0 ? close + 1 : end + 1);
        return true;
    }
    bool takeBracket()
    {
        if (startsWith(u"[^")) {
            const qsizetype close = closing(m_at, u'[', u']');
            if (close > 0) {
                m_at = close + 1;
                return true;
            }
        }
        ++m_at;
        return true;
    }
    bool takeDestination()
    {
        const QChar next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar();
        const qsizetype end = next == u'(' ? closing(m_at + 1, u'(', u')') : next == u'[' ? closing(m_at + 1, u'[', u']') : -1;
        m_at = end < 0 ? m_at + 1 : end + 1;
        return true;
    }
    bool takeTag()
    {
        const QChar next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar();
        if (!next.isLetter() && next != u'/' && next != u'!' && next != u'?')
            return false;
        const qsizetype end = m_noTagBehind >= 0 && m_at >= m_noTagBehind ? -1 : m_text.indexOf(u'>', m_at);
        if (end < 0) {
            m_noTagBehind = m_noTagBehind < 0 ? m_at : m_noTagBehind;
            return false;
        }
        const QStringView inside = m_text.sliced(m_at + 1, end - m_at - 1);
        if (inside.contains(u':') || inside.contains(u'@'))
            replaceTo(end + 1); // an address
        else
            m_at = end + 1;
        return true;
    }
    bool takeStrike()
    {
        if (!startsWith(u"~~"))
            return false;
        m_at += 2;
        return true;
    }
    bool takeUnderscore()
    {
        const bool isInWord = m_at > 0 && m_at + 1 < m_text.size() && m_text.at(m_at - 1).isLetterOrNumber()
            && m_text.at(m_at + 1).isLetterOrNumber();
        if (isInWord)
            return false;
        ++m_at;
        return true;
    }
    bool takeAddress()
    {
        if (!startsWith(u"http://") && !startsWith(u"https://"))
            return false;
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text.at(end).isSpace() && m_text.at(end) != u'<')
            ++end;
        while (end > m_at && QStringView(u".,;:!?)'\"").contains(m_text.at(end - 1)))
            --end;
        replaceTo(end);
        return true;
    }

    /// The place of what closes the bracket at `open`; -1 if nothing does. Brackets that nothing closes are looked at once.
    qsizetype closing(qsizetype open, QChar opening, QChar close)
    {
        qsizetype &none = close == u']' ? m_noBracketBehind : m_noParenthesisBehind;
        if (none >= 0 && open >= none)
            return -1;
        int depth = 0;
        for (qsizetype at = open; at < m_text.size(); ++at) {
            if (m_text.at(at) == u'\\')
                ++at;
            else if (m_text.at(at) == opening)
                ++depth;
            else if (m_text.at(at) == close && --depth == 0)
                return at;
        }
        none = open;
        return -1;
    }

    QStringView m_text;
    const QList<qsizetype> &m_places;
    qsizetype m_at = 0;
    QList<qsizetype> m_unclosed; ///< lengths of backtick runs that nothing closes
    qsizetype m_noBracketBehind = -1;
    qsizetype m_noParenthesisBehind = -1;
    qsizetype m_noTagBehind = -1;
    ProseBlock m_block;
};

/// `| - | :-: |`
bool isDelimiterRow(QStringView line)
{
    return line.contains(u'-') && line.contains(u'|')
        && std::ranges::all_of(line, [](QChar c) { return c == u'-' || c == u'|' || c == u':' || c == u' ' || c == u'\t'; });
}

bool isUnderline(QStringView line)
{
    const QStringView signs = line.trimmed();
    return !signs.isEmpty() && (signs.front() == u'=' || signs.front() == u'-') && signs.count(signs.front()) == signs.size();
}

bool isAtxHeading(QStringView content)
{
    qsizetype level = 0;
    while (level < content.size() && content.at(level) == u'#')
        ++level;
    return level >= 1 && level <= 6 && (level == content.size() || content.at(level).isSpace());
}

bool beginsHtml(QStringView content)
{
    return content.size() > 1 && content.front() == u'<'
        && (content.at(1).isLetter() || content.at(1) == u'/' || content.at(1) == u'!' || content.at(1) == u'?')
        && !content.startsWith(u"<http"); // an address begins a paragraph
}

/// `[x]: address`
bool isDefinition(QStringView content)
{
    return content.startsWith(u'[') && !content.startsWith(u"[^") && content.indexOf(u"]:") > 0;
}

class BlockReader
{
public:
    BlockReader(QStringView body, const std::function<bool(const ProseBlock &)> &visit)
        : m_body(body)
        , m_visit(visit)
    { }

    void read()
    {
        for (qsizetype begin = 0; begin < m_body.size() && m_goesOn;) {
            qsizetype end = m_body.indexOf(u'\n', begin);
            if (end < 0)
                end = m_body.size();
            readLine(begin, m_body.sliced(begin, end - begin));
            begin = end + 1;
        }
        endBlock();
    }

private:
    void readLine(qsizetype begin, QStringView line)
    {
        const FencedLine fenced = readFence(m_fence, line);
        m_fence = fenced.open;
        if (fenced.isCode)
            return endBlock();
        const LineShape shape = shapeOf(line);
        const QStringView content = line.sliced(shape.content);
        if (isBlankLine(line.sliced(shape.quoteEnd)))
            return endBlock();
        if (m_isSkipping)
            return;
        if (!m_source.text.isEmpty() && !shape.marker && isUnderline(line))
            return drop(); // a heading
        if (isRule(line) || isAtxHeading(content))
            return endBlock();
        if (!m_source.text.isEmpty() && isDelimiterRow(line.sliced(shape.quoteEnd))) {
            drop();
            m_isSkipping = true;
            return;
        }
        if (shape.marker || shape.quoteDepth != m_quoteDepth)
            endBlock();
        m_isInList = m_isInList ? shape.marker || shape.indent > 0 || !m_source.text.isEmpty() : shape.marker.has_value();
        m_quoteDepth = shape.quoteDepth;
        const bool begins = m_source.text.isEmpty();
        if (begins && shape.indent >= codeIndent && !m_isInList && !shape.marker)
            return;
        if (begins && beginsHtml(content)) {
            m_isSkipping = true;
            return;
        }
        if (begins && (isDefinition(content) || content.startsWith(u"[!")))
            return;
        add(begin, line, behindLabel(line, shape.content, begins));
    }

    /// Behind the `[^1]:` of a footnote.
    static qsizetype behindLabel(QStringView line, qsizetype content, bool begins)
    {
        if (!begins || !line.sliced(content).startsWith(u"[^"))
            return content;
        const qsizetype end = line.indexOf(u"]:", content);
        return end < 0 ? content : end + 2;
    }

    void add(qsizetype begin, QStringView line, qsizetype from)
    {
        if (!m_source.text.isEmpty()) {
            m_source.text.append(u' ');
            m_source.places.append(begin - 1); // the line end
        }
        for (qsizetype at = from; at < line.size(); ++at) {
            m_source.text.append(line.at(at));
            m_source.places.append(begin + at);
        }
    }

    void drop() { m_source = {}; }

    void endBlock()
    {
        m_isSkipping = false;
        if (!m_source.text.isEmpty() && m_goesOn)
            m_goesOn = m_visit(InlineStripper(m_source).strip());
        drop();
    }

    QStringView m_body;
    const std::function<bool(const ProseBlock &)> &m_visit;
    std::optional<CodeFence> m_fence;
    Source m_source; ///< of the paragraph that is being read
    int m_quoteDepth = 0;
    bool m_isSkipping = false; ///< up to the next blank line
    bool m_isInList = false;
    bool m_goesOn = true;
};

} // namespace

void forEachProseBlock(QStringView body, const std::function<bool(const ProseBlock &)> &visit)
{
    BlockReader(body, visit).read();
}

} // namespace quillway::text

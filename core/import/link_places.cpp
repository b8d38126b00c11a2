// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/link_places.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Form = LinkPlace::Form;

constexpr qsizetype longestDestination = 4096;
constexpr qsizetype longestTag = 4096;
constexpr qsizetype longestLabel = 1000;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

class LinkFinder
{
public:
    LinkFinder(QStringView body, const CodeRanges &code)
        : m_body(body)
        , m_code(code)
    { }

    [[nodiscard]] QList<LinkPlace> find()
    {
        for (qsizetype at = 0; at < m_body.size(); ++at) {
            const QChar c = m_body[at];
            if (c != u']' && c != u'<')
                continue;
            if (m_code.contains(at))
                continue;
            if (c == u'<')
                at = std::max(at, takeTag(at));
            else if (at + 1 < m_body.size() && m_body[at + 1] == u'(')
                takeInline(at);
            else if (at + 1 < m_body.size() && m_body[at + 1] == u':')
                takeDefinition(at);
        }
        std::ranges::sort(m_found, {}, &LinkPlace::begin);
        // A tag inside a destination, or the other way round: the first one counts.
        qsizetype end = 0;
        m_found.removeIf([&](const LinkPlace &place) {
            if (place.begin < end)
                return true;
            end = place.end;
            return false;
        });
        return std::move(m_found);
    }

private:
    [[nodiscard]] qsizetype skipBlanks(qsizetype at) const
    {
        int lineEnds = 0;
        while (at < m_body.size() && m_body[at].isSpace() && (m_body[at] != u'\n' || ++lineEnds < 2))
            ++at;
        return at;
    }

    /// True if the bracket that `at` closes was opened by `![`.
    [[nodiscard]] bool isPicture(qsizetype at) const
    {
        int depth = 0;
        for (qsizetype i = at, least = std::max<qsizetype>(0, at - 2000); i >= least; --i) {
            if (m_body[i] == u']')
                ++depth;
            else if (m_body[i] == u'[' && --depth == 0)
                return i > 0 && m_body[i - 1] == u'!';
        }
        return false;
    }

    void takeInline(qsizetype bracket)
    {
        const qsizetype begin = skipBlanks(bracket + 2);
        if (takeBracketed(begin, bracket))
            return;
        int depth = 0;
        qsizetype end = begin;
        const qsizetype most = std::min(m_body.size(), begin + longestDestination);
        while (end < most && !m_body[end].isSpace()) {
            // A template construct is one piece, whatever it holds.
            if (m_body[end] == u'{') {
                const qsizetype close = endOfConstruct(end);
                if (close > end) {
                    end = close;
                    continue;
                }
            }
            if (m_body[end] == u'\\' && end + 1 < most)
                ++end;
            else if (m_body[end] == u'(')
                ++depth;
            else if (m_body[end] == u')' && depth-- == 0)
                break;
            else if (m_body[end] == u']' && end + 1 < most && m_body[end + 1] == u'(')
                return; // another link: this was none
            ++end;
        }
        if (end == begin || end >= most)
            return;
        const qsizetype behind = skipBlanks(end);
        const bool closes = behind < m_body.size()
            && (m_body[behind] == u')' || m_body[behind] == u'"' || m_body[behind] == u'\'' || m_body[behind] == u'(');
        if (closes)
            m_found.append({ Form::Inline, begin, end, isPicture(bracket) });
        else
            takeWithBlanks(begin, bracket);
    }

    /// Behind `{{ … }}` or `{% … %}`; `at` if there is none on the line.
    [[nodiscard]] qsizetype endOfConstruct(qsizetype at) const
    {
        const bool isTag = m_body.sliced(at).startsWith("{%"_L1);
        if (!isTag && !m_body.sliced(at).startsWith("{{"_L1))
            return at;
        for (qsizetype i = at + 2; i + 1 < m_body.size() && i < at + longestDestination; ++i) {
            if (m_body[i + 1] == u'}' && m_body[i] == (isTag ? u'%' : u'}'))
                return i + 2;
        }
        return at;
    }

    void takeWithBlanks(qsizetype begin, qsizetype bracket)
    {
        qsizetype end = begin;
        while (end < m_body.size() && end < begin + 500 && m_body[end] != u')' && m_body[end] != u'"' && m_body[end] != u'<'
               && !isLineEnd(m_body[end]))
            ++end;
        if (end >= m_body.size() || m_body[end] != u')')
            return;
        m_found.append({ Form::Blanks, begin, begin + m_body.sliced(begin, end - begin).trimmed().size(), isPicture(bracket) });
    }

    bool takeBracketed(qsizetype begin, qsizetype bracket)
    {
        if (begin >= m_body.size() || m_body[begin] != u'<')
            return false;
        qsizetype end = begin + 1;
        while (end < m_body.size() && end < begin + longestDestination && m_body[end] != u'>' && !isLineEnd(m_body[end]))
            ++end;
        if (end >= m_body.size() || m_body[end] != u'>')
            return false;
        m_found.append({ Form::Bracketed, begin + 1, end, isPicture(bracket) });
        return true;
    }

    /// `[label]: x` at the begin of a line.
    void takeDefinition(qsizetype bracket)
    {
        const qsizetype from = std::max<qsizetype>(0, bracket - longestLabel);
        const qsizetype lineFeed = m_body.sliced(from, bracket - from).lastIndexOf(u'\n');
        if (lineFeed < 0 && from > 0)
            return;
        const qsizetype line = from + lineFeed + 1;
        const QStringView label = m_body.sliced(line, bracket - line).trimmed();
        if (!label.startsWith(u'[') || label.startsWith("[^"_L1))
            return;
        const qsizetype begin = skipBlanks(bracket + 2);
        if (takeBracketed(begin, line))
            return;
        qsizetype end = begin;
        while (end < m_body.size() && !m_body[end].isSpace()) {
            const qsizetype close = m_body[end] == u'{' ? endOfConstruct(end) : end;
            end = close > end ? close : end + 1;
        }
        if (end > begin)
            m_found.append({ Form::Definition, begin, end, false });
    }

    /// Autolinks and the destinations in a tag. The tag's last character, `at` if it is none.
    qsizetype takeTag(qsizetype at)
    {
        if (at + 1 >= m_body.size() || !isAsciiLetter(m_body[at + 1]))
            return at;
        QChar quote;
        qsizetype end = at + 1;
        const qsizetype most = std::min(m_body.size(), at + longestTag);
        for (; end < most && (m_body[end] != u'>' || !quote.isNull()); ++end) {
            if (quote.isNull() && m_body[end] == u'<')
                return at;
            if (!quote.isNull() ? m_body[end] == quote : (m_body[end] == u'"' || m_body[end] == u'\''))
                quote = quote.isNull() ? m_body[end] : QChar();
        }
        if (end >= most)
            return at;
        const QStringView tag = m_body.sliced(at + 1, end - at - 1);
        if (tag.startsWith("http://"_L1) || tag.startsWith("https://"_L1)) {
            m_found.append({ Form::Autolink, at + 1, end, false });
            return end;
        }
        static const QRegularExpression attribute(u"\\s(href|src|poster|data-src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        const bool isImage = tag.startsWith("img"_L1, Qt::CaseInsensitive);
        for (const QRegularExpressionMatch &match : attribute.globalMatchView(tag)) {
            const int group = match.hasCaptured(2) ? 2 : 3;
            m_found.append({ Form::Attribute, at + 1 + match.capturedStart(group), at + 1 + match.capturedEnd(group), isImage });
        }
        return end;
    }

    QStringView m_body;
    const CodeRanges &m_code;
    QList<LinkPlace> m_found;
};

/// `destination` with what its place would end at encoded.
QString safeFor(const LinkPlace &place, const QString &destination)
{
    QString safe;
    for (const QChar c : destination) {
        const bool bare = place.form == Form::Inline || place.form == Form::Definition || place.form == Form::Blanks;
        const bool ends = c == u'<' || c == u'>' || c == u'"' || (bare && (c.isSpace() || c == u'(' || c == u')'))
            || (place.form == Form::Attribute && c == u'\'') || isLineEnd(c);
        if (ends)
            safe += QString::fromLatin1(QString(c).toUtf8().toPercentEncoding());
        else
            safe += c;
    }
    return safe;
}

} // namespace

QList<LinkPlace> findLinks(QStringView body, const CodeRanges &code)
{
    return LinkFinder(body, code).find();
}

QString turnLinks(const QString &body, const TurnLink &turn)
{
    const CodeRanges code(body);
    QString result;
    qsizetype done = 0;
    for (const LinkPlace &place : findLinks(body, code)) {
        const QString destination = body.sliced(place.begin, place.end - place.begin);
        const auto turned = turn(place, destination);
        if (!turned)
            continue;
        if (place.form == Form::Autolink) {
            // A relative destination is no autolink: what was shown becomes the text.
            result += QStringView(body).sliced(done, place.begin - 1 - done);
            result += u'[' + destination + "]("_L1 + safeFor({}, *turned) + u')';
            done = place.end + 1;
            continue;
        }
        result += QStringView(body).sliced(done, place.begin - done);
        result += safeFor(place, *turned);
        done = place.end;
    }
    return result + body.sliced(done);
}

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/destination_candidates.h"

#include "core/text/markdown/html_tags.h"

#include <algorithm>
#include <array>

namespace quillway::text {

using namespace Qt::StringLiterals;
using Form = WrittenDestination::Form;

namespace {

constexpr qsizetype longestValue = 10'000; // bytes of an attribute's value that are looked at
constexpr int mostTrimmed = 64; // bytes that may stand behind a bare address without belonging to it
constexpr int mostBlanks = 200; // between the parts of a link

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isSpace(char c)
{
    return isBlank(c) || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Escapes and character references resolved, in cmark's order.
QString unescaped(QByteArrayView written)
{
    const QString text = resolveCharacterReferences(written);
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escapes = text[i] == u'\\' && i + 1 < text.size() && text[i + 1].unicode() < 128 && isPunctuation(text[i + 1].toLatin1());
        result += escapes ? text[++i] : text[i];
    }
    return result;
}

class CandidateFinder
{
public:
    CandidateFinder(QByteArrayView body, const QSet<QString> &destinations)
        : m_body(body)
        , m_destinations(destinations)
    { }

    [[nodiscard]] std::vector<DestinationCandidate> find()
    {
        for (qsizetype i = 0; i < m_body.size();)
            i = std::max(i + 1, lookAt(i));
        return std::move(m_found);
    }

private:
    [[nodiscard]] char at(qsizetype i) const { return i >= 0 && i < m_body.size() ? m_body[i] : '\0'; }
    [[nodiscard]] QByteArrayView slice(qsizetype begin, qsizetype end) const { return m_body.sliced(begin, end - begin); }

    /// The end of what was found at `i`; anything up to `i` if that is nothing.
    qsizetype lookAt(qsizetype i)
    {
        switch (at(i)) {
        case '(': return at(i - 1) == ']' ? lookBehindBracket(i + 1, true) : i;
        case ':': return at(i - 1) == ']' ? lookBehindBracket(i + 1, false) : i;
        case '<': return lookForAutolink(i + 1);
        case '=': return lookForAttribute(i);
        case 'h':
        case 'H':
        case 'f':
        case 'F':
        case 'w':
        case 'W': return isLetterOrDigit(at(i - 1)) ? i : lookForAddress(i);
        default: return i;
        }
    }

    bool add(qsizetype begin, qsizetype end, Form form, const QString &destination, char quote = 0)
    {
        if (!m_destinations.contains(destination))
            return false;
        m_found.push_back({ { begin, end, form, quote, -1 }, destination });
        return true;
    }

    /// Behind blanks, line ends, and the quote signs that a line may begin with.
    [[nodiscard]] qsizetype behindSpace(qsizetype i) const
    {
        const qsizetype last = std::min(m_body.size(), i + mostBlanks);
        bool atLineBegin = false;
        for (; i < last; ++i) {
            if (m_body[i] == '\n' || m_body[i] == '\r')
                atLineBegin = true;
            else if (!isBlank(m_body[i]) && !(atLineBegin && m_body[i] == '>'))
                break;
        }
        return i;
    }

    qsizetype lookBehindBracket(qsizetype from, bool isInline)
    {
        const qsizetype begin = behindSpace(from);
        const bool isAngled = at(begin) == '<';
        const qsizetype end = isAngled ? angledEnd(begin + 1) : bareEnd(begin, isInline);
        if (end < 0)
            return from;
        const qsizetype inner = begin + (isAngled ? 1 : 0);
        if (isInline && !mayClose(end + (isAngled ? 1 : 0)))
            return from;
        const QByteArrayView written = slice(inner, end);
        const Form form = isAngled ? Form::Angled : Form::Bare;
        // A table takes the backslash before a bar away before anything else is read.
        const bool found = add(inner, end, form, unescaped(written))
            || (written.contains("\\|") && add(inner, end, form, unescaped(written.toByteArray().replace("\\|", "|"))));
        return found ? end : from;
    }

    /// CommonMark 6.3: up to the first `>` that is not escaped, on one line. Negative if there is none.
    [[nodiscard]] qsizetype angledEnd(qsizetype i) const
    {
        for (; i < m_body.size() && m_body[i] != '\n' && m_body[i] != '\r' && m_body[i] != '<'; ++i) {
            if (m_body[i] == '>')
                return i;
            if (m_body[i] == '\\' && isPunctuation(at(i + 1)))
                ++i;
        }
        return -1;
    }

    [[nodiscard]] qsizetype bareEnd(qsizetype i, bool isInline) const
    {
        const qsizetype begin = i;
        int depth = 0;
        for (; i < m_body.size() && static_cast<unsigned char>(m_body[i]) > ' '; ++i) {
            if (m_body[i] == '\\' && isPunctuation(at(i + 1)))
                ++i;
            else if (m_body[i] == '(')
                ++depth;
            else if (m_body[i] == ')' && --depth < 0 && isInline)
                break;
        }
        return i > begin ? i : -1;
    }

    /// Something that can follow an inline link's destination: its end or a title.
    [[nodiscard]] bool mayClose(qsizetype i) const
    {
        const qsizetype next = behindSpace(i);
        const char c = at(next);
        return c == ')' || (next > i && (c == '"' || c == '\'' || c == '('));
    }

    qsizetype lookForAutolink(qsizetype begin)
    {
        qsizetype end = begin;
        while (isLetterOrDigit(at(end)) || at(end) == '+' || at(end) == '-' || at(end) == '.')
            ++end;
        if (at(end) != ':' || end == begin)
            return begin;
        while (end < m_body.size() && static_cast<unsigned char>(m_body[end]) > ' ' && m_body[end] != '<' && m_body[end] != '>')
            ++end;
        const bool found = at(end) == '>' && add(begin, end, Form::Autolink, resolveCharacterReferences(slice(begin, end)));
        return found ? end : begin;
    }

    /// The name that stands before the `=` at `sign`.
    [[nodiscard]] QByteArrayView attributeName(qsizetype sign) const
    {
        qsizetype end = sign;
        while (end > 0 && sign - end < mostBlanks && isSpace(m_body[end - 1]))
            --end;
        qsizetype begin = end;
        while (begin > 0 && end - begin < 8 && isLetterOrDigit(m_body[begin - 1]))
            --begin;
        return slice(begin, end);
    }

    qsizetype lookForAttribute(qsizetype sign)
    {
        static constexpr std::array names { QByteArrayView("href"), QByteArrayView("src"), QByteArrayView("srcset"),
                                            QByteArrayView("poster") };
        HtmlAttribute attribute;
        attribute.name = attributeName(sign);
        if (std::ranges::none_of(names, [&](QByteArrayView name) { return isNamed(attribute.name, name); }))
            return sign;
        qsizetype begin = sign + 1;
        while (isSpace(at(begin)) && begin - sign < mostBlanks)
            ++begin;
        const QByteArrayView within = m_body.first(std::min(m_body.size(), begin + longestValue));
        if (at(begin) == '"' || at(begin) == '\'') {
            attribute.quote = at(begin++);
            attribute.valueEnd = within.indexOf(attribute.quote, begin);
        } else {
            attribute.valueEnd = std::find_if(within.begin() + begin, within.end(), [](char c) { return isSpace(c) || c == '>'; })
                - within.begin();
        }
        attribute.valueBegin = begin;
        return attribute.valueEnd < begin ? sign : addValue(attribute);
    }

    qsizetype addValue(const HtmlAttribute &attribute)
    {
        HtmlToken tag;
        tag.kind = HtmlToken::Kind::StartTag;
        tag.attributes.append(attribute);
        for (const HtmlDestination &value : destinationsIn(m_body, tag))
            add(value.begin, value.end, Form::Attribute, resolveCharacterReferences(slice(value.begin, value.end)), attribute.quote);
        return attribute.valueEnd;
    }

    /// An address in the running text (GFM 6.9), which ends somewhere in what is not blank.
    qsizetype lookForAddress(qsizetype begin)
    {
        static constexpr std::array beginnings { QByteArrayView("https://"), QByteArrayView("http://"), QByteArrayView("ftp://"),
                                                 QByteArrayView("www.") };
        const auto beginning = std::ranges::find_if(beginnings, [&](QByteArrayView text) {
            return isNamed(m_body.sliced(begin, std::min(text.size(), m_body.size() - begin)), text);
        });
        if (beginning == beginnings.end())
            return begin;
        qsizetype end = begin;
        while (end < m_body.size() && !isSpace(m_body[end]) && m_body[end] != '<')
            ++end;
        const QLatin1StringView before = *beginning == beginnings.back() ? "http://"_L1 : ""_L1;
        const auto addUpTo = [&](qsizetype last) { return add(begin, last, Form::Address, before + QString::fromUtf8(slice(begin, last))); };
        const qsizetype least = std::max(begin + beginning->size(), end - mostTrimmed);
        for (qsizetype last = end; last > least; --last) {
            if (addUpTo(last))
                return last;
        }
        const qsizetype bar = slice(begin, end).indexOf('|'); // a table's
        return bar > 0 && addUpTo(begin + bar) ? begin + bar : begin;
    }

    QByteArrayView m_body;
    const QSet<QString> &m_destinations;
    std::vector<DestinationCandidate> m_found;
};

} // namespace

std::vector<DestinationCandidate> destinationCandidates(QByteArrayView body, const QSet<QString> &destinations)
{
    return CandidateFinder(body, destinations).find();
}

} // namespace quillway::text

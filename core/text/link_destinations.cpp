// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/link_destinations.h"

#include "core/text/markdown/destination_candidates.h"

#include <algorithm>

namespace quillway::text {

using namespace Qt::StringLiterals;
using Form = WrittenDestination::Form;

namespace {

constexpr qsizetype mostSingles = 64; // places that are tried one at a time where all at once do not do
constexpr qsizetype mostSingleBytes = 4'000'000; // read again for that

/// Bytes of a text that others take the place of.
struct Replacement {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text;
};

/// `replacements` in order and apart from each other.
QByteArray replaced(QByteArrayView text, const std::vector<Replacement> &replacements)
{
    QByteArray result;
    result.reserve(text.size() + qsizetype(replacements.size()) * 32);
    qsizetype done = 0;
    for (const Replacement &replacement : replacements) {
        result.append(text.sliced(done, replacement.begin - done)).append(replacement.text);
        done = replacement.end;
    }
    return result.append(text.sliced(done));
}

bool mayTrySingles(std::size_t places, qsizetype size)
{
    return qsizetype(places) <= mostSingles && qsizetype(places) * size <= mostSingleBytes;
}

/// Names that a text has not, to recognise its places by.
class Probes
{
public:
    explicit Probes(QByteArrayView body)
    {
        for (int number = 1; body.contains(m_name); ++number)
            m_name = "quillway-probe-" + QByteArray::number(number);
    }

    [[nodiscard]] QByteArray text(std::size_t place, Form form) const
    {
        QByteArray own = m_name + QByteArray::number(qulonglong(place)) + 'x';
        switch (form) {
        case Form::Autolink: return "https://" + own + "/";
        case Form::Address: return "https://" + own + ".example/a";
        default: return own;
        }
    }

    /// The place that a destination comes from.
    [[nodiscard]] std::optional<std::size_t> place(const QString &destination) const
    {
        const QString name = QString::fromLatin1(m_name);
        const qsizetype begin = destination.indexOf(name);
        const qsizetype end = begin < 0 ? -1 : destination.indexOf(u'x', begin + name.size());
        if (end < 0)
            return std::nullopt;
        bool isNumber = false;
        const qulonglong number = QStringView(destination).sliced(begin + name.size(), end - begin - name.size()).toULongLong(&isNumber);
        return isNumber ? std::optional(std::size_t(number)) : std::nullopt;
    }

private:
    QByteArray m_name = "quillway-probe";
};

using Candidates = std::vector<DestinationCandidate>;

/// The place of each reference, as the parser sees it with the candidates replaced that `indices` names; nothing if the text is another one then.
std::optional<QList<qsizetype>> placesSeen(QByteArrayView body, const TextFacts &facts, const Candidates &candidates,
                                           const std::vector<std::size_t> &indices)
{
    const Probes probes(body);
    std::vector<Replacement> replacements;
    for (const std::size_t index : indices) {
        const WrittenDestination &place = candidates[index].place;
        replacements.push_back({ place.begin, place.end, probes.text(index, place.form) });
    }
    const TextFacts seen = readText(replaced(body, replacements));
    if (seen.references.size() != facts.references.size())
        return std::nullopt;
    QList<qsizetype> places(facts.references.size(), -1);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const Reference &before = facts.references[i];
        const Reference &now = seen.references[i];
        const auto place = probes.place(now.destination);
        const bool isKnown = place && *place < candidates.size() && candidates[*place].destination == before.destination;
        if (now.kind != before.kind || now.fromHtml != before.fromHtml || (!isKnown && now.destination != before.destination))
            return std::nullopt;
        if (isKnown)
            places[i] = qsizetype(*place);
    }
    return places;
}

QList<qsizetype> placesSeenOneByOne(QByteArrayView body, const TextFacts &facts, const Candidates &candidates)
{
    QList<qsizetype> places(facts.references.size(), -1);
    if (!mayTrySingles(candidates.size(), body.size()))
        return places;
    for (std::size_t index = 0; index < candidates.size(); ++index) {
        const auto seen = placesSeen(body, facts, candidates, { index });
        for (qsizetype i = 0; seen && i < places.size(); ++i) {
            if (seen->at(i) >= 0)
                places[i] = seen->at(i);
        }
    }
    return places;
}

} // namespace

QList<WrittenDestination> findDestinations(QByteArrayView body, const TextFacts &facts)
{
    QSet<QString> destinations;
    for (const Reference &reference : facts.references)
        destinations.insert(reference.destination);
    const Candidates candidates = destinationCandidates(body, destinations);
    std::vector<std::size_t> all(candidates.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    const auto together = placesSeen(body, facts, candidates, all);
    const QList<qsizetype> places = together ? *together : placesSeenOneByOne(body, facts, candidates);
    QList<WrittenDestination> found;
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places[i] < 0)
            continue;
        found.append(candidates[std::size_t(places[i])].place);
        found.last().reference = i;
    }
    return found;
}

namespace {

bool isAsciiPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// A backslash where one would otherwise be read as an escape, and before each of `others`; `&amp;` where a character reference would be read.
QByteArray escaped(const QByteArray &text, QByteArrayView others)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool escapes = c == '\\' && (i + 1 == text.size() || isAsciiPunctuation(text[i + 1]));
        if (escapes || others.contains(c))
            result.append('\\');
        result.append(c);
        if (c == '&' && text.indexOf(';', i) > 0)
            result.append("amp;");
    }
    return result;
}

bool hasBalancedParentheses(const QByteArray &text)
{
    int depth = 0;
    for (const char c : text) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth < 0)
            return false;
    }
    return depth == 0;
}

bool hasSpace(const QByteArray &text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
}

QByteArray bareForm(const QByteArray &text)
{
    if (text.isEmpty() || hasSpace(text))
        return '<' + escaped(text, "<>") + '>';
    const QByteArray written = escaped(text, hasBalancedParentheses(text) ? "" : "()");
    return written.startsWith('<') ? '\\' + written : written;
}

QByteArray attributeForm(QByteArray text, char quote)
{
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if (quote == '\'')
        return text.replace('\'', "&#39;");
    text.replace('"', "&quot;");
    const bool needsQuotes = quote == 0
        && (text.isEmpty() || hasSpace(text) || text.contains('\'') || text.contains('=') || text.contains('`'));
    return needsQuotes ? '"' + text + '"' : text;
}

/// `destination` as it is written in such a place; nothing if it cannot stand there.
std::optional<QByteArray> writtenAt(const WrittenDestination &place, const QString &destination)
{
    const QByteArray text = destination.toUtf8();
    if (text.contains('\n') || text.contains('\r') || text.contains('\0'))
        return std::nullopt;
    switch (place.form) {
    case Form::Bare: return bareForm(text);
    case Form::Angled: return escaped(text, "<>");
    case Form::Attribute: return attributeForm(text, place.quote);
    case Form::Autolink:
    case Form::Address: return hasSpace(text) || text.contains('<') || text.contains('>') ? std::nullopt : std::optional(text);
    }
    return std::nullopt;
}

/// True if the text that `facts` are of became `text` and nothing but the destinations is different, which are those of `wanted`.
bool isAsWanted(const QByteArray &text, const TextFacts &facts, const QStringList &wanted)
{
    TextFacts now = readText(text);
    if (now.references.size() != facts.references.size())
        return false;
    bool showsAddress = false; // as the text of a link, which changes with it
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const Reference &before = facts.references[i];
        Reference &after = now.references[i];
        if (after.destination != wanted[i])
            return false;
        const bool isOwnText = wanted[i] != before.destination && after.text != before.text && wanted[i].endsWith(after.text);
        showsAddress = showsAddress || isOwnText;
        after.destination = before.destination;
        after.column = before.column;
        if (isOwnText)
            after.text = before.text;
    }
    if (showsAddress) {
        now.words = facts.words;
        now.firstParagraph = facts.firstParagraph;
        for (qsizetype i = 0; i < std::min(now.outline.size(), facts.outline.size()); ++i) {
            if (now.outline[i].anchor == facts.outline[i].anchor)
                now.outline[i].text = facts.outline[i].text;
        }
    }
    return now == facts;
}

/// A place with its new text, and what it changes.
struct Rewrite {
    Replacement replacement;
    QList<qsizetype> references;
};

class Rewriter
{
public:
    Rewriter(const QByteArray &body, const TextFacts &facts, const NewDestination &newDestination)
        : m_body(body)
        , m_facts(facts)
    {
        for (const Reference &reference : facts.references)
            m_wanted.append(newDestination(reference).value_or(reference.destination));
    }

    [[nodiscard]] RewrittenText rewrite()
    {
        if (std::ranges::equal(m_wanted, m_facts.references, {}, {}, &Reference::destination))
            return { m_body, {} };
        gather();
        std::vector<bool> taken(m_rewrites.size(), true);
        if (!isAsWanted(text(taken), m_facts, destinations(taken)))
            takeOneByOne(taken);
        return { text(taken), left(taken) };
    }

private:
    void gather()
    {
        QList<WrittenDestination> places = findDestinations(m_body, m_facts);
        std::ranges::sort(places, {}, &WrittenDestination::begin);
        for (const WrittenDestination &place : std::as_const(places)) {
            const QString &wanted = m_wanted[place.reference];
            if (wanted == m_facts.references[place.reference].destination)
                continue;
            if (!m_rewrites.empty() && m_rewrites.back().replacement.begin == place.begin) {
                m_rewrites.back().references.append(place.reference);
            } else if (const auto written = writtenAt(place, wanted)) {
                m_rewrites.push_back({ { place.begin, place.end, *written }, { place.reference } });
            }
        }
    }

    void takeOneByOne(std::vector<bool> &taken) const
    {
        taken.assign(taken.size(), false);
        if (!mayTrySingles(taken.size(), m_body.size()))
            return;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            taken[i] = true;
            taken[i] = isAsWanted(text(taken), m_facts, destinations(taken));
        }
    }

    [[nodiscard]] QByteArray text(const std::vector<bool> &taken) const
    {
        std::vector<Replacement> replacements;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i])
                replacements.push_back(m_rewrites[i].replacement);
        }
        return replaced(m_body, replacements);
    }

    [[nodiscard]] QStringList destinations(const std::vector<bool> &taken) const
    {
        QStringList result;
        for (const Reference &reference : m_facts.references)
            result.append(reference.destination);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            for (const qsizetype reference : taken[i] ? m_rewrites[i].references : QList<qsizetype>())
                result[reference] = m_wanted[reference];
        }
        return result;
    }

    [[nodiscard]] QList<qsizetype> left(const std::vector<bool> &taken) const
    {
        const QStringList now = destinations(taken);
        QList<qsizetype> result;
        for (qsizetype i = 0; i < now.size(); ++i) {
            if (now[i] != m_wanted[i])
                result.append(i);
        }
        return result;
    }

    const QByteArray &m_body;
    const TextFacts &m_facts;
    QStringList m_wanted; ///< by reference
    std::vector<Rewrite> m_rewrites; ///< in order of place
};

} // namespace

RewrittenText rewriteDestinations(const QByteArray &body, const TextFacts &facts, const NewDestination &newDestination)
{
    return Rewriter(body, facts, newDestination).rewrite();
}

} // namespace quillway::text

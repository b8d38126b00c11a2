// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tag_pairs.h"
#include "core/analysis/tag_statistics.h"
#include "core/base/edit_distance.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string>

namespace quillway::analysis {

using namespace Qt::StringLiterals;
using model::Tag;
using Reason = TagDouble::Reason;

namespace {

constexpr qsizetype longestCompared = 64; ///< code points: nobody mistypes longer ones into each other
constexpr qsizetype leastForOne = 4; ///< letters of tags that may differ by one …
constexpr qsizetype leastForTwo = 8; ///< … and by two
constexpr qsizetype leastOnSamePosts = 3;

bool isSeparator(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Separator_Space:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Connector:
    case QChar::Other_Control:
    case QChar::Other_Format: return true;
    default: return c == U'.' || c == U'/' || c == U'\'' || c == U'’';
    }
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// The key without what is spelled now so, now so. A sign that it begins with stays: `.net` is no net.
QString spelling(const QString &key)
{
    QString text;
    for (const char32_t c : key.normalized(QString::NormalizationForm_KD).toUcs4()) {
        if (!isMark(c) && (text.isEmpty() || !isSeparator(c)))
            text += QString::fromUcs4(&c, 1);
    }
    return text;
}

/// The key with its last word in the singular, by English's rules; empty where it is in none that these know.
QString singular(const QString &key)
{
    const auto ends = [&](QLatin1StringView ending, qsizetype least) { return key.endsWith(ending) && key.size() >= least; };
    if (!ends("s"_L1, 4) || ends("ss"_L1, 0) || ends("us"_L1, 0) || ends("is"_L1, 0))
        return {};
    if (ends("ies"_L1, 5))
        return key.chopped(3) + u'y';
    for (const QLatin1StringView sibilant : { "ses"_L1, "xes"_L1, "zes"_L1, "ches"_L1, "shes"_L1 }) {
        if (ends(sibilant, 5))
            return key.chopped(2);
    }
    return key.chopped(1);
}

/// A tag's key prepared for being compared with many others.
struct Letters {
    qsizetype tag = 0;
    std::u32string letters;
    QString digits; ///< `http2` is not a mistyped `http3`
    quint64 kinds = 0; ///< a bit for each letter, hashed: two keys a few letters apart differ in a few bits

    Letters(qsizetype index, const QString &key)
        : tag(index)
    {
        for (const char32_t c : key.toUcs4()) {
            letters += c;
            kinds |= quint64(1) << (c % 64U);
            if (QChar::isDigit(c))
                digits += QChar(u'0' + QChar::digitValue(c));
        }
    }
};

class DoubleFinder
{
public:
    DoubleFinder(const PublishedPosts &published, const std::stop_token &stop)
        : m_published(published)
        , m_tags(published.tags())
        , m_pairs(published)
        , m_stop(stop)
    { }

    [[nodiscard]] QList<TagDouble> find()
    {
        findAliases();
        findSpellings();
        findPlurals();
        findTypos();
        findSamePosts();
        QList<TagDouble> doubles;
        for (const auto &[tags, found] : m_found)
            doubles.append(doubleOf(tags.first, tags.second, found));
        std::ranges::stable_sort(doubles, [](const TagDouble &a, const TagDouble &b) {
            return std::tuple(a.reasons.first(), -a.posts) < std::tuple(b.reasons.first(), -b.posts);
        });
        return doubles;
    }

private:
    struct Found {
        QList<Reason> reasons;
        qsizetype distance = 0;
    };

    Found &found(qsizetype a, qsizetype b) { return m_found[{ std::min(a, b), std::max(a, b) }]; }
    void add(qsizetype a, qsizetype b, Reason reason)
    {
        if (a == b)
            return;
        if (Found &pair = found(a, b); !pair.reasons.contains(reason))
            pair.reasons.append(reason);
    }
    [[nodiscard]] qsizetype uses(qsizetype tag) const { return m_tags.at(tag).posts.size(); }

    /// tags.toml's word counts, whichever has more posts.
    void findAliases()
    {
        for (qsizetype i = 0; i < m_tags.size(); ++i) {
            for (const QString &alias : m_tags.at(i).info.aliases) {
                const Tag *other = alias.contains(u'/') ? nullptr : m_published.tag(alias);
                if (!other || other == &m_tags.at(i))
                    continue;
                add(i, other - m_tags.constData(), Reason::Alias);
                m_aliasOf.insert(other - m_tags.constData(), i);
            }
        }
    }

    /// Each with the most used of its spelling.
    void findSpellings()
    {
        for (qsizetype i = 0; i < m_tags.size(); ++i) {
            m_spellings.append(spelling(m_tags.at(i).key));
            const auto most = m_bySpelling.find(m_spellings.last());
            if (most == m_bySpelling.end())
                m_bySpelling.insert(m_spellings.last(), i);
            else if (uses(i) > uses(*most))
                *most = i;
        }
        for (qsizetype i = 0; i < m_tags.size(); ++i)
            add(m_bySpelling.value(m_spellings.at(i)), i, Reason::Spelling);
    }

    void findPlurals()
    {
        for (qsizetype i = 0; i < m_tags.size(); ++i) {
            const QString one = singular(m_spellings.at(i));
            if (const auto other = m_bySpelling.constFind(one); !one.isEmpty() && other != m_bySpelling.cend())
                add(*other, i, Reason::Plural);
        }
    }

    /// Keys that are at most two letters apart nearly always begin or end with the same one: only those are compared with each other.
    void findTypos()
    {
        std::map<std::pair<bool, char32_t>, QList<Letters>> groups;
        for (qsizetype i = 0; i < m_tags.size(); ++i) {
            const Letters letters(i, m_spellings.at(i));
            if (letters.letters.size() < leastForOne || letters.letters.size() > longestCompared)
                continue;
            groups[{ false, letters.letters.front() }].append(letters);
            groups[{ true, letters.letters.back() }].append(letters);
        }
        for (const auto &[letter, group] : groups) {
            for (qsizetype i = 0; i < group.size() && !m_stop.stop_requested(); ++i) {
                for (qsizetype j = i + 1; j < group.size(); ++j)
                    compare(group.at(i), group.at(j));
            }
        }
    }

    void compare(const Letters &a, const Letters &b)
    {
        const auto [shorter, longer] = std::minmax({ qsizetype(a.letters.size()), qsizetype(b.letters.size()) });
        const qsizetype limit = shorter >= leastForTwo ? 2 : 1;
        if (longer - shorter > limit || std::popcount(a.kinds ^ b.kinds) > 2 * limit || a.digits != b.digits)
            return;
        // What is told by a surer sign is no typo.
        if (m_found.contains({ std::min(a.tag, b.tag), std::max(a.tag, b.tag) }) || m_spellings.at(a.tag) == m_spellings.at(b.tag))
            return;
        // Where both are in use, or stand on one post, somebody means the difference.
        const auto [rare, common] = std::minmax({ uses(a.tag), uses(b.tag) });
        if (rare > std::max<qsizetype>(2, common / 4) || m_pairs.together(a.tag, b.tag) > 0)
            return;
        const qsizetype distance = editDistance(a.letters, b.letters, limit);
        if (distance > limit)
            return;
        add(a.tag, b.tag, Reason::Typo);
        found(a.tag, b.tag).distance = distance;
    }

    void findSamePosts()
    {
        QHash<size_t, QList<qsizetype>> byPosts;
        for (qsizetype i = 0; i < m_tags.size(); ++i) {
            if (uses(i) < leastOnSamePosts)
                continue;
            size_t hash = 0;
            for (const model::PostPtr &post : m_tags.at(i).posts)
                hash = qHashMulti(hash, post.get());
            QList<qsizetype> &same = byPosts[hash];
            const auto first = std::ranges::find_if(same, [&](qsizetype tag) { return m_tags.at(tag).posts == m_tags.at(i).posts; });
            if (first != same.cend())
                add(*first, i, Reason::SamePosts);
            else
                same.append(i);
        }
    }

    [[nodiscard]] TagDouble doubleOf(qsizetype a, qsizetype b, Found pair) const
    {
        const bool bIsAlias = m_aliasOf.value(b, -1) == a;
        const bool aIsAlias = m_aliasOf.value(a, -1) == b;
        const bool keepsA = bIsAlias != aIsAlias ? bIsAlias : uses(a) >= uses(b); // of equals the first
        const Tag &into = m_tags.at(keepsA ? a : b);
        const Tag &tag = m_tags.at(keepsA ? b : a);
        std::ranges::sort(pair.reasons);
        return { .tag = { tag.key, tag.name },
                 .into = { into.key, into.name },
                 .posts = int(tag.posts.size()),
                 .intoPosts = int(into.posts.size()),
                 .reasons = pair.reasons,
                 .distance = int(pair.distance) };
    }

    const PublishedPosts &m_published;
    const QList<Tag> &m_tags;
    TagPairs m_pairs;
    const std::stop_token &m_stop;
    QStringList m_spellings; ///< of each tag
    QHash<QString, qsizetype> m_bySpelling; ///< the most used one
    QHash<qsizetype, qsizetype> m_aliasOf;
    std::map<std::pair<qsizetype, qsizetype>, Found> m_found; ///< by tags, the smaller index first
};

} // namespace

QList<TagDouble> tagDoubles(const PublishedPosts &published, const std::stop_token &stop)
{
    return DoubleFinder(published, stop).find();
}

} // namespace quillway::analysis

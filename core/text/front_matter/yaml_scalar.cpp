// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/yaml_scalar.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Reads a scalar from left to right; each step says whether it found what it looks for.
class Scan
{
public:
    explicit Scan(QStringView text)
        : m_rest(text)
    { }

    bool atEnd() const { return m_rest.isEmpty(); }

    bool any(QStringView of)
    {
        if (m_rest.isEmpty() || !of.contains(m_rest.front()))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    /// As many digits as there are, up to `most`; false if fewer than `least`.
    bool digits(qsizetype least, qsizetype most = std::numeric_limits<qsizetype>::max())
    {
        const qsizetype found = std::ranges::find_if_not(m_rest, isDigit) - m_rest.begin();
        const qsizetype taken = std::min(found, most);
        m_rest = m_rest.sliced(taken);
        return taken >= least;
    }

    bool blanks()
    {
        bool found = false;
        while (any(u" \t"))
            found = true;
        return found;
    }

private:
    QStringView m_rest;
};

bool isInteger(QStringView text)
{
    if (text.startsWith("0x"_L1) && text.size() > 2)
        return std::ranges::all_of(text.sliced(2), [](QChar c) { return isDigit(c) || (c.toLower() >= u'a' && c.toLower() <= u'f'); });
    if (text.startsWith("0o"_L1) && text.size() > 2)
        return std::ranges::all_of(text.sliced(2), [](QChar c) { return c >= u'0' && c <= u'7'; });
    Scan scan(text);
    scan.any(u"+-");
    return scan.digits(1) && scan.atEnd();
}

bool isFloat(QStringView text)
{
    const bool isSigned = text.startsWith(u'+') || text.startsWith(u'-');
    const QStringView number = isSigned ? text.sliced(1) : text;
    for (const QLatin1StringView infinity : { ".inf"_L1, ".Inf"_L1, ".INF"_L1 }) {
        if (number == infinity)
            return true;
    }
    if (text == ".nan"_L1 || text == ".NaN"_L1 || text == ".NAN"_L1)
        return true;
    Scan scan(number);
    const bool whole = scan.digits(1);
    const bool fraction = scan.any(u".") && scan.digits(1);
    if (!whole && !fraction)
        return false;
    if (scan.any(u"eE")) {
        scan.any(u"+-");
        if (!scan.digits(1))
            return false;
    }
    return scan.atEnd();
}

bool isTimestamp(QStringView text)
{
    Scan scan(text);
    if (!scan.digits(4, 4) || !scan.any(u"-") || !scan.digits(1, 2) || !scan.any(u"-") || !scan.digits(1, 2))
        return false;
    if (scan.atEnd())
        return true;
    if (!scan.any(u"Tt") && !scan.blanks())
        return false;
    if (!scan.digits(1, 2) || !scan.any(u":") || !scan.digits(2, 2))
        return false;
    if (scan.any(u":") && !scan.digits(2, 2))
        return false;
    if (scan.any(u"."))
        scan.digits(0);
    scan.blanks();
    if (scan.any(u"Zz") || scan.atEnd())
        return scan.atEnd();
    if (!scan.any(u"+-") || !scan.digits(1, 2))
        return false;
    scan.any(u":");
    return scan.digits(0, 2) && scan.atEnd();
}

template<typename Words>
bool isOneOf(QStringView text, const Words &words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text == word; });
}

constexpr std::array nulls { ""_L1, "~"_L1, "null"_L1, "Null"_L1, "NULL"_L1 };
constexpr std::array trues { "true"_L1, "True"_L1, "TRUE"_L1 };
constexpr std::array falses { "false"_L1, "False"_L1, "FALSE"_L1 };

} // namespace

Value::Kind plainScalarKind(QStringView text)
{
    using enum Value::Kind;
    constexpr QStringView beginsOfOthers = u"~nNtTfF+-.0123456789";
    if (!text.isEmpty() && !beginsOfOthers.contains(text.front()))
        return String;
    if (isOneOf(text, nulls))
        return Null;
    if (isOneOf(text, trues) || isOneOf(text, falses))
        return Boolean;
    if (isInteger(text))
        return Integer;
    if (isTimestamp(text))
        return DateTime;
    return isFloat(text) ? Float : String;
}

bool looksLikeNoString(QStringView text)
{
    if (plainScalarKind(text) != Value::Kind::String)
        return true;
    constexpr std::array words { "y"_L1, "n"_L1, "yes"_L1, "no"_L1, "on"_L1, "off"_L1, "true"_L1, "false"_L1, "null"_L1 };
    if (text.size() <= 5 && std::ranges::any_of(words, [&](QLatin1StringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; }))
        return true;
    if (text == u'=' || text == "<<"_L1)
        return true;
    // Numbers in the forms of YAML 1.1: with underscores, to the base 60 or 2. What begins as a number and goes on in its signs is quoted.
    const QStringView number = text.startsWith(u'+') || text.startsWith(u'-') ? text.sliced(1) : text;
    if (number.isEmpty() || (!isDigit(number.front()) && number.front() != u'.'))
        return false;
    const bool prefixed = number.size() > 2 && number[0] == u'0' && QStringView(u"xXoObB").contains(number[1]);
    const QStringView signs = prefixed ? u"0123456789abcdefABCDEF_" : u"0123456789eE_:.+-";
    return std::ranges::all_of(number.sliced(prefixed ? 2 : 0), [&](QChar c) { return signs.contains(c); });
}

bool isTrue(QStringView text)
{
    return isOneOf(text, trues);
}

} // namespace quillway::text

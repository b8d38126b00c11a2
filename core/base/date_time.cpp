// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_time.h"

namespace quillway {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Reads a text from left to right; each take…() moves on only when it succeeds.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_rest(text)
    { }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QStringView rest() const { return m_rest; }

    bool take(QStringView characters)
    {
        if (atEnd() || !characters.contains(m_rest.front()))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    bool takeWord(QLatin1StringView word)
    {
        if (!m_rest.startsWith(word, Qt::CaseInsensitive))
            return false;
        m_rest = m_rest.sliced(word.size());
        return true;
    }

    /// A number of `least` to `most` digits with no digit behind it, unless exactly `most` were asked for.
    std::optional<int> takeNumber(qsizetype least, qsizetype most)
    {
        qsizetype digits = 0;
        while (digits < m_rest.size() && digits < most && isDigit(m_rest[digits]))
            ++digits;
        if (digits < least || (least != most && digits < m_rest.size() && isDigit(m_rest[digits])))
            return std::nullopt;
        const int number = m_rest.first(digits).toInt();
        m_rest = m_rest.sliced(digits);
        return number;
    }

    bool skipBlanks()
    {
        const qsizetype before = m_rest.size();
        while (!atEnd() && m_rest.front().isSpace())
            m_rest = m_rest.sliced(1);
        return m_rest.size() != before;
    }

private:
    QStringView m_rest;
};

std::optional<QDate> validDate(std::optional<int> year, std::optional<int> month, std::optional<int> day)
{
    if (!year || !month || !day || *year < 1)
        return std::nullopt;
    const QDate date(*year, *month, *day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// `2022-08-09`, `2022-8-9`, `2022/08/09`.
std::optional<QDate> takeSeparatedDate(Reader &reader, QStringView separators)
{
    const auto year = reader.takeNumber(4, 4);
    if (!year || reader.atEnd() || !separators.contains(reader.rest().front()))
        return std::nullopt;
    const QStringView separator = reader.rest().first(1);
    reader.take(separator);
    const auto month = reader.takeNumber(1, 2);
    if (!month || !reader.take(separator))
        return std::nullopt;
    return validDate(year, month, reader.takeNumber(1, 2));
}

/// ISO 8601's basic form, `20220809`.
std::optional<QDate> takeCompactDate(Reader &reader)
{
    const auto year = reader.takeNumber(4, 4);
    const auto month = reader.takeNumber(2, 2);
    return validDate(year, month, reader.takeNumber(2, 2));
}

std::optional<QDate> takeDate(Reader &reader)
{
    Reader separated = reader;
    if (const auto date = takeSeparatedDate(separated, u"-/")) {
        reader = separated;
        return date;
    }
    return takeCompactDate(reader);
}

/// Milliseconds of a fraction of a second; digits beyond them are dropped.
std::optional<int> takeFraction(Reader &reader)
{
    if (!reader.take(u".,"))
        return 0;
    int milliseconds = 0;
    int digits = 0;
    while (!reader.atEnd() && isDigit(reader.rest().front())) {
        const int digit = *reader.takeNumber(1, 1);
        if (digits++ < 3)
            milliseconds = milliseconds * 10 + digit;
    }
    if (digits == 0)
        return std::nullopt;
    for (; digits < 3; ++digits)
        milliseconds *= 10;
    return milliseconds;
}

/// Milliseconds since midnight: `10:00`, `9:05:30.25`, `100000`. 24:00:00 is the end of the day, second 60 a leap second, which
/// counts as the one before it.
std::optional<int> takeTime(Reader &reader)
{
    std::optional<int> hour, minute, second = 0, fraction = 0;
    Reader compact = reader;
    hour = compact.takeNumber(2, 2);
    minute = compact.takeNumber(2, 2);
    if (hour && minute) {
        reader = compact;
        if (!reader.atEnd() && isDigit(reader.rest().front()))
            second = reader.takeNumber(2, 2);
    } else {
        hour = reader.takeNumber(1, 2);
        if (!hour || !reader.take(u":"))
            return std::nullopt;
        minute = reader.takeNumber(1, 2);
        if (reader.take(u":"))
            second = reader.takeNumber(1, 2);
    }
    if (second)
        fraction = takeFraction(reader);
    if (!minute || !second || !fraction || *minute > 59 || *second > 60)
        return std::nullopt;
    const int milliseconds = ((*hour * 60 + *minute) * 60 + std::min(*second, 59)) * 1000 + *fraction;
    constexpr int day = 24 * 60 * 60 * 1000;
    return milliseconds <= day ? std::optional(milliseconds) : std::nullopt;
}

/// `+02:00`, `-0530`, `+02`, behind which Go puts the zone's name again (`+0200 CEST`).
std::optional<QTimeZone> takeOffset(Reader &reader)
{
    const bool west = reader.rest().front() == u'-' || reader.rest().front() == u'\u2212';
    if (!reader.take(u"+-\u2212"))
        return std::nullopt;
    const auto hours = reader.takeNumber(2, 2);
    if (!hours)
        return std::nullopt;
    const bool colon = reader.take(u":");
    const auto minutes = colon || !(reader.atEnd() || reader.rest().front().isSpace()) ? reader.takeNumber(2, 2) : std::optional(0);
    if (!minutes || *minutes > 59)
        return std::nullopt;
    const int seconds = (*hours * 60 + *minutes) * 60 * (west ? -1 : 1);
    if (seconds < QTimeZone::MinUtcOffsetSecs || seconds > QTimeZone::MaxUtcOffsetSecs)
        return std::nullopt;
    if (reader.skipBlanks()) {
        while (!reader.atEnd() && reader.rest().front() >= u'A' && reader.rest().front() <= u'Z')
            reader.take(reader.rest().first(1));
    }
    return seconds == 0 ? QTimeZone::utc() : QTimeZone::fromSecondsAheadOfUtc(seconds);
}

/// What stands behind the time; `zone` if nothing does.
std::optional<QTimeZone> takeZone(Reader &reader, const QTimeZone &zone)
{
    reader.skipBlanks();
    if (reader.atEnd())
        return zone;
    if (reader.takeWord("UTC"_L1) || reader.takeWord("GMT"_L1) || reader.takeWord("Z"_L1))
        return QTimeZone::utc();
    return takeOffset(reader);
}

struct LeadingDate {
    QDate date;
    QStringView rest;
};

std::optional<LeadingDate> splitLeadingDate(QStringView name)
{
    Reader reader(name);
    const auto date = takeSeparatedDate(reader, u"-");
    if (!date || (!reader.atEnd() && reader.rest().front().isLetterOrNumber()))
        return std::nullopt;
    return LeadingDate { *date, reader.rest() };
}

} // namespace

std::optional<Moment> parseMoment(QStringView text, const QTimeZone &siteZone)
{
    const QTimeZone defaultZone = siteZone.isValid() ? siteZone : QTimeZone::utc();
    Reader reader(text.trimmed());
    const auto date = takeDate(reader);
    if (!date)
        return std::nullopt;
    if (reader.atEnd())
        return Moment { date->startOfDay(defaultZone), false };
    if (!reader.skipBlanks() && !reader.take(u"Tt"))
        return std::nullopt;
    const auto milliseconds = takeTime(reader);
    if (!milliseconds)
        return std::nullopt;
    const auto zone = takeZone(reader, defaultZone);
    if (!zone || !reader.atEnd())
        return std::nullopt;
    constexpr int day = 24 * 60 * 60 * 1000;
    const QDate shown = date->addDays(*milliseconds / day);
    return Moment { QDateTime(shown, QTime::fromMSecsSinceStartOfDay(*milliseconds % day), *zone), true };
}

std::optional<QDate> leadingDate(QStringView name)
{
    const auto split = splitLeadingDate(name);
    return split ? std::optional(split->date) : std::nullopt;
}

QStringView withoutLeadingDate(QStringView name)
{
    const auto split = splitLeadingDate(name);
    if (!split)
        return name;
    QStringView rest = split->rest;
    while (!rest.isEmpty() && QStringView(u"-_ ").contains(rest.front()))
        rest = rest.sliced(1);
    return rest.isEmpty() ? name : rest;
}

} // namespace quillway

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/source_dates.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

struct NamedZone {
    QLatin1StringView name;
    int minutes;
};

// RFC 822 and what mail and old blogging tools added. IST, BST and the like have several meanings; these are the common ones.
constexpr std::array namedZones {
    NamedZone { "z"_L1, 0 },      NamedZone { "utc"_L1, 0 },    NamedZone { "gmt"_L1, 0 },    NamedZone { "est"_L1, -300 },
    NamedZone { "edt"_L1, -240 }, NamedZone { "cst"_L1, -360 }, NamedZone { "cdt"_L1, -300 }, NamedZone { "mst"_L1, -420 },
    NamedZone { "mdt"_L1, -360 }, NamedZone { "pst"_L1, -480 }, NamedZone { "pdt"_L1, -420 }, NamedZone { "cet"_L1, 60 },
    NamedZone { "cest"_L1, 120 }, NamedZone { "eet"_L1, 120 },  NamedZone { "eest"_L1, 180 }, NamedZone { "wet"_L1, 0 },
    NamedZone { "west"_L1, 60 },  NamedZone { "bst"_L1, 60 },   NamedZone { "msk"_L1, 180 },  NamedZone { "jst"_L1, 540 },
    NamedZone { "kst"_L1, 540 },  NamedZone { "ist"_L1, 330 },  NamedZone { "aest"_L1, 600 }, NamedZone { "aedt"_L1, 660 },
    NamedZone { "nzst"_L1, 720 }, NamedZone { "nzdt"_L1, 780 },
};

std::optional<int> monthNamed(QStringView word)
{
    static constexpr std::array names { "january"_L1, "february"_L1, "march"_L1,     "april"_L1,   "may"_L1,      "june"_L1,
                                        "july"_L1,    "august"_L1,   "september"_L1, "october"_L1, "november"_L1, "december"_L1 };
    if (word == "sept"_L1)
        return 9;
    for (size_t i = 0; i < names.size(); ++i) {
        if (word.size() >= 3 && (word == names[i] || (word.size() == 3 && names[i].startsWith(word))))
            return int(i) + 1;
    }
    return std::nullopt;
}

bool isWeekday(QStringView word)
{
    static constexpr std::array names { "monday"_L1, "tuesday"_L1, "wednesday"_L1, "thursday"_L1, "friday"_L1, "saturday"_L1, "sunday"_L1 };
    return std::ranges::any_of(names, [&](QLatin1StringView name) { return word.size() >= 3 && name.startsWith(word); });
}

/// Gathers what the words of a date say; a word that says nothing, or says again what is known, ends it.
class DateWords
{
public:
    bool take(const QString &word)
    {
        return word == "at"_L1 || word == "of"_L1 || word == "the"_L1 || isWeekday(word) || takeMonth(word) || takeNumeric(word)
            || takeTime(word) || takeHalf(word) || takeNumber(word) || takeZone(word);
    }

    [[nodiscard]] std::optional<Moment> moment(const QTimeZone &fallback)
    {
        const QDate date(m_year.value_or(0), m_month.value_or(0), m_day.value_or(0));
        if (!m_year || !date.isValid() || *m_year < 2 || (m_afternoon && (!m_time || m_time->hour() > 12)))
            return std::nullopt;
        const QTimeZone zone = m_zone.value_or(fallback);
        if (!m_time)
            return Moment { date.startOfDay(fallback), false };
        QTime time = *m_time;
        if (m_afternoon)
            time = QTime(time.hour() % 12 + (*m_afternoon ? 12 : 0), time.minute(), time.second(), time.msec());
        return Moment { QDateTime(date, time, zone), true };
    }

private:
    template<typename T>
    static bool set(std::optional<T> &place, const T &value)
    {
        if (place)
            return false;
        place = value;
        return true;
    }

    bool takeMonth(const QString &word)
    {
        const auto month = monthNamed(word);
        return month && set(m_month, *month);
    }

    /// `2006-1-2`, `2006.1.2`, `2.1.2006`, `1/13/2006`, `13/1/2006`, `02-Jan-2006`.
    bool takeNumeric(const QString &word)
    {
        static const QRegularExpression form(u"\\A(\\d{1,4})([-./])(\\d{1,2}|[a-z]{3,9})\\2(\\d{1,4})\\.?\\z"_s);
        const auto match = form.match(word);
        if (!match.hasMatch() || m_year || m_day)
            return false;
        const QString first = match.captured(1), last = match.captured(4);
        const int middle = monthNamed(match.captured(3)).value_or(match.captured(3).toInt());
        if (first.size() == 4) {
            m_day = last.toInt();
            return set(m_year, first.toInt()) && set(m_month, middle);
        }
        if (last.size() != 4)
            return false;
        m_year = last.toInt();
        const bool monthFirst = match.captured(2) == "/"_L1 && first.toInt() <= 12 && !match.captured(3).at(0).isLetter();
        m_day = monthFirst ? middle : first.toInt();
        return set(m_month, monthFirst ? first.toInt() : middle);
    }

    /// `15:04`, `3:04:05pm`, `15:04:05.123`, with an offset right behind it.
    bool takeTime(const QString &word)
    {
        static const QRegularExpression form(
            u"\\A(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9}))?)?(am|pm)?(z|[+-]\\d{2}:?\\d{2})?\\z"_s);
        const auto match = form.match(word);
        if (!match.hasMatch() || m_time)
            return false;
        const int milliseconds = match.captured(4).leftJustified(3, u'0').first(3).toInt();
        const QTime time(match.captured(1).toInt(), match.captured(2).toInt(), std::min(59, match.captured(3).toInt()), milliseconds);
        m_time = time;
        return time.isValid() && (match.captured(5).isEmpty() || takeHalf(match.captured(5)))
            && (match.captured(6).isEmpty() || takeZone(match.captured(6)));
    }

    bool takeHalf(const QString &word)
    {
        if (word != "am"_L1 && word != "pm"_L1 && word != "a.m."_L1 && word != "p.m."_L1)
            return false;
        return set(m_afternoon, word.startsWith(u'p'));
    }

    bool takeNumber(const QString &word)
    {
        static const QRegularExpression form(u"\\A(\\d{1,4})(st|nd|rd|th|\\.)?\\z"_s);
        const auto match = form.match(word);
        if (!match.hasMatch())
            return false;
        const int number = match.captured(1).toInt();
        if (match.captured(1).size() == 4)
            return m_year == number || set(m_year, number); // some say it twice
        return number <= 31 && set(m_day, number);
    }

    bool takeZone(const QString &word)
    {
        static const QRegularExpression offset(u"\\A(?:utc|gmt)?([+-])(\\d{2}):?(\\d{2})?\\z"_s);
        if (const auto match = offset.match(word); match.hasMatch()) {
            const int seconds = (match.captured(2).toInt() * 60 + match.captured(3).toInt()) * (match.captured(1) == "-"_L1 ? -60 : 60);
            if (qAbs(seconds) > QTimeZone::MaxUtcOffsetSecs || match.captured(3).toInt() > 59)
                return false;
            m_zone = seconds == 0 ? QTimeZone::utc() : QTimeZone::fromSecondsAheadOfUtc(seconds);
            return true;
        }
        for (const NamedZone &zone : namedZones) {
            if (word == zone.name) // behind an offset it only says it again, as Go prints it
                return m_zone ? true
                              : set(m_zone, zone.minutes == 0 ? QTimeZone::utc() : QTimeZone::fromSecondsAheadOfUtc(zone.minutes * 60));
        }
        if (!word.contains(u'/'))
            return false;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            if (id.compare(word.toUtf8(), Qt::CaseInsensitive) == 0)
                return set(m_zone, QTimeZone(id));
        }
        return false;
    }

    std::optional<int> m_year, m_month, m_day;
    std::optional<QTime> m_time;
    std::optional<bool> m_afternoon;
    std::optional<QTimeZone> m_zone;
};

} // namespace

std::optional<Moment> parseSourceDate(QStringView text, const QTimeZone &zone)
{
    const QTimeZone fallback = zone.isValid() ? zone : QTimeZone::utc();
    if (text.size() > 100)
        return std::nullopt;
    if (const auto moment = parseMoment(text, fallback))
        return moment->at.date().year() > 1 ? moment : std::nullopt;
    QString plain = text.trimmed().toString().toLower();
    static const QRegularExpression eastAsian(u"\\A(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]"_s);
    plain.replace(eastAsian, u"\\1-\\2-\\3 "_s);
    static const QRegularExpression joined(u"\\A(\\d{4}-\\d{1,2}-\\d{1,2})t(?=\\d)"_s);
    plain.replace(joined, u"\\1 "_s);
    static const QRegularExpression between(u"[\\s,()]+"_s);
    DateWords words;
    for (const QString &word : plain.split(between, Qt::SkipEmptyParts)) {
        if (!words.take(word))
            return std::nullopt;
    }
    return words.moment(fallback);
}

QString renderDate(const Moment &moment)
{
    if (!moment.hasTime)
        return moment.at.date().toString(Qt::ISODate);
    // UTC as a time zone would be written as +00:00.
    const QDateTime at = moment.at.offsetFromUtc() == 0 ? moment.at.toUTC() : moment.at;
    return at.toString(at.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

std::optional<PathDate> dateInPath(QStringView path)
{
    static const QRegularExpression exact(u"(?:\\A|[/_])(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?=[-_/. ]|\\z)"_s);
    static const QRegularExpression month(u"(?:\\A|/)((?:19|20)\\d{2})/(\\d{2})(?=/)"_s);
    const auto dateOf = [](const QRegularExpressionMatch &match, int day) {
        return QDate(match.captured(1).toInt(), match.captured(2).toInt(), day);
    };
    if (const auto match = exact.matchView(path); match.hasMatch()) {
        if (const QDate date = dateOf(match, match.captured(3).toInt()); date.isValid() && date.year() > 1900)
            return PathDate { date, true };
    }
    if (const auto match = month.matchView(path); match.hasMatch()) {
        if (const QDate date = dateOf(match, 1); date.isValid())
            return PathDate { date, false };
    }
    return std::nullopt;
}

} // namespace quillway::importing

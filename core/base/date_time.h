// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace quillway {

/// An instant as a site writes it: the zone it was written in is kept for display, comparisons are in UTC.
/// `hasTime` is false for a plain date, which stands for its first moment in the zone.
struct Moment {
    QDateTime at;
    bool hasTime = false;

    friend bool operator==(const Moment &a, const Moment &b) { return a.at == b.at && a.hasTime == b.hasTime; }
    friend bool operator<(const Moment &a, const Moment &b) { return a.at < b.at; }
};

/// Reads an ISO 8601 calendar date or date-time (`2022-08-09`, `20220809`, `2022-08-09T10:00:00Z`, `… +02:00`, `… +0200 CEST`, `… UTC`, a blank in place of the T,
/// slashes in place of hyphens, fractions of a second, one-digit parts). Without a zone it is in `zone`. Nothing if it is no such date (month 17).
[[nodiscard]] std::optional<Moment> parseMoment(QStringView text, const QTimeZone &zone);

/// The date that a file's name begins with (`2022-08-09-go-patterns` → 2022-08-09), nothing if there is none.
[[nodiscard]] std::optional<QDate> leadingDate(QStringView name);

/// `name` without its leading date and the `-`, `_` or blanks behind it; `name` itself if that would leave nothing.
[[nodiscard]] QStringView withoutLeadingDate(QStringView name);

} // namespace quillway

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QVariant>

namespace quillway::publish {

/// A list as prose in the locale's language: `a`, `a and b`, `a, b, and c`. Of a list of maps, their `name` or `title`. Anything else as its text.
[[nodiscard]] QString sentence(const QVariant &list, const QLocale &locale);

/// A QDate, a QDateTime (in its own zone) or an ISO 8601 text in Qt's `format`, months and days in the locale's language. An empty format:
/// longDateFormat(). Empty for what is no date.
[[nodiscard]] QString formattedDate(const QVariant &date, const QString &format, const QLocale &locale);

/// The language's own long form of a date without the day of the week (`MMMM d, yyyy`), as a format of Qt's.
[[nodiscard]] QString longDateFormat(const QLocale &locale);

} // namespace quillway::publish

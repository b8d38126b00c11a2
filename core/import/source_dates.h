// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_time.h"

#include <QString>

namespace quillway::importing {

/// A date in any of the forms that blogs have: all that parseMoment() reads, and English month names in any order (`Jan 2, 2006`, `2nd January 2006 at 3:04 pm`,
/// `Mon, 02 Jan 2006 15:04:05 GMT`, `Mon Jan 2 15:04:05 MST 2006`), `2.1.2006`, `2006.01.02`, `13/1/2006`, `1/13/2006`, `2006年1月2日`, 12-hour clocks, zones by name
/// (`PST`, `Europe/Berlin`). Nothing if any part of it makes no sense, or it is one of the zero dates (`0000-00-00`, `0001-01-01`).
/// Numbers between slashes that could be either are month first.
[[nodiscard]] std::optional<Moment> parseSourceDate(QStringView text, const QTimeZone &zone);

/// The date as front matter has it: ISO 8601, with its zone if it has a time.
[[nodiscard]] QString renderDate(const Moment &moment);

/// The date that stands in a path or address as `/2006/01/02/`, `/2006-01-02-x` or, less exact, `/2006/01/` (its first day).
struct PathDate {
    QDate date;
    bool isExact = true;
};
[[nodiscard]] std::optional<PathDate> dateInPath(QStringView path);

} // namespace quillway::importing

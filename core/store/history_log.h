// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/history.h"

#include <optional>

namespace quillway::store {

/// The records of one file's versions, read: see history.h for their form.
struct HistoryLog {
    QList<Version> versions; ///< newest first; of two at one moment the one recorded later
    std::optional<SitePath> file; ///< as the last record of it says
    int damagedLines = 0;
    int firstDamagedLine = 0; ///< from 1
    bool endsTorn = false; ///< without the end of its last line: the next record begins with one
};

/// Reads what it can. Pure.
[[nodiscard]] HistoryLog parseHistoryLog(QByteArrayView bytes);

/// A line of the log, with its end.
[[nodiscard]] QByteArray renderRecord(const Version &version);
[[nodiscard]] QByteArray renderRecord(const SitePath &file);

/// The whole log for these versions, newest first as in HistoryLog.
[[nodiscard]] QByteArray renderHistoryLog(const std::optional<SitePath> &file, const QList<Version> &versions);

} // namespace quillway::store

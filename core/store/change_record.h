// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/changes/site_change.h"

#include <QDateTime>
#include <QString>

namespace quillway::store {

/// A change as its journal holds it.
struct ChangeRecord {
    QString title; ///< what the user calls it: `Rename tag go to golang`
    QDateTime when; ///< UTC, to the millisecond
    changes::SiteChange change;

    friend bool operator==(const ChangeRecord &, const ChangeRecord &) = default;
};

// A record's file:
//
//     quillway-change 1 HASH      HASH: 40 hexadecimal digits, the contentHash() of everything after this line
//     {…}                         one line of JSON: "title", "when" (milliseconds since 1970), "moves": [[FROM, TO], …], "edits": [{…}, …]
//     …                           bytes, one edit's after the other's
//
// An edit has "file" and, unless there is no such file after it, "after": the number of bytes of its new text, which come first. Unless there was no such
// file before it, it has "before": [BEGIN, END, COUNT]: the old text is the first BEGIN bytes of the new one, COUNT bytes of the file, the last END bytes of the
// new one. So a change of a few bytes in each of many files costs little more than the files.

[[nodiscard]] QByteArray renderChange(const ChangeRecord &record);

/// Reads what anybody may have put there. Error: BadValue.
[[nodiscard]] Result<ChangeRecord> parseChange(QByteArrayView bytes);

} // namespace quillway::store

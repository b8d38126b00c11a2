// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/import_note.h"

#include <QByteArray>

namespace quillway::importing {

/// A text of the source in UTF-8, whatever it was in.
struct SourceText {
    QByteArray utf8; ///< without a byte order mark; line ends as they were
    Notes notes; ///< EncodingGuessed
};

/// Reads UTF-8, UTF-16 and UTF-32 (with or, for UTF-16, without a byte order mark), else Shift_JIS, EUC-JP, GB18030, EUC-KR or Big5 if the whole text makes sense in it,
/// else Windows-1252; in a text that is UTF-8 but for a few bytes only those count as Windows-1252. Always gives valid UTF-8.
[[nodiscard]] SourceText readSourceText(const QByteArray &bytes);

} // namespace quillway::importing

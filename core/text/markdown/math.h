// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace quillway::text {

/// True if `inlines` (Markdown as written, one paragraph's) holds `$…$` or `$$…$$` outside code. As in Pandoc, a `$` opens before and closes behind
/// something that is not blank, and no digit follows the closing one, so that `$5 and $6` are money; `\$` is a plain sign.
[[nodiscard]] bool containsMath(QByteArrayView inlines);

} // namespace quillway::text

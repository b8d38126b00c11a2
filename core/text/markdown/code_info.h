// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace quillway::text {

/// What the line behind a code fence says, in the forms that blogs use: `go`, `go {linenos=true}`, `rust,no_run`, `js{1,3}`, `{.python #id}`,
/// `go title="main.go"`, `js:app.js`.
struct CodeInfo {
    QByteArray language; ///< lower case; as written but for what is glued to it; empty if none is named
    QByteArray title; ///< a file name or caption to show with the code
    QByteArray rest; ///< everything behind the first word, trimmed
};
[[nodiscard]] CodeInfo parseCodeInfo(QByteArrayView info);

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace quillway::text {

/// Lines of a code block, counted from 1.
struct LineSpan {
    int first = 1;
    int last = 1; ///< not before `first`

    friend bool operator==(const LineSpan &, const LineSpan &) = default;
};

/// What the line behind a code fence says, in the forms that blogs use: `go`, `go {linenos=true}`, `rust,no_run`, `js{1,3}`, `{.python #id}`,
/// `go title="main.go"`, `js:app.js`, `go linenos linenostart=10 hl_lines="2-4 7"`, `ts showLineNumbers`.
struct CodeInfo {
    QByteArray language; ///< lower case; as written but for what is glued to it; empty if none is named
    QByteArray title; ///< a file name or caption to show with the code
    bool isNumbered = false; ///< its lines are
    int firstNumber = 1;
    QList<LineSpan> marked; ///< as written: in any order, perhaps beyond the last line
    QByteArray rest; ///< everything behind the first word, trimmed
};
[[nodiscard]] CodeInfo parseCodeInfo(QByteArrayView info);

} // namespace quillway::text

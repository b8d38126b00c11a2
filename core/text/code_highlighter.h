// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <stop_token>

namespace quillway::text {

/// Turns source code into HTML with a class per kind of text (`kw`, `st`, `co`, …), by KSyntaxHighlighting's definitions. Keeps what
/// it has looked up, so use one for many blocks; costs nothing until then. Belongs to one thread at a time.
class CodeHighlighter
{
public:
    CodeHighlighter();
    ~CodeHighlighter();
    CodeHighlighter(const CodeHighlighter &) = delete;
    CodeHighlighter &operator=(const CodeHighlighter &) = delete;

    /// Appends `code` (UTF-8) escaped and coloured to `html`; language names as authors write them (`go`, `c++`, `sh`, `JSON`). An unknown
    /// or empty language gives escaped text without classes, and false. So do lines and blocks far beyond what anyone writes (1,000 bytes,
    /// 256 kB), because some definitions are quadratic in a line's length. `stop` leaves the rest uncoloured.
    bool appendHighlighted(QByteArray &html, QByteArrayView code, QStringView language, const std::stop_token &stop = {});

    /// The name of the language as readers know it (`C++` for `cpp`), empty if unknown.
    [[nodiscard]] QString displayName(QStringView language);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The style sheet for those classes on the background that belongs to it: one rule per class, each selector with `selectorPrefix` (`.code`,
/// `[data-theme="dark"] .code`) and a blank before it. Every colour has a contrast of at least 4.5:1 on codeBackground() (WCAG 2.2, 1.4.3).
enum class CodeColours { Light, Dark };
[[nodiscard]] QByteArray codeStyleSheet(CodeColours colours, QByteArrayView selectorPrefix);

/// The background that the colours are made for, and the colour of code without a class, as `#rrggbb`.
[[nodiscard]] QByteArrayView codeBackground(CodeColours colours);
[[nodiscard]] QByteArrayView codeForeground(CodeColours colours);

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace quillway::text {

/// Turns source code into HTML with a class per kind of text (`kw`, `st`, `co`, …), by KSyntaxHighlighting's definitions. Keeps what
/// it has looked up, so use one for many blocks; belongs to one thread at a time.
class CodeHighlighter
{
public:
    CodeHighlighter();
    ~CodeHighlighter();
    CodeHighlighter(const CodeHighlighter &) = delete;
    CodeHighlighter &operator=(const CodeHighlighter &) = delete;

    /// Appends `code` (UTF-8) escaped and coloured to `html`; language names as authors write them (`go`, `c++`, `sh`, `JSON`). An unknown
    /// or empty language gives escaped text without classes, and false.
    bool appendHighlighted(QByteArray &html, QByteArrayView code, QStringView language);

    /// The name of the language as readers know it (`C++` for `cpp`), empty if unknown.
    [[nodiscard]] QString displayName(QStringView language);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The style sheet for those classes: the rules for light, then for dark inside the selectors the theme uses.
enum class CodeColours { Light, Dark };
[[nodiscard]] QByteArray codeStyleSheet(CodeColours colours, QByteArrayView selectorPrefix);

} // namespace quillway::text

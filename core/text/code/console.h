// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace quillway::text {

class LanguageHighlighter;

/// A block of console, in which commands stand behind prompts (`$ `, `# `, `% `, `me@host:~$ `, Python's `>>> `) and what they print has none. Only commands are
/// coloured, and the lines that go on from one.
class ConsoleSession
{
public:
    /// Appends the block's next line (UTF-8, valid, without its end).
    void append(QByteArray &html, QByteArrayView line, LanguageHighlighter &commands);

private:
    bool m_commandGoesOn = false; ///< the line before ended in a backslash
};

/// The bytes of the prompt that `line` begins with, blank included; 0 if there is none.
[[nodiscard]] qsizetype promptSize(QByteArrayView line);

} // namespace quillway::text

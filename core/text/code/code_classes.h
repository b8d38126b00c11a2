// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace KSyntaxHighlighting {
class Format;
}

namespace quillway::text {

/// The kinds of text that code is coloured by. KSyntaxHighlighting tells 31 apart; those that readers would not are one here.
enum class CodeClass : std::uint8_t {
    None, ///< written as it is
    Keyword,
    Function,
    Variable,
    Operator,
    BuiltIn,
    Preprocessor,
    Attribute,
    String,
    Escape,
    SpecialString,
    DataType,
    Number,
    Constant,
    Comment,
    Annotation,
    Alert,
    Other,
    Inserted,
    Deleted,
    Prompt, ///< of a console session: nothing that a reader would copy
    Unknown, ///< not yet looked at
};
inline constexpr int codeClassCount = int(CodeClass::Unknown);

[[nodiscard]] CodeClass codeClassOf(const KSyntaxHighlighting::Format &format);

/// The class's name in HTML: `kw`, `st`, …
[[nodiscard]] QByteArrayView nameOf(CodeClass codeClass);

} // namespace quillway::text

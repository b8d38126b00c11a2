// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace quillway::text {

/// What shape a block of code has.
enum class CodeForm {
    Program,
    Php, ///< with or without the tags around it
    Console, ///< commands behind prompts, and what they print
};

/// What a name that authors write behind a fence stands for, where KSyntaxHighlighting does not know the name itself or knows the language under one
/// that readers would not.
struct CodeLanguage {
    QString definition; ///< KSyntaxHighlighting's name; empty for plain text
    QString displayName; ///< empty: the definition's name
    CodeForm form = CodeForm::Program;
};

/// Nothing for a name that means to KSyntaxHighlighting what it means to authors, or is unknown. `name` is lower case.
[[nodiscard]] std::optional<CodeLanguage> findCodeLanguage(QStringView name);

/// The names that findCodeLanguage() knows, ascending.
[[nodiscard]] QStringList codeLanguageNames();

/// True for a definition (KSyntaxHighlighting's name) that needs seconds for some lines of a few hundred bytes.
[[nodiscard]] bool isTooSlow(QStringView definition);

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code/code_classes.h"

#include <KSyntaxHighlighting/Format>

#include <QString>

#include <array>

namespace quillway::text {

using namespace Qt::StringLiterals;
using KSyntaxHighlighting::Theme;

CodeClass codeClassOf(const KSyntaxHighlighting::Format &format)
{
    if (!format.isValid())
        return CodeClass::None;
    // The one definition in which the lines' kinds matter more than what they look like elsewhere.
    const QString name = format.name();
    if (name == "Added line"_L1 || name == "Changed line (new)"_L1)
        return CodeClass::Inserted;
    if (name == "Removed line"_L1 || name == "Changed line (old)"_L1)
        return CodeClass::Deleted;
    switch (format.textStyle()) {
    case Theme::Keyword:
    case Theme::ControlFlow: return CodeClass::Keyword;
    case Theme::Function: return CodeClass::Function;
    case Theme::Variable: return CodeClass::Variable;
    case Theme::Operator: return CodeClass::Operator;
    case Theme::BuiltIn:
    case Theme::Extension: return CodeClass::BuiltIn;
    case Theme::Preprocessor:
    case Theme::Import: return CodeClass::Preprocessor;
    case Theme::Attribute: return CodeClass::Attribute;
    case Theme::Char:
    case Theme::String:
    case Theme::VerbatimString: return CodeClass::String;
    case Theme::SpecialChar: return CodeClass::Escape;
    case Theme::SpecialString: return CodeClass::SpecialString;
    case Theme::DataType: return CodeClass::DataType;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float: return CodeClass::Number;
    case Theme::Constant: return CodeClass::Constant;
    case Theme::Comment:
    case Theme::Documentation: return CodeClass::Comment;
    case Theme::Annotation:
    case Theme::CommentVar:
    case Theme::RegionMarker: return CodeClass::Annotation;
    case Theme::Information:
    case Theme::Warning:
    case Theme::Alert: return CodeClass::Alert;
    case Theme::Others: return CodeClass::Other;
    // Snippets are seldom whole programs: what a definition takes for an error mostly is none.
    case Theme::Error:
    case Theme::Normal: return CodeClass::None;
    }
    return CodeClass::None;
}

QByteArrayView nameOf(CodeClass codeClass)
{
    static constexpr std::array<QByteArrayView, codeClassCount> names = {
        "", "kw", "fn", "va", "op", "bi", "pp", "at", "st", "es", "ss", "dt", "nu", "cn", "co", "an", "al", "ot", "in", "de", "pr",
    };
    return names[std::size_t(codeClass)];
}

} // namespace quillway::text

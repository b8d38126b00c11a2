// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code/code_classes.h"
#include "core/text/code_highlighter.h"

#include <array>

namespace quillway::text {

namespace {

struct Style {
    CodeClass codeClass;
    QByteArrayView light;
    QByteArrayView dark;
    QByteArrayView more = {}; ///< further declarations
};

constexpr std::array styles = {
    Style { CodeClass::Keyword, "#8a2be2", "#c4a1ff" },
    Style { CodeClass::Function, "#0b5fae", "#7cc4ff" },
    Style { CodeClass::Variable, "#7a4a00", "#f0c987" },
    Style { CodeClass::Operator, "#4a5563", "#b4c0ce" },
    Style { CodeClass::BuiltIn, "#00687a", "#6fd6e6" },
    Style { CodeClass::Preprocessor, "#a3195b", "#ff9ac1" },
    Style { CodeClass::Attribute, "#0b6b6b", "#7fe0d2" },
    Style { CodeClass::String, "#1a6b34", "#9bdc9b" },
    Style { CodeClass::Escape, "#9a4a00", "#ffb77a" },
    Style { CodeClass::SpecialString, "#5b6a00", "#d3e07a" },
    Style { CodeClass::DataType, "#00687a", "#6fd6e6" },
    Style { CodeClass::Number, "#a8450a", "#ffb38a" },
    Style { CodeClass::Constant, "#a8450a", "#ffb38a" },
    Style { CodeClass::Comment, "#5a6674", "#8f9dad", "font-style:italic" },
    Style { CodeClass::Annotation, "#4f5b69", "#a3b1c2", "font-style:italic;font-weight:600" },
    Style { CodeClass::Alert, "#a61b1b", "#ff9c94", "font-weight:600" },
    Style { CodeClass::Other, "#5b4b9a", "#b9b3ff" },
    Style { CodeClass::Inserted, "#176636", "#7fdc9a" },
    Style { CodeClass::Deleted, "#b01c2e", "#ff9aa4" },
    Style { CodeClass::Prompt, "#5a6674", "#8f9dad", "user-select:none" },
};

} // namespace

QByteArray codeStyleSheet(CodeColours colours, QByteArrayView selectorPrefix)
{
    QByteArray sheet;
    for (const Style &style : styles) {
        sheet.append(selectorPrefix).append(" .").append(nameOf(style.codeClass)).append("{color:");
        sheet.append(colours == CodeColours::Light ? style.light : style.dark);
        if (!style.more.isEmpty())
            sheet.append(';').append(style.more);
        sheet.append("}\n");
    }
    return sheet;
}

QByteArrayView codeBackground(CodeColours colours)
{
    return colours == CodeColours::Light ? "#f6f8fa" : "#161b22";
}

QByteArrayView codeForeground(CodeColours colours)
{
    return colours == CodeColours::Light ? "#1f2933" : "#e3eaf2";
}

} // namespace quillway::text

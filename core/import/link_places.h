// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/code_ranges.h"

#include <QString>

#include <functional>
#include <optional>

namespace quillway::importing {

/// A destination in a Markdown body.
struct LinkPlace {
    enum class Form {
        Inline, ///< `](x)`
        Bracketed, ///< `](<x>)`, `[a]: <x>`
        Definition, ///< `[a]: x`
        Attribute, ///< `href="x"`, `src='x'` in raw HTML
        Autolink, ///< `<https://x>`
        Blanks, ///< `](a b.png)`: no link by CommonMark, but other tools read it so
    };
    Form form = Form::Inline;
    qsizetype begin = 0; ///< of the destination itself, without brackets or quotation marks
    qsizetype end = 0;
    bool isPicture = false;
};

/// The destinations outside of code, in order. Takes time in proportion to the body.
[[nodiscard]] QList<LinkPlace> findLinks(QStringView body, const CodeRanges &code);

/// The body with each destination replaced by what `turn` gives for it; nothing leaves it as it is. What cannot stand bare in its place is encoded.
using TurnLink = std::function<std::optional<QString>(const LinkPlace &place, const QString &destination)>;
[[nodiscard]] QString turnLinks(const QString &body, const TurnLink &turn);

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace quillway::text {

/// What a typesetter makes of the signs of a keyboard, in one language: quotation marks, `'` as an apostrophe, `--` and `---` as dashes, `...` as an ellipsis.
struct Typography {
    // UTF-8, with the blanks that go inside.
    QByteArray open = "\u201c"; ///< for `"`
    QByteArray close = "\u201d";
    QByteArray innerOpen = "\u2018"; ///< for `'`
    QByteArray innerClose = "\u2019";
    bool hasFrenchSpaces = false; ///< a blank before `; : ! ? »` and behind `«` does not break, and is narrow

    friend bool operator==(const Typography &, const Typography &) = default;
};

/// That of a language (BCP 47), by what its own style guides call usual; English for those not known here.
[[nodiscard]] Typography typographyOf(QStringView language);

/// Plain text (a title, a summary) with it.
[[nodiscard]] QString typeset(const QString &text, const Typography &typography);

} // namespace quillway::text

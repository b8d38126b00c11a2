// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/typography.h"

#include <QList>

namespace quillway::text {

/// The visible text of a paragraph, a heading, a table's cell, a title: what is not text (code, pictures, footnotes' numbers) is one U+FFFC, line ends are blanks.
struct TypesetText {
    QString text;
    QByteArray fixed; ///< of the same length; not 0 for characters that stay as they are
};

/// True if the text may hold something to set: nothing else needs a look.
[[nodiscard]] bool mayNeedTypesetting(QStringView text, const Typography &typography);

/// A piece of the text that is set as another.
struct TypesetMark {
    qsizetype from = 0;
    qsizetype length = 0;
    QString text;
};

/// In ascending order. Quotation marks open and close by what stands beside them and by what is open; a `'` that closes nothing is an apostrophe, and signs of
/// inches and feet stay. Dashes are made where both sides are blank or neither is, so that `--option` stays. Math (`$…$` and `$$…$$`, as containsMath() tells it) stays.
[[nodiscard]] QList<TypesetMark> typesetMarks(const TypesetText &text, const Typography &typography);

} // namespace quillway::text

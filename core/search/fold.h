// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace quillway::search {

/// `text` as searches compare it: compatibility-decomposed (UAX #15, NFKD), case-folded, without marks, ß as ss. `Café` and `CAFE` are one.
[[nodiscard]] QString fold(QStringView text);

/// The same, with where each unit of it came from.
struct FoldedText {
    QString text;
    QList<qsizetype> origins; ///< into the source, one for each unit of `text`, and the source's size behind them
};
[[nodiscard]] FoldedText foldWithOrigins(QStringView text);

} // namespace quillway::search

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace quillway::ui {

/// A part of a line, in UTF-16 units.
struct LinePart {
    qsizetype begin = 0;
    qsizetype length = 0;

    friend bool operator==(const LinePart &, const LinePart &) = default;
};

/// The words of a line's prose that a dictionary may know, by the rules of Unicode Standard Annex 29: without those of one letter, with digits or underscores, in
/// capitals throughout (`HTTP`) or within (`QString`), and without what looks like an address, a path or a file's name.
[[nodiscard]] QList<LinePart> checkedWords(QStringView line, const QList<LinePart> &prose);

} // namespace quillway::ui

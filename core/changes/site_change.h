// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace quillway::changes {

/// A file or a bundle's folder that gets another place in the site, its content as it is.
struct Move {
    SitePath from;
    SitePath to;

    friend bool operator==(const Move &, const Move &) = default;
};

/// What becomes of one text file. Unset: there is no such file. Every byte that the change is not about is in both.
struct TextEdit {
    SitePath file; ///< where it is after the moves
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;

    friend bool operator==(const TextEdit &, const TextEdit &) = default;
};

/// One change over any number of files: shown, done and taken back as a whole. A value that says exactly what each file has before and after, so
/// that nothing another program wrote in between is overwritten. Moves are carried out in their order, then the edits, which name each file
/// at most once.
struct SiteChange {
    QList<Move> moves;
    QList<TextEdit> edits;

    [[nodiscard]] bool isEmpty() const { return moves.isEmpty() && edits.isEmpty(); }

    friend bool operator==(const SiteChange &, const SiteChange &) = default;
};

/// Where `file` is after the move: elsewhere if it is what moves or stands in it.
[[nodiscard]] SitePath movedPath(const SitePath &file, const Move &move);

/// Where a file of one of the change's edits is before its moves.
[[nodiscard]] SitePath placeBefore(const SitePath &file, const SiteChange &change);

/// What takes `change` back.
[[nodiscard]] SiteChange reversed(const SiteChange &change);

} // namespace quillway::changes

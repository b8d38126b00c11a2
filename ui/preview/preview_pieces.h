// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/preview_page.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace quillway::ui {

/// The smallest part of an article's body that can be put in place of another without a look at the rest: mostly one block, more where the author's
/// own HTML begins in one and ends in another.
struct PreviewPiece {
    QByteArray html;
    int firstLine = 0; ///< 1-based, in the whole file
    int lastLine = 0;
    QByteArray nodes {}; ///< what it consists of, see OpenElements::takeNodes()

    friend bool operator==(const PreviewPiece &, const PreviewPiece &) = default;
};

/// A rendered page as the preview handles it. Immutable once made, shared between the worker and the window.
struct PiecedPage {
    QByteArray html; ///< the whole page
    QByteArray shell; ///< the page without its article's body
    QList<PreviewPiece> pieces {}; ///< concatenated: the article's body
    /// Each piece stands by itself. If not, the last one does not (the author left an element open, or closed one too many) and may reach out of the body.
    bool isContained = true;
};

using PiecedPagePtr = std::shared_ptr<const PiecedPage>;

[[nodiscard]] PiecedPagePtr intoPieces(const publish::PreviewPage &page);

/// A place in an article's body: so far (0 … 1) down in one of its pieces; piece -1 is what stands above the body.
struct PiecePlace {
    qsizetype piece = -1;
    double fraction = 0;
};

/// Where `line` (1-based, in the whole file) stands: between two pieces, the end of the upper one.
[[nodiscard]] PiecePlace placeOfLine(const QList<PreviewPiece> &pieces, int line);
/// The line that stands at `place`; 1 above the body.
[[nodiscard]] int lineAtPlace(const QList<PreviewPiece> &pieces, const PiecePlace &place);

} // namespace quillway::ui

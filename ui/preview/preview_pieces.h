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
    qsizetype depth = 0; ///< how many elements of the body stand in one another
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

// Two views are tied to each other by points in the text: 12.25 is a quarter down in line 12.

/// An edge that both views have: above or below a piece, or the page's own.
struct PieceEdge {
    enum class Side { Top, Bottom };
    qsizetype piece = -1; ///< -1: the page
    Side side = Side::Top;

    friend bool operator==(const PieceEdge &, const PieceEdge &) = default;
};

/// So far (0 … 1) on the way from an edge to the next one.
struct TiedPlace {
    PieceEdge from;
    PieceEdge to { .side = PieceEdge::Side::Bottom };
    double fraction = 0;
};

/// Where `point` stands. What is above the text belongs to its first piece and what is below to its last one, so that the ends of both views meet; pieces that
/// stand elsewhere than their lines (footnotes) are passed over.
[[nodiscard]] TiedPlace placeOfPoint(const QList<PreviewPiece> &pieces, double point);
/// The point at `place`. A negative fraction is one of the gap above the piece; a piece beyond the last, or one that stands elsewhere, is the end of the text.
[[nodiscard]] double pointAtPlace(const QList<PreviewPiece> &pieces, const PiecePlace &place);

} // namespace quillway::ui

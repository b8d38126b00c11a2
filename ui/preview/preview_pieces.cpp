// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/preview_pieces.h"

#include "ui/preview/open_elements.h"

#include <algorithm>
#include <cmath>

namespace quillway::ui {

namespace {

void join(PreviewPiece &piece, const publish::PreviewBlock &block)
{
    piece.html += block.html;
    piece.lastLine = std::max(piece.lastLine, block.lastLine);
}

int lineCount(const PreviewPiece &piece)
{
    return std::max(1, piece.lastLine - piece.firstLine + 1);
}

} // namespace

PiecedPagePtr intoPieces(const publish::PreviewPage &page)
{
    auto result = std::make_shared<PiecedPage>(PiecedPage { .html = page.html, .shell = page.shell });
    result->pieces.reserve(page.blocks.size());
    OpenElements open;
    for (const publish::PreviewBlock &block : page.blocks) {
        if (open.isClosed())
            result->pieces.append({ .html = block.html, .firstLine = block.firstLine, .lastLine = block.lastLine });
        else
            join(result->pieces.last(), block);
        open.read(block.html);
        if (open.isClosed())
            result->pieces.last().nodes = open.takeNodes();
    }
    // Without blocks, the theme shows the body in a way of its own, or there is none: nothing that could be told apart.
    result->isContained = open.isClosed() && !result->pieces.isEmpty();
    return result;
}

PiecePlace placeOfLine(const QList<PreviewPiece> &pieces, int line)
{
    // Not every piece stands in the order of its lines: footnotes are at the end, wherever they were written. Of two that hold the line, the shorter
    // one is meant.
    const PreviewPiece *best = nullptr;
    for (const PreviewPiece &piece : pieces) {
        if (piece.firstLine > line)
            continue;
        const int end = std::min(line, piece.lastLine);
        if (!best || end > std::min(line, best->lastLine) || (end == line && lineCount(piece) < lineCount(*best)))
            best = &piece;
    }
    if (!best)
        return {};
    return { best - pieces.constData(), std::min(1.0, double(line - best->firstLine) / lineCount(*best)) };
}

int lineAtPlace(const QList<PreviewPiece> &pieces, const PiecePlace &place)
{
    if (place.piece < 0 || pieces.isEmpty())
        return 1;
    const PreviewPiece &piece = pieces.at(std::min(place.piece, pieces.size() - 1));
    const int lines = lineCount(piece);
    const double fraction = std::isfinite(place.fraction) ? std::clamp(place.fraction, 0.0, 1.0) : 0.0;
    return piece.firstLine + std::min(lines - 1, int(fraction * lines));
}

} // namespace quillway::ui

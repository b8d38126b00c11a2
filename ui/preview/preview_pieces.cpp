// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/preview_pieces.h"

#include "ui/preview/open_elements.h"

#include <algorithm>
#include <cmath>
#include <iterator>

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
    if (page.blocks.isEmpty())
        open.read(page.html);
    result->depth = open.deepest();
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

namespace {

/// The pieces that stand in the order of their lines.
QList<qsizetype> flowOf(const QList<PreviewPiece> &pieces)
{
    QList<qsizetype> flow;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (flow.isEmpty() || pieces.at(i).firstLine > pieces.at(flow.last()).lastLine)
            flow.append(i);
    }
    return flow;
}

double share(double point, double from, double to)
{
    return to > from ? std::clamp((point - from) / (to - from), 0.0, 1.0) : 0.0;
}

} // namespace

TiedPlace placeOfPoint(const QList<PreviewPiece> &pieces, double point)
{
    using enum PieceEdge::Side;
    const QList<qsizetype> flow = flowOf(pieces);
    const auto begin = [&](qsizetype place) { return pieces.at(place).firstLine; };
    const auto found = std::ranges::upper_bound(flow, point, {}, begin);
    if (found == flow.begin())
        return {};
    const qsizetype own = *std::prev(found);
    const PreviewPiece &piece = pieces.at(own);
    const bool isFirst = own == flow.first();
    const bool isLast = own == flow.last();
    const PieceEdge top = isFirst ? PieceEdge { -1, Top } : PieceEdge { own, Top };
    if (isLast || point <= piece.lastLine + 1)
        return { top, isLast ? PieceEdge { -1, Bottom } : PieceEdge { own, Bottom }, share(point, piece.firstLine, piece.lastLine + 1) };
    return { { own, Bottom }, { *found, Top }, share(point, piece.lastLine + 1, begin(*found)) };
}

double pointAtPlace(const QList<PreviewPiece> &pieces, const PiecePlace &place)
{
    const QList<qsizetype> flow = flowOf(pieces);
    if (flow.isEmpty() || place.piece < 0)
        return 1;
    const auto found = std::ranges::lower_bound(flow, place.piece);
    if (found == flow.end())
        return pieces.at(flow.last()).lastLine + 1;
    const PreviewPiece &piece = pieces.at(*found);
    const double fraction = *found != place.piece || !std::isfinite(place.fraction) ? 0.0 : std::clamp(place.fraction, -1.0, 1.0);
    if (fraction >= 0)
        return piece.firstLine + fraction * lineCount(piece);
    const double above = found == flow.begin() ? piece.firstLine : pieces.at(*std::prev(found)).lastLine + 1;
    return piece.firstLine + fraction * (piece.firstLine - above);
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/page_patch.h"

#include <QHash>

#include <algorithm>

namespace quillway::ui {

namespace {

using Pieces = QList<PreviewPiece>;

/// A pair of places with equal pieces.
struct Match {
    qsizetype from = 0;
    qsizetype to = 0;
};

/// Half-open ranges of pieces of the old and the new page.
struct Stretch {
    qsizetype fromBegin = 0, fromEnd = 0;
    qsizetype toBegin = 0, toEnd = 0;
};

void trimEqualEnds(Stretch &stretch, const Pieces &from, const Pieces &to)
{
    while (stretch.fromBegin < stretch.fromEnd && stretch.toBegin < stretch.toEnd
           && from.at(stretch.fromBegin).html == to.at(stretch.toBegin).html) {
        ++stretch.fromBegin;
        ++stretch.toBegin;
    }
    while (stretch.fromBegin < stretch.fromEnd && stretch.toBegin < stretch.toEnd
           && from.at(stretch.fromEnd - 1).html == to.at(stretch.toEnd - 1).html) {
        --stretch.fromEnd;
        --stretch.toEnd;
    }
}

/// Where pieces stand that occur once in [begin, end); -1 for those that occur more often.
QHash<QByteArrayView, qsizetype> uniquePlaces(const Pieces &pieces, qsizetype begin, qsizetype end)
{
    QHash<QByteArrayView, qsizetype> places;
    places.reserve(end - begin);
    for (qsizetype i = begin; i < end; ++i) {
        const auto place = places.find(pieces.at(i).html);
        if (place == places.end())
            places.insert(pieces.at(i).html, i);
        else
            *place = -1;
    }
    return places;
}

/// The longest sequence of `matches` (ascending by `from`) that ascends by `to` as well.
QList<Match> longestAscending(const QList<Match> &matches)
{
    QList<qsizetype> tails; // of the best sequence of each length: the index of its last match
    QList<qsizetype> before(matches.size(), -1);
    for (qsizetype i = 0; i < matches.size(); ++i) {
        const auto place = std::ranges::lower_bound(tails, matches.at(i).to, {}, [&](qsizetype m) { return matches.at(m).to; });
        if (place != tails.begin())
            before[i] = *std::prev(place);
        if (place == tails.end())
            tails.append(i);
        else
            *place = i;
    }
    QList<Match> sequence;
    for (qsizetype i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = before.at(i))
        sequence.append(matches.at(i));
    std::ranges::reverse(sequence);
    return sequence;
}

QList<Match> anchorsIn(const Stretch &stretch, const Pieces &from, const Pieces &to)
{
    const auto oldPlaces = uniquePlaces(from, stretch.fromBegin, stretch.fromEnd);
    const auto newPlaces = uniquePlaces(to, stretch.toBegin, stretch.toEnd);
    QList<Match> matches;
    for (qsizetype i = stretch.fromBegin; i < stretch.fromEnd; ++i) {
        const QByteArrayView html = from.at(i).html;
        const qsizetype place = newPlaces.value(html, -1);
        if (place >= 0 && oldPlaces.value(html) >= 0)
            matches.append({ i, place });
    }
    return longestAscending(matches);
}

void appendSplice(QList<PieceSplice> &splices, Stretch stretch, const Pieces &from, const Pieces &to)
{
    trimEqualEnds(stretch, from, to);
    if (stretch.fromBegin == stretch.fromEnd && stretch.toBegin == stretch.toEnd)
        return;
    PieceSplice splice { .at = stretch.fromBegin, .remove = stretch.fromEnd - stretch.fromBegin };
    for (qsizetype i = stretch.toBegin; i < stretch.toEnd; ++i)
        splice.insert.append(to.at(i).html);
    splices.append(std::move(splice));
}

QList<PieceSplice> splicesBetween(const Pieces &from, const Pieces &to)
{
    Stretch whole { 0, from.size(), 0, to.size() };
    trimEqualEnds(whole, from, to);
    QList<PieceSplice> splices;
    Stretch rest = whole;
    const QList<Match> anchors = anchorsIn(whole, from, to);
    for (const Match &anchor : anchors) {
        appendSplice(splices, { rest.fromBegin, anchor.from, rest.toBegin, anchor.to }, from, to);
        rest.fromBegin = anchor.from + 1;
        rest.toBegin = anchor.to + 1;
    }
    appendSplice(splices, rest, from, to);
    return splices;
}

} // namespace

PagePatch patchBetween(const PiecedPage &from, const PiecedPage &to)
{
    if (!from.isContained || !to.isContained)
        return { .whole = from.html != to.html };
    return { .shell = from.shell != to.shell, .splices = splicesBetween(from.pieces, to.pieces) };
}

} // namespace quillway::ui

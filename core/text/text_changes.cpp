// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/text_changes.h"

#include "core/text/diff.h"
#include "core/text/writing/difference.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr qsizetype smallChange = 400; ///< units: what is not longer is one change
constexpr qsizetype mostThorough = 200'000; ///< units, of both texts together
constexpr qsizetype mostCompared = 4'000'000; ///< the same
constexpr qsizetype mostLines = 50'000; ///< the same
constexpr qsizetype mostChanges = 1000;

/// The change of one place, without what is the same at its ends.
void addTrimmed(QList<TextChange> &changes, QStringView before, QStringView after, qsizetype offset)
{
    const Difference difference = differenceOf(before, after);
    if (!difference.isNone())
        changes.append(
            { offset + difference.from, offset + difference.oldEnd, after.sliced(difference.from, difference.newEnd - difference.from) });
}

/// Neighbours as one until few are left: a document takes each for itself.
void joinMany(QList<TextChange> &changes)
{
    const qsizetype together = (changes.size() + mostChanges - 1) / mostChanges;
    if (together <= 1)
        return;
    QList<TextChange> joined;
    for (qsizetype i = 0; i < changes.size(); i += together) {
        const TextChange &first = changes.at(i);
        const TextChange &last = changes.at(std::min(i + together, changes.size()) - 1);
        joined.append({ first.from, last.oldEnd, QStringView(first.text.begin(), last.text.end()) });
    }
    changes = joined;
}

/// Where in the text each line begins, and where the last one ends.
QList<qsizetype> lineStarts(const QList<QStringView> &lines)
{
    QList<qsizetype> starts { 0 };
    for (const QStringView line : lines)
        starts.append(starts.constLast() + line.size());
    return starts;
}

QStringView piece(QStringView text, const QList<qsizetype> &starts, const Range &lines)
{
    return text.sliced(starts[lines.begin], starts[lines.end()] - starts[lines.begin]);
}

} // namespace

QList<TextChange> changesBetween(QStringView before, QStringView after)
{
    QList<TextChange> changes;
    const Difference whole = differenceOf(before, after);
    const bool isSmall = std::max(whole.oldEnd, whole.newEnd) - whole.from <= smallChange;
    if (isSmall || (whole.oldEnd - whole.from) + (whole.newEnd - whole.from) > mostCompared) {
        addTrimmed(changes, before, after, 0);
        return changes;
    }
    // Whole lines around what differs.
    const qsizetype begin = before.first(whole.from).lastIndexOf(u'\n') + 1;
    const qsizetype same = before.size() - whole.oldEnd;
    const qsizetype nextLine = before.sliced(whole.oldEnd).indexOf(u'\n') + 1;
    const qsizetype behind = nextLine > 0 ? same - nextLine : 0;
    const QStringView left = before.sliced(begin, before.size() - behind - begin);
    const QStringView right = after.sliced(begin, after.size() - behind - begin);
    if (left.count(u'\n') + right.count(u'\n') > mostLines) {
        addTrimmed(changes, before, after, 0);
        return changes;
    }
    const QList<QStringView> leftLines = splitLines(left);
    const QList<QStringView> rightLines = splitLines(right);
    const QList<qsizetype> leftStarts = lineStarts(leftLines);
    const QList<qsizetype> rightStarts = lineStarts(rightLines);
    const DiffEffort effort = left.size() + right.size() > mostThorough ? DiffEffort::Brief : DiffEffort::Usual;
    for (const Hunk &hunk : diffLines(leftLines, rightLines, effort))
        addTrimmed(changes, piece(left, leftStarts, hunk.before), piece(right, rightStarts, hunk.after),
                   begin + leftStarts[hunk.before.begin]);
    joinMany(changes);
    return changes;
}

qsizetype placeAfter(const QList<TextChange> &changes, QStringView before, qsizetype place)
{
    qsizetype shift = 0;
    for (const TextChange &change : changes) {
        const bool onlyCame = change.from == change.oldEnd;
        const bool isLineStart = place == 0 || before.at(place - 1) == u'\n';
        const bool staysWithLine = onlyCame && place == change.from && isLineStart && place < before.size();
        if (place < change.from || (place == change.from && !staysWithLine))
            break;
        if (place < change.oldEnd)
            return change.from + shift + std::min(place - change.from, change.text.size());
        shift += change.text.size() - (change.oldEnd - change.from);
    }
    return place + shift;
}

} // namespace quillway::text

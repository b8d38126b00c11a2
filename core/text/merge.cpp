// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/merge.h"

#include "core/base/utf8.h"
#include "core/text/diff.h"

#include <algorithm>
#include <optional>

namespace quillway::text {

namespace {

/// What only one side changed, else what both have; nothing if they changed it differently.
template<typename T>
std::optional<T> mergedValue(const T &base, const T &ours, const T &theirs)
{
    if (ours == base || ours == theirs)
        return theirs;
    return theirs == base ? std::optional(ours) : std::nullopt;
}

QByteArrayView endOf(QByteArrayView line)
{
    for (const QByteArrayView end : { QByteArrayView("\r\n"), QByteArrayView("\n"), QByteArrayView("\r"), QByteArrayView("\xE2\x80\xA9") }) {
        if (line.endsWith(end))
            return end;
    }
    return {};
}

/// The end that every line has; nothing if there are several kinds or none.
std::optional<QByteArray> onlyEnd(const QList<QByteArrayView> &lines)
{
    if (lines.isEmpty() || endOf(lines.first()).isEmpty())
        return std::nullopt;
    const QByteArrayView first = endOf(lines.first());
    const bool isOnly = std::ranges::all_of(lines, [&](QByteArrayView line) {
        const QByteArrayView end = endOf(line);
        return end == first || (end.isEmpty() && line.data() == lines.last().data());
    });
    return isOnly ? std::optional(first.toByteArray()) : std::nullopt;
}

QByteArray withEnds(const QList<QByteArrayView> &lines, QByteArrayView end)
{
    QByteArray text;
    for (const QByteArrayView line : lines) {
        const QByteArrayView old = endOf(line);
        text += line.chopped(old.size());
        if (!old.isEmpty())
            text += end;
    }
    return text;
}

/// One of the three texts without its byte order mark.
struct Side {
    QByteArray bytes;
    QList<QByteArrayView> lines;
    bool byteOrderMark;

    explicit Side(const QByteArray &file)
        : bytes(file.sliced(byteOrderMarkSize(file)))
        , lines(splitLines(bytes))
        , byteOrderMark(bytes.size() != file.size())
    { }

    void endLinesWith(QByteArrayView end)
    {
        bytes = withEnds(lines, end);
        lines = splitLines(bytes);
    }

    [[nodiscard]] QByteArray text(const Range &range) const
    {
        if (range.count == 0)
            return {};
        const char *begin = lines[range.begin].data();
        const QByteArrayView last = lines[range.end() - 1];
        return { begin, last.data() + last.size() - begin };
    }
};

/// Ends that one side changed throughout are no change of every line.
void alignEnds(Side &base, Side &ours, Side &theirs)
{
    const auto baseEnd = onlyEnd(base.lines);
    const auto oursEnd = onlyEnd(ours.lines);
    const auto theirsEnd = onlyEnd(theirs.lines);
    if (!baseEnd || !oursEnd || !theirsEnd || (baseEnd == oursEnd && baseEnd == theirsEnd))
        return;
    if (const auto end = mergedValue(*baseEnd, *oursEnd, *theirsEnd)) {
        for (Side *side : { &base, &ours, &theirs })
            side->endLinesWith(*end);
    }
}

/// The changes of one side, taken in the order of the base's lines.
class Changes
{
public:
    explicit Changes(QList<Hunk> hunks)
        : m_hunks(std::move(hunks))
    { }

    [[nodiscard]] bool isDone() const { return m_at == m_hunks.size(); }
    /// Where in the base the next hunk begins; `end` if there is none.
    [[nodiscard]] qsizetype nextBegin(qsizetype end) const { return isDone() ? end : m_hunks[m_at].before.begin; }
    /// Takes all hunks that begin not behind `end` of the base; true if there were some. `end` grows with them.
    bool takeTouching(qsizetype &end)
    {
        bool taken = false;
        while (m_at < m_hunks.size() && m_hunks[m_at].before.begin <= end) {
            end = std::max(end, m_hunks[m_at].before.end());
            m_shift = m_hunks[m_at].after.end() - m_hunks[m_at].before.end();
            ++m_at;
            taken = true;
        }
        return taken;
    }
    /// Where a line of the base behind all taken hunks is in this side.
    [[nodiscard]] qsizetype placeOf(qsizetype baseLine) const { return baseLine + m_shift; }

private:
    QList<Hunk> m_hunks;
    qsizetype m_at = 0;
    qsizetype m_shift = 0;
};

class Merging
{
public:
    Merging(const Side &base, const Side &ours, const Side &theirs)
        : m_base(base)
        , m_ours(ours)
        , m_theirs(theirs)
        , m_oursChanges(diffLines(base.lines, ours.lines))
        , m_theirsChanges(diffLines(base.lines, theirs.lines))
    { }

    QList<MergePiece> run()
    {
        const qsizetype end = m_base.lines.size();
        while (!m_oursChanges.isDone() || !m_theirsChanges.isDone()) {
            const qsizetype begin = std::min(m_oursChanges.nextBegin(end), m_theirsChanges.nextBegin(end));
            addUnchanged(begin);
            addChanged(begin);
        }
        addUnchanged(end);
        return m_pieces;
    }

private:
    void addUnchanged(qsizetype end)
    {
        if (end > m_done)
            add(MergeSource::Unchanged, end, m_oursChanges.placeOf(end), m_theirsChanges.placeOf(end));
    }

    /// All changes that hang together from there.
    void addChanged(qsizetype begin)
    {
        qsizetype end = begin;
        bool byUs = false;
        bool byThem = false;
        for (bool more = true; more;) {
            const bool ours = m_oursChanges.takeTouching(end);
            const bool theirs = m_theirsChanges.takeTouching(end);
            byUs |= ours;
            byThem |= theirs;
            more = ours || theirs;
        }
        add(!byThem     ? MergeSource::Ours
                : !byUs ? MergeSource::Theirs
                        : MergeSource::Conflict,
            end, m_oursChanges.placeOf(end), m_theirsChanges.placeOf(end));
    }

    void add(MergeSource source, qsizetype baseEnd, qsizetype oursEnd, qsizetype theirsEnd)
    {
        MergePiece piece { .source = source,
                           .base = { m_done, baseEnd - m_done },
                           .ours = { m_oursDone, oursEnd - m_oursDone },
                           .theirs = { m_theirsDone, theirsEnd - m_theirsDone },
                           .baseText = {},
                           .oursText = {},
                           .theirsText = {} };
        piece.oursText = source == MergeSource::Theirs ? m_theirs.text(piece.theirs) : m_ours.text(piece.ours);
        if (source == MergeSource::Conflict) {
            piece.theirsText = m_theirs.text(piece.theirs);
            piece.baseText = m_base.text(piece.base);
            if (piece.oursText == piece.theirsText) {
                piece.source = MergeSource::Both;
                piece.theirsText.clear();
                piece.baseText.clear();
            }
        }
        m_pieces.append(piece);
        m_done = baseEnd;
        m_oursDone = oursEnd;
        m_theirsDone = theirsEnd;
    }

    const Side &m_base;
    const Side &m_ours;
    const Side &m_theirs;
    Changes m_oursChanges;
    Changes m_theirsChanges;
    qsizetype m_done = 0; ///< lines of the base that stand in pieces
    qsizetype m_oursDone = 0;
    qsizetype m_theirsDone = 0;
    QList<MergePiece> m_pieces;
};

/// Ours and then theirs; what comes behind a line without an end begins a new one.
QByteArray bothTexts(const QByteArray &ours, const QByteArray &theirs)
{
    if (ours.isEmpty() || theirs.isEmpty() || !endOf(ours).isEmpty())
        return ours + theirs;
    const QByteArrayView end = endOf(splitLines(theirs).first());
    return ours + (end.isEmpty() ? QByteArray("\n") : end.toByteArray()) + theirs;
}

QByteArray conflictText(const MergePiece &piece, MergeSide side)
{
    switch (side) {
    case MergeSide::Base: return piece.baseText;
    case MergeSide::Ours: return piece.oursText;
    case MergeSide::Theirs: return piece.theirsText;
    case MergeSide::Both: return bothTexts(piece.oursText, piece.theirsText);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

bool Merge::isClean() const
{
    return !std::ranges::contains(pieces, MergeSource::Conflict, &MergePiece::source);
}

QByteArray Merge::text(MergeSide ofConflicts) const
{
    QByteArray result;
    if (byteOrderMark)
        result += "\xEF\xBB\xBF";
    for (const MergePiece &piece : pieces) {
        if (piece.source == MergeSource::Conflict)
            result += conflictText(piece, ofConflicts);
        else
            result += piece.oursText;
    }
    return result;
}

Merge merge(const QByteArray &base, const QByteArray &ours, const QByteArray &theirs)
{
    Side baseSide(base);
    Side oursSide(ours);
    Side theirsSide(theirs);
    alignEnds(baseSide, oursSide, theirsSide);
    Merge result;
    // Of two values, two sides that changed it cannot differ.
    result.byteOrderMark = mergedValue(baseSide.byteOrderMark, oursSide.byteOrderMark, theirsSide.byteOrderMark).value_or(false);
    result.pieces = Merging(baseSide, oursSide, theirsSide).run();
    return result;
}

Merge unite(const QByteArray &ours, const QByteArray &theirs)
{
    Side oursSide(ours);
    const Side theirsSide(theirs);
    const auto oursEnd = onlyEnd(oursSide.lines);
    const auto theirsEnd = onlyEnd(theirsSide.lines);
    if (oursEnd && theirsEnd && oursEnd != theirsEnd)
        oursSide.endLinesWith(*theirsEnd);

    Merge result;
    result.byteOrderMark = theirsSide.byteOrderMark;
    qsizetype oursDone = 0;
    qsizetype theirsDone = 0;
    qsizetype baseDone = 0;
    const auto addUnchanged = [&](qsizetype count) {
        if (count == 0)
            return;
        const Range place { oursDone, count };
        result.pieces.append({ MergeSource::Unchanged, { baseDone, count }, place, { theirsDone, count }, {}, oursSide.text(place), {} });
        oursDone += count;
        theirsDone += count;
        baseDone += count;
    };
    for (const Hunk &hunk : diffLines(oursSide.lines, theirsSide.lines)) {
        addUnchanged(hunk.before.begin - oursDone);
        const bool isOurs = hunk.after.count == 0;
        const bool isTheirs = hunk.before.count == 0;
        const MergeSource source = isOurs ? MergeSource::Ours : isTheirs ? MergeSource::Theirs : MergeSource::Conflict;
        const QByteArray left = isTheirs ? theirsSide.text(hunk.after) : oursSide.text(hunk.before);
        const QByteArray right = source == MergeSource::Conflict ? theirsSide.text(hunk.after) : QByteArray();
        result.pieces.append({ source, { baseDone, 0 }, hunk.before, hunk.after, {}, left, right });
        oursDone = hunk.before.end();
        theirsDone = hunk.after.end();
    }
    addUnchanged(oursSide.lines.size() - oursDone);
    return result;
}

} // namespace quillway::text

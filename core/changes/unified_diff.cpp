// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/unified_diff.h"

#include "core/text/diff.h"

#include <algorithm>
#include <span>

namespace quillway::changes {

using text::Hunk;

namespace {

constexpr qsizetype context = 3; // lines

QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty()) {
        const qsizetype feed = text.indexOf('\n');
        const qsizetype length = feed < 0 ? text.size() : feed + 1;
        lines.append(text.first(length));
        text = text.sliced(length);
    }
    return lines;
}

/// A line behind its mark; one without an end is said to be one.
QByteArray marked(char mark, QByteArrayView line)
{
    QByteArray text(1, mark);
    text += line;
    if (!line.endsWith('\n'))
        text += "\n\\ No newline at end of file\n";
    return text;
}

/// `7,2`; of no lines, the one before them.
QByteArray rangeOf(qsizetype begin, qsizetype count)
{
    const QByteArray first = QByteArray::number(count == 0 ? begin : begin + 1);
    return count == 1 ? first : first + ',' + QByteArray::number(count);
}

class HunkWriter
{
public:
    HunkWriter(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after)
        : m_before(before)
        , m_after(after)
    { }

    /// Hunks that stand so near each other that the lines around them meet.
    void write(std::span<const Hunk> hunks)
    {
        const qsizetype lead = std::min(context, hunks.front().before.begin);
        const qsizetype tail = std::min(context, m_before.size() - hunks.back().before.end());
        const qsizetype begin = hunks.front().before.begin - lead;
        const qsizetype beginAfter = hunks.front().after.begin - lead;
        text += "@@ -" + rangeOf(begin, hunks.back().before.end() + tail - begin) + " +"
            + rangeOf(beginAfter, hunks.back().after.end() + tail - beginAfter) + " @@\n";
        qsizetype line = begin;
        for (const Hunk &hunk : hunks) {
            same(line, hunk.before.begin);
            for (const QByteArrayView &gone : m_before.sliced(hunk.before.begin, hunk.before.count))
                text += marked('-', gone);
            for (const QByteArrayView &come : m_after.sliced(hunk.after.begin, hunk.after.count))
                text += marked('+', come);
            line = hunk.before.end();
        }
        same(line, line + tail);
    }

    QByteArray text;

private:
    void same(qsizetype from, qsizetype to)
    {
        for (const QByteArrayView &line : m_before.sliced(from, to - from))
            text += marked(' ', line);
    }

    const QList<QByteArrayView> &m_before;
    const QList<QByteArrayView> &m_after;
};

/// A name as git writes it: in quotation marks if something in it would be taken for something else.
QByteArray nameOf(const char *side, const SitePath &file)
{
    QByteArray name = side + file.toString().toUtf8();
    const auto isSpecial = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f; };
    if (std::ranges::none_of(name, isSpecial))
        return name;
    QByteArray quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (isSpecial(c) && c != '"' && c != '\\')
            quoted += '\\' + QByteArray::number(static_cast<unsigned char>(c), 8).rightJustified(3, '0');
        else
            quoted += c;
    }
    return quoted + '"';
}

QByteArray head(const SitePath &from, const SitePath &to)
{
    return "diff --git " + nameOf("a/", from) + ' ' + nameOf("b/", to) + '\n';
}

QByteArray renameLines(const SitePath &from, const SitePath &to)
{
    return "rename from " + nameOf("", from) + "\nrename to " + nameOf("", to) + '\n';
}

/// `--- a/x y` needs a tab behind a name with blanks, or it ends there.
QByteArray sideLine(const char *mark, const QByteArray &name)
{
    return mark + name + (name.contains(' ') ? "\t\n" : "\n");
}

QByteArray fileDiff(const TextEdit &edit, const SitePath &from)
{
    QByteArray text = head(from, edit.file);
    if (!edit.before)
        text += "new file mode 100644\n";
    else if (!edit.after)
        text += "deleted file mode 100644\n";
    else if (from != edit.file)
        text += renameLines(from, edit.file);
    const QByteArray hunks = unifiedHunks(edit.before.value_or(QByteArray()), edit.after.value_or(QByteArray()));
    if (hunks.isEmpty())
        return text;
    text += sideLine("--- ", edit.before ? nameOf("a/", from) : "/dev/null");
    text += sideLine("+++ ", edit.after ? nameOf("b/", edit.file) : "/dev/null");
    return text + hunks;
}

} // namespace

QByteArray unifiedHunks(QByteArrayView before, QByteArrayView after)
{
    const QList<QByteArrayView> oldLines = linesOf(before);
    const QList<QByteArrayView> newLines = linesOf(after);
    const QList<Hunk> hunks = text::diffLines(oldLines, newLines);
    HunkWriter writer(oldLines, newLines);
    for (qsizetype first = 0; first < hunks.size();) {
        qsizetype next = first + 1;
        while (next < hunks.size() && hunks[next].before.begin - hunks[next - 1].before.end() <= 2 * context)
            ++next;
        writer.write(std::span(hunks).subspan(size_t(first), size_t(next - first)));
        first = next;
    }
    return writer.text;
}

QByteArray unifiedDiff(const SiteChange &change)
{
    QByteArray text;
    for (const Move &move : change.moves) {
        const auto isEdited = [&](const TextEdit &edit) { return edit.file == move.to; };
        if (std::ranges::none_of(change.edits, isEdited))
            text += head(move.from, move.to) + renameLines(move.from, move.to);
    }
    for (const TextEdit &edit : change.edits)
        text += fileDiff(edit, placeBefore(edit.file, change));
    return text;
}

} // namespace quillway::changes

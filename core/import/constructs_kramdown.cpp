// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/code_ranges.h"
#include "core/import/constructs.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr qsizetype longestParagraph = 20'000; ///< characters

/// Where the last line begins that begins behind `from` and not behind `place`; -1 if none does.
qsizetype lastLineBegin(QStringView text, qsizetype from, qsizetype place)
{
    const qsizetype lineFeed = text.sliced(from, place - from).lastIndexOf(u'\n');
    return lineFeed < 0 ? -1 : from + lineFeed + 1;
}

/// The first line of the alert that the list's classes name; nothing if they name none.
std::optional<QString> alertSign(const QString &list)
{
    static const QRegularExpression className(u"\\.([A-Za-z][\\w-]*)"_s);
    std::optional<QString> sign;
    for (const QRegularExpressionMatch &match : className.globalMatch(list)) {
        auto block = alertBlock(match.captured(1), {}, u"x"_s);
        if (!block)
            block = alertBlock(alertKind(match.captured(1)), {}, u"x"_s);
        if (block && (!sign || sign->startsWith("> [!NOTE]"_L1)))
            sign = block->section(u'\n', 0, 0);
    }
    return sign;
}

/// A plain paragraph or a quote with the sign above it; nothing of another block.
std::optional<QString> boxed(const QString &paragraph, const QString &sign)
{
    static const QRegularExpression plain(u"\\A[^\\s#|`~<*+-]"_s);
    if (!plain.match(paragraph).hasMatch())
        return std::nullopt;
    QString lines = paragraph;
    if (!lines.startsWith(u'>'))
        lines = "> "_L1 + lines.replace(u'\n', "\n> "_L1);
    return sign + u'\n' + lines + u'\n';
}

/// Where the paragraph begins that ends with the text; -1 if none does, or a very long one.
qsizetype lastParagraph(QStringView text)
{
    qsizetype begin = text.size();
    while (begin > 0) {
        const qsizetype line = begin < 2 ? 0 : text.lastIndexOf(u'\n', begin - 2) + 1;
        if (text.sliced(line, begin - line).trimmed().isEmpty())
            break;
        if (text.size() - line > longestParagraph)
            return -1;
        begin = line;
    }
    return begin == text.size() ? -1 : begin;
}

/// A list below a paragraph that names a box makes it one. False if it names none, or if no such paragraph stands there.
bool boxLastParagraph(QString &text, const QString &list)
{
    const std::optional<QString> sign = alertSign(list);
    while (sign && (text.endsWith(u' ') || text.endsWith(u'\t')))
        text.chop(1);
    if (!sign || !text.endsWith(u'\n'))
        return false;
    const qsizetype begin = lastParagraph(text);
    const std::optional<QString> box = begin < 0 ? std::nullopt : boxed(text.sliced(begin).trimmed(), *sign);
    if (!box)
        return false;
    text.truncate(begin);
    text += *box;
    return true;
}

struct Box {
    QString text;
    qsizetype end; ///< of what it was made from
};

/// A list directly above a paragraph belongs to that one. Nothing if the paragraph has lists of its own, which would be lost.
std::optional<Box> boxOfNextParagraph(const QString &text, qsizetype behindList, const QString &list)
{
    static const QRegularExpression blankLine(u"\\r?\\n[ \\t]*(?:\\r?\\n|\\z)|\\r?\\n\\z"_s);
    const std::optional<QString> sign = alertSign(list);
    const qsizetype lineEnd = sign ? text.indexOf(u'\n', behindList) : -1;
    if (lineEnd < 0 || !QStringView(text).sliced(behindList, lineEnd - behindList).trimmed().isEmpty())
        return std::nullopt;
    const qsizetype begin = lineEnd + 1;
    const QStringView near = QStringView(text).sliced(begin).first(std::min(longestParagraph, text.size() - begin));
    const qsizetype nextList = near.indexOf("{:"_L1);
    const auto blank = blankLine.matchView(nextList < 0 ? near : near.first(nextList));
    if (!blank.hasMatch() && (nextList >= 0 || near.size() == longestParagraph))
        return std::nullopt;
    const qsizetype length = blank.hasMatch() ? blank.capturedStart() : near.size();
    const QString paragraph = near.first(length).toString();
    std::optional<QString> box = boxed(paragraph, *sign);
    if (!box)
        return std::nullopt;
    box->chop(1);
    return Box { *std::move(box), begin + length };
}

} // namespace

QString turnKramdown(const QString &body, BodyTurn &turn)
{
    if (!body.contains("{:"_L1))
        return body;
    static const QRegularExpression list(u"\\{:([^{}\\n]*+)\\}"_s);
    static const QRegularExpression id(u"#([A-Za-z][\\w-]*)"_s);
    static const QRegularExpression contents(u"^[ \\t]*(?:[-*+]|1\\.)[ \\t][^\\n]*\\n[ \\t]*\\{:\\s*toc[^}\\n]*\\}[ \\t]*\\r?\\n?"_s,
                                             QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QString text = body;
    if (const auto match = contents.match(text); match.hasMatch() && !CodeRanges(text).contains(match.capturedStart())) {
        turn.note(NoteKind::ConstructDropped, text, match.capturedStart(), match.captured().simplified());
        // As many lines as before, so that what is noted later has its line.
        text.replace(match.capturedStart(), match.capturedLength(), u"\n"_s.repeated(match.captured().count(u'\n')));
    }
    const CodeRanges code(text);
    QString result;
    qsizetype done = 0;
    qsizetype lineBegin = 0;
    qsizetype lookedAt = 0; // for line ends
    for (const QRegularExpressionMatch &match : list.globalMatch(text)) {
        const qsizetype begin = match.capturedStart();
        if (code.contains(begin))
            continue;
        result += QStringView(text).sliced(done, begin - done);
        done = match.capturedEnd();
        lineBegin = std::max(lineBegin, lastLineBegin(text, std::exchange(lookedAt, begin), begin));
        const qsizetype line = lineBegin;
        const bool alone = begin >= line && QStringView(text).sliced(line, begin - line).trimmed().isEmpty();
        const auto anchor = id.match(match.captured(1));
        // On a line of its own below a heading, or at its end.
        const qsizetype headingLine = alone && line > 1 ? text.lastIndexOf(u'\n', line - 2) + 1 : line;
        const bool ofHeading = anchor.hasMatch() && headingLine < text.size() && text[headingLine] == u'#';
        if (ofHeading) {
            while (result.endsWith(u'\n') || result.endsWith(u'\r') || result.endsWith(u' '))
                result.chop(1);
            result += " {#"_L1 + anchor.captured(1) + u'}';
            turn.note(NoteKind::ConstructTurned, text, begin, match.captured());
            continue;
        }
        if (alone && boxLastParagraph(result, match.captured(1))) {
            turn.note(NoteKind::ConstructTurned, text, begin, match.captured());
            continue;
        }
        if (const auto box = alone ? boxOfNextParagraph(text, done, match.captured(1)) : std::nullopt) {
            result += box->text;
            done = box->end;
            turn.note(NoteKind::ConstructTurned, text, begin, match.captured());
            continue;
        }
        turn.note(NoteKind::ConstructDropped, text, begin, match.captured());
    }
    return result + text.sliced(done);
}

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr qsizetype shownLine = 1000; ///< what a long line is broken into

struct TextLimits {
    Q_DECLARE_TR_FUNCTIONS(TextLimits)
};

/// Calls `take` with each line, without its end, until that gives false.
template<typename Take>
void forEachLine(QStringView text, Take take)
{
    for (qsizetype begin = 0; begin <= text.size();) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        if (!take(text.sliced(begin, end - begin)))
            return;
        begin = end + 1;
    }
}

} // namespace

std::optional<Error> tooLongToEdit(QStringView text)
{
    std::optional<Error> reason;
    int line = 0;
    forEachLine(text, [&](QStringView each) {
        ++line;
        if (each.size() > longestEditedLine)
            reason = Error { ErrorCode::TooDeep, {}, { line, 1 }, {} };
        return !reason;
    });
    if (!reason && text.size() > largestEditedText)
        reason = Error { ErrorCode::TooDeep, {}, {}, {} };
    return reason;
}

QString describeTooLong(const Error &reason)
{
    if (reason.position.isValid())
        return TextLimits::tr(
                   "Line %L1 is too long to be edited here. The text is shown with its long lines broken; the file stays as it is.")
            .arg(reason.position.line);
    return TextLimits::tr("This text is too long to be edited here. It is shown; the file stays as it is.");
}

std::optional<QString> whyNotInserted(QStringView text, qsizetype present)
{
    const auto reason = tooLongToEdit(text);
    if (reason && reason->position.isValid())
        return TextLimits::tr("A line of it is longer than can be edited here: nothing was pasted.");
    if (reason || text.size() + present > largestEditedText)
        return TextLimits::tr("This is more than can be edited here: nothing was pasted.");
    return std::nullopt;
}

QString inShortLines(QStringView text)
{
    QString result;
    result.reserve(text.size() + text.size() / shownLine + 1);
    bool isFirst = true;
    forEachLine(text, [&](QStringView line) {
        if (!std::exchange(isFirst, false))
            result += u'\n';
        if (line.size() <= longestEditedLine) {
            result += line;
            return true;
        }
        for (qsizetype at = 0; at < line.size();) {
            qsizetype end = std::min(at + shownLine, line.size());
            if (end < line.size() && line[end].isLowSurrogate())
                --end;
            if (at > 0)
                result += u'\n';
            result += line.sliced(at, end - at);
            at = end;
        }
        return true;
    });
    return result;
}

} // namespace quillway::ui

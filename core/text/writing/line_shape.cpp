// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/line_shape.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr int tabStop = 4;
constexpr int mostDigits = 9;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

int columnBehind(QChar c, int column)
{
    return c == u'\t' ? (column / tabStop + 1) * tabStop : column + 1;
}

/// The marks of quotes: up to three blanks and `>` each, with one blank behind it.
void readQuote(QStringView line, LineShape &shape)
{
    for (;;) {
        qsizetype at = shape.quoteEnd;
        while (at < line.size() && line.at(at) == u' ' && at - shape.quoteEnd < 3)
            ++at;
        if (at >= line.size() || line.at(at) != u'>')
            return;
        ++at;
        if (at < line.size() && line.at(at) == u' ')
            ++at;
        shape.quoteEnd = at;
        ++shape.quoteDepth;
    }
}

std::optional<ListMarker> readMarker(QStringView line, qsizetype &at)
{
    if (at < line.size() && (line.at(at) == u'-' || line.at(at) == u'*' || line.at(at) == u'+'))
        return ListMarker { line.at(at++), {} };
    qsizetype end = at;
    while (end < line.size() && line.at(end) >= u'0' && line.at(end) <= u'9')
        ++end;
    if (end == at || end - at > mostDigits || end >= line.size() || (line.at(end) != u'.' && line.at(end) != u')'))
        return {};
    const int number = line.sliced(at, end - at).toInt();
    at = end + 1;
    return ListMarker { line.at(end), number };
}

void readBox(QStringView line, LineShape &shape)
{
    const QStringView rest = line.sliced(shape.markerEnd);
    if (rest.size() < 3 || rest.at(0) != u'[' || rest.at(2) != u']' || (rest.size() > 3 && !isBlank(rest.at(3))))
        return;
    if (rest.at(1) != u' ' && rest.at(1) != u'x' && rest.at(1) != u'X')
        return;
    shape.box = shape.markerEnd;
    shape.content = shape.markerEnd + (rest.size() > 3 ? 4 : 3);
}

} // namespace

QString ListMarker::toString() const
{
    return number ? QString::number(*number) + sign : QString(sign);
}

LineShape shapeOf(QStringView line)
{
    LineShape shape;
    readQuote(line, shape);
    qsizetype at = shape.quoteEnd;
    int column = 0;
    while (at < line.size() && isBlank(line.at(at)))
        column = columnBehind(line.at(at++), column);
    shape.indent = column;
    shape.indentEnd = at;
    shape.contentColumn = column;
    shape.markerEnd = shape.content = at;
    if (isRule(line.sliced(at))) // `* * *` and `---` are no items
        return shape;
    qsizetype end = at;
    const auto marker = readMarker(line, end);
    if (!marker || (end < line.size() && !isBlank(line.at(end))))
        return shape;
    column += static_cast<int>(end - at);
    const int bare = column + 1; // where the content of an item begins that has none yet, or begins with indented code
    shape.marker = marker;
    qsizetype behind = end;
    while (behind < line.size() && isBlank(line.at(behind)))
        column = columnBehind(line.at(behind++), column);
    const bool isOwn = behind < line.size() && column - bare < tabStop;
    shape.contentColumn = isOwn ? column : bare;
    shape.markerEnd = isOwn ? behind : std::min(end + 1, line.size());
    shape.content = shape.markerEnd;
    readBox(line, shape);
    return shape;
}

bool isRule(QStringView text)
{
    int signs = 0;
    QChar sign;
    for (const QChar c : text) {
        if (isBlank(c))
            continue;
        if ((c != u'-' && c != u'*' && c != u'_') || (signs > 0 && c != sign))
            return false;
        sign = c;
        ++signs;
    }
    return signs >= 3;
}

QString blanks(int columns)
{
    return QString(std::max(0, columns), u' ');
}

bool isBlankLine(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return c == u' ' || c == u'\t' || c == u'\r'; });
}

} // namespace quillway::text

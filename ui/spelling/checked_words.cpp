// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/checked_words.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <iterator>

namespace quillway::ui {

namespace {

bool isBlank(QChar c)
{
    return c.isSpace();
}

/// `https://…`, `ann@example.org`, `core/text/x.cpp`, `--long-option`, `a.b`: what stands between two blanks and is no prose.
bool isName(QStringView run)
{
    if (run.startsWith(u'-') || run.contains(u"://") || run.contains(u'@') || run.contains(u'\\') || run.contains(u'_'))
        return true;
    for (qsizetype i = 1; i + 1 < run.size(); ++i) {
        if ((run[i] == u'.' || run[i] == u'/') && run[i - 1].isLetterOrNumber() && run[i + 1].isLetterOrNumber())
            return run[i] == u'.' || run.count(u'/') > 1;
    }
    return false;
}

bool partsRuns(QChar c)
{
    return isBlank(c) || c == u'[' || c == u']';
}

/// The run of anything but blanks and a link's brackets around `at`.
QStringView runAround(QStringView line, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && !partsRuns(line[begin - 1]))
        --begin;
    qsizetype end = at;
    while (end < line.size() && !partsRuns(line[end]))
        ++end;
    return line.sliced(begin, end - begin);
}

/// The end of a destination that begins at `at`: a blank, or the parenthesis that closes the one before it.
qsizetype destinationEnd(QStringView line, qsizetype at)
{
    if (at < line.size() && line[at] == u'<') {
        const qsizetype end = line.indexOf(u'>', at);
        return end < 0 ? line.size() : end + 1;
    }
    int depth = 0;
    for (; at < line.size() && !isBlank(line[at]); ++at) {
        if (line[at] == u'(')
            ++depth;
        else if (line[at] == u')' && --depth < 0)
            break;
    }
    return at;
}

/// Where links lead, which is no prose: behind `](`, and behind `[label]:` at the begin of the line.
QList<LinePart> destinationsIn(QStringView line)
{
    QList<LinePart> parts;
    const auto add = [&](qsizetype begin) {
        while (begin < line.size() && isBlank(line[begin]))
            ++begin;
        const qsizetype end = destinationEnd(line, begin);
        parts.append({ begin, end - begin });
        return end;
    };
    if (line.trimmed().startsWith(u'[')) {
        if (const qsizetype colon = line.indexOf(u"]:"); colon > 0 && colon < line.indexOf(u']') + 1)
            add(colon + 2);
    }
    for (qsizetype at = line.indexOf(u"]("); at >= 0; at = line.indexOf(u"](", add(at + 2))) { }
    return parts;
}

bool isChecked(QStringView word)
{
    if (word.size() < 2 || !word.front().isLetter())
        return false;
    if (std::ranges::any_of(word, [](QChar c) { return c.isDigit(); }))
        return false;
    return std::ranges::none_of(word.sliced(1), [](QChar c) { return c.isUpper(); });
}

} // namespace

QList<LinePart> checkedWords(QStringView line, const QList<LinePart> &prose)
{
    QList<LinePart> words;
    const QList<LinePart> destinations = destinationsIn(line);
    const auto leads = [&](qsizetype at) {
        const auto next = std::ranges::upper_bound(destinations, at, {}, &LinePart::begin);
        return next != destinations.begin() && at < std::prev(next)->begin + std::prev(next)->length;
    };
    for (const LinePart &part : prose) {
        if (part.begin < 0 || part.length <= 0 || part.begin + part.length > line.size())
            continue; // of the line as it was before
        const QStringView text = line.sliced(part.begin, part.length);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
        qsizetype begin = -1;
        for (qsizetype at = 0; at >= 0; at = finder.toNextBoundary()) {
            const auto reasons = finder.boundaryReasons();
            if (begin >= 0 && reasons.testFlag(QTextBoundaryFinder::EndOfItem)) {
                const QStringView word = text.sliced(begin, at - begin);
                if (isChecked(word) && !leads(part.begin + begin) && !isName(runAround(line, part.begin + begin)))
                    words.append({ part.begin + begin, at - begin });
                begin = -1;
            }
            if (reasons.testFlag(QTextBoundaryFinder::StartOfItem))
                begin = at;
        }
    }
    return words;
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/checked_words.h"

#include <QTextBoundaryFinder>

#include <algorithm>

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

/// The run of anything but blanks around `at`.
QStringView runAround(QStringView line, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && !isBlank(line[begin - 1]))
        --begin;
    qsizetype end = at;
    while (end < line.size() && !isBlank(line[end]))
        ++end;
    return line.sliced(begin, end - begin);
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
                if (isChecked(word) && !isName(runAround(line, part.begin + begin)))
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/source_place.h"

#include <QList>

#include <algorithm>

namespace quillway::ui {

namespace {

struct Word {
    qsizetype begin = 0;
    QStringView text;
};

/// Runs of letters, digits and marks.
QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    const auto isOfWord = [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype begin = at;
        while (at < text.size() && isOfWord(text[at]))
            ++at;
        if (at > begin)
            words.append({ begin, text.sliced(begin, at - begin) });
    }
    return words;
}

/// The next of `words` from `from` on that is `wanted`; -1 if it is not among the next few hundred: a word that the source has not (a character reference, a
/// number that a list counts) must not lead far away.
qsizetype find(const QList<Word> &words, qsizetype from, QStringView wanted)
{
    constexpr qsizetype farthest = 300;
    const qsizetype end = std::min(words.size(), from + farthest);
    for (qsizetype i = from; i < end; ++i) {
        if (words.at(i).text == wanted)
            return i;
    }
    return -1;
}

} // namespace

std::optional<qsizetype> sourceOffset(QStringView source, const ShownText &shown)
{
    const QString text = shown.before + shown.rest;
    const QList<Word> written = wordsOf(source);
    qsizetype next = 0;
    std::optional<qsizetype> offset;
    for (const Word &word : wordsOf(text)) {
        if (word.begin > shown.before.size() || (word.begin == shown.before.size() && offset && shown.rest.isEmpty()))
            break;
        const qsizetype found = find(written, next, word.text);
        if (found < 0)
            continue;
        offset = written.at(found).begin + std::min(word.text.size(), shown.before.size() - word.begin);
        next = found + 1;
    }
    return offset;
}

std::optional<qsizetype> pictureOffset(QStringView source, int index)
{
    for (qsizetype at = 0; at < source.size(); ++at) {
        const QStringView here = source.sliced(at);
        if ((here.startsWith(u"![") || here.startsWith(u"<img", Qt::CaseInsensitive)) && index-- == 0)
            return at;
    }
    return std::nullopt;
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/word_counter.h"

#include "core/text/markdown/utf8_cursor.h"

#include <QChar>

#include <limits>

namespace quillway::text {

namespace {

bool isAsciiWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr char32_t curlyApostrophe = 0x2019;

} // namespace

void WordCounter::beginWord()
{
    if (!m_inWord && m_words < std::numeric_limits<int>::max())
        ++m_words;
    m_inWord = true;
}

void WordCounter::addCodePoint(char32_t c)
{
    if (QChar::script(c) == QChar::Script_Han) {
        m_inWord = false;
        beginWord();
        m_inWord = false;
    } else if (QChar::isLetterOrNumber(c)) {
        beginWord();
    } else if (c != curlyApostrophe && !QChar::isMark(c)) {
        m_inWord = false;
    }
}

void WordCounter::add(QByteArrayView text)
{
    const char *at = text.begin();
    const char *const end = text.end();
    while (at != end) {
        if (isAsciiWord(*at)) {
            beginWord();
            ++at;
        } else if (static_cast<unsigned char>(*at) < 0x80) {
            m_inWord = m_inWord && *at == '\'';
            ++at;
        } else {
            addCodePoint(nextCodePoint(at, end));
        }
    }
}

} // namespace quillway::text

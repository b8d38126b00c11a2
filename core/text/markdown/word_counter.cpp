// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/word_counter.h"

#include "core/text/markdown/utf8_cursor.h"

#include <QChar>

#include <array>
#include <limits>

namespace quillway::text {

namespace {

enum class ByteKind : unsigned char { Other, Word, Apostrophe, NotAscii };

constexpr std::array<ByteKind, 256> byteKinds = [] {
    std::array<ByteKind, 256> kinds {};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        const bool isWord = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        kinds[byte] = byte >= 0x80 ? ByteKind::NotAscii : isWord ? ByteKind::Word : byte == '\'' ? ByteKind::Apostrophe : ByteKind::Other;
    }
    return kinds;
}();

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
        switch (byteKinds[static_cast<unsigned char>(*at)]) {
        case ByteKind::Word:
            beginWord();
            ++at;
            while (at != end && byteKinds[static_cast<unsigned char>(*at)] == ByteKind::Word)
                ++at;
            break;
        case ByteKind::Other: m_inWord = false; [[fallthrough]];
        case ByteKind::Apostrophe: ++at; break;
        case ByteKind::NotAscii: addCodePoint(nextCodePoint(at, end));
        }
    }
}

} // namespace quillway::text

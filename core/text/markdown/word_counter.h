// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace quillway::text {

/// Counts words in text that comes in pieces: runs of letters or digits, marks and inner apostrophes not ending them; each ideograph is one.
class WordCounter
{
public:
    /// UTF-8; a word may go on from one piece to the next.
    void add(QByteArrayView text);
    void endWord() { m_inWord = false; }
    [[nodiscard]] int words() const { return m_words; }

private:
    void addCodePoint(char32_t c);
    void beginWord();

    int m_words = 0;
    bool m_inWord = false;
};

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringView>

#include <vector>

// The words by which readers find a post on the exported site. resources/theme/search.js cuts and folds what is typed by the same rules.
namespace quillway::publish {

/// That a word stands in a document, and how much it says about it: 0 … 7. A word of the text alone has 0, 1 or 2 by how often it comes for the text's length
/// (as BM25 has it), a tag 3, a heading 4 or 5, the title 6 or 7; the higher of two where it stands elsewhere, too.
struct Posting {
    quint32 document : 29;
    quint32 rank : 3;

    friend bool operator==(const Posting &, const Posting &) = default;
};

inline constexpr quint32 mostDocuments = 1U << 29;

/// A word as it is looked for: folded as search::fold() does, UTF-8. `postings` ascend by document.
struct CollectedWord {
    QByteArray word;
    std::vector<Posting> postings;
};

/// Collects the words of documents. A word is a run of letters and digits of at most 40 bytes; `C++`, `C#` and their like are one; scripts that put no blanks between
/// words (Han, kana, Thai, …) give each pair of neighbours. Markdown is read for its words alone, far below the cost of parsing it: of it are left out
/// comments, links' destinations and tags with attributes. Belongs to one thread.
class WordCollector
{
public:
    enum class Field : quint8 { Text = 0, Tag = 1, Heading = 2, Title = 4 };

    /// Ends the document before. Numbers ascend.
    void begin(quint32 document);
    void add(QStringView text, Field field) { addWords(text.toUtf8(), field, false); }
    void addMarkdown(QByteArrayView body) { addWords(body, Field::Text, true); }

    /// In no order.
    [[nodiscard]] std::vector<CollectedWord> take();

private:
    /// A word and what the document at hand says of it.
    struct Word {
        CollectedWord collected;
        quint32 count = 0;
        quint8 fields = 0; ///< of Field
    };
    /// A spelling that was met, and the word it is.
    struct Spelling {
        size_t hash = 0;
        qsizetype begin = 0; ///< in m_spellings
        qint32 size = -1; ///< bytes; -1: no spelling
        qint32 word = -1; ///< -1: none
    };

    void addWords(QByteArrayView text, Field field, bool isMarkdown);
    void addRun(QByteArrayView text, Field field, bool isDense);
    void addSpelling(QByteArrayView spelling, Field field);
    [[nodiscard]] qint32 wordOf(QByteArrayView spelling);
    [[nodiscard]] Spelling &slotOf(QByteArrayView spelling, size_t hash);
    void grow();
    void endDocument();

    std::vector<Word> m_words;
    QHash<QByteArray, qint32> m_byFolded;
    std::vector<Spelling> m_slots; ///< open addressing: most texts say the same few words again and again
    QByteArray m_spellings;
    size_t m_used = 0; ///< of m_slots
    std::vector<qint32> m_said; ///< words of the document at hand
    quint32 m_document = 0;
    quint32 m_length = 0; ///< words
};

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace quillway::search {

/// A part of a text to be marked: UTF-16 units.
struct Mark {
    qsizetype begin = 0;
    qsizetype length = 0;

    friend bool operator==(const Mark &, const Mark &) = default;
};

/// What kind of place a letter of a name stands at.
enum class Edge : quint8 {
    None, ///< within a word
    Camel, ///< a capital behind a small letter, a letter behind a digit or the other way round
    Word, ///< behind a blank or punctuation
    Start, ///< of the name; of a path, of its last part
};

/// A name made ready to be compared with many queries: folded, and the edges in it. Names are compared by their first 256 units.
struct FuzzyName {
    QString text; ///< folded
    std::vector<Edge> edges; ///< one for each unit of text
    quint64 letters = 0; ///< which letters occur: a quick no

    FuzzyName() = default;
    explicit FuzzyName(QStringView name);
};

/// What somebody types to find a name: pieces separated by blanks, each of which has to be found, in any order. A piece is found where its letters occur one
/// after the other, with gaps between runs. Case and accents do not count.
///
/// Each letter found is worth 8 and its place: 28 at the start of the name, 24 at the start of a word, 20 at a hump of camelCase; directly behind the letter
/// before it at least 22. A run that begins elsewhere costs 2 if it is the first, 10 within a word that was entered before it, else 12; a gap costs 3 and 1 for each
/// letter passed. A piece that is worth less than 7 a letter is not found: letters strewn over a name are chance.
class FuzzyQuery
{
public:
    explicit FuzzyQuery(QStringView typed);

    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }

    enum class DetailUse {
        Alone, ///< all pieces may be in the detail
        Beside, ///< one at least has to be in the name
    };
    /// How well the name fits, higher is better; nothing if it does not. With `detail`, pieces that are not in the name may be in there, worth half.
    [[nodiscard]] std::optional<int> score(const FuzzyName &name, const FuzzyName *detail = nullptr, DetailUse use = DetailUse::Alone) const;

    /// What to mark in `name` (as shown, not folded): ascending, apart from each other. Pieces that are not in it mark nothing.
    [[nodiscard]] QList<Mark> marks(QStringView name) const;

private:
    struct Piece {
        QString text; ///< folded, at most 64 units
        quint64 letters = 0;
    };
    std::vector<Piece> m_pieces;
};

} // namespace quillway::search

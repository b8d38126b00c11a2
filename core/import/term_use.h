// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace quillway::importing {

struct PlannedText;

/// What other tools sort texts by, beside tags.
enum class TermKind { Category, Section, Author, Series };

/// What becomes of such a term.
enum class TermUse {
    Nothing, ///< it stays in the front matter, and that is all
    Tag,
    TagAndTopic, ///< a tag, and a topic's page of the texts that have it
    Path, ///< a reading path through the texts that have it
};

/// What is chosen for single terms; the others have their kind's usual use: categories become tags, series reading paths.
class TermUses
{
public:
    void set(TermKind kind, const QString &name, TermUse use) { m_chosen.insert({ int(kind), name.toCaseFolded() }, use); }
    [[nodiscard]] TermUse use(TermKind kind, const QString &name) const;

private:
    QHash<std::pair<int, QString>, TermUse> m_chosen;
};

/// The use that a kind has if nothing is chosen, and those that it can have.
[[nodiscard]] TermUse usualUse(TermKind kind);
[[nodiscard]] QList<TermUse> possibleUses(TermKind kind);

/// A term of a source, with the published posts that have it.
struct Term {
    TermKind kind = TermKind::Category;
    QString name;
    int posts = 0;
    bool isBig = false; ///< a category that would make a topic: not few posts have it, and not nearly all

    friend bool operator==(const Term &, const Term &) = default;
};

/// The section of a post: the folder below posts/ that it goes into; empty if it stands there itself.
[[nodiscard]] QString sectionOf(const PlannedText &text);
/// Every term of the published posts, by kind, the ones that most posts have first.
[[nodiscard]] QList<Term> termsOf(const QList<PlannedText> &texts);
/// Gives a post the tags, and takes from it the tags and series, that the uses say.
void applyUses(PlannedText &text, const TermUses &uses);

} // namespace quillway::importing

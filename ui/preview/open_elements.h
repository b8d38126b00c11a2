// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace quillway::ui {

/// Watches HTML go by, part after part, and knows whether what was read so far stands by itself: whether a parser makes the same elements of it wherever in a
/// page's text it stands, and the same of what follows whether it is there or not. Every start tag then has its end tag in the right place, and
/// nothing in it is of the kind that reaches beyond itself (`<body>`, `<form>`, an unclosed comment).
///
/// Careful rather than exact: HTML that a parser would repair is entangled, though some of it would do.
/// After: HTML Living Standard, sections 13.2.5 (tokenization) and 13.2.6.4.7 ("in body").
class OpenElements
{
public:
    void read(QByteArrayView html);

    /// All that was read stands by itself.
    [[nodiscard]] bool isClosed() const { return !m_entangled && m_open.isEmpty(); }
    /// Nothing that could follow would close it.
    [[nodiscard]] bool isEntangled() const { return m_entangled; }
    /// How many elements stood in one another at most.
    [[nodiscard]] qsizetype deepest() const { return m_deepest; }

    /// The nodes at the top level of what was read since the last call, as a parser would most likely make them: names of elements in lower case, `#` for
    /// text, `!` for a comment, with blanks between.
    [[nodiscard]] QByteArray takeNodes();

private:
    [[nodiscard]] qsizetype readMarkup(QByteArrayView html, qsizetype at);
    [[nodiscard]] qsizetype readComment(QByteArrayView html, qsizetype at);
    [[nodiscard]] qsizetype readTag(QByteArrayView html, qsizetype at);
    void open(const QByteArray &name, bool selfClosing);
    void close(const QByteArray &name);
    [[nodiscard]] qsizetype skipRawText(QByteArrayView html, qsizetype at, const QByteArray &name);
    [[nodiscard]] bool isInForeignElement() const { return m_foreign > 0; }
    qsizetype entangle(QByteArrayView html);
    void noteNode(QByteArrayView name);

    QList<QByteArray> m_open; ///< names, lower case
    QByteArray m_nodes;
    qsizetype m_deepest = 0;
    qsizetype m_foreign = 0; ///< how many of them, counted from the innermost svg or math that is in no other
    bool m_entangled = false;
};

} // namespace quillway::ui

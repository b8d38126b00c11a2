// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/code/line_highlighter.h"

#include <QHash>

namespace quillway::text {

/// Colours blocks of one language, line by line. It remembers lines: equal text after an equal state is coloured equally, and most of what programs
/// consist of (`}`, `return nil`) has been seen before.
class LanguageHighlighter
{
public:
    explicit LanguageHighlighter(const KSyntaxHighlighting::Definition &definition);

    /// Begins a block, as if `lead` (one line, or nothing) stood before it.
    void startBlock(QByteArrayView lead = {});
    /// Appends the block's next line (UTF-8, valid, without its end).
    void append(QByteArray &html, QByteArrayView line);

private:
    static constexpr int noId = -1;

    /// A remembered line. Each has one slot it may stand in; the one that comes last stays.
    struct Slot {
        std::size_t hash = 0;
        int before = noId; ///< state
        int after = noId;
        qsizetype lineSize = 0;
        QByteArray lineAndHtml;
    };

    void forget();
    [[nodiscard]] int idOf(const KSyntaxHighlighting::State &state);
    void colour(QByteArray &html, QByteArrayView line);

    LineHighlighter m_highlighter;
    std::vector<KSyntaxHighlighting::State> m_states; ///< by id; 0 is a block's first
    QHash<KSyntaxHighlighting::State, int> m_ids;
    std::vector<Slot> m_slots;
    KSyntaxHighlighting::State m_state; ///< the block's, if it has no id
    int m_stateId = 0;
};

} // namespace quillway::text

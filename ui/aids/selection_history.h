// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <QList>
#include <QObject>
#include <QTextDocument>

#include <optional>

namespace quillway::ui {

/// What was selected before and after steps of a document's undo history, which itself keeps no more than a position. The document owns it.
class SelectionHistory : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static SelectionHistory &of(QTextDocument &document);

    /// A step was just made: the history had this many steps before.
    void add(int stepsBefore, const text::TextSelection &before, const text::TextSelection &after);

    /// What to select once the next undo or redo is done; nothing if that step was none of those added.
    [[nodiscard]] std::optional<text::TextSelection> beforeUndo() const;
    [[nodiscard]] std::optional<text::TextSelection> afterRedo() const;

private:
    explicit SelectionHistory(QTextDocument &document);

    struct Step {
        int stepsBefore = 0;
        int stepsAfter = 0;
        text::TextSelection before;
        text::TextSelection after;
    };

    QTextDocument &m_document;
    QList<Step> m_steps; ///< from the oldest
};

} // namespace quillway::ui

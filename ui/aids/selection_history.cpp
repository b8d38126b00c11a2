// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/selection_history.h"

#include <algorithm>

namespace quillway::ui {

SelectionHistory &SelectionHistory::of(QTextDocument &document)
{
    auto *history = document.findChild<SelectionHistory *>(Qt::FindDirectChildrenOnly);
    return history ? *history : *new SelectionHistory(document);
}

SelectionHistory::SelectionHistory(QTextDocument &document)
    : QObject(&document)
    , m_document(document)
{
    // A new command takes the place of those that could have been redone.
    connect(&document, &QTextDocument::undoCommandAdded, this, [this] {
        while (!m_steps.isEmpty() && m_steps.constLast().stepsAfter >= m_document.availableUndoSteps())
            m_steps.removeLast();
    });
}

void SelectionHistory::add(int stepsBefore, const text::TextSelection &before, const text::TextSelection &after)
{
    m_steps.append({ stepsBefore, m_document.availableUndoSteps(), before, after });
}

std::optional<text::TextSelection> SelectionHistory::beforeUndo() const
{
    const auto step = std::ranges::find(m_steps, m_document.availableUndoSteps(), &Step::stepsAfter);
    return step == m_steps.end() ? std::nullopt : std::optional(step->before);
}

std::optional<text::TextSelection> SelectionHistory::afterRedo() const
{
    const auto step = std::ranges::find(m_steps, m_document.availableUndoSteps(), &Step::stepsBefore);
    return step == m_steps.end() || !m_document.isRedoAvailable() ? std::nullopt : std::optional(step->after);
}

} // namespace quillway::ui

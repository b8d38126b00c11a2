// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/folds.h"

#include "ui/aids/document_lines.h"
#include "ui/editor/file_document.h"

#include <algorithm>
#include <utility>

namespace quillway::ui {

Folds &Folds::of(FileDocument &document)
{
    auto *folds = document.document()->findChild<Folds *>(Qt::FindDirectChildrenOnly);
    return folds ? *folds : *new Folds(document);
}

Folds::Folds(FileDocument &document)
    : QObject(document.document())
    , m_document(document)
    , m_text(*document.document())
{
    connect(&m_text, &QTextDocument::contentsChange, this, [this](int position, int removed, int added) {
        if (removed > 0 || added > 0)
            edited(position, added);
    });
    connect(&m_text, &QTextDocument::contentsChanged, this, &Folds::dropEdited);
    connect(&document, &FileDocument::headShownChanged, this, &Folds::forgetHead);
}

/// The fold of this head.
QList<Folds::Entry>::const_iterator Folds::find(const QTextBlock &head) const
{
    const auto place = std::ranges::lower_bound(m_folds, head.position(), {}, &Entry::begin);
    return place != m_folds.cend() && place->begin() == head.position() ? place : m_folds.cend();
}

void Folds::fold(const QList<text::Fold> &folds)
{
    int first = m_text.blockCount();
    int last = -1;
    QList<Entry> added;
    for (const text::Fold &fold : folds) {
        const QTextBlock head = m_text.findBlockByNumber(fold.head);
        const QTextBlock end = m_text.findBlockByNumber(fold.last);
        if (!head.isValid() || !end.isValid() || fold.last <= fold.head || find(head) != m_folds.cend())
            continue;
        Entry entry { QTextCursor(head), QTextCursor(end) };
        entry.last.movePosition(QTextCursor::EndOfBlock);
        added.append(entry);
        first = std::min(first, fold.head + 1);
        last = std::max(last, fold.last);
    }
    if (added.isEmpty())
        return;
    m_folds += added;
    std::ranges::sort(m_folds, {}, &Entry::begin);
    showOrHide(first, last);
}

void Folds::unfold(const QTextBlock &head)
{
    const auto place = find(head);
    if (place == m_folds.cend())
        return;
    const Entry entry = m_folds.takeAt(place - m_folds.cbegin());
    showOrHide(entry.firstHidden(), entry.lastHidden());
}

void Folds::unfoldAll()
{
    if (std::exchange(m_folds, {}).isEmpty())
        return;
    showOrHide(m_document.isHeadHidden() ? m_document.bodyBlock() : 0, m_text.blockCount() - 1);
}

void Folds::reveal(const QTextBlock &block)
{
    QList<Entry> hiding;
    const int number = block.blockNumber();
    m_folds.removeIf([&](const Entry &entry) {
        const bool hides = number >= entry.firstHidden() && number <= entry.lastHidden();
        if (hides)
            hiding.append(entry);
        return hides;
    });
    for (const Entry &entry : std::as_const(hiding))
        showOrHide(entry.firstHidden(), entry.lastHidden());
}

int Folds::hiddenLines(const QTextBlock &head) const
{
    const auto place = find(head);
    return place == m_folds.cend() ? 0 : place->lastHidden() - place->firstHidden() + 1;
}

bool Folds::isHidden(const QTextBlock &block) const
{
    return !block.isVisible() && block.blockNumber() >= (m_document.isHeadHidden() ? m_document.bodyBlock() : 0);
}

/// In the midst of a change: finds the folds that cannot stay.
void Folds::edited(int position, int added)
{
    m_folds.removeIf([&](const Entry &entry) {
        const bool isBefore = position < entry.begin() && position + added <= entry.begin();
        const bool isBehind = position > entry.last.position();
        if ((isBefore && entry.head.atBlockStart()) || isBehind || isStillHead(entry, position + added))
            return false;
        m_edited.append(entry);
        return true;
    });
}

/// After an edit that ended at `end`: it was in the head's line alone, which is one still, and what is below it is what was.
bool Folds::isStillHead(const Entry &entry, int end) const
{
    const QTextBlock head = entry.head.block();
    if (!entry.head.atBlockStart() || end >= head.position() + head.length() || !head.next().isValid() || head.next().isVisible())
        return false;
    const DocumentLines lines(m_text, m_document.bodyBlock(), 0);
    const QList<text::Fold> folds = text::foldsAround(lines, head.blockNumber(), m_document.bodyBlock());
    return std::ranges::any_of(folds, [&](const text::Fold &fold) { return fold.head == head.blockNumber(); });
}

void Folds::dropEdited()
{
    for (const Entry &entry : std::exchange(m_edited, {})) {
        // What an edit left hidden behind the last line it knows goes with it.
        QTextBlock last = m_text.findBlockByNumber(std::max(entry.head.blockNumber(), entry.lastHidden()));
        while (last.next().isValid() && !last.next().isVisible())
            last = last.next();
        showOrHide(entry.head.blockNumber(), last.blockNumber());
    }
}

/// The front matter was hidden or shown as a whole.
void Folds::forgetHead()
{
    m_folds.removeIf([&](const Entry &entry) { return entry.head.blockNumber() < m_document.bodyBlock(); });
    Q_EMIT changed();
}

/// Gives each of these lines the visibility that the folds there are now ask for.
void Folds::showOrHide(int first, int last)
{
    const int firstShown = m_document.isHeadHidden() ? m_document.bodyBlock() : 0;
    first = std::max(first, firstShown);
    int hiddenUpTo = -1;
    qsizetype next = 0;
    QTextBlock block = m_text.findBlockByNumber(first);
    const int from = block.previous().isValid() ? block.previous().position() : block.position();
    for (int number = first; block.isValid() && number <= last; block = block.next(), ++number) {
        for (; next < m_folds.size() && m_folds.at(next).firstHidden() <= number; ++next)
            hiddenUpTo = std::max(hiddenUpTo, m_folds.at(next).lastHidden());
        block.setVisible(number > hiddenUpTo);
    }
    const int to = block.isValid() ? block.position() : m_text.characterCount();
    // The layout counts the lines anew where visibility and count do not go together.
    m_text.markContentsDirty(from, to - from);
    Q_EMIT changed();
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/document_lines.h"

#include "core/text/writing/code_fence.h"
#include "core/text/writing/difference.h"

#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace quillway::ui {

namespace {

// A block's user state: bit 0: it is code; bit 1: a fence is open at its end; bit 2: of `~`; then eight bits of its length and the quote's depth.
constexpr int lengthShift = 3;
constexpr int depthShift = 11;
constexpr int mostDepth = 0xffff;

int pack(const text::FencedLine &line)
{
    int state = line.isCode ? 1 : 0;
    if (line.open)
        state |= 2 | (line.open->sign == u'~' ? 4 : 0) | line.open->length << lengthShift
            | std::min(line.open->quoteDepth, mostDepth) << depthShift;
    return state;
}

std::optional<text::CodeFence> openFence(int state)
{
    if (state < 0 || !(state & 2))
        return {};
    return text::CodeFence { state & 4 ? u'~' : u'`', state >> lengthShift & 0xff, state >> depthShift };
}

int positionOf(const QTextDocument &document, const text::TextPlace &place)
{
    const QTextBlock block = document.findBlockByNumber(std::clamp(place.line, 0, document.blockCount() - 1));
    return block.position() + std::clamp(place.column, 0, block.length() - 1);
}

QString joinedLines(const QTextDocument &document, int first, int count)
{
    QStringList lines;
    QTextBlock block = document.findBlockByNumber(first);
    for (int i = 0; i < count && block.isValid(); ++i, block = block.next())
        lines.append(block.text());
    return lines.join(u'\n');
}

/// Replaces no more than differs.
void replaceLines(QTextCursor &cursor, const text::LineChange &change)
{
    const QTextDocument &document = *cursor.document();
    const QString before = joinedLines(document, change.first, change.count);
    const QString after = change.lines.join(u'\n');
    const text::Difference difference = text::differenceOf(before, after);
    if (difference.isNone())
        return;
    const int start = document.findBlockByNumber(change.first).position();
    cursor.setPosition(start + static_cast<int>(difference.from));
    cursor.setPosition(start + static_cast<int>(difference.oldEnd), QTextCursor::KeepAnchor);
    cursor.insertText(after.sliced(difference.from, difference.newEnd - difference.from));
}

} // namespace

CodeLines &CodeLines::of(QTextDocument &document)
{
    auto *lines = document.findChild<CodeLines *>(Qt::FindDirectChildrenOnly);
    return lines ? *lines : *new CodeLines(document);
}

CodeLines::CodeLines(QTextDocument &document)
    : QObject(&document)
    , m_document(document)
{
    connect(&document, &QTextDocument::contentsChange, this, [this](int position, int /*removed*/, int /*added*/) {
        m_next = std::min(m_next, m_document.findBlock(position).blockNumber());
    });
}

bool CodeLines::isCode(int block, int firstBlock)
{
    if (firstBlock != m_first)
        m_next = 0;
    m_first = firstBlock;
    m_next = std::max(m_next, m_first);
    readUpTo(block);
    return m_document.findBlockByNumber(block).userState() & 1;
}

void CodeLines::readUpTo(int number)
{
    if (number < m_next)
        return;
    QTextBlock block = m_document.findBlockByNumber(m_next);
    std::optional<text::CodeFence> open;
    if (m_next > m_first)
        open = openFence(block.previous().userState());
    for (; block.isValid() && m_next <= number; block = block.next(), ++m_next) {
        const text::FencedLine line = text::readFence(open, block.text());
        block.setUserState(pack(line));
        open = line.open;
    }
}

DocumentLines::DocumentLines(QTextDocument &document, int firstBlock, int firstEditable)
    : m_document(document)
    , m_firstBlock(firstBlock)
    , m_firstEditable(firstEditable)
{ }

QString DocumentLines::line(int number) const
{
    return m_document.findBlockByNumber(number).text();
}

bool DocumentLines::isVerbatim(int number) const
{
    return number < m_firstBlock || CodeLines::of(m_document).isCode(number, m_firstBlock);
}

text::TextSelection selectionOf(const QTextCursor &cursor)
{
    const QTextBlock anchor = cursor.document()->findBlock(cursor.anchor());
    return { { anchor.blockNumber(), cursor.anchor() - anchor.position() }, { cursor.blockNumber(), cursor.positionInBlock() } };
}

void select(QTextCursor &cursor, const text::TextSelection &selection)
{
    cursor.setPosition(positionOf(*cursor.document(), selection.anchor));
    cursor.setPosition(positionOf(*cursor.document(), selection.caret), QTextCursor::KeepAnchor);
}

void apply(QTextCursor &cursor, const text::LineEdit &edit)
{
    cursor.beginEditBlock();
    for (qsizetype i = edit.below.size() - 1; i >= 0; --i)
        replaceLines(cursor, edit.below.at(i));
    replaceLines(cursor, { edit.first, edit.count, edit.lines });
    cursor.endEditBlock();
    select(cursor, edit.selection);
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <QObject>
#include <QTextDocument>

class QTextCursor;

namespace quillway::ui {

/// Which lines of a document are fenced code. Looks at each line once, when it is asked about one behind it, and again only from a changed line on; keeps
/// what it knows in the blocks' user states. The document owns it.
class CodeLines : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static CodeLines &of(QTextDocument &document);

    /// `firstBlock`: of the Markdown; what is before it is not looked at.
    [[nodiscard]] bool isCode(int block, int firstBlock);

private:
    explicit CodeLines(QTextDocument &document);
    void readUpTo(int block);

    QTextDocument &m_document;
    int m_first = 0;
    int m_next = 0; ///< the first block that is not known
};

/// A document's lines, for as long as it does not change.
class DocumentLines final : public text::TextLines
{
public:
    /// `firstBlock`: of the Markdown. `firstEditable`: the first one that may be changed.
    DocumentLines(QTextDocument &document, int firstBlock, int firstEditable);

    [[nodiscard]] int first() const override { return m_firstEditable; }
    [[nodiscard]] int count() const override { return m_document.blockCount(); }
    [[nodiscard]] QString line(int number) const override;
    [[nodiscard]] bool isVerbatim(int number) const override;

private:
    QTextDocument &m_document;
    int m_firstBlock;
    int m_firstEditable;
};

[[nodiscard]] text::TextSelection selectionOf(const QTextCursor &cursor);
/// Columns beyond a line's end are its end.
void select(QTextCursor &cursor, const text::TextSelection &selection);

/// Makes the edit as one step that can be undone, replacing no more than differs, and leaves the cursor with its selection.
void apply(QTextCursor &cursor, const text::LineEdit &edit);

} // namespace quillway::ui

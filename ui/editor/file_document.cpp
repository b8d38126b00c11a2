// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/file_document.h"

#include "core/text/front_matter.h"
#include "ui/editor/spaced_layout.h"
#include "ui/editor/text_limits.h"

#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// The document's text with `\n` between blocks. Not toPlainText(), which turns no-break spaces into blanks.
QString textOf(const QTextDocument &document)
{
    QString text = document.toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

/// False for text in which a document would change characters.
bool isHeld(const QString &text)
{
    // What QTextCursor::insertText() takes for the end of a block, or leaves out.
    const auto isOwn = [](QChar c) {
        return c == u'\r' || c == QChar::ParagraphSeparator || c.unicode() == 0xfdd0 || c.unicode() == 0xfdd1;
    };
    return std::ranges::none_of(text, isOwn);
}

} // namespace

FileDocument::FileDocument(const SitePath &file, const QByteArray &bytes, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_bodyStart(&m_document)
{
    m_document.setDocumentLayout(new SpacedLayout(&m_document));
    auto text = text::toEditorText(bytes);
    if (text) {
        m_original = *text;
        m_readOnlyReason = tooLongToEdit(m_original.text);
        m_document.setPlainText(m_readOnlyReason ? inShortLines(m_original.text) : m_original.text);
        if (m_readOnlyReason)
            m_readOnlyReason->file = file.toString();
        else if (textOf(m_document) != m_original.text)
            m_readOnlyReason = Error { ErrorCode::BadValue, file.toString(), {}, {} };
    } else {
        m_readOnlyReason = text.error();
        m_readOnlyReason->file = file.toString();
        m_document.setPlainText(QString::fromUtf8(bytes));
    }
    if (m_readOnlyReason)
        m_bytes = bytes;
    m_document.setModified(false);
    m_bodyStart = QTextCursor(&m_document);
    findBody();
    connect(&m_document, &QTextDocument::contentsChange, this, &FileDocument::contentsChanged);
}

FileDocument::~FileDocument()
{
    Q_EMIT closing();
}

QByteArray FileDocument::bytes() const
{
    return m_readOnlyReason ? m_bytes : text::fromEditorText(m_original, textOf(m_document));
}

bool FileDocument::replaceBytes(const QByteArray &bytes, Step step)
{
    const auto next = text::toEditorText(bytes);
    if (m_readOnlyReason || !next || !isHeld(next->text) || tooLongToEdit(next->text))
        return false;
    const QString before = textOf(m_document);
    const QList<text::TextChange> changes = text::changesBetween(before, next->text);
    if (!changes.isEmpty()) {
        Q_EMIT aboutToReplace();
        QTextCursor cursor(&m_document);
        step == Step::GoesOn ? cursor.joinPreviousEditBlock() : cursor.beginEditBlock();
        for (auto change = changes.crbegin(); change != changes.crend(); ++change) { // what comes before keeps its place
            cursor.setPosition(static_cast<int>(change->from));
            cursor.setPosition(static_cast<int>(change->oldEnd), QTextCursor::KeepAnchor);
            cursor.insertText(change->text.toString());
        }
        // QTextDocument (Qt 6.8) makes one step of two insertions side by side, even if the first belongs to a closed block: what is typed next is a step of its own.
        cursor.insertText(u" "_s);
        cursor.deletePreviousChar();
        cursor.endEditBlock();
    }
    m_original = *next;
    findBody();
    if (!changes.isEmpty())
        Q_EMIT replaced(changes, before);
    return true;
}

void FileDocument::setHeadHidden(bool hidden)
{
    m_headWanted = !hidden;
    findBody();
}

void FileDocument::contentsChanged(int position, int removed, int added)
{
    if (removed == 0 && added == 0)
        return;
    if (position <= bodyPosition() || (!hasHead() && mayHaveHead())) {
        // The document is in the midst of its change: what hangs on the head has to wait for its end.
        QMetaObject::invokeMethod(
            this,
            [this] {
                findBody();
                Q_EMIT headEdited();
            },
            Qt::QueuedConnection);
    }
    Q_EMIT edited();
}

/// True if the text begins as a head does: cheap, unlike looking for its end.
bool FileDocument::mayHaveHead() const
{
    const QString first = m_document.firstBlock().text();
    return first.startsWith(u"---") || first.startsWith(u"+++") || first.startsWith(u'{') || first.trimmed().isEmpty();
}

void FileDocument::findBody()
{
    int line = 0;
    if (!m_readOnlyReason) {
        const QByteArray file = bytes();
        const auto head = text::parseFrontMatter(file);
        if (head && head->dialect != text::Dialect::None)
            line = positionAt(file, head->bodyOffset).line - 1;
    }
    const QTextBlock block = m_document.findBlockByNumber(line);
    m_bodyStart.setPosition(line > 0 && block.isValid() ? block.position() : 0);
    m_bodyStart.setKeepPositionOnInsert(true);
    showOrHideHead();
}

void FileDocument::showOrHideHead()
{
    const int body = bodyBlock();
    m_headHidden = !m_headWanted && body > 0;
    bool changed = false;
    for (QTextBlock block = m_document.firstBlock(); block.isValid(); block = block.next()) {
        const bool visible = !m_headHidden || block.blockNumber() >= body;
        if (block.blockNumber() >= body && block.isVisible())
            break; // the body was never hidden further than it once began
        if (block.isVisible() == visible)
            continue;
        block.setVisible(visible);
        block.setLineCount(visible ? std::max(1, block.layout()->lineCount()) : 0);
        changed = true;
    }
    if (changed) {
        m_document.markContentsDirty(0, std::max(1, bodyPosition()));
        Q_EMIT headShownChanged();
    }
}

} // namespace quillway::ui

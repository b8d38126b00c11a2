// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/site_path.h"
#include "core/text/line_ends.h"
#include "core/text/text_changes.h"

#include <QObject>
#include <QTextCursor>
#include <QTextDocument>

namespace quillway::ui {

/// The text of one open file as widgets edit it, with its undo history. The document holds the whole file, so that its lines are the file's; the lines of the
/// front matter can be hidden while a form stands for them. Nothing of the file is lost on the way: what the document cannot hold makes it read-only.
class FileDocument : public QObject
{
    Q_OBJECT

public:
    FileDocument(const SitePath &file, const QByteArray &bytes, QObject *parent = nullptr);
    ~FileDocument() override;

    [[nodiscard]] const SitePath &file() const { return m_file; }
    void setFile(const SitePath &file) { m_file = file; }
    [[nodiscard]] QTextDocument *document() { return &m_document; }

    /// Why the file can only be looked at: bytes that are no UTF-8, or characters that a text widget would change (ErrorCode::BadValue), or
    /// more text than it can take (tooLongToEdit()).
    [[nodiscard]] const std::optional<Error> &readOnlyReason() const { return m_readOnlyReason; }

    /// The file as it stands now. Costs in proportion to its size.
    [[nodiscard]] QByteArray bytes() const;
    /// Makes the text that of `bytes` by replacing only what differs, as one step that can be undone. False if it cannot: the document is read-only, or
    /// `bytes` are nothing that it could hold and let be edited.
    enum class Step {
        Own,
        GoesOn, ///< a part of the step before it, which must have been the last one
    };
    bool replaceBytes(const QByteArray &bytes, Step step = Step::Own);

    /// The position in the document and the block at which the body begins; 0 if the head cannot be told from it.
    [[nodiscard]] int bodyPosition() const { return m_bodyStart.position(); }
    [[nodiscard]] int bodyBlock() const { return m_bodyStart.blockNumber(); }
    [[nodiscard]] bool hasHead() const { return bodyPosition() > 0; }

    /// Hides the head's lines or shows them. A head that is not there or cannot be read is always shown.
    void setHeadHidden(bool hidden);
    [[nodiscard]] bool isHeadHidden() const { return m_headHidden; }

Q_SIGNALS:
    void edited(); ///< the text is another one than before
    void headEdited(); ///< something before the body is, told once the change is done
    void headShownChanged(); ///< lines of the head were hidden or shown
    void aboutToReplace(); ///< by replaceBytes()
    void replaced(const QList<quillway::text::TextChange> &changes,
                  const QString &before); ///< whoever was at a place in `before` is to find it again
    void closing(); ///< it is about to be destroyed; whoever shows it must let go

private:
    void contentsChanged(int position, int removed, int added);
    [[nodiscard]] bool mayHaveHead() const;
    void findBody();
    void showOrHideHead();

    SitePath m_file;
    QTextDocument m_document;
    text::EditorText m_original;
    QByteArray m_bytes; ///< of a file that is no text
    std::optional<Error> m_readOnlyReason;
    QTextCursor m_bodyStart;
    bool m_headWanted = true; ///< false: to be hidden as soon as it can be told
    bool m_headHidden = false;
};

} // namespace quillway::ui

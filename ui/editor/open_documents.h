// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/editor/file_document.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <memory>

namespace quillway::ui {

class Syntax;

/// The documents of the files that were opened, so that each keeps its undo history while others are shown. What is typed into them goes on to the workspace a
/// moment after the last key: the sooner, the cheaper the text is to hand over.
class OpenDocuments : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    OpenDocuments(workspace::Workspace &workspace, Syntax &syntax, QObject *parent = nullptr);

    /// The file's document, made from the workspace's text when it is first asked for. Stays valid until closed() tells otherwise.
    FileDocument *document(const SitePath &file);
    [[nodiscard]] FileDocument *find(const SitePath &file) const;

    /// Hands over everything typed so far: before whatever looks at the workspace's texts.
    void flush();
    /// True if something was typed that the workspace does not know yet.
    [[nodiscard]] bool hasPending() const { return !m_pending.isEmpty(); }

    /// Forgets a document and its undo history; what was typed is handed over first.
    void close(const SitePath &file);
    void closeAll();

Q_SIGNALS:
    void handedOver(const quillway::SitePath &file); ///< the workspace has the newest text
    void closed(const quillway::SitePath &file);
    /// The file became something that its document could not hold: it has another document now, and the one before goes away.
    void startedAgain(const quillway::SitePath &file);

private:
    void edited(FileDocument *document);
    void takeChangesFromOutside();
    std::shared_ptr<FileDocument> make(const SitePath &file, const QByteArray &text);
    void startAgain(const SitePath &file, const QByteArray &text);
    void renamed(const SitePath &from, const SitePath &to);

    workspace::Workspace &m_workspace;
    Syntax &m_syntax;
    QHash<SitePath, std::shared_ptr<FileDocument>> m_documents;
    QHash<const FileDocument *, QByteArray> m_known; ///< the workspace's text as last given or taken
    QSet<FileDocument *> m_pending;
    QTimer m_pause; ///< since the last key
    QTimer m_longest; ///< since the first key that was not handed over
};

} // namespace quillway::ui

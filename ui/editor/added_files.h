// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/file_links.h"
#include "core/workspace/workspace.h"

#include <QObject>
#include <QPointer>
#include <QTextCursor>

class QMimeData;

namespace quillway::ui {

class AltHint;
class FileDocument;
class TextEditor;

/// Takes pictures and files that are pasted, dropped or chosen into the site, and writes what shows them or leads to them where the caret was: one step that can
/// be undone, the alternative text selected to be typed over. What fails is told and leaves the text alone.
class AddedFiles : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it; the editor gives it what is pasted and dropped.
    AddedFiles(workspace::Workspace &workspace, TextEditor &editor, QObject *parent = nullptr);

    [[nodiscard]] bool canTake(const QMimeData &data) const;
    /// False if it is nothing to keep beside the text, or the caret stands where no picture or link can (code, front matter).
    bool take(const QMimeData &data);
    /// Lets the user choose files.
    void choose();

Q_SIGNALS:
    void failed(const QString &text); ///< a sentence for the user
    void working(bool on); ///< files are being read and written

private:
    void add(const QList<workspace::ReadAsset> &assets);
    void insert(const QPointer<FileDocument> &document, const QTextCursor &place, const QList<Result<workspace::AddedAsset>> &added);
    [[nodiscard]] bool isProse() const;
    [[nodiscard]] QString nameForPicture() const;

    workspace::Workspace &m_workspace;
    TextEditor &m_editor;
    AltHint *m_hint;
    int m_running = 0;
};

} // namespace quillway::ui

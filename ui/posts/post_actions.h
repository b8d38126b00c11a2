// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/places/new_place.h"

#include <QObject>

#include <functional>

namespace quillway::ui {

class EditorPane;
class PostList;

/// What can be done to posts, topics and reading paths as files: a new one, into the trash. Asks in place, never with a dialog.
class PostActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    PostActions(workspace::Workspace &workspace, PostList &list, EditorPane &pane, QObject *parent = nullptr);

    void create();
    void createTopic();
    void createReadingPath();
    void makePlace(PlaceKind kind, const QString &title, const QStringList &tags = {}); ///< without asking
    void remove(); ///< the posts selected in the list if it has the focus, else the file that is open

Q_SIGNALS:
    void created(const quillway::SitePath &file);
    void placeCreated(const quillway::SitePath &file); ///< a topic or reading path

private:
    void createPlace(PlaceKind kind, const QString &question);
    [[nodiscard]] QList<SitePath> filesToRemove() const;

    workspace::Workspace &m_workspace;
    PostList &m_list;
    EditorPane &m_pane;
};

} // namespace quillway::ui

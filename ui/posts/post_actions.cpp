// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/posts/post_actions.h"

#include "ui/editor/editor_pane.h"
#include "ui/posts/inline_prompt.h"
#include "ui/posts/post_list.h"

#include <QListView>

namespace quillway::ui {

PostActions::PostActions(workspace::Workspace &workspace, PostList &list, EditorPane &pane, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_list(list)
    , m_pane(pane)
{ }

void PostActions::create()
{
    if (!m_workspace.site())
        return;
    m_list.prompt().ask(tr("Title of the new post"), {}, [this](const QString &title) {
        m_pane.flush();
        Q_EMIT created(m_workspace.createPost(title));
    });
}

void PostActions::createTopic()
{
    createPlace(PlaceKind::Topic, tr("Title of the new topic"));
}

void PostActions::createReadingPath()
{
    createPlace(PlaceKind::ReadingPath, tr("Title of the new reading path"));
}

void PostActions::createPlace(PlaceKind kind, const QString &question)
{
    if (!m_workspace.site())
        return;
    m_list.prompt().ask(question, {}, [this, kind](const QString &title) { makePlace(kind, title); });
}

void PostActions::makePlace(PlaceKind kind, const QString &title, const QStringList &tags)
{
    m_pane.flush();
    const NewPlace place = newPlace(kind, title, tags, [this](const SitePath &file) { return m_workspace.hasText(file); });
    m_workspace.setText(place.file, place.text);
    Q_EMIT placeCreated(place.file);
}

QList<SitePath> PostActions::filesToRemove() const
{
    if (m_list.view().hasFocus())
        return m_list.selectedFiles();
    const auto file = m_pane.file();
    return file ? QList { *file } : QList<SitePath>();
}

void PostActions::remove()
{
    m_pane.flush();
    for (const SitePath &file : filesToRemove())
        m_workspace.remove(file);
}

} // namespace quillway::ui

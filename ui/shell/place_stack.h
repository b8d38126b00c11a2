// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "ui/shell/place_history.h"

#include <QStackedWidget>

namespace quillway::ui {

class EditorPane;
class PathPage;
class PlacePage;
class TagsPage;
class TopicPage;

/// What stands in the middle of the window: the editor, or the workspace of the topic or reading path that is open in it. The editor has the file either way, so that undo, saving,
/// tabs and the page beside it are the same for both; its raw view is the text.
class PlaceStack : public QStackedWidget
{
    Q_OBJECT

public:
    /// Becomes the parent of `pane`.
    explicit PlaceStack(EditorPane &pane, QWidget *parent = nullptr);

    void setSite(const model::SitePtr &site);
    [[nodiscard]] Face face() const;
    /// The field where writing begins.
    void focusContent();

    [[nodiscard]] TopicPage &topic() { return *m_topic; }
    [[nodiscard]] PathPage &path() { return *m_path; }
    [[nodiscard]] TagsPage &tags() { return *m_tags; }
    [[nodiscard]] bool showsTags() const;
    [[nodiscard]] static const SitePath &tagsFile(); ///< tags.toml, for which the tags' workspace stands

    /// A topic, a reading path, or tags.toml.
    [[nodiscard]] static bool hasWorkspace(const SitePath &file);

Q_SIGNALS:
    void faceChanged();
    void fileWanted(const quillway::SitePath &file);

private:
    void follow();
    [[nodiscard]] QList<PlacePage *> pages() const;
    [[nodiscard]] PlacePage *pageFor(const SitePath &file) const;

    EditorPane &m_pane;
    TopicPage *m_topic;
    PathPage *m_path;
    TagsPage *m_tags;
};

} // namespace quillway::ui

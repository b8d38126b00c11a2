// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "ui/shell/place_history.h"

#include <QStackedWidget>

#include <memory>

namespace quillway::ui {

class EditorPane;
class PathPage;
class PlacePage;
class PublishPage;
class SharedKnowledge;
class TagsPage;
class TopicPage;

/// What stands in the middle of the window: the editor, or the workspace of the topic or reading path that is open in it. The editor has the file either way, so that undo, saving,
/// tabs and the page beside it are the same for both; its raw view is the text. A workspace is made when it is first wanted: most starts of the program want none.
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

    // Each is made by the first call.
    [[nodiscard]] TopicPage &topic();
    [[nodiscard]] PathPage &path();
    [[nodiscard]] TagsPage &tags();
    [[nodiscard]] PublishPage &publishing();
    [[nodiscard]] bool showsTags() const;
    [[nodiscard]] bool showsPageless() const; ///< a workspace of what has no page on the site: tags, publishing
    /// While quillway.toml is open, the workspace of publishing stands in its text's place; until another file is opened.
    void setShowsPublishing(bool shows);
    [[nodiscard]] static const SitePath &settingsFile(); ///< quillway.toml
    [[nodiscard]] static const SitePath &tagsFile(); ///< tags.toml, for which the tags' workspace stands

    /// A topic, a reading path, or tags.toml.
    [[nodiscard]] static bool hasWorkspace(const SitePath &file);

Q_SIGNALS:
    void faceChanged();
    void fileWanted(const quillway::SitePath &file);
    void tagsMade(quillway::ui::TagsPage &tags); ///< its first call
    void publishMade(quillway::ui::PublishPage &publishing); ///< likewise

private:
    void add(PlacePage &page);
    void follow();
    [[nodiscard]] QList<PlacePage *> pages() const; ///< those that are made
    [[nodiscard]] PlacePage *pageFor(const SitePath &file);

    EditorPane &m_pane;
    std::shared_ptr<SharedKnowledge> m_knowledge; ///< of the pages that need it
    model::SitePtr m_site;
    TopicPage *m_topic = nullptr;
    PathPage *m_path = nullptr;
    TagsPage *m_tags = nullptr;
    PublishPage *m_publishing = nullptr;
    bool m_showsPublishing = false;
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_stack.h"

#include "ui/editor/editor_pane.h"
#include "ui/editor/file_document.h"
#include "ui/editor/text_editor.h"
#include "ui/paths/path_page.h"
#include "ui/publishing/publish_page.h"
#include "ui/tags/tags_page.h"
#include "ui/topics/topic_page.h"

using namespace Qt::StringLiterals;

namespace quillway::ui {

PlaceStack::PlaceStack(EditorPane &pane, QWidget *parent)
    : QStackedWidget(parent)
    , m_pane(pane)
    , m_knowledge(std::make_shared<SharedKnowledge>())
{
    addWidget(&pane);
    connect(&pane, &EditorPane::fileChanged, this, &PlaceStack::follow);
    connect(&pane, &EditorPane::rawChanged, this, [this] {
        const bool hadFocus = isAncestorOf(focusWidget());
        const Face before = face();
        follow();
        if (hadFocus && face() != before)
            focusContent();
    });
}

void PlaceStack::add(PlacePage &page)
{
    addWidget(&page);
    page.setSite(m_site);
    connect(&page, &PlacePage::textWanted, this, [this, &page] {
        if (&page == m_publishing)
            setShowsPublishing(false);
        else
            m_pane.setRaw(true);
        focusContent();
    });
    connect(&page, &PlacePage::headLost, this, &PlaceStack::follow, Qt::QueuedConnection);
    connect(&page, &PlacePage::fileWanted, this, &PlaceStack::fileWanted);
    connect(&m_pane, &EditorPane::flushing, &page, &PlacePage::flush);
}

TopicPage &PlaceStack::topic()
{
    if (!m_topic) {
        m_topic = new TopicPage(m_knowledge);
        add(*m_topic);
    }
    return *m_topic;
}

PathPage &PlaceStack::path()
{
    if (!m_path) {
        m_path = new PathPage(m_knowledge);
        add(*m_path);
    }
    return *m_path;
}

TagsPage &PlaceStack::tags()
{
    if (!m_tags) {
        m_tags = new TagsPage;
        add(*m_tags);
        Q_EMIT tagsMade(*m_tags);
    }
    return *m_tags;
}

PublishPage &PlaceStack::publishing()
{
    if (!m_publishing) {
        m_publishing = new PublishPage;
        add(*m_publishing);
        Q_EMIT publishMade(*m_publishing);
    }
    return *m_publishing;
}

void PlaceStack::setShowsPublishing(bool shows)
{
    m_showsPublishing = shows;
    follow();
}

bool PlaceStack::hasWorkspace(const SitePath &file)
{
    const QString folder = file.topFolder();
    return file == tagsFile() || ((folder == u"topics" || folder == u"paths") && file.toString().contains(u'/'));
}

const SitePath &PlaceStack::tagsFile()
{
    static const SitePath file = SitePath::literal(u"tags.toml"_s);
    return file;
}

const SitePath &PlaceStack::settingsFile()
{
    static const SitePath file = SitePath::literal(u"quillway.toml"_s);
    return file;
}

bool PlaceStack::showsTags() const
{
    return m_tags && currentWidget() == m_tags;
}

bool PlaceStack::showsPageless() const
{
    return showsTags() || (m_publishing && currentWidget() == m_publishing);
}

QList<PlacePage *> PlaceStack::pages() const
{
    QList<PlacePage *> pages { m_topic, m_path, m_tags, m_publishing };
    pages.removeAll(nullptr);
    return pages;
}

PlacePage *PlaceStack::pageFor(const SitePath &file)
{
    if (file == settingsFile() && m_showsPublishing)
        return &publishing();
    if (!hasWorkspace(file))
        return nullptr;
    if (file == tagsFile())
        return &tags();
    return file.topFolder() == u"topics" ? static_cast<PlacePage *>(&topic()) : &path();
}

void PlaceStack::follow()
{
    const auto file = m_pane.file();
    m_showsPublishing = m_showsPublishing && file == settingsFile();
    PlacePage *page = file && !m_pane.isRaw() && PlacePage::canShow(*m_pane.document()) ? pageFor(*file) : nullptr;
    const Face before = face();
    for (PlacePage *other : pages()) {
        if (other != page)
            other->setDocument(nullptr);
    }
    if (page)
        page->setDocument(m_pane.document());
    setCurrentWidget(page ? static_cast<QWidget *>(page) : static_cast<QWidget *>(&m_pane));
    if (face() != before)
        Q_EMIT faceChanged();
}

void PlaceStack::setSite(const model::SitePtr &site)
{
    m_site = site;
    for (PlacePage *page : pages())
        page->setSite(site);
}

Face PlaceStack::face() const
{
    return currentWidget() == &m_pane ? Face::Text : Face::Workspace;
}

void PlaceStack::focusContent()
{
    if (auto *page = qobject_cast<PlacePage *>(currentWidget()))
        page->focusFirst();
    else
        m_pane.editor().setFocus();
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_stack.h"

#include "ui/editor/editor_pane.h"
#include "ui/editor/file_document.h"
#include "ui/editor/text_editor.h"
#include "ui/paths/path_page.h"
#include "ui/topics/topic_page.h"

using namespace Qt::StringLiterals;

namespace quillway::ui {

PlaceStack::PlaceStack(EditorPane &pane, QWidget *parent)
    : QStackedWidget(parent)
    , m_pane(pane)
    , m_topic(new TopicPage)
    , m_path(new PathPage)
{
    addWidget(&pane);
    for (PlacePage *page : { static_cast<PlacePage *>(m_topic), static_cast<PlacePage *>(m_path) }) {
        addWidget(page);
        connect(page, &PlacePage::textWanted, this, [this] {
            m_pane.setRaw(true);
            focusContent();
        });
        connect(page, &PlacePage::headLost, this, &PlaceStack::follow, Qt::QueuedConnection);
        connect(page, &PlacePage::fileWanted, this, &PlaceStack::fileWanted);
        connect(&pane, &EditorPane::flushing, page, &PlacePage::flush);
    }
    connect(&pane, &EditorPane::fileChanged, this, &PlaceStack::follow);
    connect(&pane, &EditorPane::rawChanged, this, [this] {
        const bool hadFocus = isAncestorOf(focusWidget());
        const Face before = face();
        follow();
        if (hadFocus && face() != before)
            focusContent();
    });
}

bool PlaceStack::hasWorkspace(const SitePath &file)
{
    const QString folder = file.topFolder();
    return (folder == u"topics" || folder == u"paths") && file.toString().contains(u'/');
}

PlacePage *PlaceStack::pageFor(const SitePath &file) const
{
    if (!hasWorkspace(file))
        return nullptr;
    return file.topFolder() == u"topics" ? static_cast<PlacePage *>(m_topic) : static_cast<PlacePage *>(m_path);
}

void PlaceStack::follow()
{
    const auto file = m_pane.file();
    PlacePage *page = file && !m_pane.isRaw() ? pageFor(*file) : nullptr;
    if (page && !PlacePage::canShow(*m_pane.document()))
        page = nullptr;
    const Face before = face();
    for (PlacePage *other : { static_cast<PlacePage *>(m_topic), static_cast<PlacePage *>(m_path) }) {
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
    m_topic->setSite(site);
    m_path->setSite(site);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tags_control.h"

#include "ui/changes/change_control.h"
#include "ui/editor/editor_pane.h"
#include "ui/library/library_model.h"
#include "ui/posts/post_actions.h"
#include "ui/posts/post_list.h"
#include "ui/shell/place_stack.h"
#include "ui/shell/site_view.h"
#include "ui/tags/tags_page.h"

#include <QListView>

#include <utility>

namespace quillway::ui {

namespace {

Result<ProposedChange> proposed(const Result<changes::TagChange> &tags)
{
    return tags.transform([](const changes::TagChange &made) { return ProposedChange { made.change, made.problems }; });
}

} // namespace

TagsControl::TagsControl(SiteView &view)
    : QObject(&view)
    , m_view(view)
{
    connect(&view.places(), &PlaceStack::tagsMade, this, &TagsControl::connectPage);
    connect(&view.pane(), &EditorPane::fileChanged, this, &TagsControl::makeRoom);
    connect(&view.places(), &PlaceStack::faceChanged, this, &TagsControl::makeRoom);
}

void TagsControl::connectPage(TagsPage &page)
{
    connect(&page, &TagsPage::postsOfTagWanted, this, [this](const QString &key) {
        m_view.showPostsOf({ .kind = LibraryEntry::Kind::Tag, .title = {}, .count = -1, .key = key, .file = {} });
        m_view.postList().show();
        m_view.postList().view().setFocus();
    });
    connect(&page, &TagsPage::wanted, this, [this](const TagRequest &request) {
        const auto workOut = [request](const model::Site &site, const model::Selection & /*all*/) {
            return proposed(changeOf(site, request));
        };
        m_view.changes().workOut(describe(request), workOut);
    });
    connect(&page, &TagsPage::topicWanted, this,
            [this](const QString &title, const QStringList &tags) { m_view.posts().makePlace(PlaceKind::Topic, title, tags); });
}

/// Tags have no page of their own: their picture stands where the preview is otherwise.
void TagsControl::makeRoom()
{
    if (m_view.isBare())
        return; // nothing is beside them
    if (m_view.places().showsTags() && !m_view.preview().isHidden()) {
        m_previewMadeRoom = true;
        m_view.preview().hide();
    } else if (!m_view.places().showsTags() && std::exchange(m_previewMadeRoom, false)) {
        m_view.preview().show();
    }
}

} // namespace quillway::ui

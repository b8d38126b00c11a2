// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tags_control.h"

#include "ui/changes/change_control.h"
#include "ui/library/library_model.h"
#include "ui/posts/post_actions.h"
#include "ui/posts/post_list.h"
#include "ui/shell/place_stack.h"
#include "ui/shell/site_view.h"
#include "ui/tags/tags_page.h"

#include <QListView>

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

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_control.h"

namespace quillway::ui {

Result<changes::TagChange> changeOf(const model::Site &site, const TagRequest &request)
{
    const QString tag = request.tags.value(0);
    switch (request.kind) {
    case TagRequest::Kind::Rename: return changes::renameTag(site, tag, request.name);
    case TagRequest::Kind::Merge: return changes::mergeTags(site, request.tags, request.name);
    case TagRequest::Kind::Remove: return changes::removeTag(site, tag);
    case TagRequest::Kind::Split: return changes::splitTag(site, tag, request.name, request.posts);
    case TagRequest::Kind::RemoveFrom: return changes::removeTagFrom(site, tag, request.posts);
    case TagRequest::Kind::Add: return changes::addTag(site, tag, request.posts);
    }
    return changes::TagChange();
}

void TagControl::make(const model::SitePtr &site, const TagRequest &request)
{
    m_job.run([site, request] { return changeOf(*site, request); },
              [this, title = describe(request)](const Result<changes::TagChange> &change) {
                  if (change)
                      Q_EMIT made(*change, title);
                  else
                      Q_EMIT failed(change.error());
              });
}

} // namespace quillway::ui

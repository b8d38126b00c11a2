// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_request.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(quillway::ui::TagRequest)
};

} // namespace

QString describe(const TagRequest &request)
{
    const QString tags = request.tags.join(Words::tr("”, “"));
    switch (request.kind) {
    case TagRequest::Kind::Rename: return Words::tr("Rename the tag “%1” to “%2”").arg(tags, request.name);
    case TagRequest::Kind::Merge: return Words::tr("Merge “%1” into “%2”").arg(tags, request.name);
    case TagRequest::Kind::Remove: return Words::tr("Remove the tag “%1” everywhere").arg(tags);
    case TagRequest::Kind::Split: return Words::tr("Split “%2” off “%1”").arg(tags, request.name);
    case TagRequest::Kind::RemoveFrom: return Words::tr("Remove the tag “%1” from posts").arg(tags);
    case TagRequest::Kind::Add: return Words::tr("Add the tag “%1” to posts").arg(tags);
    }
    return {};
}

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

} // namespace quillway::ui

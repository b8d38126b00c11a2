// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/tag_changes.h"
#include "ui/places/newest_job.h"
#include "ui/tags/tag_request.h"

#include <QObject>

namespace quillway::ui {

/// Makes a change over many files of what is wanted of tags, on a thread. What becomes of it is for others to say.
class TagControl : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void make(const model::SitePtr &site, const TagRequest &request);

Q_SIGNALS:
    void made(const quillway::changes::TagChange &change, const QString &title);
    void failed(const quillway::Error &error);

private:
    NewestJob m_job;
};

/// What the request does to the site. Any thread. Errors: those of changes/tag_changes.h.
[[nodiscard]] Result<changes::TagChange> changeOf(const model::Site &site, const TagRequest &request);

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/site_knowledge.h"

#include <QMutex>

namespace quillway::ui {

/// What is known of the newest snapshot that was asked for, made once for all workspaces, each from the one before. Any thread; a second one that asks meanwhile waits, so ask on workers.
class SharedKnowledge
{
public:
    /// Null if stopped.
    [[nodiscard]] analysis::SiteKnowledgePtr of(const model::SitePtr &site, const QDateTime &now, const std::stop_token &stop = {});

private:
    QMutex m_mutex;
    analysis::SiteKnowledgePtr m_newest;
};

using SharedKnowledgePtr = std::shared_ptr<SharedKnowledge>;

} // namespace quillway::ui

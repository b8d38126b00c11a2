// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/shared_knowledge.h"

#include <QMutexLocker>

namespace quillway::ui {

analysis::SiteKnowledgePtr SharedKnowledge::of(const model::SitePtr &site, const QDateTime &now, const std::stop_token &stop)
{
    const QMutexLocker lock(&m_mutex);
    if (m_newest && m_newest->site == site)
        return m_newest;
    const bool isSameSite = m_newest && m_newest->site->folder() == site->folder();
    if (auto made = analysis::knowledgeOf(site, { .buildDate = now }, isSameSite ? m_newest : nullptr, stop))
        m_newest = made;
    else
        return nullptr;
    return m_newest;
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/external_links.h"
#include "core/base/diagnostic.h"
#include "core/web/link_answers.h"

namespace quillway::web {

/// What the answers say of the links, at each place where one stands: Warning where nothing is there or nobody answers, Note where a page has moved for good or where a site does not
/// say. Links that were not asked about, and those that are well, give nothing. Any thread.
[[nodiscard]] Diagnostics externalProblems(const QList<analysis::ExternalLink> &links, const LinkAnswers &answers);

/// The addresses of the links that have no fresh answer, each once, in order.
[[nodiscard]] QList<QUrl> unanswered(const QList<analysis::ExternalLink> &links, const LinkAnswers &answers, const QDateTime &now);

} // namespace quillway::web

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/problem_list.h"
#include "core/text/markdown.h"

namespace quillway::analysis {

/// What is wrong with the headings of one body: levels that are skipped on the way down (a Note), ids (`{#id}`) that another heading has already. That equal texts get
/// numbered anchors is no fault. `bodyLine`: the file's line on which the body begins.
void checkOutline(const text::TextFacts &facts, QByteArrayView body, int bodyLine, const ProblemList::Text &text, ProblemList &problems);

} // namespace quillway::analysis

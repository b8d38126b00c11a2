// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"
#include "core/publish/renderer.h"

namespace quillway::publish {

/// The texts of site->topics()[topic]: its own, then those of the wording in force (a topic's own definition stands in place of the wording's). Facts
/// stay text whatever they contain. Left out: a text that comes out empty; one of the wording that is nothing without a fact the topic does not
/// have (`early` of three posts); all of the wording for a topic without posts.
[[nodiscard]] TopicTexts renderTopicTexts(const Publication::Private &shared, qsizetype topic, Renderer &renderer);

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/readers.h"
#include "core/model/site.h"
#include "core/publish/publication.h"
#include "core/publish/renderer.h"

namespace quillway::publish {

/// One top-level element of an article's body, with the lines of the file that it came from.
struct PreviewBlock {
    QByteArray html;
    int firstLine = 0; ///< 1-based, in the whole file
    int lastLine = 0;

    friend bool operator==(const PreviewBlock &, const PreviewBlock &) = default;
};

/// A post's or page's page as the export writes it, in the pieces that a live preview needs: while `shell` stays the same, only blocks changed.
struct PreviewPage {
    QByteArray html; ///< the whole page; the same bytes as the exported file
    QByteArray shell; ///< the page without its article's body
    QList<PreviewBlock> blocks; ///< concatenated: the article's body, the children of the one element of class `post-body`
    QString address; ///< the page's path, `/posts/x/`
};

/// Renders `post` (which may be newer than the site's own copy of it) as its page. `stop` gives nothing. Thread-safe with one renderer a thread.
[[nodiscard]] std::optional<Result<PreviewPage>> renderPreview(const Publication &publication, const model::PostWithBody &post,
                                                               Renderer &renderer, const std::stop_token &stop = {});

/// The page of the topic or reading path that `file` is in the publication's site, in one piece. NotFound if it is none.
[[nodiscard]] Result<PreviewPage> renderPlacePreview(const Publication &publication, const SitePath &file, Renderer &renderer);

} // namespace quillway::publish

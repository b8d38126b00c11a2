// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/rename_places.h"

#include "core/analysis/links.h"
#include "core/changes/heading_text.h"

namespace quillway::changes {

std::optional<NamedHeading> headingAt(const model::Site &site, const SitePath &file, int line)
{
    const model::PostPtr post = site.postByFile(file);
    if (!post)
        return std::nullopt;
    const QList<text::Heading> &outline = post->facts.outline;
    qsizetype at = outline.size() - 1;
    while (at >= 0 && post->bodyLine - 1 + outline.at(at).line > line)
        --at;
    if (at < 0)
        return std::nullopt;
    return NamedHeading { outline.at(at).anchor, headingText(post->body(), outline.at(at)) };
}

std::optional<SitePath> assetAt(const model::Site &site, const model::Selection &selection, const SitePath &file, int line, int column)
{
    const model::PostPtr post = site.postByFile(file);
    if (!post)
        return std::nullopt;
    const analysis::LinkIndex links(site, analysis::PublishedPosts(site, selection));
    const analysis::LinkOrigin origin = analysis::linkOrigin(*post, site.settings());
    std::optional<SitePath> found;
    for (const text::Reference &reference : post->facts.references) {
        if (post->bodyLine - 1 + reference.line != line || (found && reference.column > column))
            continue;
        if (const auto asset = links.resolve(reference.destination, origin).asset)
            found = asset;
    }
    return found;
}

} // namespace quillway::changes

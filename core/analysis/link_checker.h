// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/external_links.h"
#include "core/analysis/links.h"
#include "core/analysis/near_target.h"
#include "core/analysis/page_anchors.h"
#include "core/analysis/problem_list.h"

#include <QSet>

#include <utility>

namespace quillway::analysis {

/// Where the links and pictures of a site's texts lead, and how their headings stand. `site`, `published` and `links` must outlive it; `links` may be of an earlier
/// version of the site that differs in bodies only (model::differInBodiesOnly). Belongs to one thread at a time.
class LinkChecker
{
public:
    LinkChecker(const model::Site &site, const PublishedPosts &published, const LinkIndex &links);

    /// The problems of one post or page: of its text and of what its head links to.
    [[nodiscard]] Diagnostics checkPost(const model::Post &post);
    /// Those of topics, paths, settings and tags.
    [[nodiscard]] Diagnostics checkOthers();

    /// The links out of the site that were met since the last call, in order.
    [[nodiscard]] QList<OutwardLink> takeOutward() { return std::exchange(m_outward, {}); }

    /// The posts and pages whose anchors the last checkPost() or checkOthers() asked about: what is found depends on these texts, too.
    [[nodiscard]] const QSet<SitePath> &askedAnchors() const { return m_asked; }

private:
    /// A text with links in it.
    struct Text {
        ProblemList::Text place;
        LinkOrigin origin;
        const model::Post *post = nullptr; ///< whose page `#x` is on, null if not known
    };

    void checkCover(const model::Post &post, const Text &text);
    void checkTranslation(const model::Post &post, const Text &text);
    void checkTopic(const model::Topic &topic);
    void checkPath(const model::ReadingPath &path);
    void checkSettings();
    void checkTagTexts();
    template<typename Content>
    void checkBody(const Content &content, const Text &text);
    void checkTopicText(const model::TopicText &entry, const Text &text);
    template<typename Position>
    void checkInline(const QString &markdown, const Text &text, const Position &position);
    void checkReference(const text::Reference &reference, const Text &text, SourcePosition position);
    void checkAnchor(const text::Reference &reference, const LinkTarget &target, const Text &text, SourcePosition position);
    [[nodiscard]] ErrorCode codeOfUnpublished(const LinkTarget &target) const;

    const model::Site &m_site;
    const PublishedPosts &m_published;
    const LinkIndex &m_links;
    NearTarget m_near;
    PageAnchors m_anchors;
    QSet<SitePath> m_asked;
    ProblemList m_problems;
    QList<OutwardLink> m_outward;
};

} // namespace quillway::analysis

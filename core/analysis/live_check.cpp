// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/live_check.h"

#include "core/analysis/integrity.h"
#include "core/analysis/link_checker.h"

#include <algorithm>

namespace quillway::analysis {

using model::PostPtr;
using model::Site;

namespace {

bool haveSameHeadBytes(const model::Post &a, const model::Post &b)
{
    return a.bodyOffset == b.bodyOffset && QByteArrayView(a.source).first(a.bodyOffset) == QByteArrayView(b.source).first(b.bodyOffset);
}

template<typename Function>
void forEachPage(const Site &site, const Function &function)
{
    for (const auto *list : { &site.posts(), &site.pages() }) {
        for (const PostPtr &post : *list)
            function(post);
    }
}

} // namespace

Diagnostics LiveCheck::check(const model::SitePtr &site, const model::Selection &selection)
{
    m_lookedAt = 0;
    if (isOnlyText(*site, selection))
        checkChanged(*site);
    else
        checkAll(*site, selection);
    m_site = site;
    Diagnostics problems = site->diagnostics() + m_rest + m_others;
    for (const Checked &checked : std::as_const(m_posts))
        problems += checked.problems;
    sortByPlace(problems);
    return problems;
}

bool LiveCheck::isOnlyText(const Site &site, const model::Selection &selection) const
{
    if (!m_site || !model::differInBodiesOnly(*m_site, site) || selection.drafts != m_selection.drafts
        || selection.future != m_selection.future)
        return false;
    if (selection.buildDate < m_selection.buildDate || (m_nextDate.isValid() && selection.buildDate >= m_nextDate))
        return false;
    if (!std::ranges::equal(m_site->parts().assets, site.parts().assets, {}, &model::Asset::file, &model::Asset::file))
        return false;
    bool isOnly = true;
    forEachPage(site, [&](const PostPtr &post) {
        const auto known = m_posts.constFind(post->file);
        isOnly = isOnly && known != m_posts.cend() && (known->post == post || haveSameHeadBytes(*known->post, *post));
    });
    return isOnly;
}

void LiveCheck::checkAll(const Site &site, const model::Selection &selection)
{
    m_selection = selection;
    m_nextDate = {};
    m_published.emplace(site, selection);
    m_links.emplace(site, *m_published);
    m_rest = checkAddresses(site, *m_published, *m_links) + checkTopics(site, *m_published) + checkPaths(site, *m_published)
        + checkReach(site, *m_published);
    LinkChecker checker(site, *m_published, *m_links);
    m_posts.clear();
    forEachPage(site, [&](const PostPtr &post) {
        // Two files of one name there are not, so that each post is looked at once.
        Checked checked { .post = post, .problems = checker.checkPost(*post), .askedAnchors = {}, .outward = {} };
        checked.askedAnchors = checker.askedAnchors();
        checked.outward = checker.takeOutward();
        m_posts.insert(post->file, checked);
        if (post->date && post->date->at > selection.buildDate && (!m_nextDate.isValid() || post->date->at < m_nextDate))
            m_nextDate = post->date->at;
    });
    m_lookedAt = m_posts.size();
    m_others = checker.checkOthers();
    m_othersAsked = checker.askedAnchors();
    m_othersOutward = checker.takeOutward();
}

void LiveCheck::checkChanged(const Site &site)
{
    LinkChecker checker(site, *m_published, *m_links);
    QSet<SitePath> toCheck;
    QSet<SitePath> otherAnchors;
    forEachPage(site, [&](const PostPtr &post) {
        Checked &checked = m_posts[post->file];
        if (checked.post == post)
            return;
        toCheck.insert(post->file);
        if (!PageAnchors::areSame(*checked.post, *post))
            otherAnchors.insert(post->file);
        checked.post = post;
    });
    if (!otherAnchors.isEmpty()) {
        for (const Checked &checked : std::as_const(m_posts)) {
            if (checked.askedAnchors.intersects(otherAnchors))
                toCheck.insert(checked.post->file);
        }
    }
    for (const SitePath &file : std::as_const(toCheck)) {
        Checked &checked = m_posts[file];
        checked.problems = checker.checkPost(*checked.post);
        checked.askedAnchors = checker.askedAnchors();
        checked.outward = checker.takeOutward();
    }
    m_lookedAt = toCheck.size();
    if (m_othersAsked.intersects(otherAnchors)) {
        m_others = checker.checkOthers();
        m_othersAsked = checker.askedAnchors();
        m_othersOutward = checker.takeOutward();
    }
}

QList<ExternalLink> LiveCheck::externalLinks() const
{
    QList<OutwardLink> links = m_othersOutward;
    for (const Checked &checked : m_posts)
        links += checked.outward;
    return analysis::externalLinks(links);
}

} // namespace quillway::analysis

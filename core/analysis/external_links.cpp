// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/external_links.h"

#include "core/analysis/link_checker.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::analysis {

std::optional<QUrl> webAddress(const QString &destination)
{
    const QString trimmed = destination.trimmed();
    QUrl url(trimmed.startsWith(u"//") ? "https:"_L1 + trimmed : trimmed, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return std::nullopt;
    url.setFragment({});
    url.setUserInfo({}); // nobody's password goes out for a check
    return url;
}

QList<ExternalLink> externalLinks(const model::Site &site, const model::Selection &selection)
{
    const PublishedPosts published(site, selection);
    const LinkIndex links(site, published);
    LinkChecker checker(site, published, links);
    for (const auto *list : { &site.posts(), &site.pages() }) {
        for (const model::PostPtr &post : *list)
            std::ignore = checker.checkPost(*post);
    }
    std::ignore = checker.checkOthers();
    return externalLinks(checker.takeOutward());
}

QList<ExternalLink> externalLinks(const QList<OutwardLink> &links)
{
    QList<ExternalLink> external;
    for (const OutwardLink &link : links) {
        if (const auto url = webAddress(link.destination))
            external.append({ *url, link.destination, link.file, link.position });
    }
    return external;
}

} // namespace quillway::analysis

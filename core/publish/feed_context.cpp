// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/feed_context.h"

#include "core/model/addresses.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

QVariantHash feedLinks(const Publication::Private &shared, const QString &list)
{
    const auto url = [&](model::Feed feed) { return model::urlPath(model::feedAddress(feed, list), shared.settings); };
    return { { u"atom"_s, url(model::Feed::Atom) }, { u"rss"_s, url(model::Feed::Rss) }, { u"json"_s, url(model::Feed::Json) } };
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"
#include "core/base/source_position.h"
#include "core/model/site.h"

#include <QUrl>

#include <optional>

namespace quillway::analysis {

/// A link or picture of the site's texts and settings that leads to another site.
struct ExternalLink {
    QUrl url; ///< http or https, without fragment: what can be asked for
    QString destination; ///< as the author wrote it
    SitePath file;
    SourcePosition position;
};

/// A destination that leads out of the site, as a check meets it: what it asks for is only worked out when somebody wants to know.
struct OutwardLink {
    QString destination; ///< as the author wrote it, of any scheme
    SitePath file;
    SourcePosition position;
};

/// Those of them that other sites can be asked for.
[[nodiscard]] QList<ExternalLink> externalLinks(const QList<OutwardLink> &links);

/// What a destination asks another site for; nothing for other schemes and for what is no address.
[[nodiscard]] std::optional<QUrl> webAddress(const QString &destination);

/// All of them, drafts' too, in the site's order; one address may stand in many places. Any thread.
[[nodiscard]] QList<ExternalLink> externalLinks(const model::Site &site, const model::Selection &selection);

} // namespace quillway::analysis

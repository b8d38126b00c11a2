// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/page_context.h"

#include <QByteArray>
#include <QJsonObject>

// Structured data for search engines (schema.org), as JSON-LD.
namespace quillway::publish {

[[nodiscard]] QJsonObject breadcrumbData(const Publication::Private &shared, const PageFacts &facts);
[[nodiscard]] QJsonObject postData(const Publication::Private &shared, const model::Post &post, const PageFacts &facts);
[[nodiscard]] QJsonObject websiteData(const Publication::Private &shared);

/// The objects as one document that can stand inside `<script>` whatever their texts say; empty if the site has no base_url, without which
/// nothing could be named.
[[nodiscard]] QByteArray jsonLd(const Publication::Private &shared, const QList<QJsonObject> &objects);

} // namespace quillway::publish

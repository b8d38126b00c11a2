// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/page_context.h"

#include <QByteArray>
#include <QJsonObject>

// Structured data for search engines (schema.org), as JSON-LD.
namespace quillway::publish {

[[nodiscard]] QJsonObject breadcrumbData(const Publication::Private &shared, const PageFacts &facts);
[[nodiscard]] QJsonObject postData(const Publication::Private &shared, const model::Post &post, const PageFacts &facts);
/// DefinedTerm of the set that the page of all topics is.
[[nodiscard]] QJsonObject definedTermData(const Publication::Private &shared, const PageFacts &facts);
/// ItemList of published posts in this order, which names no more than the first 50 of them. `address`: of the page that lists them.
[[nodiscard]] QJsonObject itemListData(const Publication::Private &shared, const QString &name, const QString &address,
                                       const QList<model::PostPtr> &posts);
[[nodiscard]] QJsonObject websiteData(const Publication::Private &shared);

/// The objects as one document that can stand inside `<script>` whatever their texts say; empty if the site has no base_url, without which
/// nothing could be named.
[[nodiscard]] QByteArray jsonLd(const Publication::Private &shared, const QList<QJsonObject> &objects);

} // namespace quillway::publish

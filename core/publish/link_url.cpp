// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/link_url.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr std::array actingSchemes { "javascript:"_L1, "vbscript:"_L1, "data:"_L1, "file:"_L1, "blob:"_L1, "view-source:"_L1 };

/// As a browser reads a scheme: control characters and blanks are nothing to it.
QString schemeOf(const QString &url)
{
    QString scheme = url.first(url.indexOf(u':') + 1).toLower();
    return scheme.removeIf([](QChar c) { return c.unicode() <= 0x20; });
}

} // namespace

QString linkUrl(const analysis::LinkTarget &target)
{
    return std::ranges::contains(actingSchemes, schemeOf(target.url)) ? QString() : target.url;
}

QString webUrl(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    return isWeb ? url.toString(QUrl::FullyEncoded) : QString();
}

} // namespace quillway::publish

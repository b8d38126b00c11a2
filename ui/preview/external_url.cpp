// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/external_url.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// Longer ones are cut or refused by what would open them.
constexpr qsizetype longestLink = 8192;

bool hasControlCharacter(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::optional<QUrl> webAddress(const QUrl &link)
{
    if (link.host().isEmpty() || !link.userInfo().isEmpty())
        return std::nullopt;
    return link;
}

/// A line break in a field other than the body would be a mail header of the link's own.
bool isHarmlessField(const QString &name, const QString &value)
{
    return name == "body"_L1 || ((name == "subject"_L1 || name == "cc"_L1) && !hasControlCharacter(value));
}

std::optional<QUrl> mailAddress(const QUrl &link)
{
    if (!link.host().isEmpty() || hasControlCharacter(link.path(QUrl::FullyDecoded)) || !link.path().contains(u'@'))
        return std::nullopt;
    QUrlQuery kept;
    const auto fields = QUrlQuery(link).queryItems(QUrl::PrettyDecoded);
    for (const auto &[name, value] : fields) {
        if (isHarmlessField(name.toLower(), QUrl::fromPercentEncoding(value.toUtf8())))
            kept.addQueryItem(name, value);
    }
    QUrl clean;
    clean.setScheme(u"mailto"_s);
    clean.setPath(link.path(QUrl::FullyEncoded), QUrl::TolerantMode);
    if (!kept.isEmpty())
        clean.setQuery(kept);
    return clean;
}

} // namespace

std::optional<QUrl> externalUrlFor(const QUrl &link)
{
    if (!link.isValid() || link.toEncoded().size() > longestLink)
        return std::nullopt;
    const QString scheme = link.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1)
        return webAddress(link);
    if (scheme == "mailto"_L1)
        return mailAddress(link);
    return std::nullopt;
}

} // namespace quillway::ui

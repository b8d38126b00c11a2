// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/publish_destination.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::model {

namespace {

using Kind = PublishDestination::Kind;

constexpr std::array kindNames { std::pair(Kind::Folder, "folder"_L1),
                                 std::pair(Kind::Archive, "archive"_L1),
                                 std::pair(Kind::Git, "git"_L1),
                                 std::pair(Kind::Rsync, "rsync"_L1),
                                 std::pair(Kind::Sftp, "sftp"_L1),
                                 std::pair(Kind::Netlify, "netlify"_L1),
                                 std::pair(Kind::Cloudflare, "cloudflare"_L1),
                                 std::pair(Kind::S3, "s3"_L1) };

bool hasForm(const QString &value, const QString &pattern)
{
    return QRegularExpression(u"\\A(?:"_s + pattern + u")\\z"_s).match(value).hasMatch();
}

bool isPlain(const QString &value)
{
    return !value.startsWith(u'-') && std::ranges::none_of(value, [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line;
    });
}

bool isWebAddress(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty() && url.userInfo().isEmpty();
}

/// As git-check-ref-format(1) has it, for the names that people give branches.
bool isBranch(const QString &value)
{
    return hasForm(value, u"[A-Za-z0-9_][A-Za-z0-9._/-]*"_s) && !value.contains(".."_L1) && !value.contains("//"_L1)
        && !value.contains("/."_L1) && !value.endsWith(u'/') && !value.endsWith(u'.') && !value.endsWith(".lock"_L1);
}

} // namespace

QString publishKindName(Kind kind)
{
    return std::ranges::find(kindNames, kind, [](const auto &entry) { return entry.first; })->second;
}

QList<Kind> publishKinds()
{
    QList<Kind> kinds;
    for (const auto &[kind, name] : kindNames)
        kinds.append(kind);
    return kinds;
}

QList<PublishKey> publishKeys(Kind kind)
{
    switch (kind) {
    case Kind::Folder:
    case Kind::Archive: return { { u"path"_s, true } };
    case Kind::Git: return { { u"remote"_s }, { u"branch"_s } };
    case Kind::Rsync:
    case Kind::Sftp: return { { u"host"_s, true }, { u"path"_s, true }, { u"user"_s }, { u"port"_s } };
    case Kind::Netlify: return { { u"site"_s, true } };
    case Kind::Cloudflare: return { { u"project"_s, true } };
    case Kind::S3: return { { u"bucket"_s, true }, { u"endpoint"_s } };
    }
    return {};
}

std::optional<QString> publishKeyFault(const QString &key, const QString &value)
{
    const auto unless = [](bool isGood, const QString &wanted) { return isGood ? std::nullopt : std::optional(wanted); };
    if (key == "base_url"_L1 || key == "endpoint"_L1)
        return unless(isWebAddress(value), u"a whole address, as https://blog.example/"_s);
    if (key == "host"_L1 || key == "user"_L1)
        return unless(hasForm(value, u"[A-Za-z0-9_][A-Za-z0-9._-]*"_s), key == "host"_L1 ? u"a host's name"_s : u"a user's name"_s);
    if (key == "port"_L1) {
        bool isNumber = false;
        return unless(value.toUShort(&isNumber) > 0 && isNumber, u"a number up to 65535"_s);
    }
    if (key == "branch"_L1)
        return unless(isBranch(value), u"the name of a branch"_s);
    if (key == "remote"_L1)
        return unless(isPlain(value) && !value.contains("::"_L1), u"an address that git pushes to"_s);
    if (key == "path"_L1)
        return unless(isPlain(value), u"a path"_s);
    return unless(hasForm(value, u"[A-Za-z0-9][A-Za-z0-9.-]*"_s), u"a name of letters, digits, dots and hyphens"_s);
}

} // namespace quillway::model

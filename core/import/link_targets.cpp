// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/link_targets.h"

#include "core/analysis/destination.h"
#include "core/base/site_path.h"
#include "core/import/tool_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

using analysis::Destination;

namespace {

/// One spelling for `/x`, `/x/`, `/x/index.html`, `/x.html`.
QString keyOf(const QString &address)
{
    QString key = normalAddress(QString::fromUtf8(QByteArray::fromPercentEncoding(address.toUtf8())));
    for (const QLatin1StringView ending : { "/index.html"_L1, "/index.htm"_L1, "/index.php"_L1, ".html"_L1, ".htm"_L1 }) {
        if (key.endsWith(ending, Qt::CaseInsensitive)) {
            key.chop(ending.size());
            break;
        }
    }
    while (key.endsWith(u'/'))
        key.chop(1);
    return key;
}

} // namespace

void LinkTargets::addOwnUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return;
    m_ownUrls.append(url);
    // Authors write both names of one server.
    QUrl other = url;
    other.setHost(url.host().startsWith("www."_L1) ? url.host().sliced(4) : "www."_L1 + url.host());
    m_ownUrls.append(other);
}

void LinkTargets::addFile(const QString &sourcePath, const QString &newFile)
{
    m_byFile.insert(sourcePath, { newFile, {} });
}

void LinkTargets::addAddress(const QString &oldAddress, const QString &newFile)
{
    const QString key = keyOf(oldAddress);
    if (m_byAddress.contains(key))
        return;
    m_byAddress.insert(key, { newFile, {} });
    if (const QString folded = key.toCaseFolded(); !m_byFoldedAddress.contains(folded))
        m_byFoldedAddress.insert(folded, { newFile, {} });
}

void LinkTargets::addOwnPage(const QString &oldAddress, const QString &newAddress)
{
    const QString key = keyOf(oldAddress);
    if (!m_byAddress.contains(key))
        m_byAddress.insert(key, { {}, newAddress });
}

const LinkTargets::Place *LinkTargets::findAddress(const QString &address) const
{
    const QString key = keyOf(address);
    if (const auto place = m_byAddress.constFind(key); place != m_byAddress.cend())
        return &*place;
    const auto folded = m_byFoldedAddress.constFind(key.toCaseFolded());
    return folded == m_byFoldedAddress.cend() ? nullptr : &*folded;
}

const LinkTargets::Place *LinkTargets::findFile(const QString &path) const
{
    const auto place = m_byFile.constFind(path);
    return place == m_byFile.cend() ? nullptr : &*place;
}

bool LinkTargets::isInternal(const QString &destination) const
{
    if (analysis::parseDestination(destination, {}).kind == Destination::Kind::Inside)
        return true;
    return std::ranges::any_of(
        m_ownUrls, [&](const QUrl &own) { return analysis::parseDestination(destination, own).kind == Destination::Kind::Inside; });
}

std::optional<QString> LinkTargets::newFileOf(const QString &sourcePath) const
{
    const Place *place = findFile(sourcePath);
    return place ? std::optional(place->file) : std::nullopt;
}

std::optional<NewTarget> LinkTargets::resolve(const QString &destination, const QString &sourcePath, const QString &oldAddress) const
{
    Destination parsed = analysis::parseDestination(destination, {});
    for (const QUrl &own : m_ownUrls) {
        if (parsed.kind != Destination::Kind::Elsewhere)
            break;
        parsed = analysis::parseDestination(destination, own);
    }
    if (parsed.kind != Destination::Kind::Inside)
        return std::nullopt;
    const Place *place = nullptr;
    if (parsed.path.startsWith(u'/')) {
        place = findAddress(parsed.path);
        // A blog below a folder of its server: `/blog/x` may be written with or without it.
        for (const QUrl &own : m_ownUrls) {
            const QString prefix = own.path().endsWith(u'/') ? own.path() : own.path() + u'/';
            if (!place && prefix.size() > 1 && parsed.path.startsWith(prefix))
                place = findAddress(parsed.path.sliced(prefix.size() - 1));
        }
        if (!place)
            place = findFile(parsed.path.sliced(1));
    } else {
        const QString folder = folderOf(sourcePath);
        const auto sibling = SitePath::parse(
            analysis::absolutePath(parsed.path, u'/' + folder + (folder.isEmpty() ? u""_s : u"/"_s)).sliced(1));
        place = sibling ? findFile(sibling->toString()) : nullptr;
        if (!place && !oldAddress.isEmpty())
            place = findAddress(analysis::absolutePath(parsed.path, oldAddress));
    }
    return place ? std::optional(NewTarget { place->file, place->address, parsed.tail }) : std::nullopt;
}

QString relativeDestination(const QString &fromFile, const QString &toFile)
{
    const QStringList from = folderOf(fromFile).split(u'/', Qt::SkipEmptyParts);
    const QStringList to = folderOf(toFile).split(u'/', Qt::SkipEmptyParts);
    qsizetype common = 0;
    while (common < from.size() && common < to.size() && from[common] == to[common])
        ++common;
    QString path = u"../"_s.repeated(from.size() - common);
    for (const QString &part : to.sliced(common))
        path += part + u'/';
    path += fileNameOf(toFile);
    // What would be read as the end of the path, or as something encoded.
    for (const auto &[sign, code] : { std::pair { "%"_L1, "%25"_L1 }, { "?"_L1, "%3F"_L1 }, { "#"_L1, "%23"_L1 } })
        path.replace(sign, code);
    return path;
}

} // namespace quillway::importing

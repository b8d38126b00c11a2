// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/add_asset.h"

#include "core/base/slug.h"
#include "core/model/content_name.h"
#include "core/store/content_kind.h"
#include "core/store/save_file.h"
#include "core/store/site_place.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

namespace {

constexpr int mostNames = 1'000; // tried before giving up

struct NameParts {
    QString stem;
    QString extension; ///< with its dot; `.tar.gz` is one
};

NameParts partsOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0)
        return { name, {} };
    qsizetype end = dot;
    if (name.first(dot).endsWith(u".tar", Qt::CaseInsensitive) && dot > 4)
        end = dot - 4;
    return { name.first(end), name.sliced(end).toLower() };
}

QString readableName(const QString &name)
{
    const NameParts parts = partsOf(name);
    QString extension;
    for (const QString &part : parts.extension.split(u'.', Qt::SkipEmptyParts)) {
        if (const QString safe = slugify(part); !safe.isEmpty())
            extension += u'.' + safe;
    }
    return slugOr(parts.stem, u"file") + extension;
}

SitePath numbered(const SitePath &file, int number)
{
    if (number == 1)
        return file;
    const NameParts parts = partsOf(file.fileName());
    const QString name = parts.stem + u'-' + QString::number(number) + parts.extension;
    return file.resolvedSibling(name).value_or(file);
}

} // namespace

SitePath placeForAsset(const SitePath &file, AssetKind kind, const QString &name)
{
    const QString readable = readableName(name);
    const QString topFolder = file.topFolder();
    if ((topFolder == u"posts" || topFolder == u"pages") && model::contentName(file).isBundle) {
        const auto beside = SitePath::parse(file.folder() + u'/' + readable);
        if (beside && store::contentKind(*beside) == store::ContentKind::Asset)
            return *beside;
    }
    return SitePath::literal((kind == AssetKind::Picture ? u"assets/images/"_s : u"assets/files/"_s) + readable);
}

Result<SitePath> addAsset(FileSystem &files, const QString &siteFolder, const SitePath &wanted, QByteArrayView bytes)
{
    if (auto made = store::makeFolderInSite(files, siteFolder, wanted.folder()); !made)
        return std::unexpected(made.error());
    for (int number = 1; number <= mostNames; ++number) {
        SitePath place = numbered(wanted, number);
        const QString path = siteFolder + u'/' + place.toString();
        if (const auto there = files.status(path); there && there->kind != FileKind::File)
            continue; // a folder or a link: neither is for us to write
        const auto saved = store::saveFile(files, path, bytes, { .expected = store::Expected::absent() });
        if (saved)
            return place;
        if (saved.error().code != ErrorCode::AlreadyExists)
            return std::unexpected(saved.error());
    }
    return std::unexpected(Error { ErrorCode::AlreadyExists, wanted.toString(), {}, {} });
}

std::optional<SitePath> existingAsset(const FileSystem &files, const QString &siteFolder, const SitePath &file, const QString &source)
{
    const auto site = files.linkTarget(siteFolder);
    const auto target = source.isEmpty() ? std::unexpected(Error()) : files.linkTarget(source);
    if (!site || !target || !target->startsWith(*site + u'/'))
        return {};
    const auto place = SitePath::parse(target->sliced(site->size() + 1));
    if (!place || store::contentKind(*place) != store::ContentKind::Asset)
        return {};
    const bool isInBundle = model::contentName(file).isBundle && place->toString().startsWith(file.folder() + u'/');
    return isInBundle || place->folder() == file.folder() || place->topFolder() == u"assets" ? place : std::nullopt;
}

} // namespace quillway::workspace

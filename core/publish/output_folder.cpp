// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/output_folder.h"

#include "core/base/path_parts.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

bool isContentFolder(const QString &name)
{
    static const QStringList names { u"posts"_s, u"pages"_s, u"topics"_s, u"paths"_s, u"assets"_s, u"theme"_s };
    return name.startsWith(u'.') || names.contains(name, Qt::CaseInsensitive);
}

/// Of the program's own folder, the part that is for exports.
constexpr QLatin1StringView privateOutputs = ".quillway/output"_L1;

std::optional<QString> objection(const QString &output, const QString &site)
{
    if (output == site)
        return u"the output folder is the site's own"_s;
    if (isBelow(site, output))
        return u"the output folder holds the site"_s;
    if (isBelow(output, site + u'/' + privateOutputs))
        return std::nullopt;
    if (isBelow(output, site) && isContentFolder(output.sliced(site.size() + 1).section(u'/', 0, 0)))
        return u"the output folder is one of the site's content"_s;
    return std::nullopt;
}

} // namespace

Result<QString> outputFolder(const FileSystem &files, const QString &siteFolder, const QString &wanted)
{
    QString output = QDir::cleanPath(wanted.isEmpty() ? siteFolder + "/public"_L1 : wanted);
    const auto refuse = [&](ErrorCode code, const QString &why) { return std::unexpected(Error { code, output, {}, why }); };
    if (!QDir::isAbsolutePath(output))
        return refuse(ErrorCode::BadUsage, u"the output folder is not an absolute path"_s);
    const QString site = QDir::cleanPath(siteFolder);
    const QString place = canonicalPath(files, output);
    // A link that came with somebody's site could lead to any folder of the user's.
    if (isBelow(output, site + u'/' + privateOutputs) && !isBelow(place, canonicalPath(files, site)))
        return refuse(ErrorCode::OutsideSite, {});
    if (const auto why = objection(place, canonicalPath(files, site)))
        return refuse(ErrorCode::BadUsage, *why);
    if (const Result<FileStatus> status = files.targetStatus(output); status && status->kind != FileKind::Folder)
        return refuse(ErrorCode::NotAFolder, {});
    return output;
}

QString privateOutput(const QString &siteFolder, const QString &name)
{
    return siteFolder + u'/' + privateOutputs + u'/' + name;
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outside_change.h"

#include "core/base/content_hash.h"
#include "core/base/utf8.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

std::unexpected<Error> failure(ErrorCode code, const SitePath &file, const QString &detail)
{
    return std::unexpected(Error { code, file.toString(), {}, detail });
}

/// Nothing at the path: of the file alone, or because all of the site is away?
std::unexpected<Error> absence(const FileSystem &files, const QString &siteFolder, const SitePath &file)
{
    const auto site = files.targetStatus(siteFolder);
    if (site && site->kind == FileKind::Folder)
        return failure(ErrorCode::NotFound, file, {});
    return failure(ErrorCode::NotReadable, file, u"the folder of the site is not there"_s);
}

bool isWithin(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

OutsideChange forText(const std::optional<QByteArray> &base, const std::optional<QByteArray> &ours, const QByteArray &theirs)
{
    if (base == theirs)
        return { .action = OutsideAction::Nothing };
    if (ours == theirs)
        return { .action = OutsideAction::AlreadySaved };
    if (!ours || ours == base)
        return { .action = OutsideAction::TakeOver, .text = theirs };
    text::Merge merge = base ? text::merge(*base, *ours, theirs) : text::unite(*ours, theirs);
    QByteArray merged = merge.text();
    const bool isText = !firstInvalidUtf8(theirs) && !firstInvalidUtf8(merged);
    if (base && isText && merge.isClean())
        return { .action = OutsideAction::Merged, .text = std::move(merged) };
    return { .action = OutsideAction::Conflict, .merge = std::move(merge) };
}

} // namespace

Result<QByteArray> readForChange(const FileSystem &files, const QString &siteFolder, const SitePath &file)
{
    const QString path = siteFolder + u'/' + file.toString();
    const auto status = files.status(path);
    if (!status) {
        // NotAFolder: a folder on the way is a file now.
        const bool isAbsent = status.error().code == ErrorCode::NotFound || status.error().code == ErrorCode::NotAFolder;
        return isAbsent ? absence(files, siteFolder, file) : failure(status.error().code, file, status.error().detail);
    }
    const auto target = files.linkTarget(path);
    if (!target)
        return failure(ErrorCode::NotReadable, file, target.error().detail);
    const auto site = files.linkTarget(siteFolder);
    if (!site)
        return failure(ErrorCode::NotReadable, file, site.error().detail);
    if (!isWithin(*target, *site))
        return failure(ErrorCode::OutsideSite, file, *target);
    auto bytes = files.read(*target);
    if (bytes)
        return bytes;
    // Gone between the two calls: the next event tells.
    const bool isAbsent = bytes.error().code == ErrorCode::NotFound;
    return isAbsent ? absence(files, siteFolder, file) : failure(bytes.error().code, file, bytes.error().detail);
}

OutsideChange decideOutsideChange(const std::optional<QByteArray> &base, const std::optional<QByteArray> &ours,
                                  const Result<QByteArray> &theirs)
{
    if (theirs)
        return forText(base, ours, *theirs);
    if (theirs.error().code != ErrorCode::NotFound)
        return { .action = OutsideAction::Unreadable, .error = theirs.error() };
    if (!base)
        return { .action = OutsideAction::Nothing };
    return { .action = ours && ours != base ? OutsideAction::GoneButOurs : OutsideAction::Gone };
}

QList<OutsideMove> findOutsideMoves(const QList<KnownContent> &gone, const QList<KnownContent> &appeared)
{
    const auto candidates = [](const QList<KnownContent> &list, const QByteArray &hash, const QString &name) {
        QList<SitePath> all;
        QList<SitePath> named;
        for (const KnownContent &content : list) {
            if (content.hash != hash)
                continue;
            all.append(content.file);
            if (content.file.fileName() == name)
                named.append(content.file);
        }
        return named.isEmpty() ? all : named;
    };
    QList<OutsideMove> moves;
    for (const KnownContent &content : gone) {
        if (content.hash == contentHash({}))
            continue;
        const QList<SitePath> targets = candidates(appeared, content.hash, content.file.fileName());
        if (targets.size() != 1)
            continue;
        if (candidates(gone, content.hash, targets.first().fileName()) == QList { content.file })
            moves.append({ content.file, targets.first() });
    }
    std::ranges::sort(moves, {}, &OutsideMove::from);
    return moves;
}

} // namespace quillway::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/folder_peer.h"

#include "core/base/path_parts.h"
#include "core/deploy/upload_steps.h"
#include "core/publish/output_folder.h"
#include "core/store/save_file.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace quillway::deploy {

FolderPeer::FolderPeer(FileSystem &files, const QString &siteFolder, const QString &folder)
    : m_files(files)
    , m_siteFolder(siteFolder)
    , m_folder(QDir(siteFolder).absoluteFilePath(folder))
{ }

/// Not where it could overwrite what the author wrote.
Result<QString> FolderPeer::folder() const
{
    return publish::outputFolder(m_files, m_siteFolder, m_folder);
}

Result<Listing> FolderPeer::listing(const std::stop_token & /*stop*/)
{
    const Result<QString> place = folder();
    if (!place)
        return std::unexpected(place.error());
    const Result<QByteArray> text = m_files.read(*place + u'/' + listingFile().toString());
    if (text)
        return parseListing(*text);
    if (text.error().code != ErrorCode::NotFound)
        return std::unexpected(text.error());
    if (const auto entries = m_files.list(*place); entries && !entries->isEmpty())
        return std::unexpected(
            Error { ErrorCode::AlreadyExists, *place, {}, u"files that were not published from a site: it has to be empty at first"_s });
    return Listing();
}

Result<void> FolderPeer::write(const QString &folder, const SitePath &file, const QByteArray &bytes)
{
    const QString path = folder + u'/' + file.toString();
    if (Result<void> made = m_files.makeFolder(folderOf(path)); !made)
        return made;
    return store::saveFile(m_files, path, bytes, { .durability = store::Durability::Replaced });
}

Result<void> FolderPeer::carryOut(const Upload &upload)
{
    constexpr qsizetype least = 64;
    const Result<QString> place = folder();
    if (!place)
        return std::unexpected(place.error());
    const auto total = int(upload.plan.added.size() + upload.plan.changed.size() + upload.plan.removed.size());
    int done = 0;
    const auto arrived = [&] {
        if (upload.progress)
            upload.progress(++done, total);
    };
    for (const UploadStep &step : stepsOf(upload, least)) {
        if (Result<void> written = write(*place, listingFile(), renderListing(step.before)); !written)
            return written;
        for (const SitePath &file : step.sent) {
            if (upload.stop.stop_requested())
                return std::unexpected(Error { ErrorCode::Cancelled, {}, {}, {} });
            const Result<QByteArray> bytes = m_files.read(upload.folder + u'/' + file.toString());
            const Result<void> written = bytes ? write(*place, file, *bytes) : std::unexpected(bytes.error());
            if (!written)
                return written;
            arrived();
        }
        for (const SitePath &file : step.removed) {
            const Result<void> removed = m_files.remove(*place + u'/' + file.toString());
            if (!removed && removed.error().code != ErrorCode::NotFound)
                return removed;
            arrived();
        }
    }
    for (const QString &emptied : emptiedFolders(upload.plan.removed, upload.wanted))
        std::ignore = m_files.removeFolder(*place + u'/' + emptied); // somebody else's file may be in it
    return write(*place, listingFile(), renderListing(upload.wanted));
}

} // namespace quillway::deploy

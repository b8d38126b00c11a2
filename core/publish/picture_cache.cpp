// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/picture_cache.h"

#include "core/base/content_hash.h"
#include "core/store/private_folder.h"
#include "core/store/save_file.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

const QString &folderName()
{
    static const QString name = u"pictures"_s;
    return name;
}

/// A file of the cache as it is taken away.
struct KeptFile {
    QString path;
    qint64 size = 0;
    std::chrono::nanoseconds modified {};
    bool isUsed = false;
};

} // namespace

PictureCache::PictureCache(FileSystem &files, const QString &siteFolder)
    : m_files(files)
    , m_siteFolder(siteFolder)
    , m_folder(siteFolder + "/.quillway/"_L1 + folderName())
{ }

QString PictureCache::pathOf(const QByteArray &key) const
{
    return m_folder + u'/' + QString::fromLatin1(key.toHex());
}

std::optional<QByteArray> PictureCache::find(const QByteArray &key) const
{
    const Result<QByteArray> file = m_files.read(pathOf(key));
    if (!file)
        return std::nullopt;
    // A hash of what follows stands before it.
    const qsizetype hashSize = contentHash({}).size();
    if (file->size() < hashSize || contentHash(QByteArrayView(*file).sliced(hashSize)) != file->first(hashSize))
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    m_used.insert(QString::fromLatin1(key.toHex()));
    return file->sliced(hashSize);
}

void PictureCache::keep(const QByteArray &key, const QByteArray &picture)
{
    const std::scoped_lock lock(m_mutex);
    if (!store::privateFolder(m_files, m_siteFolder, folderName()))
        return;
    const QByteArray file = contentHash(picture) + picture;
    if (store::saveFile(m_files, pathOf(key), file, { .durability = store::Durability::Replaced })) {
        m_used.insert(QString::fromLatin1(key.toHex()));
        m_hasKept = true;
    }
}

void PictureCache::tidy(qint64 most)
{
    if (!m_hasKept)
        return;
    std::vector<KeptFile> kept;
    qint64 size = 0;
    for (const FolderEntry &entry : m_files.list(m_folder).value_or(QList<FolderEntry>())) {
        const QString path = m_folder + u'/' + entry.name;
        const Result<FileStatus> status = m_files.status(path);
        if (!status || status->kind != FileKind::File)
            continue;
        kept.push_back({ path, status->size, status->modified, m_used.contains(entry.name) });
        size += status->size;
    }
    std::ranges::sort(kept, {}, [](const KeptFile &file) { return std::pair(file.isUsed, file.modified); });
    for (const KeptFile &file : kept) {
        if (size <= most)
            return;
        if (m_files.remove(file.path))
            size -= file.size;
    }
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/post_cache.h"

#include "core/base/byte_stream.h"
#include "core/base/program_identity.h"
#include "core/store/kept_file.h"
#include "core/store/private_folder.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace quillway::store {

using namespace quillway::model;

namespace {

constexpr qint64 largestCache = qint64(512) << 20; ///< bytes

/// The program and its window are two, and what one of them derived is nothing to the other.
QString fileName(Texts texts)
{
    return (texts == Texts::All ? "posts-"_L1 : "heads-"_L1) + QFileInfo(QCoreApplication::applicationFilePath()).fileName() + ".cache"_L1;
}

/// What the file begins with: whose it is, and of all settings the one that reading a post asks for.
QByteArray heading(const Settings &settings)
{
    ByteWriter writer;
    writer.bytes("quillway posts 1");
    writer.bytes(programIdentity());
    writer.bytes(settings.timeZone.id());
    return writer.take();
}

} // namespace

const PostCache::Entry *PostCache::find(const SitePath &file) const
{
    const auto found = m_entries.constFind(file.toString());
    return found == m_entries.cend() ? nullptr : &*found;
}

PostCache loadPostCache(const FileSystem &files, const QString &siteFolder, const Settings &settings, Texts texts)
{
    const QString path = siteFolder + "/.quillway/"_L1 + fileName(texts);
    const Result<FileStatus> status = files.status(path);
    if (!status || status->kind != FileKind::File || status->size > largestCache)
        return {};
    PostCache cache;
    cache.m_bytes = files.read(path).value_or(QByteArray());
    const auto content = keptContent(cache.m_bytes, heading(settings));
    if (!content)
        return {};
    ByteReader reader(*content);
    const qsizetype count = reader.count(1);
    cache.m_entries.reserve(count);
    for (qsizetype i = 0; i < count && reader.isGood(); ++i) {
        const QString file = reader.text();
        PostCache::Entry entry;
        entry.stamp = readStamp(reader);
        entry.hash = reader.bytes().toByteArray();
        entry.record = reader.bytes();
        cache.m_entries.insert(file, entry);
    }
    return reader.isGood() && reader.atEnd() ? cache : PostCache();
}

Result<void> savePostCache(FileSystem &files, const QString &siteFolder, const Settings &settings, Texts texts, const QList<KeptPost> &posts)
{
    const Result<QString> folder = privateFolder(files, siteFolder, {});
    if (!folder)
        return std::unexpected(folder.error());
    ByteWriter writer(heading(settings));
    writer.number(quint32(posts.size()));
    for (const KeptPost &post : posts) {
        writer.text(post.file.toString());
        write(writer, post.stamp);
        writer.bytes(post.hash);
        writer.bytes(post.record);
    }
    return saveKept(files, *folder + u'/' + fileName(texts), writer.take());
}

} // namespace quillway::store

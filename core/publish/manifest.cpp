// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/manifest.h"

#include "core/base/byte_stream.h"
#include "core/base/content_hash.h"
#include "core/store/kept_file.h"
#include "core/store/private_folder.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr qsizetype leastEntry = 48; ///< bytes of a file or a post

/// One file per output folder, named by a hash of its path.
QString fileName(const QString &output)
{
    return QString::fromLatin1(contentHash(output.toUtf8()).toHex().first(16)) + ".manifest"_L1;
}

/// What the file begins with: what it is and whose.
QByteArray heading(const QString &output)
{
    ByteWriter writer;
    writer.bytes("quillway export manifest 3");
    writer.text(output);
    return writer.take();
}

void writeFiles(ByteWriter &to, const QHash<SitePath, WrittenFile> &files)
{
    to.number(quint32(files.size()));
    for (const auto &[path, file] : files.asKeyValueRange()) {
        to.text(path.toString());
        to.bytes(file.hash);
        to.bytes(file.key);
        write(to, file.stamp);
    }
}

void readFiles(ByteReader &from, QHash<SitePath, WrittenFile> &files)
{
    const qsizetype count = from.count(leastEntry);
    files.reserve(count);
    for (qsizetype i = 0; i < count && from.isGood(); ++i) {
        const QString name = from.text();
        WrittenFile file;
        file.hash = from.bytes().toByteArray();
        file.key = from.bytes().toByteArray();
        file.stamp = readStamp(from);
        if (const auto path = SitePath::parse(name); path && path->toString() == name && !file.hash.isEmpty())
            files.insert(*path, file);
    }
}

void writeTrace(ByteWriter &to, const SiteTrace &trace)
{
    to.bytes(trace.links);
    to.bytes(trace.tags);
    to.number(quint32(trace.posts.size()));
    for (const auto &[file, post] : trace.posts.asKeyValueRange()) {
        to.text(file);
        to.bytes(post.source);
        to.bytes(post.links);
        to.number(quint32(post.related.size()));
        for (const qint32 place : post.related)
            to.number(place);
    }
}

void readTrace(ByteReader &from, SiteTrace &trace)
{
    trace.links = from.bytes().toByteArray();
    trace.tags = from.bytes().toByteArray();
    const qsizetype count = from.count(sizeof(quint32) * 4);
    trace.posts.reserve(count);
    for (qsizetype i = 0; i < count && from.isGood(); ++i) {
        const QString file = from.text();
        PostTrace post;
        post.source = from.bytes().toByteArray();
        post.links = from.bytes().toByteArray();
        const qsizetype related = from.count(sizeof(qint32));
        for (qsizetype r = 0; r < related; ++r)
            post.related.append(from.number<qint32>());
        trace.posts.insert(file, post);
    }
}

QString pathOf(const QString &folder, const QString &output)
{
    return folder + u'/' + fileName(output);
}

} // namespace

Manifest loadManifest(const FileSystem &files, const QString &siteFolder, const QString &output)
{
    const Result<QByteArray> bytes = files.read(pathOf(siteFolder + "/.quillway/exports"_L1, output));
    const auto content = bytes ? store::keptContent(*bytes, heading(output)) : std::nullopt;
    if (!content)
        return {};
    ByteReader from(*content);
    Manifest manifest;
    readFiles(from, manifest.files);
    readTrace(from, manifest.trace);
    return from.isGood() && from.atEnd() ? manifest : Manifest();
}

Result<void> saveManifest(FileSystem &files, const QString &siteFolder, const QString &output, const Manifest &manifest)
{
    const Result<QString> folder = store::privateFolder(files, siteFolder, u"exports"_s);
    if (!folder)
        return std::unexpected(folder.error());
    constexpr qsizetype usualEntry = 200; // bytes
    ByteWriter to(heading(output), (manifest.files.size() + manifest.trace.posts.size()) * usualEntry);
    writeFiles(to, manifest.files);
    writeTrace(to, manifest.trace);
    return store::saveKept(files, pathOf(*folder, output), to.take());
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/kept_index.h"

#include "core/base/byte_stream.h"
#include "core/base/program_identity.h"
#include "core/store/kept_file.h"
#include "core/store/private_folder.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr qint64 largestIndex = qint64(512) << 20; ///< bytes
constexpr auto fileName = "/exports/words.index"_L1;

QByteArray heading()
{
    ByteWriter writer;
    writer.bytes("quillway words 1");
    writer.bytes(programIdentity());
    return writer.take();
}

} // namespace

KeptIndex loadKeptIndex(const FileSystem &files, const QString &siteFolder)
{
    const QString path = siteFolder + "/.quillway"_L1 + fileName;
    const Result<FileStatus> status = files.status(path);
    if (!status || status->kind != FileKind::File || status->size > largestIndex)
        return {};
    const Result<QByteArray> bytes = files.read(path);
    const auto content = bytes ? store::keptContent(*bytes, heading()) : std::nullopt;
    if (!content)
        return {};
    ByteReader from(*content);
    KeptIndex index;
    const qsizetype count = from.count(2 * sizeof(quint32));
    index.documents.reserve(count);
    for (qsizetype i = 0; i < count && from.isGood(); ++i) {
        const QString file = from.text();
        index.documents.append({ file, from.bytes().toByteArray() });
    }
    index.lines = from.bytes().toByteArray();
    return from.isGood() && from.atEnd() ? index : KeptIndex();
}

Result<void> saveKeptIndex(FileSystem &files, const QString &siteFolder, const KeptIndex &index)
{
    const Result<QString> folder = store::privateFolder(files, siteFolder, u"exports"_s);
    if (!folder)
        return std::unexpected(folder.error());
    ByteWriter writer(heading(), index.lines.size() + index.documents.size() * 200);
    writer.number(quint32(index.documents.size()));
    for (const KeptIndex::Document &document : index.documents) {
        writer.text(document.file);
        writer.bytes(document.source);
    }
    writer.bytes(index.lines);
    return store::saveKept(files, siteFolder + "/.quillway"_L1 + fileName, writer.take());
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept_file.h"

#include "core/base/byte_stream.h"
#include "core/store/save_file.h"

namespace quillway::store {

namespace {

constexpr qsizetype sumSize = sizeof(quint64);

} // namespace

std::optional<QByteArrayView> keptContent(QByteArrayView bytes, QByteArrayView heading)
{
    if (bytes.size() < heading.size() + sumSize || !bytes.startsWith(heading))
        return std::nullopt;
    const QByteArrayView summed = bytes.chopped(sumSize);
    if (ByteReader(bytes.last(sumSize)).number<quint64>() != checkSum(summed))
        return std::nullopt;
    return summed.sliced(heading.size());
}

Result<void> saveKept(FileSystem &files, const QString &path, QByteArray headingAndContent)
{
    ByteWriter sum;
    sum.number(checkSum(headingAndContent));
    headingAndContent += sum.written();
    if (const auto there = files.status(path); there && there->kind != FileKind::File)
        return std::unexpected(Error { ErrorCode::NotAFile, path, {}, {} });
    return saveFile(files, path, headingAndContent, { .durability = Durability::Replaced });
}

} // namespace quillway::store

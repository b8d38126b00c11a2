// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <algorithm>
#include <optional>

namespace quillway::pictures {

/// A file's bytes, fetched in pieces where they are looked at.
class PartReader
{
public:
    PartReader(const FileSystem &files, const QString &path)
        : m_files(files)
        , m_path(path)
    { }

    /// The bytes from `offset` on, fewer at the file's end. Valid until the next call.
    [[nodiscard]] QByteArrayView at(qint64 offset, qsizetype size)
    {
        const bool isHere = offset >= m_begin && (m_reachesEnd || offset + size <= m_begin + m_bytes.size());
        if (!isHere)
            fetch(offset, std::max(size, piece));
        const qint64 inside = offset - m_begin;
        return inside >= m_bytes.size() ? QByteArrayView()
                                        : QByteArrayView(m_bytes).sliced(inside).first(std::min(size, m_bytes.size() - inside));
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    static constexpr qsizetype piece = qsizetype(32) * 1024;

    void fetch(qint64 offset, qsizetype size)
    {
        Result<QByteArray> bytes = m_files.readPart(m_path, offset, size);
        if (!bytes)
            m_error = bytes.error();
        m_begin = offset;
        m_bytes = std::move(bytes).value_or(QByteArray());
        m_reachesEnd = m_bytes.size() < size;
    }

    const FileSystem &m_files;
    QString m_path;
    qint64 m_begin = 0;
    QByteArray m_bytes;
    bool m_reachesEnd = false; ///< there is nothing behind them
    std::optional<Error> m_error;
};

} // namespace quillway::pictures

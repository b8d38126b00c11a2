// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QList>

namespace quillway::importing {

/// A piece of a WordPress export: what stands before the first entry, or an entry with its tags.
struct WxrPiece {
    QByteArray xml;
    int line = 1; ///< where it begins, 1-based
    bool isCut = false; ///< the file, or the patience for one entry, ends before the entry does, or the next one begins
};

/// Cuts an export into pieces without holding more than one of them.
class WxrPieces
{
public:
    /// `path` is absolute; `files` must outlive this.
    WxrPieces(const FileSystem &files, QString path)
        : m_files(files)
        , m_path(std::move(path))
    { }

    /// The next piece, the head first; one with empty `xml` at the end. Errors as FileSystem::readPart().
    [[nodiscard]] Result<WxrPiece> next();
    [[nodiscard]] qint64 bytesDone() const { return m_offset; }

private:
    [[nodiscard]] Result<void> fill(); ///< reads more; sets m_isAtEnd
    [[nodiscard]] Result<qsizetype> endOfHead();
    [[nodiscard]] Result<qsizetype> endOfItem(bool &isCut);
    [[nodiscard]] WxrPiece take(qsizetype size, bool isCut);

    const FileSystem &m_files;
    QString m_path;
    QByteArray m_buffer; ///< from the begin of the next piece on
    qint64 m_offset = 0; ///< of the file, what has been read
    int m_line = 1; ///< of the buffer's begin
    bool m_isAtEnd = false;
    bool m_hadHead = false;
};

/// A field of an entry: `wp:post_name`, its text, and for categories and comments what belongs to it.
struct WxrField {
    QString name; ///< with the usual prefix, whatever the file calls the namespace
    QString text;
    QList<std::pair<QString, QString>> attributes;
    QList<WxrField> fields; ///< of `wp:comment`, `wp:postmeta`, `wp:author`, `wp:category`, `wp:tag`

    [[nodiscard]] QString attribute(QStringView attributeName) const;
    [[nodiscard]] QString field(QStringView fieldName) const; ///< the text of the first one; empty if absent
};

/// The fields of a piece.
struct WxrFields {
    QList<WxrField> fields;
    QString fault; ///< what is wrong with the XML, if anything
    int faultLine = 0;

    [[nodiscard]] QString field(QStringView fieldName) const;
};

/// Reads a piece. What is not well-formed is read by its tags. Never fails.
[[nodiscard]] WxrFields readWxrFields(const WxrPiece &piece);

} // namespace quillway::importing

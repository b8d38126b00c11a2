// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/import_note.h"
#include "core/import/source_listing.h"
#include "core/import/tool_rules.h"

#include <QDateTime>

#include <functional>

namespace quillway::importing {

/// A post, page or other entry of a file that holds a whole blog.
struct ExportItem {
    enum class Kind { Post, Page, LeftOut };
    Kind kind = Kind::Post;
    QString id; ///< unique within its kind and file
    QString type; ///< as the tool calls it: `post`, `attachment`
    text::Value head = text::Value::map({}); ///< its front matter, with Quillway's keys
    QString body; ///< as the tool has it
    bool isMarkdown = false; ///< the body, else HTML
    QByteArray comments; ///< JSON; empty if there are none
    int commentCount = 0;
    QString picture; ///< the id of the attachment that stands for it
    LeftOutReason reason = LeftOutReason::NotRead; ///< of LeftOut
    QString detail;
    int line = 0; ///< of the export, where the entry begins; 0: not known
    Notes notes; ///< of how it was read
};

/// What an export says of the blog as a whole, beside its entries.
struct ExportFacts {
    SiteFacts site;
    QHash<QString, QString> attachments; ///< addresses by id
    Notes notes; ///< of the file
};

using TakeItem = std::function<Result<void>(ExportItem)>;
using ExportProgress = std::function<void(qint64 done, qint64 total)>; ///< bytes

/// Reads a WordPress export (WXR 1.0 to 1.2) entry by entry, each let go before the next, so that its size does not matter. An entry that is no well-formed XML is read as far
/// as its tags can be found, and so is one that the file ends in; both are noted. Errors: those of reading, of `take`, Cancelled.
[[nodiscard]] Result<ExportFacts> readWordPress(const FileSystem &files, const QString &path, const TakeItem &take,
                                                const ExportProgress &progress, const std::stop_token &stop);

/// Reads a Ghost export (versions 0.4 to 6). Errors: the same; TooDeep for more than 512 MB, BadValue for what is no such JSON, with its line.
[[nodiscard]] Result<ExportFacts> readGhost(const FileSystem &files, const QString &path, const TakeItem &take, const std::stop_token &stop);

} // namespace quillway::importing

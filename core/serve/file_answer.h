// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/serve/byte_range.h"
#include "core/serve/http_request.h"

#include <QList>

#include <utility>

namespace quillway::serve {

/// What is sent for a request. The body is `body`, or the part `range` of the file at `path` if that is not empty.
struct HttpAnswer {
    HttpStatus status = HttpStatus::Ok;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< without Content-Length, Date and Connection
    QByteArray body;
    QString path; ///< absolute
    ByteRange range;

    [[nodiscard]] qint64 length() const { return path.isEmpty() ? body.size() : range.length; }
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// A plain page that says no more than the status.
[[nodiscard]] HttpAnswer plainAnswer(HttpStatus status);

/// The exported site in a folder, as a web server shows it: `/a/` is `a/index.html`, `/a` leads to `/a/` where that is a folder, and what is not there
/// is 404.html. Reads ordinary files inside of `folder` alone: encoded slashes, `..`, NUL, and links that lead out of it are refused.
class SiteFolderAnswers
{
public:
    /// `files` must outlive it; `folder`: absolute. `addition`: put before `</body>` of every page, as HTML; it counts as part of the page.
    SiteFolderAnswers(const FileSystem &files, QString folder, QByteArray addition = {});

    /// To GET and HEAD; other methods are refused. Conditional requests (If-None-Match) and ranges (Range, If-Range) as RFC 9110 says.
    [[nodiscard]] HttpAnswer answerTo(const HttpRequest &request) const;

private:
    [[nodiscard]] HttpAnswer fileAnswer(const HttpRequest &request, const QString &path, const FileStatus &status) const;
    [[nodiscard]] HttpAnswer pageAnswer(const QString &path, HttpStatus status) const;
    [[nodiscard]] HttpAnswer notFound() const;
    [[nodiscard]] bool isInside(const QString &path) const;

    const FileSystem &m_files;
    QString m_folder;
    QByteArray m_addition;
};

} // namespace quillway::serve

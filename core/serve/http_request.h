// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <expected>

namespace quillway::serve {

/// A status of RFC 9110, section 15.
enum class HttpStatus {
    Ok = 200,
    PartialContent = 206,
    MovedPermanently = 301,
    NotModified = 304,
    BadRequest = 400,
    NotFound = 404,
    MethodNotAllowed = 405,
    ContentTooLarge = 413,
    RangeNotSatisfiable = 416,
    MisdirectedRequest = 421,
    HeadTooLarge = 431,
    InternalError = 500,
    Unavailable = 503,
    VersionNotSupported = 505,
};

[[nodiscard]] QByteArray reasonPhrase(HttpStatus status);

/// The head of a request.
struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< as sent, percent-encoded; begins with a slash
    QByteArray query; ///< as sent, without the question mark
    QByteArray host; ///< as sent, perhaps with a port; empty in HTTP/1.0 without one
    QHash<QByteArray, QByteArray> headers; ///< by name in lower case, values without the blanks around them; repeated ones joined by commas
    bool keepsAlive = false; ///< the client wants to send another request afterwards

    [[nodiscard]] bool hasBody() const;
};

/// `head`: all lines of a request up to the empty one (RFC 9112, sections 2 to 5), each ending in CR LF. Otherwise the status to refuse it with: BadRequest for what
/// is not well-formed or says two things (two hosts), VersionNotSupported for other versions than 1.0 and 1.1.
[[nodiscard]] std::expected<HttpRequest, HttpStatus> parseRequest(const QByteArray &head);

/// False for a request that a page of another site sent here under a name of its own that it lets lead to this machine (DNS rebinding): every host but
/// localhost, 127.0.0.1 and [::1], with or without a port.
[[nodiscard]] bool isForThisMachine(const HttpRequest &request);

} // namespace quillway::serve

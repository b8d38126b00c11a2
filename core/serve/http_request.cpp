// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/http_request.h"

#include <QList>

#include <algorithm>

namespace quillway::serve {

namespace {

/// A character of a method's or a header's name (RFC 9110, section 5.6.2).
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isFieldValue(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
}

/// `http://host/path` has the host in it, and that one counts (RFC 9112, section 3.2.2).
bool takeTarget(HttpRequest &request, QByteArray target)
{
    const QByteArray scheme = "http://";
    if (target.toLower().startsWith(scheme)) {
        const qsizetype slash = target.indexOf('/', scheme.size());
        request.host = target.sliced(scheme.size(), (slash < 0 ? target.size() : slash) - scheme.size());
        target = slash < 0 ? QByteArray("/") : target.sliced(slash);
    }
    const bool isPlain = std::ranges::all_of(target, [](char c) { return uchar(c) > 0x20 && uchar(c) < 0x7f; });
    if (!target.startsWith('/') || !isPlain || target.contains('#'))
        return false;
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    return true;
}

bool takeHeader(HttpRequest &request, const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(QByteArrayView(line).first(colon)))
        return false;
    const QByteArray name = line.first(colon).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    if (!isFieldValue(value))
        return false;
    const auto known = request.headers.find(name);
    if (known == request.headers.end())
        request.headers.insert(name, value);
    else if (name == "host" || name == "content-length")
        return false;
    else
        *known += ", " + value;
    return true;
}

bool wantsToGoOn(const HttpRequest &request, bool isNewer)
{
    QByteArrayList words = request.headers.value("connection").toLower().split(',');
    for (QByteArray &word : words)
        word = word.trimmed();
    return isNewer ? !words.contains("close") : words.contains("keep-alive");
}

} // namespace

QByteArray reasonPhrase(HttpStatus status)
{
    switch (status) {
    case HttpStatus::Ok: return "OK";
    case HttpStatus::PartialContent: return "Partial Content";
    case HttpStatus::MovedPermanently: return "Moved Permanently";
    case HttpStatus::NotModified: return "Not Modified";
    case HttpStatus::BadRequest: return "Bad Request";
    case HttpStatus::NotFound: return "Not Found";
    case HttpStatus::MethodNotAllowed: return "Method Not Allowed";
    case HttpStatus::ContentTooLarge: return "Content Too Large";
    case HttpStatus::RangeNotSatisfiable: return "Range Not Satisfiable";
    case HttpStatus::MisdirectedRequest: return "Misdirected Request";
    case HttpStatus::HeadTooLarge: return "Request Header Fields Too Large";
    case HttpStatus::InternalError: return "Internal Server Error";
    case HttpStatus::Unavailable: return "Service Unavailable";
    case HttpStatus::VersionNotSupported: return "HTTP Version Not Supported";
    }
    return "Unknown";
}

bool HttpRequest::hasBody() const
{
    const QByteArray length = headers.value("content-length");
    return headers.contains("transfer-encoding") || (!length.isEmpty() && length != "0");
}

std::expected<HttpRequest, HttpStatus> parseRequest(const QByteArray &head)
{
    QByteArrayList lines = head.split('\n');
    if (lines.isEmpty() || !lines.takeLast().isEmpty())
        return std::unexpected(HttpStatus::BadRequest);
    for (QByteArray &line : lines) {
        if (!line.endsWith('\r'))
            return std::unexpected(HttpStatus::BadRequest);
        line.chop(1);
    }
    const QByteArrayList words = lines.isEmpty() ? QByteArrayList() : lines.takeFirst().split(' ');
    if (words.size() != 3 || !isToken(words.at(0)) || !words.at(2).startsWith("HTTP/"))
        return std::unexpected(HttpStatus::BadRequest);
    const bool isNewer = words.at(2) == "HTTP/1.1";
    if (!isNewer && words.at(2) != "HTTP/1.0")
        return std::unexpected(HttpStatus::VersionNotSupported);
    HttpRequest request;
    request.method = words.at(0);
    if (!takeTarget(request, words.at(1)))
        return std::unexpected(HttpStatus::BadRequest);
    for (const QByteArray &line : std::as_const(lines)) {
        if (!takeHeader(request, line))
            return std::unexpected(HttpStatus::BadRequest);
    }
    if (isNewer && !request.headers.contains("host"))
        return std::unexpected(HttpStatus::BadRequest);
    if (request.host.isEmpty())
        request.host = request.headers.value("host");
    request.keepsAlive = wantsToGoOn(request, isNewer);
    return request;
}

bool isForThisMachine(const HttpRequest &request)
{
    const QByteArray host = request.host.toLower();
    const qsizetype bracket = host.indexOf(']');
    const qsizetype colon = host.indexOf(':', std::max<qsizetype>(bracket, 0));
    const QByteArray name = colon < 0 ? host : host.first(colon);
    const QByteArrayView port = colon < 0 ? QByteArrayView() : QByteArrayView(host).sliced(colon + 1);
    const bool isNumber = std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber && (name == "localhost" || name == "127.0.0.1" || name == "[::1]");
}

} // namespace quillway::serve

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/file_answer.h"

#include "core/base/file_stamp.h"
#include "core/base/fingerprint.h"
#include "core/base/site_path.h"
#include "core/base/utf8.h"
#include "core/serve/content_type.h"

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace quillway::serve {

namespace {

/// A path of a request, taken apart.
struct Place {
    std::optional<SitePath> file; ///< unset: the folder itself
    bool isFolder = false; ///< the path ends in a slash
};

/// Nothing for a path with a broken escape, or with characters that a file of a site never has and that mean something to a file system.
std::optional<QString> decodedPath(const QByteArray &path)
{
    for (qsizetype i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
        bool isNumber = false;
        const uint code = path.sliced(i + 1).first(std::min<qsizetype>(2, path.size() - i - 1)).toUInt(&isNumber, 16);
        const bool isWhole = path.size() - i > 2 && std::isxdigit(uchar(path.at(i + 1))) != 0 && std::isxdigit(uchar(path.at(i + 2))) != 0;
        if (!isNumber || !isWhole || code < 0x20 || code == '/' || code == '\\' || code == 0x7f)
            return std::nullopt;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(path);
    return firstInvalidUtf8(bytes) || bytes.contains('\\') ? std::nullopt : std::optional(QString::fromUtf8(bytes));
}

std::optional<Place> placeOf(const QByteArray &path)
{
    const std::optional<QString> text = decodedPath(path);
    if (!text)
        return std::nullopt;
    Place place;
    place.isFolder = text->endsWith(u'/');
    const QString inside = text->sliced(1, std::max<qsizetype>(0, text->size() - 1 - (place.isFolder && text->size() > 1 ? 1 : 0)));
    if (inside.isEmpty())
        return place;
    place.file = SitePath::parse(inside);
    // What had to be normalised (`a//b`, `a/./b`, `a/../b`) is no address of a site.
    if (!place.file || place.file->toString() != inside)
        return std::nullopt;
    return place;
}

QByteArray entityTag(const FileStatus &status, const QByteArray &addition)
{
    const FileStamp stamp = stampOf(status);
    const QByteArray text = QByteArray::number(stamp.size) + ' ' + QByteArray::number(stamp.modified) + ' '
        + QByteArray::number(stamp.changed) + ' ' + QByteArray::number(stamp.inode) + ' ' + addition;
    return '"' + fingerprint(text).toHex() + '"';
}

bool hasTag(const QByteArray &list, const QByteArray &tag)
{
    for (QByteArray item : list.split(',')) {
        item = item.trimmed();
        if (item == "*" || item == tag || item == "W/" + tag)
            return true;
    }
    return false;
}

bool isPage(const QString &path)
{
    return contentType(path).startsWith("text/html");
}

QByteArray withAddition(QByteArray page, const QByteArray &addition)
{
    const qsizetype end = page.lastIndexOf("</body>");
    return page.insert(end < 0 ? page.size() : end, addition);
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    const auto place = std::ranges::find(headers, name, &std::pair<QByteArray, QByteArray>::first);
    return place == headers.end() ? QByteArray() : place->second;
}

HttpAnswer plainAnswer(HttpStatus status)
{
    const QByteArray title = QByteArray::number(int(status)) + ' ' + reasonPhrase(status);
    return { .status = status,
             .headers = { { "Content-Type", "text/html; charset=utf-8" } },
             .body = "<!DOCTYPE html><title>" + title + "</title><h1>" + title + "</h1>\n",
             .path = {},
             .range = {} };
}

SiteFolderAnswers::SiteFolderAnswers(const FileSystem &files, QString folder, QByteArray addition)
    : m_files(files)
    , m_folder(std::move(folder))
    , m_addition(std::move(addition))
{ }

bool SiteFolderAnswers::isInside(const QString &path) const
{
    const Result<QString> target = m_files.linkTarget(path);
    const Result<QString> folder = m_files.linkTarget(m_folder);
    return target && folder && target->startsWith(*folder + u'/');
}

HttpAnswer SiteFolderAnswers::notFound() const
{
    const QString path = m_folder + "/404.html"_L1;
    const Result<FileStatus> status = m_files.status(path);
    return status && status->kind == FileKind::File ? pageAnswer(path, HttpStatus::NotFound) : plainAnswer(HttpStatus::NotFound);
}

HttpAnswer SiteFolderAnswers::pageAnswer(const QString &path, HttpStatus status) const
{
    const Result<QByteArray> page = m_files.read(path);
    if (!page)
        return plainAnswer(HttpStatus::NotFound);
    return { .status = status,
             .headers = { { "Content-Type", contentType(path) }, { "Cache-Control", "no-cache" } },
             .body = withAddition(*page, m_addition),
             .path = {},
             .range = {} };
}

HttpAnswer SiteFolderAnswers::fileAnswer(const HttpRequest &request, const QString &path, const FileStatus &status) const
{
    const bool hasAddition = isPage(path) && !m_addition.isEmpty();
    const QByteArray tag = entityTag(status, hasAddition ? m_addition : QByteArray());
    HttpAnswer answer { .status = HttpStatus::Ok,
                        .headers = { { "Content-Type", contentType(path) }, { "Cache-Control", "no-cache" }, { "ETag", tag } },
                        .body = {},
                        .path = hasAddition ? QString() : path,
                        .range = { 0, status.size } };
    if (hasTag(request.headers.value("if-none-match"), tag))
        return { .status = HttpStatus::NotModified,
                 .headers = { { "Cache-Control", "no-cache" }, { "ETag", tag } },
                 .body = {},
                 .path = {},
                 .range = {} };
    if (hasAddition) {
        const HttpAnswer page = pageAnswer(path, HttpStatus::Ok);
        if (page.status != HttpStatus::Ok)
            return page;
        answer.body = page.body;
    }
    answer.headers.emplaceBack("Accept-Ranges", "bytes");
    const QByteArray condition = request.headers.value("if-range");
    if (request.method != "GET" || (!condition.isEmpty() && condition != tag))
        return answer;
    const qint64 size = answer.length();
    const RangeWish wish = parseRange(request.headers.value("range"), size);
    if (wish.kind == RangeWish::Kind::Unsatisfiable) {
        HttpAnswer refusal = plainAnswer(HttpStatus::RangeNotSatisfiable);
        refusal.headers.emplaceBack("Content-Range", "bytes */" + QByteArray::number(size));
        return refusal;
    }
    if (wish.kind == RangeWish::Kind::Part) {
        answer.status = HttpStatus::PartialContent;
        answer.range = wish.range;
        if (hasAddition)
            answer.body = answer.body.sliced(wish.range.first, wish.range.length);
        answer.headers.emplaceBack("Content-Range",
                                   "bytes " + QByteArray::number(wish.range.first) + '-'
                                       + QByteArray::number(wish.range.first + wish.range.length - 1) + '/' + QByteArray::number(size));
    }
    return answer;
}

HttpAnswer SiteFolderAnswers::answerTo(const HttpRequest &request) const
{
    if (request.method != "GET" && request.method != "HEAD") {
        HttpAnswer refusal = plainAnswer(HttpStatus::MethodNotAllowed);
        refusal.headers.emplaceBack("Allow", "GET, HEAD");
        return refusal;
    }
    const std::optional<Place> place = placeOf(request.path);
    if (!place)
        return plainAnswer(HttpStatus::BadRequest);
    QString path = m_folder + (place->file ? u'/' + place->file->toString() : QString());
    Result<FileStatus> status = m_files.targetStatus(path);
    if (status && status->kind == FileKind::Folder) {
        if (!place->isFolder) {
            HttpAnswer redirect = plainAnswer(HttpStatus::MovedPermanently);
            redirect.headers.emplaceBack("Location", request.path + '/' + (request.query.isEmpty() ? QByteArray() : '?' + request.query));
            return redirect;
        }
        path += "/index.html"_L1;
        status = m_files.targetStatus(path);
    } else if (place->isFolder) {
        return notFound();
    }
    if (!status || status->kind != FileKind::File || !isInside(path))
        return notFound();
    return fileAnswer(request, path, *status);
}

} // namespace quillway::serve

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/content_type.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace quillway::serve {

QByteArray contentType(const QString &fileName)
{
    static const QHash<QString, QByteArray> types {
        { u"html"_s, "text/html; charset=utf-8" },
        { u"htm"_s, "text/html; charset=utf-8" },
        { u"css"_s, "text/css; charset=utf-8" },
        { u"js"_s, "text/javascript; charset=utf-8" },
        { u"mjs"_s, "text/javascript; charset=utf-8" },
        { u"json"_s, "application/json" },
        { u"map"_s, "application/json" },
        { u"webmanifest"_s, "application/manifest+json" },
        { u"xml"_s, "application/xml" },
        { u"atom"_s, "application/atom+xml" },
        { u"rss"_s, "application/rss+xml" },
        { u"txt"_s, "text/plain; charset=utf-8" },
        { u"md"_s, "text/markdown; charset=utf-8" },
        { u"csv"_s, "text/csv; charset=utf-8" },
        { u"svg"_s, "image/svg+xml" },
        { u"png"_s, "image/png" },
        { u"jpg"_s, "image/jpeg" },
        { u"jpeg"_s, "image/jpeg" },
        { u"gif"_s, "image/gif" },
        { u"webp"_s, "image/webp" },
        { u"avif"_s, "image/avif" },
        { u"ico"_s, "image/vnd.microsoft.icon" },
        { u"bmp"_s, "image/bmp" },
        { u"woff"_s, "font/woff" },
        { u"woff2"_s, "font/woff2" },
        { u"ttf"_s, "font/ttf" },
        { u"otf"_s, "font/otf" },
        { u"mp4"_s, "video/mp4" },
        { u"m4v"_s, "video/mp4" },
        { u"webm"_s, "video/webm" },
        { u"ogv"_s, "video/ogg" },
        { u"mp3"_s, "audio/mpeg" },
        { u"m4a"_s, "audio/mp4" },
        { u"ogg"_s, "audio/ogg" },
        { u"oga"_s, "audio/ogg" },
        { u"opus"_s, "audio/ogg" },
        { u"wav"_s, "audio/wav" },
        { u"flac"_s, "audio/flac" },
        { u"pdf"_s, "application/pdf" },
        { u"zip"_s, "application/zip" },
        { u"gz"_s, "application/gzip" },
        { u"wasm"_s, "application/wasm" },
    };
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return types.value(dot < 0 ? QString() : fileName.sliced(dot + 1).toLower(), "application/octet-stream");
}

} // namespace quillway::serve

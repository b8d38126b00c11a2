// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/html_escape.h"

#include <array>
#include <cstring>

namespace quillway::text {

namespace {

using ByteSet = std::array<bool, 256>;

constexpr ByteSet setOf(const char *bytes)
{
    ByteSet set {};
    for (; *bytes; ++bytes)
        set[static_cast<unsigned char>(*bytes)] = true;
    return set;
}

constexpr ByteSet markup = setOf("&<>\"");
constexpr ByteSet urlBytes = setOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~");

QByteArrayView entityFor(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    default: return "&quot;";
    }
}

void appendUrlByte(QByteArray &html, char c)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
        html.append("&amp;");
    } else if (c == '\'') {
        html.append("&#x27;");
    } else {
        const char encoded[] = { '%', digits[byte >> 4], digits[byte & 15] };
        html.append(encoded, 3);
    }
}

} // namespace

void appendEscaped(QByteArray &html, QByteArrayView text)
{
    const char *run = text.begin();
    const char *const end = text.end();
    for (const char *at = run; at != end; ++at) {
        if (!markup[static_cast<unsigned char>(*at)])
            continue;
        html.append(run, at - run);
        html.append(entityFor(*at));
        run = at + 1;
    }
    html.append(run, end - run);
}

void appendEscapedUrl(QByteArray &html, QByteArrayView url)
{
    const char *run = url.begin();
    const char *const end = url.end();
    for (const char *at = run; at != end; ++at) {
        if (urlBytes[static_cast<unsigned char>(*at)])
            continue;
        html.append(run, at - run);
        appendUrlByte(html, *at);
        run = at + 1;
    }
    html.append(run, end - run);
}

bool isDangerousUrl(QByteArrayView url)
{
    const auto startsWith = [url](QByteArrayView prefix) {
        return url.size() >= prefix.size() && qstrnicmp(url.data(), prefix.size(), prefix.data(), prefix.size()) == 0;
    };
    for (const QByteArrayView picture : { QByteArrayView("data:image/png"), QByteArrayView("data:image/gif"),
                                          QByteArrayView("data:image/jpeg"), QByteArrayView("data:image/webp") }) {
        if (startsWith(picture))
            return false;
    }
    return startsWith("javascript:") || startsWith("vbscript:") || startsWith("file:") || startsWith("data:");
}

} // namespace quillway::text

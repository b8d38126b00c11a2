// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/toml_depth.h"

#include "core/text/front_matter/lines.h"

#include <QList>

namespace quillway::text {

namespace {

qsizetype multilineStringEnd(QByteArrayView text, qsizetype at)
{
    const char quote = text[at];
    const QByteArrayView closing = quote == '"' ? QByteArrayView(R"(""")") : QByteArrayView("'''");
    for (at += 3; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text.sliced(at).startsWith(closing)) {
            at += 3;
            // Up to two quotes may stand before the three that close it.
            for (int extra = 0; extra < 2 && at < text.size() && text[at] == quote; ++extra)
                ++at;
            return at;
        }
    }
    return text.size();
}

} // namespace

qsizetype tomlStringEnd(QByteArrayView text, qsizetype at)
{
    const char quote = text[at];
    if (at + 2 < text.size() && text[at + 1] == quote && text[at + 2] == quote)
        return multilineStringEnd(text, at);
    for (++at; at < text.size() && !isLineEnd(text[at]); ++at) {
        if (text[at] == quote)
            return at + 1;
        if (quote == '"' && text[at] == '\\' && at + 1 < text.size() && !isLineEnd(text[at + 1]))
            ++at;
    }
    return at;
}

std::optional<qsizetype> tomlDeeperThan(QByteArrayView text, int limit)
{
    QList<int> outer; // dots of the keys around the open brackets
    int depth = 0; // of all of those
    int dots = 0; // since the last comma or line
    for (qsizetype at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '"':
        case '\'': at = tomlStringEnd(text, at) - 1; break;
        case '#': at = lineFrom(text, at).end - 1; break;
        case '.': ++dots; break;
        case '[':
        case '{':
            outer.append(dots);
            depth += dots + 1;
            dots = 0;
            break;
        case ']':
        case '}':
            if (!outer.isEmpty()) {
                dots = outer.takeLast();
                depth -= dots + 1;
            }
            break;
        case ',': dots = 0; break;
        case '\n':
        case '\r': dots = outer.isEmpty() ? 0 : dots; break;
        default: break;
        }
        if (depth + dots > limit)
            return at;
    }
    return std::nullopt;
}

} // namespace quillway::text

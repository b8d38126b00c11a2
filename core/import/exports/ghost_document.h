// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

// Ghost's own formats of a body, for posts of which an export has nothing else: drafts that were never rendered.
namespace quillway::importing {

struct GhostBody {
    QString html; ///< empty if the document is none of the format, or has nothing in it
    QStringList left; ///< the kinds of cards of which nothing is in it
};

/// Of versions 5 and later: the JSON of Facebook's editor Lexical (https://lexical.dev/docs/concepts/nodes), with Ghost's cards as nodes.
[[nodiscard]] GhostBody htmlOfLexical(const QString &json);

/// Of versions 1 to 4: https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md, versions 0.3.
[[nodiscard]] GhostBody htmlOfMobiledoc(const QString &json);

} // namespace quillway::importing

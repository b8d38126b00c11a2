// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/tool_rules.h"

// The template constructs of other tools as Markdown: pure functions of a body. Code is never touched, but for the marks that say of code what it is
// (`{% raw %}`, `{{</* x */>}}`). What is not understood stays as it is and is noted with its line.
namespace quillway::importing {

/// Liquid, and Nunjucks as far as it is the same: highlight, raw, post_url, link, gist, youtube, includes of figures, boxes and videos, blocks of notes, quotes, details, comment, `{{ site.baseurl }}`,
/// `{{ "/x" | relative_url }}`.
[[nodiscard]] QString turnLiquid(const QString &body, BodyTurn &turn);
/// kramdown's attribute lists: `{: #id}` behind a heading becomes `{#id}`, a class that names a box makes an alert of the paragraph or quote above it, or else
/// below it, the table of contents goes (the page has its own), styling goes and is noted.
[[nodiscard]] QString turnKramdown(const QString &body, BodyTurn &turn);
/// Hugo's shortcodes `{{< x >}}` and `{{% x %}}`.
[[nodiscard]] QString turnHugo(const QString &body, BodyTurn &turn);
/// Zola's shortcodes `{{ x(a="b") }}` and `{% x() %} … {% end %}`.
[[nodiscard]] QString turnZola(const QString &body, BodyTurn &turn);
/// Indented code that begins with `:::lang` or `#!lang` becomes fenced; `[TOC]` goes.
[[nodiscard]] QString turnPythonMarkdown(const QString &body, BodyTurn &turn);
/// `:::note` containers and `!!! note` blocks as alerts.
[[nodiscard]] QString turnContainers(const QString &body, BodyTurn &turn);

// What they are written with.

/// A fenced block that holds `code` whatever backticks are in it; every line behind `indent`.
[[nodiscard]] QString fencedCode(const QString &code, const QString &info, const QString &indent);
/// A picture with its caption as title.
[[nodiscard]] QString picture(const QString &source, const QString &alt, const QString &caption);
/// A video as a link with a picture. Empty if `id` is no id.
[[nodiscard]] QString youtubeLink(const QString &id);
[[nodiscard]] QString vimeoLink(const QString &id);
/// The same for the page that a frame of that address shows; empty if it is none of a video's.
[[nodiscard]] QString videoLink(const QString &frameAddress);
/// What a reader unfolds, below its plain title.
[[nodiscard]] QString detailsBlock(const QString &title, const QString &content);
/// A quote with who said it, if that is known.
[[nodiscard]] QString quoteBlock(const QString &content, const QString &author);
/// The kind of box that an element's classes name, as themes do: `note`, `alert-warning`, `notice--info`, `prompt-tip`; empty if they name none.
[[nodiscard]] QString alertKind(const QString &classes);
/// `kind` (note, tip, warning, …) as a GitHub alert; nothing if it is none that is known.
[[nodiscard]] std::optional<QString> alertBlock(QStringView kind, const QString &title, const QString &content);

/// `src="a" alt='b' "c" d`: named and bare values.
struct Arguments {
    QHash<QString, QString> named;
    QStringList bare;

    [[nodiscard]] QString value(const QString &name, qsizetype place = -1) const
    {
        return named.contains(name) ? named.value(name) : place >= 0 ? bare.value(place) : QString();
    }
};
[[nodiscard]] Arguments readArguments(QStringView text);

} // namespace quillway::importing

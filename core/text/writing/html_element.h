// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/table.h"

#include <QByteArray>
#include <QString>

namespace quillway::text {

struct HtmlToken;

/// What an element is to a Markdown text.
enum class HtmlRole { None, Heading, Quote, Bullets, Numbers, Item, Preformatted, Table, Row, Cell };

/// A start tag, as far as a Markdown text can tell of it. An open element stands for those it is in, too.
struct HtmlElement {
    QByteArray name; ///< lower case
    HtmlRole role = HtmlRole::None;
    bool isBlock = false;
    bool isVoid = false; ///< has no content and no end tag
    bool isHidden = false; ///< nothing of it is for readers
    bool isStrong = false;
    bool isEmphasis = false;
    bool isStruck = false;
    bool isCode = false;
    bool isTask = false; ///< a check box
    bool isChecked = false;
    int number = 1; ///< a heading's level, a list's first number, a cell's columns
    CellAlignment alignment = CellAlignment::None;
    QString destination; ///< of a link or picture, if it may be kept
    QString text; ///< a picture's alternative
    QString language; ///< of code

    /// Takes over what holds for everything in `outer`.
    void inherit(const HtmlElement &outer);
};

/// `html` is what the token is of. A destination is kept if it is http, https, mailto, ftp or relative.
[[nodiscard]] HtmlElement elementOf(const QByteArray &html, const HtmlToken &token);

[[nodiscard]] bool isInlineName(const QByteArray &name);
/// True if `open` ends where `next` begins, without an end tag.
[[nodiscard]] bool endsBefore(const HtmlElement &open, const HtmlElement &next);
/// True if what is around `open` goes on when `next` begins in it.
[[nodiscard]] bool bounds(const HtmlElement &open, const HtmlElement &next);

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <stop_token>

namespace quillway::text {

/// What a reader sees of one line of a body.
struct PlainLine {
    enum class Kind { Prose, Code };
    Kind kind = Kind::Prose;
    int line = 0; ///< 1-based, in the body
    QString text; ///< without markup; not empty

    friend bool operator==(const PlainLine &, const PlainLine &) = default;
};

/// The readable text of a Markdown body, piece by piece in document order, headings left out (TextFacts has them): prose with its inline code and the alt
/// texts of pictures, code blocks without fence and language, raw HTML without its tags. Cells of a table share a line. A piece behind raw HTML or inline code that
/// itself goes over line ends may be given a line of the same paragraph before its own. Nothing if `stop` was requested.
[[nodiscard]] std::optional<QList<PlainLine>> plainLines(QByteArrayView body, const std::stop_token &stop = {});

} // namespace quillway::text

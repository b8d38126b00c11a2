// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/syntax.h"

#include <QStringList>

namespace quillway::text {

/// One statement of a TOML document.
struct TomlStatement {
    enum class Kind { KeyValue, Table, ArrayTable };

    Kind kind = Kind::KeyValue;
    QStringList path; ///< the dotted key, of a header the whole one
    Span key;
    Span value; ///< of a KeyValue
    Span line; ///< its line or lines, line end and comment included
};

/// The statements of `text` in order. Precondition: readToml() has read the text; another one gives something without meaning, but no crash.
[[nodiscard]] QList<TomlStatement> tomlStatements(QByteArrayView text);

/// The value at `span` with its items' and members' bytes. Inline tables with dotted keys have no members and Style::Plain, so that an edit writes them anew.
[[nodiscard]] Syntax tomlSyntax(QByteArrayView text, Span span);

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/text/value.h"

#include <QByteArray>

namespace quillway::text {

/// How a file's head is written: YAML between `---` (or closed by `...`), TOML between `+++`, one JSON object, or no head at all.
/// `---yaml`, `---toml` and `---json` open a head of that dialect, closed by `---`.
enum class Dialect { None, Yaml, Toml, Json };

/// The head of a content file as read. `bodyOffset` is the byte at which the body begins: after the closing fence's line (JSON: after the
/// object's line). The body keeps its leading blank lines.
struct FrontMatter {
    Dialect dialect = Dialect::None;
    Value root; ///< always a Map
    qsizetype bodyOffset = 0; ///< bytes
    Diagnostics diagnostics; ///< faults that did not hinder reading (a doubled key: the last one counts, as a warning)
};

/// Reads the head of `file` (the whole file's bytes). A byte order mark and blank lines before the opening fence are allowed; LF, CRLF and CR ends too.
/// Errors (with line and column in the whole file; `Error::file` is left empty for the caller to fill in): NotUtf8, FrontMatterUnclosed,
/// FrontMatterSyntax, TooDeep. Never throws, whatever the bytes.
[[nodiscard]] Result<FrontMatter> parseFrontMatter(const QByteArray &file);

/// One change to a head: `value` unset removes the key. Only keys at the top level are edited; a List or Map keeps the style (flow or block) that the
/// old value had, and its items and members that stay keep their bytes. What the dialect cannot say (a date in JSON, Null in TOML) becomes a string.
struct KeyEdit {
    QString key;
    std::optional<Value> value;
};

/// `file` with the edits made in place: bytes that do not belong to an edited key (comments, order, quoting, unknown keys, line
/// ends, body) stay as they are. A new key goes after the last one, written in the file's dialect; a file without head gets a
/// YAML one. An edit to the value already there changes nothing. The result parses again and holds the new values, or the call
/// fails and says why (Internal): it never returns a file it has not read back.
[[nodiscard]] Result<QByteArray> editFrontMatter(const QByteArray &file, const QList<KeyEdit> &edits);

/// A new head with its fences, LF ends: for new files.
[[nodiscard]] QByteArray renderFrontMatter(Dialect dialect, const Value &root);

/// Reads a whole TOML document (settings, tags.toml) with the same values and places. Errors as parseFrontMatter.
[[nodiscard]] Result<Value> parseToml(const QByteArray &document);

/// editFrontMatter() for a whole TOML document.
[[nodiscard]] Result<QByteArray> editTomlDocument(const QByteArray &document, const QList<KeyEdit> &edits);

/// A TOML document with the key `from` at its top called `to`; no other byte is touched. The document as it is if there is no `from`. Errors: AlreadyExists; those of
/// parseToml; Internal where it does not read back.
[[nodiscard]] Result<QByteArray> renameTomlKey(const QByteArray &document, const QString &from, const QString &to);

} // namespace quillway::text

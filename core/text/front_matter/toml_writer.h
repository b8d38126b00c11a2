// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/inline_writer.h"

namespace quillway::text {

/// TOML values, `["a", { b = 1 }]`. A string of several lines is written between `"""`, its lines ended by `lineEnd`. Null, and numbers and dates that TOML has no
/// form for, become strings.
class TomlWriter final : public InlineWriter
{
public:
    /// `lineEnd` outlives this.
    explicit TomlWriter(QByteArrayView lineEnd)
        : m_lineEnd(lineEnd)
    { }

    [[nodiscard]] QByteArray write(const Value &value, Style like) const override;
    [[nodiscard]] QByteArray writeKey(const QString &key, Style like) const override;
    [[nodiscard]] QByteArrayView between() const override { return " = "; }
    [[nodiscard]] bool hasComments() const override { return true; }

    /// The lines of a table's members, without its header.
    [[nodiscard]] QByteArray writeMembers(const Value &map) const;
    /// `[key]` and its members, or one `[[key]]` after the other. Precondition: isTable(value).
    [[nodiscard]] QByteArray writeTables(const QString &key, const Value &value) const;

private:
    QByteArrayView m_lineEnd;
};

/// True for what TOML has headers for: a map, or a list of at least one map and nothing else.
[[nodiscard]] bool isTable(const Value &value);

/// A document: plain members first, then the tables.
[[nodiscard]] QByteArray renderToml(const Value &root);

/// `value` as a reader of TOML gives back what is written of it.
[[nodiscard]] Value asToml(const Value &value);

} // namespace quillway::text

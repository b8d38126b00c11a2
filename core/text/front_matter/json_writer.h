// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/inline_writer.h"

namespace quillway::text {

/// JSON on one line, `{"a": [1, 2]}`. Numbers that JSON has no form for, and dates, become strings.
class JsonWriter final : public InlineWriter
{
public:
    [[nodiscard]] QByteArray write(const Value &value, Style like) const override;
    [[nodiscard]] QByteArray writeKey(const QString &key, Style like) const override;
    [[nodiscard]] QByteArrayView between() const override { return ": "; }
    [[nodiscard]] bool hasComments() const override { return false; }
};

/// An object as a file's head shows it: a member per line, lists of plain values on one.
[[nodiscard]] QByteArray renderJson(const Value &root);

/// `value` as a reader of JSON gives back what is written of it.
[[nodiscard]] Value asJson(const Value &value);

} // namespace quillway::text

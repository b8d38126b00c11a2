// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/edit_plan.h"
#include "core/text/front_matter/inline_writer.h"

namespace quillway::text {

/// Edits values between brackets, `[a, b]` and `{a: b}`, which YAML, TOML and JSON have alike: children that stay keep their bytes, separators, line breaks and
/// comments; new ones are written as their neighbours are.
class FlowEditor
{
public:
    /// Both outlive this.
    FlowEditor(QByteArrayView text, const InlineWriter &writer)
        : m_text(text)
        , m_writer(writer)
    { }

    /// The bytes that stand for `node.span` once it holds `value`. What is no collection of the same kind before and after is written anew.
    [[nodiscard]] QByteArray edited(const Syntax &node, const Value &value) const;

private:
    class Composer;

    QByteArrayView m_text;
    const InlineWriter &m_writer;
};

/// All the bytes of a list's item or a map's member: key, anchor and tag included.
[[nodiscard]] Span wholeSpan(const Syntax::Member &child);

} // namespace quillway::text

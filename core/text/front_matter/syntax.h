// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/text/value.h"

#include <QByteArrayView>

namespace quillway::text {

/// The bytes [begin, end) of the text that was read.
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] qsizetype size() const { return end - begin; }
    [[nodiscard]] bool isEmpty() const { return begin == end; }
    [[nodiscard]] QByteArrayView of(QByteArrayView text) const { return text.sliced(begin, end - begin); }
};

/// How a value is written.
enum class Style {
    Plain,
    SingleQuoted, ///< TOML: a literal string
    DoubleQuoted,
    Literal, ///< YAML `|`
    Folded, ///< YAML `>`
    SingleMultiline, ///< TOML `'''`
    DoubleMultiline, ///< TOML `"""`
    Flow, ///< `[…]` or `{…}`
    Block, ///< YAML by indentation, TOML by tables
    Alias, ///< YAML `*name`
};

/// A value together with the bytes that it was read from: what an edit in place needs. Readers fill in the spans and members only where asked.
struct Syntax {
    struct Member;

    Value value;
    Style style = Style::Plain;
    Span span; ///< quotes and brackets included; a block scalar's begins at its `|`; empty where a value is missing. Blocks end with their last content.
    Span properties; ///< YAML's anchor and tag before the value
    QList<Member> members; ///< of a Map (doubled keys too), or of a List (without keys), in the file's order
};

struct Syntax::Member {
    QString name; ///< of a Map's member: the key, escapes resolved
    Span key; ///< its anchor and tag included
    Syntax node;
};

/// What a reader of one dialect gives.
struct ReadText {
    Syntax root; ///< of a Map
    Diagnostics diagnostics; ///< doubled keys
    qsizetype end = 0; ///< bytes that belong to the head
};

/// Whether a reader keeps spans and members beside the values. An edit needs both, which costs about twice as much.
enum class Detail { Values, Spans };

/// Deeper nesting than this is refused as TooDeep by every dialect, so that walking a Value needs no care.
constexpr int maximumDepth = 100;

/// Takes all but the last of the members with one key out of `members`, and adds a warning for each of them.
void dropShadowed(QList<Value::Member> &members, Diagnostics &diagnostics);

} // namespace quillway::text

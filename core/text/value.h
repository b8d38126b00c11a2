// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/source_position.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <optional>

namespace quillway::text {

/// One value of front matter or settings, whatever the dialect, with its place in the file. Scalars keep their text:
/// what a date or a number means is for the reader of the key to say.
struct Value {
    enum class Kind { Null, Boolean, Integer, Float, DateTime, String, List, Map };
    struct Member;

    Kind kind = Kind::Null;
    /// A scalar as read: quotes and escapes resolved; `true` or `false` for a boolean; empty for Null. TOML's numbers and dates have one form
    /// whatever was written: decimal, ISO 8601.
    QString text;
    QList<Value> items; ///< of a List
    QList<Member> members; ///< of a Map, in the file's order
    SourcePosition position; ///< where the value begins, in the whole file

    [[nodiscard]] bool isScalar() const { return kind != Kind::List && kind != Kind::Map; }
    /// The value of `key` (exact spelling) in a Map; null if absent. Lives as long as this value.
    [[nodiscard]] const Value *find(QStringView key) const;

    [[nodiscard]] static Value string(QString text);
    [[nodiscard]] static Value boolean(bool value);
    [[nodiscard]] static Value integer(qint64 value);
    [[nodiscard]] static Value dateTime(QString text);
    [[nodiscard]] static Value list(QList<Value> items);
    [[nodiscard]] static Value strings(const QStringList &texts);
    [[nodiscard]] static Value map(QList<Member> members);

    /// The same as a QVariant of plain Qt types, for templates: qlonglong, double, bool, QVariantList, QVariantMap; a date stays its text.
    [[nodiscard]] QVariant toVariant() const;
    /// Equal content, members in the same order; places do not count.
    [[nodiscard]] bool sameContent(const Value &other) const;
};

struct Value::Member {
    QString key;
    SourcePosition keyPosition;
    Value value;
};

} // namespace quillway::text

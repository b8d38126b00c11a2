// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/value.h"

namespace quillway::text {

enum class Places { Hidden, Shown };

/// A value as tests write it: "string", 1i, 1.5f, true, null, @2022-01-01, [items], {key: value}. Shown places follow keys and values as <line:column>.
[[nodiscard]] inline QString toText(const Value &value, Places places = Places::Hidden)
{
    const auto place = [places](SourcePosition at) {
        return places == Places::Shown ? QStringLiteral("<%1:%2>").arg(at.line).arg(at.column) : QString();
    };
    QString text;
    switch (value.kind) {
    case Value::Kind::Null: text = QStringLiteral("null") + value.text; break;
    case Value::Kind::Boolean: text = value.text; break;
    case Value::Kind::Integer: text = value.text + u'i'; break;
    case Value::Kind::Float: text = value.text + u'f'; break;
    case Value::Kind::DateTime: text = u'@' + value.text; break;
    case Value::Kind::String: text = u'"' + QString(value.text).replace(u'\n', QStringLiteral("\\n")) + u'"'; break;
    case Value::Kind::List: {
        QStringList items;
        for (const Value &item : value.items)
            items.append(toText(item, places));
        text = u'[' + items.join(QStringLiteral(", ")) + u']';
        break;
    }
    case Value::Kind::Map: {
        QStringList members;
        for (const Value::Member &member : value.members)
            members.append(member.key + place(member.keyPosition) + QStringLiteral(": ") + toText(member.value, places));
        text = u'{' + members.join(QStringLiteral(", ")) + u'}';
        break;
    }
    }
    return text + place(value.position);
}

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/head_values.h"

#include "core/model/key_reader.h"

#include <QRegularExpression>

#include <span>

using namespace Qt::StringLiterals;

namespace quillway::importing {

using text::Value;

bool isEmptyValue(const Value &value)
{
    return value.kind == Value::Kind::Null || (value.isScalar() && value.text.trimmed().isEmpty());
}

const Value::Member *memberOf(const Value &map, KeyNames names)
{
    const Value::Member *member = model::findKey(map, std::span(names.begin(), names.size()));
    return member && !isEmptyValue(member->value) ? member : nullptr;
}

QString textOf(const Value *value)
{
    if (!value)
        return {};
    if (value->isScalar())
        return value->text.trimmed();
    return value->kind == Value::Kind::List && !value->items.isEmpty() && value->items.first().isScalar()
        ? value->items.first().text.trimmed()
        : QString();
}

bool meansTrue(const Value *value)
{
    const QString text = textOf(value).toLower();
    return text == "true"_L1 || text == "yes"_L1 || text == "on"_L1 || text == "1"_L1;
}

bool meansFalse(const Value *value)
{
    const QString text = textOf(value).toLower();
    return text == "false"_L1 || text == "no"_L1 || text == "off"_L1 || text == "0"_L1;
}

QStringList termsOf(const Value *value, bool blanksPart)
{
    QStringList terms;
    if (!value)
        return terms;
    if (value->kind == Value::Kind::List) {
        for (const Value &item : value->items) {
            const Value::Member *named = item.kind == Value::Kind::Map ? memberOf(item, { u"name", u"title", u"slug" }) : nullptr;
            if (const QString text = textOf(named ? &named->value : &item); !text.isEmpty())
                terms.append(text);
        }
    } else if (value->isScalar()) {
        const bool commas = value->text.contains(u',');
        static const QRegularExpression parts(u"[,;]"_s), blanks(u"\\s+"_s);
        for (const QString &part : value->text.split(blanksPart && !commas ? blanks : parts, Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty())
                terms.append(part.trimmed());
        }
    }
    return terms;
}

QStringList addressesOf(const Value *value)
{
    QStringList addresses;
    if (!value)
        return addresses;
    if (value->isScalar())
        addresses.append(value->text.trimmed());
    for (const Value &item : value->items)
        addresses.append(textOf(&item));
    addresses.removeAll(QString());
    return addresses;
}

} // namespace quillway::importing

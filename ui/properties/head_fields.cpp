// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/properties/head_fields.h"

#include "core/base/date_time.h"
#include "core/model/site.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::KeyEdit;
using text::Value;

namespace {

QString scalar(const Value &root, QStringView key)
{
    const Value *value = root.find(key);
    return value && value->isScalar() && value->kind != Value::Kind::Null ? value->text : QString();
}

/// A list of texts; a single text is a list of one.
QStringList texts(const Value &root, QStringView key)
{
    const Value *value = root.find(key);
    if (!value || value->kind == Value::Kind::Map || value->kind == Value::Kind::Null)
        return {};
    if (value->isScalar())
        return splitTags(value->text);
    QStringList list;
    for (const Value &item : value->items) {
        if (item.isScalar())
            list.append(item.text);
    }
    return list;
}

} // namespace

Result<HeadFields> readHeadFields(const QByteArray &file)
{
    return text::parseFrontMatter(file).transform([](const text::FrontMatter &head) {
        const Value &root = head.root;
        return HeadFields {
            .title = scalar(root, u"title"),
            .date = scalar(root, u"date"),
            .updated = scalar(root, u"updated"),
            .tags = texts(root, u"tags"),
            .summary = scalar(root, u"summary"),
            .slug = scalar(root, u"slug"),
            .cover = scalar(root, u"cover"),
            .coverAlt = scalar(root, u"cover_alt"),
            .draft = scalar(root, u"draft") == u"true",
        };
    });
}

KeyEdit textEdit(const QString &key, const QString &text)
{
    return text.isEmpty() ? KeyEdit { key, std::nullopt } : KeyEdit { key, Value::string(text) };
}

KeyEdit dateEdit(const QString &key, const QString &text)
{
    const QString trimmed = text.trimmed();
    return !trimmed.isEmpty() && parseMoment(trimmed, QTimeZone::utc()) ? KeyEdit { key, Value::dateTime(trimmed) } : textEdit(key, trimmed);
}

KeyEdit tagsEdit(const QStringList &tags)
{
    return tags.isEmpty() ? KeyEdit { u"tags"_s, std::nullopt } : KeyEdit { u"tags"_s, Value::strings(tags) };
}

KeyEdit draftEdit(bool draft)
{
    return { u"draft"_s, Value::boolean(draft) };
}

QStringList splitTags(QStringView text)
{
    QStringList tags;
    QSet<QString> seen;
    for (const QStringView part : text.split(u',')) {
        const QString tag = part.trimmed().toString();
        const QString key = model::tagKey(tag);
        if (tag.isEmpty() || seen.contains(key))
            continue;
        seen.insert(key);
        tags.append(tag);
    }
    return tags;
}

} // namespace quillway::ui

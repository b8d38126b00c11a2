// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/filters/prose.h"

#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <QSequentialIterable>
#include <QVariantHash>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

QString nameOf(const QVariant &item)
{
    if (item.typeId() != QMetaType::QVariantHash && item.typeId() != QMetaType::QVariantMap)
        return item.toString();
    const QVariantHash members = item.toHash();
    const QVariant name = members.value(u"name"_s);
    return name.isValid() ? name.toString() : members.value(u"title"_s).toString();
}

bool isList(const QVariant &value)
{
    return value.typeId() != QMetaType::QString && value.typeId() != QMetaType::QByteArray && value.canConvert<QSequentialIterable>();
}

QDate dateOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QDate: return value.toDate();
    case QMetaType::QDateTime: return value.toDateTime().date();
    default: return QDate::fromString(value.toString().left(10), Qt::ISODate);
    }
}

} // namespace

QString sentence(const QVariant &list, const QLocale &locale)
{
    if (!isList(list))
        return list.toString();
    QStringList names;
    for (const QVariant &item : list.value<QSequentialIterable>()) {
        if (const QString name = nameOf(item); !name.isEmpty())
            names << name;
    }
    return locale.createSeparatedList(names);
}

QString formattedDate(const QVariant &date, const QString &format, const QLocale &locale)
{
    const QString wanted = format.isEmpty() ? longDateFormat(locale) : format;
    if (date.typeId() == QMetaType::QDateTime && date.toDateTime().isValid())
        return locale.toString(date.toDateTime(), wanted);
    const QDate day = dateOf(date);
    return day.isValid() ? locale.toString(day, wanted) : QString();
}

QString longDateFormat(const QLocale &locale)
{
    // Qt's long form is CLDR's "full" one; what CLDR calls "long" is the same without the day of the week.
    static const QRegularExpression weekday(u"^dddd[\\s,،.]*|[\\s,،.]*\\(?dddd\\)?$"_s);
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(weekday);
    return format;
}

} // namespace quillway::publish

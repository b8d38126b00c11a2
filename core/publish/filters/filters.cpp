// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/filters/filters.h"

#include "core/publish/filters/bounded_range.h"
#include "core/publish/filters/once.h"
#include "core/publish/filters/prose.h"

#include <KTextTemplate/Filter>
#include <KTextTemplate/Util>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

QLocale &threadLocale()
{
    thread_local QLocale locale = QLocale::c();
    return locale;
}

class SentenceFilter final : public KTextTemplate::Filter
{
public:
    [[nodiscard]] QVariant doFilter(const QVariant &input, const QVariant &, bool) const override
    {
        return sentence(input, threadLocale());
    }
};

class DateFilter final : public KTextTemplate::Filter
{
public:
    [[nodiscard]] QVariant doFilter(const QVariant &input, const QVariant &argument, bool) const override
    {
        const QString format = argument.isValid() ? QString(KTextTemplate::getSafeString(argument)) : QString();
        const bool isText = KTextTemplate::isSafeString(input);
        return formattedDate(isText ? QVariant(QString(KTextTemplate::getSafeString(input))) : input, format, threadLocale());
    }
};

} // namespace

QHash<QString, KTextTemplate::Filter *> Filters::filters(const QString &)
{
    return { { u"sentence"_s, new SentenceFilter }, { u"date"_s, new DateFilter } };
}

QHash<QString, KTextTemplate::AbstractNodeFactory *> Filters::nodeFactories(const QString &)
{
    return { { u"range"_s, new BoundedRangeFactory }, { u"once"_s, new OnceFactory } };
}

void Filters::setLocale(const QLocale &locale)
{
    threadLocale() = locale;
}

void Filters::setKeptParts(std::shared_ptr<KeptParts> parts)
{
    keepPartsIn(std::move(parts));
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/pager.h"

#include "core/model/addresses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr int namedAround = 2; ///< pages named on either side of the current one

bool isNamed(int page, int number, int count)
{
    return page == 1 || page == count || std::abs(page - number) <= namedAround;
}

} // namespace

int Paging::count() const
{
    return perPage <= 0 || entries <= perPage ? 1 : int((entries + perPage - 1) / perPage);
}

qsizetype Paging::begin(int number) const
{
    return perPage <= 0 ? 0 : std::min(entries, (number - 1) * perPage);
}

qsizetype Paging::size(int number) const
{
    return perPage <= 0 ? entries : std::min(perPage, entries - begin(number));
}

QVariantHash pagerContext(const QString &list, int number, int count, const model::Settings &settings)
{
    if (count <= 1)
        return {};
    const auto url = [&](int page) {
        return page < 1 || page > count ? QString() : model::urlPath(model::listAddress(list, page), settings);
    };
    QVariantList pages;
    for (int page = 1; page <= count; ++page) {
        if (isNamed(page, number, count))
            pages.append(
                QVariantHash { { u"number"_s, page }, { u"url"_s, url(page) }, { u"current"_s, page == number }, { u"gap"_s, false } });
        else if (isNamed(page - 1, number, count))
            pages.append(QVariantHash { { u"gap"_s, true } });
    }
    return { { u"number"_s, number },
             { u"count"_s, count },
             { u"previous"_s, url(number - 1) },
             { u"next"_s, url(number + 1) },
             { u"pages"_s, pages } };
}

} // namespace quillway::publish

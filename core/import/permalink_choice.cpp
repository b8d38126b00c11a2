// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/permalink_choice.h"

#include "core/base/slug.h"
#include "core/model/addresses.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

/// The parts of an address as pages have them: no `index.html`, no `.html`.
QStringList pageParts(const QString &address)
{
    static const QRegularExpression ending(u"\\.(?:html?|php|aspx)\\z"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList parts = address.split(u'/', Qt::SkipEmptyParts);
    if (!parts.isEmpty()) {
        parts.last().remove(ending);
        if (parts.last() == "index"_L1)
            parts.removeLast();
    }
    return parts;
}

/// `/2019/05/08/go/` of a post of that day as `/:year/:month/:day/:slug/`; nothing if the last part is not its slug.
QString generalised(const AddressedPost &addressed)
{
    QStringList parts = pageParts(addressed.address);
    if (parts.isEmpty() || parts.last() != addressed.post.slug)
        return {};
    parts.removeLast();
    const QString section = addressed.post.section;
    if (!section.isEmpty() && parts.join(u'/') == section)
        return u"/:section/:slug/"_s;
    if (addressed.post.date) {
        const QDate date = addressed.post.date->at.date();
        const std::pair<QString, QString> names[] = { { date.toString(u"yyyy"_s), u":year"_s },
                                                      { date.toString(u"MM"_s), u":month"_s },
                                                      { date.toString(u"dd"_s), u":day"_s } };
        // Each is looked for once, from left to right: 2012/12/12 is year, month, day.
        qsizetype next = 0;
        for (QString &part : parts) {
            for (qsizetype i = next; i < 3; ++i) {
                if (part == names[i].first) {
                    part = names[i].second;
                    next = i + 1;
                    break;
                }
            }
        }
    }
    for (const QString &part : std::as_const(parts)) {
        if (!isSafeAddressPart(part) || (part.contains(u':') && !part.startsWith(u':')))
            return {};
    }
    return parts.isEmpty() ? u"/:slug/"_s : u'/' + parts.join(u'/') + "/:slug/"_L1;
}

} // namespace

QString slugOfAddress(const QString &address)
{
    const QStringList parts = pageParts(address);
    return parts.isEmpty() ? QString() : parts.last();
}

QString choosePermalink(const QList<AddressedPost> &posts)
{
    QMap<QString, int> counts;
    for (const AddressedPost &post : posts) {
        const QString pattern = generalised(post);
        if (!pattern.isEmpty() && !model::permalinkFault(pattern))
            ++counts[pattern];
    }
    QString best = u"/posts/:slug/"_s;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            best = it.key();
        }
    }
    return best;
}

} // namespace quillway::importing

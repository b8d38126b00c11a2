// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/content_name.h"

#include "core/base/date_time.h"
#include "core/base/path_parts.h"
#include "core/base/slug.h"

namespace quillway::model {

using namespace Qt::StringLiterals;

namespace {

/// `posts/a/b` without `posts`.
QString belowTop(const QString &folder)
{
    const qsizetype slash = folder.indexOf(u'/');
    return slash < 0 ? QString() : folder.sliced(slash + 1);
}

} // namespace

ContentName contentName(const SitePath &file)
{
    const QString inside = belowTop(file.folder());
    const QString stem = file.stem();
    if (stem != "index"_L1 || inside.isEmpty())
        return { .name = stem, .section = inside, .isBundle = false };
    return { .name = fileNameOf(inside), .section = folderOf(inside), .isBundle = true };
}

QString slugOfName(QStringView name, QStringView fallbackPrefix)
{
    const QStringView slug = withoutLeadingDate(name).trimmed();
    return isSafeAddressPart(slug) ? slug.toString() : slugOr(slug, fallbackPrefix);
}

QString titleOfName(QStringView name)
{
    QString title = withoutLeadingDate(name).toString();
    title.replace(u'-', u' ').replace(u'_', u' ');
    title = title.simplified();
    if (title.isEmpty())
        return name.toString();
    title[0] = title[0].toUpper();
    return title;
}

} // namespace quillway::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/content_kind.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

bool isMarkdown(const QString &fileName)
{
    static constexpr std::array extensions { u".md", u".markdown", u".mkd", u".mdown" };
    return std::ranges::any_of(extensions, [&](QStringView extension) { return fileName.endsWith(extension, Qt::CaseInsensitive); });
}

} // namespace

ContentKind contentKind(const SitePath &file)
{
    const QStringList parts = file.toString().split(u'/');
    if (std::ranges::any_of(parts, isIgnoredName))
        return ContentKind::Ignored;
    if (parts.size() == 1)
        return parts.first() == u"quillway.toml" ? ContentKind::Settings
            : parts.first() == u"tags.toml"      ? ContentKind::Tags
                                                 : ContentKind::Ignored;

    const QString &top = parts.first();
    const bool markdown = isMarkdown(parts.last());
    if (top == u"posts")
        return markdown ? ContentKind::Post : ContentKind::Asset;
    if (top == u"pages")
        return markdown ? ContentKind::Page : ContentKind::Asset;
    if (top == u"topics" && markdown && parts.size() == 2)
        return ContentKind::Topic;
    if (top == u"paths" && markdown && parts.size() == 2)
        return ContentKind::Path;
    if (top == u"assets")
        return ContentKind::Asset;
    return top == u"theme" ? ContentKind::Theme : ContentKind::Ignored;
}

bool isIgnoredName(QStringView name)
{
    return name.startsWith(u'.') || name.endsWith(u'~') || (name.startsWith(u'#') && name.endsWith(u'#'));
}

} // namespace quillway::store

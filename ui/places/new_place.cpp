// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/new_place.h"

#include "core/base/slug.h"
#include "core/text/front_matter.h"

using namespace Qt::StringLiterals;

namespace quillway::ui {

NewPlace newPlace(PlaceKind kind, const QString &title, const QStringList &tags, const std::function<bool(const SitePath &)> &isTaken)
{
    using text::Value;
    const bool isTopic = kind == PlaceKind::Topic;
    const QString stem = isTopic ? u"topics/"_s + slugOr(title, u"topic") : u"paths/"_s + slugOr(title, u"path");
    auto file = SitePath::literal(stem + u".md"_s);
    for (int n = 2; isTaken(file); ++n)
        file = SitePath::literal(stem + u'-' + QString::number(n) + u".md"_s);
    QList<Value::Member> members { { u"title"_s, {}, Value::string(title) } };
    if (!tags.isEmpty())
        members.append({ u"tags"_s, {}, Value::strings(tags) });
    return { file, text::renderFrontMatter(text::Dialect::Yaml, Value::map(members)) };
}

} // namespace quillway::ui

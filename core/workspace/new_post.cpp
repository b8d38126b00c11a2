// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/new_post.h"

#include "core/base/slug.h"
#include "core/text/front_matter.h"

using namespace Qt::StringLiterals;

namespace quillway::workspace {

NewPost newPost(const QString &title, const QDate &date, const std::function<bool(const SitePath &)> &isTaken)
{
    using text::Value;
    const QString day = date.toString(Qt::ISODate);
    const QString stem = u"posts/"_s + day + u'-' + slugOr(title, u"post");
    auto file = SitePath::literal(stem + u".md"_s);
    for (int n = 2; isTaken(file); ++n)
        file = SitePath::literal(stem + u'-' + QString::number(n) + u".md"_s);

    const Value head = Value::map({
        { u"title"_s, {}, Value::string(title) },
        { u"date"_s, {}, Value::dateTime(day) },
        { u"tags"_s, {}, Value::list({}) },
        { u"draft"_s, {}, Value::boolean(true) },
    });
    return { file, text::renderFrontMatter(text::Dialect::Yaml, head) + "\n" };
}

} // namespace quillway::workspace

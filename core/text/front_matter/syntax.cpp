// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/syntax.h"

#include <QSet>

#include <algorithm>

namespace quillway::text {

namespace {

bool hasDoubledKey(const QList<Value::Member> &members)
{
    constexpr qsizetype fewEnoughToCompare = 16;
    if (members.size() <= fewEnoughToCompare) {
        for (auto member = members.cbegin(); member != members.cend(); ++member) {
            if (std::any_of(members.cbegin(), member, [&](const Value::Member &earlier) { return earlier.key == member->key; }))
                return true;
        }
        return false;
    }
    QSet<QStringView> seen;
    seen.reserve(members.size());
    for (const Value::Member &member : members)
        seen.insert(member.key);
    return seen.size() != members.size();
}

} // namespace

void dropShadowed(QList<Value::Member> &members, Diagnostics &diagnostics)
{
    if (!hasDoubledKey(members))
        return;
    const QList<Value::Member> all = std::exchange(members, {});
    QSet<QStringView> seen;
    for (const Value::Member &member : all) {
        if (seen.contains(member.key))
            diagnostics.append({ Severity::Warning, { ErrorCode::FrontMatterDuplicateKey, {}, member.keyPosition, member.key } });
        seen.insert(member.key);
    }
    seen.clear();
    for (auto member = all.crbegin(); member != all.crend(); ++member) {
        if (seen.contains(member->key))
            continue;
        seen.insert(member->key);
        members.prepend(*member);
    }
}

} // namespace quillway::text

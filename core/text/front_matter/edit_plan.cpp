// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/edit_plan.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace quillway::text {

namespace {

/// A hash that equal contents share. Text is enough to tell most values apart, and the rest is compared.
size_t contentHash(const Value &value)
{
    size_t hash = qHashMulti(0, int(value.kind), value.kind == Value::Kind::Null ? QString() : value.text);
    for (const Value &item : value.items)
        hash = qHashMulti(hash, contentHash(item));
    for (const Value::Member &member : value.members)
        hash = qHashMulti(hash, member.key, contentHash(member.value));
    return hash;
}

/// For each of `items` the old item that is equal to it, each old one given once, the first ones first.
QList<std::optional<qsizetype>> equalOnes(const Syntax &list, const QList<Value> &items)
{
    QHash<size_t, QList<qsizetype>> byHash;
    for (qsizetype index = 0; index < list.members.size(); ++index)
        byHash[contentHash(list.members[index].node.value)].append(index);
    QList<std::optional<qsizetype>> result(items.size());
    for (qsizetype index = 0; index < items.size(); ++index) {
        QList<qsizetype> &candidates = byHash[contentHash(items[index])];
        const auto found = std::ranges::find_if(candidates,
                                                [&](qsizetype old) { return list.members[old].node.value.sameContent(items[index]); });
        if (found == candidates.end())
            continue;
        result[index] = *found;
        candidates.erase(found);
    }
    return result;
}

/// What a map in a list is known by: its first member (`post: …` of a step, `title: …` of a reference).
std::optional<size_t> nameHash(const Value &value)
{
    if (value.kind != Value::Kind::Map || value.members.isEmpty())
        return std::nullopt;
    return qHashMulti(0, value.members[0].key, contentHash(value.members[0].value));
}

} // namespace

QList<PlannedChild> planList(const Syntax &list, const QList<Value> &items)
{
    QList<std::optional<qsizetype>> origin = equalOnes(list, items);
    QList<PlannedChild> plan;
    plan.reserve(items.size());
    for (qsizetype index = 0; index < items.size(); ++index)
        plan.append({ origin[index], {}, origin[index] ? nullptr : &items[index] });

    QSet<qsizetype> used;
    for (const std::optional<qsizetype> &old : std::as_const(origin)) {
        if (old)
            used.insert(*old);
    }
    const auto take = [&](PlannedChild &planned, qsizetype old) {
        planned.old = old;
        used.insert(old);
    };
    QHash<size_t, qsizetype> byName;
    for (qsizetype index = list.members.size() - 1; index >= 0; --index) {
        if (const std::optional<size_t> name = nameHash(list.members[index].node.value); name && !used.contains(index))
            byName.insert(*name, index);
    }
    for (PlannedChild &planned : plan) {
        const std::optional<size_t> name = planned.old ? std::nullopt : nameHash(*planned.value);
        const qsizetype old = name ? byName.value(*name, -1) : -1;
        if (old >= 0 && !used.contains(old))
            take(planned, old);
    }
    for (qsizetype index = 0; index < plan.size(); ++index) {
        const std::optional<qsizetype> before = index == 0 ? std::optional<qsizetype>(-1) : plan[index - 1].old;
        if (plan[index].old || !before)
            continue;
        const qsizetype place = *before + 1;
        if (place < list.members.size() && !used.contains(place))
            take(plan[index], place);
    }
    return plan;
}

QList<PlannedChild> planMap(const Syntax &map, const QList<Value::Member> &members)
{
    QHash<QString, qsizetype> last;
    for (qsizetype index = 0; index < map.members.size(); ++index)
        last.insert(map.members[index].name, index);
    QSet<QString> kept;
    for (const Value::Member &member : members)
        kept.insert(member.key);

    QList<PlannedChild> plan;
    qsizetype next = 0; // of the old members that are shadowed by a later one
    const auto addShadowedBefore = [&](qsizetype end) {
        for (; next < end; ++next) {
            const QString &name = map.members[next].name;
            if (last[name] != next && kept.contains(name))
                plan.append({ next, name, nullptr });
        }
    };
    for (const Value::Member &member : members) {
        const auto old = last.constFind(member.key);
        if (old == last.cend()) {
            plan.append({ std::nullopt, member.key, &member.value });
            continue;
        }
        addShadowedBefore(*old);
        const bool isSame = map.members[*old].node.value.sameContent(member.value);
        plan.append({ *old, member.key, isSame ? nullptr : &member.value });
    }
    addShadowedBefore(map.members.size());
    return plan;
}

} // namespace quillway::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/name_index.h"

#include <algorithm>
#include <tuple>

namespace quillway::search {

using namespace quillway::model;
using Kind = NamedPlace::Kind;

namespace {

/// What can be compared of an entry that fits.
struct Candidate {
    int score = 0;
    qsizetype recency = 0; ///< 0: used last
    qsizetype order = 0; ///< the site's
    const NamedPlace *place = nullptr;
};

QHash<SitePath, qsizetype> recencies(const QList<SitePath> &recent)
{
    QHash<SitePath, qsizetype> order;
    for (const SitePath &file : recent) {
        if (!order.contains(file))
            order.insert(file, order.size());
    }
    return order;
}

qsizetype recencyOf(const NamedPlace &place, const QHash<SitePath, qsizetype> &recent)
{
    const qsizetype never = recent.size();
    return place.file && place.kind != Kind::Heading ? recent.value(*place.file, never) : never;
}

} // namespace

NameIndex::GroupPtr NameIndex::groupOf(const PostPtr &post, Kind kind)
{
    auto group = std::make_shared<Group>();
    group->value = post;
    const QString file = post->file.toString();
    group->entries.push_back(
        { { .kind = kind, .name = post->title, .detail = file, .key = {}, .file = post->file }, FuzzyName(post->title), 0 });
    group->details.emplace_back(file);
    group->details.push_back(group->entries.front().name);
    for (const text::Heading &heading : post->facts.outline) {
        const bool isTitle = post->titleFromBody && heading.level == 1 && heading.text == post->title;
        if (isTitle || heading.text.isEmpty())
            continue;
        NamedPlace place { .kind = Kind::Heading, .name = heading.text, .detail = post->title, .key = {}, .file = post->file };
        place.line = heading.line + post->bodyLine - 1;
        group->entries.push_back({ std::move(place), FuzzyName(heading.text), 1 });
    }
    return group;
}

template<typename Value>
NameIndex::GroupPtr NameIndex::groupOf(const std::shared_ptr<const Value> &value, Kind kind)
{
    auto group = std::make_shared<Group>();
    group->value = value;
    const QString file = value->file.toString();
    group->entries.push_back(
        { { .kind = kind, .name = value->title, .detail = file, .key = {}, .file = value->file }, FuzzyName(value->title), 0 });
    group->details.emplace_back(file);
    return group;
}

NameIndex::GroupPtr NameIndex::groupOfTags(const Site &site)
{
    auto group = std::make_shared<Group>();
    group->details.emplace_back();
    for (const Tag &tag : tagsOf(site, site.posts()))
        group->entries.push_back(
            { { .kind = Kind::Tag, .name = tag.name, .detail = QString::number(tag.posts.size()), .key = tag.key, .file = {} },
              FuzzyName(tag.name),
              0 });
    return group;
}

template<typename List>
void NameIndex::addAll(const List &values, Kind kind, const OlderGroups &older)
{
    for (const auto &value : values) {
        const auto place = older.constFind(value.get());
        m_groups.push_back(place != older.cend() ? *place : groupOf(value, kind));
    }
}

NameIndex::NameIndex(const Site &site, const NameIndex *older)
{
    OlderGroups groups;
    if (older) {
        groups.reserve(qsizetype(older->m_groups.size()));
        for (const GroupPtr &group : older->m_groups) {
            if (group->value)
                groups.insert(group->value.get(), group);
        }
    }
    addAll(site.posts(), Kind::Post, groups);
    addAll(site.pages(), Kind::Page, groups);
    addAll(site.topics(), Kind::Topic, groups);
    addAll(site.paths(), Kind::Path, groups);
    m_groups.push_back(groupOfTags(site));
    for (const GroupPtr &group : m_groups)
        m_size += qsizetype(group->entries.size());
}

QList<FoundPlace> NameIndex::findNothingTyped(const PlaceOptions &options) const
{
    const QHash<SitePath, qsizetype> order = recencies(options.recent);
    std::vector<const NamedPlace *> chosen;
    for (const GroupPtr &group : m_groups) {
        for (const auto &[place, name, detail] : group->entries) {
            const bool wanted = options.only
                ? place.kind == *options.only
                : place.kind == Kind::Post || (place.kind != Kind::Heading && recencyOf(place, order) < order.size());
            if (wanted)
                chosen.push_back(&place);
        }
    }
    std::ranges::stable_sort(chosen, {}, [&](const NamedPlace *place) { return recencyOf(*place, order); });
    QList<FoundPlace> found;
    for (std::size_t i = 0; i < chosen.size() && found.size() < options.most; ++i)
        found.append({ *chosen[i], {} });
    return found;
}

QList<FoundPlace> NameIndex::find(QStringView typed, const PlaceOptions &options, const std::stop_token &stop) const
{
    const FuzzyQuery query(typed);
    if (query.isEmpty())
        return findNothingTyped(options);
    const QHash<SitePath, qsizetype> order = recencies(options.recent);
    std::vector<Candidate> candidates;
    for (const GroupPtr &group : m_groups) {
        if (stop.stop_requested())
            break;
        for (const Entry &entry : group->entries) {
            if (options.only && entry.place.kind != *options.only)
                continue;
            // A post's title alone is no reason to list all of its headings.
            const auto use = entry.place.kind == Kind::Heading ? FuzzyQuery::DetailUse::Beside : FuzzyQuery::DetailUse::Alone;
            if (const auto score = query.score(entry.name, &group->details[entry.detail], use))
                candidates.push_back({ *score, recencyOf(entry.place, order), qsizetype(candidates.size()), &entry.place });
        }
    }
    const auto rank = [](const Candidate &one) {
        return std::tuple(-one.score, one.recency, one.place->kind, one.place->name.size(), one.order);
    };
    const std::size_t count = std::min(std::size_t(options.most), candidates.size());
    std::ranges::partial_sort(candidates, candidates.begin() + std::ptrdiff_t(count), {}, rank);
    QList<FoundPlace> found;
    for (std::size_t i = 0; i < count; ++i)
        found.append({ *candidates[i].place, query.marks(candidates[i].place->name) });
    return found;
}

} // namespace quillway::search

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/near_target.h"

#include "core/model/code_point_order.h"
#include "core/model/near_name.h"

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

QString lastPart(QStringView path)
{
    const QStringView trimmed = path.endsWith(u'/') ? path.chopped(1) : path;
    return trimmed.sliced(trimmed.lastIndexOf(u'/') + 1).toString();
}

QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.sliced(dot + 1).toLower() : QString();
}

QString withoutExtension(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.first(dot) : name;
}

} // namespace

NearTarget::NearTarget(const model::Site &site, const LinkIndex &links)
    : m_site(site)
    , m_links(links)
{ }

QString NearTarget::describe(const QString &destination, const LinkTarget &looked)
{
    const QString name = lastPart(looked.address);
    if (looked.kind != LinkTarget::Kind::Unknown || name.isEmpty() || m_searchesLeft-- <= 0)
        return destination;
    gather();
    const auto near = nearest(withoutExtension(name), extensionOf(name));
    return near ? model::saidWithNear(destination, *near) : destination;
}

std::optional<QString> NearTarget::nearest(const QString &name, const QString &extension) const
{
    const auto search = [&](const auto &belongs) -> std::optional<QString> {
        QStringList names;
        QStringList places;
        for (const Candidate &candidate : m_candidates) {
            if (!belongs(candidate))
                continue;
            names += candidate.name;
            places += candidate.place;
        }
        const auto near = model::nearName(name, names);
        return near ? std::optional(places[names.indexOf(*near)]) : std::nullopt;
    };
    if (const auto near = search([&](const Candidate &candidate) { return candidate.extension == extension; }))
        return near;
    return extension.isEmpty() ? std::nullopt : search([](const Candidate &candidate) { return !candidate.extension.isEmpty(); });
}

/// Sorted by place, so that the same site gives the same guess.
void NearTarget::gather()
{
    if (!m_candidates.isEmpty())
        return;
    const auto addFile = [this](const SitePath &file) {
        m_candidates.append({ withoutExtension(file.fileName()), extensionOf(file.fileName()), file.toString() });
    };
    for (const auto *list : { &m_site.posts(), &m_site.pages() }) {
        for (const model::PostPtr &post : *list)
            addFile(post->file);
    }
    for (const model::Asset &asset : m_site.parts().assets)
        addFile(asset.file);
    for (const model::TopicPtr &topic : m_site.topics())
        addFile(topic->file);
    for (const model::ReadingPathPtr &path : m_site.paths())
        addFile(path->file);
    for (auto it = m_links.targets().cbegin(); it != m_links.targets().cend(); ++it) {
        if (it->exported && it.key().endsWith(u'/'))
            m_candidates.append({ lastPart(it.key()), {}, it.key() });
    }
    std::ranges::sort(m_candidates, model::CodePointLess(), [](const Candidate &candidate) -> QStringView { return candidate.place; });
}

} // namespace quillway::analysis

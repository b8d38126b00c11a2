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

} // namespace

NearTarget::NearTarget(const model::Site &site, const LinkIndex &links) : m_site(site), m_links(links) { }

QString NearTarget::describe(const QString &destination, const LinkTarget &looked)
{
    const QString name = lastPart(looked.address);
    if (name.isEmpty() || m_searchesLeft-- <= 0)
        return destination;
    const Candidates &candidates = name.contains(u'.') ? files() : addresses();
    const auto near = model::nearName(name, candidates.names);
    return near ? u"%1 (did you mean %2?)"_s.arg(destination, candidates.places.value(*near)) : destination;
}

void NearTarget::insert(Candidates &candidates, const QString &name, const QString &place)
{
    if (name.isEmpty() || candidates.places.contains(name))
        return;
    candidates.names += name;
    candidates.places.insert(name, place);
}

const NearTarget::Candidates &NearTarget::files()
{
    if (!m_files.names.isEmpty())
        return m_files;
    const auto add = [this](const SitePath &file) { insert(m_files, file.fileName(), file.toString()); };
    for (const auto *list : { &m_site.posts(), &m_site.pages() }) {
        for (const model::PostPtr &post : *list)
            add(post->file);
    }
    for (const model::Asset &asset : m_site.parts().assets)
        add(asset.file);
    for (const model::TopicPtr &topic : m_site.topics())
        add(topic->file);
    for (const model::ReadingPathPtr &path : m_site.paths())
        add(path->file);
    return m_files;
}

/// Sorted, so that the same site gives the same guess.
const NearTarget::Candidates &NearTarget::addresses()
{
    if (!m_addresses.names.isEmpty())
        return m_addresses;
    QStringList sorted = m_links.targets().keys();
    std::ranges::sort(sorted, model::CodePointLess());
    for (const QString &address : std::as_const(sorted)) {
        if (m_links.targets().value(address).exported)
            insert(m_addresses, lastPart(address), address);
    }
    return m_addresses;
}

} // namespace quillway::analysis

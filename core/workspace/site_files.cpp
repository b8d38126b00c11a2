// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/site_files.h"

#include "core/workspace/unsaved_texts.h"

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using namespace quillway::model;

std::optional<QByteArray> sourceIn(const Site &site, const SitePath &file)
{
    const SiteParts &parts = site.parts();
    if (const auto place = parts.unreadable.constFind(file); place != parts.unreadable.cend())
        return *place;
    if (const PostPtr post = site.postByFile(file))
        return post->source;
    for (const TopicPtr &topic : site.topics()) {
        if (topic->file == file)
            return topic->source;
    }
    for (const ReadingPathPtr &path : site.paths()) {
        if (path->file == file)
            return path->source;
    }
    if (file.toString() == u"quillway.toml" && !parts.settingsSource.isEmpty())
        return parts.settingsSource;
    if (file.toString() == u"tags.toml" && !parts.tagInfoSource.isEmpty())
        return parts.tagInfoSource;
    return std::nullopt;
}

SitePath unitOf(const Site &site, const SitePath &file)
{
    const PostPtr post = site.postByFile(file);
    return post && post->isBundle ? SitePath::parse(file.folder()).value_or(file) : file;
}

QList<SitePath> filesOf(const Site &site)
{
    QList<SitePath> files = site.parts().unreadable.keys();
    const auto add = [&](const auto &items) {
        for (const auto &item : items)
            files.append(item->file);
    };
    add(site.posts());
    add(site.pages());
    add(site.topics());
    add(site.paths());
    for (const Asset &asset : site.parts().assets)
        files.append(asset.file);
    for (const SitePath &own : { SitePath::literal(u"quillway.toml"), SitePath::literal(u"tags.toml") }) {
        if (sourceIn(site, own))
            files.append(own);
    }
    return files;
}

QList<store::FileEdit> removalOf(const Site &site, const SitePath &unit)
{
    QList<store::FileEdit> edits;
    for (const SitePath &file : filesOf(site)) {
        if (isWithin(file, unit))
            edits.append({ file, std::nullopt });
    }
    return edits;
}

} // namespace quillway::workspace

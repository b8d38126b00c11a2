// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/upload_plan.h"

#include "core/base/path_parts.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::deploy {

namespace {

/// The folders of the exported site whose pages are lists (site-format.md, "The exported site").
constexpr std::array listFolders { "page/"_L1, "archive/"_L1, "tags/"_L1, "topics/"_L1, "paths/"_L1, "search/"_L1 };
constexpr std::array listNames { "feed.xml"_L1, "rss.xml"_L1, "feed.json"_L1, "sitemap.xml"_L1 };

bool isList(const SitePath &file)
{
    const QString &path = file.toString();
    return path == "index.html"_L1 || std::ranges::contains(listNames, file.fileName())
        || std::ranges::any_of(listFolders, [&](QLatin1StringView folder) { return path.startsWith(folder); });
}

bool isPage(const SitePath &file)
{
    return file.fileName().endsWith(".html"_L1);
}

} // namespace

QList<QList<SitePath>> UploadPlan::uploads() const
{
    QList<SitePath> parts;
    QList<SitePath> newPages;
    QList<SitePath> pages;
    QList<SitePath> lists;
    const auto sort = [&](const QList<SitePath> &files, QList<SitePath> &ofPages) {
        for (const SitePath &file : files)
            (isList(file) ? lists : isPage(file) ? ofPages : parts).append(file);
    };
    sort(added, newPages);
    sort(changed, pages);
    QList<QList<SitePath>> stages { parts, newPages, pages, lists };
    stages.removeIf([](const QList<SitePath> &stage) { return stage.isEmpty(); });
    return stages;
}

UploadPlan planUpload(const Listing &wanted, const Listing &present)
{
    UploadPlan plan;
    for (const auto &[file, hash] : wanted.asKeyValueRange()) {
        const auto there = present.constFind(file);
        if (there == present.cend())
            plan.added.append(file);
        else if (*there != hash)
            plan.changed.append(file);
    }
    for (const auto &[file, hash] : present.asKeyValueRange()) {
        if (!wanted.contains(file))
            plan.removed.append(file);
    }
    for (QList<SitePath> *files : { &plan.added, &plan.changed, &plan.removed })
        std::ranges::sort(*files);
    return plan;
}

QStringList foldersOf(const QList<SitePath> &files)
{
    QSet<QString> folders;
    for (const SitePath &file : files) {
        for (const QString &folder : foldersAbove(file.toString()))
            folders.insert(folder);
    }
    // A folder comes before those below it, whose names begin with its own.
    QStringList sorted = folders.values();
    sorted.sort();
    return sorted;
}

QStringList emptiedFolders(const QList<SitePath> &removed, const Listing &remaining)
{
    const QStringList kept = foldersOf(remaining.keys());
    QStringList emptied = foldersOf(removed);
    emptied.removeIf([&](const QString &folder) { return std::ranges::binary_search(kept, folder); });
    std::ranges::reverse(emptied);
    return emptied;
}

} // namespace quillway::deploy

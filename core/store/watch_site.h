// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/base/site_path.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace quillway::store {

/// Places of the site where the disk may have changed: to be looked at, not to be believed. Our own saves are among them. Each list by path, no place twice.
struct SiteChanges {
    QList<SitePath> files; ///< may have come, gone, or been written; content by contentKind(), the theme included
    QList<SitePath> folders; ///< came, went, or cannot be told better: everything in and below
    bool everything = false; ///< more happened than could be followed: the whole site is to be listed anew

    friend bool operator==(const SiteChanges &, const SiteChanges &) = default;
};

struct WatchOptions {
    std::chrono::milliseconds quiet { 200 }; ///< without another change, before changes are told of: programs write in several steps
    std::chrono::milliseconds longest { 1000 }; ///< after the first change, at most
    std::chrono::milliseconds poll { 2000 }; ///< between two looks at what cannot be watched
    int mostWatches = 50'000;
};

/// Notices what other programs do to a site: watches its folders (not its files: a site of 10,000 posts has few folders) with the system's events. Where
/// those are not to be had (their number is limited, network disks have none), it looks at the times of the folders every `poll`; at the files that are open
/// in the editor it looks in any case. Folders behind symbolic links are not followed: a change there is told of under the folder's own place, if that is in the site.
///
/// Lives on the thread that made it; all access to the disk happens on a thread of its own. Once changed() was emitted for a change, every later change is told
/// of by a later one.
class SiteWatch final : public QObject
{
    Q_OBJECT

public:
    /// `files` must outlive this; it is used from the other thread. `siteFolder`: absolute.
    SiteWatch(const FileSystem &files, const QString &siteFolder, const WatchOptions &options = {}, QObject *parent = nullptr);
    ~SiteWatch() override; ///< waits for a look at the disk to end

    /// Begins; watching() follows. Once.
    void start();
    /// The files that are open in the editor. After start().
    void setOpenFiles(const QList<SitePath> &open);

Q_SIGNALS:
    /// From now on nothing is missed. `complete`: by the system's events alone; else in part by looking every `poll`, and of files that are not open only that
    /// they come and go.
    void watching(bool complete);
    void changed(const quillway::store::SiteChanges &changes);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace quillway::store

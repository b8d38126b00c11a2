// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/export_site.h"
#include "core/store/watch_site.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace quillway::serve {

/// The state of a site that was exported.
struct LiveExport {
    publish::ExportReport report;
    Diagnostics problems; ///< of loading and of exporting, by place
};

/// Keeps an exported folder what the site's files say: exports once, then again after each change that another program makes to them. Reads and writes on
/// a thread of its own; the site stays in memory, so that a change costs what it makes different. Lives on the thread that made it.
class LiveSite : public QObject
{
    Q_OBJECT

public:
    /// What to export with, asked for before each export: the build date goes on. Called on another thread.
    using Options = std::function<publish::ExportOptions(const model::Site &site)>;

    /// `files` must outlive it. `site`: as loaded just now from `folder`; `loadedSince`: when that began, since the epoch.
    LiveSite(FileSystem &files, model::SitePtr site, std::chrono::nanoseconds loadedSince, Options options, QObject *parent = nullptr);
    ~LiveSite() override; ///< stops an export and waits for the file that is being written

    /// Begins; exported() follows. Once.
    void start();

Q_SIGNALS:
    void exported(const quillway::serve::LiveExport &result);

private:
    void changed(const store::SiteChanges &changes, std::optional<std::chrono::nanoseconds> since);
    void queueWork();
    void work();
    [[nodiscard]] bool takeChanges();
    [[nodiscard]] bool takeChanges(const store::SiteChanges &changes, std::optional<std::chrono::nanoseconds> since);
    [[nodiscard]] bool loadAnew();
    void exportNow();

    struct Change {
        store::SiteChanges places;
        std::optional<std::chrono::nanoseconds> since;
    };

    FileSystem &m_files;
    std::chrono::nanoseconds m_loadedSince;
    Options m_options;
    store::SiteWatch m_watch;
    std::stop_source m_stop;

    std::mutex m_mutex;
    QList<Change> m_changes; ///< not yet looked at

    // Of the worker
    model::SitePtr m_site;
    bool m_isExported = false;
    QThreadPool m_worker; ///< one thread; last: it must not outlive the others
};

} // namespace quillway::serve

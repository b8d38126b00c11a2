// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

#include "core/store/history.h"

#include <tuple>

namespace quillway::workspace {

namespace {

constexpr int whenIdle = -1; ///< after everything that waits for the worker
constexpr std::chrono::seconds beforeNextTry(60); ///< after a save that could not wait

} // namespace

/// On the worker, after a save: what was there and what is there now can be gone back to. A version that cannot be kept is no reason for the save to fail.
void Workspace::Private::keepVersions(const PendingSave &save, const std::optional<QByteArray> &replaced)
{
    const QString siteFolder = save.path.chopped(save.file.toString().size() + 1);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (replaced && replaced != save.text.text)
        std::ignore = store::addVersion(files, siteFolder, save.file, *replaced, now.addMSecs(-1));
    std::ignore = store::addVersion(files, siteFolder, save.file, save.text.text, now);
}

/// The versions are thinned out, on the worker, when nothing else waits for it. Whoever wants to save does not wait for that either: it is tried again later.
void Workspace::Private::tidyVersions(std::chrono::seconds after)
{
    QTimer::singleShot(after, q, [this, folder = folder] {
        if (folder != this->folder)
            return;
        stopTidying = {};
        const auto tidy = [this, folder, stop = stopTidying.get_token()] {
            const auto tidied = store::tidyHistory(files, folder, QDateTime::currentDateTimeUtc(), store::historyBytes, stop);
            if (!tidied && tidied.error().code == ErrorCode::Cancelled)
                onWindowThread([this, folder] {
                    if (folder == this->folder)
                        tidyVersions(beforeNextTry);
                });
        };
        worker.start(tidy, whenIdle);
    });
}

/// On the worker: versions go with what was renamed.
void Workspace::Private::moveVersions(const QString &siteFolder, const SitePath &from, const SitePath &to, bool isFolder)
{
    if (isFolder)
        std::ignore = store::moveHistoryOfFolder(files, siteFolder, from, to);
    else
        std::ignore = store::moveHistory(files, siteFolder, from, to);
}

void Workspace::listVersions(const SitePath &file)
{
    d->worker.start([this, file, folder = d->folder] {
        const auto found = store::versions(d->files, folder, file);
        const QList<store::Version> versions = found ? found->versions : QList<store::Version>();
        d->onWindowThread([this, file, folder, versions] {
            if (folder == d->folder)
                Q_EMIT versionsListed(file, versions);
        });
    });
}

std::function<Result<QByteArray>(const store::Version &)> Workspace::versionLoader(const SitePath &file) const
{
    return [&files = d->files, folder = d->folder, file](const store::Version &version) {
        return store::readVersion(files, folder, file, version.hash);
    };
}

} // namespace quillway::workspace

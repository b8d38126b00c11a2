// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/deploy/peer.h"
#include "core/model/site.h"

namespace quillway::deploy {

struct PublishRequest {
    model::PublishDestination target;
    model::Selection selection {}; ///< drafts are never published, whatever it says
    QString token {}; ///< of the target, from the keychain; empty: none
    QString cacheFolder {}; ///< absolute; where peers keep what can be made again
    bool isDryRun = false; ///< nothing is sent
    bool goesOnWithErrors = false; ///< problems of level error do not hold it back
};

enum class PublishStage { Exporting, Asking, Sending };
/// Called from any thread; must be quick.
using PublishProgress = std::function<void(PublishStage stage, int done, int total)>;

struct PublishReport {
    enum class Outcome {
        Published,
        UpToDate, ///< the target had everything
        Shown, ///< a dry run: `plan` is what would be done
        HeldBack, ///< `problems` has errors, and nothing was sent
        Failed, ///< `failure`; what has been sent is there, and the next time goes on from there
    };
    Outcome outcome = Outcome::Failed;
    UploadPlan plan; ///< as far as it came to one
    Diagnostics problems; ///< of the content, by place: what `check` finds, and what the export did
    std::optional<Error> failure;
};

/// Exports the site into a folder of its own, asks the target what it has, and sends what is new. Blocks; any thread, one publication to a target at a time
/// (InUse otherwise).
[[nodiscard]] PublishReport publishSite(FileSystem &files, const model::Site &site, const PublishRequest &request,
                                        const PublishProgress &progress = {}, const std::stop_token &stop = {});

/// The build date of the last publication from this machine; nothing if there was none.
[[nodiscard]] std::optional<QDateTime> lastPublication(const FileSystem &files, const QString &siteFolder, const QString &target);

/// The posts that were not published at `since` and are at `now`, because their date has come.
[[nodiscard]] QList<model::PostPtr> becomeDue(const model::Site &site, const QDateTime &since, const QDateTime &now);

/// Where peers of this site's target keep things: of the user's, since a site that came from elsewhere could have anything in its own folder.
[[nodiscard]] QString publishCacheFolder(const QString &siteFolder, const QString &target);

} // namespace quillway::deploy

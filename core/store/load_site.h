// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/model/site.h"
#include "core/store/post_record.h"

#include <functional>
#include <stop_token>

namespace quillway::store {

/// Files read so far, and how many there are. Called from worker threads, one call at a time, a few dozen times in all and at least with done == total;
/// must be quick.
using LoadProgress = std::function<void(int done, int total)>;

/// Bytes of a text that is read at all: the largest post of 24 well-known blogs has 189 kB, so what is this much larger was not written by a person.
inline constexpr qint64 largestText = qint64(32) << 20;

struct LoadOptions {
    LoadProgress progress {};
    std::stop_token stop {};
    int threads = 0; ///< 0: one a core
    Texts texts = Texts::All; ///< of loadSiteWithCache()
};

struct LoadedSite {
    model::SitePtr site;
    int filesRead = 0;
    qint64 bytesRead = 0;
    int postsParsed = 0; ///< posts and pages whose text was gone through; the others were known from an earlier run
    /// Writes what was learned to the site's PostCache, for the next run; unset where that knows enough already. Any thread, once the site is in use: nobody waits
    /// for it. Holds much memory until it is let go.
    std::function<Result<void>(FileSystem &files)> keep {};
};

/// Reads the site in `folder` (absolute; the site keeps the spelling), laid out as site-format.md says; contentKind() says what each file is. The same folder gives the same
/// site and the same diagnostics in the same order, whatever the number of threads.
///
/// What is wrong inside the site is a diagnostic, with the file relative to the folder: a file whose head cannot be read (kept in SiteParts::unreadable); one that
/// the system does not give (NotReadable) or that is larger than any text (TooDeep); no quillway.toml (a warning: the defaults hold); what listSite() reports.
/// Nothing is ever written.
///
/// Errors: NotFound if there is no such folder, or it is no site (neither quillway.toml nor posts/); NotAFolder; NotReadable; Cancelled.
[[nodiscard]] Result<LoadedSite> loadSite(const FileSystem &files, const QString &folder, const LoadOptions &options = {});

/// The same site, sooner: with what an earlier run kept in the site's PostCache. Posts have their `sourceHash`. A cache that cannot be read costs time and nothing
/// else. With Texts::WhenNeeded, files that look as they did then (FileStamp) are not even opened.
[[nodiscard]] Result<LoadedSite> loadSiteWithCache(const FileSystem &files, const QString &folder, const LoadOptions &options = {});

/// The post or page of which `post` is the head, with its text; `post` itself if it is whole. ChangedOnDisk if its file has another content by now; other errors
/// are those of FileSystem::read(). `post` must outlive the result.
[[nodiscard]] Result<model::PostPtr> readWhole(const FileSystem &files, const model::Site &site, const model::Post &post);

} // namespace quillway::store

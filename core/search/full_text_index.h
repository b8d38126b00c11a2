// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/search/line_hits.h"
#include "core/search/post_filter.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace quillway::search {

/// A file in which something was found.
struct FoundText {
    SitePath file = SitePath::literal(u"posts/untitled.md");
    MarkedText title;
    QList<LineHit> lines; ///< the best ones, in the file's order
    int moreLines = 0; ///< that hold a hit and are not among them

    friend bool operator==(const FoundText &, const FoundText &) = default;
};

/// What a search gives.
struct FoundTexts {
    QList<FoundText> texts; ///< best first
    bool more = false; ///< there are others
    bool partial = false; ///< not every file is in the index yet
};

struct FindOptions {
    QDateTime now; ///< UTC; decides what is scheduled
    QSet<SitePath> modified; ///< files with unsaved text
    int mostTexts = 50;
    int mostLines = 5; ///< of each
};

/// The words of all texts of a site: posts, pages, topics and reading paths, in an SQLite database with FTS5. It is only a cache, brought up to date from snapshots by
/// the content of the files: what was not changed is not read again. It lives in `.quillway/search.sqlite`, held by one program at a time; where that cannot be (the
/// folder cannot be written, another program has it, it is damaged and cannot be removed) it lives as long as this object. Used by one thread at a time; nothing here
/// waits for anybody.
class FullTextIndex
{
public:
    /// `files` must outlive it. `siteFolder`: absolute.
    FullTextIndex(FileSystem &files, const QString &siteFolder);
    ~FullTextIndex();

    /// What is to be indexed from now on. Cheap: work() does it.
    void setSite(model::SitePtr site);

    /// Brings the index nearer to the site for about that long; true if something is left to be done.
    bool work(std::chrono::milliseconds atMost, const std::stop_token &stop = {});

    /// Finds what `query` (see parsePostFilter()) asks for, best first (see relevance.h). Without words, the posts that meet its conditions, newest first. An empty query finds nothing. Error Cancelled if stopped;
    /// what else can fail is mended by the next work().
    [[nodiscard]] Result<FoundTexts> find(QStringView query, const FindOptions &options, const std::stop_token &stop = {});

    [[nodiscard]] bool isOnDisk() const; ///< it is kept for the next time

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace quillway::search

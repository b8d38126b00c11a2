// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/full_text_index.h"
#include "core/search/name_index.h"

#include <functional>

namespace quillway::search {

/// Finding in the site that is open: keeps both indexes up to date on threads of its own and answers on them. Its members are called on one thread (the window's) and
/// never wait, but for the destructor, which waits for a step of work to end.
///
/// The newest question wins: an older one of the same kind is stopped and not answered. Answers come on a worker thread.
class Searcher
{
public:
    /// `files` must outlive it.
    explicit Searcher(FileSystem &files);
    ~Searcher();

    /// The newest snapshot; null: no site is open. Only what differs from the one before is looked at again.
    void setSite(const model::SitePtr &site);

    using PlacesAnswer = std::function<void(const QList<FoundPlace> &)>;
    void findPlaces(const QString &typed, const PlaceOptions &options, PlacesAnswer answer);

    using TextsAnswer = std::function<void(const FoundTexts &)>;
    void findTexts(const QString &query, const FindOptions &options, TextsAnswer answer);
    /// What was asked is not wanted any more.
    void cancel();

    /// Told on a worker thread when the index of texts has caught up with the newest snapshot. To be set before the first setSite().
    void onCaughtUp(std::function<void()> tell);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace quillway::search

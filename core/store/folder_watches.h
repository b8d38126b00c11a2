// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QHash>
#include <QList>

#include <optional>

namespace quillway::store {

/// Something that happened in a watched folder.
struct FolderEvent {
    enum class Kind {
        File, ///< a file (or link) came, went, or was written
        FolderCame, ///< made, moved here, or its permissions changed
        FolderWent,
        RootWent, ///< the site's own folder was moved, deleted or unmounted
        Lost, ///< more happened than the system kept
    };
    Kind kind = Kind::Lost;
    std::optional<SitePath> place; ///< of File, FolderCame and FolderWent
};

/// Linux's inotify(7) for the folders of a site; elsewhere, no watch is to be had. A watch covers the entries of one folder, not those below. One thread.
class FolderWatches
{
public:
    /// `most`: how many watches to use at most; the user's limit (fs.inotify.max_user_watches) is shared with other programs.
    explicit FolderWatches(int most);
    ~FolderWatches();
    Q_DISABLE_COPY_MOVE(FolderWatches)

    [[nodiscard]] int descriptor() const { return m_descriptor; } ///< becomes readable when something happened; -1: no watches at all

    /// Watches the folder at `path`, which is `place` in the site (unset: the site's own). False if that cannot be had.
    bool add(const QString &path, const std::optional<SitePath> &place);
    /// No more events of `place` and all below; of everything if it is unset.
    void remove(const std::optional<SitePath> &place);
    /// What happened since; never waits.
    [[nodiscard]] QList<FolderEvent> takeEvents();

private:
    struct Raw;
    std::optional<FolderEvent> toEvent(const Raw &raw);

    int m_descriptor = -1;
    int m_most;
    QHash<int, std::optional<SitePath>> m_places; ///< by watch
};

} // namespace quillway::store

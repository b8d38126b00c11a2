// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_stamp.h"
#include "core/store/post_record.h"

#include <QHash>

namespace quillway::store {

/// What was read from the posts and pages of a site, kept from one run of the program to the next, so that what is not changed is not read again word by word. Each
/// is kept under the hash of its file's bytes; a file that looks from outside as it did then (FileStamp) is not even hashed. A value; any number of threads may ask it.
///
/// There are two of them, one for each of Texts. It costs nothing but time to lose: a file of it that is damaged, of another build of the program or of other settings is as good as none.
class PostCache
{
public:
    struct Entry {
        FileStamp stamp; ///< of no file if it was not settled when taken
        QByteArray hash; ///< contentHash() of the file
        QByteArrayView record; ///< toRecord(); lives as long as the cache
    };

    PostCache() = default;

    /// Null if the file is not known.
    [[nodiscard]] const Entry *find(const SitePath &file) const;
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }

private:
    friend PostCache loadPostCache(const FileSystem &files, const QString &siteFolder, const model::Settings &settings, Texts texts);

    QByteArray m_bytes; ///< that the entries look into
    QHash<QString, Entry> m_entries; ///< by path
};

/// The cache of the site in `siteFolder`, of posts read with these settings; an empty one if there is none.
[[nodiscard]] PostCache loadPostCache(const FileSystem &files, const QString &siteFolder, const model::Settings &settings, Texts texts);

/// An entry to be kept.
struct KeptPost {
    SitePath file;
    FileStamp stamp;
    QByteArray hash;
    QByteArray record;
};

/// Replaces the cache by these entries, in one step: two programs that do so leave the one's or the other's. What is not among them is forgotten. Fails where
/// the site's folder cannot be written.
[[nodiscard]] Result<void> savePostCache(FileSystem &files, const QString &siteFolder, const model::Settings &settings, Texts texts,
                                         const QList<KeptPost> &posts);

} // namespace quillway::store

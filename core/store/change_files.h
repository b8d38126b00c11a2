// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/changes/site_change.h"

#include <functional>
#include <optional>

namespace quillway::store {

/// Which way the files of a change go.
enum class Direction { Forward, Back };

/// What came of a step over many files.
struct StepReport {
    QList<Error> leftAlone; ///< somebody else's doing
    std::optional<Error> failure; ///< the disk's

    [[nodiscard]] bool isClean() const { return leftAlone.isEmpty() && !failure; }
};

/// The files of one change on disk: looked at, moved, written. Every step can be repeated: what is done already stays.
class ChangeFiles
{
public:
    /// All outlive this.
    ChangeFiles(FileSystem &files, const QString &siteFolder, const changes::SiteChange &change, int threads)
        : m_files(files)
        , m_siteFolder(siteFolder)
        , m_change(change)
        , m_threads(threads)
    { }

    /// Why the change makes no sense by itself, whatever is on disk.
    [[nodiscard]] std::optional<Error> fault() const;
    /// Nothing done yet: everything is as the change expects it before.
    [[nodiscard]] StepReport lookBefore() const;
    /// Ends at the first that cannot be moved.
    StepReport moveForward();
    /// Goes on with the others.
    StepReport moveBack();
    /// Each file that has the text of the one side gets that of the other. Goes on with the others. Forward: all moves are made.
    StepReport write(Direction direction);
    /// Removes what a killed program that made this change left beside the files: texts that it had begun to write, and backups. When all is finished.
    void removeLeftovers();

private:
    enum class Place { From, To, Both, Neither };
    Result<Place> placeOf(const changes::Move &move) const;
    Result<void> rename(const SitePath &from, const SitePath &to);
    [[nodiscard]] std::optional<Error> lookAtMove(const changes::Move &move) const;
    [[nodiscard]] std::optional<Error> lookAtEdit(const changes::TextEdit &edit) const;
    [[nodiscard]] bool isUnmoved(const SitePath &file) const;
    Result<void> write(const SitePath &file, const std::optional<QByteArray> &from, const std::optional<QByteArray> &to);
    Result<void> put(const SitePath &file, const std::optional<QByteArray> &from, const QByteArray &to);
    Result<void> removeFile(const SitePath &file, const QByteArray &from);
    Result<void> mendTorn(const SitePath &file, const QByteArray &from, const QByteArray &to);
    [[nodiscard]] QString absolute(const SitePath &file) const { return m_siteFolder + u'/' + file.toString(); }
    StepReport forEachEdit(const std::function<std::optional<Error>(const changes::TextEdit &)> &work) const;

    FileSystem &m_files;
    const QString &m_siteFolder;
    const changes::SiteChange &m_change;
    int m_threads;
};

} // namespace quillway::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_folder.h"
#include "core/store/save_file.h"
#include "core/store/thin_versions.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

/// Younger than that it may be the work of another program that runs just now.
constexpr std::chrono::hours leftoverAge { 24 };

/// One file's versions while it is decided which of them stay.
struct Kept {
    HistoryFolder folder;
    QByteArray logBytes;
    HistoryLog log;
    QHash<QByteArray, qint64> sizes; ///< of objects on disk, by hash
    QList<bool> keep; ///< of log.versions
    QHash<QByteArray, int> uses; ///< by how many kept versions, by hash
    QStringList leftovers;

    void keepVersion(qsizetype i)
    {
        keep[i] = true;
        ++uses[log.versions[i].hash];
    }
    /// True if its bytes are of no use any more.
    bool dropVersion(qsizetype i)
    {
        keep[i] = false;
        return --uses[log.versions[i].hash] == 0;
    }
};

class Tidying
{
public:
    Tidying(FileSystem &files, const QString &siteFolder, const QDateTime &now)
        : m_files(files)
        , m_root(historyRoot(siteFolder))
        , m_now(now)
    { }

    Result<TidyReport> run(qint64 mostBytes, const std::stop_token &stop)
    {
        const auto entries = m_files.list(m_root);
        if (!entries && entries.error().code == ErrorCode::NotFound)
            return m_report;
        if (!entries)
            return std::unexpected(entries.error());
        for (const FolderEntry &entry : *entries) {
            if (stop.stop_requested())
                return std::unexpected(Error { ErrorCode::Cancelled, m_root, {}, {} });
            if (entry.kind == FileKind::Folder && isHistoryFolderName(entry.name))
                read({ m_root + u'/' + entry.name });
            else
                report(ErrorCode::BadValue, m_root + u'/' + entry.name, u"does not belong here"_s);
        }
        boundTo(mostBytes);
        for (Kept &kept : m_all) {
            if (stop.stop_requested())
                return std::unexpected(Error { ErrorCode::Cancelled, m_root, {}, {} });
            remove(kept);
        }
        return m_report;
    }

private:
    void report(ErrorCode code, const QString &place, const QString &detail)
    {
        m_report.diagnostics.append({ Severity::Warning, { code, place, {}, detail } });
    }
    void report(const Error &error) { m_report.diagnostics.append({ Severity::Warning, error }); }

    void read(const HistoryFolder &folder)
    {
        const auto bytes = readLog(m_files, folder);
        if (!bytes)
            return report(bytes.error());
        const auto entries = m_files.list(folder.path);
        if (!entries)
            return report(entries.error());
        Kept kept {
            .folder = folder, .logBytes = *bytes, .log = parseHistoryLog(*bytes), .sizes = {}, .keep = {}, .uses = {}, .leftovers = {}
        };
        QSet<QByteArray> listed;
        for (const Version &version : std::as_const(kept.log.versions))
            listed.insert(version.hash);
        for (const FolderEntry &entry : *entries)
            take(kept, listed, entry);
        chooseByTime(kept);
        m_all.push_back(std::move(kept));
    }

    /// Of those whose bytes are there: a record without does not stand in the way of another version.
    void chooseByTime(Kept &kept) const
    {
        QList<qsizetype> present;
        QList<QDateTime> moments;
        for (qsizetype i = 0; i < kept.log.versions.size(); ++i) {
            if (!kept.sizes.contains(kept.log.versions[i].hash))
                continue;
            present.append(i);
            moments.append(kept.log.versions[i].when);
        }
        kept.keep.fill(false, kept.log.versions.size());
        for (const qsizetype i : keptVersions(moments, m_now))
            kept.keepVersion(present[i]);
    }

    void take(Kept &kept, const QSet<QByteArray> &listed, const FolderEntry &entry)
    {
        const QString path = kept.folder.path + u'/' + entry.name;
        if (path == kept.folder.log())
            return;
        const QByteArray hash = hashOfObject(entry.name);
        const bool isUnfinished = leftoverKind(entry.name) == Leftover::Unfinished;
        const bool isListed = listed.contains(hash);
        const auto status = m_files.status(path);
        if (!status) {
            if (isListed)
                kept.sizes.insert(hash, 0);
            return report(status.error());
        }
        if (status->kind != FileKind::File || (hash.isEmpty() && !isUnfinished))
            return report(ErrorCode::BadValue, path, u"does not belong here"_s);
        const auto age = std::chrono::milliseconds(m_now.toMSecsSinceEpoch())
            - std::chrono::floor<std::chrono::milliseconds>(status->modified);
        if (isListed)
            kept.sizes.insert(hash, status->size);
        else if (age > leftoverAge && kept.log.damagedLines == 0) // a damaged record may have been this one's
            kept.leftovers.append(path);
    }

    /// Oldest first, over all files.
    void boundTo(qint64 mostBytes)
    {
        struct Candidate {
            qint64 when;
            Kept *kept;
            qsizetype index;
        };
        std::vector<Candidate> candidates;
        for (Kept &kept : m_all) {
            const qsizetype newest = kept.keep.indexOf(true);
            for (qsizetype i = newest + 1; i < kept.keep.size(); ++i) {
                if (kept.keep[i])
                    candidates.push_back({ kept.log.versions[i].when.toMSecsSinceEpoch(), &kept, i });
            }
            for (const auto &[hash, size] : kept.sizes.asKeyValueRange())
                m_report.bytesKept += kept.uses.contains(hash) ? size : 0;
        }
        std::ranges::sort(candidates, {}, &Candidate::when);
        for (const Candidate &candidate : candidates) {
            if (m_report.bytesKept <= mostBytes)
                return;
            if (candidate.kept->dropVersion(candidate.index))
                m_report.bytesKept -= candidate.kept->sizes.value(candidate.kept->log.versions[candidate.index].hash);
        }
    }

    /// The records first: what is listed is there.
    void remove(const Kept &kept)
    {
        QList<Version> staying;
        QSet<QByteArray> leaving;
        for (qsizetype i = 0; i < kept.keep.size(); ++i) {
            if (kept.keep[i])
                staying.append(kept.log.versions[i]);
            else if (kept.uses.value(kept.log.versions[i].hash) == 0)
                leaving.insert(kept.log.versions[i].hash);
        }
        if (staying.size() < kept.keep.size()) {
            const auto saved = saveFile(m_files, kept.folder.log(), renderHistoryLog(kept.log.file, staying),
                                        { .expected = Expected::content(kept.logBytes), .newFileMode = 0600 });
            if (!saved) // another program's version among them: the next time
                return report(saved.error());
            m_report.versionsRemoved += static_cast<int>(kept.keep.size() - staying.size());
        }
        for (const QByteArray &hash : std::as_const(leaving))
            removeFile(kept.folder.object(hash));
        for (const QString &path : kept.leftovers)
            removeFile(path);
    }

    void removeFile(const QString &path)
    {
        const auto removed = m_files.remove(path);
        if (!removed && removed.error().code != ErrorCode::NotFound)
            report(removed.error());
    }

    FileSystem &m_files;
    QString m_root;
    QDateTime m_now;
    std::vector<Kept> m_all;
    TidyReport m_report;
};

} // namespace

Result<TidyReport> tidyHistory(FileSystem &files, const QString &siteFolder, const QDateTime &now, qint64 mostBytes,
                               const std::stop_token &stop)
{
    return Tidying(files, siteFolder, now).run(mostBytes, stop);
}

} // namespace quillway::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recovery_journal.h"
#include "core/store/recovery_session.h"
#include "core/workspace/unsaved_texts.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace quillway::workspace {

/// Writes the unsaved texts of one site to their journals, on a thread of its own: each within half a second of the first change that is not yet there, however
/// fast they come; of several texts of a file only the newest. The system is told to put them on the disk at most every four seconds. When the disk refuses, the
/// newest texts are tried again every few seconds until it does not.
class RecoveryWriter
{
public:
    /// Is told, on the writer's thread, when a text cannot be written; not again before all can.
    using Failed = std::function<void(const Error &)>;

    /// `files` must outlive it. Nothing is written before there is an unsaved text.
    RecoveryWriter(FileSystem &files, const QString &siteFolder, Failed failed);
    /// Writes what is to be written and waits for that. The journals of texts that are still unsaved stay.
    ~RecoveryWriter();
    Q_DISABLE_COPY_MOVE(RecoveryWriter)

    // Any thread; these do not wait.
    void keep(const SitePath &file, const UnsavedText &text); ///< the file's unsaved text from now on
    void drop(const SitePath &file); ///< it has none any more
    /// As soon as the file's text is on disk in a journal of this program, that one may go.
    void replaces(const SitePath &file, const store::LeftJournal &journal);

    /// Before that text is written to its file: after a kill in between, what was typed later can be told from what was typed before. Any thread; writes.
    void noteSaving(const SitePath &file, const UnsavedText &text);

private:
    using Clock = std::chrono::steady_clock;
    using Wanted = QHash<SitePath, std::optional<UnsavedText>>; ///< unset: the journal is to go
    struct Journal {
        std::unique_ptr<store::RecoveryJournal> file;
        DiskText base {};
        std::optional<QByteArray> baseHash {}; ///< of `base`
    };

    void run(const std::stop_token &stop);
    void want(const SitePath &file, std::optional<UnsavedText> text);
    [[nodiscard]] std::optional<Clock::time_point> nextTime() const;
    void carryOut(Wanted wanted, bool isLast);
    Result<void> write(const SitePath &file, const UnsavedText &text);
    Result<void> beginAgain();
    Result<Journal *> journal(const SitePath &file);
    Result<void> syncAll();
    void removeReplaced(const SitePath &file);
    void report(const Result<void> &result);

    FileSystem &m_files;
    const QString m_siteFolder;
    const Failed m_failed;

    std::mutex m_wantedMutex; ///< never held while something is written
    std::condition_variable_any m_wake;
    Wanted m_wanted;
    QList<std::pair<SitePath, store::LeftJournal>> m_replaced;
    std::optional<Clock::time_point> m_writeAt;
    std::optional<Clock::time_point> m_syncAt;
    Clock::time_point m_notBefore {}; ///< while the disk refuses

    std::mutex m_journalsMutex;
    std::unique_ptr<store::RecoverySession> m_session;
    std::map<SitePath, Journal> m_journals;
    Clock::time_point m_synced {};
    bool m_isFailing = false;

    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace quillway::workspace

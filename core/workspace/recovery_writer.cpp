// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/recovery_writer.h"

#include "core/base/content_hash.h"

#include <algorithm>
#include <tuple>

namespace quillway::workspace {

using namespace std::chrono_literals;

namespace {

constexpr auto gathering = 300ms; ///< of changes before they are written: with what writing takes, well within the second that is promised
constexpr auto betweenSyncs = 4s;
constexpr auto beforeRetry = 3s;

} // namespace

RecoveryWriter::RecoveryWriter(FileSystem &files, const QString &siteFolder, Failed failed)
    : m_files(files)
    , m_siteFolder(siteFolder)
    , m_failed(std::move(failed))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{ }

RecoveryWriter::~RecoveryWriter()
{
    m_thread.request_stop();
    m_thread.join();
    m_journals.clear(); // their handles, before the session looks whether its folder can go
}

void RecoveryWriter::keep(const SitePath &file, const UnsavedText &text)
{
    want(file, text);
}

void RecoveryWriter::drop(const SitePath &file)
{
    want(file, std::nullopt);
}

void RecoveryWriter::want(const SitePath &file, std::optional<UnsavedText> text)
{
    const std::scoped_lock lock(m_wantedMutex);
    m_wanted.emplace(file, std::move(text));
    if (m_writeAt)
        return;
    m_writeAt = std::max(Clock::now() + gathering, m_notBefore);
    m_wake.notify_one();
}

void RecoveryWriter::replaces(const SitePath &file, const store::LeftJournal &journal)
{
    const std::scoped_lock lock(m_wantedMutex);
    m_replaced.append({ file, journal });
}

void RecoveryWriter::noteSaving(const SitePath &file, const UnsavedText &text)
{
    const QByteArray hash = contentHash(text.text);
    const std::scoped_lock lock(m_journalsMutex);
    if (const auto place = journal(file))
        std::ignore = (*place)->file->noteSaving(text.revision, hash);
}

std::optional<RecoveryWriter::Clock::time_point> RecoveryWriter::nextTime() const
{
    if (!m_writeAt || !m_syncAt)
        return m_writeAt ? m_writeAt : m_syncAt;
    return std::min(*m_writeAt, *m_syncAt);
}

void RecoveryWriter::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_wantedMutex);
    while (!stop.stop_requested()) {
        const auto next = nextTime();
        if (!next) {
            m_wake.wait(lock, stop, [this] { return nextTime().has_value(); });
        } else if (Clock::now() < *next) {
            m_wake.wait_until(lock, stop, *next, [this, next] { return nextTime() < next; });
        } else {
            Wanted wanted = std::exchange(m_wanted, {});
            m_writeAt.reset();
            m_syncAt.reset();
            lock.unlock();
            carryOut(std::move(wanted), false);
            lock.lock();
        }
    }
    Wanted wanted = std::exchange(m_wanted, {});
    lock.unlock();
    carryOut(std::move(wanted), true);
}

/// Journals go only after all texts are written: one of them may be the same text under another name.
void RecoveryWriter::carryOut(Wanted wanted, bool isLast)
{
    const std::scoped_lock lock(m_journalsMutex);
    Result<void> result;
    for (auto place = wanted.begin(); place != wanted.end();) {
        auto written = *place ? write(place.key(), **place) : Result<void>();
        const bool isDone = *place && written;
        if (!written)
            result = std::move(written);
        place = isDone ? wanted.erase(place) : std::next(place);
    }
    for (auto place = wanted.begin(); result && place != wanted.end(); place = wanted.erase(place)) {
        if (const auto known = m_journals.find(place.key()); known != m_journals.end()) {
            result = known->second.file->remove();
            if (!result)
                break;
            m_journals.erase(known);
        }
        removeReplaced(place.key());
    }
    if (isLast || Clock::now() - m_synced >= betweenSyncs) {
        auto synced = syncAll();
        if (result)
            result = std::move(synced);
    }
    report(result);

    const std::scoped_lock wantedLock(m_wantedMutex);
    for (const auto &[file, text] : std::as_const(wanted).asKeyValueRange()) {
        if (!m_wanted.contains(file))
            m_wanted.insert(file, text);
    }
    m_notBefore = result ? Clock::time_point() : Clock::now() + beforeRetry;
    if (!m_wanted.isEmpty())
        m_writeAt = std::max(Clock::now() + gathering, m_notBefore);
    if (std::ranges::any_of(m_journals, [](const auto &known) { return known.second.file->needsSync(); }))
        m_syncAt = std::max(m_synced + betweenSyncs, m_notBefore);
}

Result<RecoveryWriter::Journal *> RecoveryWriter::journal(const SitePath &file)
{
    if (const auto known = m_journals.find(file); known != m_journals.end())
        return &known->second;
    if (!m_session) {
        auto begun = store::RecoverySession::begin(m_files, m_siteFolder);
        if (!begun)
            return std::unexpected(begun.error());
        m_session = std::move(*begun);
    }
    auto made = std::make_unique<store::RecoveryJournal>(m_files, m_session->folder(), file);
    return &m_journals.emplace(file, Journal { .file = std::move(made) }).first->second;
}

Result<void> RecoveryWriter::write(const SitePath &file, const UnsavedText &text)
{
    const auto place = journal(file);
    if (!place)
        return std::unexpected(place.error());
    Journal &journal = **place;
    if (journal.base != text.base || !journal.baseHash) {
        journal.base = text.base;
        journal.baseHash = text.base.hash();
    }
    auto written = journal.file->write(text.revision, text.text, journal.baseHash);
    return written || written.error().code != ErrorCode::NotFound ? written : beginAgain();
}

/// Someone has removed the folder of the journals.
Result<void> RecoveryWriter::beginAgain()
{
    auto begun = store::RecoverySession::begin(m_files, m_siteFolder);
    if (!begun)
        return std::unexpected(begun.error());
    m_session = std::move(*begun);
    for (auto &[file, journal] : m_journals) {
        if (auto again = journal.file->startAgain(m_session->folder()); !again)
            return again;
    }
    return {};
}

Result<void> RecoveryWriter::syncAll()
{
    Result<void> result;
    bool hasWork = false;
    for (auto &[file, journal] : m_journals) {
        if (!journal.file->needsSync())
            continue;
        hasWork = true;
        auto synced = journal.file->sync();
        if (!synced && synced.error().code == ErrorCode::NotFound)
            synced = beginAgain();
        if (!synced)
            result = std::move(synced);
        else if (journal.file->isSynced())
            removeReplaced(file);
    }
    if (hasWork)
        m_synced = Clock::now();
    return result;
}

/// Takes away what other programs left of a text that is safe by now.
void RecoveryWriter::removeReplaced(const SitePath &file)
{
    QList<store::LeftJournal> journals;
    {
        const std::scoped_lock lock(m_wantedMutex);
        m_replaced.removeIf([&](const std::pair<SitePath, store::LeftJournal> &replaced) {
            if (replaced.first != file)
                return false;
            journals.append(replaced.second);
            return true;
        });
    }
    for (const store::LeftJournal &journal : std::as_const(journals))
        std::ignore = m_files.remove(journal.path);
}

void RecoveryWriter::report(const Result<void> &result)
{
    if (!result && !m_isFailing && m_failed)
        m_failed(result.error());
    m_isFailing = !result;
}

} // namespace quillway::workspace

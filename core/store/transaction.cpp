// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/transaction.h"

#include "core/base/parallel.h"
#include "core/store/change_files.h"
#include "core/store/outside_change.h"
#include "core/text/merge.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace quillway::store {

using changes::SiteChange;
using Outcome = ChangeReport::Outcome;

namespace {

ChangeReport &failed(ChangeReport &report, Outcome outcome, const Error &error)
{
    report.outcome = outcome;
    report.error = error;
    return report;
}

QList<SitePath> touchedFiles(const SiteChange &change, const QList<Error> &leftAlone)
{
    QList<SitePath> files;
    for (const changes::Move &move : change.moves)
        files.append(move.to);
    for (const changes::TextEdit &edit : change.edits) {
        if (!std::ranges::contains(leftAlone, edit.file.toString(), &Error::file))
            files.append(edit.file);
    }
    return files;
}

/// What is left to do of a change whose record says how far it is meant to go.
class Finishing
{
public:
    Finishing(FileSystem &files, const QString &siteFolder, ChangeJournal &journal, const JournalEntry &entry, int threads,
              ChangeReport &report)
        : m_journal(journal)
        , m_entry(entry)
        , m_report(report)
        , m_onDisk(files, siteFolder, report.change, threads)
    {
        m_report.number = entry.number;
        m_report.kind = entry.kind;
    }

    void goForward()
    {
        const StepReport moved = m_onDisk.moveForward();
        if (!moved.isClean())
            return goBack(moved.failure.value_or(moved.leftAlone.value(0)), moved.leftAlone);
        const StepReport written = m_onDisk.write(Direction::Forward);
        if (written.failure)
            return goBack(*written.failure);
        m_report.outcome = Outcome::Done;
        m_report.leftAlone = written.leftAlone;
        m_report.files = touchedFiles(m_report.change, written.leftAlone);
        // If it cannot be noted, the next start finds everything done and notes it.
        std::ignore = m_journal.setState(m_entry, ChangeState::Done);
        m_journal.tidy(changesKept, changeBytesKept);
    }

    /// `inTheWay`: files of other programs because of which it cannot go forward.
    void goBack(const Error &reason, const QList<Error> &inTheWay = {})
    {
        failed(m_report, Outcome::Unfinished, reason);
        if (m_entry.state != ChangeState::Back)
            std::ignore = m_journal.setState(m_entry, ChangeState::Back);
        const StepReport written = m_onDisk.write(Direction::Back);
        const StepReport moved = m_onDisk.moveBack();
        m_report.leftAlone = inTheWay + written.leftAlone + moved.leftAlone;
        if (written.failure || moved.failure)
            return;
        const auto removed = m_journal.remove(m_entry);
        if (removed || m_entry.state == ChangeState::Back)
            m_report.outcome = Outcome::Reversed;
    }

    /// After a kill.
    void recover()
    {
        if (m_entry.state == ChangeState::Forward)
            goForward();
        else
            goBack({ ErrorCode::Cancelled, {}, {}, {} });
        if (m_report.outcome != Outcome::Unfinished)
            m_onDisk.removeLeftovers();
    }

private:
    ChangeJournal &m_journal;
    JournalEntry m_entry;
    ChangeReport &m_report;
    ChangeFiles m_onDisk;
};

QList<ChangeReport> recoverWith(ChangeJournal &journal, FileSystem &files, const QString &siteFolder, int threads)
{
    QList<ChangeReport> reports;
    for (const JournalEntry &entry : journal.entries().value_or(QList<JournalEntry>())) {
        if (entry.state == ChangeState::Done)
            continue;
        ChangeReport report;
        report.number = entry.number;
        report.kind = entry.kind;
        auto record = readChange(files, siteFolder, entry);
        if (record) {
            report.title = record->title;
            report.change = std::move(record->change);
        }
        const std::optional<Error> fault = record ? ChangeFiles(files, siteFolder, report.change, threads).fault()
                                                  : std::optional(record.error());
        if (fault) {
            failed(report, Outcome::Unfinished, *fault);
            if (fault->code == ErrorCode::BadValue)
                std::ignore = journal.setAside(entry);
        } else {
            Finishing(files, siteFolder, journal, entry, threads, report).recover();
        }
        reports.append(report);
    }
    return reports;
}

bool hasUnfinished(const QList<JournalEntry> &entries)
{
    return std::ranges::any_of(entries, [](const JournalEntry &entry) { return entry.state != ChangeState::Done; });
}

ChangeReport carryOutAs(ChangeKind kind, int of, FileSystem &files, const QString &siteFolder, const SiteChange &change,
                        const ChangeOptions &options)
{
    ChangeReport report { .kind = kind, .title = options.title, .files = {}, .leftAlone = {}, .change = change };
    if (change.isEmpty() && kind == ChangeKind::Change)
        return report;
    const ChangeFiles onDisk(files, siteFolder, report.change, options.threads);
    if (const auto fault = onDisk.fault())
        return failed(report, Outcome::Refused, *fault);
    auto journal = ChangeJournal::open(files, siteFolder);
    if (!journal)
        return failed(report, Outcome::Refused, journal.error());
    // What an earlier change could not finish is finished first, or this one is not begun.
    for (const ChangeReport &earlier : recoverWith(*journal, files, siteFolder, options.threads)) {
        if (earlier.outcome == Outcome::Unfinished)
            return failed(report, Outcome::Refused, earlier.error.value_or(Error()));
    }
    const StepReport look = onDisk.lookBefore();
    report.leftAlone = look.leftAlone;
    if (!look.isClean())
        return failed(report, Outcome::Refused, look.failure.value_or(look.leftAlone.value(0)));
    const auto entry = journal->begin(kind, of, { options.title, options.when, change });
    if (!entry) {
        const auto entries = journal->entries();
        const bool isLeft = !entries || hasUnfinished(*entries);
        return failed(report, isLeft ? Outcome::Unfinished : Outcome::Refused, entry.error());
    }
    Finishing(files, siteFolder, *journal, *entry, options.threads, report).goForward();
    return report;
}

/// Takes what `entry` did back.
ChangeReport takeBack(ChangeKind kind, const std::optional<JournalEntry> &entry, FileSystem &files, const QString &siteFolder,
                      const ChangeOptions &options)
{
    ChangeReport report { .kind = kind, .title = {}, .files = {}, .leftAlone = {} };
    if (!entry)
        return report;
    const auto reversal = reversalOf(files, siteFolder, *entry);
    if (!reversal)
        return failed(report, Outcome::Refused, reversal.error());
    report.title = reversal->title;
    if (reversal->change.isEmpty() && !reversal->leftAlone.isEmpty()) {
        report.leftAlone = reversal->leftAlone;
        return failed(report, Outcome::Refused, reversal->leftAlone.constFirst());
    }
    report = carryOutAs(kind, entry->number, files, siteFolder, reversal->change,
                        { .title = reversal->title, .when = options.when, .threads = options.threads });
    report.leftAlone += reversal->leftAlone;
    return report;
}

UndoState undoStateOf(const FileSystem &files, const QString &siteFolder)
{
    return undoState(listChanges(files, siteFolder).value_or(QList<JournalEntry>()));
}

std::optional<LastChange> described(const FileSystem &files, const QString &siteFolder, const std::optional<JournalEntry> &entry)
{
    if (!entry)
        return std::nullopt;
    const auto record = readChange(files, siteFolder, *entry);
    if (!record)
        return std::nullopt;
    return LastChange { *entry, record->title, record->when, touchedFiles(record->change, {}).size() };
}

std::optional<Error> adapt(changes::TextEdit &edit, const Result<QByteArray> &current)
{
    const auto leave = [&](ErrorCode code) { return Error { code, edit.file.toString(), {}, {} }; };
    if (!current && current.error().code != ErrorCode::NotFound)
        return current.error();
    const std::optional<QByteArray> bytes = current ? std::optional(*current) : std::nullopt;
    if (bytes == edit.after) // somebody did it already
        edit.before = edit.after;
    if (bytes == edit.before || bytes == edit.after)
        return std::nullopt;
    if (!bytes)
        return leave(ErrorCode::NotFound);
    if (!edit.before || !edit.after)
        return leave(ErrorCode::ChangedOnDisk);
    const text::Merge merge = text::merge(*edit.before, *bytes, *edit.after);
    if (!merge.isClean())
        return leave(ErrorCode::ChangedOnDisk);
    edit.before = bytes;
    edit.after = merge.text();
    return std::nullopt;
}

} // namespace

ChangeReport carryOut(FileSystem &files, const QString &siteFolder, const SiteChange &change, const ChangeOptions &options)
{
    return carryOutAs(ChangeKind::Change, 0, files, siteFolder, change, options);
}

QList<ChangeReport> recoverTransactions(FileSystem &files, const QString &siteFolder, int threads)
{
    if (!hasUnfinished(listChanges(files, siteFolder).value_or(QList<JournalEntry>())))
        return {};
    auto journal = ChangeJournal::open(files, siteFolder);
    return journal ? recoverWith(*journal, files, siteFolder, threads) : QList<ChangeReport>();
}

Result<Reversal> reversalOf(const FileSystem &files, const QString &siteFolder, const JournalEntry &entry)
{
    const auto record = readChange(files, siteFolder, entry);
    if (!record)
        return std::unexpected(record.error());
    const SiteChange back = changes::reversed(record->change);
    QList<changes::TextEdit> edits = back.edits;
    QList<std::optional<Error>> errors(edits.size());
    changes::TextEdit *edit = edits.data();
    std::optional<Error> *error = errors.data();
    forEachIndex(edits.size(), 0, [&](qsizetype index) {
        error[index] = adapt(edit[index], readForChange(files, siteFolder, record->change.edits.at(index).file));
    });
    Reversal reversal { record->title, { back.moves, {} }, {} };
    for (qsizetype index = 0; index < edits.size(); ++index) {
        if (errors.at(index))
            reversal.leftAlone.append(*errors.at(index));
        else if (edits.at(index).before != edits.at(index).after)
            reversal.change.edits.append(edits.at(index));
    }
    return reversal;
}

std::optional<LastChange> lastChange(const FileSystem &files, const QString &siteFolder)
{
    return described(files, siteFolder, undoStateOf(files, siteFolder).undo);
}

std::optional<LastChange> lastUndone(const FileSystem &files, const QString &siteFolder)
{
    return described(files, siteFolder, undoStateOf(files, siteFolder).redo);
}

ChangeReport undoChange(FileSystem &files, const QString &siteFolder, const ChangeOptions &options)
{
    return takeBack(ChangeKind::Undo, undoStateOf(files, siteFolder).undo, files, siteFolder, options);
}

ChangeReport redoChange(FileSystem &files, const QString &siteFolder, const ChangeOptions &options)
{
    return takeBack(ChangeKind::Redo, undoStateOf(files, siteFolder).redo, files, siteFolder, options);
}

} // namespace quillway::store

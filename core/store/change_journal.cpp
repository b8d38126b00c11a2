// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_journal.h"

#include "core/store/private_folder.h"
#include "core/store/save_file.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

constexpr quint32 privateMode = 0600;
constexpr int numberDigits = 10;

QString folderIn(const QString &siteFolder)
{
    return siteFolder + u"/.quillway/changes"_s;
}

QLatin1StringView nameOf(ChangeState state)
{
    switch (state) {
    case ChangeState::Forward: return "forward"_L1;
    case ChangeState::Back: return "back"_L1;
    case ChangeState::Done: return "done"_L1;
    }
    return "done"_L1;
}

QString fileName(const JournalEntry &entry)
{
    QString name = u"%1"_s.arg(entry.number, numberDigits, 10, QChar(u'0'));
    if (entry.kind != ChangeKind::Change)
        name += u"-%1-%2"_s.arg(entry.kind == ChangeKind::Undo ? "undo"_L1 : "redo"_L1).arg(entry.of);
    return name + u'.' + nameOf(entry.state);
}

std::optional<JournalEntry> entryOf(const QString &name)
{
    static const QRegularExpression form(u"^(\\d{10})(?:-(undo|redo)-(\\d{1,10}))?\\.(forward|back|done)$"_s);
    const QRegularExpressionMatch match = form.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    JournalEntry entry;
    entry.number = match.captured(1).toInt(); // 0 for one that is too large
    entry.of = match.captured(3).toInt();
    if (match.hasCaptured(2))
        entry.kind = match.captured(2) == "undo"_L1 ? ChangeKind::Undo : ChangeKind::Redo;
    for (const ChangeState state : { ChangeState::Forward, ChangeState::Back, ChangeState::Done }) {
        if (match.captured(4) == nameOf(state))
            entry.state = state;
    }
    return entry.number > 0 && fileName(entry) == name ? std::optional(entry) : std::nullopt;
}

} // namespace

Result<QList<JournalEntry>> listChanges(const FileSystem &files, const QString &siteFolder)
{
    const auto found = files.list(folderIn(siteFolder));
    if (!found && found.error().code == ErrorCode::NotFound)
        return QList<JournalEntry>();
    if (!found)
        return std::unexpected(found.error());
    QList<JournalEntry> entries;
    for (const FolderEntry &file : *found) {
        if (const auto entry = entryOf(file.name))
            entries.append(*entry);
    }
    std::ranges::sort(entries, {}, &JournalEntry::number);
    return entries;
}

Result<ChangeRecord> readChange(const FileSystem &files, const QString &siteFolder, const JournalEntry &entry)
{
    const QString path = folderIn(siteFolder) + u'/' + fileName(entry);
    const auto bytes = files.read(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto record = parseChange(*bytes);
    if (!record) {
        Error error = record.error();
        error.file = path;
        return std::unexpected(error);
    }
    return record;
}

UndoState undoState(const QList<JournalEntry> &entries)
{
    QList<JournalEntry> undo;
    QList<JournalEntry> redo;
    const auto take = [](QList<JournalEntry> &from, int number) {
        if (!from.isEmpty() && from.constLast().number == number)
            from.removeLast();
    };
    for (const JournalEntry &entry : entries) {
        if (entry.state != ChangeState::Done)
            continue;
        if (entry.kind == ChangeKind::Undo) {
            take(undo, entry.of);
            redo.append(entry);
            continue;
        }
        if (entry.kind == ChangeKind::Redo)
            take(redo, entry.of);
        else
            redo.clear();
        undo.append(entry);
    }
    UndoState state;
    if (!undo.isEmpty())
        state.undo = undo.constLast();
    if (!redo.isEmpty())
        state.redo = redo.constLast();
    return state;
}

ChangeJournal::ChangeJournal(FileSystem &files, const QString &siteFolder, const QString &folder, FileSystem::Handle lock)
    : m_files(&files)
    , m_siteFolder(siteFolder)
    , m_folder(folder)
    , m_lock(lock)
{ }

ChangeJournal::ChangeJournal(ChangeJournal &&other) noexcept
    : m_files(other.m_files)
    , m_siteFolder(std::move(other.m_siteFolder))
    , m_folder(std::move(other.m_folder))
    , m_lock(std::exchange(other.m_lock, std::nullopt))
{ }

ChangeJournal::~ChangeJournal()
{
    if (m_lock)
        std::ignore = m_files->close(*m_lock);
}

Result<ChangeJournal> ChangeJournal::open(FileSystem &files, const QString &siteFolder)
{
    if (const auto root = privateFolder(files, siteFolder, {}); !root)
        return std::unexpected(root.error());
    const QString folder = folderIn(siteFolder);
    if (const auto made = ensureOwnersFolder(files, folder); !made)
        return std::unexpected(made.error());
    const auto lock = files.lock(folder + u"/lock"_s, privateMode);
    if (!lock)
        return std::unexpected(lock.error());
    return ChangeJournal(files, siteFolder, folder, *lock);
}

QString ChangeJournal::pathOf(const JournalEntry &entry) const
{
    return m_folder + u'/' + fileName(entry);
}

Result<JournalEntry> ChangeJournal::begin(ChangeKind kind, int of, const ChangeRecord &record)
{
    const auto before = entries();
    if (!before)
        return std::unexpected(before.error());
    JournalEntry entry { before->isEmpty() ? 1 : before->constLast().number + 1, kind, of, ChangeState::Forward };
    const SaveOptions options { .durability = Durability::Synced, .expected = Expected::absent(), .newFileMode = privateMode };
    const auto saved = saveFile(*m_files, pathOf(entry), renderChange(record), options);
    if (saved)
        return entry;
    std::ignore = remove(entry); // its name may be there all the same, and would be taken at the next start for a change to be carried out
    return std::unexpected(saved.error());
}

Result<void> ChangeJournal::setState(JournalEntry &entry, ChangeState state)
{
    JournalEntry next = entry;
    next.state = state;
    if (auto renamed = m_files->renameIfAbsent(pathOf(entry), pathOf(next)); !renamed)
        return renamed;
    entry = next;
    return m_files->syncFolder(m_folder);
}

Result<void> ChangeJournal::remove(const JournalEntry &entry)
{
    if (auto removed = m_files->remove(pathOf(entry)); !removed)
        return removed;
    return m_files->syncFolder(m_folder);
}

Result<void> ChangeJournal::setAside(const JournalEntry &entry)
{
    return m_files->rename(pathOf(entry), pathOf(entry) + u".damaged"_s);
}

void ChangeJournal::tidy(qsizetype mostRecords, qint64 mostBytes)
{
    for (const FolderEntry &file : m_files->list(m_folder).value_or(QList<FolderEntry>())) {
        if (leftoverKind(file.name) == Leftover::Unfinished)
            std::ignore = m_files->remove(m_folder + u'/' + file.name);
    }
    const auto all = entries();
    if (!all)
        return;
    qsizetype count = 0;
    qint64 bytes = 0;
    for (auto entry = all->crbegin(); entry != all->crend(); ++entry) {
        if (entry->state != ChangeState::Done)
            continue;
        ++count;
        bytes += m_files->status(pathOf(*entry)).value_or(FileStatus()).size;
        if (count > 1 && (count > mostRecords || bytes > mostBytes))
            std::ignore = m_files->remove(pathOf(*entry));
    }
}

} // namespace quillway::store

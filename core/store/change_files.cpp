// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_files.h"

#include "core/base/parallel.h"
#include "core/base/path_parts.h"
#include "core/store/outside_change.h"
#include "core/store/save_file.h"
#include "core/store/site_place.h"

#include <QSet>

#include <algorithm>
#include <ranges>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::store {

using changes::Move;
using changes::TextEdit;

namespace {

bool isAt(const SitePath &file, const SitePath &place)
{
    return file == place || file.toString().startsWith(place.toString() + u'/');
}

/// Where no change has anything to do: what is written there would be run, or undone by.
bool isOwn(const SitePath &file)
{
    const auto is = [](const QString &part) {
        return part.compare(".git"_L1, Qt::CaseInsensitive) == 0 || part.compare(".quillway"_L1, Qt::CaseInsensitive) == 0;
    };
    return std::ranges::any_of(file.toString().split(u'/'), is);
}

Error about(const SitePath &file, Error error)
{
    error.file = file.toString();
    return error;
}

Error about(const SitePath &file, ErrorCode code, const QString &detail = {})
{
    return { code, file.toString(), {}, detail };
}

/// It says that the file is another one than it was, and not that the disk does not do as it is told.
bool isSomebodyElses(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ChangedOnDisk:
    case ErrorCode::AlreadyExists:
    case ErrorCode::NotFound:
    case ErrorCode::NotAFile:
    case ErrorCode::NotAFolder:
    case ErrorCode::OutsideSite: return true;
    default: return false;
    }
}

void note(StepReport &report, const Error &error)
{
    if (isSomebodyElses(error))
        report.leftAlone.append(error);
    else if (!report.failure)
        report.failure = error;
}

} // namespace

std::optional<Error> ChangeFiles::fault() const
{
    QSet<SitePath> named;
    for (const TextEdit &edit : m_change.edits) {
        if (isOwn(edit.file))
            return about(edit.file, ErrorCode::BadValue);
        if (named.contains(edit.file))
            return about(edit.file, ErrorCode::BadValue, u"named twice"_s);
        named.insert(edit.file);
    }
    QList<SitePath> places;
    for (const Move &move : m_change.moves) {
        for (const SitePath &place : { move.from, move.to }) {
            const auto touches = [&](const SitePath &other) { return isAt(place, other) || isAt(other, place); };
            if (isOwn(place) || std::ranges::any_of(places, touches))
                return about(place, ErrorCode::BadValue, u"moves that touch each other"_s);
            places.append(place);
        }
        const auto isLeftBehind = [&](const TextEdit &edit) { return isAt(edit.file, move.from); };
        if (std::ranges::any_of(m_change.edits, isLeftBehind))
            return about(move.from, ErrorCode::BadValue, u"edited where it is not any more"_s);
    }
    return std::nullopt;
}

/// On many threads; errors in the order of the edits.
StepReport ChangeFiles::forEachEdit(const std::function<std::optional<Error>(const TextEdit &)> &work) const
{
    QList<std::optional<Error>> errors(m_change.edits.size());
    std::optional<Error> *results = errors.data();
    const QList<TextEdit> &edits = m_change.edits;
    forEachIndex(edits.size(), m_threads, [&](qsizetype index) { results[index] = work(edits[index]); });
    StepReport report;
    for (const std::optional<Error> &error : std::as_const(errors)) {
        if (error)
            note(report, *error);
    }
    return report;
}

StepReport ChangeFiles::lookBefore() const
{
    StepReport report;
    for (const Move &move : m_change.moves) {
        if (const auto error = lookAtMove(move))
            note(report, *error);
    }
    const StepReport edits = forEachEdit([this](const TextEdit &edit) { return lookAtEdit(edit); });
    report.leftAlone += edits.leftAlone;
    if (!report.failure)
        report.failure = edits.failure;
    return report;
}

std::optional<Error> ChangeFiles::lookAtMove(const Move &move) const
{
    const auto place = placeOf(move);
    if (!place)
        return about(move.from, place.error());
    if (*place == Place::Both)
        return about(move.to, ErrorCode::AlreadyExists);
    if (*place != Place::From)
        return about(move.from, ErrorCode::NotFound);
    if (const auto inside = requireInside(m_files, m_siteFolder, absolute(move.from)); !inside)
        return about(move.from, inside.error());
    const auto room = requireRoomInside(m_files, m_siteFolder, move.to.folder());
    return room ? std::nullopt : std::optional(about(move.to, room.error()));
}

std::optional<Error> ChangeFiles::lookAtEdit(const TextEdit &edit) const
{
    const auto bytes = readForChange(m_files, m_siteFolder, changes::placeBefore(edit.file, m_change));
    if (!bytes && bytes.error().code != ErrorCode::NotFound)
        return about(edit.file, bytes.error());
    if (!bytes && edit.before)
        return about(edit.file, ErrorCode::NotFound);
    if (bytes && !edit.before)
        return about(edit.file, ErrorCode::AlreadyExists);
    if (bytes)
        return *bytes == *edit.before ? std::nullopt : std::optional(about(edit.file, ErrorCode::ChangedOnDisk));
    const auto room = requireRoomInside(m_files, m_siteFolder, edit.file.folder());
    return room ? std::nullopt : std::optional(about(edit.file, room.error()));
}

Result<ChangeFiles::Place> ChangeFiles::placeOf(const Move &move) const
{
    const auto isThere = [this](const SitePath &file) -> Result<bool> {
        const auto status = m_files.status(absolute(file));
        if (!status && status.error().code != ErrorCode::NotFound && status.error().code != ErrorCode::NotAFolder)
            return std::unexpected(status.error());
        return status.has_value();
    };
    const auto from = isThere(move.from);
    if (!from)
        return std::unexpected(from.error());
    const auto to = isThere(move.to);
    if (!to)
        return std::unexpected(to.error());
    if (*from)
        return *to ? Place::Both : Place::From;
    return *to ? Place::To : Place::Neither;
}

Result<void> ChangeFiles::rename(const SitePath &from, const SitePath &to)
{
    if (auto made = makeFolderInSite(m_files, m_siteFolder, to.folder()); !made)
        return made;
    if (auto inside = requireInside(m_files, m_siteFolder, absolute(from)); !inside)
        return inside;
    if (auto renamed = m_files.renameIfAbsent(absolute(from), absolute(to)); !renamed)
        return renamed;
    for (const SitePath &place : { to, from }) {
        const QString path = absolute(place);
        if (auto synced = m_files.syncFolder(folderOf(path)); !synced)
            return synced;
    }
    removeEmptyFolders(m_files, m_siteFolder, from.folder());
    return {};
}

StepReport ChangeFiles::moveForward()
{
    StepReport report;
    for (const Move &move : m_change.moves) {
        const auto place = placeOf(move);
        if (!place)
            note(report, about(move.from, place.error()));
        else if (*place == Place::Both)
            note(report, about(move.to, ErrorCode::AlreadyExists));
        else if (*place == Place::Neither)
            note(report, about(move.from, ErrorCode::NotFound));
        else if (const auto moved = *place == Place::From ? rename(move.from, move.to) : Result<void>(); !moved)
            note(report, about(move.from, moved.error()));
        if (!report.isClean())
            break;
    }
    return report;
}

StepReport ChangeFiles::moveBack()
{
    StepReport report;
    for (const Move &move : m_change.moves | std::views::reverse) {
        const auto place = placeOf(move);
        if (!place)
            note(report, about(move.to, place.error()));
        else if (*place == Place::Both || *place == Place::From) // this one was not moved; its new folder may be there
            removeEmptyFolders(m_files, m_siteFolder, move.to.folder());
        else if (*place == Place::Neither)
            note(report, about(move.from, ErrorCode::NotFound));
        else if (const auto moved = *place == Place::To ? rename(move.to, move.from) : Result<void>(); !moved)
            note(report, about(move.to, moved.error()));
    }
    return report;
}

/// Its move was not made yet, or is taken back already: then nothing of it is written.
bool ChangeFiles::isUnmoved(const SitePath &file) const
{
    return changes::placeBefore(file, m_change) != file && !m_files.status(absolute(file));
}

StepReport ChangeFiles::write(Direction direction)
{
    return forEachEdit([this, direction](const TextEdit &edit) -> std::optional<Error> {
        const bool isForward = direction == Direction::Forward;
        if (!isForward && isUnmoved(edit.file))
            return std::nullopt;
        const auto written = write(edit.file, isForward ? edit.before : edit.after, isForward ? edit.after : edit.before);
        return written ? std::nullopt : std::optional(about(edit.file, written.error()));
    });
}

Result<void> ChangeFiles::write(const SitePath &file, const std::optional<QByteArray> &from, const std::optional<QByteArray> &to)
{
    if (!to)
        return from ? removeFile(file, *from) : Result<void>();
    auto put = this->put(file, from, *to);
    if (!put && put.error().code == ErrorCode::ChangedOnDisk && from)
        return mendTorn(file, *from, *to);
    return put;
}

Result<void> ChangeFiles::put(const SitePath &file, const std::optional<QByteArray> &from, const QByteArray &to)
{
    const auto inside = from ? requireInside(m_files, m_siteFolder, absolute(file)) : makeFolderInSite(m_files, m_siteFolder, file.folder());
    if (!inside)
        return inside;
    return saveFile(m_files, absolute(file), to,
                    { .durability = Durability::Synced, .expected = from ? Expected::content(*from) : Expected::absent() });
}

/// Removes the file if it still has those bytes.
Result<void> ChangeFiles::removeFile(const SitePath &file, const QByteArray &from)
{
    const auto bytes = readForChange(m_files, m_siteFolder, file);
    if (!bytes)
        return bytes.error().code == ErrorCode::NotFound ? Result<void>() : std::unexpected(bytes.error());
    if (*bytes != from)
        return std::unexpected(Error { ErrorCode::ChangedOnDisk, {}, {}, {} });
    if (auto removed = m_files.remove(absolute(file)); !removed)
        return removed;
    const QString path = absolute(file);
    if (auto synced = m_files.syncFolder(folderOf(path)); !synced)
        return synced;
    removeEmptyFolders(m_files, m_siteFolder, file.folder());
    return {};
}

/// A file with hard links is written in place. A program killed over that left a part of one text in it, and the other beside it whole (save_file.h): that is nobody
/// else's change.
Result<void> ChangeFiles::mendTorn(const SitePath &file, const QByteArray &from, const QByteArray &to)
{
    const auto changed = std::unexpected(Error { ErrorCode::ChangedOnDisk, {}, {}, {} });
    const auto current = readForChange(m_files, m_siteFolder, file);
    if (!current)
        return std::unexpected(current.error());
    if (!from.startsWith(*current) && !to.startsWith(*current))
        return changed;
    const auto target = m_files.linkTarget(absolute(file));
    if (!target)
        return std::unexpected(target.error());
    const QString folder = folderOf(*target);
    const auto entries = m_files.list(folder);
    if (!entries)
        return std::unexpected(entries.error());
    for (const FolderEntry &entry : *entries) {
        if (leftoverKind(entry.name) != Leftover::Backup)
            continue;
        const QString path = folder + u'/' + entry.name;
        const auto backup = m_files.read(path);
        if (!backup || (*backup != from && *backup != to))
            continue;
        auto saved = saveFile(m_files, absolute(file), to, { .expected = Expected::content(*current) });
        if (saved)
            std::ignore = m_files.remove(path);
        return saved;
    }
    return changed;
}

void ChangeFiles::removeLeftovers()
{
    QHash<QString, QList<const TextEdit *>> byFolder;
    for (const TextEdit &edit : m_change.edits)
        byFolder[edit.file.folder()].append(&edit);
    for (const auto &[folder, edits] : byFolder.asKeyValueRange()) {
        const QString path = folder.isEmpty() ? m_siteFolder : m_siteFolder + u'/' + folder;
        for (const FolderEntry &entry : m_files.list(path).value_or(QList<FolderEntry>())) {
            const Leftover kind = leftoverKind(entry.name);
            if (kind == Leftover::None || entry.kind != FileKind::File)
                continue;
            // Only what is of this change: another program may just be saving, or have left the only copy of something.
            const auto bytes = m_files.read(path + u'/' + entry.name);
            const auto isOf = [&](const std::optional<QByteArray> &text) {
                return text && bytes && (kind == Leftover::Unfinished ? text->startsWith(*bytes) : *text == *bytes);
            };
            if (std::ranges::any_of(edits, [&](const TextEdit *edit) { return isOf(edit->before) || isOf(edit->after); }))
                std::ignore = m_files.remove(path + u'/' + entry.name);
        }
    }
}

} // namespace quillway::store

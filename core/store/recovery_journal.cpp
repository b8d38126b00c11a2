// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_journal.h"

#include "core/base/path_parts.h"
#include "core/store/write_all.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

constexpr quint32 privateMode = 0600;
constexpr qint64 smallFile = 64LL * 1024; // bytes: not worth being written anew below it
constexpr qint64 growth = 4; // times the text
constexpr QLatin1StringView suffix(".journal");

QByteArray newId()
{
    const quint64 number = QRandomGenerator::system()->generate64();
    return { reinterpret_cast<const char *>(&number), sizeof number };
}

} // namespace

RecoveryJournal::RecoveryJournal(FileSystem &files, const QString &folder, const SitePath &file)
    : m_files(files)
    , m_folder(folder)
    , m_file(file)
    , m_id(newId())
    , m_path(folder + u'/' + QString::fromLatin1(m_id.toHex()) + suffix)
{ }

RecoveryJournal::~RecoveryJournal()
{
    close();
}

void RecoveryJournal::close()
{
    if (m_handle)
        std::ignore = m_files.close(*m_handle);
    m_handle.reset();
}

/// Of the bases known, those before the one that is on disk for sure do not matter any more.
void RecoveryJournal::takeBase(const std::optional<QByteArray> &hash)
{
    const auto isOnDisk = [&](const JournalBase &base) { return base.hash == hash; };
    const auto known = std::find_if(m_bases.crbegin(), m_bases.crend(), isOnDisk);
    if (known == m_bases.crend())
        m_bases.prepend({ 0, hash });
    else
        m_bases.remove(0, m_bases.crend() - known - 1);
}

Result<void> RecoveryJournal::write(quint64 revision, const QByteArray &text, const std::optional<QByteArray> &baseHash)
{
    const qsizetype bases = m_bases.size();
    takeBase(baseHash);
    const bool isNewBase = m_bases.size() > bases;
    const QByteArray before = std::exchange(m_text, text);
    const quint64 revisionBefore = std::exchange(m_revision, revision);
    if (mustRewrite())
        return rewrite();
    QByteArray bytes;
    if (isNewBase)
        bytes += baseRecord(m_id, m_file, m_bases.constFirst());
    if (revision != revisionBefore) {
        const QByteArray change = changeRecord(m_id, revisionBefore, before, revision, text);
        bytes += change.size() <= text.size() ? change : textRecord(m_id, m_file, revision, text);
    }
    return bytes.isEmpty() ? Result<void>() : append(bytes);
}

Result<void> RecoveryJournal::noteSaving(quint64 revision, const QByteArray &hash)
{
    const JournalBase base { revision, hash };
    m_bases.append(base);
    if (!m_handle || m_isBroken)
        return {};
    return append(baseRecord(m_id, m_file, base));
}

bool RecoveryJournal::mustRewrite() const
{
    if (!m_handle || m_isBroken || m_size > std::max(smallFile, growth * qint64(m_text.size())))
        return true;
    const auto status = m_files.status(m_path);
    return !status && status.error().code == ErrorCode::NotFound;
}

Result<void> RecoveryJournal::append(const QByteArray &bytes)
{
    const auto written = writeAll(m_files, *m_handle, bytes);
    if (!written) {
        m_isBroken = true;
        return written;
    }
    m_size += bytes.size();
    m_needsSync = true;
    return {};
}

Result<void> RecoveryJournal::rewrite()
{
    m_isBroken = true;
    const QString beside = m_path + u".new"_s;
    if (auto removed = m_files.remove(beside); !removed && removed.error().code != ErrorCode::NotFound)
        return removed;
    const auto handle = m_files.create(beside, privateMode);
    if (!handle)
        return std::unexpected(handle.error());
    qint64 size = 0;
    if (auto filled = fill(*handle, beside, size); !filled) {
        std::ignore = m_files.close(*handle);
        std::ignore = m_files.remove(beside);
        return filled;
    }
    close();
    m_handle = *handle;
    m_size = size;
    m_isBroken = false;
    m_needsFolderSync = true;
    return {};
}

/// Writes all of it to the new file and puts it in place. Where it replaces one, it is on disk before it does.
Result<void> RecoveryJournal::fill(FileSystem::Handle handle, const QString &beside, qint64 &size)
{
    QByteArray bytes;
    for (const JournalBase &base : std::as_const(m_bases))
        bytes += baseRecord(m_id, m_file, base);
    bytes += textRecord(m_id, m_file, m_revision, m_text);
    size = bytes.size();
    if (auto written = writeAll(m_files, handle, bytes); !written)
        return written;
    if (m_handle) {
        if (auto synced = m_files.syncData(handle); !synced)
            return synced;
    }
    m_needsSync = true;
    return m_files.rename(beside, m_path);
}

Result<void> RecoveryJournal::sync()
{
    if (m_revision == 0)
        return {};
    if (mustRewrite()) {
        if (auto written = rewrite(); !written)
            return written;
    }
    if (auto synced = m_files.syncData(*m_handle); !synced) {
        m_isBroken = true; // the system may have given up those bytes
        return synced;
    }
    if (m_needsFolderSync) {
        if (auto synced = m_files.syncFolder(m_folder); !synced)
            return synced;
    }
    m_needsSync = false;
    m_needsFolderSync = false;
    return {};
}

Result<void> RecoveryJournal::remove()
{
    close();
    m_needsSync = false;
    const auto removed = m_files.remove(m_path);
    return removed || removed.error().code == ErrorCode::NotFound ? Result<void>() : removed;
}

Result<void> RecoveryJournal::startAgain(const QString &folder)
{
    close();
    m_folder = folder;
    m_path = folder + u'/' + fileNameOf(m_path);
    return m_revision == 0 ? Result<void>() : rewrite();
}

std::optional<QByteArray> journalId(const QString &fileName)
{
    const QString name = fileName.chopped(std::min(fileName.size(), suffix.size()));
    const QByteArray id = QByteArray::fromHex(name.toLatin1());
    const bool isOne = fileName.endsWith(suffix) && id.size() == journalIdSize && QString::fromLatin1(id.toHex()) == name;
    return isOne ? std::optional(id) : std::nullopt;
}

} // namespace quillway::store

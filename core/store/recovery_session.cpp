// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_session.h"

#include "core/store/private_folder.h"
#include "core/store/recovery_journal.h"
#include "core/store/save_file.h"

#include <QRandomGenerator>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

constexpr quint32 privateFolderMode = 0700;
constexpr quint32 privateFileMode = 0600;
constexpr int sessionNameLength = 16;
constexpr int longestName = 60; ///< characters of a kept file: with the time before it, no file system finds it too long
constexpr QLatin1StringView lockName("lock");
constexpr QLatin1StringView unfinishedSuffix(".new");

QString recoveryFolder(const QString &siteFolder)
{
    return siteFolder + u"/.quillway/recovery"_s;
}

Result<QString> ensureRecoveryFolder(FileSystem &files, const QString &siteFolder)
{
    if (const auto root = privateFolder(files, siteFolder, {}); !root)
        return root;
    QString folder = recoveryFolder(siteFolder);
    return ensureOwnersFolder(files, folder).transform([&] { return folder; });
}

bool isSessionName(const FolderEntry &entry)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return entry.kind == FileKind::Folder && entry.name.size() == sessionNameLength && std::ranges::all_of(entry.name, isHex);
}

bool isUnfinished(const FolderEntry &entry)
{
    return entry.name.endsWith(unfinishedSuffix) && journalId(entry.name.chopped(unfinishedSuffix.size()));
}

} // namespace

RecoverySession::RecoverySession(FileSystem &files, QString folder, std::optional<FileSystem::Handle> lock)
    : m_files(files)
    , m_folder(std::move(folder))
    , m_lock(lock)
{ }

Result<std::unique_ptr<RecoverySession>> RecoverySession::begin(FileSystem &files, const QString &siteFolder)
{
    // A site that is gone (a disk that was taken out) is not made anew.
    const auto site = files.targetStatus(siteFolder);
    if (!site)
        return std::unexpected(site.error());
    const auto parent = ensureRecoveryFolder(files, siteFolder);
    if (!parent)
        return std::unexpected(parent.error());
    // Another program may take a new folder for one that was left behind before it is locked: then another is made.
    Error error;
    for (int attempt = 0; attempt < 5; ++attempt) {
        const QString name = u"%1"_s.arg(QRandomGenerator::system()->generate64(), sessionNameLength, 16, QChar(u'0'));
        const QString folder = *parent + u'/' + name;
        if (auto made = files.createFolder(folder, privateFolderMode); !made)
            return std::unexpected(made.error());
        const auto lock = files.lock(folder + u'/' + lockName, privateFileMode);
        if (lock)
            return std::unique_ptr<RecoverySession>(new RecoverySession(files, folder, *lock));
        error = lock.error();
        if (error.code != ErrorCode::InUse && error.code != ErrorCode::NotFound) {
            std::ignore = files.removeFolder(folder);
            break;
        }
    }
    return std::unexpected(error);
}

RecoverySession::~RecoverySession()
{
    if (!m_lock)
        return;
    const auto entries = m_files.list(m_folder);
    const auto isOurs = [](const FolderEntry &entry) { return entry.name == lockName || isUnfinished(entry); };
    if (entries && std::ranges::all_of(*entries, isOurs)) {
        for (const FolderEntry &entry : *entries)
            std::ignore = m_files.remove(m_folder + u'/' + entry.name);
        std::ignore = m_files.removeFolder(m_folder);
    }
    std::ignore = m_files.close(*m_lock);
}

/// Opens the folders of other programs.
class LeftSession
{
public:
    LeftSession(FileSystem &files, const QString &folder)
        : m_files(files)
        , m_folder(folder)
    { }

    void read(QList<LeftJournal> &found) const
    {
        const auto lock = m_files.lock(m_folder + u'/' + lockName, privateFileMode);
        if (!lock && lock.error().code != ErrorCode::NotWritable)
            return;
        const std::shared_ptr<RecoverySession> session(new RecoverySession(m_files, m_folder, lock ? std::optional(*lock) : std::nullopt));
        for (const FolderEntry &entry : m_files.list(m_folder).value_or(QList<FolderEntry>())) {
            if (const auto id = entry.kind == FileKind::File ? journalId(entry.name) : std::nullopt)
                readJournalFile(m_folder + u'/' + entry.name, *id, session, found);
        }
    }

private:
    void readJournalFile(const QString &path, const QByteArray &id, const std::shared_ptr<RecoverySession> &session,
                         QList<LeftJournal> &found) const
    {
        const auto bytes = m_files.read(path);
        const auto status = m_files.status(path);
        if (bytes && status)
            found.append({ path, status->modified, readJournal(id, *bytes), session });
    }

    FileSystem &m_files;
    QString m_folder;
};

QList<LeftJournal> leftJournals(FileSystem &files, const QString &siteFolder)
{
    QList<LeftJournal> found;
    const QString folder = recoveryFolder(siteFolder);
    for (const FolderEntry &entry : files.list(folder).value_or(QList<FolderEntry>())) {
        if (isSessionName(entry))
            LeftSession(files, folder + u'/' + entry.name).read(found);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &LeftJournal::modified);
    return found;
}

Result<QString> keepAside(FileSystem &files, const QString &siteFolder, const SitePath &file, QByteArrayView text, const QDateTime &now)
{
    const auto parent = ensureRecoveryFolder(files, siteFolder);
    if (!parent)
        return std::unexpected(parent.error());
    const QString folder = *parent + u"/kept"_s;
    if (auto made = ensureOwnersFolder(files, folder); !made)
        return std::unexpected(made.error());
    const QString stem = folder + u'/' + now.toUTC().toString(u"yyyyMMdd-hhmmss-zzz"_s);
    QString name = QString(file.toString()).replace(u'/', u'-').right(longestName);
    if (name.front().isLowSurrogate())
        name.removeFirst(); // half a character
    const SaveOptions options { .expected = Expected::absent(), .newFileMode = privateFileMode };
    for (int n = 1;; ++n) {
        QString path = stem + (n == 1 ? u"-"_s : u"-%1-"_s.arg(n)) + name;
        const auto saved = saveFile(files, path, text, options);
        if (saved)
            return path;
        if (saved.error().code != ErrorCode::AlreadyExists || n == 1000)
            return std::unexpected(saved.error());
    }
}

} // namespace quillway::store

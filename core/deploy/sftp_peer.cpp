// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/sftp_peer.h"

#include "core/base/child_process.h"
#include "core/deploy/ssh_place.h"
#include "core/deploy/upload_steps.h"
#include "core/store/save_file.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::deploy {

namespace {

/// Under which a file arrives, in the site's folder; one at a time.
constexpr QLatin1StringView arriving = ".quillway-upload"_L1;

/// Counts what a batch has done so far by the commands that sftp repeats.
class CommandCount
{
public:
    explicit CommandCount(const QByteArray &command)
        : m_command("sftp> " + command)
    { }

    [[nodiscard]] int in(QByteArrayView news)
    {
        m_rest += news;
        int count = 0;
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            count += m_rest.startsWith(m_command) ? 1 : 0;
            m_rest.remove(0, end + 1);
        }
        return count;
    }

private:
    QByteArray m_command;
    QByteArray m_rest;
};

bool fitsIntoABatch(const SitePath &file)
{
    return std::ranges::none_of(file.toString(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

QByteArray sftpWord(const QString &text)
{
    QString word = text;
    return '"' + word.replace(u'"', "\\\""_L1).toUtf8() + '"';
}

SftpPeer::SftpPeer(FileSystem &files, model::PublishDestination target, PeerPlace place)
    : m_files(files)
    , m_target(std::move(target))
    , m_place(std::move(place))
    , m_listing(m_place.cacheFolder + "/listing"_L1)
{ }

Result<QByteArray> SftpPeer::run(const QByteArray &batch, const QString &folder, const std::stop_token &stop,
                                 const std::function<void(QByteArrayView)> &heard) const
{
    QStringList arguments = sshOptions();
    if (m_target.port > 0)
        arguments += { u"-P"_s, QString::number(m_target.port) };
    arguments += { u"-b"_s, u"-"_s, u"--"_s, sshDestination(m_target) };
    // A large file is one command, and sftp says nothing while it goes; that the network is there is for ssh to see.
    return runChild({ .program = u"sftp"_s, .arguments = arguments, .folder = folder, .input = batch, .silence = 1h, .heard = heard }, stop);
}

QByteArray SftpPeer::remote(const QString &file) const
{
    return sftpWord(remoteFolder(m_target) + u'/' + file);
}

Result<Listing> SftpPeer::listing(const std::stop_token &stop)
{
    std::ignore = m_files.remove(m_listing);
    // The minus: that there is none yet is no fault.
    const Result<QByteArray> got = run("-get " + remote(listingFile().toString()) + ' ' + sftpWord(m_listing) + '\n', {}, stop);
    if (!got)
        return std::unexpected(got.error());
    const Result<QByteArray> text = m_files.read(m_listing);
    return text ? parseListing(*text) : Listing();
}

void SftpPeer::addListing(QByteArray &batch) const
{
    batch += "put " + sftpWord(m_listing) + ' ' + remote(arriving) + '\n';
    batch += "rename " + remote(arriving) + ' ' + remote(listingFile().toString()) + '\n';
}

void SftpPeer::addFile(QByteArray &batch, const SitePath &file) const
{
    batch += "put " + sftpWord("./"_L1 + file.toString()) + ' ' + remote(arriving) + '\n';
    batch += "rename " + remote(arriving) + ' ' + remote(file.toString()) + '\n';
}

Result<void> SftpPeer::carryOut(const Upload &upload)
{
    constexpr qsizetype least = 32;
    const QList<SitePath> sent = upload.plan.added + upload.plan.changed;
    if (const auto odd = std::ranges::find_if_not(sent, fitsIntoABatch); odd != sent.end())
        return std::unexpected(Error { ErrorCode::BadValue, odd->toString(), {}, u"a name with control characters"_s });
    const int total = int(sent.size());
    int done = 0;
    CommandCount renamed("rename ");
    const auto heard = [&](QByteArrayView news) {
        // The listing's own are not counted, and may make it seem to be a few ahead.
        if (const int more = renamed.in(news); more > 0 && upload.progress)
            upload.progress(done = std::min(total, done + more), total);
    };
    const auto carryOutStep = [&](const QByteArray &batch, const Listing &before) -> Result<void> {
        if (Result<void> saved = store::saveFile(m_files, m_listing, renderListing(before), { .durability = store::Durability::Replaced });
            !saved)
            return saved;
        QByteArray whole;
        addListing(whole);
        const Result<QByteArray> ran = run(whole + batch, upload.folder, upload.stop, heard);
        return ran ? Result<void>() : std::unexpected(ran.error());
    };
    QByteArray begin;
    if (upload.present.isEmpty()) {
        const QStringList parts = remoteFolder(m_target).split(u'/');
        for (qsizetype i = 1; i < parts.size(); ++i)
            begin += "-mkdir " + sftpWord(parts.first(i + 1).join(u'/')) + '\n';
        if (const Result<QByteArray> made = run(begin, {}, upload.stop); !made)
            return std::unexpected(made.error());
    }
    for (const UploadStep &step : stepsOf(upload, least)) {
        QByteArray batch;
        for (const QString &folder : foldersOf(step.sent))
            batch += "-mkdir " + remote(folder) + '\n';
        for (const SitePath &file : step.sent)
            addFile(batch, file);
        for (const SitePath &file : step.removed)
            batch += "-rm " + remote(file.toString()) + '\n';
        if (Result<void> carried = carryOutStep(batch, step.before); !carried)
            return carried;
    }
    QByteArray end;
    for (const QString &folder : emptiedFolders(upload.plan.removed, upload.wanted))
        end += "-rmdir " + remote(folder) + '\n';
    return carryOutStep(end, upload.wanted);
}

} // namespace quillway::deploy

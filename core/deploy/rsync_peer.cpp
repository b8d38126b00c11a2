// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/rsync_peer.h"

#include "core/base/child_process.h"
#include "core/deploy/ssh_place.h"
#include "core/deploy/upload_steps.h"
#include "core/store/save_file.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::deploy {

namespace {

/// The status of rsync when it did not find a file on this side: of those that are to be removed on the other, it finds none.
constexpr int vanished = 24;

/// As rsync reads them with --from0.
QByteArray namesOf(const QList<SitePath> &files)
{
    QByteArray names;
    for (const SitePath &file : files)
        names += "./" + file.toString().toUtf8() + '\0';
    return names;
}

/// That a file is missing can be passed over, that its folder is cannot. The number is the system's (ENOENT), whatever the language.
bool isOfAMissingFolder(const Error &error)
{
    static const QRegularExpression words(u"change_dir \".*\" failed: .*\\(2\\)"_s);
    return error.code == ErrorCode::ProgramFailed && words.match(error.detail).hasMatch();
}

} // namespace

RsyncPeer::RsyncPeer(FileSystem &files, model::PublishDestination target, const PeerPlace &place)
    : m_files(files)
    , m_target(std::move(target))
    , m_listing(place.cacheFolder + "/listing"_L1)
{ }

QString RsyncPeer::remote(const QString &file) const
{
    return sshDestination(m_target) + u':' + remoteFolder(m_target) + u'/' + file;
}

Result<void> RsyncPeer::run(const QStringList &options, const QStringList &paths, const QString &folder, const QByteArray &input,
                            const std::stop_token &stop, const std::function<void(QByteArrayView)> &heard,
                            const QList<int> &goodStatuses) const
{
    QStringList shell { u"ssh"_s };
    shell += sshOptions();
    if (m_target.port > 0)
        shell += { u"-p"_s, QString::number(m_target.port) };
    // rsync takes this apart at blanks, of which none is in a word. The other side's shell must not read the paths: --protect-args.
    QStringList arguments { u"--protect-args"_s, u"--timeout=120"_s, u"--rsh="_s + shell.join(u' ') };
    arguments += options;
    arguments += u"--"_s;
    arguments += paths;
    const Result<QByteArray> ran = runChild({ .program = u"rsync"_s,
                                              .arguments = arguments,
                                              .folder = folder,
                                              .input = input,
                                              .silence = 1h,
                                              .goodStatuses = goodStatuses,
                                              .heard = heard },
                                            stop);
    return ran ? Result<void>() : std::unexpected(ran.error());
}

Result<Listing> RsyncPeer::listing(const std::stop_token &stop)
{
    std::ignore = m_files.remove(m_listing);
    const Result<void> got = run({ u"--ignore-missing-args"_s }, { remote(listingFile().toString()), m_listing }, {}, {}, stop);
    if (!got)
        return isOfAMissingFolder(got.error()) ? Result<Listing>(Listing()) : std::unexpected(got.error());
    const Result<QByteArray> text = m_files.read(m_listing);
    return text ? parseListing(*text) : Listing();
}

Result<void> RsyncPeer::putListing(const Listing &listing, const QStringList &options, const std::stop_token &stop)
{
    if (Result<void> saved = store::saveFile(m_files, m_listing, renderListing(listing), { .durability = store::Durability::Replaced });
        !saved)
        return saved;
    return run(options + QStringList { u"--checksum"_s }, { m_listing, remote(listingFile().toString()) }, {}, {}, stop);
}

Result<void> RsyncPeer::send(const QList<SitePath> &files, const Upload &upload, const std::function<void(QByteArrayView)> &heard) const
{
    return run({ u"--checksum"_s, u"--from0"_s, u"--files-from=-"_s, u"--out-format=%n"_s }, { u"."_s, remote({}) }, upload.folder,
               namesOf(files), upload.stop, heard);
}

/// A folder is removed when it is empty and not before: so the inner ones come in a call before the outer ones.
Result<void> RsyncPeer::remove(const QList<SitePath> &files, const Upload &upload) const
{
    QList<QByteArray> rounds { namesOf(files) };
    qsizetype depth = -1;
    QStringList folders = emptiedFolders(files, upload.wanted);
    std::ranges::stable_sort(folders, std::greater(), [](const QString &folder) { return folder.count(u'/'); });
    for (const QString &folder : std::as_const(folders)) {
        if (folder.count(u'/') != std::exchange(depth, folder.count(u'/')))
            rounds.append(QByteArray());
        rounds.last() += "./" + folder.toUtf8() + '\0';
    }
    for (const QByteArray &names : std::as_const(rounds)) {
        const Result<void> removed = run({ u"--from0"_s, u"--files-from=-"_s, u"--delete-missing-args"_s }, { u"."_s, remote({}) },
                                         upload.folder, names, upload.stop, {}, { 0, vanished });
        if (!removed)
            return removed;
    }
    return {};
}

Result<void> RsyncPeer::carryOut(const Upload &upload)
{
    const int total = int(upload.plan.added.size() + upload.plan.changed.size());
    int done = 0;
    const auto heard = [&](QByteArrayView news) {
        if (upload.progress)
            upload.progress(done = std::min(total, done + int(news.count('\n'))), total);
    };
    // It knows by itself what has arrived, so a stage is one step.
    const QList<UploadStep> steps = stepsOf(upload, std::numeric_limits<int>::max());
    for (const UploadStep &step : steps) {
        const bool isFirst = upload.present.isEmpty() && &step == &steps.constFirst();
        if (Result<void> put = putListing(step.before, isFirst ? QStringList { u"--mkpath"_s } : QStringList(), upload.stop); !put)
            return put;
        const Result<void> carried = step.removed.isEmpty() ? send(step.sent, upload, heard) : remove(step.removed, upload);
        if (!carried)
            return carried;
    }
    return putListing(upload.wanted, {}, upload.stop);
}

} // namespace quillway::deploy

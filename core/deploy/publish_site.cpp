// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/publish_site.h"

#include "core/analysis/integrity.h"
#include "core/base/content_hash.h"
#include "core/base/path_parts.h"
#include "core/publish/check_theme.h"
#include "core/publish/export_site.h"
#include "core/publish/manifest.h"
#include "core/publish/output_folder.h"
#include "core/store/private_folder.h"
#include "core/store/save_file.h"

#include <QStandardPaths>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace quillway::deploy {

namespace {

constexpr QLatin1StringView recordFolder = "publish"_L1; ///< in the site's private folder

/// A place of the target's that one program has at a time.
class PublishLock
{
public:
    PublishLock(FileSystem &files, const QString &folder)
        : m_files(files)
        , m_handle(take(files, folder))
    { }
    ~PublishLock()
    {
        if (m_handle)
            std::ignore = m_files.close(*m_handle);
    }
    Q_DISABLE_COPY_MOVE(PublishLock)

    [[nodiscard]] const Result<FileSystem::Handle> &handle() const { return m_handle; }

private:
    static Result<FileSystem::Handle> take(FileSystem &files, const QString &folder)
    {
        if (const Result<void> made = files.makeFolder(folderOf(folder)); !made)
            return std::unexpected(made.error());
        if (const Result<void> made = store::ensureOwnersFolder(files, folder); !made)
            return std::unexpected(made.error());
        return files.lock(folder + "/lock"_L1, 0600);
    }

    FileSystem &m_files;
    Result<FileSystem::Handle> m_handle;
};

/// One publication under way.
class Publishing
{
public:
    Publishing(FileSystem &files, const model::Site &site, const PublishRequest &request, const PublishProgress &progress,
               const std::stop_token &stop)
        : m_files(files)
        , m_site(site)
        , m_request(request)
        , m_progress(progress)
        , m_stop(stop)
    { }

    PublishReport run()
    {
        if (Result<void> done = publish(); !done)
            m_report.failure = done.error();
        return std::move(m_report);
    }

private:
    using Outcome = PublishReport::Outcome;

    void tell(PublishStage stage, int done, int total) const
    {
        if (m_progress)
            m_progress(stage, done, total);
    }

    Result<void> publish()
    {
        const PublishLock lock(m_files, m_request.cacheFolder);
        if (!lock.handle())
            return std::unexpected(lock.handle().error());
        Upload upload { .title = m_site.settings().title, .stop = m_stop };
        upload.buildDate = m_request.selection.buildDate;
        if (Result<void> exported = exportSite(upload); !exported)
            return exported;
        if (hasErrors(m_report.problems) && !m_request.goesOnWithErrors && !m_request.isDryRun) {
            m_report.outcome = Outcome::HeldBack;
            return {};
        }
        tell(PublishStage::Asking, 0, 0);
        const std::unique_ptr<Peer> peer = makePeer(m_files, m_request.target, { m_site.folder(), m_request.cacheFolder, m_request.token });
        const Result<Listing> present = peer->listing(m_stop);
        if (!present)
            return std::unexpected(present.error());
        upload.present = *present;
        m_report.plan = upload.plan = planUpload(upload.wanted, upload.present);
        if (m_request.isDryRun) {
            m_report.outcome = Outcome::Shown;
            return {};
        }
        return send(*peer, upload);
    }

    Result<void> exportSite(Upload &upload)
    {
        const QString output = publish::privateOutput(m_site.folder(), "publish/"_L1 + m_request.target.name);
        publish::ExportOptions options { .output = output, .baseUrl = m_request.target.baseUrl, .selection = m_request.selection };
        options.selection.drafts = false;
        const publish::ExportReport report = publish::exportSite(
            m_files, m_site, options, [this](int done, int total) { tell(PublishStage::Exporting, done, total); }, m_stop);
        if (report.failure)
            return std::unexpected(*report.failure);
        if (report.cancelled)
            return std::unexpected(Error { ErrorCode::Cancelled, {}, {}, {} });
        if (report.isOutdated)
            return std::unexpected(Error { ErrorCode::ChangedOnDisk, m_site.folder(), {}, {} });
        m_report.problems = analysis::checkSite(m_site, options.selection) + publish::checkTheme(m_files, m_site) + report.diagnostics;
        sortByPlace(m_report.problems);
        const auto repeated = std::ranges::unique(m_report.problems);
        m_report.problems.erase(repeated.begin(), repeated.end());
        const publish::Manifest manifest = publish::loadManifest(m_files, m_site.folder(), report.output);
        // A list that lacks files would have them removed on the other side.
        if (manifest.files.size() < report.written + report.unchanged)
            return std::unexpected(Error { ErrorCode::NotReadable, report.output, {}, u"the list of what was exported"_s });
        upload.folder = report.output;
        upload.wanted.reserve(manifest.files.size());
        for (const auto &[file, written] : manifest.files.asKeyValueRange())
            upload.wanted.insert(file, written.hash);
        return {};
    }

    Result<void> send(Peer &peer, Upload &upload)
    {
        upload.progress = [this](int done, int total) { tell(PublishStage::Sending, done, total); };
        tell(PublishStage::Sending, 0, int(upload.plan.added.size() + upload.plan.changed.size()));
        if (!upload.plan.isEmpty()) {
            if (Result<void> sent = peer.carryOut(upload); !sent)
                return sent;
        }
        m_report.outcome = upload.plan.isEmpty() ? Outcome::UpToDate : Outcome::Published;
        keepRecord();
        return {};
    }

    /// Without it the next timer publishes once more than it need.
    void keepRecord()
    {
        const Result<QString> folder = store::privateFolder(m_files, m_site.folder(), recordFolder);
        if (folder)
            std::ignore = store::saveFile(m_files, *folder + u'/' + m_request.target.name,
                                          m_request.selection.buildDate.toUTC().toString(Qt::ISODateWithMs).toUtf8() + '\n',
                                          { .durability = store::Durability::Replaced });
    }

    FileSystem &m_files;
    const model::Site &m_site;
    const PublishRequest &m_request;
    const PublishProgress &m_progress;
    std::stop_token m_stop;
    PublishReport m_report;
};

} // namespace

PublishReport publishSite(FileSystem &files, const model::Site &site, const PublishRequest &request, const PublishProgress &progress,
                          const std::stop_token &stop)
{
    return Publishing(files, site, request, progress, stop).run();
}

std::optional<QDateTime> lastPublication(const FileSystem &files, const QString &siteFolder, const QString &target)
{
    const Result<QByteArray> text = files.read(siteFolder + "/.quillway/"_L1 + recordFolder + u'/' + target);
    const QDateTime at = text ? QDateTime::fromString(QString::fromUtf8(*text).trimmed(), Qt::ISODateWithMs) : QDateTime();
    return at.isValid() ? std::optional(at) : std::nullopt;
}

QList<model::PostPtr> becomeDue(const model::Site &site, const QDateTime &since, const QDateTime &now)
{
    QList<model::PostPtr> due;
    std::ranges::copy_if(site.posts(), std::back_inserter(due), [&](const model::PostPtr &post) {
        return model::isPublished(*post, { .buildDate = now }) && !model::isPublished(*post, { .buildDate = since });
    });
    return due;
}

QString publishCacheFolder(const QString &siteFolder, const QString &target)
{
    const QByteArray name = contentHash((siteFolder + u'\n' + target).toUtf8()).toHex().first(16);
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/quillway/publish/"_L1 + QString::fromLatin1(name);
}

} // namespace quillway::deploy

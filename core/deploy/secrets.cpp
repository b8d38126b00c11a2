// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/secrets.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace quillway::deploy {

namespace {

using Kind = model::PublishDestination::Kind;

const QString service = u"quillway"_s;

Error failure(ErrorCode code, const QKeychain::Job &job)
{
    return { code, {}, {}, u"the desktop's keychain: "_s + job.errorString() };
}

} // namespace

std::optional<QString> tokenName(const model::PublishDestination &target, const QString &siteFolder)
{
    QString place;
    switch (target.kind) {
    case Kind::Folder:
    case Kind::Archive:
    case Kind::Rsync:
    case Kind::Sftp:
    case Kind::S3: return std::nullopt;
    case Kind::Git: {
        // Of the name of a remote, only git knows what it leads to.
        const bool isElsewhere = target.remote.contains(u':') || target.remote.contains(u'/');
        if (isElsewhere && !target.remote.startsWith("https://"_L1))
            return std::nullopt;
        place = target.remote;
        break;
    }
    case Kind::Netlify:
    case Kind::Cloudflare: place = target.project; break;
    }
    return u"%1 %2 of %3"_s.arg(model::publishKindName(target.kind), place, siteFolder);
}

void readToken(const QString &name, QObject *context, const std::function<void(const Result<QString> &token)> &done)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [done](const QKeychain::Job *finished) {
        if (finished->error() == QKeychain::EntryNotFound)
            done(QString());
        else if (finished->error() != QKeychain::NoError)
            done(std::unexpected(failure(ErrorCode::NotReadable, *finished)));
        else
            done(static_cast<const QKeychain::ReadPasswordJob *>(finished)->textData());
    });
    job->start();
}

void writeToken(const QString &name, const QString &token, QObject *context, const std::function<void(const Result<void> &written)> &done)
{
    const auto tell = [done](const QKeychain::Job *finished) {
        const bool isDone = finished->error() == QKeychain::NoError || finished->error() == QKeychain::EntryNotFound;
        done(isDone ? Result<void>() : std::unexpected(failure(ErrorCode::NotWritable, *finished)));
    };
    if (token.isEmpty()) {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, context, tell);
        return job->start();
    }
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setTextData(token);
    QObject::connect(job, &QKeychain::Job::finished, context, tell);
    job->start();
}

} // namespace quillway::deploy

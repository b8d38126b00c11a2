// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/tool_peer.h"

#include "core/store/save_file.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::deploy {

using Kind = model::PublishDestination::Kind;

namespace {

QStringList endpointOptions(const model::PublishDestination &target)
{
    return target.endpoint.isEmpty() ? QStringList() : QStringList { u"--endpoint-url"_s, target.endpoint };
}

/// A bucket may hold other things, so that only what is known by name goes.
Result<void> removeFromBucket(const model::PublishDestination &target, const QList<SitePath> &removed, const std::stop_token &stop)
{
    for (const SitePath &file : removed) {
        const QString object = u"s3://"_s + target.project + u'/' + file.toString();
        const Result<QByteArray> ran = runChild(
            { .program = u"aws"_s, .arguments = QStringList { u"s3"_s, u"rm"_s, object, u"--only-show-errors"_s } + endpointOptions(target) },
            stop);
        if (!ran)
            return std::unexpected(ran.error());
    }
    return {};
}

} // namespace

ChildCall toolCall(const model::PublishDestination &target, const QString &folder, const QString &token)
{
    ChildCall call { .program = {}, .silence = 15min };
    if (target.kind == Kind::Netlify) {
        call.program = u"netlify"_s;
        call.arguments = { u"deploy"_s, u"--prod"_s, u"--dir"_s, folder, u"--site"_s, target.project };
        if (!token.isEmpty())
            call.environment = { { u"NETLIFY_AUTH_TOKEN"_s, token } };
    } else if (target.kind == Kind::Cloudflare) {
        call.program = u"wrangler"_s;
        call.arguments = { u"pages"_s, u"deploy"_s, folder, u"--project-name"_s, target.project };
        if (!token.isEmpty())
            call.environment = { { u"CLOUDFLARE_API_TOKEN"_s, token } };
    } else {
        call.program = u"aws"_s;
        call.arguments = { u"s3"_s, u"sync"_s, folder, u"s3://"_s + target.project, u"--no-progress"_s };
        call.arguments += endpointOptions(target);
    }
    return call;
}

ToolPeer::ToolPeer(FileSystem &files, model::PublishDestination target, PeerPlace place)
    : m_files(files)
    , m_target(std::move(target))
    , m_listing(place.cacheFolder + "/listing"_L1)
    , m_token(std::move(place.token))
{ }

Result<Listing> ToolPeer::listing(const std::stop_token & /*stop*/)
{
    const Result<QByteArray> text = m_files.read(m_listing);
    // To lose it costs the knowledge of what is new; the tool has its own.
    return text ? parseListing(*text).value_or(Listing()) : Listing();
}

Result<void> ToolPeer::carryOut(const Upload &upload)
{
    const Result<QByteArray> ran = runChild(toolCall(m_target, upload.folder, m_token), upload.stop);
    if (!ran)
        return std::unexpected(ran.error());
    if (m_target.kind == Kind::S3) {
        if (Result<void> removed = removeFromBucket(m_target, upload.plan.removed, upload.stop); !removed)
            return removed;
    }
    return store::saveFile(m_files, m_listing, renderListing(upload.wanted), { .durability = store::Durability::Replaced });
}

} // namespace quillway::deploy

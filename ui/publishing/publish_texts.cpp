// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/publish_texts.h"

#include "ui/problems/messages.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

using Kind = model::PublishDestination::Kind;
using Outcome = deploy::PublishReport::Outcome;

class PublishTexts
{
    Q_DECLARE_TR_FUNCTIONS(quillway::ui::PublishTexts)
};

} // namespace

QString publishKindLabel(Kind kind)
{
    switch (kind) {
    case Kind::Folder: return PublishTexts::tr("Folder on this computer");
    case Kind::Archive: return PublishTexts::tr("Archive (.zip, .tar.zst)");
    case Kind::Git: return PublishTexts::tr("Git branch (GitHub, GitLab, Forgejo)");
    case Kind::Rsync: return PublishTexts::tr("Server, by rsync");
    case Kind::Sftp: return PublishTexts::tr("Server, by SFTP");
    case Kind::Netlify: return u"Netlify"_s;
    case Kind::Cloudflare: return u"Cloudflare Pages"_s;
    case Kind::S3: return PublishTexts::tr("S3 and the like");
    }
    return {};
}

QString publishKeyLabel(Kind kind, const QString &key)
{
    if (key == "path"_L1)
        return kind == Kind::Archive ? PublishTexts::tr("File") : PublishTexts::tr("Folder");
    if (key == "host"_L1)
        return PublishTexts::tr("Server");
    if (key == "user"_L1)
        return PublishTexts::tr("User");
    if (key == "port"_L1)
        return PublishTexts::tr("Port");
    if (key == "remote"_L1)
        return PublishTexts::tr("Repository");
    if (key == "branch"_L1)
        return PublishTexts::tr("Branch");
    if (key == "site"_L1)
        return PublishTexts::tr("Site");
    if (key == "project"_L1)
        return PublishTexts::tr("Project");
    if (key == "bucket"_L1)
        return PublishTexts::tr("Bucket");
    return key == "endpoint"_L1 ? PublishTexts::tr("Service") : PublishTexts::tr("Address of the site");
}

QString publishKeyExample(Kind kind, const QString &key)
{
    if (key == "path"_L1)
        return kind == Kind::Archive ? u"../blog.zip"_s : kind == Kind::Folder ? u"/var/www/blog"_s : u"/srv/www/blog"_s;
    if (key == "host"_L1)
        return u"blog.example"_s;
    if (key == "user"_L1 || key == "port"_L1)
        return PublishTexts::tr("as ssh is set up");
    if (key == "remote"_L1)
        return u"origin"_s;
    if (key == "branch"_L1)
        return u"gh-pages"_s;
    if (key == "endpoint"_L1)
        return u"Amazon"_s;
    return key == "base_url"_L1 ? PublishTexts::tr("as in the settings") : QString();
}

QString describeStage(deploy::PublishStage stage, int done, int total)
{
    switch (stage) {
    case deploy::PublishStage::Exporting: return PublishTexts::tr("Exporting %L1 of %L2").arg(done).arg(total);
    case deploy::PublishStage::Asking: return PublishTexts::tr("Asking what is there…");
    case deploy::PublishStage::Sending: return PublishTexts::tr("Sending %L1 of %L2").arg(done).arg(total);
    }
    return {};
}

QString describePublication(const deploy::PublishReport &report)
{
    const auto errors = std::ranges::count(report.problems, Severity::Error, &Diagnostic::severity);
    switch (report.outcome) {
    case Outcome::Published:
        return PublishTexts::tr("Published: %L1 added, %L2 changed, %L3 removed.")
            .arg(report.plan.added.size())
            .arg(report.plan.changed.size())
            .arg(report.plan.removed.size());
    case Outcome::UpToDate: return PublishTexts::tr("Everything is there already.");
    case Outcome::Shown:
        if (report.plan.isEmpty())
            return PublishTexts::tr("Everything is there already.");
        return PublishTexts::tr("Publishing would add %L1, change %L2 and remove %L3 files.")
            .arg(report.plan.added.size())
            .arg(report.plan.changed.size())
            .arg(report.plan.removed.size());
    case Outcome::HeldBack: return PublishTexts::tr("Nothing was sent: the site has %Ln errors.", nullptr, static_cast<int>(errors));
    case Outcome::Failed: break;
    }
    if (!report.failure)
        return PublishTexts::tr("Publishing did not come to its end.");
    if (report.failure->code == ErrorCode::Cancelled)
        return PublishTexts::tr("Stopped. What has been sent stays there, and the next time goes on from there.");
    return PublishTexts::tr("Publishing failed. %1").arg(describeProblem(*report.failure));
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/publish_control.h"

#include "core/deploy/secrets.h"
#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/problems/messages.h"
#include "ui/publishing/publish_page.h"
#include "ui/shell/place_stack.h"
#include "ui/shell/site_view.h"

#include <utility>

namespace quillway::ui {

using workspace::Workspace;

PublishControl::PublishControl(SiteView &view, Workspace &workspace, FileSystem &files)
    : QObject(&view)
    , m_view(view)
    , m_workspace(workspace)
    , m_files(files)
{
    m_pool.setMaxThreadCount(1);
    connect(&view.places(), &PlaceStack::publishMade, this, &PublishControl::connectPage);
}

PublishControl::~PublishControl()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void PublishControl::connectPage(PublishPage &page)
{
    connect(&page, &PublishPage::wanted, this, [this, &page](bool isDryRun) { start(page, isDryRun); });
    connect(&page, &PublishPage::stopWanted, this, [this] { m_stop.request_stop(); });
    connect(&page, &PublishPage::tokenGiven, this, [this, &page](const QString &token) { keepToken(page, token); });
}

/// Programs that do the work may have credentials of their own, so that a keychain without a token, or none at all, is no reason to stop.
void PublishControl::start(PublishPage &page, bool isDryRun)
{
    m_view.pane().flush();
    const auto target = page.target();
    if (!target || m_isRunning)
        return;
    m_isRunning = true;
    m_stop = {};
    page.showProgress(deploy::PublishStage::Exporting, 0, 0);
    const QString folder = m_workspace.site()->folder();
    const deploy::PublishRequest request { .target = *target,
                                           .selection = { .buildDate = QDateTime::currentDateTimeUtc() },
                                           .cacheFolder = deploy::publishCacheFolder(folder, target->name),
                                           .isDryRun = isDryRun,
                                           .goesOnWithErrors = page.goesOnWithErrors() };
    const auto withToken = [this, &page, request](const QString &token) {
        deploy::PublishRequest whole = request;
        whole.token = token;
        m_workspace.whenNewest([this, &page, whole](const model::SitePtr &site) { publish(page, site, whole); });
    };
    const auto name = deploy::tokenName(*target, folder);
    if (!name)
        return withToken({});
    deploy::readToken(*name, this, [withToken](const Result<QString> &token) { withToken(token.value_or(QString())); });
}

void PublishControl::publish(PublishPage &page, const model::SitePtr &site, const deploy::PublishRequest &request)
{
    const auto here = [this](auto &&tell) { QMetaObject::invokeMethod(this, std::forward<decltype(tell)>(tell), Qt::QueuedConnection); };
    m_pool.start([this, here, &page, site, request, stop = m_stop.get_token()] {
        const auto progress = [here, &page](deploy::PublishStage stage, int done, int total) {
            here([&page, stage, done, total] { page.showProgress(stage, done, total); });
        };
        const deploy::PublishReport report = deploy::publishSite(m_files, *site, request, progress, stop);
        here([this, &page, report] {
            m_isRunning = false;
            page.showReport(report);
        });
    });
}

void PublishControl::keepToken(PublishPage &page, const QString &token)
{
    const auto target = page.target();
    const auto name = target ? deploy::tokenName(*target, m_workspace.site()->folder()) : std::nullopt;
    if (!name)
        return;
    deploy::writeToken(*name, token, &page, [&page, token](const Result<void> &written) {
        page.tell(!written              ? describeProblem(written.error())
                      : token.isEmpty() ? PublishControl::tr("The keychain has no token of this target any more.")
                                        : PublishControl::tr("The token is in the keychain."));
    });
}

} // namespace quillway::ui

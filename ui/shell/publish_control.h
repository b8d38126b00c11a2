// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background_pool.h"
#include "core/deploy/publish_site.h"

#include <QObject>

#include <stop_token>

namespace quillway::workspace {
class Workspace;
}

namespace quillway::ui {

class PublishPage;
class SiteView;

/// What the workspace of publishing asks of the rest of the program: publications of the newest snapshot, unsaved texts included, on a thread of their own and one at a time;
/// and tokens from the desktop's keychain.
class PublishControl : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    PublishControl(SiteView &view, workspace::Workspace &workspace, FileSystem &files);
    ~PublishControl() override; ///< stops what is under way and waits for the file that is being sent

private:
    void connectPage(PublishPage &page);
    void start(PublishPage &page, bool isDryRun);
    void publish(PublishPage &page, const model::SitePtr &site, const deploy::PublishRequest &request);
    void keepToken(PublishPage &page, const QString &token);

    SiteView &m_view;
    workspace::Workspace &m_workspace;
    FileSystem &m_files;
    bool m_isRunning = false;
    std::stop_source m_stop;
    BackgroundPool m_pool;
};

} // namespace quillway::ui

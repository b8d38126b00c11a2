// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/page_bridge.h"
#include "ui/preview/site_scheme.h"

#include <QWebEngineView>

namespace quillway::ui {

class ContentPage;

/// The web engine, locked down, with the content script in its world. Making one starts the engine.
class ContentView : public QWebEngineView
{
    Q_OBJECT

public:
    /// `colours`: `light` or `dark`.
    ContentView(const QString &colours, QWidget *parent);
    ~ContentView() override;

    /// Loads a page of a site; PageBridge::isReady() follows when its script runs.
    void show(const QString &urlPath, const QByteArray &html, const publish::PublicationPtr &publication);
    /// What is served from now on, without loading it.
    void serve(const QString &urlPath, const QByteArray &html, const publish::PublicationPtr &publication);

    void setColours(const QString &colours);
    /// Whether the page is shown as to a reader who has scripts, though none run here: without what stands in `noscript`.
    void setScripted(bool isScripted);
    /// Whether RemoteMedia is given out.
    void setRemoteMediaAllowed(bool allowed);

    [[nodiscard]] PageBridge &bridge() { return m_bridge; }

    using QWidget::show;

Q_SIGNALS:
    void died(); ///< the page's process ended by itself

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void installScript();

    PageBridge m_bridge;
    QWebEngineProfile *m_profile;
    SiteSchemeHandler *m_scheme;
    ContentPage *m_page;
    QString m_colours;
    bool m_isScripted = true;
};

} // namespace quillway::ui

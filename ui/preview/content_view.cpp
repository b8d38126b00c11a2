// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/content_view.h"

#include "ui/preview/content_page.h"
#include "ui/preview/external_url.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QGuiApplication>
#include <QMenu>
#include <QWebChannel>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

const auto scriptName = u"quillway-preview"_s;

QByteArray resource(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the program lacks its part %s", qPrintable(name));
    return file.readAll();
}

/// The content script: its parts share one scope.
QString contentScript(const QString &colours, bool isScripted)
{
    QByteArray source = resource(u":/qtwebchannel/qwebchannel.js"_s) + "\n(() => {\n";
    for (const auto part : { "dom"_L1, "merge"_L1, "remote"_L1, "colours"_L1, "place"_L1, "preview"_L1 })
        source += resource(":/preview/script/"_L1 + part + ".js"_L1);
    source += "start('" + colours.toLatin1() + "', " + (isScripted ? "true" : "false") + ");\n})();\n";
    return QString::fromUtf8(source);
}

} // namespace

ContentView::ContentView(const QString &colours, QWidget *parent)
    : QWebEngineView(parent)
    , m_profile(makeContentProfile(this))
    , m_scheme(new SiteSchemeHandler(m_profile))
    , m_page(new ContentPage(m_profile, this))
{
    m_profile->installUrlSchemeHandler(siteScheme, m_scheme);
    auto *channel = new QWebChannel(m_page);
    channel->registerObject(u"bridge"_s, &m_bridge);
    m_page->setWebChannel(channel, QWebEngineScript::ApplicationWorld);
    setColours(colours);
    setPage(m_page);
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this, [this](QWebEnginePage::RenderProcessTerminationStatus status) {
        if (status != QWebEnginePage::NormalTerminationStatus)
            Q_EMIT died();
    });
}

ContentView::~ContentView()
{
    // The page has to go before its profile, whose child it is not.
    delete m_page;
}

void ContentView::serve(const QString &urlPath, const QByteArray &html, const publish::PublicationPtr &publication)
{
    m_scheme->setPage(urlPath, html, publication);
}

void ContentView::show(const QString &urlPath, const QByteArray &html, const publish::PublicationPtr &publication)
{
    serve(urlPath, html, publication);
    m_page->show(siteUrl(urlPath));
}

void ContentView::installScript()
{
    QWebEngineScriptCollection &scripts = m_page->scripts();
    for (const QWebEngineScript &old : scripts.find(scriptName))
        scripts.remove(old);
    QWebEngineScript script;
    script.setName(scriptName);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setSourceCode(contentScript(m_colours, m_isScripted));
    scripts.insert(script);
}

void ContentView::setColours(const QString &colours)
{
    m_colours = colours;
    installScript();
    // Until the theme's own colour is there.
    m_page->setBackgroundColor(colours == "dark"_L1 ? QColor(0x1c, 0x1c, 0x1e) : QColor(Qt::white));
    Q_EMIT m_bridge.colour(colours);
}

void ContentView::setScripted(bool isScripted)
{
    m_isScripted = isScripted;
    installScript();
    Q_EMIT m_bridge.scripting(isScripted);
}

void ContentView::setRemoteMediaAllowed(bool allowed)
{
    m_scheme->setRemoteMediaAllowed(allowed);
}

void ContentView::contextMenuEvent(QContextMenuEvent *event)
{
    const QWebEngineContextMenuRequest *request = lastContextMenuRequest();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("&Copy"), m_page, [this] { m_page->triggerAction(QWebEnginePage::Copy); });
    copy->setEnabled(m_page->hasSelection());
    if (const auto link = request ? externalUrlFor(request->linkUrl()) : std::nullopt)
        menu->addAction(tr("Copy &Link"), this, [link] { QGuiApplication::clipboard()->setText(link->toString(QUrl::FullyEncoded)); });
    menu->addAction(tr("Select &All"), m_page, [this] { m_page->triggerAction(QWebEnginePage::SelectAll); });
    menu->popup(event->globalPos());
}

} // namespace quillway::ui

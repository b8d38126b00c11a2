// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/content_page.h"

#include "ui/preview/site_scheme.h"

#include <QLoggingCategory>
#include <QWebEngineDownloadRequest>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEnginePermission>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineSettings>

#include <array>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

Q_LOGGING_CATEGORY(lcPage, "quillway.preview.page", QtWarningMsg)

constexpr std::array switchedOff {
    QWebEngineSettings::JavascriptEnabled, // the page's own; other worlds have theirs
    QWebEngineSettings::JavascriptCanOpenWindows,
    QWebEngineSettings::JavascriptCanAccessClipboard,
    QWebEngineSettings::JavascriptCanPaste,
    QWebEngineSettings::AllowWindowActivationFromJavaScript,
    QWebEngineSettings::LocalStorageEnabled,
    QWebEngineSettings::LocalContentCanAccessRemoteUrls,
    QWebEngineSettings::LocalContentCanAccessFileUrls,
    QWebEngineSettings::AllowRunningInsecureContent,
    QWebEngineSettings::AllowGeolocationOnInsecureOrigins,
    QWebEngineSettings::HyperlinkAuditingEnabled,
    QWebEngineSettings::DnsPrefetchEnabled,
    QWebEngineSettings::PluginsEnabled,
    QWebEngineSettings::PdfViewerEnabled,
    QWebEngineSettings::FullScreenSupportEnabled,
    QWebEngineSettings::ScreenCaptureEnabled,
    QWebEngineSettings::WebGLEnabled,
    QWebEngineSettings::ReadingFromCanvasEnabled,
    QWebEngineSettings::AutoLoadIconsForPage,
    QWebEngineSettings::TouchIconsEnabled,
    QWebEngineSettings::ErrorPageEnabled,
    QWebEngineSettings::FocusOnNavigationEnabled,
    QWebEngineSettings::NavigateOnDropEnabled,
    QWebEngineSettings::ForceDarkMode,
};

constexpr std::array switchedOn {
    QWebEngineSettings::AutoLoadImages,
    QWebEngineSettings::PlaybackRequiresUserGesture,
    QWebEngineSettings::WebRTCPublicInterfacesOnly,
    QWebEngineSettings::ShowScrollBars,
};

void lockDown(QWebEngineSettings &settings)
{
    for (const auto attribute : switchedOff)
        settings.setAttribute(attribute, false);
    for (const auto attribute : switchedOn)
        settings.setAttribute(attribute, true);
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);
}

bool isSameDocument(const QUrl &a, const QUrl &b)
{
    return a.adjusted(QUrl::RemoveFragment) == b.adjusted(QUrl::RemoveFragment);
}

} // namespace

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    const QString scheme = info.requestUrl().scheme();
    if (scheme == QLatin1StringView(siteScheme) || scheme == "data"_L1)
        return;
    info.block(true);
    Q_EMIT refused(info.requestUrl());
}

QWebEngineProfile *makeContentProfile(QObject *parent)
{
    auto *profile = new QWebEngineProfile(parent);
    Q_ASSERT(profile->isOffTheRecord());
    profile->setHttpCacheType(QWebEngineProfile::NoCache);
    profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    profile->setPersistentPermissionsPolicy(QWebEngineProfile::PersistentPermissionsPolicy::AskEveryTime);
    profile->setPushServiceEnabled(false);
    profile->setUrlRequestInterceptor(new RequestGuard(profile));
    QObject::connect(profile, &QWebEngineProfile::downloadRequested, profile,
                     [](QWebEngineDownloadRequest *download) { download->cancel(); });
    lockDown(*profile->settings());
    return profile;
}

ContentPage::ContentPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
    lockDown(*settings());
    connect(this, &QWebEnginePage::permissionRequested, this, [](const QWebEnginePermission &permission) { permission.deny(); });
    connect(this, &QWebEnginePage::fullScreenRequested, this, [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this, [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
}

void ContentPage::show(const QUrl &url)
{
    m_expected = url;
    load(url);
}

bool ContentPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    const bool isOwn = type == NavigationTypeTyped && url == m_expected;
    const bool isInside = type == NavigationTypeLinkClicked && url.hasFragment() && isSameDocument(url, m_expected);
    const bool accepted = isMainFrame && (isOwn || isInside);
    if (!accepted)
        qCDebug(lcPage) << "navigation refused:" << url << type;
    return accepted;
}

QWebEnginePage *ContentPage::createWindow(WebWindowType)
{
    return nullptr;
}

QStringList ContentPage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

void ContentPage::javaScriptAlert(const QUrl &, const QString &) { }

bool ContentPage::javaScriptConfirm(const QUrl &, const QString &)
{
    return false;
}

bool ContentPage::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

void ContentPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &message, int line, const QString &source)
{
    qCDebug(lcPage).noquote() << source << line << message;
}

} // namespace quillway::ui

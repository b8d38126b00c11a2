// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineUrlRequestInterceptor>

namespace quillway::ui {

/// Refuses every request but those of the preview's own scheme, and data URLs that never leave the engine.
class RequestGuard : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;

Q_SIGNALS:
    void refused(const QUrl &url);
};

/// A page whose content may be looked at and nothing else: its own scripts do not run (the content script of the preview lives in another world), it
/// goes nowhere but where show() sends it, opens no window, asks for nothing, stores nothing.
class ContentPage : public QWebEnginePage
{
    Q_OBJECT

public:
    /// `profile` must be off the record and outlive the page.
    ContentPage(QWebEngineProfile *profile, QObject *parent);

    /// Loads a page of the site; the only navigation that is let through.
    void show(const QUrl &url);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles, const QStringList &mimeTypes) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &message, const QString &defaultValue, QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line, const QString &source) override;

private:
    QUrl m_expected;
};

/// A profile that keeps nothing and reaches nothing.
[[nodiscard]] QWebEngineProfile *makeContentProfile(QObject *parent);

} // namespace quillway::ui

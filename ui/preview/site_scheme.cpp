// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/site_scheme.h"

#include "ui/preview/preview_view.h"
#include "ui/preview/remote_media.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QPointer>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

const auto siteHost = u"site"_s;

QByteArray mimeTypeOf(const QString &path, const QByteArray &bytes)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(path, bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
    const QByteArray name = type.name().toLatin1();
    return name.startsWith("text/") ? name + ";charset=utf-8" : name;
}

std::optional<QByteArray> readInside(const QString &path, const QString &siteFolder)
{
    const QString folder = QFileInfo(siteFolder).canonicalFilePath();
    const QFileInfo real(QFileInfo(path).canonicalFilePath());
    if (folder.isEmpty() || !real.isFile() || real.size() > largestFile || !real.filePath().startsWith(folder + u'/'))
        return std::nullopt;
    QFile file(real.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(largestFile);
}

/// Without a graphics card, Mesa emulates one on the processor: making that emulation costs the program a third of its start, and the preview half a second in which
/// no key is taken (measured: 60 and 640 ms). Qt and the engine draw on the processor by themselves, and faster. What the user has set stays.
void drawWithoutCard()
{
    if (!QDir(u"/dev/dri"_s).isEmpty() || QFileInfo::exists(u"/dev/nvidiactl"_s) || QFileInfo::exists(u"/dev/dxg"_s))
        return;
    for (const auto &[name, value] : { std::pair("QT_QUICK_BACKEND", "software"), std::pair("QT_XCB_GL_INTEGRATION", "none") }) {
        if (!qEnvironmentVariableIsSet(name))
            qputenv(name, value);
    }
}

} // namespace

void registerPreviewScheme()
{
#ifdef Q_OS_LINUX
    drawWithoutCard();
#endif
    QWebEngineUrlScheme scheme(siteScheme);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    // Like a site on https. None of the other rights: no reading by other schemes, no fetch, no service workers, no way around the policy.
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);

    // The preview is a native window within the program's; that must not make its neighbours such.
    QCoreApplication::setAttribute(Qt::AA_DontCreateNativeWidgetSiblings);

    // A page's `<link rel="preconnect">` makes the engine open connections without asking policy or interceptor (seen in Qt 6.8): so it gets no
    // address to open one to.
    QByteArray flags = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    if (!flags.isEmpty())
        flags += ' ';
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", flags + R"(--host-resolver-rules="MAP * ~NOTFOUND")");
}

QUrl siteUrl(const QString &path)
{
    QUrl url;
    url.setScheme(QLatin1StringView(siteScheme));
    url.setHost(siteHost);
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

std::optional<QString> sitePath(const QUrl &url)
{
    if (url.scheme() != QLatin1StringView(siteScheme) || url.host() != siteHost)
        return std::nullopt;
    return url.path(QUrl::FullyEncoded);
}

QByteArray contentPolicy()
{
    return "default-src 'none'; script-src 'none'; img-src quillway-site: data:; style-src quillway-site: 'unsafe-inline'; "
           "font-src quillway-site: data:; media-src quillway-site: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
           "sandbox allow-same-origin";
}

std::optional<ServedFile> readServed(const publish::SourceFile &source, const QString &path, const QString &siteFolder)
{
    const auto bytes = source.path.isEmpty() ? std::optional(source.content) : readInside(source.path, siteFolder);
    if (!bytes)
        return std::nullopt;
    // What is served for a picture's smaller version is the picture.
    return ServedFile { *bytes, mimeTypeOf(source.path.isEmpty() ? path : source.path, *bytes) };
}

SiteSchemeHandler::SiteSchemeHandler(QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
{
    m_readers.setMaxThreadCount(2);
}

SiteSchemeHandler::~SiteSchemeHandler()
{
    m_readers.clear();
    m_readers.waitForDone();
}

void SiteSchemeHandler::setPage(const QString &path, const QByteArray &html, publish::PublicationPtr publication)
{
    m_path = sitePath(siteUrl(path)).value_or(QString()); // spelled as requests spell it
    m_html = html;
    m_publication = std::move(publication);
}

void SiteSchemeHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    const auto path = sitePath(url);
    const auto target = m_isRemoteAllowed ? remoteMediaTarget(url) : std::nullopt;
    if ((!path && !target) || job->requestMethod() != "GET")
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
    else if (path)
        answerOwn(job, *path);
    else
        answerRemote(job, *target);
}

void SiteSchemeHandler::answerOwn(QWebEngineUrlRequestJob *job, const QString &path)
{
    if (path == m_path) {
        reply(job, { m_html, "text/html;charset=utf-8" });
        return;
    }
    if (!m_publication) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    m_readers.start([this, job = QPointer(job), path, publication = m_publication] {
        const auto source = publication->fileForAddress(path);
        const auto file = source ? readServed(*source, path, publication->site().folder()) : std::nullopt;
        QMetaObject::invokeMethod(this, [this, job, file] { replyOrFail(job, file); });
    });
}

void SiteSchemeHandler::answerRemote(QWebEngineUrlRequestJob *job, const QUrl &target)
{
    if (!m_remote)
        m_remote = new RemoteMedia(this);
    // Allowed when it was asked for, but perhaps no more when it arrives.
    m_remote->fetch(target, [this, job = QPointer(job)](const std::optional<ServedFile> &file) {
        replyOrFail(job, m_isRemoteAllowed ? file : std::nullopt);
    });
}

/// `job` may be gone.
void SiteSchemeHandler::replyOrFail(QWebEngineUrlRequestJob *job, const std::optional<ServedFile> &file)
{
    if (!job)
        return;
    if (file)
        reply(job, *file);
    else
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

void SiteSchemeHandler::reply(QWebEngineUrlRequestJob *job, const ServedFile &file)
{
    auto *device = new QBuffer;
    device->setData(file.bytes);
    device->open(QIODevice::ReadOnly);
    // The engine reads on a thread of its own and says when it is done.
    connect(job, &QObject::destroyed, device, &QObject::deleteLater);
    QMultiMap<QByteArray, QByteArray> headers { { "X-Content-Type-Options", "nosniff" } };
    if (!m_policy.isEmpty())
        headers.insert("Content-Security-Policy", m_policy);
    job->setAdditionalResponseHeaders(headers);
    job->reply(file.mimeType, device);
}

} // namespace quillway::ui

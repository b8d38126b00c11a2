// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exported_page.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>
#include <QWebEngineSettings>

#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::test {

namespace {

QByteArray typeOf(const QString &path)
{
    static const QHash<QString, QByteArray> types {
        { u"html"_s, "text/html; charset=utf-8" }, { u"js"_s, "text/javascript" }, { u"css"_s, "text/css" },
        { u"json"_s, "application/json" },         { u"txt"_s, "text/plain" },     { u"svg"_s, "image/svg+xml" }
    };
    return types.value(QFileInfo(path).suffix(), "application/octet-stream");
}

} // namespace

SiteServer::SiteServer(const QString &folder)
    : m_folder(folder)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

QString SiteServer::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path);
}

void SiteServer::answer(QTcpSocket *socket)
{
    while (socket->canReadLine()) {
        const QByteArray line = socket->readLine();
        if (!line.startsWith("GET "))
            continue;
        QString path = QUrl(QString::fromUtf8(line.split(' ').value(1))).path();
        QFile file(m_folder + path + (path.endsWith(u'/') ? u"index.html"_s : QString()));
        const bool isThere = (m_broken.isEmpty() || !path.startsWith(m_broken)) && file.open(QIODevice::ReadOnly);
        const QByteArray body = isThere ? file.readAll() : QByteArray("none");
        sent[path] += body.size();
        socket->write("HTTP/1.1 " + QByteArray(isThere ? "200 OK" : "404 Not Found")
                      + "\r\nContent-Security-Policy: default-src 'self'\r\nContent-Type: " + typeOf(file.fileName())
                      + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
}

ExportedPage::ExportedPage()
    : m_page(&m_profile)
{ }

bool ExportedPage::open(const QString &url)
{
    QSignalSpy loaded(&m_page, &QWebEnginePage::loadFinished);
    m_page.load(QUrl(url));
    return loaded.wait(20'000) && loaded.front().front().toBool();
}

QVariant ExportedPage::evaluate(const QString &script)
{
    QVariant result;
    bool isDone = false;
    m_page.runJavaScript(u"{\n%1\n}"_s.arg(script), [&](const QVariant &value) {
        result = value;
        isDone = true;
    });
    std::ignore = QTest::qWaitFor([&] { return isDone; }, 10'000);
    return result;
}

bool ExportedPage::becomes(const QString &script)
{
    return QTest::qWaitFor([&] { return evaluate(script).toBool(); }, 10'000);
}

QString ExportedPage::textWithoutScript(const QString &url)
{
    m_page.settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, false);
    QString text;
    if (!open(url))
        return text;
    m_page.toPlainText([&](const QString &plain) { text = plain; });
    std::ignore = QTest::qWaitFor([&] { return !text.isEmpty(); }, 10'000);
    return text;
}

void ExportedPage::Page::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                                  const QString &source)
{
    Q_UNUSED(level)
    messages.append(u"%1:%2: %3"_s.arg(source).arg(line).arg(message));
}

} // namespace quillway::test

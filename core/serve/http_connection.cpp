// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/http_connection.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace quillway::serve {

namespace {

constexpr std::chrono::seconds farewell(2); ///< for the other side to close
constexpr qint64 pieceSize = 256LL * 1024; ///< bytes of a file in memory for one client

/// RFC 9110, section 5.6.7.
QByteArray httpDate(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

HttpConnection::HttpConnection(HttpServer &server, QTcpSocket *socket)
    : QObject(&server)
    , m_server(server)
    , m_socket(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(server.m_limits.headSize);
    m_idle.setSingleShot(true);
    m_idle.setInterval(server.m_limits.idle);
    m_idle.start();
    connect(&m_idle, &QTimer::timeout, socket, &QTcpSocket::abort);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &HttpConnection::sendMore);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    // It may have said something, or gone, before anybody listened.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
    m_server.m_connections.remove(this);
}

void HttpConnection::read()
{
    if (m_state == State::Stream || m_state == State::Closing) {
        m_socket->readAll();
        return;
    }
    if (m_state != State::Head)
        return; // what comes meanwhile waits in the socket
    if (m_socket->bytesAvailable() > 0)
        m_idle.start();
    m_received += m_socket->read(m_server.m_limits.headSize + 1 - std::min(m_received.size(), m_server.m_limits.headSize));
    // Empty lines before a request are to be passed over (RFC 9112, section 2.2).
    while (m_received.startsWith("\r\n"))
        m_received.remove(0, 2);
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0 ? m_received.size() >= m_server.m_limits.headSize : end > m_server.m_limits.headSize)
        return refuse(HttpStatus::HeadTooLarge);
    if (end < 0) {
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            deleteLater();
        return;
    }
    const QByteArray head = m_received.first(end + 2);
    m_received.remove(0, end + 4);
    takeRequest(head);
}

void HttpConnection::takeRequest(const QByteArray &head)
{
    const std::expected<HttpRequest, HttpStatus> request = parseRequest(head);
    if (!request)
        return refuse(request.error());
    if (!isForThisMachine(*request))
        return refuse(HttpStatus::MisdirectedRequest);
    if (request->hasBody())
        return refuse(HttpStatus::ContentTooLarge);
    m_keepsAlive = request->keepsAlive;
    if (request->method == "GET" && request->path == m_server.m_eventsPath)
        return beginStream();
    send(m_server.m_answer(*request), request->method == "HEAD");
}

/// What stood in the request is not known well enough to read another one behind it.
void HttpConnection::refuse(HttpStatus status)
{
    m_keepsAlive = false;
    send(plainAnswer(status), false);
}

void HttpConnection::beginStream()
{
    m_state = State::Stream;
    m_idle.stop();
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
    if (!m_server.m_event.isEmpty())
        sendEvent(m_server.m_event);
}

void HttpConnection::sendEvent(const QByteArray &data)
{
    m_socket->write("data: " + data + "\n\n");
}

void HttpConnection::send(const HttpAnswer &answer, bool isHeadOnly)
{
    m_state = State::Answer;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(int(answer.status)) + ' ' + reasonPhrase(answer.status) + "\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    // To others than pages of this server, its answers are nothing.
    head += "Cross-Origin-Resource-Policy: same-origin\r\nX-Content-Type-Options: nosniff\r\nDate: "
        + httpDate(QDateTime::currentDateTimeUtc()) + "\r\n";
    if (answer.status != HttpStatus::NotModified)
        head += "Content-Length: " + QByteArray::number(answer.length()) + "\r\n";
    head += m_keepsAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    const bool hasBody = !isHeadOnly && answer.status != HttpStatus::NotModified;
    m_path = hasBody ? answer.path : QString();
    m_rest = answer.range;
    m_socket->write(hasBody && m_path.isEmpty() ? head + answer.body : head);
    sendMore();
}

/// The next piece of a file when the last one has gone; then the next request.
void HttpConnection::sendMore()
{
    if (m_state == State::Stream)
        return;
    m_idle.start();
    if (m_state != State::Answer || m_socket->bytesToWrite() > pieceSize)
        return;
    if (!m_path.isEmpty() && m_rest.length > 0) {
        const Result<QByteArray> piece = m_server.m_files.readPart(m_path, m_rest.first, std::min(pieceSize, m_rest.length));
        // A file that has become shorter: what was announced cannot be kept, and only an end in the middle says so.
        if (!piece || piece->isEmpty())
            return m_socket->abort();
        m_rest = { m_rest.first + piece->size(), m_rest.length - piece->size() };
        m_socket->write(*piece);
        return;
    }
    m_path.clear();
    if (m_socket->bytesToWrite() > 0)
        return;
    if (!m_keepsAlive)
        return close();
    m_state = State::Head;
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::close()
{
    // What is still coming is taken until the other side closes, too: closing over it would take the answer away from who has not read it yet.
    m_state = State::Closing;
    m_idle.start(farewell);
    m_socket->readAll();
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

} // namespace quillway::serve

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/http_server.h"

#include "core/serve/http_connection.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::serve {

HttpServer::HttpServer(const FileSystem &files, Answer answer, QByteArray eventsPath, const ServerLimits &limits, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_answer(std::move(answer))
    , m_eventsPath(std::move(eventsPath))
    , m_limits(limits)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
}

HttpServer::~HttpServer()
{
    for (const HttpConnection *connection : std::exchange(m_connections, {}))
        delete connection;
}

Result<void> HttpServer::listen(quint16 port)
{
    if (m_server.listen(QHostAddress::LocalHost, port))
        return {};
    const bool isTaken = m_server.serverError() == QAbstractSocket::AddressInUseError;
    return std::unexpected(
        Error { isTaken ? ErrorCode::InUse : ErrorCode::NotReadable, u"127.0.0.1:%1"_s.arg(port), {}, m_server.errorString() });
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections.size() < m_limits.connections) {
            m_connections.insert(new HttpConnection(*this, socket));
            continue;
        }
        socket->write("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->disconnectFromHost();
    }
}

void HttpServer::setEvent(const QByteArray &data)
{
    m_event = data;
    for (HttpConnection *connection : std::as_const(m_connections)) {
        if (connection->isStream())
            connection->sendEvent(data);
    }
}

} // namespace quillway::serve

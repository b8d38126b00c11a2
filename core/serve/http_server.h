// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/serve/file_answer.h"

#include <QObject>
#include <QSet>
#include <QTcpServer>

#include <chrono>
#include <functional>

namespace quillway::serve {

class HttpConnection;

/// What one client may take up.
struct ServerLimits {
    qsizetype headSize = 16'384; ///< bytes of a request's head
    int connections = 128; ///< at once; another one is told to come later
    std::chrono::milliseconds idle { 30'000 }; ///< without a byte either way; streams of events wait without end
};

/// A small web server (RFC 9110, RFC 9112) on this machine's loopback address, for programs that the user runs here. Several requests on a connection, one after the other. Belongs to one
/// thread with an event loop; asks `answer` there, and sends files piece by piece.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<HttpAnswer(const HttpRequest &request)>;

    /// `files` must outlive it. GET requests for `eventsPath` become streams of server-sent events.
    HttpServer(const FileSystem &files, Answer answer, QByteArray eventsPath, const ServerLimits &limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    /// 0: any port that is free. InUse or NotReadable (with the system's reason) if it cannot be had.
    [[nodiscard]] Result<void> listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// Sends an event with this text (one line) to every stream, and to those that begin later, as the first they hear.
    void setEvent(const QByteArray &data);

private:
    friend class HttpConnection;

    void accept();

    const FileSystem &m_files;
    Answer m_answer;
    QByteArray m_eventsPath;
    ServerLimits m_limits;
    QByteArray m_event;
    QTcpServer m_server;
    QSet<HttpConnection *> m_connections; ///< children of the server
};

} // namespace quillway::serve

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/serve/http_server.h"

#include <QTcpSocket>
#include <QTimer>

namespace quillway::serve {

/// One client of an HttpServer; deletes itself when it goes.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over; the server is the parent.
    HttpConnection(HttpServer &server, QTcpSocket *socket);
    ~HttpConnection() override;

    [[nodiscard]] bool isStream() const { return m_state == State::Stream; }
    void sendEvent(const QByteArray &data);

private:
    enum class State { Head, Answer, Stream, Closing };

    void read();
    void takeRequest(const QByteArray &head);
    void refuse(HttpStatus status);
    void beginStream();
    void send(const HttpAnswer &answer, bool isHeadOnly);
    void sendMore();
    void close();

    HttpServer &m_server;
    QTcpSocket *m_socket; ///< child
    QTimer m_idle;
    State m_state = State::Head;
    QByteArray m_received;
    bool m_keepsAlive = false;
    QString m_path; ///< of the file that is sent
    ByteRange m_rest; ///< of it
};

} // namespace quillway::serve

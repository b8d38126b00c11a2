// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/site_folder.h"

#include <QProcess>

namespace quillway::test {

/// A real sshd on a port of the loopback address, with keys of its own, and `ssh`, `sftp` in PATH that know it under the name `peer` and nothing of the user's.
class SshServer
{
public:
    SshServer();
    ~SshServer();
    Q_DISABLE_COPY_MOVE(SshServer)

    /// Why it cannot run here; empty if it does.
    [[nodiscard]] const QString &objection() const { return m_objection; }
    /// The whole network goes down: the server and all its connections end at once.
    void stop();
    void start();

private:
    void makeKeys() const;
    void writeConfiguration() const;

    SiteFolder m_folder;
    QProcess m_server;
    quint16 m_port = 0;
    QByteArray m_path; ///< PATH as it was
    QString m_objection;
};

} // namespace quillway::test

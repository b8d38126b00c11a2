// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/ssh_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace quillway::test {

namespace {

constexpr int patience = 20'000; // milliseconds

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// The processes that `parent` has started, and theirs.
QList<pid_t> descendantsOf(pid_t parent)
{
    QList<pid_t> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile stat("/proc/"_L1 + name + "/stat"_L1);
        if (name.toInt() <= 0 || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        // `PID (name) STATE PARENT …`, and the name may hold anything.
        if (line.sliced(line.lastIndexOf(')') + 2).split(' ').value(1).toInt() == parent)
            found += QList<pid_t> { name.toInt() } + descendantsOf(name.toInt());
    }
    return found;
}

QString sshd()
{
    return QStandardPaths::findExecutable(u"sshd"_s, { u"/usr/sbin"_s, u"/usr/bin"_s });
}

} // namespace

SshServer::SshServer()
    : m_port(freePort())
    , m_path(qgetenv("PATH"))
{
    if (sshd().isEmpty())
        m_objection = u"sshd is not installed"_s;
    if (!m_objection.isEmpty())
        return;
    makeKeys();
    writeConfiguration();
    qputenv("PATH", m_folder.path(u"bin"_s).toUtf8() + ':' + m_path);
    start();
}

SshServer::~SshServer()
{
    stop();
    qputenv("PATH", m_path);
}

void SshServer::makeKeys() const
{
    for (const QString &name : { u"host"_s, u"user"_s })
        QProcess::execute(u"ssh-keygen"_s, { u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, m_folder.path(name) });
    m_folder.write(u"authorized"_s, m_folder.read(u"user.pub"_s));
    m_folder.write(u"known"_s, "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + m_folder.read(u"host.pub"_s));
}

void SshServer::writeConfiguration() const
{
    const QByteArray folder = m_folder.path().toUtf8();
    const QByteArray port = QByteArray::number(m_port);
    m_folder.write(
        u"sshd_config"_s,
        "Port " + port + "\nListenAddress 127.0.0.1\nHostKey " + folder + "/host\nAuthorizedKeysFile " + folder
            + "/authorized\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n"
              "Subsystem sftp internal-sftp\n");
    m_folder.write(u"ssh_config"_s,
                   "Host peer\nHostName 127.0.0.1\nPort " + port + "\nIdentityFile " + folder
                       + "/user\nIdentitiesOnly yes\nUserKnownHostsFile " + folder
                       + "/known\nGlobalKnownHostsFile /dev/null\nStrictHostKeyChecking yes\n");
    QFile users(u"/etc/passwd"_s);
    if (users.open(QIODevice::ReadOnly))
        m_folder.write(u"passwd"_s, users.readAll() + "\nsshd:x:65533:65534::/run/sshd:/usr/sbin/nologin\n");
    for (const QString &name : { u"ssh"_s, u"sftp"_s }) {
        const QByteArray real = QStandardPaths::findExecutable(name).toUtf8();
        m_folder.write("bin/"_L1 + name, "#!/bin/sh\nexec " + real + " -F " + folder + "/ssh_config \"$@\"\n");
        QFile(m_folder.path("bin/"_L1 + name)).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

void SshServer::start()
{
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    const QStringList arguments { u"-D"_s, u"-e"_s, u"-f"_s, m_folder.path(u"sshd_config"_s) };
    if (::geteuid() != 0) {
        m_server.start(sshd(), arguments);
    } else {
        // As root it wants a user and a folder of its own: it gets them in a name space that nobody else sees.
        const QString script = u"mount --bind \"$1\" /etc/passwd && mount -t tmpfs tmpfs /run && mkdir /run/sshd && shift && exec \"$@\""_s;
        m_server.start(u"unshare"_s,
                       QStringList { u"--mount"_s, u"sh"_s, u"-c"_s, script, u"sh"_s, m_folder.path(u"passwd"_s), sshd() } + arguments);
    }
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < patience && m_server.state() != QProcess::NotRunning; QThread::msleep(20)) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(1000))
            return;
        m_server.waitForReadyRead(0);
    }
    m_objection = u"sshd does not run here: "_s + QString::fromUtf8(m_server.readAll()).simplified();
}

void SshServer::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    const auto pid = pid_t(m_server.processId());
    for (const pid_t child : descendantsOf(pid) + QList<pid_t> { pid })
        ::kill(child, SIGKILL);
    m_server.waitForFinished();
}

} // namespace quillway::test

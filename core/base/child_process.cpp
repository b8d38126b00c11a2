// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/child_process.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway {

namespace {

constexpr int glance = 50; ///< milliseconds between two looks at the stop token
constexpr int farewell = 2'000; ///< milliseconds to end in, when asked to
constexpr qsizetype mostSaid = 600; ///< characters of an error's detail

/// In a session of its own, without a terminal to ask questions on, so that what it starts can be ended with it; and listening to the signals that this program's threads leave to one of them.
void beOnItsOwn(qint64 memory)
{
    ::setsid();
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (memory > 0) {
        const rlimit limit { rlim_t(memory), rlim_t(memory) };
        ::setrlimit(RLIMIT_AS, &limit);
    }
}

void endGroup(QProcess &process)
{
    const auto group = pid_t(process.processId());
    if (group <= 0)
        return;
    ::kill(-group, SIGTERM);
    if (!process.waitForFinished(farewell)) {
        ::kill(-group, SIGKILL);
        process.waitForFinished(farewell);
    }
}

QString withoutCredentials(QString text)
{
    static const QRegularExpression credentials(u"//[^/@\\s]*@"_s);
    return text.replace(credentials, u"//"_s);
}

/// The end of what was said, where the reason stands.
QString lastSaid(const QByteArray &said)
{
    const QString text = withoutCredentials(QString::fromUtf8(said)).simplified();
    return text.size() > mostSaid ? u"…"_s + text.last(mostSaid) : text;
}

std::unexpected<Error> failure(ErrorCode code, const QString &program, const QString &detail)
{
    return std::unexpected(Error { code, {}, {}, detail.isEmpty() ? program : program + u": "_s + detail });
}

} // namespace

Result<QByteArray> runChild(const ChildCall &call, const std::stop_token &stop)
{
    const QString path = QStandardPaths::findExecutable(call.program);
    if (path.isEmpty())
        return std::unexpected(Error { ErrorCode::ProgramMissing, call.program, {}, {} });
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const auto &[name, value] : call.environment)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([memory = call.memory] { beOnItsOwn(memory); });
    if (!call.folder.isEmpty())
        process.setWorkingDirectory(call.folder);
    process.start(path, call.arguments);
    if (!process.waitForStarted())
        return failure(ErrorCode::ProgramFailed, call.program, process.errorString());
    if (!call.input.isEmpty())
        process.write(call.input);
    process.closeWriteChannel();

    QByteArray out;
    QByteArray said;
    QElapsedTimer silence;
    silence.start();
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(glance);
        const QByteArray news = process.readAllStandardOutput();
        const QByteArray complaints = process.readAllStandardError();
        if (!news.isEmpty() && call.heard)
            call.heard(news);
        out += news;
        said += complaints;
        if (!news.isEmpty() || !complaints.isEmpty())
            silence.restart();
        const bool isTooSilent = std::chrono::milliseconds(silence.elapsed()) > call.silence;
        if (!stop.stop_requested() && !isTooSilent)
            continue;
        endGroup(process);
        return stop.stop_requested() ? failure(ErrorCode::Cancelled, call.program, {})
                                     : failure(ErrorCode::ProgramFailed, call.program, u"no answer"_s);
    }
    out += process.readAllStandardOutput();
    said += process.readAllStandardError();
    if (process.exitStatus() != QProcess::NormalExit || !call.goodStatuses.contains(process.exitCode()))
        return failure(ErrorCode::ProgramFailed, call.program, lastSaid(said.isEmpty() ? out : said));
    return out;
}

} // namespace quillway

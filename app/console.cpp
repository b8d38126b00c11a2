// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::app {

namespace {

void write(std::FILE *stream, QByteArrayView bytes)
{
    if (!bytes.isEmpty()) // fwrite takes no null pointer
        std::fwrite(bytes.data(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QString bar(int done, int total)
{
    constexpr int width = 30;
    const int filled = total > 0 ? width * done / total : width;
    return u"[%1%2] %3/%4"_s.arg(QString(filled, u'#'), QString(width - filled, u' ')).arg(done).arg(total);
}

} // namespace

void printResult(QByteArrayView bytes)
{
    write(stdout, bytes);
}

void printMessage(const QString &line)
{
    write(stderr, (line + u'\n').toUtf8());
}

void printDiagnostics(const Diagnostics &diagnostics)
{
    QByteArray lines;
    for (const Diagnostic &diagnostic : diagnostics)
        lines += toCompilerLine(diagnostic).toUtf8() + '\n';
    write(stderr, lines);
}

ExitStatus statusFor(const Error &failure)
{
    switch (failure.code) {
    case ErrorCode::BadUsage:
    case ErrorCode::BadValue: return ExitStatus::BadUsage;
    case ErrorCode::Cancelled: return ExitStatus::Interrupted;
    case ErrorCode::TemplateNotFound:
    case ErrorCode::TemplateSyntax:
    case ErrorCode::TemplateRender: return ExitStatus::ContentErrors;
    default: return ExitStatus::DiskFailure;
    }
}

Progress::Progress(QString what)
    : m_what(std::move(what))
    , m_terminal(isatty(STDERR_FILENO) == 1)
    , m_last(Clock::now())
{ }

Progress::~Progress()
{
    if (m_terminal && m_shown)
        write(stderr, "\r\x1b[K");
}

void Progress::report(int done, int total)
{
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    if (now - m_last < (m_terminal ? 100ms : 2000ms))
        return;
    m_last = now;
    m_shown = true;
    write(stderr,
          m_terminal ? u"\r\x1b[K%1 %2"_s.arg(m_what, bar(done, total)).toUtf8()
                     : u"%1: %2 of %3\n"_s.arg(m_what).arg(done).arg(total).toUtf8());
}

} // namespace quillway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <mutex>

namespace quillway::app {

/// What the program says of how it went (command-line.md).
enum class ExitStatus {
    Done = 0,
    ContentErrors = 1,
    BadUsage = 2, ///< or settings
    DiskFailure = 3,
    Interrupted = 130, ///< by Ctrl+C, as shells count it
};

/// Results go to standard output, everything said about them to standard error.
void printResult(QByteArrayView bytes);
void printMessage(const QString &line);
void printDiagnostics(const Diagnostics &diagnostics);

/// What `failure` means for the exit status.
[[nodiscard]] ExitStatus statusFor(const Error &failure);

/// A bar on a terminal, a line every two seconds elsewhere. report() may be called from any thread.
class Progress
{
public:
    explicit Progress(QString what);
    ~Progress(); ///< leaves the line clean
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void report(int done, int total);

private:
    using Clock = std::chrono::steady_clock;

    QString m_what;
    bool m_terminal = false;
    std::mutex m_mutex;
    Clock::time_point m_last;
    bool m_shown = false;
};

} // namespace quillway::app

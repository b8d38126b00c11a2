// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>
#include <utility>

namespace quillway {

/// Another program to run, without a shell: each argument arrives as it is.
struct ChildCall {
    QString program; ///< looked for in PATH
    QStringList arguments {};
    QString folder {}; ///< to run in, absolute; empty: this program's
    QByteArray input {};
    /// In addition to this program's. Secrets go here: arguments can be read by every user of the machine.
    QList<std::pair<QString, QString>> environment {};
    std::chrono::milliseconds silence { 120'000 }; ///< without a byte from it, before it is given up
    qint64 memory = 0; ///< bytes of address space that it may take; 0: as much as it likes
    QList<int> goodStatuses { 0 }; ///< with which it ends when it has done what it was to do
    std::function<void(QByteArrayView)> heard {}; ///< each piece of its standard output, as it comes
};

/// Runs it to its end and gives its standard output. It gets no terminal to ask questions on, and ends with all that it has started if `stop` asks for it or it is silent for too long.
/// Errors: ProgramMissing; Cancelled; ProgramFailed, whose detail is the end of what it said on standard error, without the credentials of addresses in it. Blocks; any thread.
[[nodiscard]] Result<QByteArray> runChild(const ChildCall &call, const std::stop_token &stop);

} // namespace quillway

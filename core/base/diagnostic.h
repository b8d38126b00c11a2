// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>

namespace quillway {

/// How much a diagnostic matters: an Error stands in the way of publishing what it names, a Warning is a fault that
/// readers would meet, a Note is advice.
enum class Severity { Note, Warning, Error };

/// A problem found in content that did not stop the work: an Error with its weight.
struct Diagnostic {
    Severity severity = Severity::Error;
    Error error;

    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

using Diagnostics = QList<Diagnostic>;

/// True if one of them is an Error: decides exit status 1 and the publishing gate.
[[nodiscard]] bool hasErrors(const Diagnostics &diagnostics);

/// Orders by file, line, column, code: the order in which they are listed, whatever the threads that found them.
void sortByPlace(Diagnostics &diagnostics);

/// `posts/a.md:12:4: error: …` as a compiler prints it; parts that are unset are left out.
[[nodiscard]] QString toCompilerLine(const Diagnostic &diagnostic);

/// The English sentence for an error, without its place: for the command line and logs. The window has its own,
/// translatable ones for what it shows.
[[nodiscard]] QString describe(const Error &error);

} // namespace quillway

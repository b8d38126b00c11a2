// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/changes/fixes.h"
#include "core/publish/export_site.h"
#include "core/workspace/workspace.h"

#include <QString>

namespace quillway::ui {

// What core says in codes, as sentences in the user's language. All of them are plain text.

/// What is wrong, without the file and line: `The link leads nowhere: /posts/x/`.
[[nodiscard]] QString describeProblem(const Error &error);
[[nodiscard]] QString severityName(Severity severity);
/// What a fix would do, for a menu: `Link to “posts/x.md”`.
[[nodiscard]] QString describeFix(const changes::Fix &fix);
/// What a notice of the workspace says: `“posts/a.md” could not be saved: …`.
[[nodiscard]] QString describeNotice(const workspace::Notice &notice);
/// How an export ended.
[[nodiscard]] QString describeExport(const publish::ExportReport &report);

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/rename_changes.h"
#include "core/workspace/workspace.h"

#include <QTest>

namespace quillway::test {

/// Asks for another name of the file, with every link led on, as the window does; what has been set so far is in it. The error where it has none.
inline std::optional<Error> renameFile(workspace::Workspace &workspace, const SitePath &file, const QString &stem)
{
    std::optional<Result<changes::Relinked>> renamed;
    workspace.whenNewest([&](const model::SitePtr &site) {
        renamed = changes::renameFile(*site, { .buildDate = QDateTime::currentDateTimeUtc() }, file, stem);
    });
    if (!QTest::qWaitFor([&] { return renamed.has_value(); }, 20'000))
        qFatal("the workspace does not answer");
    if (!*renamed)
        return renamed->error();
    workspace.applyChange((*renamed)->change, QStringLiteral("Rename"));
    return std::nullopt;
}

} // namespace quillway::test

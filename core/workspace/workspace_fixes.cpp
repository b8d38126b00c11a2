// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

namespace quillway::workspace {

void Workspace::findFixes(const Diagnostic &problem, const std::function<void(const QList<changes::Fix> &)> &done)
{
    if (!d->site)
        return done({});
    d->worker.start([this, problem, done] { // where the newest text is
        d->applyTyped();
        d->onWindowThread([done, fixes = changes::fixesOf(*d->latest, problem)] { done(fixes); });
    });
}

} // namespace quillway::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/upload_steps.h"

#include <algorithm>

namespace quillway::deploy {

QList<UploadStep> stepsOf(const Upload &upload, qsizetype least)
{
    constexpr qsizetype mostSteps = 20;
    const QList<QList<SitePath>> stages = upload.plan.uploads();
    const qsizetype size = std::max(least, (upload.plan.added.size() + upload.plan.changed.size()) / mostSteps + 1);
    QList<UploadStep> steps;
    Listing listing = upload.present;
    for (const QList<SitePath> &stage : stages) {
        for (qsizetype begin = 0; begin < stage.size(); begin += size) {
            UploadStep step { .sent = stage.mid(begin, size), .removed = {}, .before = {} };
            for (const SitePath &file : std::as_const(step.sent))
                listing.insert(file, QByteArray());
            step.before = listing;
            for (const SitePath &file : std::as_const(step.sent))
                listing.insert(file, upload.wanted.value(file));
            steps.append(step);
        }
    }
    if (!upload.plan.removed.isEmpty())
        steps.append({ .sent = {}, .removed = upload.plan.removed, .before = listing });
    return steps;
}

} // namespace quillway::deploy

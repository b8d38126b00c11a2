// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/external_problems.h"
#include "core/workspace/workspace_private.h"

#include <tuple>

namespace quillway::workspace {

void Workspace::checkExternalLinks()
{
    if (!d->site || d->isProbing)
        return;
    d->isProbing = true;
    whenNewest([this](const model::SitePtr &site) {
        d->checker.start([this, site] {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            const web::LinkAnswers known = web::loadAnswers(d->files, site->folder());
            const QList<QUrl> urls = web::unanswered(analysis::externalLinks(*site, { .buildDate = now }), known, now);
            d->onWindowThread([this, site, known, urls] {
                if (site->folder() != d->folder || !d->isProbing)
                    return;
                d->answers = known;
                d->ask(urls);
            });
        });
    });
}

void Workspace::Private::ask(const QList<QUrl> &urls)
{
    if (!probe) {
        probe = std::make_unique<web::LinkProbe>();
        QObject::connect(probe.get(), &web::LinkProbe::answered, q,
                         [this](const QUrl &url, const web::LinkAnswer &answer) { answers.insert(url, answer); });
        QObject::connect(probe.get(), &web::LinkProbe::progress, q,
                         [this](int done, int total) { Q_EMIT q->externalProgress(done, total); });
        QObject::connect(probe.get(), &web::LinkProbe::finished, q, [this] { probeFinished(); });
    }
    Q_EMIT q->externalProgress(0, static_cast<int>(urls.size()));
    probe->start(urls);
}

void Workspace::Private::probeFinished()
{
    if (!std::exchange(isProbing, false))
        return;
    showsAnswers = true;
    checker.start([this, siteFolder = folder, kept = answers] {
        std::ignore = web::saveAnswers(files, siteFolder, kept);
    }); // at worst they are asked again
    check();
    Q_EMIT q->externalProgress(0, 0);
}

/// Another site is open.
void Workspace::Private::endProbe()
{
    const bool wasProbing = std::exchange(isProbing, false);
    if (probe)
        probe->cancel();
    answers.clear();
    showsAnswers = false;
    if (wasProbing)
        Q_EMIT q->externalProgress(0, 0);
}

void Workspace::cancelExternalCheck()
{
    if (!d->isProbing)
        return;
    if (d->probe && d->probe->isRunning())
        return d->probe->cancel();
    d->isProbing = false; // it had not begun
    Q_EMIT externalProgress(0, 0);
}

bool Workspace::isCheckingExternal() const
{
    return d->isProbing;
}

} // namespace quillway::workspace

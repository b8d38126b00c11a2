// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

namespace quillway::workspace {

/// On a worker.
Result<SitePath> Workspace::Private::putAsset(const SitePath &file, const QString &siteFolder, const Result<NewAsset> &asset)
{
    if (!asset)
        return std::unexpected(asset.error());
    if (const auto there = existingAsset(files, siteFolder, file, asset->source))
        return *there;
    auto place = addAsset(files, siteFolder, placeForAsset(file, asset->kind, asset->name), asset->bytes);
    if (place && latest && latest->folder() == siteFolder)
        applyEdits({ { *place, asset->bytes } });
    return place;
}

void Workspace::addAssets(const SitePath &file, const QList<ReadAsset> &assets,
                          const std::function<void(const QList<Result<AddedAsset>> &)> &done)
{
    if (d->isBusy(file)) {
        d->later.append([this, file, assets, done] { addAssets(file, assets, done); });
        return;
    }
    d->busy.append(file); // its folder is not to move away
    d->assetReader.start([this, file, assets, done, folder = d->folder] {
        QList<Result<NewAsset>> read;
        for (const ReadAsset &readAsset : assets)
            read.append(readAsset(d->files));
        d->worker.start([this, file, done, folder, read = std::move(read)] {
            QList<Result<AddedAsset>> added;
            for (const Result<NewAsset> &asset : read) {
                const auto place = d->putAsset(file, folder, asset);
                added.append(place ? Result<AddedAsset>({ asset->kind, asset->name, *place }) : std::unexpected(place.error()));
            }
            d->onWindowThread([this, file, done, added = std::move(added)] {
                done(added);
                d->settle(file);
                d->endBusy(file);
            });
        });
    });
}

} // namespace quillway::workspace

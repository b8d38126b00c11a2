// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace quillway::store {

/// Which of the versions made at these moments are worth keeping at `now`, as ascending places in the list: all of the last hour, the newest of each hour for a
/// day, of each day for 30 days, of each week (from Monday) for 365 days, of each month beyond. Hours to months are those of UTC. The newest of all is
/// always among them, and so is what lies in the future. Pure; thinning what was thinned before, at any later time, leaves what thinning at once leaves, but for
/// weeks that reach into two months.
[[nodiscard]] QList<qsizetype> keptVersions(const QList<QDateTime> &moments, const QDateTime &now);

} // namespace quillway::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace quillway::model {

/// The one of `names` that `name` was most probably meant to be: the fewest letters added, dropped, changed or swapped, at most three and a third
/// of its length; case does not count. Ties: the first. Nothing if none is near.
[[nodiscard]] std::optional<QString> nearName(QStringView name, const QStringList &names);

/// `name (did you mean near?)`: how a diagnostic's detail says it.
[[nodiscard]] QString saidWithNear(const QString &name, const QString &near);
/// The same with the one of `names` that is near; `name` alone if none is.
[[nodiscard]] QString withNearName(const QString &name, const QStringList &names);

/// What a detail of that form says: the near name, if it has one; the name itself.
[[nodiscard]] std::optional<QString> nearNameIn(const QString &detail);
[[nodiscard]] QString withoutNearName(const QString &detail);

} // namespace quillway::model

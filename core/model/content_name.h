// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QString>

namespace quillway::model {

/// What the place of a content file says about it.
struct ContentName {
    QString name; ///< of the file without extension, or of the bundle's folder
    QString section; ///< folders between the top one and it, empty if none
    bool isBundle = false; ///< `name/index.md` below the top folder
};
[[nodiscard]] ContentName contentName(const SitePath &file);

/// The slug that `name` gives: without a leading date, as it is where that can stand in an address.
[[nodiscard]] QString slugOfName(QStringView name, QStringView fallbackPrefix);

/// `2022-08-09-go-patterns` as a title: `Go patterns`.
[[nodiscard]] QString titleOfName(QStringView name);

} // namespace quillway::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace quillway::ui {

/// The icon of that freedesktop name (Icon Naming Specification): the desktop's own where it has a theme of its own, else Breeze's, drawn in the colours of the
/// palette as they are when it is painted, so that a change between light and dark needs no new icon. Empty if nobody has it.
[[nodiscard]] QIcon themeIcon(const QString &name);

} // namespace quillway::ui

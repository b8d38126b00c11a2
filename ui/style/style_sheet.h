// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/appearance.h"

#include <QString>

namespace quillway::ui {

/// What Fusion and a palette cannot say: flat buttons, thin scroll bars, lines between areas. Widgets opt in by their `role` property:
/// `panel` (the columns' ground), `header` (a strip above a list or text), `quiet` (secondary text), `title` (a large line edit without frame), `field` (a line edit
/// without frame until it is used), `chip`, `primary` (the one button that matters), `link` (a button that looks like text).
[[nodiscard]] QString styleSheetFor(const Colours &colours);

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/path_problems.h"

namespace quillway::ui {

/// What is wrong with a step, in a sentence; steps are counted from 1 there.
[[nodiscard]] QString describe(const analysis::PathProblem &problem);

} // namespace quillway::ui

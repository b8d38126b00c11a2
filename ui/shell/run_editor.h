// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QString>

class QApplication;

namespace quillway::ui {

/// Shows the window until it is closed and gives the program's exit status. `folder`: the site to open; empty: the one that was open last, if it is
/// still there. Precondition: registerPreviewScheme() was called before the application was made.
[[nodiscard]] int runEditor(QApplication &application, FileSystem &files, const QString &folder);

} // namespace quillway::ui

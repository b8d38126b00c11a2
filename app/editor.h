// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quillway::app {

/// Opens the editor on the site in `folder`, or on the last one if that is empty, and runs it to its end. Gives the program's exit status.
int runEditor(int argc, char **argv, const QString &folder);

} // namespace quillway::app

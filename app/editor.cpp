// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor.h"

#include "core/base/native_file_system.h"
#include "ui/preview/preview_view.h"
#include "ui/shell/run_editor.h"

#include <QApplication>

namespace quillway::app {

int runEditor(int argc, char **argv, const QString &folder)
{
    ui::registerPreviewScheme();
    QApplication application(argc, argv);
    NativeFileSystem files;
    return ui::runEditor(application, files, folder);
}

} // namespace quillway::app

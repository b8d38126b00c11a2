// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "ui/preview/preview_view.h"
#include "ui/shell/run_editor.h"

#include <QApplication>

using namespace quillway;

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("quillway"));
    QCoreApplication::setOrganizationName(QStringLiteral("quillway"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUILLWAY_VERSION));
    ui::registerPreviewScheme();
    QApplication application(argc, argv);
    NativeFileSystem files;
    return ui::runEditor(application, files, QApplication::arguments().value(1));
}

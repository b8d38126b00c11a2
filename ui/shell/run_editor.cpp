// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/run_editor.h"

#include "ui/preferences/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/user_settings.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace quillway::ui {

int runEditor(QApplication &application, FileSystem &files, const QString &folder)
{
    QApplication::setApplicationDisplayName(u"Quillway"_s);
    QApplication::setDesktopFileName(u"quillway"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/hicolor/scalable/apps/quillway.svg"_s));
    QSettings store;
    const UserSettings settings(store);
    useLanguage(application, settings.language());
    applyAppearance(application, settings.appearance());
    MainWindow window(files, store);
    const QString last = settings.recentSites().value(0);
    if (!folder.isEmpty())
        window.openSite(folder);
    else if (!last.isEmpty() && QDir(last).exists())
        window.openSite(last);
    window.show();
    return QApplication::exec();
}

} // namespace quillway::ui

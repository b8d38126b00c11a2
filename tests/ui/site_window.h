// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/native_file_system.h"
#include "support/site_folder.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_view.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace quillway::test {

/// The real window on a site of its own, with settings of its own and without the preview, which has tests of its own. Tests write the site's files, then open it.
struct SiteWindow {
    SiteFolder site;
    SiteFolder settingsFolder;
    NativeFileSystem files;
    QSettings settings { settingsFolder.path(QStringLiteral("settings.ini")), QSettings::IniFormat };
    std::unique_ptr<ui::MainWindow> window;

    SiteWindow()
    {
        site.write(QStringLiteral("quillway.toml"), "title = \"T\"\nbase_url = \"https://t.example/\"\n");
        settings.setValue(QStringLiteral("switches/preview"), false);
    }

    /// The window is there and has the keys; the site is open in it. An empty size leaves it to the window.
    void openWindow(QSize size = {})
    {
        window = std::make_unique<ui::MainWindow>(files, settings);
        if (!size.isEmpty())
            window->resize(size);
        QSignalSpy loaded(&window->workspace(), &workspace::Workspace::loaded);
        window->openSite(site.path());
        window->show();
        window->activateWindow();
        if (!loaded.wait(20'000) || !QTest::qWaitForWindowActive(window.get()))
            qFatal("the site does not open");
    }

    [[nodiscard]] ui::SiteView &view() const { return window->siteView(); }
    [[nodiscard]] ui::TextEditor &editor() const { return view().pane().editor(); }
};

} // namespace quillway::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/native_file_system.h"
#include "core/store/load_site.h"
#include "support/site_folder.h"
#include "ui/preview/content_view.h"
#include "ui/preview/preview_view.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineScript>

#include <memory>
#include <optional>
#include <tuple>

namespace quillway::test {

/// A site in a temporary folder, shown in a real preview.
class PreviewDriver
{
public:
    PreviewDriver()
    {
        folder.write(QStringLiteral("quillway.toml"), "title = \"Test\"\n");
        folder.write(QStringLiteral("posts/other.md"), "---\ntitle: Other\ndate: 2024-01-01\n---\nOther text\n");
        view.resize(800, 600);
    }

    /// Reads the folder and gives the site to the view.
    void load()
    {
        const auto loaded = store::loadSite(files, folder.path());
        if (!loaded)
            qFatal("the test's site cannot be loaded: %s", qPrintable(loaded.error().detail));
        site = loaded->site;
        view.setSite(site);
    }

    /// Shows a text and waits for it to stand; false after 20 s without.
    [[nodiscard]] bool show(const QByteArray &text, const QString &file = QStringLiteral("posts/shown.md"))
    {
        QSignalSpy shown(&view, &ui::PreviewView::shown);
        if (!site)
            load();
        if (!view.isVisible()) {
            view.show();
            if (!QTest::qWaitForWindowExposed(&view))
                return false;
        }
        view.showText(SitePath::literal(file), text);
        return shown.wait(20000);
    }

    /// A body under a head that gives it a title and a date.
    [[nodiscard]] bool showBody(const QByteArray &body) { return show("---\ntitle: Shown\ndate: 2024-02-03\n---\n" + body); }

    [[nodiscard]] QWebEnginePage *page() const
    {
        const auto *engine = view.findChild<ui::ContentView *>();
        return engine ? engine->page() : nullptr;
    }

    /// What a script's last statement gives in the preview's own world, or in another.
    [[nodiscard]] QVariant evaluate(const QString &script, quint32 world = QWebEngineScript::ApplicationWorld) const
    {
        const auto result = std::make_shared<std::optional<QVariant>>(); // an answer may come when nobody waits any more
        page()->runJavaScript(QStringLiteral("{\n%1\n}").arg(script), world, [result](const QVariant &value) { *result = value; });
        std::ignore = QTest::qWaitFor([&] { return result->has_value(); }, 5000);
        return result->value_or(QVariant());
    }

    [[nodiscard]] QString bodyHtml() const { return evaluate(QStringLiteral("document.querySelector('.post-body').innerHTML")).toString(); }

    SiteFolder folder;
    NativeFileSystem files;
    model::SitePtr site;
    ui::PreviewView view;
};

} // namespace quillway::test

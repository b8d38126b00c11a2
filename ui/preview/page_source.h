// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/native_file_system.h"
#include "core/model/site.h"
#include "core/publish/preview_page.h"
#include "core/publish/publication.h"
#include "core/publish/renderer.h"
#include "ui/preview/preview_pieces.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace quillway::ui {

/// A text to show, and the site to show it in.
struct PreviewRequest {
    quint64 number = 0; ///< ascending
    model::SitePtr site;
    SitePath file = SitePath::literal(u"posts/untitled.md");
    QByteArray text; ///< the whole file
};

/// A text's page, with what is needed to serve its pictures and follow its links.
struct RenderedPreview {
    quint64 number = 0; ///< of its request
    SitePath file = SitePath::literal(u"posts/untitled.md");
    PiecedPagePtr page;
    QString urlPath; ///< where it stands below the site's own scheme: `/blog/posts/x/`, percent-encoded
    publish::PublicationPtr publication;
};

/// Renders one request. Nothing: it was stopped. Called from one thread, one at a time.
using RenderPage = std::function<std::optional<Result<RenderedPreview>>(const PreviewRequest &, std::stop_token)>;

/// Renders texts the way the export does, and keeps what one rendering can leave for the next: theme, templates, highlighter, and what the site's
/// pages share. Belongs to one thread at a time. Reads the disk for the theme only.
class PageSource
{
public:
    [[nodiscard]] std::optional<Result<RenderedPreview>> render(const PreviewRequest &request, std::stop_token stop);

private:
    [[nodiscard]] std::optional<Result<RenderedPreview>> renderPost(const PreviewRequest &request, const std::stop_token &stop);
    [[nodiscard]] std::optional<Result<RenderedPreview>> renderPlace(const PreviewRequest &request, const std::stop_token &stop);
    [[nodiscard]] Result<RenderedPreview> finished(const PreviewRequest &request, const publish::PreviewPage &page) const;
    void loadTheme(const model::Site &site);
    void prepare(const PreviewRequest &request);

    NativeFileSystem m_files;
    QByteArray m_themeStamp;
    model::ThemeSettings m_themeSettings;
    publish::ThemePtr m_theme;
    publish::PublicationPtr m_publication;
    SitePath m_shown = SitePath::literal(u"posts/untitled.md");
    std::unique_ptr<publish::Renderer> m_renderer;
};

/// A PageSource as a function.
[[nodiscard]] RenderPage exportedPages();

} // namespace quillway::ui

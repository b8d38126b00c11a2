// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/page_source.h"

#include "core/model/addresses.h"
#include "core/model/readers.h"
#include "core/publish/preview_page.h"
#include "core/publish/theme.h"
#include "core/store/update_site.h"
#include "ui/preview/same_surroundings.h"

#include <QDateTime>
#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// The engine's parser puts what is nested deeper side by side, and takes minutes over tens of thousands of levels (Qt 6.8).
constexpr qsizetype deepestPage = 2000;

bool isPlace(const SitePath &file)
{
    return file.topFolder() == "topics"_L1 || file.topFolder() == "paths"_L1;
}

/// What is wrong with the text of a topic or reading path, if it cannot be shown for it.
Result<void> readPlace(const PreviewRequest &request)
{
    const auto nothing = [](const auto & /*parsed*/) { };
    return request.file.topFolder() == "topics"_L1 ? model::readTopic(request.file, request.text).transform(nothing)
                                                   : model::readPath(request.file, request.text).transform(nothing);
}

/// Outlives the page source: others keep the publication.
publish::LookAtPicture picturesIn(const QString &siteFolder)
{
    return [siteFolder](const SitePath &asset) {
        return pictures::readPictureFacts(NativeFileSystem(), siteFolder + u'/' + asset.toString());
    };
}

/// Changes when a file of the site's theme does. Empty if the site has none.
QByteArray stampOfTheme(const QString &siteFolder)
{
    QByteArrayList entries;
    QDirIterator files(siteFolder + "/theme"_L1, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        entries.append(file.filePath().toUtf8() + '\0' + QByteArray::number(file.size()) + '\0'
                       + QByteArray::number(file.lastModified().toMSecsSinceEpoch()));
    }
    std::ranges::sort(entries);
    return entries.join('\0');
}

} // namespace

void PageSource::loadTheme(const model::Site &site)
{
    const QByteArray stamp = site.folder().toUtf8() + '\0' + stampOfTheme(site.folder());
    const model::ThemeSettings &settings = site.settings().theme;
    if (m_theme && stamp == m_themeStamp && settings == m_themeSettings)
        return;
    m_theme = publish::loadTheme(m_files, site.folder(), settings).theme;
    m_themeStamp = stamp;
    m_themeSettings = settings;
    m_publication.reset();
    m_renderer.reset();
}

void PageSource::prepare(const PreviewRequest &request)
{
    loadTheme(*request.site);
    if (!m_publication || m_shown != request.file || !haveSameSurroundings(m_publication->site(), *request.site, request.file)) {
        const model::Selection selection { .buildDate = QDateTime::currentDateTimeUtc() };
        m_publication = std::make_shared<const publish::Publication>(request.site, selection, m_theme, QUrl(),
                                                                     picturesIn(request.site->folder()));
        m_shown = request.file;
    }
    const QString &language = m_publication->settings().language;
    if (!m_renderer || m_renderer->language() != language)
        m_renderer = std::make_unique<publish::Renderer>(m_theme, language);
}

std::optional<Result<RenderedPreview>> PageSource::render(const PreviewRequest &request, std::stop_token stop)
{
    return isPlace(request.file) ? renderPlace(request, stop) : renderPost(request, stop);
}

std::optional<Result<RenderedPreview>> PageSource::renderPost(const PreviewRequest &request, const std::stop_token &stop)
{
    const auto post = model::readPostWithBody(request.file, request.text, request.site->settings());
    if (!post)
        return std::unexpected(post.error());
    if (stop.stop_requested())
        return std::nullopt;
    prepare(request);
    const auto page = publish::renderPreview(*m_publication, *post, *m_renderer, stop);
    if (!page)
        return std::nullopt;
    if (!*page)
        return std::unexpected(page->error());
    return finished(request, **page);
}

/// Topics and paths are lists of the site: they are shown in a site that has the newest text of them.
std::optional<Result<RenderedPreview>> PageSource::renderPlace(const PreviewRequest &request, const std::stop_token &stop)
{
    if (const auto read = readPlace(request); !read)
        return std::unexpected(read.error());
    PreviewRequest newest = request;
    newest.site = store::withEdits(*request.site, { { request.file, request.text } });
    if (stop.stop_requested())
        return std::nullopt;
    prepare(newest);
    const auto page = publish::renderPlacePreview(*m_publication, request.file, *m_renderer);
    if (stop.stop_requested())
        return std::nullopt;
    if (!page)
        return std::unexpected(page.error());
    return finished(request, *page);
}

Result<RenderedPreview> PageSource::finished(const PreviewRequest &request, const publish::PreviewPage &page) const
{
    const PiecedPagePtr pieced = intoPieces(page);
    if (pieced->depth > deepestPage)
        return std::unexpected(Error { ErrorCode::TooDeep, request.file.toString(), {}, {} });
    return RenderedPreview { .number = request.number,
                             .file = request.file,
                             .page = pieced,
                             .urlPath = model::urlPath(page.address, m_publication->settings()),
                             .publication = m_publication };
}

RenderPage exportedPages()
{
    return [source = std::make_shared<PageSource>()](const PreviewRequest &request, std::stop_token stop) {
        return source->render(request, std::move(stop));
    };
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/renderer_pool.h"

namespace quillway::publish {

namespace {

bool isTemplateError(ErrorCode code)
{
    return code == ErrorCode::TemplateNotFound || code == ErrorCode::TemplateSyntax || code == ErrorCode::TemplateRender
        || code == ErrorCode::TooDeep;
}

} // namespace

PageRenderer::Page PageRenderer::render(const Output &output, const FileSystem &files, PictureCache *cache, const std::stop_token &stop)
{
    Result<RenderedOutput> own = renderOutput(m_shared, output, m_renderer, files, cache, stop);
    if (own || !isTemplateError(own.error().code))
        return { std::move(own), std::nullopt };
    if (!m_builtIn)
        m_builtIn.emplace(builtInTheme(), m_shared.settings.language);
    return { renderOutput(m_shared, output, *m_builtIn, files, cache, stop), own.error() };
}

std::unique_ptr<PageRenderer> RendererPool::take()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_free.empty()) {
            std::unique_ptr<PageRenderer> renderer = std::move(m_free.back());
            m_free.pop_back();
            return renderer;
        }
    }
    return std::make_unique<PageRenderer>(m_shared, m_kept);
}

} // namespace quillway::publish

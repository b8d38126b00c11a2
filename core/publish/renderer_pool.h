// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/render_output.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

// What the threads of an export render pages with.
namespace quillway::publish {

/// The renderers of one thread: the site's theme, and the program's own in case that one has an error.
class PageRenderer
{
public:
    PageRenderer(const Publication::Private &shared, const std::shared_ptr<KeptParts> &kept)
        : m_shared(shared)
        , m_renderer(shared.theme, shared.settings.language, kept)
    { }

    struct Page {
        Result<RenderedOutput> output;
        std::optional<Error> themeError; ///< then the page is the built-in theme's
    };
    [[nodiscard]] Page render(const Output &output, const FileSystem &files, PictureCache *cache, const std::stop_token &stop);

    [[nodiscard]] Renderer &renderer() { return m_renderer; }

private:
    const Publication::Private &m_shared;
    Renderer m_renderer;
    std::optional<Renderer> m_builtIn;
};

/// Lends each thread a renderer for one page at a time.
class RendererPool
{
public:
    explicit RendererPool(const Publication::Private &shared)
        : m_shared(shared)
        , m_kept(keptPartsOf(*shared.theme))
    { }

    template<typename Use>
    auto with(Use &&use)
    {
        std::unique_ptr<PageRenderer> renderer = take();
        auto result = use(*renderer);
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(renderer));
        return result;
    }

private:
    [[nodiscard]] std::unique_ptr<PageRenderer> take();

    const Publication::Private &m_shared;
    std::shared_ptr<KeptParts> m_kept;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<PageRenderer>> m_free;
};

} // namespace quillway::publish

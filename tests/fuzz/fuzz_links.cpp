// SPDX-License-Identifier: GPL-3.0-or-later

// Any text as a link's destination: it is resolved in every place of a site, and what is written for it into a page neither acts nor leaves its attribute.

#include "core/analysis/links.h"
#include "core/analysis/published_posts.h"
#include "core/publish/link_url.h"
#include "core/text/markdown.h"
#include "require.h"
#include "support/site_text.h"

#include <memory>

using namespace Qt::StringLiterals;
using namespace quillway;
using quillway::test::require;

namespace {

struct Links {
    model::Site site = test::SiteText({ { u"quillway.toml"_s, u"title = \"T\"\nbase_url = \"https://example.org/blog/\"\n"_s },
                                        { u"posts/2024-01-01-a.md"_s, u"---\ntitle: A\naliases: [/old/a/]\n---\n"_s },
                                        { u"posts/b/index.md"_s, u"---\ntitle: B\ndraft: true\n---\n"_s },
                                        { u"posts/b/picture.png"_s, u"x"_s },
                                        { u"pages/about.md"_s, u"---\ntitle: About\n---\n"_s },
                                        { u"assets/x y.png"_s, u"x"_s },
                                        { u"topics/go.md"_s, u"---\ntitle: Go\ntags: [go]\n---\n"_s } })
                           .site();
    analysis::PublishedPosts published { site, {} };
    analysis::LinkIndex index { site, published };
    QList<analysis::LinkOrigin> origins;

    Links()
    {
        origins.append(analysis::settingsLinkOrigin());
        for (const model::PostPtr &post : site.posts())
            origins.append(analysis::linkOrigin(*post, site.settings()));
    }
};

bool mayAct(const QString &url)
{
    // As a browser reads it: control characters and blanks in front do not count, nor do tabs and line ends within.
    QString scheme;
    for (const QChar c : url) {
        if (c > u' ')
            scheme += c.toLower();
        if (scheme.size() > 20)
            break;
    }
    return scheme.startsWith(u"javascript:") || scheme.startsWith(u"vbscript:") || scheme.startsWith(u"data:");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const Links links;
    static text::CodeHighlighter highlighter;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(std::min<std::size_t>(size, 2000)));
    const QString destination = QString::fromUtf8(bytes);
    for (const analysis::LinkOrigin &origin : links.origins) {
        const analysis::LinkTarget target = links.index.resolve(destination, origin);
        require(!mayAct(publish::linkUrl(target)), "a template's link does not act");
        using Kind = analysis::LinkTarget::Kind;
        const bool isInside = target.kind != Kind::External && target.kind != Kind::Unknown && target.kind != Kind::Anchor;
        require(!isInside || target.url.startsWith(u"/blog/"), "links inside stay inside");
        require(!isInside || !target.url.section(u'?', 0, 0).section(u'#', 0, 0).contains(u"/../"), "addresses are straight");
    }

    // In a text: `[x](<destination>)`, and the destination alone as raw HTML.
    const QByteArray body = "[x](<" + bytes + ">) ![y](" + bytes + ")\n\n<a href=\"" + bytes + "\">z</a>\n";
    text::RenderOptions options;
    options.rawHtml = text::RawHtml::Omit;
    const auto rendered = text::renderMarkdown(body, options, highlighter);
    require(rendered.has_value(), "it renders");
    const QByteArray html = text::resolveReferences(
        *rendered, [&](const text::Reference &reference) { return links.index.resolve(reference.destination, links.origins.last()).url; });
    require(html.count('<') == rendered->html.count('<') && html.count('"') == rendered->html.count('"'), "a URL stays in its attribute");
    return 0;
}

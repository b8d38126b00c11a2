// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/addresses.h"
#include "core/publish/article.h"
#include "core/publish/entry_context.h"
#include "core/publish/feed_source.h"
#include "core/publish/link_url.h"
#include "core/publish/publication_data.h"
#include "core/publish/renderer.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

using MenuContext = Publication::Private::MenuContext;

MenuContext ownEntry(const QString &title, const QString &address, const model::Settings &settings)
{
    return { address, { { u"title"_s, title }, { u"url"_s, model::urlPath(address, settings) } } };
}

QList<MenuContext> menuOfSettings(const Publication::Private &shared)
{
    QList<MenuContext> menu;
    for (const model::MenuEntry &entry : shared.settings.menu) {
        const analysis::LinkTarget target = shared.links().resolve(entry.url, analysis::settingsLinkOrigin());
        menu.append({ target.address, { { u"title"_s, entry.title }, { u"url"_s, linkUrl(target) } } });
    }
    return menu;
}

/// The lists that the site has.
QList<MenuContext> ownLists(const Publication::Private &shared)
{
    const model::Settings &settings = shared.settings;
    QList<MenuContext> menu;
    if (!shared.posts().isEmpty())
        menu.append(ownEntry(shared.said(u"Archive"_s), model::archiveAddress(), settings));
    if (!shared.site->topics().isEmpty())
        menu.append(ownEntry(shared.said(u"Topics"_s), model::topicsAddress(), settings));
    if (!shared.site->paths().isEmpty())
        menu.append(ownEntry(shared.said(u"Reading paths"_s), model::pathsAddress(), settings));
    if (!shared.published.tags().isEmpty())
        menu.append(ownEntry(shared.said(u"Tags"_s), model::tagsAddress(), settings));
    return menu;
}

/// The parts that the site has: its lists, its pages, its search.
QList<MenuContext> ownMenu(const Publication::Private &shared)
{
    const model::Settings &settings = shared.settings;
    QList<MenuContext> menu = ownLists(shared);
    for (const model::PostPtr &page : shared.published.pages()) {
        if (page->section.isEmpty())
            menu.append(ownEntry(page->title, model::pageAddress(*page), settings));
    }
    if (shared.hasSearch())
        menu.append(ownEntry(shared.said(u"Search"_s), model::searchAddress(), settings));
    return menu;
}

QVariantList listContexts(const Publication::Private &shared)
{
    QVariantList lists;
    for (const MenuContext &list : ownLists(shared))
        lists.append(list.entry);
    return lists;
}

QVariantHash makeSiteContext(const Publication::Private &shared)
{
    const model::Settings &settings = shared.settings;
    QString url = settings.baseUrl.toString(QUrl::FullyEncoded);
    if (url.endsWith(u'/'))
        url.chop(1);
    return {
        { u"title"_s, settings.title },
        { u"heading"_s, settings.heading.isEmpty() ? settings.title : settings.heading },
        { u"tagline"_s, settings.tagline },
        { u"prompt"_s, settings.prompt },
        { u"look"_s, settings.theme.look },
        { u"author"_s, siteAuthor(settings) },
        { u"language"_s, settings.language },
        { u"url"_s, url },
        { u"home"_s, model::sitePrefix(settings) },
        { u"footer"_s, safeHtml(renderText(shared, settings.footer.toUtf8(), analysis::settingsLinkOrigin(), 2, "footer")) },
        { u"feeds"_s, feedLinks(shared, model::indexAddress()) },
        { u"lists"_s, listContexts(shared) },
        { u"search"_s, shared.hasSearch() ? model::urlPath(model::searchAddress(), settings) : QString() },
        { u"style"_s, model::urlPath(shared.theme->styleAddress, settings) },
        { u"params"_s, settings.params.toVariant() },
    };
}

bool isAtOrBelow(const QString &address, const QString &entry)
{
    return !entry.isEmpty() && (address == entry || (entry.size() > 1 && entry.endsWith(u'/') && address.startsWith(entry)));
}

} // namespace

QVariantHash Publication::Private::siteContext(const QString &address) const
{
    const QList<MenuContext> &entries = m_menu.get([this] { return settings.menu.isEmpty() ? ownMenu(*this) : menuOfSettings(*this); });
    QList<qsizetype> current;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (isAtOrBelow(address, entries.at(i).address))
            current.append(i);
    }
    const std::scoped_lock lock(m_siteContextsMutex);
    QVariantHash &context = m_siteContexts[current];
    if (context.isEmpty()) {
        QVariantList menu;
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QVariantHash shown = entries.at(i).entry;
            shown.insert(u"current"_s, current.contains(i));
            menu.append(shown);
        }
        context = m_siteContext.get([this] { return makeSiteContext(*this); });
        context.insert(u"menu"_s, menu);
    }
    return context;
}

} // namespace quillway::publish

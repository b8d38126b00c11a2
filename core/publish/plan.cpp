// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/plan.h"

#include "core/base/path_parts.h"
#include "core/publish/pager.h"
#include "core/publish/site_search.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

using Kind = Output::Kind;

constexpr std::array feeds { model::Feed::Atom, model::Feed::Rss, model::Feed::Json };

class Planner
{
public:
    explicit Planner(const Publication::Private &shared)
        : m_shared(shared)
    {
        const qsizetype expected = 2 * shared.posts().size();
        m_byFile.reserve(expected);
        m_byFoldedFile.reserve(expected);
        m_folders.reserve(expected);
    }

    [[nodiscard]] Plan plan();

private:
    void addOwnPages();
    void addPosts(Kind kind, const QList<model::PostPtr> &posts);
    void addTopics();
    void addPaths();
    void addTags();
    void addThemeFiles();
    void addAssets();
    void addPictureVersions(const SitePath &file, qsizetype key);
    void addSearch();
    void addRedirects();
    void addAlias(const std::optional<QString> &alias, const QString &target, const QString &source);

    void add(Output output);
    void add(Kind kind, const QString &address, qsizetype key = 0, const QString &source = {});
    void addList(Kind kind, const QString &first, qsizetype entries, qsizetype key = 0);
    void addFeeds(Kind kind, const QString &list, qsizetype key = 0);
    void report(Severity severity, const Output &output, const QString &detail);
    [[nodiscard]] QStringList newFolders(const SitePath &file) const;
    [[nodiscard]] bool replacedByAsset(const QString &address) const
    {
        return m_shared.site->hasAsset(SitePath::literal(u"assets"_s + address));
    }

    const Publication::Private &m_shared;
    Plan m_plan;
    QHash<QString, qsizetype> m_byFile; ///< index into outputs
    QHash<QString, qsizetype> m_byFoldedFile; ///< the same, for disks to which case is nothing
    QHash<QString, qsizetype> m_folders; ///< an output that needs the folder
};

QString nameOf(const Output &output)
{
    return output.source.isEmpty() ? u"a page of the site's own"_s : output.source;
}

void Planner::report(Severity severity, const Output &output, const QString &detail)
{
    m_plan.diagnostics.append({ severity, { ErrorCode::DuplicateAddress, output.source, {}, detail } });
}

/// The folders that the file needs and no output before it did.
QStringList Planner::newFolders(const SitePath &file) const
{
    QStringList folders;
    for (QString folder = file.folder(); !folder.isEmpty() && !m_folders.contains(folder); folder = folderOf(folder))
        folders.append(folder);
    return folders;
}

void Planner::add(Output output)
{
    output.file = model::outputPath(output.address);
    const QString path = output.file.toString();
    const auto refuse = [&](qsizetype other) {
        report(Severity::Error, output, u"%1, as %2"_s.arg(output.address, nameOf(m_plan.outputs.at(other))));
    };
    if (const auto same = m_byFile.constFind(path); same != m_byFile.constEnd())
        return refuse(*same);
    if (const auto folder = m_folders.constFind(path); folder != m_folders.constEnd())
        return refuse(*folder);
    const QStringList folders = newFolders(output.file);
    for (const QString &folder : folders) {
        if (const auto file = m_byFile.constFind(folder); file != m_byFile.constEnd())
            return refuse(*file);
    }
    for (const QString &folder : folders)
        m_folders.insert(folder, m_plan.outputs.size());
    const QString folded = path.toCaseFolded();
    if (const auto other = m_byFoldedFile.constFind(folded); other != m_byFoldedFile.constEnd())
        report(Severity::Warning, output, u"%1, as %2 where case does not count"_s.arg(output.address, nameOf(m_plan.outputs.at(*other))));
    else
        m_byFoldedFile.insert(folded, m_plan.outputs.size());
    m_byFile.insert(path, m_plan.outputs.size());
    m_plan.outputs.append(std::move(output));
}

void Planner::add(Kind kind, const QString &address, qsizetype key, const QString &source)
{
    Output output;
    output.kind = kind;
    output.address = address;
    output.key = key;
    output.source = source;
    add(std::move(output));
}

void Planner::addList(Kind kind, const QString &first, qsizetype entries, qsizetype key)
{
    const Paging paging { entries, m_shared.settings.perPage };
    for (int number = 1; number <= paging.count(); ++number) {
        Output output;
        output.kind = kind;
        output.address = model::listAddress(first, number);
        output.key = key;
        output.number = number;
        add(std::move(output));
    }
}

void Planner::addFeeds(Kind kind, const QString &list, qsizetype key)
{
    for (const model::Feed feed : feeds) {
        Output output;
        output.kind = kind;
        output.address = model::feedAddress(feed, list);
        output.key = key;
        output.feed = feed;
        add(std::move(output));
    }
}

void Planner::addOwnPages()
{
    addList(Kind::Index, model::indexAddress(), m_shared.posts().size());
    add(Kind::Archive, model::archiveAddress());
    // Nothing leads to a list of nothing.
    if (!m_shared.published.tags().isEmpty())
        add(Kind::Tags, model::tagsAddress());
    if (!m_shared.site->topics().isEmpty())
        add(Kind::Topics, model::topicsAddress());
    if (!m_shared.site->paths().isEmpty())
        add(Kind::Paths, model::pathsAddress());
    // An author's own robots.txt or 404.html is meant to stand in place of ours.
    if (!replacedByAsset(model::notFoundAddress()))
        add(Kind::NotFound, model::notFoundAddress());
    if (!replacedByAsset(model::robotsAddress()))
        add(Kind::Robots, model::robotsAddress());
    if (!m_shared.settings.baseUrl.isEmpty())
        add(Kind::Sitemap, model::sitemapAddress());
    add(Kind::StyleSheet, m_shared.theme->styleAddress);
    addFeeds(Kind::SiteFeed, model::indexAddress());
}

void Planner::addPosts(Kind kind, const QList<model::PostPtr> &posts)
{
    for (qsizetype i = 0; i < posts.size(); ++i)
        add(kind, m_shared.addressOf(*posts.at(i)), i, posts.at(i)->file.toString());
}

void Planner::addTopics()
{
    const QList<model::TopicPtr> &topics = m_shared.site->topics();
    for (qsizetype i = 0; i < topics.size(); ++i) {
        const QString address = model::topicAddress(*topics.at(i));
        const qsizetype before = m_plan.outputs.size();
        add(Kind::Topic, address, i, topics.at(i)->file.toString());
        if (m_plan.outputs.size() > before)
            addFeeds(Kind::TopicFeed, address, i);
    }
}

void Planner::addPaths()
{
    for (qsizetype i = 0; i < m_shared.site->paths().size(); ++i) {
        const model::ReadingPath &path = *m_shared.site->paths().at(i);
        const QString address = model::pathAddress(path);
        const qsizetype before = m_plan.outputs.size();
        add(Kind::Path, address, i, path.file.toString());
        if (m_plan.outputs.size() > before)
            addFeeds(Kind::PathFeed, address, i);
    }
}

void Planner::addTags()
{
    const QList<model::Tag> &tags = m_shared.published.tags();
    for (qsizetype i = 0; i < tags.size(); ++i) {
        const QString address = model::tagAddress(tags.at(i));
        addList(Kind::Tag, address, tags.at(i).posts.size(), i);
        addFeeds(Kind::TagFeed, address, i);
    }
}

void Planner::addThemeFiles()
{
    const QList<ThemeFile> &files = m_shared.theme->files;
    for (qsizetype i = 0; i < files.size(); ++i)
        add(Kind::ThemeFile, Theme::addressOf(files.at(i)), i, files.at(i).file);
}

void Planner::addAssets()
{
    const QList<model::Asset> &assets = m_shared.site->parts().assets;
    for (qsizetype i = 0; i < assets.size(); ++i) {
        const SitePath &file = assets.at(i).file;
        const model::PostPtr bundle = m_shared.links().bundleOf(file);
        // What lies beside a draft is as private as the draft.
        if (bundle && !m_shared.published.contains(*bundle))
            continue;
        const qsizetype before = m_plan.outputs.size();
        add(Kind::Asset, m_shared.links().addressOf(file), i, file.toString());
        if (m_plan.outputs.size() > before)
            addPictureVersions(file, i);
    }
}

void Planner::addPictureVersions(const SitePath &file, qsizetype key)
{
    const std::optional<SitePicture> picture = m_shared.picture(file);
    if (!picture)
        return;
    for (const int width : picture->widths) {
        Output output;
        output.kind = Kind::PictureVersion;
        output.address = picture->versionAddress(width);
        output.key = key;
        output.number = width;
        output.source = file.toString();
        add(std::move(output));
    }
}

void Planner::addSearch()
{
    if (!m_shared.hasSearch())
        return;
    const SiteSearch &search = m_shared.search();
    add(Kind::Search, model::searchAddress());
    add(Kind::SearchIndex, searchFileAddress(u"index.json"_s));
    add(Kind::SearchWords, searchFileAddress(u"words.txt"_s));
    for (qsizetype i = 0; i < search.pieces.size(); ++i)
        add(Kind::SearchPiece, searchFileAddress(u"words/%1.txt"_s.arg(QLatin1StringView(search.pieces.at(i).name))), i);
    for (qsizetype i = 0; i * documentsInFile < search.documents; ++i)
        add(Kind::SearchPosts, searchFileAddress(u"posts/%1.json"_s.arg(i)), i);
}

void Planner::addAlias(const std::optional<QString> &alias, const QString &target, const QString &source)
{
    // Whether an old address is good, and whether two share one, is for the check to say: nothing of the site is lost by it.
    if (!alias || *alias == target || m_byFile.contains(model::outputPath(*alias).toString()))
        return;
    Output output;
    output.kind = Kind::Redirect;
    output.address = *alias;
    output.target = target;
    output.source = source;
    add(std::move(output));
}

void Planner::addRedirects()
{
    const QUrl &own = m_shared.settings.baseUrl;
    for (const auto *posts : { &m_shared.posts(), &m_shared.published.pages() }) {
        for (const model::PostPtr &post : *posts) {
            for (const QString &alias : post->aliases)
                addAlias(model::aliasAddress(alias, own), m_shared.addressOf(*post), post->file.toString());
        }
    }
    for (const model::TopicPtr &topic : m_shared.site->topics()) {
        for (const QString &alias : topic->aliases)
            addAlias(model::aliasAddress(alias, own), model::topicAddress(*topic), topic->file.toString());
    }
    for (const model::ReadingPathPtr &path : m_shared.site->paths()) {
        for (const QString &alias : path->aliases)
            addAlias(model::aliasAddress(alias, own), model::pathAddress(*path), path->file.toString());
    }
    for (const model::Tag &tag : m_shared.published.tags()) {
        for (const QString &alias : tag.info.aliases)
            addAlias(model::tagAliasAddress(alias, own), model::tagAddress(tag), u"tags.toml"_s);
    }
}

Plan Planner::plan()
{
    addOwnPages();
    addPosts(Kind::Post, m_shared.posts());
    addPosts(Kind::Page, m_shared.published.pages());
    addTopics();
    addTags();
    addPaths();
    addThemeFiles();
    addAssets();
    addSearch();
    addRedirects();
    return std::move(m_plan);
}

} // namespace

Plan makePlan(const Publication::Private &shared)
{
    return Planner(shared).plan();
}

} // namespace quillway::publish

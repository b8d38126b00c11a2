// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "core/analysis/problem_list.h"
#include "core/base/path_parts.h"
#include "core/model/addresses.h"

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

/// Who writes an output file.
struct Owner {
    QString address;
    QString name; ///< of the file it comes from, or what it is
    const model::Post *post = nullptr; ///< null for anything but posts and pages
    bool exported = true;
};

class AddressChecker
{
public:
    AddressChecker(const model::Site &site, const PublishedPosts &published, const LinkIndex &links)
        : m_site(site)
        , m_published(published)
        , m_links(links)
    { }

    [[nodiscard]] Diagnostics check()
    {
        reserveOwnPages();
        for (const model::TopicPtr &topic : sortedByFile(m_site.topics()))
            claim({ .address = model::topicAddress(*topic), .name = topic->file.toString() }, { topic->file });
        for (const model::ReadingPathPtr &path : sortedByFile(m_site.paths()))
            claim({ .address = model::pathAddress(*path), .name = path->file.toString() }, { path->file });
        claimPosts();
        for (const model::Asset &asset : m_site.parts().assets)
            claim({ .address = m_links.addressOf(asset.file), .name = asset.file.toString() }, { asset.file });
        checkFolders();
        checkSlugs();
        checkAliases();
        return m_problems.take();
    }

private:
    template<typename Pointer>
    [[nodiscard]] static QList<Pointer> sortedByFile(QList<Pointer> list)
    {
        std::ranges::sort(list, {}, [](const Pointer &entry) { return entry->file; });
        return list;
    }

    /// Pages that come from no file of their own cannot be at fault.
    void reserveOwnPages()
    {
        const auto reserve = [this](const QString &address, const QString &name) {
            m_owners.insert(model::outputPath(address).toString().toCaseFolded(), { .address = address, .name = name });
        };
        for (auto it = m_links.targets().cbegin(); it != m_links.targets().cend(); ++it) {
            if (it->kind == LinkTarget::Kind::OwnPage && !it->isAlias)
                reserve(it.key(), u"a page of the site's own"_s);
        }
        for (const model::Tag &tag : m_published.tags())
            reserve(model::tagAddress(tag), u"the tag "_s + tag.name);
    }

    /// Exported ones first, so that a draft is told of the post that it would meet, not the other way round.
    void claimPosts()
    {
        QList<model::PostPtr> posts = sortedByFile(m_site.posts() + m_site.pages());
        std::ranges::stable_partition(posts, [&](const model::PostPtr &post) { return m_published.contains(*post); });
        for (const model::PostPtr &post : std::as_const(posts)) {
            const bool exported = m_published.contains(*post);
            claim({ .address = model::addressOf(*post, m_site.settings()),
                    .name = post->file.toString(),
                    .post = post.get(),
                    .exported = exported },
                  { post->file, exported });
        }
    }

    /// Addresses that differ only in case are two on most servers and one on many disks.
    void claim(const Owner &owner, const ProblemList::Text &text)
    {
        const QString output = model::outputPath(owner.address).toString();
        const auto known = m_owners.constFind(output.toCaseFolded());
        if (known == m_owners.cend()) {
            m_owners.insert(output.toCaseFolded(), owner);
            return;
        }
        const bool same = model::outputPath(known->address).toString() == output;
        const QString detail = same ? u"%1, as %2"_s.arg(owner.address, known->name)
                                    : u"%1, as %2 where case does not count"_s.arg(owner.address, known->name);
        m_problems.add(same ? Severity::Error : Severity::Warning, ErrorCode::DuplicateAddress, text, positionOf(owner), detail);
    }

    [[nodiscard]] static SourcePosition positionOf(const Owner &owner)
    {
        return owner.post ? keyPosition(owner.post->source, u"slug") : SourcePosition();
    }

    /// A file cannot stand where a folder has to be: `assets/posts` beside `/posts/x/`.
    void checkFolders()
    {
        QHash<QString, QString> folders;
        for (const Owner &owner : std::as_const(m_owners)) {
            for (QString folder = model::outputPath(owner.address).folder(); !folder.isEmpty() && !folders.contains(folder);
                 folder = folderOf(folder))
                folders.insert(folder, owner.name);
        }
        for (const model::Asset &asset : m_site.parts().assets) {
            const QString output = model::outputPath(m_links.addressOf(asset.file)).toString();
            if (folders.contains(output))
                m_problems.add(Severity::Error, ErrorCode::DuplicateAddress, { asset.file }, {},
                               u"/%1, which has to be a folder"_s.arg(output));
        }
    }

    /// Equal slugs at different addresses: nothing is lost, but a topic or path that names the slug gets the newest one.
    void checkSlugs()
    {
        for (const model::PostPtr &post : m_site.posts()) {
            const model::PostPtr first = m_site.postBySlug(post->slug);
            const bool sameAddress = model::postAddress(*first, m_site.settings()) == model::postAddress(*post, m_site.settings());
            if (first != post && !sameAddress)
                m_problems.add(Severity::Warning, ErrorCode::DuplicateSlug, { post->file, m_published.contains(*post) },
                               keyPosition(post->source, u"slug"), u"%1, as %2"_s.arg(post->slug, first->file.toString()));
        }
    }

    void checkAliases()
    {
        QList<model::PostPtr> withAliases;
        for (const auto *list : { &m_site.posts(), &m_site.pages() })
            std::ranges::copy_if(*list, std::back_inserter(withAliases),
                                 [](const model::PostPtr &post) { return !post->aliases.isEmpty(); });
        for (const model::PostPtr &post : sortedByFile(withAliases)) {
            const ProblemList::Text text { post->file, m_published.contains(*post) };
            const QString own = model::addressOf(*post, m_site.settings());
            for (qsizetype i = 0; i < post->aliases.size(); ++i) {
                const QString &alias = post->aliases[i];
                checkAlias(model::aliasAddress(alias, m_site.settings().baseUrl), alias, own, post->file.toString(), text,
                           [&] { return itemPosition(post->source, u"aliases", i); });
            }
        }
        checkAliasesOf(m_site.topics(), &model::topicAddress);
        checkAliasesOf(m_site.paths(), &model::pathAddress);
        const SitePath file = SitePath::literal(u"tags.toml");
        for (const model::Tag &tag : m_published.tags()) {
            for (const QString &alias : tag.info.aliases)
                checkAlias(model::tagAliasAddress(alias, m_site.settings().baseUrl), alias, model::tagAddress(tag), file.toString(),
                           { file }, [] { return SourcePosition(); });
        }
    }

    template<typename Pointer, typename Address>
    void checkAliasesOf(const QList<Pointer> &list, const Address &addressOf)
    {
        for (const Pointer &entry : sortedByFile(list)) {
            for (qsizetype i = 0; i < entry->aliases.size(); ++i) {
                const QString &alias = entry->aliases[i];
                checkAlias(model::aliasAddress(alias, m_site.settings().baseUrl), alias, addressOf(*entry), entry->file.toString(),
                           { entry->file }, [&] { return itemPosition(entry->source, u"aliases", i); });
            }
        }
    }

    template<typename Position>
    void checkAlias(const std::optional<QString> &address, const QString &alias, const QString &own, const QString &name,
                    const ProblemList::Text &text, const Position &position)
    {
        if (!address) {
            m_problems.add(Severity::Warning, ErrorCode::BadValue, text, position(), alias + " is no address of this site"_L1);
            return;
        }
        if (*address == own)
            return;
        const QString output = model::outputPath(*address).toString().toCaseFolded();
        if (const auto owner = m_owners.constFind(output); owner != m_owners.cend() && owner->exported)
            m_problems.add(Severity::Warning, ErrorCode::DuplicateAlias, text, position(),
                           u"%1 is the address of %2"_s.arg(*address, owner->name));
        else if (const auto other = m_aliases.constFind(output); other != m_aliases.cend())
            m_problems.add(Severity::Warning, ErrorCode::DuplicateAlias, text, position(), u"%1, as %2"_s.arg(*address, *other));
        else
            m_aliases.insert(output, name);
    }

    const model::Site &m_site;
    const PublishedPosts &m_published;
    const LinkIndex &m_links;
    QHash<QString, Owner> m_owners; ///< by output file, case folded
    QHash<QString, QString> m_aliases;
    ProblemList m_problems;
};

} // namespace

Diagnostics checkAddresses(const model::Site &site, const PublishedPosts &published, const LinkIndex &links)
{
    return AddressChecker(site, published, links).check();
}

} // namespace quillway::analysis

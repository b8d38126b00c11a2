// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tools/jekyll.h"

#include "core/base/slug.h"
#include "core/import/constructs.h"
#include "core/import/source_dates.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;
using text::Value;

bool isFormat(const QString &path)
{
    return isMarkdownName(path) || extensionOf(path) == "html"_L1 || extensionOf(path) == "htm"_L1;
}

/// Jekyll's addresses: https://jekyllrb.com/docs/permalinks/, collections: https://jekyllrb.com/docs/collections/.
class JekyllRules final : public ToolRules
{
public:
    JekyllRules(const Source &source, const Recognition &recognition)
        : m_root(recognition.root)
        , m_config(recognition.configuration.isEmpty() ? Value::map({}) : readConfiguration(source, recognition.configuration))
    { }

    [[nodiscard]] SiteFacts site() const override
    {
        SiteFacts facts;
        facts.title = configText(m_config, { u"title", u"name" });
        facts.tagline = configText(m_config, { u"tagline", u"description" });
        const QString base = configText(m_config, { u"baseurl" });
        facts.baseUrl = QUrl(configText(m_config, { u"url" }) + (base == "/"_L1 ? QString() : base));
        facts.language = configText(m_config, { u"lang", u"locale", u"language" });
        const Value &author = configMap(m_config, u"author");
        facts.author = author.isScalar() ? author.text : configText(author, { u"name" });
        facts.timeZone = configText(m_config, { u"timezone" }).toUtf8();
        facts.perPage = configuredPageSize(m_config);
        return facts;
    }

    [[nodiscard]] HeadRules headRules() const override
    {
        return { .zone = timeZoneNamed(configText(m_config, { u"timezone" })), .blanksPartTags = true };
    }

    [[nodiscard]] Value defaultsFor(const QString &path, Role /*role*/) const override
    {
        const QString inside = pathBelow(path, m_root).value_or(path);
        QList<Value::Member> members;
        for (const Value &entry : configMap(m_config, u"defaults").items) {
            const Value &scope = configMap(entry, u"scope");
            const QString folder = configText(scope, { u"path" });
            const QString type = configText(scope, { u"type" });
            const bool fits = (folder.isEmpty() || inside == folder || inside.startsWith(folder + u'/'))
                && (type.isEmpty() || type == collectionOf(path));
            for (const Value::Member &member : configMap(entry, u"values").members) {
                members.removeIf([&](const Value::Member &other) { return fits && other.key == member.key; });
                if (fits)
                    members.append(member);
            }
        }
        // Folders above _posts are categories.
        if (const QString above = foldersAbovePosts(path); !above.isEmpty())
            members.append({ u"categories"_s, {}, Value::strings(above.split(u'/')) });
        return Value::map(std::move(members));
    }

    [[nodiscard]] Placement place(const QString &path) const override
    {
        const QString inside = pathBelow(path, m_root).value_or(path);
        const QString slashed = u'/' + inside;
        const bool inPosts = slashed.contains("/_posts/"_L1);
        const bool inDrafts = slashed.contains("/_drafts/"_L1);
        if (inPosts || inDrafts) {
            const QLatin1StringView folder = inPosts ? "/_posts/"_L1 : "/_drafts/"_L1;
            const QString below = slashed.sliced(slashed.lastIndexOf(folder) + folder.size());
            if (isPictureName(path))
                return { .role = Role::Asset, .target = "posts/"_L1 + below };
            static const QRegularExpression dated(u"\\A\\d{2,4}-\\d{1,2}-\\d{1,2}-."_s);
            if (!isFormat(path))
                return { .reason = LeftOutReason::NotRead };
            if (inPosts && !dated.match(fileNameOf(path)).hasMatch())
                return { .reason = LeftOutReason::NotRead, .detail = u"a post's name begins with its date"_s };
            return { .role = Role::Post, .target = below, .isDraft = inDrafts };
        }
        const QString top = inside.section(u'/', 0, 0);
        static const QRegularExpression configuration(u"\\A_config[^/]*\\.(?:ya?ml|toml)\\z"_s);
        if (configuration.match(inside).hasMatch())
            return { .role = Role::Settings };
        if (top == "_site"_L1)
            return { .reason = LeftOutReason::BuildOutput };
        if (top == "vendor"_L1)
            return { .reason = LeftOutReason::Packages };
        if (isProjectName(path))
            return { .reason = LeftOutReason::Project };
        if (top.startsWith(u'_') && !isCollection(top.sliced(1)))
            return { .reason = LeftOutReason::Template };
        if (isFormat(path))
            return { .role = Role::Page, .target = top.startsWith(u'_') ? inside.sliced(1) : inside };
        if (extensionOf(path) == "scss"_L1 || extensionOf(path) == "sass"_L1 || extensionOf(path) == "less"_L1)
            return { .reason = LeftOutReason::Template };
        if (top.startsWith(u'_'))
            return { .role = Role::Asset, .target = "pages/"_L1 + inside.sliced(1) };
        return { .role = Role::Asset, .target = "assets/"_L1 + inside, .address = u'/' + inside };
    }

    void judge(SourcePost &post) const override
    {
        // Without a head Jekyll copies a file as it is; a post or a text of a collection it takes all the same.
        const bool needsHead = post.placement.role == Role::Page && collectionOf(post.path).isEmpty();
        if (needsHead && !post.hasHead && !isMarkdownName(post.path)) {
            const QString inside = pathBelow(post.path, m_root).value_or(post.path);
            post.placement = { .role = Role::Asset, .target = "assets/"_L1 + inside, .address = u'/' + inside };
        } else if (needsHead && !post.hasHead) {
            post.placement = { .reason = LeftOutReason::NotRead, .detail = u"it has no front matter"_s };
        } else if (post.placement.role == Role::Page && post.looksComputed) {
            post.placement = { .reason = LeftOutReason::Template };
        }
    }

    [[nodiscard]] QString addressOf(const SourcePost &post) const override
    {
        const QString inside = pathBelow(post.path, m_root).value_or(post.path);
        if (const Value *own = post.head.find(u"permalink"); own && own->isScalar() && own->text.trimmed().contains(u'/'))
            return normalAddress(fill(own->text.trimmed(), post, inside));
        if (post.placement.role == Role::Post || inside.contains("_posts/"_L1) || inside.contains("_drafts/"_L1))
            return normalAddress(fill(postPattern(), post, inside));
        if (const QString collection = collectionOf(post.path); !collection.isEmpty()) {
            const QString pattern = configText(configMap(configMap(m_config, u"collections"), collection), { u"permalink" });
            return normalAddress(fill(pattern.isEmpty() ? u"/:collection/:path:output_ext"_s : pattern, post, inside));
        }
        const QString path = folderOf(inside) + u'/' + stemOf(inside);
        if (stemOf(inside) == "index"_L1)
            return normalAddress(folderOf(inside) + u'/');
        const QString style = configText(m_config, { u"permalink" });
        return normalAddress(path + (style.endsWith(u'/') || style == "pretty"_L1 ? "/"_L1 : ".html"_L1));
    }

    [[nodiscard]] std::optional<QString> siteValue(const QString &name) const override
    {
        const Value *value = &m_config;
        for (const QString &part : name.split(u'.')) {
            value = value->find(part);
            if (!value)
                return std::nullopt;
        }
        return value->isScalar() && !value->text.isEmpty() ? std::optional(value->text) : std::nullopt;
    }

    [[nodiscard]] QString turnBody(const QString &body, BodyTurn &turn) const override
    {
        return turnContainers(turnKramdown(turnLiquid(body, turn), turn), turn);
    }

private:
    [[nodiscard]] const Value *collectionNamed(const QString &name) const
    {
        const Value &collections = configMap(m_config, u"collections");
        static const Value present = Value::map({});
        for (const Value &item : collections.items) {
            if (item.isScalar() && item.text == name)
                return &present;
        }
        return collections.find(name);
    }

    [[nodiscard]] bool isCollection(const QString &name) const { return collectionNamed(name); }

    /// `posts`, or the collection a file is in; empty for pages.
    [[nodiscard]] QString collectionOf(const QString &path) const
    {
        const QString inside = pathBelow(path, m_root).value_or(path);
        if ((u'/' + inside).contains("/_posts/"_L1) || (u'/' + inside).contains("/_drafts/"_L1))
            return u"posts"_s;
        const QString top = inside.section(u'/', 0, 0);
        return top.startsWith(u'_') && isCollection(top.sliced(1)) ? top.sliced(1) : QString();
    }

    [[nodiscard]] QString foldersAbovePosts(const QString &path) const
    {
        const auto inside = pathBelow(path, m_root);
        const qsizetype posts = inside ? inside->indexOf("/_posts/"_L1) : -1;
        return posts > 0 ? inside->first(posts) : QString();
    }

    [[nodiscard]] QString postPattern() const
    {
        const QString ofCollection = configText(configMap(configMap(m_config, u"collections"), u"posts"), { u"permalink" });
        QString pattern = ofCollection.isEmpty() ? configText(m_config, { u"permalink" }) : ofCollection;
        if (pattern.isEmpty() || pattern == "date"_L1)
            return u"/:categories/:year/:month/:day/:title:output_ext"_s;
        if (pattern == "pretty"_L1)
            return u"/:categories/:year/:month/:day/:title/"_s;
        if (pattern == "ordinal"_L1)
            return u"/:categories/:year/:y_day/:title:output_ext"_s;
        if (pattern == "none"_L1)
            return u"/:categories/:title:output_ext"_s;
        return pattern;
    }

    [[nodiscard]] QString fill(const QString &pattern, const SourcePost &post, const QString &inside) const
    {
        const QString stem = stemOf(inside);
        const auto named = leadingDate(stem);
        const std::optional<Moment> date = post.facts.date ? post.facts.date
            : named                                        ? std::optional(Moment { named->startOfDay(headRules().zone), false })
                                                           : std::nullopt;
        const QString name = withoutLeadingDate(stem).toString();
        const QString collection = collectionOf(post.path);
        return fillPattern(pattern, [&](const QString &part) -> std::optional<QString> {
            if (part == "title"_L1 || part == "slug"_L1)
                return post.facts.slug.isEmpty() ? name : post.facts.slug;
            if (part == "categories"_L1) {
                QStringList slugs;
                for (const QString &category : post.facts.categories)
                    slugs.append(slugify(category));
                return slugs.join(u'/');
            }
            if (part == "output_ext"_L1)
                return u".html"_s;
            if (part == "collection"_L1)
                return collection;
            if (part == "name"_L1 || part == "basename"_L1)
                return stem;
            if (part == "path"_L1) {
                const QString whole = folderOf(inside).isEmpty() ? stem : folderOf(inside) + u'/' + stem;
                return pathBelow(whole, u'_' + collection).value_or(whole);
            }
            return date ? dateName(part, *date) : std::nullopt;
        });
    }

    QString m_root;
    Value m_config;
};

} // namespace

std::unique_ptr<ToolRules> makeJekyllRules(const Source &source, const Recognition &recognition)
{
    return std::make_unique<JekyllRules>(source, recognition);
}

} // namespace quillway::importing

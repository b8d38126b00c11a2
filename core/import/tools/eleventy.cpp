// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tools/eleventy.h"

#include "core/base/date_time.h"
#include "core/import/constructs.h"
#include "core/import/source_dates.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;
using text::Value;

bool isTemplate(const QString &path)
{
    static const QStringList extensions { u"njk"_s, u"liquid"_s, u"hbs"_s, u"ejs"_s, u"pug"_s, u"haml"_s, u"mustache"_s, u"webc"_s };
    return extensions.contains(extensionOf(path)) || path.endsWith(".11ty.js"_L1) || path.endsWith(".11ty.cjs"_L1);
}

bool isDirectoryData(const QString &path)
{
    static const QRegularExpression form(u"\\.11tydata\\.(?:c?js|mjs|json)\\z"_s);
    if (form.match(path).hasMatch())
        return true;
    return extensionOf(path) == "json"_L1 && stemOf(path) == fileNameOf(folderOf(path));
}

/// Eleventy's addresses: https://www.11ty.dev/docs/permalinks/, data: https://www.11ty.dev/docs/data-cascade/.
class EleventyRules final : public ToolRules
{
public:
    EleventyRules(const Source &source, const Recognition &recognition)
        : m_root(recognition.root)
    {
        for (const SourceFile &file : source.listing().files) {
            if (isDirectoryData(file.path) && extensionOf(file.path) == "json"_L1)
                m_data.insert(folderOf(file.path), readConfiguration(source, file.path));
            if (isMarkdownName(file.path) && !isProjectName(file.path))
                countPosts(file.path);
        }
        findInput(source);
        findPosts();
        readSiteData(source);
    }

    [[nodiscard]] SiteFacts site() const override
    {
        SiteFacts facts;
        facts.title = configText(m_site, { u"title", u"name", u"siteName" });
        facts.tagline = configText(m_site, { u"description", u"tagline" });
        facts.baseUrl = QUrl(configText(m_site, { u"url", u"baseUrl", u"siteUrl" }));
        facts.language = configText(m_site, { u"language", u"lang", u"locale" });
        const Value &author = configMap(m_site, u"author");
        facts.author = author.isScalar() ? author.text : configText(author, { u"name" });
        return facts;
    }

    [[nodiscard]] HeadRules headRules() const override { return {}; }

    /// The folder's data file, those of the folders above it before.
    [[nodiscard]] Value defaultsFor(const QString &path, Role /*role*/) const override
    {
        QList<Value::Member> members;
        QStringList folders;
        for (QString folder = folderOf(path);; folder = folderOf(folder)) {
            folders.prepend(folder);
            if (folder.isEmpty())
                break;
        }
        for (const QString &folder : std::as_const(folders)) {
            const auto data = m_data.constFind(folder);
            for (const Value::Member &member : data == m_data.cend() ? QList<Value::Member>() : data->members) {
                members.removeIf([&](const Value::Member &other) { return other.key == member.key; });
                members.append(member);
            }
        }
        return Value::map(std::move(members));
    }

    [[nodiscard]] Placement place(const QString &path) const override
    {
        const QString inside = pathBelow(path, m_input).value_or(path);
        const QString top = inside.section(u'/', 0, 0);
        if (isDirectoryData(path) || path.endsWith("eleventy.config.js"_L1) || fileNameOf(path).startsWith(".eleventy"_L1))
            return { .role = Role::Settings };
        if (top == "_data"_L1)
            return { .role = Role::Settings };
        if (top.startsWith(u'_') || isTemplate(path))
            return { .reason = LeftOutReason::Template };
        if (isProjectName(path) || !pathBelow(path, m_input))
            return { .reason = LeftOutReason::Project };
        const bool isHtml = extensionOf(path) == "html"_L1;
        if (isMarkdownName(path) || isHtml) {
            if (const auto post = pathBelow(path, m_posts); post && !m_posts.isEmpty() && !isHtml)
                return { .role = Role::Post, .target = *post };
            const bool isDraft = (u'/' + inside).contains("/drafts/"_L1);
            return { .role = Role::Page, .target = inside, .isDraft = isDraft };
        }
        if (const auto post = pathBelow(path, m_posts); post && !m_posts.isEmpty())
            return { .role = Role::Asset, .target = "posts/"_L1 + *post, .address = u'/' + inside };
        return { .role = Role::Asset, .target = "assets/"_L1 + inside, .address = u'/' + inside };
    }

    void judge(SourcePost &post) const override
    {
        const bool isHtml = extensionOf(post.path) == "html"_L1;
        if (post.looksComputed && (isHtml || post.placement.role == Role::Page)) {
            post.placement = { .reason = LeftOutReason::Template };
            return;
        }
        if (post.placement.role == Role::Page && (post.facts.tags.contains(u"post"_s) || post.facts.tags.contains(u"posts"_s)))
            post.placement.role = Role::Post;
    }

    [[nodiscard]] QString addressOf(const SourcePost &post) const override
    {
        const QString inside = pathBelow(post.path, m_input).value_or(post.path);
        const Value *permalink = post.head.find(u"permalink");
        if (permalink && permalink->isScalar() && permalink->text == "false"_L1)
            return {};
        const QString stem = stemOf(inside);
        const bool isIndex = stem == "index"_L1;
        const QString slug = withoutLeadingDate(isIndex ? fileNameOf(folderOf(inside)) : stem).toString();
        if (permalink && permalink->isScalar() && !permalink->text.trimmed().isEmpty()) {
            const QString filled = fill(permalink->text.trimmed(), post, slug);
            return filled.contains("{{"_L1) || filled.contains("{%"_L1) ? QString() : normalAddress(filled);
        }
        const QString folder = folderOf(inside);
        if (isIndex) {
            const QString last = withoutLeadingDate(fileNameOf(folder)).toString();
            return normalAddress(folderOf(folder) + u'/' + last + u'/');
        }
        return normalAddress(folder + u'/' + slug + u'/');
    }

    [[nodiscard]] QString turnBody(const QString &body, BodyTurn &turn) const override
    {
        return turnContainers(turnLiquid(body, turn), turn);
    }

private:
    void countPosts(const QString &path)
    {
        const QString folder = folderOf(path);
        ++m_texts[folder];
        if (leadingDate(stemOf(path)))
            ++m_dated[folder];
    }

    /// The input folder: what directories.input says most often.
    void findInput(const Source &source)
    {
        const auto has = [&](const QString &folder) {
            return std::ranges::any_of(source.listing().files, [&](const SourceFile &file) { return file.path.startsWith(folder + u'/'); });
        };
        m_input = m_root;
        for (const QLatin1StringView name : { "src/content"_L1, "src"_L1, "content"_L1, "site"_L1 }) {
            const QString folder = m_root.isEmpty() ? QString(name) : m_root + u'/' + name;
            if (has(folder)) {
                m_input = folder;
                return;
            }
        }
    }

    /// The folder of the posts: one with a usual name, else the one with most texts that begin with a date, else with most texts at all.
    void findPosts()
    {
        for (const QLatin1StringView name : { "posts"_L1, "blog"_L1, "post"_L1, "articles"_L1, "_posts"_L1, "notes"_L1 }) {
            for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
                const QString &folder = it.key();
                const qsizetype at = (u'/' + folder + u'/').indexOf(u'/' + QString(name) + u'/');
                if (at < 0)
                    continue;
                m_posts = folder.first(at + name.size());
                return;
            }
        }
        for (const auto *counts : { &m_dated, &m_texts }) {
            for (auto it = counts->cbegin(); it != counts->cend(); ++it) {
                if (!it.key().isEmpty() && (m_posts.isEmpty() || it.value() > counts->value(m_posts)))
                    m_posts = it.key();
            }
            if (!m_posts.isEmpty())
                return;
        }
    }

    void readSiteData(const Source &source)
    {
        static const QRegularExpression form(u"(?:\\A|/)_data/(?:site|metadata|meta|config)\\.(?:json|ya?ml|toml)\\z"_s);
        m_site = Value::map({});
        for (const SourceFile &file : source.listing().files) {
            if (form.match(file.path).hasMatch()) {
                m_site = readConfiguration(source, file.path);
                return;
            }
        }
    }

    /// The few expressions that permalinks are written with. Others stay, and the address is not known then.
    [[nodiscard]] static QString fill(const QString &pattern, const SourcePost &post, const QString &slug)
    {
        static const QRegularExpression output(u"\\{\\{-?\\s*([\\w.]+)\\s*((?:\\|[^}|]*)*)-?\\}\\}"_s);
        const auto named = leadingDate(stemOf(post.path));
        const std::optional<Moment> date = post.facts.date ? post.facts.date
            : named                                        ? std::optional(Moment { named->startOfDay(QTimeZone::utc()), false })
                                                           : std::nullopt;
        QString filled;
        qsizetype done = 0;
        for (const QRegularExpressionMatch &match : output.globalMatch(pattern)) {
            filled += QStringView(pattern).sliced(done, match.capturedStart() - done);
            done = match.capturedEnd();
            const QString name = match.captured(1);
            if (name == "page.fileSlug"_L1 || name == "fileSlug"_L1)
                filled += slug;
            else if (name == "slug"_L1 && !post.facts.slug.isEmpty())
                filled += post.facts.slug;
            else if (name == "title"_L1 && !post.facts.title.isEmpty())
                filled += slugOfTitle(post.facts.title);
            else if (name == "page.filePathStem"_L1)
                filled += stemOf(post.path);
            else if ((name == "page.date"_L1 || name == "date"_L1) && date)
                filled += dateBy(match.captured(2), *date);
            else
                filled += match.captured();
        }
        return filled + pattern.sliced(done);
    }

    /// By the format in a filter's quotes (`date: "%Y/%m/%d"`, `dateFormat("yyyy/MM")`); a filter of the site's own has most likely year and month.
    [[nodiscard]] static QString dateBy(const QString &filters, const Moment &date)
    {
        static const QRegularExpression quoted(u"[\"']([^\"']+)[\"']"_s);
        const auto match = quoted.match(filters);
        QString format = match.hasMatch() ? match.captured(1) : u"yyyy/MM"_s;
        for (const auto &[from, to] : { std::pair { "%Y"_L1, "yyyy"_L1 },
                                        { "%m"_L1, "MM"_L1 },
                                        { "%d"_L1, "dd"_L1 },
                                        { "YYYY"_L1, "yyyy"_L1 },
                                        { "DD"_L1, "dd"_L1 },
                                        { "LL"_L1, "MM"_L1 } })
            format.replace(from, to);
        return date.at.toString(format);
    }

    QString m_root, m_input, m_posts;
    QHash<QString, Value> m_data; ///< by folder
    QMap<QString, int> m_texts, m_dated; ///< by folder
    Value m_site;
};

} // namespace

std::unique_ptr<ToolRules> makeEleventyRules(const Source &source, const Recognition &recognition)
{
    return std::make_unique<EleventyRules>(source, recognition);
}

} // namespace quillway::importing

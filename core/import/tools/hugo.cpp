// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tools/hugo.h"

#include "core/base/slug.h"
#include "core/import/constructs.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;
using text::Value;

/// A name without its language (`index.de`, `post.pt-br`), and the language.
struct LocalName {
    QString name;
    QString lang;
};

LocalName localName(const QString &stem)
{
    const qsizetype dot = stem.lastIndexOf(u'.');
    if (dot > 0 && isLanguageCode(QStringView(stem).sliced(dot + 1)))
        return { stem.first(dot), stem.sliced(dot + 1) };
    return { stem, {} };
}

/// Hugo's addresses: https://gohugo.io/content-management/urls/ and organization/.
class HugoRules final : public ToolRules
{
public:
    HugoRules(const Source &source, const Recognition &recognition)
        : m_root(recognition.root)
    {
        readConfig(source, recognition);
        m_content = within(configText(m_config, { u"contentDir" }).isEmpty() ? u"content"_s : configText(m_config, { u"contentDir" }));
        m_output = within(configText(m_config, { u"publishDir" }).isEmpty() ? u"public"_s : configText(m_config, { u"publishDir" }));
        m_language = configText(m_config, { u"defaultContentLanguage" });
        for (const Value::Member &language : configMap(m_config, u"languages").members) {
            const QString folder = configText(language.value, { u"contentDir" });
            if (!folder.isEmpty())
                m_languageFolders.append({ within(folder), language.key });
        }
        findSections(source);
    }

    [[nodiscard]] SiteFacts site() const override
    {
        SiteFacts facts;
        const Value &params = configMap(m_config, u"params");
        facts.title = configText(m_config, { u"title" });
        facts.baseUrl = QUrl(configText(m_config, { u"baseURL" }));
        facts.language = configText(m_config, { u"languageCode", u"locale" });
        if (facts.language.isEmpty())
            facts.language = m_language;
        facts.tagline = configText(params, { u"description", u"subtitle", u"tagline" });
        const Value &author = configMap(params, u"author");
        facts.author = author.isScalar() ? author.text : configText(author, { u"name" });
        if (facts.author.isEmpty())
            facts.author = configText(configMap(m_config, u"author"), { u"name" });
        facts.timeZone = configText(m_config, { u"timeZone" }).toUtf8();
        const Value &menus = configMap(m_config, m_config.find(u"menus") ? u"menus" : u"menu");
        for (const Value &entry : configMap(menus, u"main").items) {
            const QString url = configText(entry, { u"url", u"pageRef" });
            if (!url.isEmpty())
                facts.menu.append({ configText(entry, { u"name", u"title", u"identifier" }), url });
        }
        facts.perPage = configuredPageSize(m_config);
        return facts;
    }

    [[nodiscard]] HeadRules headRules() const override { return { .zone = timeZoneNamed(configText(m_config, { u"timeZone" })) }; }

    [[nodiscard]] Placement place(const QString &path) const override
    {
        if (const auto inside = contentPath(path))
            return placeContent(*inside, path);
        if (const auto below = pathBelow(path, within(u"static"_s)))
            return { .role = Role::Asset, .target = "assets/"_L1 + *below, .address = u'/' + *below };
        if (path.startsWith(m_output + u'/') || path.startsWith(within(u"resources"_s) + u'/'))
            return { .reason = LeftOutReason::BuildOutput };
        if (isConfig(path))
            return { .role = Role::Settings };
        for (const QLatin1StringView folder : { "layouts"_L1, "themes"_L1, "archetypes"_L1, "assets"_L1, "i18n"_L1 }) {
            if (path.startsWith(within(folder) + u'/'))
                return isPictureName(path) && folder == "assets"_L1
                    ? Placement { .role = Role::Asset, .target = path.sliced(m_root.isEmpty() ? 0 : m_root.size() + 1) }
                    : Placement { .reason = LeftOutReason::Template };
        }
        return { .reason = LeftOutReason::Project };
    }

    void judge(SourcePost &post) const override
    {
        // A section's page without a text is the list that Quillway makes itself.
        if (localName(stemOf(post.path)).name == "_index"_L1 && !post.hasBody)
            post.placement = { .reason = LeftOutReason::Generated };
        else if (post.looksComputed && extensionOf(post.path) == "html"_L1)
            post.placement = { .reason = LeftOutReason::Template };
    }

    [[nodiscard]] QString addressOf(const SourcePost &post) const override
    {
        const QString lang = post.placement.lang.isEmpty() || post.placement.lang == m_language ? QString() : u'/' + post.placement.lang;
        if (const Value *url = post.head.find(u"url"); url && url->isScalar() && !url->text.trimmed().isEmpty())
            return normalAddress(url->text);
        const QString inside = contentPath(post.path).value_or(post.path);
        const QString section = sectionOf(post.path);
        const LocalName local = localName(stemOf(inside));
        const bool isBranch = local.name == "_index"_L1;
        const bool isLeaf = local.name == "index"_L1;
        const QString folder = pathOf(folderOf(inside));
        if (isBranch)
            return normalAddress(lang + u'/' + folder + u'/');
        const QString name = isLeaf ? fileNameOf(folder) : pathOf(local.name);
        const QString last = post.facts.slug.isEmpty() ? name : pathOf(post.facts.slug);
        const QString pattern = permalinkOf(section);
        QString address;
        if (pattern.isEmpty()) {
            address = (isLeaf ? folderOf(folder) : folder) + u'/' + last + u'/';
        } else {
            address = fillPattern(pattern, [&](const QString &part) -> std::optional<QString> {
                if (part == "section"_L1)
                    return section;
                if (part == "sections"_L1)
                    return isLeaf ? folderOf(folder) : folder;
                if (part == "title"_L1)
                    return slugOfTitle(post.facts.title);
                if (part == "slug"_L1)
                    return post.facts.slug.isEmpty() ? slugOfTitle(post.facts.title.isEmpty() ? name : post.facts.title) : last;
                if (part == "slugorfilename"_L1 || part == "slugorcontentbasename"_L1)
                    return last;
                if (part == "filename"_L1 || part == "contentbasename"_L1)
                    return name;
                return post.facts.date ? dateName(part, *post.facts.date) : std::nullopt;
            });
        }
        address = normalAddress(lang + u'/' + address);
        if (m_ugly && address.size() > 1)
            address = (address.endsWith(u'/') ? address.chopped(1) : address) + ".html"_L1;
        return address;
    }

    [[nodiscard]] QString turnBody(const QString &body, BodyTurn &turn) const override { return turnHugo(body, turn); }

private:
    [[nodiscard]] QString within(const QString &name) const { return m_root.isEmpty() ? name : m_root + u'/' + name; }

    void readConfig(const Source &source, const Recognition &recognition)
    {
        m_config = Value::map({});
        if (!recognition.configuration.isEmpty())
            m_config = readConfiguration(source, recognition.configuration);
        // Parts in files of their own: config/_default/params.toml is [params].
        const QString parts = within(u"config/_default"_s);
        for (const SourceFile &file : source.listing().files) {
            const QString stem = stemOf(file.path);
            if (folderOf(file.path) == parts && stem != "config"_L1 && stem != "hugo"_L1 && !m_config.find(stem.section(u'.', 0, 0)))
                m_config.members.append({ stem.section(u'.', 0, 0), {}, readConfiguration(source, file.path) });
        }
        const Value &ugly = configMap(m_config, u"uglyURLs");
        m_ugly = ugly.isScalar() && ugly.text == "true"_L1;
    }

    /// The sections that are the blog: those that permalinks or settings name, those with a usual name, else the one with most texts.
    void findSections(const Source &source)
    {
        QHash<QString, int> texts;
        for (const SourceFile &file : source.listing().files) {
            if (contentPath(file.path) && isMarkdownName(file.path))
                ++texts[sectionOf(file.path)];
        }
        for (const Value &name : configMap(configMap(m_config, u"params"), u"mainSections").items)
            m_postSections.insert(name.text);
        for (const QLatin1StringView name :
             { "post"_L1, "posts"_L1, "blog"_L1, "blogs"_L1, "articles"_L1, "article"_L1, "news"_L1, "writing"_L1, "til"_L1, "notes"_L1 }) {
            if (texts.contains(name))
                m_postSections.insert(name);
        }
        if (m_postSections.isEmpty()) {
            QString most;
            for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
                if (!it.key().isEmpty() && (most.isEmpty() || it.value() > texts[most] || (it.value() == texts[most] && it.key() < most)))
                    most = it.key();
            }
            m_postSections.insert(most);
        }
        m_singleSection = m_postSections.size() == 1 ? *m_postSections.cbegin() : QString();
    }

    [[nodiscard]] std::optional<QString> contentPath(const QString &path) const
    {
        for (const auto &[folder, lang] : m_languageFolders) {
            if (auto below = pathBelow(path, folder))
                return below;
        }
        return pathBelow(path, m_content);
    }

    [[nodiscard]] QString languageOf(const QString &path) const
    {
        for (const auto &[folder, lang] : m_languageFolders) {
            if (pathBelow(path, folder))
                return lang;
        }
        return localName(stemOf(path)).lang;
    }

    [[nodiscard]] QString sectionOf(const QString &path) const
    {
        const QString inside = contentPath(path).value_or(path);
        return inside.contains(u'/') ? inside.section(u'/', 0, 0) : QString();
    }

    [[nodiscard]] Placement placeContent(const QString &inside, const QString &path) const
    {
        const QString section = sectionOf(path);
        const bool isPost = m_postSections.contains(section) && !section.isEmpty();
        // The only section of posts is posts/ itself.
        const QString target = isPost && section == m_singleSection ? inside.sliced(section.size() + 1) : inside;
        const bool isHtml = extensionOf(path) == "html"_L1;
        if (!isMarkdownName(path) && !isHtml) {
            static const QStringList formats { u"rst"_s, u"adoc"_s, u"asciidoc"_s, u"org"_s, u"pandoc"_s, u"pdc"_s };
            if (formats.contains(extensionOf(path)))
                return { .reason = LeftOutReason::Format, .detail = extensionOf(path) };
            return { .role = Role::Asset, .target = (isPost ? "posts/"_L1 : "pages/"_L1) + target, .address = normalAddress(pathOf(inside)) };
        }
        const LocalName local = localName(stemOf(path));
        const bool isBranch = local.name == "_index"_L1;
        QString lang = languageOf(path);
        if (lang == m_language)
            lang.clear();
        return { .role = isPost && !isBranch ? Role::Post : Role::Page, .target = target, .lang = lang };
    }

    [[nodiscard]] bool isConfig(const QString &path) const
    {
        static const QRegularExpression names(u"\\A(?:hugo|config)\\.(?:toml|ya?ml|json)\\z|\\Aconfig/"_s);
        return names.match(m_root.isEmpty() ? path : path.sliced(std::min(path.size(), m_root.size() + 1))).hasMatch();
    }

    [[nodiscard]] QString permalinkOf(const QString &section) const
    {
        const Value &permalinks = configMap(m_config, u"permalinks");
        const Value &pages = configMap(permalinks, u"page");
        const QString own = configText(pages, { section });
        return own.isEmpty() ? configText(permalinks, { section }) : own;
    }

    /// As Hugo makes addresses of paths: lower case, blanks to hyphens.
    [[nodiscard]] static QString pathOf(const QString &path)
    {
        QString result = path.toLower();
        return result.replace(u' ', u'-');
    }

    QString m_root;
    Value m_config;
    QString m_content, m_output, m_language;
    QList<std::pair<QString, QString>> m_languageFolders;
    QSet<QString> m_postSections;
    QString m_singleSection;
    bool m_ugly = false;
};

} // namespace

std::unique_ptr<ToolRules> makeHugoRules(const Source &source, const Recognition &recognition)
{
    return std::make_unique<HugoRules>(source, recognition);
}

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tools/zola.h"

#include "core/base/date_time.h"
#include "core/base/slug.h"
#include "core/import/constructs.h"

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;
using text::Value;

/// Zola's addresses: https://www.getzola.org/documentation/content/page/.
class ZolaRules final : public ToolRules
{
public:
    ZolaRules(const Source &source, const Recognition &recognition)
        : m_root(recognition.root)
        , m_config(recognition.configuration.isEmpty() ? Value::map({}) : readConfiguration(source, recognition.configuration))
        , m_content(within(u"content"_s))
    {
        QSet<QString> sections;
        for (const SourceFile &file : source.listing().files) {
            const auto inside = pathBelow(file.path, m_content);
            if (inside && isMarkdownName(file.path) && inside->contains(u'/'))
                sections.insert(inside->section(u'/', 0, 0));
        }
        for (const QLatin1StringView name : { "blog"_L1, "posts"_L1, "post"_L1, "articles"_L1 }) {
            if (sections.contains(name) && m_single.isEmpty())
                m_single = name;
        }
        m_language = configText(m_config, { u"default_language" });
    }

    [[nodiscard]] SiteFacts site() const override
    {
        SiteFacts facts;
        facts.title = configText(m_config, { u"title" });
        facts.tagline = configText(m_config, { u"description" });
        facts.baseUrl = QUrl(configText(m_config, { u"base_url" }));
        facts.language = m_language;
        facts.author = configText(m_config, { u"author" });
        const Value &extra = configMap(m_config, u"extra");
        if (facts.author.isEmpty())
            facts.author = configText(extra, { u"author" });
        return facts;
    }

    [[nodiscard]] HeadRules headRules() const override { return {}; }

    [[nodiscard]] Placement place(const QString &path) const override
    {
        if (const auto inside = pathBelow(path, m_content)) {
            const QString target = !m_single.isEmpty() ? pathBelow(*inside, m_single).value_or(*inside) : *inside;
            const bool isPost = inside->contains(u'/');
            if (!isMarkdownName(path))
                return { .role = Role::Asset, .target = (isPost ? "posts/"_L1 : "pages/"_L1) + target, .address = normalAddress(*inside) };
            const QString stem = stemOf(path);
            const qsizetype dot = stem.lastIndexOf(u'.');
            QString lang = dot > 0 && isLanguageCode(QStringView(stem).sliced(dot + 1)) ? stem.sliced(dot + 1) : QString();
            if (lang == m_language)
                lang.clear();
            const bool isSection = stem == "_index"_L1 || stem.startsWith("_index."_L1);
            return { .role = isPost && !isSection ? Role::Post : Role::Page, .target = target, .lang = lang };
        }
        if (const auto below = pathBelow(path, within(u"static"_s)))
            return { .role = Role::Asset, .target = "assets/"_L1 + *below, .address = u'/' + *below };
        if (path == within(u"config.toml"_s))
            return { .role = Role::Settings };
        for (const QLatin1StringView folder : { "templates"_L1, "themes"_L1, "sass"_L1 }) {
            if (path.startsWith(within(folder) + u'/'))
                return { .reason = LeftOutReason::Template };
        }
        if (path.startsWith(within(u"public"_s) + u'/'))
            return { .reason = LeftOutReason::BuildOutput };
        return { .reason = LeftOutReason::Project };
    }

    void judge(SourcePost &post) const override
    {
        const QString stem = stemOf(post.path);
        if ((stem == "_index"_L1 || stem.startsWith("_index."_L1)) && !post.hasBody)
            post.placement = { .reason = LeftOutReason::Generated };
    }

    [[nodiscard]] QString addressOf(const SourcePost &post) const override
    {
        const QString lang = post.placement.lang.isEmpty() ? QString() : u'/' + post.placement.lang;
        if (const Value *path = post.head.find(u"path"); path && path->isScalar() && !path->text.trimmed().isEmpty())
            return normalAddress(lang + u'/' + path->text + u'/');
        const QString inside = pathBelow(post.path, m_content).value_or(post.path);
        QString stem = stemOf(inside);
        if (!post.placement.lang.isEmpty())
            stem = stem.first(stem.lastIndexOf(u'.'));
        const QString folder = folderOf(inside);
        if (stem == "_index"_L1)
            return normalAddress(lang + u'/' + folder + u'/');
        const bool isBundle = stem == "index"_L1;
        const QString name = isBundle ? fileNameOf(folder) : stem;
        const QString slug = post.facts.slug.isEmpty() ? slugify(withoutLeadingDate(name)) : post.facts.slug;
        return normalAddress(lang + u'/' + (isBundle ? folderOf(folder) : folder) + u'/' + slug + u'/');
    }

    [[nodiscard]] std::optional<QString> sourceOf(const QString &destination, const QString & /*path*/) const override
    {
        return destination.startsWith("@/"_L1) ? std::optional(m_content + u'/' + destination.sliced(2)) : std::nullopt;
    }

    [[nodiscard]] QString turnBody(const QString &body, BodyTurn &turn) const override { return turnZola(body, turn); }

private:
    [[nodiscard]] QString within(const QString &name) const { return m_root.isEmpty() ? name : m_root + u'/' + name; }

    QString m_root;
    Value m_config;
    QString m_content, m_single, m_language;
};

} // namespace

std::unique_ptr<ToolRules> makeZolaRules(const Source &source, const Recognition &recognition)
{
    return std::make_unique<ZolaRules>(source, recognition);
}

} // namespace quillway::importing

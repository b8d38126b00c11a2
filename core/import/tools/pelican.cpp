// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tools/pelican.h"

#include "core/analysis/destination.h"
#include "core/base/slug.h"
#include "core/import/constructs.h"
#include "core/import/source_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;
using text::Value;

/// From the bracket that `text` begins with to the one that closes it, whatever is in quotes; all of it if there is none.
QString bracketed(QStringView text)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull())
            quote = c == quote || c == u'\n' ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'(' || c == u'[')
            ++depth;
        else if ((c == u')' || c == u']') && --depth == 0)
            return text.first(i + 1).toString();
    }
    return text.toString();
}

/// Plain assignments of a Python file: texts, numbers, True and False. Nothing is computed.
QHash<QString, QString> readAssignments(const Source &source, const QString &path)
{
    QHash<QString, QString> values;
    const auto bytes = source.read(path);
    if (!bytes)
        return values;
    static const QRegularExpression assignment(u"^([A-Z][A-Z0-9_]*)\\s*=\\s*(?:[uUrR]?(\"([^\"\\n]*)\"|'([^'\\n]*)')|([\\w.-]+))"_s,
                                               QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(readSourceText(*bytes).utf8);
    for (const QRegularExpressionMatch &match : assignment.globalMatch(text))
        values.insert(match.captured(1), match.captured(3) + match.captured(4) + match.captured(5));
    // LINKS and MENUITEMS = (('Title', 'url'), …)
    static const QRegularExpression menu(u"^MENUITEMS\\s*=\\s*(?=[\\[(])"_s, QRegularExpression::MultilineOption);
    if (const auto match = menu.match(text); match.hasMatch())
        values.insert(u"MENUITEMS"_s, bracketed(QStringView(text).sliced(match.capturedEnd())));
    return values;
}

/// Pelican's addresses: https://docs.getpelican.com/en/stable/settings.html#url-settings.
class PelicanRules final : public ToolRules
{
public:
    PelicanRules(const Source &source, const Recognition &recognition, RstTexts rst)
        : m_root(recognition.root)
        , m_rst(std::move(rst))
    {
        for (const QLatin1StringView name : { "pelicanconf.py"_L1, "publishconf.py"_L1 })
            m_settings.insert(readAssignments(source, within(name)));
        QString path = setting(u"PATH"_s, u"content"_s);
        if (path.startsWith("./"_L1))
            path = path.sliced(2);
        while (path.endsWith(u'/'))
            path.chop(1);
        m_content = path.isEmpty() || path == "."_L1 ? m_root : within(path);
        m_hasContent = std::ranges::any_of(source.listing().files,
                                           [&](const SourceFile &file) { return file.path.startsWith(m_content + u'/'); });
        if (!m_hasContent)
            m_content = m_root;
    }

    [[nodiscard]] SiteFacts site() const override
    {
        SiteFacts facts;
        facts.title = setting(u"SITENAME"_s);
        facts.tagline = setting(u"SITESUBTITLE"_s);
        facts.baseUrl = QUrl(setting(u"SITEURL"_s));
        facts.language = setting(u"DEFAULT_LANG"_s);
        facts.author = setting(u"AUTHOR"_s);
        facts.timeZone = setting(u"TIMEZONE"_s).toUtf8();
        static const QRegularExpression entry(u"[(\\[]\\s*[\"']([^\"']+)[\"']\\s*,\\s*[\"']([^\"']+)[\"']"_s);
        for (const QRegularExpressionMatch &match : entry.globalMatch(setting(u"MENUITEMS"_s)))
            facts.menu.append({ match.captured(1), match.captured(2) });
        bool isNumber = false;
        const int perPage = setting(u"DEFAULT_PAGINATION"_s).toInt(&isNumber);
        if (isNumber && perPage > 0)
            facts.perPage = perPage;
        return facts;
    }

    [[nodiscard]] HeadRules headRules() const override { return { .zone = timeZoneNamed(setting(u"TIMEZONE"_s)) }; }

    [[nodiscard]] MetadataLines metadataLines() const override { return MetadataLines::Usual; }

    [[nodiscard]] Value defaultsFor(const QString &path, Role role) const override
    {
        // USE_FOLDER_AS_CATEGORY: the folder a text is in, unless it is the content's own.
        const QString inside = pathBelow(path, m_content).value_or(path);
        const QString folder = fileNameOf(folderOf(inside));
        static const QRegularExpression number(u"\\A\\d+\\z"_s);
        const bool counts = role == Role::Post && m_hasContent && !folder.isEmpty() && folder != stemOf(path)
            && !number.match(folder).hasMatch() && setting(u"USE_FOLDER_AS_CATEGORY"_s, u"True"_s) == "True"_L1;
        return counts ? Value::map({ { u"category"_s, {}, Value::string(folder) } }) : Value::map({});
    }

    [[nodiscard]] Placement place(const QString &path) const override
    {
        if (path.startsWith(within(setting(u"OUTPUT_PATH"_s, u"output"_s)) + u'/'))
            return { .reason = LeftOutReason::BuildOutput };
        if (path.endsWith("conf.py"_L1))
            return { .role = Role::Settings };
        const auto content = pathBelow(path, m_content);
        if (!content
            || (path.startsWith(within(u"themes"_s) + u'/') || path.startsWith(within(u"theme"_s) + u'/')
                || path.startsWith(within(u"plugins"_s) + u'/')))
            return { .reason = content ? LeftOutReason::Template : LeftOutReason::Project };
        // A folder that holds several blogs, each with its content folder: the name says nothing.
        QString inside = *content;
        if (!m_hasContent) {
            if (isProjectName(path))
                return { .reason = LeftOutReason::Project };
            inside = (u'/' + inside).replace("/content/"_L1, "/"_L1).sliced(1);
        }
        const QString slashed = u'/' + inside;
        if (isMarkdownName(path) || m_rst.places.contains(path)) {
            const qsizetype pages = slashed.indexOf("/pages/"_L1);
            if (pages >= 0)
                return { .role = Role::Page, .target = slashed.sliced(pages + 7) };
            return { .role = Role::Post, .target = inside, .isDraft = slashed.contains("/drafts/"_L1) };
        }
        static const QStringList formats { u"rst"_s, u"ipynb"_s, u"adoc"_s, u"org"_s, u"html"_s, u"htm"_s };
        if (formats.contains(extensionOf(path)))
            return { .reason = LeftOutReason::Format, .detail = whyNotRead(path) };
        // What STATIC_PATHS names keeps its path as its address; what stands beside a text stays there.
        const QString top = inside.section(u'/', 0, 0);
        const bool isStatic = top == "images"_L1 || top == "static"_L1 || top == "files"_L1 || top == "assets"_L1 || top == "extra"_L1
            || top == "media"_L1;
        if (isStatic)
            return { .role = Role::Asset,
                     .target = "assets/"_L1 + (top == "extra"_L1 ? inside.sliced(6) : inside),
                     .address = u'/' + inside };
        return { .role = Role::Asset, .target = "posts/"_L1 + inside, .address = u'/' + inside };
    }

    [[nodiscard]] Notes notesOn(const QString &path) const override { return m_rst.notes.value(path); }

    [[nodiscard]] bool hasLinesOfSource(const QString &path) const override { return !m_rst.places.contains(path); }

    void judge(SourcePost &post) const override
    {
        // Pelican refuses what has no head.
        if (post.placement.role == Role::Post && !post.hasHead)
            post.placement.isDraft = true;
    }

    [[nodiscard]] QString addressOf(const SourcePost &post) const override
    {
        if (const Value *own = post.head.find(u"url"); own && own->isScalar() && !own->text.trimmed().isEmpty())
            return normalAddress(own->text);
        if (const Value *own = post.head.find(u"save_as"); own && own->isScalar() && !own->text.trimmed().isEmpty())
            return normalAddress(own->text);
        const bool isPage = post.placement.role == Role::Page;
        const QString pattern = setting(isPage ? u"PAGE_URL"_s : u"ARTICLE_URL"_s);
        if (pattern.isEmpty() && m_settings.isEmpty())
            return {};
        const QString slug = post.facts.slug.isEmpty()
            ? slugify(setting(u"SLUGIFY_SOURCE"_s) == "basename"_L1 || post.facts.title.isEmpty() ? stemOf(post.path) : post.facts.title)
            : post.facts.slug;
        return normalAddress(fill(pattern.isEmpty() ? (isPage ? u"pages/{slug}.html"_s : u"{slug}.html"_s) : pattern, post, slug));
    }

    [[nodiscard]] std::optional<QString> sourceOf(const QString &destination, const QString &path) const override
    {
        static const QRegularExpression form(u"\\A[{|](filename|static|attach|photo)[}|](.*)\\z"_s);
        const auto match = form.match(destination);
        if (!match.hasMatch())
            return std::nullopt;
        const QString target = match.captured(2);
        if (target.startsWith(u'/'))
            return m_content.isEmpty() ? target.sliced(1) : m_content + target;
        return analysis::absolutePath(target, u'/' + path).sliced(1);
    }

    [[nodiscard]] QString turnBody(const QString &body, BodyTurn &turn) const override
    {
        static const QRegularExpression term(u"\\][(][{|](?:tag|category)[}|]([^)\\s]+)[)]"_s);
        static const QRegularExpression index(u"\\][(][{|]index[}|][)]"_s);
        QString text = body;
        text.replace(term, u"](/tags/\\1/)"_s).replace(index, u"](/)"_s);
        return turnContainers(turnLiquid(turnPythonMarkdown(text, turn), turn), turn);
    }

private:
    [[nodiscard]] QString whyNotRead(const QString &path) const
    {
        const QString format = extensionOf(path);
        return m_rst.failures.value(path, format == "rst"_L1 ? u"rst, which docutils or pandoc reads where it is installed"_s : format);
    }

    [[nodiscard]] QString within(const QString &name) const { return m_root.isEmpty() ? name : m_root + u'/' + name; }
    [[nodiscard]] QString setting(const QString &name, const QString &otherwise = {}) const { return m_settings.value(name, otherwise); }

    /// `{date:%Y}/{date:%m}/{slug}/`
    [[nodiscard]] static QString fill(const QString &pattern, const SourcePost &post, const QString &slug)
    {
        static const QRegularExpression field(u"\\{(\\w+)(?::([^}]*))?\\}"_s);
        static const QHash<QChar, QString> names { { u'Y', u"year"_s },        { u'm', u"month"_s },      { u'd', u"day"_s },
                                                   { u'b', u"short_month"_s }, { u'B', u"long_month"_s }, { u'y', u"short_year"_s },
                                                   { u'H', u"hour"_s },        { u'M', u"minute"_s },     { u'j', u"y_day"_s } };
        QString filled;
        qsizetype done = 0;
        for (const QRegularExpressionMatch &match : field.globalMatch(pattern)) {
            filled += QStringView(pattern).sliced(done, match.capturedStart() - done);
            done = match.capturedEnd();
            const QString name = match.captured(1);
            if (name == "slug"_L1)
                filled += slug;
            else if (name == "category"_L1)
                filled += slugify(post.facts.categories.value(0));
            else if (name == "lang"_L1)
                filled += post.facts.lang;
            else if (name == "date"_L1 && post.facts.date) {
                const QString format = match.captured(2);
                for (qsizetype i = 0; i < format.size(); ++i) {
                    if (format[i] == u'%' && i + 1 < format.size())
                        filled += dateName(names.value(format[++i]), *post.facts.date).value_or(QString());
                    else
                        filled += format[i];
                }
            }
        }
        return filled + pattern.sliced(done);
    }

    QString m_root;
    QHash<QString, QString> m_settings;
    QString m_content;
    bool m_hasContent = false;
    RstTexts m_rst;
};

} // namespace

std::unique_ptr<ToolRules> makePelicanRules(const Source &source, const Recognition &recognition, RstTexts rst)
{
    return std::make_unique<PelicanRules>(source, recognition, std::move(rst));
}

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/renderer.h"

#include "core/base/log_silence.h"
#include "core/publish/filters/filter_locale.h"
#include "core/publish/shown_texts.h"
#include "core/publish/template_fault.h"

#include <KTextTemplate/Context>
#include <KTextTemplate/Engine>
#include <KTextTemplate/Template>
#include <KTextTemplate/TemplateLoader>

#include <QCoreApplication>
#include <QDir>
#include <QPluginLoader>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr int deepestNesting = 100; ///< of tags in one template
constexpr qptrdiff stackForIncludes = qptrdiff(512) * 1024; ///< bytes; a thread has 8 MB, or 2 MB where somebody was thrifty

QString pluginPath()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u'/' + QStringLiteral(QUILLWAY_PLUGIN_PATH));
}

const QString &filtersLibrary()
{
    static const QString name = u"quillway_filters"_s;
    return name;
}

/// The plugin's one instance; null if it cannot be loaded. Qt loads it once and never again.
FilterLocale *filterLocale()
{
    QPluginLoader loader(pluginPath() + "/kf6/ktexttemplate/"_L1 + filtersLibrary());
    return qobject_cast<FilterLocale *>(loader.instance());
}

/// How far the stack has grown towards lower addresses.
quintptr stackTop()
{
    return reinterpret_cast<quintptr>(__builtin_frame_address(0));
}

Error fault(ErrorCode code, QString file, SourcePosition position, QString detail)
{
    return { code, std::move(file), position, std::move(detail) };
}

/// Writes values with every character escaped that means something in Markdown, so that they stay text there.
class MarkdownStream final : public KTextTemplate::OutputStream
{
public:
    using OutputStream::OutputStream;

    [[nodiscard]] QString escape(const QString &input) const override
    {
        QString text;
        text.reserve(input.size());
        for (const QChar c : input) {
            if (c.unicode() < 0x80 && c.isPrint() && !c.isLetterOrNumber() && c != u' ')
                text += u'\\';
            text += c.isSpace() ? u' ' : c;
        }
        return text;
    }

    [[nodiscard]] QSharedPointer<OutputStream> clone(QTextStream *stream) const override
    {
        return QSharedPointer<OutputStream>(new MarkdownStream(stream));
    }
};

} // namespace

/// Gives the engine the theme's templates, each parsed once, and sees to it that includes come to an end.
class ThemeLoader final : public KTextTemplate::AbstractTemplateLoader
{
public:
    explicit ThemeLoader(ThemePtr theme)
        : m_theme(std::move(theme))
    { }

    void begin() const
    {
        m_error.reset();
        m_stackBase = stackTop();
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// Parses anew what is asked for next: a template keeps the error that it met while it was rendered, also for renderings that meet none.
    void forget() const { m_parsed.clear(); }

    [[nodiscard]] bool canLoadTemplate(const QString &name) const override { return m_theme->templates.contains(name); }
    [[nodiscard]] std::pair<QString, QString> getMediaUri(const QString &) const override { return {}; }

    [[nodiscard]] KTextTemplate::Template loadByName(const QString &name, const KTextTemplate::Engine *engine) const override
    {
        if (qptrdiff(m_stackBase - stackTop()) > stackForIncludes) {
            m_error = fault(ErrorCode::TemplateRender, m_theme->templates.value(name).file, {}, u"includes itself without end"_s);
            throw KTextTemplate::Exception(KTextTemplate::TagSyntaxError, m_error->detail);
        }
        const auto known = m_parsed.constFind(name);
        const KTextTemplate::Template parsed = known != m_parsed.constEnd() ? *known : parse(name, engine);
        if (parsed->error() != KTextTemplate::NoError && !m_error)
            m_error = m_syntaxErrors.value(name);
        return parsed;
    }

private:
    KTextTemplate::Template parse(const QString &name, const KTextTemplate::Engine *engine) const;

    ThemePtr m_theme;
    mutable QHash<QString, KTextTemplate::Template> m_parsed;
    mutable QHash<QString, Error> m_syntaxErrors;
    mutable std::optional<Error> m_error;
    mutable quintptr m_stackBase = 0;
};

namespace {

struct ParsedText {
    KTextTemplate::Template parsed; ///< null if too deep
    std::optional<Error> error; ///< without its file
};

ParsedText parseText(const KTextTemplate::Engine &engine, const QString &text, const QString &name)
{
    if (nestingDepth(templateTokens(text)) > deepestNesting)
        return { engine.newTemplate(u"{% too deep %}"_s, name), fault(ErrorCode::TooDeep, {}, {}, u"tags inside one another"_s) };
    const KTextTemplate::Template parsed = engine.newTemplate(withoutTagLines(text), name);
    if (parsed->error() == KTextTemplate::NoError)
        return { parsed, std::nullopt };
    const SourcePosition place = faultPosition(text, [&](const QString &prefix) {
        const KTextTemplate::Error error = engine.newTemplate(prefix, name)->error();
        return error == KTextTemplate::NoError || error == KTextTemplate::UnclosedBlockTagError;
    });
    return { parsed, fault(ErrorCode::TemplateSyntax, {}, place, withoutPlace(parsed->errorString())) };
}

} // namespace

KTextTemplate::Template ThemeLoader::parse(const QString &name, const KTextTemplate::Engine *engine) const
{
    const ThemeFile &file = *m_theme->templates.constFind(name);
    ParsedText text = parseText(*engine, withShownTexts(QString::fromUtf8(file.content), m_theme->texts), name);
    if (text.error) {
        text.error->file = file.file;
        m_syntaxErrors.insert(name, *text.error);
    }
    m_parsed.insert(name, text.parsed);
    return text.parsed;
}

struct Renderer::Private {
    ThemePtr theme;
    QString language;
    QLocale locale;
    FilterLocale *filters = nullptr;
    QSharedPointer<ThemeLoader> loader;
    KTextTemplate::Engine engine;
    text::CodeHighlighter highlighter;
    text::FormulaRenderer formulas;
    text::DiagramRenderer diagrams;
    std::shared_ptr<KeptParts> kept;
    QString bodyMark; ///< stands for the body on its way through the templates; nobody can guess it and write it into a text
    bool bodyAsMark = false; ///< false if a template does more with the body than to show it

    [[nodiscard]] Result<KTextTemplate::Template> load(const QString &templateName) const;
    [[nodiscard]] Result<QString> run(const KTextTemplate::Template &parsed, const QString &file, const QVariantHash &context) const;
    [[nodiscard]] Error renderError(const KTextTemplate::Template &parsed, const QString &file) const;
};

namespace {

/// True if templates do nothing with the body but show it, so that it need not be there while they are rendered.
bool showsBodyOnly(const Theme &theme)
{
    static const QRegularExpression shown(u"\\{\\{\\s*post\\.body\\s*\\}\\}"_s);
    static const QRegularExpression mentioned(u"\\bpost\\.body\\b|\\.body\\s*\\|"_s);
    for (const ThemeFile &file : theme.templates) {
        const QString source = QString::fromUtf8(file.content);
        QString others = source;
        others.remove(shown);
        if (mentioned.match(others).hasMatch())
            return false;
    }
    return true;
}

} // namespace

std::shared_ptr<KeptParts> keptPartsOf(const Theme &theme)
{
    // With the templates that each consists of.
    static const QList<std::pair<QString, QStringList>> parts {
        { u"entry"_s, { u"parts/entry.html"_s, u"parts/meta.html"_s, u"parts/tags.html"_s } },
        { u"cloud"_s, { u"index.html"_s } },
        { u"header"_s, { u"parts/header.html"_s } },
        { u"footer"_s, { u"parts/footer.html"_s } },
    };
    static const QRegularExpression tag(u"\\{%\\s*once\\b"_s);
    const Theme &builtIn = *builtInTheme();
    const auto isOwn = [&](const QString &name) { return theme.templates.value(name).content == builtIn.templates.value(name).content; };
    QSet<QString> names;
    for (const auto &[name, templates] : parts) {
        if (std::ranges::all_of(templates, isOwn))
            names.insert(name);
    }
    // A site's template that gave one of these names to something else would be shown it.
    for (const QString &name : theme.templates.keys()) {
        if (!isOwn(name) && tag.match(QString::fromUtf8(theme.templates.value(name).content)).hasMatch())
            names.clear();
    }
    return std::make_shared<KeptParts>(names);
}

Renderer::Renderer(ThemePtr theme, const QString &language, std::shared_ptr<KeptParts> kept)
    : d(std::make_unique<Private>())
{
    // It logs each error at each template that it passes through. They come as values here, so it need not.
    silenceLog("kf.texttemplate"_L1);
    d->kept = std::move(kept);
    d->theme = std::move(theme);
    d->language = language;
    d->locale = QLocale(language);
    d->filters = filterLocale();
    d->loader = QSharedPointer<ThemeLoader>::create(d->theme);
    d->engine.addPluginPath(pluginPath());
    d->engine.addDefaultLibrary(filtersLibrary());
    d->engine.addTemplateLoader(d->loader);
    d->bodyMark = u"body%1%2"_s.arg(QRandomGenerator::system()->generate64()).arg(QRandomGenerator::system()->generate64());
    d->bodyAsMark = showsBodyOnly(*d->theme);
}

Renderer::~Renderer() = default;

Error Renderer::Private::renderError(const KTextTemplate::Template &parsed, const QString &file) const
{
    if (loader->error())
        return *loader->error();
    static const QRegularExpression notFound(u"^Template not found,? (.*)$"_s);
    const QString message = parsed->errorString();
    const QRegularExpressionMatch missing = notFound.match(message);
    if (!missing.hasMatch())
        return fault(ErrorCode::TemplateRender, file, {}, withoutPlace(message));
    const QString name = missing.captured(1);
    QStringList names = theme->templates.keys();
    names.sort();
    for (const QString &candidate : std::as_const(names)) {
        const ThemeFile &source = *theme->templates.constFind(candidate);
        if (const SourcePosition place = referencePosition(QString::fromUtf8(source.content), name); place.isValid())
            return fault(ErrorCode::TemplateNotFound, source.file, place, name);
    }
    return fault(ErrorCode::TemplateNotFound, file, {}, name);
}

Result<QString> Renderer::Private::run(const KTextTemplate::Template &parsed, const QString &file, const QVariantHash &context) const
{
    KTextTemplate::Context variables(context);
    QString output;
    QTextStream text(&output);
    KTextTemplate::OutputStream stream(&text);
    parsed->render(&stream, &variables);
    if (parsed->error() != KTextTemplate::NoError) {
        loader->forget();
        return std::unexpected(renderError(parsed, file));
    }
    return output;
}

Result<KTextTemplate::Template> Renderer::Private::load(const QString &templateName) const
{
    if (!theme->templates.contains(templateName))
        return std::unexpected(fault(ErrorCode::TemplateNotFound, templateName, {}, templateName));
    if (filters == nullptr)
        return std::unexpected(fault(ErrorCode::Internal, pluginPath(), {}, filtersLibrary()));
    loader->begin();
    KTextTemplate::Template parsed = engine.loadByName(templateName);
    if (loader->error())
        return std::unexpected(*loader->error());
    return parsed;
}

Result<void> Renderer::parse(const QString &templateName)
{
    return d->load(templateName).transform([](const KTextTemplate::Template &) { });
}

Result<QByteArray> Renderer::render(const QString &templateName, const QVariantHash &context)
{
    const auto parsed = d->load(templateName);
    if (!parsed)
        return std::unexpected(parsed.error());
    d->filters->setLocale(d->locale);
    d->filters->setKeptParts(d->kept);
    return d->run(*parsed, d->theme->templates.constFind(templateName)->file, context).transform([](const QString &html) {
        return html.toUtf8();
    });
}

Result<RenderedPage> Renderer::renderAround(const QString &templateName, QVariantHash context, const QByteArray &body)
{
    const auto withBody = [&context](const QVariant &value) {
        QVariantHash post = context.value(u"post"_s).toHash();
        post.insert(u"body"_s, value);
        context.insert(u"post"_s, post);
        return context;
    };
    if (d->bodyAsMark) {
        const QByteArray mark = d->bodyMark.toLatin1();
        Result<QByteArray> html = render(templateName, withBody(safeHtml(mark)));
        if (!html)
            return std::unexpected(html.error());
        const qsizetype at = html->indexOf(mark);
        if (at >= 0 && html->indexOf(mark, at + mark.size()) < 0) {
            html->replace(at, mark.size(), body);
            return RenderedPage { *html, at, at + body.size() };
        }
    }
    return render(templateName, withBody(safeHtml(body))).transform([](const QByteArray &html) { return RenderedPage { html, 0, 0 }; });
}

Result<QString> Renderer::fillIn(const QString &text, const QVariantHash &context)
{
    if (!text.contains(u'{'))
        return text;
    if (d->filters == nullptr)
        return std::unexpected(fault(ErrorCode::Internal, pluginPath(), {}, filtersLibrary()));
    d->filters->setLocale(d->locale);
    d->filters->setKeptParts(nullptr); // an author's text keeps nothing for pages
    d->loader->begin();
    const ParsedText parsed = parseText(d->engine, text, u"text"_s);
    if (parsed.error)
        return std::unexpected(*parsed.error);
    KTextTemplate::Context variables(context);
    QString output;
    QTextStream out(&output);
    MarkdownStream stream(&out);
    parsed.parsed->render(&stream, &variables);
    if (parsed.parsed->error() != KTextTemplate::NoError)
        return std::unexpected(d->renderError(parsed.parsed, {}));
    return output;
}

text::CodeHighlighter &Renderer::highlighter()
{
    return d->highlighter;
}

text::FormulaRenderer &Renderer::formulas()
{
    return d->formulas;
}

text::DiagramRenderer &Renderer::diagrams()
{
    return d->diagrams;
}

const Theme &Renderer::theme() const
{
    return *d->theme;
}

const QString &Renderer::language() const
{
    return d->language;
}

QVariant safeHtml(const QByteArray &html)
{
    return QVariant::fromValue(KTextTemplate::SafeString(QString::fromUtf8(html), KTextTemplate::SafeString::IsSafe));
}

std::optional<QByteArray> htmlOf(const QVariant &value)
{
    if (value.metaType() != QMetaType::fromType<KTextTemplate::SafeString>())
        return std::nullopt;
    return value.value<KTextTemplate::SafeString>().get().toUtf8();
}

QString filtersPlugin()
{
    return pluginPath() + "/kf6/ktexttemplate/"_L1 + filtersLibrary() + ".so"_L1;
}

} // namespace quillway::publish

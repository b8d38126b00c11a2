// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/publish/theme.h"
#include "core/text/code_highlighter.h"
#include "core/text/diagram_renderer.h"
#include "core/text/formula_renderer.h"

#include <QByteArray>
#include <QString>
#include <QVariantHash>

#include <memory>

namespace quillway::publish {

class KeptParts;

/// For the renderers of one export: keeps those parts of the built-in theme that the site's theme leaves as they are.
[[nodiscard]] std::shared_ptr<KeptParts> keptPartsOf(const Theme &theme);

/// A page with the article's body set in: the bytes [bodyBegin, bodyEnd) of `html` are the body. Both are 0 if the template does not show it,
/// or shows it changed by a filter.
struct RenderedPage {
    QByteArray html; ///< UTF-8
    qsizetype bodyBegin = 0; ///< bytes
    qsizetype bodyEnd = 0;
};

/// Renders a theme's templates, each parsed once, on its first use. Costs some milliseconds to make; keep one per thread that renders. Belongs to one
/// thread at a time.
///
/// Texts in the context are escaped where a template shows them; HTML has to be passed through safeHtml().
class Renderer
{
public:
    /// `language`: BCP 47, of the filters `sentence` and `date`. `kept`: where parts that many pages show alike are kept; null: each is rendered each time.
    Renderer(ThemePtr theme, const QString &language, std::shared_ptr<KeptParts> kept = {});
    ~Renderer();
    Renderer(const Renderer &) = delete;
    Renderer &operator=(const Renderer &) = delete;

    /// Errors: TemplateNotFound, TemplateSyntax, TemplateRender, with the template's file (`theme/post.html`), its line where that is known, and
    /// what the template language says. A template that includes itself without end is such an error too.
    [[nodiscard]] Result<QByteArray> render(const QString &templateName, const QVariantHash &context);

    /// The same with `body` as `post.body`: `post` of the context is a QVariantHash without it. Spares the body the way through the templates.
    [[nodiscard]] Result<RenderedPage> renderAround(const QString &templateName, QVariantHash context, const QByteArray &body);

    /// A text of a topic: `text` with its placeholders filled in from `context`; nothing is escaped. Errors as render(), the line counted in `text`.
    [[nodiscard]] Result<QString> fillIn(const QString &text, const QVariantHash &context);

    /// Parses a template without rendering it. Errors: TemplateNotFound, TemplateSyntax.
    [[nodiscard]] Result<void> parse(const QString &templateName);

    /// The highlighter of this renderer's thread.
    [[nodiscard]] text::CodeHighlighter &highlighter();
    /// The same for formulas.
    [[nodiscard]] text::FormulaRenderer &formulas();
    /// And for diagrams.
    [[nodiscard]] text::DiagramRenderer &diagrams();

    [[nodiscard]] const Theme &theme() const;
    [[nodiscard]] const QString &language() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// `html` (UTF-8) for a context: templates show it as it is.
[[nodiscard]] QVariant safeHtml(const QByteArray &html);
/// What safeHtml() was given; nothing if `value` is of another kind.
[[nodiscard]] std::optional<QByteArray> htmlOf(const QVariant &value);

/// The file of the filters that templates have beside the language's own.
[[nodiscard]] QString filtersPlugin();

} // namespace quillway::publish

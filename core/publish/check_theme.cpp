// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/check_theme.h"

#include "core/publish/renderer.h"
#include "core/publish/template_fault.h"
#include "core/publish/theme.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// The name between quotes that an `include` or `extends` gives; empty for other tags, and where a variable stands for it.
QString referredTemplate(const TemplateToken &token)
{
    static const QRegularExpression reference(uR"re(^(?:include|extends)\s+(?:"([^"]*)"|'([^']*)'))re"_s);
    if (token.kind != TemplateToken::Kind::Tag)
        return {};
    const QRegularExpressionMatch match = reference.match(token.content);
    return match.captured(1) + match.captured(2);
}

void checkReferences(const ThemeFile &file, const Theme &theme, Diagnostics &diagnostics)
{
    const QString source = QString::fromUtf8(file.content);
    for (const TemplateToken &token : templateTokens(source)) {
        const QString name = referredTemplate(token);
        if (!name.isEmpty() && !theme.templates.contains(name))
            diagnostics.append({ Severity::Error, { ErrorCode::TemplateNotFound, file.file, referencePosition(source, name), name } });
    }
}

} // namespace

Diagnostics checkTheme(const FileSystem &files, const model::Site &site)
{
    LoadedTheme loaded = loadTheme(files, site.folder(), site.settings().theme);
    Diagnostics diagnostics = std::move(loaded.diagnostics);
    const Theme &theme = *loaded.theme;
    if (loaded.theme == builtInTheme())
        return diagnostics;
    Renderer renderer(loaded.theme, u"en"_s);
    for (const ThemeFile &file : theme.templates) {
        if (const auto parsed = renderer.parse(file.name); !parsed)
            diagnostics.append({ Severity::Error, parsed.error() });
        checkReferences(file, theme, diagnostics);
    }
    sortByPlace(diagnostics);
    return diagnostics;
}

} // namespace quillway::publish

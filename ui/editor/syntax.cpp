// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/syntax.h"

#include "core/text/code/code_languages.h"
#include "ui/editor/file_document.h"
#include "ui/editor/text_highlighter.h"
#include "ui/style/appearance.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Theme>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

Syntax::Syntax(QObject *parent)
    : QObject(parent)
    , m_dark(isDark())
{
    m_repository.addCustomSearchPath(u":/highlighting"_s);
}

KSyntaxHighlighting::Theme Syntax::theme() const
{
    const auto own = m_repository.theme(m_dark ? u"Quillway Dark"_s : u"Quillway Light"_s);
    return own.isValid()
        ? own
        : m_repository.defaultTheme(m_dark ? KSyntaxHighlighting::Repository::DarkTheme : KSyntaxHighlighting::Repository::LightTheme);
}

void Syntax::colour(FileDocument &document)
{
    const QString name = document.file().fileName();
    auto definition = m_repository.definitionForFileName(name);
    if (!definition.isValid() || name.endsWith(".markdown"_L1))
        definition = m_repository.definitionForName(u"Markdown"_s);
    auto *highlighter = new TextHighlighter(document.document());
    highlighter->setTheme(theme());
    highlighter->setDefinition(definition);
    connect(this, &Syntax::themeChanged, highlighter, &TextHighlighter::setTheme);
}

QStringList Syntax::languageNames() const
{
    QStringList names = text::codeLanguageNames();
    for (const auto &definition : m_repository.definitions()) {
        const QString name = definition.name().toLower();
        const bool isWord = std::ranges::none_of(name, [](QChar c) { return c.isSpace() || c == u'(' || c == u'/'; });
        if (isWord && !definition.isHidden())
            names.append(name);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

void Syntax::updateColours()
{
    if (m_dark == isDark())
        return;
    m_dark = isDark();
    Q_EMIT themeChanged(theme());
}

} // namespace quillway::ui

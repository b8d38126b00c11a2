// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code_highlighter.h"

#include "core/base/utf8.h"
#include "core/text/code/code_languages.h"
#include "core/text/code/console.h"
#include "core/text/code/language_highlighter.h"
#include "core/text/markdown/html_escape.h"

#include <KSyntaxHighlighting/Repository>

#include <QHash>

#include <map>
#include <optional>

namespace quillway::text {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 1'000; // bytes
constexpr qsizetype largestBlock = 256LL * 1024; // bytes
constexpr qsizetype mostNames = 1'000;

struct Language {
    QString displayName;
    CodeForm form = CodeForm::Program;
    LanguageHighlighter *highlighter = nullptr; ///< null: not coloured
};

} // namespace

struct CodeHighlighter::Private {
    std::optional<KSyntaxHighlighting::Repository> definitions; ///< takes some milliseconds to make: when first needed
    std::map<QString, LanguageHighlighter> highlighters; ///< by their definition's name
    QHash<QString, Language> languages; ///< by the names that authors use

    [[nodiscard]] KSyntaxHighlighting::Repository &repository();
    [[nodiscard]] const Language &language(QStringView name);
    [[nodiscard]] Language look(const QString &name);
    [[nodiscard]] LanguageHighlighter *highlighterFor(const KSyntaxHighlighting::Definition &definition);
};

KSyntaxHighlighting::Repository &CodeHighlighter::Private::repository()
{
    return definitions ? *definitions : definitions.emplace();
}

LanguageHighlighter *CodeHighlighter::Private::highlighterFor(const KSyntaxHighlighting::Definition &definition)
{
    return definition.isValid() && !isTooSlow(definition.name()) ? &highlighters.try_emplace(definition.name(), definition).first->second
                                                                 : nullptr;
}

Language CodeHighlighter::Private::look(const QString &name)
{
    if (name.isEmpty())
        return {};
    if (const auto known = findCodeLanguage(name)) {
        if (known->definition.isEmpty())
            return { known->displayName, known->form, nullptr };
        const auto definition = repository().definitionForName(known->definition);
        return { known->displayName.isEmpty() ? definition.name() : known->displayName, known->form, highlighterFor(definition) };
    }
    auto definition = repository().definitionForName(name);
    if (!definition.isValid())
        definition = repository().definitionForFileName(u"x."_s + name);
    return { definition.isValid() ? definition.name() : QString(), CodeForm::Program, highlighterFor(definition) };
}

const Language &CodeHighlighter::Private::language(QStringView name)
{
    const QString key = name.toString().toLower();
    auto found = languages.find(key);
    if (found == languages.end()) {
        if (languages.size() >= mostNames)
            languages.clear();
        found = languages.insert(key, look(key));
    }
    return found.value();
}

CodeHighlighter::CodeHighlighter()
    : d(std::make_unique<Private>())
{ }

CodeHighlighter::~CodeHighlighter() = default;

bool CodeHighlighter::appendHighlighted(QByteArray &html, QByteArrayView code, QStringView language, const std::stop_token &stop)
{
    const Language &found = d->language(language);
    LanguageHighlighter *highlighter = code.size() > largestBlock ? nullptr : found.highlighter;
    if (!highlighter) {
        appendEscaped(html, code);
        return false;
    }
    QByteArray repaired;
    if (firstInvalidUtf8(code)) {
        repaired = QString::fromUtf8(code).toUtf8();
        code = repaired;
    }
    // Snippets of PHP mostly go without the tag that the definition waits for.
    highlighter->startBlock(found.form == CodeForm::Php && !code.contains("<?") ? "<?php" : "");
    ConsoleSession session;
    for (qsizetype begin = 0; begin < code.size();) {
        const qsizetype end = code.indexOf('\n', begin);
        const QByteArrayView whole = end < 0 ? code.sliced(begin) : code.sliced(begin, end - begin);
        const QByteArrayView line = whole.endsWith('\r') ? whole.chopped(1) : whole;
        if (line.size() > longestLine || stop.stop_requested())
            appendEscaped(html, line);
        else if (found.form == CodeForm::Console)
            session.append(html, line, *highlighter);
        else
            highlighter->append(html, line);
        html.append(whole.sliced(line.size()));
        if (end < 0)
            break;
        html.append('\n');
        begin = end + 1;
    }
    return true;
}

QString CodeHighlighter::displayName(QStringView language)
{
    return d->language(language).displayName;
}

} // namespace quillway::text

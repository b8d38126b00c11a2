// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/theme.h"

#include "core/base/utf8.h"
#include "core/model/near_name.h"
#include "core/publish/shown_texts.h"
#include "core/text/code_highlighter.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr int deepestFolder = 16;
constexpr qint64 largestFile = 64LL * 1024 * 1024; ///< bytes

/// By name, so that the theme's files come in the same order whatever the disk says.
using FilesByName = std::map<QString, ThemeFile>;

FilesByName builtInFiles()
{
    FilesByName files;
    const QString root = u":/theme/"_s;
    for (QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        QFile file(path);
        const QString name = path.sliced(root.size());
        if (file.open(QIODevice::ReadOnly))
            files.insert_or_assign(name, ThemeFile { name, path, file.readAll() });
    }
    return files;
}

bool isTemplate(const QString &name)
{
    return name.endsWith(".html"_L1);
}

/// The name of the look that a file is the style sheet of: `terminal` of `looks/terminal.css`. Empty if it is none.
QString lookIn(const QString &name)
{
    const bool isLook = name.startsWith("looks/"_L1) && name.endsWith(".css"_L1) && name.count(u'/') == 1;
    return isLook ? name.sliced(6).chopped(4) : QString();
}

/// Reads the files under one folder of a site's theme.
class SiteTheme
{
public:
    SiteTheme(const FileSystem &files, const QString &siteFolder)
        : m_files(files)
        , m_siteFolder(siteFolder)
    { }

    void readFolder(const QString &inside, int depth = 0);

    FilesByName found;
    Diagnostics diagnostics;

private:
    void readEntry(const FolderEntry &entry, const QString &name, int depth);
    void readFile(const QString &name);
    void report(ErrorCode code, const QString &name, const QString &detail, SourcePosition position = {});
    [[nodiscard]] QString pathOf(const QString &name) const { return m_siteFolder + "/theme/"_L1 + name; }
    [[nodiscard]] bool leadsOutside(const QString &name) const;

    const FileSystem &m_files;
    QString m_siteFolder;
};

void SiteTheme::report(ErrorCode code, const QString &name, const QString &detail, SourcePosition position)
{
    diagnostics.append({ Severity::Error, { code, "theme/"_L1 + name, position, detail } });
}

void SiteTheme::readFolder(const QString &inside, int depth)
{
    Result<QList<FolderEntry>> entries = m_files.list(inside.isEmpty() ? m_siteFolder + "/theme"_L1 : pathOf(inside));
    if (!entries) {
        if (entries.error().code != ErrorCode::NotFound)
            report(entries.error().code, inside, entries.error().detail);
        return;
    }
    std::ranges::sort(*entries, {}, &FolderEntry::name);
    for (const FolderEntry &entry : std::as_const(*entries)) {
        // Hidden files and editors' backups are no part of a look.
        if (!entry.name.startsWith(u'.') && !entry.name.endsWith(u'~'))
            readEntry(entry, inside.isEmpty() ? entry.name : inside + u'/' + entry.name, depth);
    }
}

void SiteTheme::readEntry(const FolderEntry &entry, const QString &name, int depth)
{
    FileKind kind = entry.kind;
    if (kind == FileKind::SymbolicLink) {
        if (leadsOutside(name))
            return report(ErrorCode::OutsideSite, name, {});
        const Result<FileStatus> target = m_files.targetStatus(pathOf(name));
        kind = target ? target->kind : FileKind::Other;
    }
    if (kind == FileKind::Folder && depth < deepestFolder)
        readFolder(name, depth + 1);
    else if (kind == FileKind::Folder)
        report(ErrorCode::TooDeep, name, {});
    else if (kind == FileKind::File)
        readFile(name);
}

bool SiteTheme::leadsOutside(const QString &name) const
{
    const Result<QString> target = m_files.linkTarget(pathOf(name));
    const Result<QString> root = m_files.linkTarget(m_siteFolder);
    return !target || !root || !target->startsWith(*root + u'/');
}

void SiteTheme::readFile(const QString &name)
{
    const Result<FileStatus> status = m_files.targetStatus(pathOf(name));
    if (status && status->size > largestFile)
        return report(ErrorCode::TooDeep, name, u"%1 bytes"_s.arg(status->size));
    Result<QByteArray> content = m_files.read(pathOf(name));
    if (!content)
        return report(content.error().code, name, content.error().detail);
    if (isTemplate(name)) {
        if (const std::optional<qsizetype> bad = firstInvalidUtf8(*content))
            return report(ErrorCode::NotUtf8, name, {}, positionAt(*content, *bad));
        *content = content->sliced(byteOrderMarkSize(*content));
    }
    found.insert_or_assign(name, ThemeFile { name, "theme/"_L1 + name, *std::move(content) });
}

/// The colours of code under `selector`, and the paper and ink that they are made for, as variables for the theme.
QByteArray codeColours(text::CodeColours colours, const QByteArray &selector)
{
    const QByteArray paper = selector + " { --code-paper: " + text::codeBackground(colours).toByteArray()
        + "; --code-ink: " + text::codeForeground(colours).toByteArray() + "; }\n";
    return paper + text::codeStyleSheet(colours, selector);
}

/// Light by default; dark where the reader's system or the page's `data-theme` asks for it.
QByteArray withCodeColours(const QByteArray &styleSheet)
{
    using text::CodeColours;
    return styleSheet + '\n' + codeColours(CodeColours::Light, ".code") + "@media (prefers-color-scheme: dark) {\n"
        + codeColours(CodeColours::Dark, ":root:not([data-theme=\"light\"]) .code") + "}\n"
        + codeColours(CodeColours::Dark, ":root[data-theme=\"dark\"] .code");
}

void reportSetting(Diagnostics &diagnostics, Severity severity, SourcePosition position, const QString &detail)
{
    diagnostics.append({ severity, { ErrorCode::BadValue, u"quillway.toml"_s, position, detail } });
}

/// The look that the settings name, if there is one.
QByteArray lookSheet(const FilesByName &files, const model::ThemeSettings &settings, Diagnostics &diagnostics)
{
    if (settings.look.isEmpty())
        return {};
    QStringList looks;
    for (const auto &[name, file] : files) {
        const QString look = lookIn(name);
        if (look == settings.look)
            return '\n' + file.content;
        if (!look.isEmpty())
            looks.append(look);
    }
    reportSetting(diagnostics, Severity::Error, settings.lookPosition,
                  u"theme.look should be one of %1, not %2"_s.arg(looks.join(u", "_s), model::withNearName(settings.look, looks)));
    return {};
}

QStringList variablesIn(const QByteArray &styleSheet)
{
    static const QRegularExpression declaration(u"--([a-z][a-z0-9-]*):"_s);
    QStringList names;
    for (const QRegularExpressionMatch &match : declaration.globalMatch(QString::fromUtf8(styleSheet)))
        names.append(match.captured(1));
    names.removeDuplicates();
    return names;
}

QByteArray declarations(const QList<model::StyleVariable> &variables, const QByteArray &selector)
{
    QByteArray css = selector + " {";
    for (const model::StyleVariable &variable : variables)
        css += " --" + variable.name.toUtf8() + ": " + variable.value.toUtf8() + ';';
    return css + " }\n";
}

/// Behind what they change in `styleSheet`, and as specific as that is there.
QByteArray variablesSheet(const QByteArray &styleSheet, const model::ThemeSettings &settings, Diagnostics &diagnostics)
{
    if (settings.variables.isEmpty() && settings.darkVariables.isEmpty())
        return {};
    const QStringList known = variablesIn(styleSheet);
    for (const model::StyleVariable &variable : settings.variables + settings.darkVariables) {
        if (!known.contains(variable.name))
            reportSetting(diagnostics, Severity::Warning, variable.position,
                          u"the style sheet has no variable %1"_s.arg(model::withNearName(variable.name, known)));
    }
    QByteArray css("\n");
    if (!settings.variables.isEmpty())
        css += declarations(settings.variables, ":root");
    if (!settings.darkVariables.isEmpty())
        css += "@media (prefers-color-scheme: dark) {\n" + declarations(settings.darkVariables, ":root:not([data-theme=\"light\"])") + "}\n"
            + declarations(settings.darkVariables, ":root[data-theme=\"dark\"]");
    return css;
}

/// Every English text that a template has or the program says.
QStringList knownTexts(const FilesByName &files)
{
    QStringList known;
    for (const auto &[name, file] : files) {
        if (isTemplate(name))
            known += textsIn(QString::fromUtf8(file.content));
    }
    for (const QString &language : model::wordingLanguages())
        known += model::shippedTexts(language).shown.keys();
    known.sort();
    known.removeDuplicates();
    return known;
}

void checkTexts(const FilesByName &files, const model::ThemeSettings &settings, Diagnostics &diagnostics)
{
    if (!settings.language.isEmpty() && model::wordingLanguageFor(settings.language).isEmpty())
        reportSetting(diagnostics, Severity::Warning, settings.languagePosition,
                      u"theme.language should be one of %1, not %2; what is not under theme.texts stays English"_s.arg(
                          model::wordingLanguages().join(u", "_s), settings.language));
    if (settings.texts.isEmpty())
        return;
    const QStringList known = knownTexts(files);
    for (const model::ThemeText &text : settings.texts) {
        if (!known.contains(text.english))
            reportSetting(diagnostics, Severity::Warning, text.position,
                          u"the theme has no text %1"_s.arg(model::withNearName(text.english, known)));
    }
}

ThemePtr themeOf(FilesByName &&files, const model::ThemeSettings &settings, Diagnostics &diagnostics)
{
    auto theme = std::make_shared<Theme>();
    theme->styleSheet = files[u"style.css"_s].content;
    theme->styleSheet += lookSheet(files, settings, diagnostics);
    theme->styleSheet += variablesSheet(theme->styleSheet, settings, diagnostics);
    theme->styleSheet = withCodeColours(theme->styleSheet);
    checkTexts(files, settings, diagnostics);
    theme->texts = model::themeTexts(settings);
    for (auto &[name, file] : files) {
        if (isTemplate(name))
            theme->templates.insert(name, file);
        else if (name != "style.css"_L1 && lookIn(name).isEmpty())
            theme->files.append(std::move(file));
    }
    const QByteArray hash = QCryptographicHash::hash(theme->styleSheet, QCryptographicHash::Sha256).toHex().first(12);
    theme->styleAddress = u"/style.%1.css"_s.arg(QLatin1StringView(hash));
    return theme;
}

} // namespace

QString Theme::addressOf(const ThemeFile &file)
{
    return "/theme/"_L1 + file.name;
}

LoadedTheme loadTheme(const FileSystem &files, const QString &siteFolder, const model::ThemeSettings &settings)
{
    SiteTheme own(files, siteFolder);
    own.readFolder({});
    if (own.found.empty() && settings == model::ThemeSettings())
        return { builtInTheme(), std::move(own.diagnostics) };
    FilesByName all = builtInFiles();
    for (auto &[name, file] : own.found)
        all.insert_or_assign(name, std::move(file));
    ThemePtr theme = themeOf(std::move(all), settings, own.diagnostics);
    return { std::move(theme), std::move(own.diagnostics) };
}

ThemePtr builtInTheme()
{
    static const ThemePtr theme = [] {
        Diagnostics none;
        return themeOf(builtInFiles(), {}, none);
    }();
    return theme;
}

} // namespace quillway::publish

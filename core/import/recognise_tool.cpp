// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/recognise_tool.h"

#include "core/import/source_head.h"
#include "core/import/source_text.h"
#include "core/import/tool_rules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr qsizetype longestLook = 65536; ///< bytes of a file that are looked at
constexpr int textsLookedAt = 20;

struct Finding {
    QString path;
    QString what;
};

/// Paths nearest to the top first.
QStringList byDepth(QStringList paths)
{
    std::ranges::stable_sort(paths, {}, [](const QString &path) { return path.count(u'/'); });
    return paths;
}

QStringList pathsNamed(const Source &source, const QRegularExpression &form)
{
    QStringList paths;
    for (const SourceFile &file : source.listing().files) {
        if (form.match(file.path).hasMatch())
            paths.append(file.path);
    }
    return byDepth(paths);
}

QByteArray beginOf(const Source &source, const QString &path)
{
    return source.readBegin(path, longestLook).value_or(QByteArray());
}

bool hasFolder(const Source &source, const QString &folder)
{
    return std::ranges::any_of(source.listing().files, [&](const SourceFile &file) { return file.path.startsWith(folder + u'/'); });
}

QString within(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

std::optional<Finding> findHugoOrZola(const Source &source, bool zola)
{
    static const QRegularExpression own(u"(?:\\A|/)hugo\\.(?:toml|ya?ml|json)\\z"_s);
    static const QRegularExpression shared(
        u"(?:\\A|/)(?:config\\.(?:toml|ya?ml|json)|config/_default/(?:config|hugo)\\.(?:toml|ya?ml|json))\\z"_s);
    if (!zola) {
        const QStringList named = pathsNamed(source, own);
        if (!named.isEmpty())
            return Finding { named.first(), {} };
    }
    for (const QString &path : pathsNamed(source, shared)) {
        const QByteArray text = beginOf(source, path);
        static const QRegularExpression hugoKey(u"^\\s*\"?(?:baseurl|languageCode|DefaultContentLanguage|paginate|disableKinds)\"?\\s*[:=]"_s,
                                                QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression zolaKey(u"^\\s*(?:base_url|compile_sass|build_search_index|generate_feeds?)\\s*="_s,
                                                QRegularExpression::MultilineOption);
        const auto match = (zola ? zolaKey : hugoKey).match(QString::fromUtf8(text));
        const bool isConfig = match.hasMatch() && (!zola || path.endsWith("config.toml"_L1));
        if (isConfig)
            return Finding { path, match.captured().trimmed() };
    }
    return std::nullopt;
}

std::optional<Finding> findJekyll(const Source &source)
{
    static const QRegularExpression configuration(u"(?:\\A|/)_config\\.(?:ya?ml|toml)\\z"_s);
    static const QRegularExpression posts(u"(?:\\A|/)_(?:posts|drafts)/"_s);
    for (const QRegularExpression *form : { &configuration, &posts }) {
        const QStringList paths = pathsNamed(source, *form);
        if (!paths.isEmpty())
            return Finding { paths.first(), {} };
    }
    return std::nullopt;
}

std::optional<Finding> findEleventy(const Source &source)
{
    static const QRegularExpression names(
        u"(?:\\A|/)(?:\\.eleventy\\.c?js|eleventy\\.config\\.(?:c|m)?[jt]s|[^/]+\\.11tydata\\.(?:c?js|json))\\z"_s);
    const QStringList paths = pathsNamed(source, names);
    if (!paths.isEmpty())
        return Finding { paths.first(), {} };
    static const QRegularExpression packages(u"\\Apackage\\.json\\z"_s);
    for (const QString &path : pathsNamed(source, packages)) {
        if (beginOf(source, path).contains("@11ty/eleventy"))
            return Finding { path, u"@11ty/eleventy"_s };
    }
    return std::nullopt;
}

std::optional<Finding> findPelican(const Source &source)
{
    static const QRegularExpression configuration(u"(?:\\A|/)(?:pelicanconf|publishconf)\\.py\\z"_s);
    const QStringList paths = pathsNamed(source, configuration);
    if (!paths.isEmpty())
        return Finding { paths.first(), {} };
    int looked = 0;
    int withLines = 0;
    QString first;
    for (const SourceFile &file : source.listing().files) {
        if (!isMarkdownName(file.path) || isProjectName(file.path) || file.size > longestLook)
            continue;
        const SourceHead head = readSourceHead(readSourceText(beginOf(source, file.path)).utf8, MetadataLines::Unusual);
        if (head.form == HeadForm::MetadataLines && ++withLines == 1)
            first = file.path;
        if (++looked == textsLookedAt)
            break;
    }
    return withLines * 2 > looked ? std::optional(Finding { first, u"Title:, Date: without a fence"_s }) : std::nullopt;
}

/// What says of a file that it holds a whole blog; empty if it does not.
QString exportSign(const Source &source, const QString &path, Tool tool)
{
    const bool isXml = tool == Tool::WordPress;
    if (path.count(u'/') > 1 || extensionOf(path) != (isXml ? "xml"_L1 : "json"_L1))
        return {};
    const QByteArray text = beginOf(source, path);
    if (isXml)
        return text.contains("wordpress.org/export/") || text.contains("<wp:wxr_version>") ? u"wordpress.org/export"_s : QString();
    static const QRegularExpression ghost(u"\\A\\s*\\{\\s*\"(?:db|meta|data)\"\\s*:"_s);
    const bool begins = ghost.match(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 200)))).hasMatch();
    if (!begins)
        return {};
    return text.contains("\"exported_on\"")                       ? u"\"exported_on\""_s
        : text.contains("\"posts\"") && text.contains("\"slug\"") ? u"\"posts\""_s
                                                                  : QString();
}

std::optional<Finding> findExport(const Source &source, Tool tool)
{
    const QStringList paths = exportsIn(source, tool);
    return paths.isEmpty() ? std::nullopt : std::optional(Finding { paths.first(), exportSign(source, paths.first(), tool) });
}

std::optional<Finding> find(const Source &source, Tool tool)
{
    switch (tool) {
    case Tool::Hugo: return findHugoOrZola(source, false);
    case Tool::Zola: return findHugoOrZola(source, true);
    case Tool::Jekyll: return findJekyll(source);
    case Tool::Eleventy: return findEleventy(source);
    case Tool::Pelican: return findPelican(source);
    case Tool::WordPress:
    case Tool::Ghost: return findExport(source, tool);
    case Tool::Plain: break;
    }
    for (const SourceFile &file : source.listing().files) {
        if (isMarkdownName(file.path))
            return Finding { file.path, {} };
    }
    return std::nullopt;
}

Recognition recognitionFrom(const Source &source, Tool tool, const std::optional<Finding> &finding)
{
    Recognition result { .tool = tool, .root = {}, .configuration = {}, .evidence = {} };
    if (!finding)
        return result;
    result.evidence.append(finding->what.isEmpty() ? finding->path : finding->path + u": "_s + finding->what);
    if (tool == Tool::Plain)
        return result;
    QString folder = folderOf(finding->path);
    if (fileNameOf(folder) == "_default"_L1)
        folder = folderOf(folderOf(folder));
    static const QRegularExpression configuration(
        u"(?:\\A|/)(?:_?config|hugo|pelicanconf|publishconf|\\.eleventy|eleventy\\.config)\\.[a-z]+\\z"_s);
    if (configuration.match(finding->path).hasMatch()) {
        result.configuration = finding->path;
        result.root = folder;
    } else if (const qsizetype posts = (u'/' + finding->path).indexOf("/_posts/"_L1); tool == Tool::Jekyll && posts >= 0) {
        result.root = finding->path.first(std::max<qsizetype>(0, posts - 1));
    } else if (tool == Tool::Eleventy && !hasFolder(source, within(folder, u"src"_s))) {
        // Directory data stand somewhere in the input folder: its top is what all of them share.
        for (const QLatin1StringView input : { "src"_L1, "content"_L1, "site"_L1 }) {
            if (finding->path.startsWith(QString(input) + u'/')) {
                result.root = QString();
                break;
            }
        }
    }
    return result;
}

} // namespace

QStringList exportsIn(const Source &source, Tool tool)
{
    QStringList paths;
    for (const SourceFile &file : source.listing().files) {
        if (!exportSign(source, file.path, tool).isEmpty())
            paths.append(file.path);
    }
    return byDepth(paths);
}

Recognition recognitionOf(const Source &source, Tool tool)
{
    return recognitionFrom(source, tool, find(source, tool));
}

Result<Recognition> recogniseTool(const Source &source)
{
    // Those whose signs are their own before those that share some. Jekyll's folders are found in many a test of another tool, so it comes late.
    for (const Tool tool :
         { Tool::WordPress, Tool::Ghost, Tool::Zola, Tool::Hugo, Tool::Eleventy, Tool::Jekyll, Tool::Pelican, Tool::Plain }) {
        if (const auto finding = find(source, tool))
            return recognitionFrom(source, tool, finding);
    }
    return std::unexpected(Error { ErrorCode::NotFound, source.listing().folder, {}, u"no posts of a known tool are in it"_s });
}

} // namespace quillway::importing

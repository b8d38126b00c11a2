// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/source_listing.h"

#include "core/store/load_site.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

/// As in a site: this many folders behind links are enough for any honest source.
constexpr int maxLinkedFolders = 1000;
constexpr int maxDepth = 200;

bool isOneOf(QStringView name, std::initializer_list<QStringView> names)
{
    return std::ranges::any_of(names, [&](QStringView other) { return name == other; });
}

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || (path.startsWith(folder) && (folder.endsWith(u'/') || path[folder.size()] == u'/'));
}

/// Why a folder of that name is never looked into, whatever the tool.
std::optional<LeftOutReason> foldersReason(QStringView name)
{
    if (isOneOf(name, { u".git", u".hg", u".svn", u".github", u".gitlab", u".circleci" }))
        return LeftOutReason::VersionControl;
    if (isOneOf(name, { u"node_modules", u"bower_components", u".bundle", u".venv", u"__pycache__" }))
        return LeftOutReason::Packages;
    if (isOneOf(name, { u"_site", u".jekyll-cache", u".sass-cache", u".cache", u".hugo_build.lock" }))
        return LeftOutReason::BuildOutput;
    return name.startsWith(u'.') ? std::optional(LeftOutReason::Hidden) : std::nullopt;
}

/// Hidden files stay out, but for the few by which a tool is known.
bool isLeftOutFile(QStringView name)
{
    if (isOneOf(name, { u".eleventy.js", u".eleventy.cjs", u".htaccess", u".nojekyll", u".well-known" }))
        return false;
    return name.startsWith(u'.') || name.endsWith(u'~') || (name.startsWith(u'#') && name.endsWith(u'#'));
}

/// Walks with a list of its own: the depth is the disk's to choose.
class Walk
{
public:
    Walk(const FileSystem &files, QString folder)
        : m_files(files)
    {
        m_listing.folder = std::move(folder);
        m_waiting.append({ {}, m_listing.folder, {}, 0 });
    }

    [[nodiscard]] Result<SourceListing> run(const std::stop_token &stop)
    {
        bool first = true;
        while (!m_waiting.isEmpty()) {
            if (stop.stop_requested())
                return std::unexpected(Error { ErrorCode::Cancelled, m_listing.folder, {}, {} });
            const Folder folder = m_waiting.takeLast();
            const auto entries = m_files.list(folder.canonical);
            if (!entries && first)
                return std::unexpected(entries.error());
            first = false;
            if (entries)
                visit(folder, *entries);
            else
                leaveOut(folder.place, LeftOutReason::Unreadable, entries.error().detail);
        }
        std::ranges::sort(m_listing.files, {}, &SourceFile::path);
        std::ranges::sort(m_listing.leftOut, {}, &LeftOut::path);
        return std::move(m_listing);
    }

private:
    struct Folder {
        QString place; ///< relative, with a slash at its end; empty for the source itself
        QString canonical;
        QStringList linkedFrom; ///< canonical folders on the way here that a link must not lead back into
        int depth = 0;
    };

    void leaveOut(const QString &path, LeftOutReason reason, const QString &detail = {})
    {
        m_listing.leftOut.append({ path, reason, detail });
    }

    void visit(const Folder &folder, const QList<FolderEntry> &entries)
    {
        for (const FolderEntry &entry : entries) {
            if (entry.nameIsUtf8)
                visitEntry(folder, entry.name, folder.canonical + u'/' + entry.name, entry.kind);
            else
                leaveOut(folder.place + entry.name, LeftOutReason::NameNotUtf8);
        }
    }

    void visitEntry(const Folder &parent, const QString &name, const QString &canonical, FileKind kind)
    {
        const QString place = parent.place + name;
        switch (kind) {
        case FileKind::File: return addFile(place, name, canonical);
        case FileKind::Folder: return enter(place, name, canonical, parent.linkedFrom, parent.depth + 1);
        case FileKind::SymbolicLink: return followLink(parent, name, place);
        case FileKind::Other: return leaveOut(place, LeftOutReason::NotAFile);
        }
    }

    void addFile(const QString &place, const QString &name, const QString &canonical)
    {
        if (isLeftOutFile(name))
            return leaveOut(place, LeftOutReason::Hidden);
        const auto status = m_files.status(canonical);
        if (status)
            m_listing.files.append({ place, status->size });
        else
            leaveOut(place, LeftOutReason::Unreadable, status.error().detail);
    }

    void followLink(const Folder &parent, const QString &name, const QString &place)
    {
        const auto target = m_files.linkTarget(parent.canonical + u'/' + name);
        if (!target)
            return leaveOut(place, LeftOutReason::LeadsNowhere);
        if (!isWithin(*target, m_listing.folder))
            return leaveOut(place, LeftOutReason::LeadsOut, *target);
        const auto status = m_files.status(*target);
        if (!status)
            return leaveOut(place, LeftOutReason::LeadsNowhere);
        if (status->kind != FileKind::Folder)
            return visitEntry(parent, name, *target, status->kind);
        QStringList linkedFrom = parent.linkedFrom;
        linkedFrom.append(parent.canonical);
        if (std::ranges::any_of(linkedFrom, [&](const QString &folder) { return isWithin(folder, *target); })
            || ++m_linkedFolders > maxLinkedFolders)
            return leaveOut(place, LeftOutReason::Circle);
        enter(place, name, *target, linkedFrom, parent.depth + 1);
    }

    void enter(const QString &place, const QString &name, const QString &canonical, const QStringList &linkedFrom, int depth)
    {
        if (const auto reason = foldersReason(name))
            return leaveOut(place + u'/', *reason);
        if (depth > maxDepth)
            return leaveOut(place + u'/', LeftOutReason::TooLarge);
        m_waiting.append({ place + u'/', canonical, linkedFrom, depth });
    }

    const FileSystem &m_files;
    QList<Folder> m_waiting;
    int m_linkedFolders = 0;
    SourceListing m_listing;
};

struct Wording {
    QLatin1StringView name;
    QLatin1StringView words;
};

Wording wordingOf(LeftOutReason reason)
{
    switch (reason) {
    case LeftOutReason::VersionControl: return { "version-control"_L1, "of the version control"_L1 };
    case LeftOutReason::Packages: return { "packages"_L1, "fetched by a package manager"_L1 };
    case LeftOutReason::BuildOutput: return { "build-output"_L1, "written by the old tool"_L1 };
    case LeftOutReason::Hidden: return { "hidden"_L1, "hidden, or an editor's leftover"_L1 };
    case LeftOutReason::Template: return { "template"_L1, "a template or style of the old theme"_L1 };
    case LeftOutReason::Project: return { "project"_L1, "of the project or the old tool's set-up"_L1 };
    case LeftOutReason::Format: return { "format"_L1, "a text in a format that is not read"_L1 };
    case LeftOutReason::NotRead: return { "not-read"_L1, "the old tool does not read it"_L1 };
    case LeftOutReason::Generated: return { "generated"_L1, "a page that Quillway makes itself"_L1 };
    case LeftOutReason::NameNotUtf8: return { "name-not-utf8"_L1, "a file name that is not UTF-8"_L1 };
    case LeftOutReason::LeadsOut: return { "leads-out"_L1, "a link out of the source"_L1 };
    case LeftOutReason::Circle: return { "circle"_L1, "a link that leads in a circle"_L1 };
    case LeftOutReason::LeadsNowhere: return { "leads-nowhere"_L1, "a link that leads nowhere"_L1 };
    case LeftOutReason::NotAFile: return { "not-a-file"_L1, "no ordinary file"_L1 };
    case LeftOutReason::TooLarge: return { "too-large"_L1, "too large or too deep"_L1 };
    case LeftOutReason::Unreadable: return { "unreadable"_L1, "cannot be read"_L1 };
    case LeftOutReason::Elsewhere: return { "elsewhere"_L1, "a file that the export only names"_L1 };
    }
    return {};
}

} // namespace

QString nameOf(LeftOutReason reason)
{
    return wordingOf(reason).name;
}

QString describe(LeftOutReason reason)
{
    return wordingOf(reason).words;
}

Result<SourceListing> listSource(const FileSystem &files, const QString &source, const std::stop_token &stop)
{
    const auto canonical = files.linkTarget(source);
    if (!canonical)
        return std::unexpected(canonical.error());
    const auto status = files.status(*canonical);
    if (!status)
        return std::unexpected(status.error());
    if (status->kind == FileKind::Folder)
        return Walk(files, *canonical).run(stop);
    if (status->kind != FileKind::File)
        return std::unexpected(Error { ErrorCode::NotAFile, source, {}, {} });
    return SourceListing { folderOf(*canonical), false, { { fileNameOf(*canonical), status->size } }, {} };
}

Source::Source(const FileSystem &files, SourceListing listing, QHash<QString, QString> places)
    : m_files(files)
    , m_listing(std::move(listing))
    , m_places(std::move(places))
{
    m_paths.reserve(m_listing.files.size());
    for (const SourceFile &file : m_listing.files)
        m_paths.insert(file.path);
}

QString Source::absolute(const QString &path) const
{
    const auto place = m_places.constFind(path);
    return place == m_places.cend() ? m_listing.folder + u'/' + path : *place;
}

Result<QByteArray> Source::readBegin(const QString &path, qsizetype size) const
{
    auto bytes = m_files.readPart(absolute(path), 0, size);
    return bytes ? std::move(bytes) : std::unexpected(Error { bytes.error().code, path, {}, bytes.error().detail });
}

Result<QByteArray> Source::read(const QString &path) const
{
    auto bytes = m_files.read(absolute(path));
    if (!bytes)
        return std::unexpected(Error { bytes.error().code, path, {}, bytes.error().detail });
    if (bytes->size() > store::largestText)
        return std::unexpected(Error { ErrorCode::TooDeep, path, {}, {} });
    return bytes;
}

QString stemOf(const QString &path)
{
    const QString name = fileNameOf(path);
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.first(dot) : name;
}

QString extensionOf(const QString &path)
{
    const QString name = fileNameOf(path);
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.sliced(dot + 1).toLower() : QString();
}

bool isMarkdownName(const QString &path)
{
    return isOneOf(extensionOf(path),
                   { u"md", u"markdown", u"mkd", u"mkdn", u"mdown", u"mdwn", u"mmd", u"mdtext", u"rmd", u"qmd", u"mdx", u"text" });
}

bool isPictureName(const QString &path)
{
    return isOneOf(extensionOf(path),
                   { u"png", u"jpg", u"jpeg", u"gif", u"webp", u"avif", u"svg", u"bmp", u"ico", u"tif", u"tiff", u"apng", u"jfif" });
}

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/list_site.h"

#include "core/store/save_file.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

constexpr std::array contentFolders { u"posts", u"pages", u"topics", u"paths", u"assets" };
constexpr std::array siteFiles { u"quillway.toml", u"tags.toml" };

bool isOneOf(const auto &names, QStringView name)
{
    return std::ranges::contains(names, name);
}

/// Two links to each other's folder double the site at every level: this many folders reached through links are enough for any honest one.
constexpr int maxLinkedFolders = 1000;

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || (path.startsWith(folder) && (folder.endsWith(u'/') || path[folder.size()] == u'/'));
}

/// Walks the tree with a list of its own in place of recursion: the depth is the disk's to choose.
class Walk
{
public:
    Walk(const FileSystem &files, QString canonicalFolder)
        : m_files(files)
        , m_canonicalFolder(std::move(canonicalFolder))
    { }

    void visitTop(const QList<FolderEntry> &entries);
    /// Goes on until nothing is left; false if stopped.
    bool run(const std::stop_token &stop);
    SiteListing takeListing();
    void report(Severity severity, ErrorCode code, const QString &place, const QString &detail = {});

private:
    struct Folder {
        std::optional<SitePath> place; ///< unset: the site's own
        QString canonical; ///< absolute, without links in it
        QStringList linkedFrom; ///< canonical folders on the way here that a link must not lead back into; empty while no link was followed
    };

    void visit(const Folder &folder);
    void visitEntry(const Folder &parent, const QString &name, const SitePath &place, FileKind kind);
    void followLink(const Folder &parent, const QString &name, const SitePath &place);
    void enter(const SitePath &place, const QString &canonical, const QStringList &linkedFrom);
    void addFile(const SitePath &file);

    const FileSystem &m_files;
    QString m_canonicalFolder;
    QList<Folder> m_waiting;
    int m_linkedFolders = 0;
    SiteListing m_listing;
};

void Walk::visitTop(const QList<FolderEntry> &entries)
{
    const Folder top { std::nullopt, m_canonicalFolder, {} };
    for (const FolderEntry &entry : entries) {
        if (isOneOf(contentFolders, entry.name) || isOneOf(siteFiles, entry.name))
            visitEntry(top, entry.name, SitePath::literal(entry.name), entry.kind);
    }
}

bool Walk::run(const std::stop_token &stop)
{
    while (!m_waiting.isEmpty()) {
        if (stop.stop_requested())
            return false;
        visit(m_waiting.takeLast());
    }
    return true;
}

SiteListing Walk::takeListing()
{
    std::ranges::sort(m_listing.files, {}, &SiteFile::file);
    sortByPlace(m_listing.diagnostics);
    return std::move(m_listing);
}

void Walk::visit(const Folder &folder)
{
    const QString place = folder.place->toString();
    const auto entries = m_files.list(folder.canonical);
    if (!entries)
        return report(Severity::Error, entries.error().code, place, entries.error().detail);
    for (const FolderEntry &entry : *entries) {
        const QString name = place + u'/' + entry.name;
        if (leftoverKind(entry.name) == Leftover::Backup)
            report(Severity::Warning, ErrorCode::ShortWrite, name, u"a save was interrupted; this is the text from before it"_s);
        if (isIgnoredName(entry.name))
            continue;
        const auto child = SitePath::parse(name);
        if (!entry.nameIsUtf8)
            report(Severity::Error, ErrorCode::NotUtf8, name, u"the name of the file"_s);
        else if (!child)
            report(Severity::Error, ErrorCode::BadValue, name, u"a backslash in the name of the file"_s);
        else
            visitEntry(folder, entry.name, *child, entry.kind);
    }
}

void Walk::visitEntry(const Folder &parent, const QString &name, const SitePath &place, FileKind kind)
{
    switch (kind) {
    case FileKind::File: return addFile(place);
    case FileKind::Folder: return enter(place, parent.canonical + u'/' + name, parent.linkedFrom);
    case FileKind::SymbolicLink: return followLink(parent, name, place);
    case FileKind::Other: return report(Severity::Warning, ErrorCode::NotAFile, place.toString());
    }
}

void Walk::followLink(const Folder &parent, const QString &name, const SitePath &place)
{
    const auto target = m_files.linkTarget(parent.canonical + u'/' + name);
    if (!target)
        return report(Severity::Error, target.error().code, place.toString(), u"the symbolic link leads nowhere"_s);
    if (!isWithin(*target, m_canonicalFolder))
        return report(Severity::Error, ErrorCode::OutsideSite, place.toString(), *target);
    const auto status = m_files.status(*target);
    if (!status)
        return report(Severity::Error, status.error().code, place.toString(), status.error().detail);
    if (status->kind != FileKind::Folder)
        return visitEntry(parent, name, place, status->kind);

    QStringList linkedFrom = parent.linkedFrom;
    linkedFrom.append(parent.canonical);
    if (std::ranges::any_of(linkedFrom, [&](const QString &folder) { return isWithin(folder, *target); }))
        return report(Severity::Error, ErrorCode::BadValue, place.toString(),
                      u"the symbolic link leads back into a folder that it stands in"_s);
    enter(place, *target, linkedFrom);
}

void Walk::enter(const SitePath &place, const QString &canonical, const QStringList &linkedFrom)
{
    if (isOneOf(siteFiles, place.toString()))
        return report(Severity::Error, ErrorCode::NotAFile, place.toString());
    if (!linkedFrom.isEmpty() && ++m_linkedFolders > maxLinkedFolders) {
        if (m_linkedFolders == maxLinkedFolders + 1)
            report(Severity::Error, ErrorCode::TooDeep, place.toString(), u"too many folders behind symbolic links"_s);
        return;
    }
    m_waiting.append({ place, canonical, linkedFrom });
}

void Walk::addFile(const SitePath &file)
{
    if (isOneOf(contentFolders, file.toString()))
        return report(Severity::Warning, ErrorCode::NotAFolder, file.toString());
    const ContentKind kind = contentKind(file);
    if (kind != ContentKind::Ignored && kind != ContentKind::Theme)
        return m_listing.files.append({ file, kind });
    const auto asPost = SitePath::parse(u"posts/"_s + file.fileName());
    if (asPost && contentKind(*asPost) == ContentKind::Post)
        report(Severity::Warning, ErrorCode::TooDeep, file.toString(), u"only files directly under %1/ are read"_s.arg(file.topFolder()));
}

void Walk::report(Severity severity, ErrorCode code, const QString &place, const QString &detail)
{
    m_listing.diagnostics.append({ severity, { code, place, {}, detail } });
}

} // namespace

Result<SiteListing> listSite(const FileSystem &files, const QString &folder, const std::stop_token &stop)
{
    const auto entries = files.list(folder);
    if (!entries)
        return std::unexpected(entries.error());
    // A mistyped folder must not look like an empty site.
    const auto has = [&](QStringView name) { return std::ranges::contains(*entries, name, &FolderEntry::name); };
    if (!has(u"quillway.toml") && !has(u"posts"))
        return std::unexpected(Error { ErrorCode::NotFound, folder, {}, u"neither quillway.toml nor posts is in this folder"_s });
    const auto canonicalFolder = files.linkTarget(folder);
    if (!canonicalFolder)
        return std::unexpected(canonicalFolder.error());
    Walk walk(files, *canonicalFolder);
    if (!has(u"quillway.toml"))
        walk.report(Severity::Warning, ErrorCode::NotFound, u"quillway.toml"_s, u"the defaults hold"_s);
    walk.visitTop(*entries);
    if (!walk.run(stop))
        return std::unexpected(Error { ErrorCode::Cancelled, folder, {}, {} });
    return walk.takeListing();
}

} // namespace quillway::store

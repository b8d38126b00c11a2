// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/base/path_parts.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <stop_token>

namespace quillway::importing {

struct SourceFile {
    QString path; ///< relative to the source's folder, `/` between parts
    qint64 size = 0; ///< bytes
};

/// Why something of the source is not imported.
enum class LeftOutReason {
    VersionControl, ///< .git and the like
    Packages, ///< node_modules, vendor/bundle: what a package manager fetched
    BuildOutput, ///< what the old tool has written
    Hidden, ///< hidden or an editor's leftover
    Template, ///< layouts, includes, style sheets of the old tool
    Project, ///< belongs to the project or the tool's set-up, not to the blog
    Format, ///< a text in a format that is not read
    NotRead, ///< the old tool itself does not read it
    Generated, ///< a page that Quillway makes itself
    NameNotUtf8,
    LeadsOut, ///< a link out of the source
    Circle, ///< a link back into a folder it stands in
    LeadsNowhere,
    NotAFile, ///< a pipe, a device
    TooLarge,
    Unreadable,
    Elsewhere, ///< a file that an export only names
};

/// The name of a reason for JSON (`build-output`), and the reason in a few English words.
[[nodiscard]] QString nameOf(LeftOutReason reason);
[[nodiscard]] QString describe(LeftOutReason reason);

struct LeftOut {
    QString path; ///< a folder's ends with `/`
    LeftOutReason reason;
    QString detail {};
};

/// What a source folder holds, without a file read: every file is in one of the two lists, or in a folder that the second one names.
struct SourceListing {
    QString folder; ///< absolute, canonical
    bool isFolder = true; ///< else one file of that folder is the whole source
    QList<SourceFile> files; ///< by path
    QList<LeftOut> leftOut; ///< by path
};

/// Looks through `source` (absolute), a folder or a single file, however deep. Links within it are followed, never in circles. Nothing is ever written.
/// Errors: NotFound, NotReadable, NotAFile, Cancelled.
[[nodiscard]] Result<SourceListing> listSource(const FileSystem &files, const QString &source, const std::stop_token &stop = {});

/// A listed source, to be asked for its files. Any thread.
class Source
{
public:
    /// `files` must outlive this.
    /// Files with an entry in `places` stand there (absolute) and not in the source's folder.
    Source(const FileSystem &files, SourceListing listing, QHash<QString, QString> places = {});

    [[nodiscard]] const SourceListing &listing() const { return m_listing; }
    [[nodiscard]] bool has(const QString &path) const { return m_paths.contains(path); }
    /// Errors as FileSystem::read, with the relative path; TooDeep for more than any text has.
    [[nodiscard]] Result<QByteArray> read(const QString &path) const;
    /// Its first `size` bytes, or all if there are fewer; however large it is.
    [[nodiscard]] Result<QByteArray> readBegin(const QString &path, qsizetype size) const;
    [[nodiscard]] QString absolute(const QString &path) const;
    [[nodiscard]] const FileSystem &files() const { return m_files; }

private:
    const FileSystem &m_files;
    SourceListing m_listing;
    QSet<QString> m_paths;
    QHash<QString, QString> m_places;
};

/// `a/b/c.md` → `c`, `md` (lower case).
[[nodiscard]] QString stemOf(const QString &path);
[[nodiscard]] QString extensionOf(const QString &path);
/// True for the extensions under which blogs keep Markdown.
[[nodiscard]] bool isMarkdownName(const QString &path);
[[nodiscard]] bool isPictureName(const QString &path);

} // namespace quillway::importing

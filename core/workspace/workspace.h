// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/model/site.h"
#include "core/publish/export_site.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace quillway::workspace {

/// One post's or page's text that has been typed and not yet saved.
struct UnsavedText {
    QByteArray text; ///< whole file
    QByteArray base; ///< the file's bytes on which it was typed; empty for a file not yet on disk
};

/// A finished piece of work that the user may want to hear about.
struct Notice {
    enum class Kind { Saved, SaveFailed, Created, Renamed, Removed, Restored, LoadFailed, Exported, ExportFailed, ChangedOutside };
    Kind kind = Kind::Saved;
    SitePath file = SitePath::literal(u"quillway.toml");
    Error error; ///< of the …Failed kinds
};

/// The open site: the one stateful object of core. Holds the newest snapshot, the unsaved texts and the running jobs; everything that parses,
/// reads or writes runs on worker threads, the newest request wins. Lives on the window's thread; no member waits for disk or for a parser.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// `files` must outlive the workspace.
    explicit Workspace(FileSystem &files, QObject *parent = nullptr);
    ~Workspace() override; ///< asks the jobs to stop and waits for the one that is writing a file to be done with it

    /// Starts loading `folder`; loaded() or notice(LoadFailed) follows. The site open before stays until then.
    void open(const QString &folder);

    /// The newest snapshot, unsaved texts included; null before the first one.
    [[nodiscard]] model::SitePtr site() const;
    /// What `check` says of it; empty until problemsChanged().
    [[nodiscard]] const Diagnostics &problems() const;

    /// The file's text as it stands now: unsaved, else as loaded. Empty if there is no such file.
    [[nodiscard]] QByteArray text(const SitePath &file) const;
    [[nodiscard]] bool isModified(const SitePath &file) const;
    [[nodiscard]] QList<SitePath> modifiedFiles() const;

    /// Takes over what was typed. Cheap: the parse happens on a worker, siteChanged() follows when it stands in a snapshot.
    void setText(const SitePath &file, const QByteArray &text);
    /// Writes it to disk on a worker; notice(Saved) or notice(SaveFailed) follows. A file that changed on disk since it was read is not overwritten.
    void save(const SitePath &file);
    void saveAll();
    /// Back to what is on disk; can be taken back with undoRemoval's sibling, the editor's own undo.
    void revert(const SitePath &file);

    /// A new post with front matter for today under a name made of its title; the name is given back at once, the file is on disk when
    /// notice(Created) says so.
    SitePath createPost(const QString &title);
    /// Gives the post's file (or bundle) another name; its address follows if its front matter has no slug.
    void rename(const SitePath &file, const QString &newName);
    /// Moves the file (or bundle) to `.quillway/trash/`; restoreLastRemoved() brings the newest one back.
    void remove(const SitePath &file);
    void restoreLastRemoved();
    [[nodiscard]] bool canRestore() const;

    /// Exports the site as it is on disk plus nothing unsaved (saveAll() first if that is wanted). One export at a time; exportFinished() follows always.
    void startExport(const publish::ExportOptions &options);
    void cancelExport();
    [[nodiscard]] bool isExporting() const;

Q_SIGNALS:
    void loaded(); ///< a site was opened: the first snapshot stands
    void siteChanged(const quillway::model::SitePtr &site); ///< a newer snapshot stands
    void modifiedChanged(const quillway::SitePath &file, bool modified);
    void renamed(const quillway::SitePath &from, const quillway::SitePath &to);
    void problemsChanged();
    void notice(const quillway::workspace::Notice &notice);
    void exportProgress(int done, int total); ///< pages
    void exportFinished(const quillway::publish::ExportReport &report);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace quillway::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/changes/site_change.h"
#include "core/model/site.h"
#include "core/publish/export_site.h"
#include "core/store/history.h"
#include "core/workspace/add_asset.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace quillway::workspace {

/// A recovered text and what the file has now.
struct Conflict {
    int id = 0; ///< for useRecovered(), putRecoveredAside()
    QByteArray recovered;
    std::optional<QByteArray> onDisk; ///< unset: no such file
};

/// Another program wrote where the file has unsaved text, and nobody has decided yet what the file is to be.
struct OutsideConflict {
    std::optional<QByteArray> base; ///< on which the unsaved text was typed; unset if nobody has it any more
    QByteArray theirs; ///< what is on disk

    friend bool operator==(const OutsideConflict &, const OutsideConflict &) = default;
};

/// A finished piece of work that the user may want to hear about.
struct Notice {
    enum class Kind {
        Saved,
        SaveFailed,
        Removed,
        RemoveFailed,
        Restored,
        RestoreFailed,
        LoadFailed,
        Recovered, ///< `files` have unsaved texts again that a program which ended had not saved
        RecoveredConflict, ///< such a text was typed on another text than the file has now: `conflict` waits for a decision, if need be until the next start
        Unrecoverable, ///< nothing can be made of a journal, which is kept at `path`
        RecoveryFailed, ///< unsaved texts are in memory only, because the journal cannot be written; told once until it can
        PutAside, ///< a text is kept at `path`
        PutAsideFailed,
        // What other programs did. Files without unsaved text are taken over without a word.
        Merged, ///< both changed the file, in different places: the unsaved text has both now
        OutsideConflict, ///< both changed the same lines: outsideConflict() until it is decided
        GoneUnderneath, ///< the file was deleted; its text stays as an unsaved one, which a save writes anew
        GoneElsewhere, ///< `files` that had no unsaved text and were not open were deleted; putBack() has them again
        MovedElsewhere, ///< the file, open or with unsaved text, was `files` before
        UnreadableOutside, ///< there is something at the file's place that cannot be read: `error`; its text stays
        SiteAway, ///< the whole site's folder is not there any more; told once until it is back
        // Changes over many files, with `title` and `leftAlone`
        ChangeDone, ///< `files` are as the change wanted them
        ChangeUndone,
        ChangeFailed, ///< nothing is changed; `leftAlone` or `error` says why. isWhole false: a part is, because the disk failed over taking it back; the next start goes on
        ChangeRecovered, ///< one that a program which ended had begun was finished. isWhole false: it could not be and was taken back, for `error`
    };
    Kind kind = Kind::Saved;
    std::optional<SitePath> file {}; ///< unset where it is about the whole site
    Error error {}; ///< of the …Failed kinds
    QList<SitePath> files {}; ///< of Recovered, GoneElsewhere, MovedElsewhere
    std::optional<Conflict> conflict {}; ///< of RecoveredConflict
    QString path {}; ///< absolute
    bool isWhole = true; ///< of the recovered kinds; false: a part of the journal is lost, the text may be an older one
    QString title {}; ///< of the change
    QList<Error> leftAlone {}; ///< files of the change that other programs changed and that are as they were, each with `file`
};

/// A file that a text can show or link to now.
struct AddedAsset {
    AssetKind kind = AssetKind::File;
    QString name; ///< that it had before it came to the site
    SitePath file;
};

/// What a save does when the file is no longer what it was when it was read.
enum class IfChanged {
    Refuse, ///< leaves both as they are: SaveFailed with ErrorCode::ChangedOnDisk
    Overwrite, ///< the user has seen the question and decided
};

/// The open site: the one stateful object of core. Holds the newest snapshot, the unsaved texts and the running jobs; everything that parses,
/// reads or writes runs on worker threads, the newest request wins. An unsaved text is in a journal under `.quillway/recovery/` within half a second; when a program
/// has ended without saving, the next that opens the site has its texts again. What other programs do to the site's files is noticed within a second and taken over or
/// merged; where both wrote the same lines nothing is overwritten before somebody has decided. Contents are compared, never times. Lives on the window's thread; no member waits for disk or for a parser.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    /// `files` must outlive the workspace.
    explicit Workspace(FileSystem &files, QObject *parent = nullptr);
    ~Workspace() override; ///< asks the jobs to stop and waits for those that are writing; unsaved texts are in their journals then

    /// Saves what is unsaved, then loads `folder`; loaded() or notice(LoadFailed) follows. The site open before stays until then, and stays if
    /// a text of it could not be saved.
    void open(const QString &folder);

    /// The newest snapshot, unsaved texts included; null before the first one.
    [[nodiscard]] model::SitePtr site() const;
    /// What `check` says of it; empty until problemsChanged().
    [[nodiscard]] const Diagnostics &problems() const;
    /// Asks other sites about the links to them (web/link_probe.h), but for those that have answered lately. What they say is among problems() from then on, while the site is
    /// open. externalProgress() follows, then problemsChanged().
    void checkExternalLinks();
    void cancelExternalCheck(); ///< what was answered until then counts
    [[nodiscard]] bool isCheckingExternal() const;

    /// Hands `take` the snapshot that has every text set so far, on the window's thread, when it stands and if the workspace is still there; nothing before a site is open.
    void whenNewest(const std::function<void(const model::SitePtr &site)> &take);

    /// The file's text as it stands now: unsaved, else as loaded. Empty if there is no such file.
    [[nodiscard]] QByteArray text(const SitePath &file) const;
    [[nodiscard]] bool hasText(const SitePath &file) const; ///< there is such a file
    [[nodiscard]] bool isModified(const SitePath &file) const;
    [[nodiscard]] QList<SitePath> modifiedFiles() const;

    /// Takes over what was typed. Cheap: the parse happens on a worker, siteChanged() follows when it stands in a snapshot.
    void setText(const SitePath &file, const QByteArray &text);
    /// Writes it to disk on a worker; notice(Saved) or notice(SaveFailed) follows, nothing if it has no unsaved text.
    void save(const SitePath &file, IfChanged ifChanged = IfChanged::Refuse);
    void saveAll();
    /// Forgets the unsaved text and reads the file from disk: siteChanged() and modifiedChanged() follow. A file never saved is gone.
    void revert(const SitePath &file);

    /// Which files somebody looks at: one of them that is deleted by another program keeps its text. To be told again after renamed().
    void setOpenFiles(const QList<SitePath> &files);
    [[nodiscard]] std::optional<OutsideConflict> outsideConflict(const SitePath &file) const;
    /// The user has seen what the disk has, `theirs`, and decided: from now on the unsaved text, whatever it is or becomes, stands on that and may be saved over it. What
    /// is overwritten then stays among the previous versions.
    void decideConflict(const SitePath &file, const QByteArray &theirs);
    /// Gives files of a GoneElsewhere their last text again, as an unsaved one.
    void putBack(const QList<SitePath> &files);

    /// Before a site is closed: files that other programs deleted, and in which nothing was typed since, stay deleted.
    void letDeletedGo();

    /// Takes a recovered text as the file's unsaved one. Saving it finds the file changed, as it is.
    void useRecovered(int conflict);
    /// Keeps a recovered text in `.quillway/recovery/kept/` and goes on with the file as it is; notice(PutAside) or notice(PutAsideFailed) follows.
    void putRecoveredAside(int conflict);
    /// Does so with the file's unsaved text, and goes back to what is on disk.
    void putAside(const SitePath &file);

    /// A new draft with today's date, under a name made of its title that no other file has. It can be edited at once; it is written to disk like any
    /// other unsaved text, and a file that turns out to be there is not overwritten. Precondition: a site is open.
    SitePath createPost(const QString &title);
    /// Saves what is unsaved and moves the file (or bundle) to `.quillway/trash/`; notice(Removed) or notice(RemoveFailed) follows.
    void remove(const SitePath &file);
    /// Brings back what remove() took last; notice(Restored) or notice(RestoreFailed) follows.
    void restoreLastRemoved();
    [[nodiscard]] bool canRestore() const; ///< something was removed since the site was opened

    /// Carries out a change over many files as one (store/transaction.h), after unsaved texts of its files were saved. `title`: what the user calls it.
    /// renamed() for each text that moves and notice(ChangeDone), or notice(ChangeFailed), follow; nothing for an empty change. What is typed meanwhile is merged with what the change makes of its file.
    void applyChange(const changes::SiteChange &change, const QString &title);
    /// Saves what is unsaved, then takes the last one back, also one from before the program was started, or made by another; notice(ChangeUndone) or notice(ChangeFailed) follows.
    void undoLastChange();
    /// Does again what was taken back last; notice(ChangeDone) or notice(ChangeFailed) follows.
    void redoLastChange();
    [[nodiscard]] std::optional<QString> undoableChange() const; ///< the title of what undoLastChange() would take back
    [[nodiscard]] std::optional<QString> redoableChange() const;
    [[nodiscard]] bool canUndoChange() const { return undoableChange().has_value(); }
    [[nodiscard]] bool isChanging() const; ///< one is under way; saves wait for it

    /// Puts files into the site for the text `file` to show or link to (placeForAsset(), addAsset()), read and written on workers. `done` hears what became of each,
    /// in their order, on the window's thread, when the newest snapshot has them; not if the workspace goes before.
    void addAssets(const SitePath &file, const QList<ReadAsset> &assets, const std::function<void(const QList<Result<AddedAsset>> &)> &done);

    /// What was saved before is kept. Lists the file's versions, newest first; versionsListed() follows.
    void listVersions(const SitePath &file);
    /// Reads one of them; to be called on worker threads, for as long as the file system is there.
    [[nodiscard]] std::function<Result<QByteArray>(const store::Version &)> versionLoader(const SitePath &file) const;

    /// Exports the newest snapshot, unsaved texts included. One export at a time: a second call is ignored; exportFinished() follows always.
    void startExport(const publish::ExportOptions &options);
    void cancelExport();
    [[nodiscard]] bool isExporting() const;

Q_SIGNALS:
    void loading(int done, int total); ///< files
    void loaded(); ///< a site was opened: the first snapshot stands
    void siteChanged(const quillway::model::SitePtr &site); ///< a newer snapshot stands
    void modifiedChanged(const quillway::SitePath &file, bool modified);
    void textReplaced(const quillway::SitePath &file); ///< by another one than was set: text() has it already
    void aboutToReplaceText(); ///< what was typed and not yet set must be set now; textReplaced() follows, or not
    void conflictsChanged(); ///< outsideConflict() says something else of some file
    void undoableChanged(); ///< undoableChange() or redoableChange() says something else
    void themeChanged(); ///< another program changed a file of the site's theme
    void renamed(const quillway::SitePath &from, const quillway::SitePath &to);
    void problemsChanged();
    void externalProgress(int done, int total); ///< addresses; both 0: it is over
    void notice(const quillway::workspace::Notice &notice);
    void versionsListed(const quillway::SitePath &file, const QList<quillway::store::Version> &versions);
    void exportProgress(int done, int total); ///< pages
    void exportFinished(const quillway::publish::ExportReport &report);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace quillway::workspace

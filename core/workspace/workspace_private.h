// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/live_check.h"
#include "core/base/background_pool.h"
#include "core/store/load_site.h"
#include "core/store/outside_change.h"
#include "core/store/transaction.h"
#include "core/store/trash.h"
#include "core/store/update_site.h"
#include "core/store/watch_site.h"
#include "core/web/link_probe.h"
#include "core/workspace/outside_look.h"
#include "core/workspace/recovered_texts.h"
#include "core/workspace/recovery_writer.h"
#include "core/workspace/unsaved_texts.h"
#include "core/workspace/workspace.h"

#include <QMutex>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace quillway::workspace {

/// A text on its way to disk.
struct PendingSave {
    SitePath file;
    QString path; ///< absolute
    UnsavedText text;
    std::shared_ptr<RecoveryWriter> recovery; ///< to be told before
};

/// What programs that run no more left at a site.
struct LeftSite {
    LeftTexts texts;
    QList<store::ChangeReport> changes; ///< finished or taken back
};

/// Of the changes over many files that can be taken back and done again.
struct UndoTitles {
    std::optional<QString> undo;
    std::optional<QString> redo;

    friend bool operator==(const UndoTitles &, const UndoTitles &) = default;
};

/// The parts of the workspace: workspace.cpp opens sites and makes snapshots, workspace_saving.cpp writes texts, workspace_moving.cpp gives files other places,
/// workspace_recovery.cpp keeps unsaved texts safe, workspace_history.cpp what was saved before, workspace_assets.cpp takes pictures and other files in,
/// workspace_outside.cpp follows what other programs do, workspace_web.cpp asks other sites, workspace_changes.cpp makes changes over many files.
struct Workspace::Private {
    Workspace *q;
    FileSystem &files;

    // Of the window's thread
    QString folder;
    model::SitePtr site;
    Diagnostics problems;
    UnsavedTexts unsaved { [this](const SitePath &file, const UnsavedText *text) { keepSafe(file, text); } };
    QHash<SitePath, std::optional<QByteArray>> saved; ///< what files are known to have on disk, newer than the snapshot may be; unset: no such file
    QList<SitePath> busy; ///< files and units that the worker is writing, moving or removing: what is on disk there is not known before it is done
    QHash<SitePath, IfChanged> saveLater; ///< asked for while they were busy
    QList<std::function<void()>> later; ///< other things asked for that need units which were busy
    QList<store::Trashed> trash;
    std::shared_ptr<RecoveryWriter> recovery; ///< of the site; null before there is one
    QHash<int, RecoveredText> conflicts; ///< recovered texts that wait for the user, by Conflict::id
    int lastConflict = 0;
    std::unique_ptr<store::SiteWatch> watch; ///< of the site; null before there is one
    QList<SitePath> openFiles;
    QHash<SitePath, OutsideConflict> outsideConflicts; ///< that wait for the user
    QHash<SitePath, QByteArray> gone; ///< what files had that other programs deleted
    QHash<SitePath, ErrorCode> unreadable; ///< files of which that was told
    bool isChanging = false; ///< a change over many files is under way: every file is busy
    bool looksAfterChange = false; ///< something was noticed on disk meanwhile
    QList<std::pair<SitePath, QByteArray>> overtaken; ///< files in which something was typed meanwhile, and what the change made of them
    UndoTitles undoTitles;
    bool isSiteAway = false; ///< and that was told
    bool isFlood = false; ///< too many files changed at once for each to be kept as a version
    std::stop_source stopTidying;
    int openings = 0; ///< counts calls of open(): the answer to an older one is dropped
    QTimer checkPause; ///< between two checks: they are not to take a whole core from the typing
    bool checking = false;
    bool checkAgain = false;
    std::unique_ptr<web::LinkProbe> probe; ///< of other sites; null before somebody asks: most never do, and its network parts cost time at the start
    bool isProbing = false; ///< asked for, until it is over
    web::LinkAnswers answers;
    bool showsAnswers = false; ///< somebody has asked since the site was opened
    bool isThemeNew = true; ///< no check has looked at the theme as it is on disk now
    bool exporting = false;
    std::stop_source stopLoading;
    std::stop_source stopExport;

    // Between the threads
    QMutex typedMutex;
    QHash<SitePath, store::FileEdit> typed; ///< newest states of files that no snapshot holds yet
    bool typedJobQueued = false;

    // Of the worker: one thread, so that what changes the site happens in the order in which it was asked for
    model::SitePtr latest;
    BackgroundPool worker;

    // Of the checker
    analysis::LiveCheck liveCheck;
    Diagnostics themeProblems;
    model::ThemeSettings checkedTheme; ///< of the settings that they are about
    BackgroundPool checker;

    BackgroundPool exporter;
    BackgroundPool assetReader; ///< what is pasted may take its time to be read and decoded

    Private(Workspace *workspace, FileSystem &fileSystem);

    template<typename Apply>
    void onWindowThread(Apply apply)
    {
        QMetaObject::invokeMethod(q, std::move(apply), Qt::QueuedConnection);
    }

    [[nodiscard]] QString absolute(const SitePath &file) const { return folder + u'/' + file.toString(); }
    [[nodiscard]] std::optional<QByteArray> textOnDisk(const SitePath &file) const;

    void publishSnapshot(model::SitePtr next);
    void takeSnapshot(model::SitePtr next);
    void applyEdits(const QList<store::FileEdit> &edits);
    void applyTyped();
    void queueTyped(const SitePath &file, const QByteArray &text) { queueEdit({ file, text }); }
    void queueEdit(const store::FileEdit &edit);
    void dropTyped(const SitePath &file);
    void forget(const SitePath &file);
    void check();
    void runCheck();
    void ask(const QList<QUrl> &urls);
    void probeFinished();
    void endProbe();
    void load(int opening, const QString &wanted, const std::stop_token &stop);
    void loadFinished(int opening, const QString &loadedFolder, const Result<store::LoadedSite> &result, const LeftSite &left,
                      std::chrono::nanoseconds begun);
    void startWatch(std::chrono::nanoseconds loadedSince);
    void endWatch();
    void lookAt(const OutsideQuestion &question);
    void lookAgain(const SitePath &file);
    void takeLook(const OutsideLook &look);
    void takeMoves(QList<OutsideText> &texts);
    void takeMove(const SitePath &from, const SitePath &to, const QByteArray &theirs);
    [[nodiscard]] DiskText knownOnDisk(const SitePath &file) const;
    [[nodiscard]] bool isNews(const OutsideText &found) const;
    void takeText(const OutsideText &found, QList<SitePath> &removed);
    void takeBytes(const SitePath &file, const QByteArray &theirs);
    void takeAbsence(const SitePath &file, QList<SitePath> &removed);
    void mergeText(const SitePath &file, const QByteArray &theirs);
    void takeMerge(const SitePath &file, const QByteArray &theirs, quint64 revision, const store::OutsideChange &change);
    void replaceUnsaved(const SitePath &file, const QByteArray &text, const QByteArray &theirs);
    void endConflict(const SitePath &file);
    void keepReplaced(const SitePath &file, const std::optional<QByteArray> &replaced);
    void tidyVersions(std::chrono::seconds after);
    void keepSafe(const SitePath &file, const UnsavedText *text);
    void startRecovery();
    void endRecovery();
    void takeUnsaved(const QList<RecoveredText> &texts);
    void tellUnsaved(const QList<RecoveredText> &texts);
    void takeConflicts(const QList<RecoveredText> &texts);
    void putAside(const RecoveredText &text, const std::function<void()> &done);
    [[nodiscard]] bool isBusy(const SitePath &unit) const;
    void endBusy(const SitePath &unit);
    void doWhatWaited();
    void settle(const SitePath &unit);
    void saveFinished(const SitePath &file, const QByteArray &text, const Result<void> &result);
    void markSaved(const SitePath &file, const QByteArray &text);
    void followMove(const SitePath &unit, const SitePath &to);
    [[nodiscard]] QList<PendingSave> unsavedIn(const SitePath &unit) const;
    Result<void> writeAll(const QList<PendingSave> &texts, qsizetype &count);
    void markAllSaved(const QList<PendingSave> &written);
    void removeFailed(const SitePath &file, const SitePath &unit, const Error &error);
    void forgetUnit(const SitePath &unit);
    [[nodiscard]] PendingSave pending(const SitePath &file) const;
    using CarryOut = std::function<store::ChangeReport(const QString &siteFolder)>;
    void startChange(const QList<SitePath> &touched, const CarryOut &carryOut);
    void changeFinished(const store::ChangeReport &report, const QList<PendingSave> &written, std::chrono::nanoseconds begun);
    void changeRefused(const PendingSave &save, const Error &error, const QList<PendingSave> &written);
    void followChange(const store::ChangeReport &report);
    void endChange();
    void keepVersions(const QString &siteFolder, const store::ChangeReport &report);
    void readUndoTitles(const QString &siteFolder);
    void tellRecovered(const QList<store::ChangeReport> &reports);
    void tell(Notice::Kind kind, const std::optional<SitePath> &file, const Error &error = {}) { Q_EMIT q->notice({ kind, file, error }); }
    [[nodiscard]] Result<SitePath> putAsset(const SitePath &file, const QString &siteFolder, const Result<NewAsset> &asset);
    Result<void> write(const PendingSave &save, IfChanged ifChanged);
    void keepVersions(const PendingSave &save, const std::optional<QByteArray> &replaced);
    void moveVersions(const QString &siteFolder, const SitePath &from, const SitePath &to, bool isFolder);
};

} // namespace quillway::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/text_look.h"
#include "ui/editor/writing_mode.h"
#include "ui/style/appearance.h"

#include <QByteArray>
#include <QStringList>

class QSettings;

namespace quillway::ui {

/// What the user has chosen for the program, whatever the site; kept at once. The names of the keys are known here alone.
class UserSettings
{
public:
    /// `store` must outlive it.
    explicit UserSettings(QSettings &store)
        : m_store(store)
    { }

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// The sites opened last, newest first, at most ten.
    [[nodiscard]] QStringList recentSites() const;
    void addRecentSite(const QString &folder);
    void removeRecentSite(const QString &folder);

    /// How the text of the editor looks; what is stored is brought into its limits.
    [[nodiscard]] TextLook textLook() const;
    void setTextLook(const TextLook &look);

    [[nodiscard]] WritingMode writingMode() const;
    void setWritingMode(WritingMode mode);

    /// The language of menus and messages as `de` or `pt_BR`; empty: the desktop's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

    [[nodiscard]] bool isOn(const QString &name, bool otherwise) const; ///< a switch, by a name of the caller's
    void setOn(const QString &name, bool on);
    [[nodiscard]] QByteArray state(const QString &name) const; ///< what a widget's saveState() gave
    void setState(const QString &name, const QByteArray &state);
    [[nodiscard]] QString lastFile(const QString &folder) const; ///< that was open in a site
    void setLastFile(const QString &folder, const QString &file);
    [[nodiscard]] QStringList openFiles(const QString &folder) const; ///< that had tabs in a site, from left to right
    void setOpenFiles(const QString &folder, const QStringList &files);

    /// Whether the preview shows pictures of other sites; never kept in the site's own folder, which others may have made.
    [[nodiscard]] bool showsRemoteMedia(const QString &folder) const;
    void setShowsRemoteMedia(const QString &folder, bool shows);

    /// Used last, the newest first, at most fifty: files of a site, commands by their ids.
    [[nodiscard]] QStringList recentFiles(const QString &folder) const;
    void addRecentFile(const QString &folder, const QString &file);
    [[nodiscard]] QStringList recentCommands() const;
    void addRecentCommand(const QString &id);

private:
    void addRecent(const QString &key, const QString &value);

    QSettings &m_store;
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/searcher.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QMainWindow;

namespace quillway::workspace {
class Workspace;
}

namespace quillway::ui {

struct FinderItem;
class FinderPopup;
class SiteView;
class UserSettings;

/// What is found from the keyboard: commands, everything that has a name, the words of all texts. Opens the popup, asks for what was typed and goes where the choice leads.
/// What is typed first decides among `>` commands, `#` tags, `@` headings of the open file, `:` a line of it, and names of everything.
class Finder : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Names, Commands, Tags, Headings, Line, Texts };

    /// All must outlive it; the window owns it.
    Finder(QMainWindow &window, FileSystem &files, SiteView &view, workspace::Workspace &workspace, UserSettings &settings);
    ~Finder() override;

    void open(Mode mode);

    [[nodiscard]] FinderPopup &popup() { return *m_popup; }

private:
    void ask(const QString &text);
    void askForPlaces(const QString &text, Mode mode);
    void askForTexts(const QString &text);
    void findTexts(const QString &text);
    void showPlaces(const QList<search::FoundPlace> &found, const QString &typed);
    void showTexts(const search::FoundTexts &found, const QString &query);
    void showCommands(const QString &typed);
    void showHeadings(const QString &typed);
    void showLine(const QString &typed);
    [[nodiscard]] QList<FinderItem> commandItems(const QString &typed, qsizetype most) const;
    [[nodiscard]] FinderItem placeItem(const search::FoundPlace &found);
    [[nodiscard]] FinderItem lineItem(const SitePath &file, const search::LineHit &hit);
    void goTo(const search::NamedPlace &place);
    void goToHit(const SitePath &file, int line, const QString &word);
    void takeSite();

    QMainWindow &m_window;
    SiteView &m_view;
    workspace::Workspace &m_workspace;
    UserSettings &m_settings;
    FinderPopup *m_popup;
    QTimer m_siteTimer; ///< since the last snapshot
    bool m_siteIsNew = false; ///< the searcher does not know the newest one
    Mode m_base = Mode::Names; ///< how it was opened
    QString m_query; ///< asked last of the texts
    int m_question = 0; ///< counts what was asked; answers to older questions are dropped
    bool m_partial = false; ///< the texts shown are not all
    bool m_siteSinceAsked = false; ///< the searcher has a newer one than when it was asked
    std::optional<QList<search::FoundText>> m_shownTexts; ///< for what is typed; nothing: it was not answered
    std::unique_ptr<search::Searcher> m_searcher;
};

} // namespace quillway::ui

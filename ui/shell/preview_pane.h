// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "ui/preview/preview_view.h"
#include "ui/shell/scroll_tie.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QToolButton;

namespace quillway::ui {

class EditorPane;
class NoticeBar;
class OpenDocuments;
class UserSettings;

/// The preview with the controls of how it is shown. Follows the editor: its file, its text as soon as it is handed over, its place and caret.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it. `textOf` gives a file's newest text.
    PreviewPane(EditorPane &pane, OpenDocuments &documents, UserSettings &settings, std::function<QByteArray(const SitePath &)> textOf,
                QWidget *parent = nullptr);

    void setSite(const model::SitePtr &site);
    void reload(); ///< engine, page and theme, from the beginning

    /// For the menus: how the page is shown.
    [[nodiscard]] QList<QAction *> viewActions() const { return { m_scriptless, m_remoteMedia }; }

Q_SIGNALS:
    void fileWanted(const quillway::SitePath &file); ///< a link to it was followed

protected:
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *deviceButton(PreviewDevice device, const QString &icon, const QString &name);
    QToolButton *coloursButton();
    void makeViewActions();
    void countRemoteMedia(int count);
    void followFile();
    void showText();
    void tell(const PreviewNotice &notice);

    EditorPane &m_pane;
    UserSettings &m_settings;
    std::function<QByteArray(const SitePath &)> m_textOf;
    PreviewView *m_view;
    ScrollTie m_tie;
    QLabel *m_notice;
    NoticeBar *m_remoteNotice;
    QAction *m_scriptless;
    QAction *m_remoteMedia;
    QString m_folder; ///< of the site
    bool m_isRemoteDeclined = false; ///< the notice was closed for this site
};

} // namespace quillway::ui

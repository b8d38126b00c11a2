// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background_pool.h"
#include "core/search/replacements.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace quillway::workspace {
class Workspace;
}

namespace quillway::ui {

class ChangeModel;
class SiteView;

/// Find and replace in all texts of the site: what would change is shown as it is typed, each change can be left out, and all of it is written as one change, which can be taken back.
/// Texts are looked through on a thread of its own; the newest request wins.
class ReplacePanel : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ReplacePanel(SiteView &view, workspace::Workspace &workspace, QWidget *parent = nullptr);
    ~ReplacePanel() override; ///< waits for what is looked for to be given up

    void open(); ///< with what is selected in the text, if it is within a line
    void close(); ///< and gives the focus back to the text

    [[nodiscard]] ChangeModel &model() { return *m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *toggle(const QString &text, const QString &name);
    void look();
    void showPlan(const Result<search::ReplacementPlan> &plan);
    void showCount();
    void replace();
    void choose(const QModelIndex &index);

    SiteView &m_view;
    workspace::Workspace &m_workspace;
    ChangeModel *m_model;
    QTreeView *m_tree;
    QLineEdit *m_find;
    QLineEdit *m_replacement;
    QLineEdit *m_where;
    QToolButton *m_expression;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QPushButton *m_replace;
    QLabel *m_status;
    QTimer m_pause; ///< since the last key
    bool m_more = false;
    int m_request = 0; ///< counts them; an answer to an older one is dropped
    std::stop_source m_stop;
    BackgroundPool m_worker;
};

} // namespace quillway::ui

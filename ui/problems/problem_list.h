// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/changes/fixes.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace quillway::ui {

class ProblemModel;

/// What is wrong with the site, live: a strip of rows; choosing one leads to its place. What can be put right is offered in a menu.
class ProblemList : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemList(QWidget *parent = nullptr);

    void setProblems(const Diagnostics &problems);
    /// How far other sites have been asked; both 0: nobody is being asked.
    void setExternalProgress(int done, int total);
    /// The answer to fixesRequested(): a menu of them at the problem's row, if that is still the current one.
    void offer(const Diagnostic &problem, const QList<changes::Fix> &fixes);

Q_SIGNALS:
    void chosen(const quillway::Error &place); ///< by a click or Return
    void closeRequested();
    void externalCheckRequested(); ///< also to end the one that runs
    void fixesRequested(const quillway::Diagnostic &problem); ///< by the button, Ctrl+. or the context menu
    void fixChosen(const quillway::changes::Fix &fix);

private:
    void choose(int row);
    void requestFixes();

    ProblemModel *m_model;
    QTableView *m_view;
    QLabel *m_heading;
    QToolButton *m_external;
    QToolButton *m_fix;
};

} // namespace quillway::ui

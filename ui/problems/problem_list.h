// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace quillway::ui {

class ProblemModel;

/// What is wrong with the site, live: a strip of rows; choosing one leads to its place.
class ProblemList : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemList(QWidget *parent = nullptr);

    void setProblems(const Diagnostics &problems);

Q_SIGNALS:
    void chosen(const quillway::Error &place); ///< by a click or Return
    void closeRequested();

private:
    void choose(int row);

    ProblemModel *m_model;
    QTableView *m_view;
    QLabel *m_heading;
};

} // namespace quillway::ui

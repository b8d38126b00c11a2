// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outline/outline.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace quillway::ui {

class OutlineList;
class OutlineModel;

/// The headings of the open text: Enter or a click goes to one, a drag or Alt with an arrow key moves its section. Knows nothing of texts: it is given values,
/// and asks.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(QWidget *parent = nullptr);

    enum class Absent { NotRead, NoText, NoMarkdown, NoHeadings, TooLong };
    /// `absent`: why, if the outline is empty.
    void setOutline(const Outline &outline, Absent absent = Absent::NoHeadings);
    /// The heading whose section the caret is in; -1: none.
    void setCurrent(qsizetype heading);

Q_SIGNALS:
    void chosen(qsizetype heading);
    void moveRequested(qsizetype section, qsizetype before); ///< a place that placeFor() gives
    void stepRequested(qsizetype section, quillway::text::Direction direction);
    void closeRequested();
    void textWanted(); ///< back to writing

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addActions();

    OutlineModel *m_model;
    OutlineList *m_list;
    QLabel *m_absent;
    QStackedWidget *m_stack;
};

} // namespace quillway::ui

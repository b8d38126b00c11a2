// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/merge.h"
#include "ui/diff/diff_view.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace quillway::ui {

/// Two texts that one file could have, and what they make together.
struct ShownConflict {
    QString heading; ///< a sentence
    DiffSide ours; ///< on the left
    DiffSide theirs;
    text::Merge merge; ///< of these two, as store::decideOutsideChange() or text::unite() gives it
};

enum class ConflictChoice {
    Ours,
    Theirs,
    Both, ///< all that does not touch merged and, where it does, ours followed by theirs
};

/// A file that was changed both here and by another program, in the same lines: the two texts side by side, and what can be made of them. Decides nothing
/// by itself; both texts stay until the user has chosen, which is possible once the difference is shown.
class ConflictView : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(QWidget *parent = nullptr);

    void showConflict(const ShownConflict &conflict);

Q_SIGNALS:
    /// `text`: what the file is to have then. To be done as an edit that can be undone.
    void resolved(quillway::ui::ConflictChoice choice, const QByteArray &text);
    void closeRequested(); ///< the user decides later

private:
    void setChoosable(bool choosable);

    QLabel *m_title;
    QPushButton *m_ours;
    QPushButton *m_theirs;
    QPushButton *m_both;
    DiffView *m_diff;
    ShownConflict m_shown;
};

} // namespace quillway::ui

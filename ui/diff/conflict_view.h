// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/merge.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace quillway::ui {

class DiffView;

/// A file that was changed both here and by another program, in the same lines: the two texts side by side, and what can be made of them. Decides nothing
/// by itself; both texts stay until the user has chosen, which is possible once the difference is shown.
class ConflictView : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(QWidget *parent = nullptr);

    /// `title`: of the file. `merge`: of these two texts, as store::decideOutsideChange() gives it.
    void showConflict(const QString &title, const QByteArray &ours, const QByteArray &theirs, const text::Merge &merge);

Q_SIGNALS:
    /// The text that the file is to have: ours, theirs, or all that does not touch merged and, where it does, ours followed by theirs. To be done as an
    /// edit that can be undone.
    void resolved(const QByteArray &text);

private:
    QLabel *m_title;
    QPushButton *m_ours;
    QPushButton *m_theirs;
    QPushButton *m_both;
    DiffView *m_diff;
    QByteArray m_oursText;
    QByteArray m_theirsText;
    text::Merge m_merge;
};

} // namespace quillway::ui

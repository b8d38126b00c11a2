// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/side_by_side.h"

#include <QWidget>

#include <memory>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace quillway::ui {

class DiffArea;

/// One of two texts to compare: a file's bytes, and what to call it.
struct DiffSide {
    QString caption;
    QByteArray bytes;
};

/// Two texts side by side with the way through their differences: how many there are, next and previous, all lines or only those around them. The comparison is
/// made on a worker; of several asked for, the last is shown.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    /// compared() follows, never before this returns. The texts shown before stay until then.
    void compare(const DiffSide &before, const DiffSide &after);
    /// Says that instead of two texts; a comparison under way is not shown.
    void showMessage(const QString &message);

    void goToNext();
    void goToPrevious();
    [[nodiscard]] DiffArea &area() { return *m_area; }

Q_SIGNALS:
    /// The difference is shown now. `same`: there is none, not even in line ends.
    void compared(bool same);

private:
    void take(const std::shared_ptr<const text::SideBySide> &compared, bool same);
    void updateSummary();

    DiffArea *m_area;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QLabel *m_before;
    QLabel *m_after;
    QLabel *m_summary;
    QToolButton *m_whole;
    QToolButton *m_next;
    QToolButton *m_previous;
    std::shared_ptr<const text::SideBySide> m_compared;
    quint64 m_request = 0; ///< the newest one's number
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSplitter>

#include <optional>

namespace quillway::ui {

class UserSettings;

/// What the area shows, from the left to the right and from the top down; it owns them all.
struct WorkAreaParts {
    QWidget *library;
    QWidget *posts;
    QWidget *tabs; ///< above what is written in
    QWidget *outline; ///< beside it
    QWidget *text;
    QWidget *preview;
    QList<QWidget *> panels; ///< below the columns; not shown until they are asked for
};

/// A site's columns side by side, above panels that take the whole width. The widths are the user's.
class WorkArea : public QSplitter
{
    Q_OBJECT

public:
    explicit WorkArea(const WorkAreaParts &parts, QWidget *parent = nullptr);

    /// Puts a panel below the columns; the area owns it.
    void addPanel(QWidget &panel) { addWidget(&panel); }
    /// Gives a panel as much room as the columns have: two texts side by side need as much as one.
    void shareRoom(QWidget &panel);
    /// Leaves nothing but the text; then gives back what there was, as wide as it was. `around`: what else goes with them and comes back.
    void setBare(bool bare, const QList<QWidget *> &around);
    [[nodiscard]] bool isBare() const { return m_before.has_value(); }

    void restoreWidths(const UserSettings &settings);
    void saveWidths(UserSettings &settings) const;

private:
    /// What is given back.
    struct Former {
        QByteArray columns;
        QByteArray rows;
        QSet<QWidget *> shown;
    };

    [[nodiscard]] QList<QWidget *> aroundTheText() const;

    QWidget *m_writing; ///< the tabs, the outline and the text
    QWidget *m_outline;
    QSplitter *m_text; ///< the outline and the text
    QSplitter *m_columns;
    std::optional<Former> m_before; ///< while the area is bare
};

/// Gives the focus to the next of `areas` that can be seen and take it, after the one that has it; to the one before for Qt::BacktabFocusReason.
void focusNextArea(const QList<QWidget *> &areas, const QWidget *focused, Qt::FocusReason reason);

} // namespace quillway::ui

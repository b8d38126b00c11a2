// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QList>
#include <QSet>
#include <QTabBar>

#include <functional>
#include <optional>

namespace quillway::ui {

/// The texts one is at work on, a tab each; not to be seen while there are fewer than two. A text that is only looked at gives its tab (in a quiet colour) to the
/// next one; it keeps it from the first edit on, or after a double click. Knows files and opens none: chosen() asks for that.
class FileTabs : public QTabBar
{
    Q_OBJECT

public:
    using TitleOf = std::function<QString(const SitePath &)>;
    /// `titleOf` names a file's text; empty where it has no title yet.
    explicit FileTabs(TitleOf titleOf, QWidget *parent = nullptr);

    /// The file that the editor shows now, if any.
    void showFile(const std::optional<SitePath> &file);
    /// Texts with edits that are not saved.
    void setModified(const QSet<SitePath> &files);
    void rename(const SitePath &from, const SitePath &to);
    /// A file that is there no more, or whose tab is not wanted: chosen() or emptied() follows if it was the current one.
    void remove(const SitePath &file);
    void removeAll();
    /// Titles may be other ones.
    void refresh();

    [[nodiscard]] std::optional<SitePath> current() const;
    [[nodiscard]] QList<SitePath> files() const; ///< from left to right
    /// Tabs that stay, after those there are.
    void add(const QList<SitePath> &files);

    /// Not wanted: not to be seen, however many there are.
    void setWanted(bool wanted);

    void step(int by); ///< 1: the next tab, the first one after the last; -1: the one before
    void closeCurrent();

Q_SIGNALS:
    void chosen(const quillway::SitePath &file);
    void emptied(); ///< the last tab was closed

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;

private:
    [[nodiscard]] SitePath fileAt(int index) const;
    [[nodiscard]] int indexOf(const SitePath &file) const;
    void setFile(int index, const SitePath &file);
    void describe(int index);
    void keep(const SitePath &file);
    void close(int index);
    void closeOthers(const SitePath &kept);
    void updateVisibility();

    TitleOf m_titleOf;
    QSet<SitePath> m_modified;
    std::optional<SitePath> m_passing; ///< is only looked at
    std::optional<SitePath> m_shown; ///< by the editor
    bool m_isWanted = true;
    bool m_isShowing = false; ///< the change of the current tab is not the user's
};

} // namespace quillway::ui

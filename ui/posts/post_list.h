// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "ui/posts/post_list_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace quillway::ui {

class InlinePrompt;

/// The column of posts: how many, a filter, an order, and the rows. Moving to a row opens its post; several can be selected.
class PostList : public QWidget
{
    Q_OBJECT

public:
    explicit PostList(QWidget *parent = nullptr);

    void setSite(const model::SitePtr &site);
    void setModified(const QSet<SitePath> &files);
    /// Puts this into the filter field: what the library column asks for.
    void setFilterText(const QString &text);
    [[nodiscard]] QString filterText() const;

    /// Makes that post's row the current one, if it passes the filter. Does not emit opened().
    void setCurrent(const std::optional<SitePath> &file);
    [[nodiscard]] QList<SitePath> selectedFiles() const;
    /// The post that would be next to this one if it went away.
    [[nodiscard]] std::optional<SitePath> neighbourOf(const SitePath &file) const;

    [[nodiscard]] InlinePrompt &prompt() { return *m_prompt; }
    [[nodiscard]] QListView &view() { return *m_view; }
    void focusFilter();

Q_SIGNALS:
    void opened(const quillway::SitePath &file);
    void newPostRequested();
    void contextMenuRequested(const QPoint &globalPosition);
    void textWanted(); ///< Return on a row: on to its text

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *orderButton();
    void showCount();
    void keepCurrent();

    PostListModel *m_model;
    QLabel *m_count;
    QLineEdit *m_filter;
    QListView *m_view;
    InlinePrompt *m_prompt;
    QLabel *m_nothing;
    std::optional<SitePath> m_current;
    bool m_choosing = false; ///< the current row is being set by the program
};

} // namespace quillway::ui

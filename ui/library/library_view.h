// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_model.h"

#include <QTreeView>

namespace quillway::ui {

/// The library column. What is chosen in it leaves as the entry; what that means is for the window to say.
class LibraryView : public QTreeView
{
    Q_OBJECT

public:
    explicit LibraryView(QWidget *parent = nullptr);

    void setSite(const model::SitePtr &site);
    void setProblemCount(int count);
    void selectAllPosts(); ///< without telling so

Q_SIGNALS:
    void chosen(const quillway::ui::LibraryEntry &entry);

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    LibraryModel *m_model;
    bool m_opened = false; ///< the places were opened once
};

/// The text of the post list's filter that shows an entry's posts; nothing for entries that stand for no posts.
[[nodiscard]] std::optional<QString> filterFor(const LibraryEntry &entry);

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"
#include "ui/tags/tag_request.h"
#include "ui/tags/tags_report.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace quillway::ui {

class GrowingText;
class HeadEdits;
class InlinePrompt;
class PostField;

/// What stands beside the table about the tag chosen in it: what tags.toml says of it, what it may be the same as, its posts.
class TagDetails : public QWidget
{
    Q_OBJECT

public:
    /// `edits` are those of tags.toml; must outlive it.
    explicit TagDetails(HeadEdits &edits, QWidget *parent = nullptr);

    /// `file`: tags.toml as read.
    void setTag(const TagRow &row, const text::Value &file);
    void clear();
    void setSite(const model::SitePtr &site);

    /// What the tag is most probably the same as; empty if there is nothing.
    [[nodiscard]] QString proposedDouble() const;

    [[nodiscard]] QListView &posts() { return *m_posts; }
    [[nodiscard]] PostField &field() { return *m_field; }

Q_SIGNALS:
    void wanted(const quillway::ui::TagRequest &request);
    void fileWanted(const quillway::SitePath &file);

private:
    void writeInfo(const QString &field);
    void showPosts(const QList<model::PostPtr> &posts);
    void showDoubles();
    [[nodiscard]] QList<SitePath> selectedPosts() const;
    void askForPart();

    HeadEdits &m_edits;
    TagRow m_tag;
    text::Value m_file;
    model::SitePtr m_site;
    QLabel *m_name;
    QLineEdit *m_title;
    GrowingText *m_description;
    QLineEdit *m_aliases;
    QVBoxLayout *m_doubles;
    QStandardItemModel *m_postModel;
    QListView *m_posts;
    InlinePrompt *m_prompt;
    QPushButton *m_split;
    QPushButton *m_removeFrom;
    PostField *m_field;
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/places/newest_job.h"
#include "ui/places/place_page.h"
#include "ui/tags/tag_request.h"
#include "ui/tags/tags_report.h"

#include <stop_token>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace quillway::ui {

class InlinePrompt;
class TagDetails;
class TagGraphView;
class TagTableModel;

/// The tags' workspace: a table of all tags, a picture of which stand together, and what can be done to them. Its file is tags.toml, whether it is there or not. What is to be done to many files is asked
/// for with wanted(): whoever answers shows it before.
class TagsPage : public PlacePage
{
    Q_OBJECT

public:
    explicit TagsPage(QWidget *parent = nullptr);
    ~TagsPage() override;

    void setSite(const model::SitePtr &site) override;
    void focusFirst() override;
    void setCurrent(const QString &key);
    /// Tags chosen in the table, by their names as shown, from top to bottom.
    [[nodiscard]] QStringList selectedTags() const;

    [[nodiscard]] QTableView &table() { return *m_table; }
    [[nodiscard]] QLineEdit &filter() { return *m_filter; }
    [[nodiscard]] TagGraphView &graph() { return *m_graph; }
    [[nodiscard]] TagDetails &details() { return *m_details; }
    [[nodiscard]] InlinePrompt &prompt() { return *m_prompt; }

    void rename();
    void merge();
    void remove();

Q_SIGNALS:
    void wanted(const quillway::ui::TagRequest &request);
    void topicWanted(const QString &title, const QStringList &tags); ///< a new one
    void postsOfTagWanted(const QString &key); ///< in the list of posts

protected:
    void showHead(const text::Value &root, bool readOnly) override;
    void documentChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the thread makes of a snapshot.
    struct Made {
        TagsReport report;
        text::Value file; ///< tags.toml
    };
    QPushButton *addButton(const QString &text, const QString &icon, void (TagsPage::*run)());
    void makeTable();
    void connectParts();
    void ask();
    void take(const Made &made);
    void showCurrent();
    void showTopics(const QList<analysis::TopicSuggestion> &topics);
    void makeTopic();
    void updateActions();
    void select(const QStringList &keys);
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] QStringList selectedKeys() const;

    TagTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_count;
    QLineEdit *m_filter;
    QTableView *m_table;
    QLabel *m_nothing;
    InlinePrompt *m_prompt;
    TagGraphView *m_graph;
    TagDetails *m_details;
    QPushButton *m_rename = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_topic = nullptr;
    QWidget *m_topics; ///< suggested ones
    QStringList m_topicTitles;
    text::Value m_file;
    QString m_wantedKey; ///< to be chosen when the table has it
    bool m_selecting = false;
    std::stop_source m_stop;
    NewestJob m_job;
};

} // namespace quillway::ui

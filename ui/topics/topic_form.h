// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/path_problems.h"
#include "core/text/value.h"
#include "ui/places/shared_knowledge.h"
#include "ui/topics/topic_report.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace quillway::ui {

class FactText;
class HeadEdits;
class PathPlanner;
class RowList;
class StepList;
class TagField;

/// A topic's head as a form. What is typed leaves as edits of single keys; unknown keys and what the form does not understand stay in the file.
class TopicForm : public QWidget
{
    Q_OBJECT

public:
    /// `edits` must outlive it.
    TopicForm(HeadEdits &edits, SharedKnowledgePtr knowledge, QWidget *parent = nullptr);
    ~TopicForm() override;

    void setHead(const text::Value &root, bool readOnly);
    void setReport(const TopicReport &report);
    void setSite(const model::SitePtr &site);
    /// The topic's own, whose posts the suggested steps lead through.
    void setFile(const std::optional<SitePath> &file);
    void setPathProblems(const analysis::PathReport &report);

    /// Into the text that was written in last; the definition if none was.
    void insertFact(const QString &placeholder);
    /// Adds a slug to `include` or `exclude`, taking it out of the other.
    void addPost(const QString &slug, bool belongs);

    void focusTitle();
    /// The field of a key (`definition`, `claims`, `references`, `path`, …); of a list a new row where it is empty.
    void focusKey(const QString &key);

    [[nodiscard]] StepList &steps() { return *m_steps; }
    [[nodiscard]] RowList *list(const QString &key) const;
    [[nodiscard]] FactText &definition() { return *m_definition; }

Q_SIGNALS:
    void postWanted(const quillway::SitePath &file);
    void factsWanted(const QPoint &globalPosition); ///< from the keyboard, in a text

private:
    void addHead(QVBoxLayout &rows);
    void addTexts(QVBoxLayout &rows);
    RowList *addTextList(QVBoxLayout &rows, const QString &key, const QString &heading, const QString &item, const QString &add);
    void addReferences(QVBoxLayout &rows);
    void addPath(QVBoxLayout &rows);
    void connectList(RowList &list, const QString &key);
    void connectLine(QLineEdit &field, const QString &key);
    void watch(FactText &text);
    void setAutomaticPath(bool automatic);
    void showPath();
    void showSuggested();
    void followFocus(QWidget *now);

    HeadEdits &m_edits;
    text::Value m_root;
    TopicReport m_report;
    QLineEdit *m_title;
    TagField *m_tags;
    QLineEdit *m_focus;
    QLineEdit *m_include;
    QLineEdit *m_exclude;
    QWidget *m_ownPosts; ///< the two, while there is something in them
    QRadioButton *m_dossier;
    QRadioButton *m_brief;
    FactText *m_definition;
    QHash<QString, RowList *> m_lists; ///< by key
    QRadioButton *m_automatic;
    QRadioButton *m_own;
    QLabel *m_suggested;
    StepList *m_steps;
    PathPlanner *m_planner;
    QPointer<FactText> m_writtenLast;
    bool m_readOnly = false;
};

} // namespace quillway::ui

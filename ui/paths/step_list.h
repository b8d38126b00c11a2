// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/path_problems.h"
#include "core/model/site.h"
#include "core/text/value.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace quillway::ui {

class PostField;
class RowList;
class StepRow;

/// The steps of a reading path as cards, with the field that adds posts and the time that it takes to read them all.
class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void setValues(const QList<text::Value> &steps);
    [[nodiscard]] QList<text::Value> values() const;
    void setSite(const model::SitePtr &site);
    void setReadOnly(bool readOnly);
    /// What is wrong with the steps; each says its own.
    void setReport(const analysis::PathReport &report);
    /// The steps' posts, as the analysis takes them.
    [[nodiscard]] QList<model::Step> steps() const;

    [[nodiscard]] RowList &cards() { return *m_cards; }
    [[nodiscard]] PostField &field() { return *m_field; }
    [[nodiscard]] StepRow *card(int row) const;
    [[nodiscard]] QString total() const;

Q_SIGNALS:
    void typed(const QString &field);
    void changed();
    void planWanted(); ///< a suggestion is to be seen, or not any more
    void postWanted(const quillway::SitePath &file);

private:
    void showPosts();
    void addPost(const QString &slug);

    model::SitePtr m_site;
    QLabel *m_total;
    QLabel *m_problem;
    RowList *m_cards;
    PostField *m_field;
};

} // namespace quillway::ui

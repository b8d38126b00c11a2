// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/path_plan.h"
#include "core/text/value.h"
#include "ui/places/newest_job.h"
#include "ui/places/shared_knowledge.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace quillway::ui {

class TagField;

/// Suggests the steps of a reading path, for a topic or for tags, for a reader and the time there is, and says why each post is where it is. What is suggested is taken over in one step,
/// or left.
class PathPlanner : public QWidget
{
    Q_OBJECT

public:
    explicit PathPlanner(SharedKnowledgePtr knowledge, QWidget *parent = nullptr);

    void setSite(const model::SitePtr &site);
    /// Steps through the posts of this topic, whatever its tags; unset: through those of what is typed.
    void setTopic(const std::optional<SitePath> &topic);
    [[nodiscard]] const analysis::PathPlan &plan() const { return m_plan; }
    [[nodiscard]] TagField &subject() { return *m_subject; }
    [[nodiscard]] QSpinBox &minutes() { return *m_minutes; }
    [[nodiscard]] QPushButton &takeButton() { return *m_take; }

Q_SIGNALS:
    void taken(const QList<quillway::text::Value> &steps);
    void closed();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask();
    void showPlan(const analysis::PathPlan &plan);
    void take();

    SharedKnowledgePtr m_knowledge;
    model::SitePtr m_site;
    std::optional<SitePath> m_topic;
    analysis::PathPlan m_plan;
    QWidget *m_subjectRow;
    TagField *m_subject;
    QList<QRadioButton *> m_levels; ///< as ReaderLevel counts them
    QSpinBox *m_minutes;
    QLabel *m_state;
    QVBoxLayout *m_steps;
    QPushButton *m_take;
    NewestJob m_job;
};

/// Why a post is on the way, or where it is.
[[nodiscard]] QString describe(const analysis::StepReason &reason);
[[nodiscard]] QString nameOf(analysis::PathStage stage);

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/value.h"
#include "ui/places/place_page.h"
#include "ui/places/shared_knowledge.h"

class QLineEdit;

namespace quillway::ui {

class GrowingText;
class PathPlanner;
class StepList;

/// A reading path's workspace: title, summary, its steps as cards.
class PathPage : public PlacePage
{
    Q_OBJECT

public:
    explicit PathPage(SharedKnowledgePtr knowledge, QWidget *parent = nullptr);
    ~PathPage() override;

    void setSite(const model::SitePtr &site) override;
    void focusFirst() override;

    [[nodiscard]] StepList &steps() { return *m_steps; }
    [[nodiscard]] PathPlanner &planner() { return *m_planner; }

protected:
    void showHead(const text::Value &root, bool readOnly) override;
    void documentChanged() override;

private:
    void askForProblems();

    SharedKnowledgePtr m_knowledge;
    text::Value m_root;
    QLineEdit *m_title;
    GrowingText *m_summary;
    StepList *m_steps;
    PathPlanner *m_planner;
    NewestJob m_job;
};

} // namespace quillway::ui

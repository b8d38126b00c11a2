// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/places/newest_job.h"
#include "ui/places/place_page.h"
#include "ui/places/shared_knowledge.h"
#include "ui/topics/topic_advice.h"
#include "ui/topics/topic_report.h"

class QBoxLayout;
class QScrollArea;

namespace quillway::ui {

class AdvicePanel;
class FactsPanel;
class TopicForm;

/// A topic's workspace: its form, and beside it (below it where there is little room) what its posts say, live.
class TopicPage : public PlacePage
{
    Q_OBJECT

public:
    explicit TopicPage(SharedKnowledgePtr knowledge, QWidget *parent = nullptr);
    ~TopicPage() override;

    void setSite(const model::SitePtr &site) override;
    void focusFirst() override;

    [[nodiscard]] TopicForm &form() { return *m_form; }
    [[nodiscard]] FactsPanel &facts() { return *m_facts; }
    [[nodiscard]] AdvicePanel &advice() { return *m_advice; }

protected:
    void showHead(const text::Value &root, bool readOnly) override;
    void documentChanged() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();
    void askForAdvice();
    void take(const TopicReport &report);
    void offerFacts(const QPoint &globalPosition);

    struct Rendering;
    std::shared_ptr<Rendering> m_rendering; ///< the thread's
    TopicForm *m_form;
    SharedKnowledgePtr m_knowledge;
    QWidget *m_side;
    FactsPanel *m_facts;
    AdvicePanel *m_advice;
    QScrollArea *m_scroll;
    QBoxLayout *m_columns;
    TopicReport m_report;
    model::SitePtr m_tagsOf; ///< the snapshot whose tags the form knows
    NewestJob m_job;
    NewestJob m_adviceJob; ///< takes longer than the facts should wait
};

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_page.h"

#include "core/publish/theme.h"
#include "ui/topics/advice_panel.h"
#include "ui/topics/facts_panel.h"
#include "ui/topics/topic_form.h"
#include "ui/topics/years_chart.h"

#include <QBoxLayout>
#include <QMenu>
#include <QScrollArea>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int leastSide = 190; ///< pixels
constexpr int mostSide = 240;
constexpr int roomForBoth = 540; ///< from where on the facts stand beside the form

} // namespace

/// Used by one piece of work after the other.
struct TopicPage::Rendering {
    QString language;
    std::unique_ptr<publish::Renderer> renderer;

    publish::Renderer &forLanguage(const QString &wanted)
    {
        if (!renderer || wanted != language)
            renderer = std::make_unique<publish::Renderer>(publish::builtInTheme(), wanted);
        language = wanted;
        return *renderer;
    }
};

TopicPage::TopicPage(SharedKnowledgePtr knowledge, QWidget *parent)
    : PlacePage(parent)
    , m_rendering(std::make_shared<Rendering>())
    , m_form(new TopicForm(edits(), knowledge))
    , m_knowledge(std::move(knowledge))
    , m_side(new QWidget)
    , m_facts(new FactsPanel)
    , m_advice(new AdvicePanel)
    , m_scroll(new QScrollArea)
{
    setAccessibleName(tr("Topic"));
    auto *content = new QWidget;
    content->setProperty("role", u"ground"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(28, 0, 20, 16);
    m_columns->setSpacing(20);
    m_columns->addWidget(m_form, 1);
    auto *sideRows = new QVBoxLayout(m_side);
    sideRows->setContentsMargins(0, 0, 0, 0);
    sideRows->setSpacing(0);
    sideRows->addWidget(m_facts);
    sideRows->addWidget(m_advice);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    rows().addWidget(m_scroll, 1);
    connect(m_facts, &FactsPanel::factChosen, m_form, &TopicForm::insertFact);
    connect(m_form, &TopicForm::factsWanted, this, &TopicPage::offerFacts);
    connect(m_advice, &AdvicePanel::keyWanted, m_form, &TopicForm::focusKey);
    connect(m_advice, &AdvicePanel::postChosen, m_form, &TopicForm::addPost);
    connect(m_advice, &AdvicePanel::fileWanted, this, &PlacePage::fileWanted);
    connect(m_form, &TopicForm::postWanted, this, &PlacePage::fileWanted);
}

/// Fields end their editing as they go.
TopicPage::~TopicPage()
{
    for (QObject *part : findChildren<QObject *>()) {
        part->disconnect(m_form);
        part->disconnect(&edits());
    }
}

void TopicPage::documentChanged()
{
    m_job.cancel();
    m_adviceJob.cancel();
    m_report = {};
    m_advice->setAdvice({});
    m_form->setFile(file());
    take(m_report);
    m_scroll->ensureVisible(0, 0);
    ask();
}

void TopicPage::setSite(const model::SitePtr &site)
{
    PlacePage::setSite(site);
    ask();
}

void TopicPage::showHead(const text::Value &root, bool readOnly)
{
    m_form->setHead(root, readOnly);
}

/// Each snapshot anew while the topic is shown.
void TopicPage::ask()
{
    if (!file() || !site())
        return;
    if (!m_tagsOf || !model::differInBodiesOnly(*m_tagsOf, *site()))
        m_form->setSite(site());
    m_tagsOf = site();
    m_job.run(
        [rendering = m_rendering, site = site(), file = *file()] {
            return reportOn(site, file, rendering->forLanguage(site->settings().language), QDateTime::currentDateTimeUtc());
        },
        [this, file = *file()](const TopicReport &report) {
            if (file == this->file() && report.topic)
                take(report);
        });
    askForAdvice();
}

void TopicPage::askForAdvice()
{
    m_adviceJob.run(
        [knowledge = m_knowledge, site = site(), file = *file()] {
            const auto known = knowledge->of(site, QDateTime::currentDateTimeUtc());
            return known ? adviceOn(file, *known) : TopicAdvice();
        },
        [this, file = *file()](const TopicAdvice &advice) {
            if (file != this->file())
                return;
            m_advice->setAdvice(advice);
            m_facts->setDrift(advice.drift);
            m_form->setPathProblems(advice.path);
        });
}

void TopicPage::take(const TopicReport &report)
{
    m_report = report;
    m_form->setReport(report);
    m_facts->setReport(report);
}

void TopicPage::offerFacts(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ShownFact &fact : m_report.facts) {
        const QString value = fontMetrics().elidedText(fact.value, Qt::ElideRight, 260);
        QAction *action = menu->addAction(
            tr("%1: %2").arg(labelOfFact(fact.name), value.isEmpty() ? tr("none") : value).replace(u'&', u"&&"_s));
        action->setToolTip(fact.placeholder);
        connect(action, &QAction::triggered, this, [this, placeholder = fact.placeholder] { m_form->insertFact(placeholder); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("The facts are not known yet"))->setEnabled(false);
    menu->popup(globalPosition);
}

void TopicPage::focusFirst()
{
    m_form->focusTitle();
}

void TopicPage::resizeEvent(QResizeEvent *event)
{
    PlacePage::resizeEvent(event);
    const bool beside = width() >= roomForBoth;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setFixedWidth(beside ? std::clamp(width() / 3, leastSide, mostSide) : std::max(200, width() - 60));
}

} // namespace quillway::ui

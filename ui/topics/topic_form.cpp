// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_form.h"

#include "ui/paths/path_planner.h"
#include "ui/paths/step_list.h"
#include "ui/places/file_undo.h"
#include "ui/places/form_parts.h"
#include "ui/places/head_edits.h"
#include "ui/places/head_values.h"
#include "ui/places/post_field.h"
#include "ui/places/row_list.h"
#include "ui/properties/head_fields.h"
#include "ui/properties/tag_field.h"
#include "ui/topics/fact_text.h"
#include "ui/topics/reference_row.h"
#include "ui/topics/text_row.h"

#include <QApplication>
#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::KeyEdit;
using text::Value;

TopicForm::TopicForm(HeadEdits &edits, SharedKnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_edits(edits)
    , m_title(titleField(tr("Title")))
    , m_tags(new TagField)
    , m_focus(lineField(tr("Focus")))
    , m_include(lineField(tr("Also these posts")))
    , m_exclude(lineField(tr("Without these posts")))
    , m_ownPosts(new QWidget)
    , m_dossier(new QRadioButton(tr("Dossier")))
    , m_brief(new QRadioButton(tr("Brief")))
    , m_definition(new FactText)
    , m_automatic(new QRadioButton(tr("Suggested from the posts")))
    , m_own(new QRadioButton(tr("Steps of my own")))
    , m_suggested(new QLabel)
    , m_steps(new StepList)
    , m_planner(new PathPlanner(std::move(knowledge)))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 24);
    rows->setSpacing(2);
    addHead(*rows);
    addTexts(*rows);
    addReferences(*rows);
    addPath(*rows);
    rows->addStretch(1);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget * /*before*/, QWidget *now) { followFocus(now); });
}

/// A field that has the focus loses it as it goes, when this is no form any more.
TopicForm::~TopicForm()
{
    qApp->disconnect(this);
}

void TopicForm::addHead(QVBoxLayout &rows)
{
    rows.addWidget(m_title);
    connectLine(*m_title, u"title"_s);
    m_tags->setProperty("role", u"field"_s);
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setToolTip(tr("Posts with one of these tags belong to the topic"));
    leaveUndoToFile(*m_tags);
    m_focus->setPlaceholderText(tr("what its posts look at, in a few words"));
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(fieldLabel(tr("Tags"), m_tags), 0, 0, Qt::AlignTop);
    grid->addWidget(m_tags, 0, 1);
    grid->addWidget(fieldLabel(tr("Focus"), m_focus), 1, 0, Qt::AlignTop);
    grid->addWidget(m_focus, 1, 1);
    auto *layouts = new QButtonGroup(this);
    auto *layoutRow = new QHBoxLayout;
    layoutRow->setContentsMargins(7, 4, 0, 0);
    layoutRow->setSpacing(16);
    for (const auto &[button, name, tip] :
         { std::tuple(m_dossier, u"dossier"_s, tr("Definition, claims, checklist, failure modes, path, references")),
           std::tuple(m_brief, u"brief"_s, tr("The newest post, the definition, the other posts’ summaries")) }) {
        layouts->addButton(button);
        button->setToolTip(tip);
        layoutRow->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, name] { m_edits.apply({ editOf(m_root, u"layout"_s, name) }); });
    }
    layoutRow->addStretch(1);
    grid->addWidget(fieldLabel(tr("Layout"), m_dossier), 2, 0, Qt::AlignTop);
    grid->addLayout(layoutRow, 2, 1);
    rows.addLayout(grid);
    auto *own = new QGridLayout(m_ownPosts);
    own->setContentsMargins(0, 0, 0, 0);
    own->setHorizontalSpacing(8);
    own->setVerticalSpacing(1);
    own->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[label, field, key] :
         { std::tuple(tr("Also"), m_include, u"include"_s), std::tuple(tr("Without"), m_exclude, u"exclude"_s) }) {
        own->addWidget(fieldLabel(label, field), row, 0, Qt::AlignTop);
        own->addWidget(field, row++, 1);
        field->setPlaceholderText(tr("no post"));
        field->setToolTip(tr("Slugs of posts, separated by commas"));
        connect(field, &QLineEdit::textEdited, this,
                [this, field, key] { m_edits.type(key, editOf(m_root, key, splitTags(field->text()))); });
        connect(field, &QLineEdit::editingFinished, &m_edits, &HeadEdits::flush);
    }
    rows.addWidget(m_ownPosts);
    connect(m_tags, &QLineEdit::textEdited, this, [this] { m_edits.type(u"tags"_s, editOf(m_root, u"tags"_s, splitTags(m_tags->text()))); });
    connect(m_tags, &QLineEdit::editingFinished, &m_edits, &HeadEdits::flush);
    connectLine(*m_focus, u"focus"_s);
}

void TopicForm::connectLine(QLineEdit &field, const QString &key)
{
    connect(&field, &QLineEdit::textEdited, this, [this, &field, key] { m_edits.type(key, editOf(m_root, key, field.text().trimmed())); });
    connect(&field, &QLineEdit::editingFinished, &m_edits, &HeadEdits::flush);
}

void TopicForm::addTexts(QVBoxLayout &rows)
{
    addHeading(rows, tr("Definition"));
    m_definition->setName(tr("Definition"));
    watch(*m_definition);
    rows.addWidget(m_definition);
    connect(m_definition, &FactText::textEdited, this,
            [this] { m_edits.type(u"definition"_s, editOf(m_root, u"definition"_s, m_definition->text())); });
    connect(&m_definition->edit(), &GrowingText::editingFinished, &m_edits, &HeadEdits::flush);
    addTextList(rows, u"claims"_s, tr("Key claims"), tr("Claim"), tr("Add a claim"));
    addTextList(rows, u"checklist"_s, tr("Practical checklist"), tr("Point"), tr("Add a point"));
    addTextList(rows, u"failure_modes"_s, tr("Failure modes"), tr("Failure mode"), tr("Add a failure mode"));
}

RowList *TopicForm::addTextList(QVBoxLayout &rows, const QString &key, const QString &heading, const QString &item, const QString &add)
{
    addHeading(rows, heading);
    auto *list = new RowList(item, add, [this, item] {
        auto *row = new TextRow(item);
        watch(row->text());
        return row;
    });
    list->setAccessibleName(heading);
    rows.addWidget(list);
    connectList(*list, key);
    return list;
}

void TopicForm::addReferences(QVBoxLayout &rows)
{
    addHeading(rows, tr("References"));
    auto *list = new RowList(tr("Reference"), tr("Add a reference"), [] { return new ReferenceRow; });
    list->setAccessibleName(tr("References"));
    rows.addWidget(list);
    connectList(*list, u"references"_s);
}

void TopicForm::connectList(RowList &list, const QString &key)
{
    m_lists.insert(key, &list);
    connect(&list, &RowList::typed, this,
            [this, &list, key](const QString &field) { m_edits.type(key + u'/' + field, editOf(m_root, key, list.values())); });
    connect(&list, &RowList::changed, this, [this, &list, key] { m_edits.apply({ editOf(m_root, key, list.values()) }); });
}

void TopicForm::addPath(QVBoxLayout &rows)
{
    addHeading(rows, tr("Reading path"));
    auto *choice = new QButtonGroup(this);
    auto *choices = new QHBoxLayout;
    choices->setContentsMargins(1, 0, 0, 4);
    choices->setSpacing(16);
    for (QRadioButton *button : { m_automatic, m_own }) {
        choice->addButton(button);
        choices->addWidget(button);
    }
    choices->addStretch(1);
    rows.addLayout(choices);
    m_suggested->setProperty("role", u"quiet"_s);
    m_suggested->setTextFormat(Qt::PlainText);
    m_suggested->setWordWrap(true);
    rows.addWidget(m_suggested);
    rows.addWidget(m_steps);
    m_planner->hide();
    rows.addWidget(m_planner);
    connect(m_steps, &StepList::planWanted, this, [this] { m_planner->setVisible(m_planner->isHidden()); });
    connect(m_planner, &PathPlanner::closed, m_planner, &QWidget::hide);
    connect(m_planner, &PathPlanner::taken, this,
            [this](const QList<Value> &steps) { m_edits.apply({ { spellingOf(m_root, u"path"_s), Value::list(steps) } }); });
    connect(m_automatic, &QRadioButton::clicked, this, [this] { setAutomaticPath(true); });
    connect(m_own, &QRadioButton::clicked, this, [this] { setAutomaticPath(false); });
    connect(m_steps, &StepList::typed, this,
            [this](const QString &field) { m_edits.type(u"path/"_s + field, editOf(m_root, u"path"_s, m_steps->values())); });
    connect(m_steps, &StepList::changed, this,
            [this] { m_edits.apply({ { spellingOf(m_root, u"path"_s), Value::list(m_steps->values()) } }); });
    connect(m_steps, &StepList::postWanted, this, &TopicForm::postWanted);
}

/// The steps that were suggested become the first ones of the author's own.
void TopicForm::setAutomaticPath(bool automatic)
{
    const QString key = spellingOf(m_root, u"path"_s);
    if (automatic)
        return m_edits.apply({ { key, Value::string(u"auto"_s) } });
    QList<Value> steps;
    for (const analysis::SuggestedStep &step : m_report.profile.suggestedPath)
        steps.append(Value::map({ { u"post"_s, {}, Value::string(step.post->slug) }, { u"stage"_s, {}, Value::string(step.stage) } }));
    m_edits.apply({ { key, Value::list(steps) } });
}

void TopicForm::watch(FactText &text)
{
    connect(&text.edit(), &FactEdit::factsWanted, this, &TopicForm::factsWanted);
    text.setFilled(m_report.texts);
}

void TopicForm::followFocus(QWidget *now)
{
    for (QWidget *widget = now; widget && widget != this; widget = widget->parentWidget()) {
        if (auto *text = qobject_cast<FactText *>(widget); text && isAncestorOf(text)) {
            m_writtenLast = text;
            return;
        }
    }
}

void TopicForm::insertFact(const QString &placeholder)
{
    FactText &text = m_writtenLast ? *m_writtenLast : *m_definition;
    text.insertFact(placeholder);
    text.edit().setFocus();
}

void TopicForm::setHead(const Value &root, bool readOnly)
{
    m_root = root;
    m_readOnly = readOnly;
    showLine(*m_title, textOf(root, u"title"_s));
    showLine(*m_focus, textOf(root, u"focus"_s));
    const QStringList tags = wordsOf(root, u"tags"_s);
    if (splitTags(m_tags->text()) != tags)
        showLine(*m_tags, tags.join(u", "_s));
    const bool brief = textOf(root, u"layout"_s).compare("brief"_L1, Qt::CaseInsensitive) == 0;
    (brief ? m_brief : m_dossier)->setChecked(true);
    m_definition->setText(textOf(root, u"definition"_s));
    for (auto list = m_lists.cbegin(); list != m_lists.cend(); ++list) {
        list.value()->setValues(itemsOf(root, list.key()));
        list.value()->setReadOnly(readOnly);
    }
    bool hasOwnPosts = false;
    for (const auto &[field, key] : { std::pair(m_include, u"include"_s), std::pair(m_exclude, u"exclude"_s) }) {
        const QStringList slugs = wordsOf(root, key);
        hasOwnPosts = hasOwnPosts || !slugs.isEmpty() || field->hasFocus();
        if (splitTags(field->text()) != slugs)
            showLine(*field, slugs.join(u", "_s));
        field->setReadOnly(readOnly);
    }
    m_ownPosts->setVisible(hasOwnPosts);
    showPath();
    for (QLineEdit *field : { m_title, static_cast<QLineEdit *>(m_tags), m_focus })
        field->setReadOnly(readOnly);
    m_definition->setReadOnly(readOnly);
    for (QRadioButton *button : { m_dossier, m_brief, m_automatic, m_own })
        button->setEnabled(!readOnly);
    m_steps->setReadOnly(readOnly);
}

void TopicForm::showPath()
{
    const Value *path = valueOf(m_root, u"path"_s);
    const bool own = path && path->kind == Value::Kind::List;
    (own ? m_own : m_automatic)->setChecked(true);
    m_steps->setVisible(own);
    if (!own)
        m_planner->hide();
    m_suggested->setVisible(!own);
    m_steps->setValues(own ? path->items : QList<Value>());
}

void TopicForm::showSuggested()
{
    QStringList lines;
    for (const analysis::SuggestedStep &step : m_report.profile.suggestedPath)
        lines.append(tr("%1: %2").arg(step.stage, step.post->title));
    m_suggested->setText(lines.isEmpty() ? tr("As soon as the topic has posts, three of them are suggested here.") : lines.join(u'\n'));
}

void TopicForm::setReport(const TopicReport &report)
{
    m_report = report;
    for (FactText *text : findChildren<FactText *>())
        text->setFilled(report.texts);
    m_definition->edit().setPlaceholderText(report.definitionOtherwise.isEmpty() ? tr("What the topic is about")
                                                                                 : report.definitionOtherwise);
    if (report.topic)
        m_tags->setPlaceholderText(report.topic->slug);
    showSuggested();
}

void TopicForm::setSite(const model::SitePtr &site)
{
    m_steps->setSite(site);
    m_planner->setSite(site);
    if (!site)
        return;
    QStringList tags;
    for (const model::Tag &tag : model::tagsOf(*site, site->posts()))
        tags.append(tag.name);
    m_tags->setKnownTags(tags);
}

void TopicForm::setFile(const std::optional<SitePath> &file)
{
    m_planner->hide();
    m_planner->setTopic(file);
}

void TopicForm::setPathProblems(const analysis::PathReport &report)
{
    m_steps->setReport(report);
}

void TopicForm::addPost(const QString &slug, bool belongs)
{
    QStringList in = wordsOf(m_root, u"include"_s);
    QStringList out = wordsOf(m_root, u"exclude"_s);
    QStringList &to = belongs ? in : out;
    QStringList &from = belongs ? out : in;
    QList<KeyEdit> edits;
    if (!to.contains(slug)) {
        to.append(slug);
        edits.append(editOf(m_root, belongs ? u"include"_s : u"exclude"_s, to));
    }
    if (from.removeAll(slug) > 0)
        edits.append(editOf(m_root, belongs ? u"exclude"_s : u"include"_s, from));
    if (!edits.isEmpty())
        m_edits.apply(edits);
}

RowList *TopicForm::list(const QString &key) const
{
    return m_lists.value(key);
}

void TopicForm::focusTitle()
{
    m_title->setFocus();
    m_title->selectAll();
}

void TopicForm::focusKey(const QString &key)
{
    if (RowList *list = m_lists.value(key))
        return list->count() > 0 ? list->content(list->count() - 1)->focusFirst() : list->add();
    if (key == "definition"_L1)
        m_definition->edit().setFocus();
    else if (key == "tags"_L1)
        m_tags->setFocus();
    else if (key == "focus"_L1)
        m_focus->setFocus();
    else if (key == "include"_L1 || key == "exclude"_L1)
        (key == "include"_L1 ? m_include : m_exclude)->setFocus();
    else if (key == "path"_L1)
        m_steps->isVisibleTo(this) ? m_steps->field().setFocus() : m_own->setFocus();
    else
        focusTitle();
}

} // namespace quillway::ui

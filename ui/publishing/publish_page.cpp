// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/publish_page.h"

#include "core/deploy/secrets.h"
#include "ui/places/form_parts.h"
#include "ui/places/head_values.h"
#include "ui/publishing/publish_texts.h"
#include "ui/publishing/target_form.h"
#include "ui/style/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using model::PublishDestination;
using text::Value;

namespace {

constexpr qsizetype mostShown = 500; ///< files of a part of the list

} // namespace

PublishPage::PublishPage(QWidget *parent)
    : PlacePage(parent)
    , m_list(new QListWidget)
    , m_empty(new QLabel(
          tr("A target is where readers find the site: a folder, a branch on GitHub, a server of your own. Give it a name, and choose "
             "what it is.")))
    , m_newName(new QLineEdit)
    , m_newKind(new QComboBox)
    , m_add(new QPushButton(themeIcon(u"list-add"_s), tr("Add")))
    , m_remove(new QPushButton(themeIcon(u"edit-delete"_s), tr("Remove this target")))
    , m_form(new TargetForm(edits()))
    , m_tokenRow(new QWidget)
    , m_token(lineField(tr("Token")))
    , m_withErrors(new QCheckBox(tr("Publish with errors, too")))
    , m_show(new QPushButton(tr("Show what changes")))
    , m_publish(new QPushButton(themeIcon(u"document-send"_s), tr("Publish")))
    , m_stop(new QPushButton(tr("Stop")))
    , m_bar(new QProgressBar)
    , m_message(new QLabel)
    , m_changeModel(new QStandardItemModel(this))
    , m_changes(new QTreeView)
    , m_details(new QWidget)
{
    setAccessibleName(tr("Publish"));
    edits().setEditing(&text::editTomlDocument);
    auto *title = new QLabel(tr("Publish"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.75);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setContentsMargins(28, 0, 20, 8);
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeList());
    columns->addWidget(makeDetails());
    columns->setSizes({ 300, 700 });
    columns->setStretchFactor(1, 1);
    rows().addWidget(title);
    rows().addWidget(columns, 1);
    connectParts();
    updateActions();
}

/// Fields end their editing as they go.
PublishPage::~PublishPage()
{
    for (QObject *part : findChildren<QObject *>()) {
        part->disconnect(this);
        part->disconnect(m_form);
        part->disconnect(&edits());
    }
}

QWidget *PublishPage::makeList()
{
    m_list->setAccessibleName(tr("Targets"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("role", u"choices"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setWordWrap(true);
    m_empty->setProperty("role", u"quiet"_s);
    m_newName->setAccessibleName(tr("Name of a new target"));
    m_newName->setPlaceholderText(tr("Name of a new target"));
    for (const PublishDestination::Kind kind : model::publishKinds())
        m_newKind->addItem(publishKindLabel(kind), static_cast<int>(kind));
    m_newKind->setAccessibleName(tr("Kind of a new target"));
    m_newKind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *column = new QWidget;
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(28, 0, 12, 14);
    lines->setSpacing(6);
    lines->addWidget(m_list, 1);
    lines->addWidget(m_empty);
    lines->addWidget(m_newName);
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_newKind, 1);
    adding->addWidget(m_add);
    lines->addLayout(adding);
    lines->addStretch(); // has room only while there is no list
    return column;
}

QWidget *PublishPage::makeDetails()
{
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Goes to the desktop’s keychain with Return; it is never shown again"));
    auto *token = new QHBoxLayout(m_tokenRow);
    token->setContentsMargins(0, 0, 0, 0);
    token->addWidget(fieldLabel(tr("Token"), m_token));
    token->addWidget(m_token, 1);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(tr("Progress of publishing"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_changes->setModel(m_changeModel);
    m_changes->setHeaderHidden(true);
    m_changes->setUniformRowHeights(true);
    m_changes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_changes->setAccessibleName(tr("What changes"));
    m_publish->setDefault(true);
    m_publish->setProperty("role", u"primary"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QWidget *part : std::initializer_list<QWidget *> { m_show, m_publish, m_bar, m_stop })
        buttons->addWidget(part);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    auto *lines = new QVBoxLayout(m_details);
    lines->setContentsMargins(14, 0, 20, 14);
    lines->setSpacing(8);
    lines->addWidget(m_form);
    lines->addWidget(m_tokenRow);
    lines->addLayout(buttons);
    lines->addWidget(m_withErrors);
    lines->addWidget(m_message);
    lines->addWidget(m_changes, 1);
    return m_details;
}

void PublishPage::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &PublishPage::choose);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT wanted(true); });
    connect(m_publish, &QPushButton::clicked, this, [this] { Q_EMIT wanted(false); });
    connect(m_stop, &QPushButton::clicked, this, &PublishPage::stopWanted);
    connect(m_remove, &QPushButton::clicked, this, &PublishPage::removeTarget);
    connect(m_newName, &QLineEdit::textChanged, this, &PublishPage::updateActions);
    const auto add = [this] {
        addTarget(m_newName->text().trimmed(), static_cast<PublishDestination::Kind>(m_newKind->currentData().toInt()));
    };
    connect(m_add, &QPushButton::clicked, this, add);
    connect(m_newName, &QLineEdit::returnPressed, this, add);
    connect(m_token, &QLineEdit::returnPressed, this, [this] {
        Q_EMIT tokenGiven(m_token->text());
        m_token->clear();
    });
}

void PublishPage::setSite(const model::SitePtr &site)
{
    PlacePage::setSite(site);
    ask();
}

void PublishPage::documentChanged()
{
    ask();
}

void PublishPage::showHead(const Value & /*root*/, bool readOnly)
{
    m_form->setEnabled(!readOnly);
}

void PublishPage::focusFirst()
{
    m_list->setFocus();
}

/// Settings are read on a thread, as all texts are.
void PublishPage::ask()
{
    if (!file() || !site())
        return;
    m_job.run(
        [source = site()->parts().settingsSource] {
            const Result<Value> root = text::parseToml(source);
            const Value *targets = root ? root->find(u"publish") : nullptr;
            return targets != nullptr && targets->kind == Value::Kind::Map ? *targets : Value::map({});
        },
        [this](const Value &targets) { take(targets); });
}

void PublishPage::take(const Value &targets)
{
    if (edits().isWaiting())
        return; // the form is newer
    m_targets = targets;
    const QString current = m_wantedTarget.isEmpty() && m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString()
                                                                              : m_wantedTarget;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Value::Member &member : targets.members) {
        const auto kind = kindOf(member.value);
        auto *item = new QListWidgetItem(kind ? u"%1 — %2"_s.arg(member.key, publishKindLabel(*kind)) : member.key, m_list);
        item->setData(Qt::UserRole, member.key);
        if (member.key == current) {
            m_list->setCurrentItem(item);
            m_wantedTarget.clear();
        }
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    choose();
}

void PublishPage::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QString name = item ? item->data(Qt::UserRole).toString() : QString();
    if (name != m_form->name()) {
        m_message->clear();
        m_changeModel->clear();
    }
    m_form->setTarget(name, m_targets);
    updateActions();
}

std::optional<PublishDestination> PublishPage::target() const
{
    if (!site())
        return std::nullopt;
    const QList<PublishDestination> targets = model::publishDestinations(site()->settings());
    const auto place = std::ranges::find(targets, m_form->name(), &PublishDestination::name);
    return place == targets.end() ? std::nullopt : std::optional(*place);
}

bool PublishPage::goesOnWithErrors() const
{
    return m_withErrors->isChecked();
}

void PublishPage::updateActions()
{
    const auto chosen = target();
    const bool canPublish = chosen && !m_isRunning;
    m_show->setEnabled(canPublish);
    m_publish->setEnabled(canPublish);
    m_show->setToolTip(chosen ? QString() : tr("Something that this target needs is missing"));
    m_stop->setVisible(m_isRunning);
    m_bar->setVisible(m_isRunning);
    m_list->setEnabled(!m_isRunning);
    m_remove->setEnabled(!m_form->name().isEmpty() && !m_isRunning);
    m_details->setVisible(m_list->count() > 0);
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    m_tokenRow->setVisible(chosen && deploy::tokenName(*chosen, site()->folder()));
    const QString name = m_newName->text().trimmed();
    m_add->setEnabled(!name.isEmpty() && m_targets.find(name) == nullptr);
}

void PublishPage::addTarget(const QString &name, PublishDestination::Kind kind)
{
    if (name.isEmpty() || m_targets.find(name) != nullptr)
        return;
    m_wantedTarget = name;
    m_newName->clear();
    const Value table = Value::map({ { u"kind"_s, {}, Value::string(model::publishKindName(kind)) } });
    edits().apply({ { u"publish"_s, withMember(m_targets.kind == Value::Kind::Map ? m_targets : Value::map({}), {}, name, table) } });
}

void PublishPage::removeTarget()
{
    const Value rest = withMember(m_targets, {}, m_form->name(), std::nullopt);
    edits().apply({ { u"publish"_s, rest.members.isEmpty() ? std::nullopt : std::optional(rest) } });
}

void PublishPage::tell(const QString &text)
{
    m_message->setText(text);
}

void PublishPage::showProgress(deploy::PublishStage stage, int done, int total)
{
    m_isRunning = true;
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    tell(describeStage(stage, done, total));
    updateActions();
}

void PublishPage::addPart(const QString &title, const QList<SitePath> &files)
{
    if (files.isEmpty())
        return;
    auto *part = new QStandardItem(title);
    for (const SitePath &file : files.first(std::min(files.size(), mostShown)))
        part->appendRow(new QStandardItem(file.toString()));
    if (files.size() > mostShown)
        part->appendRow(new QStandardItem(tr("and %Ln more", nullptr, static_cast<int>(files.size() - mostShown))));
    m_changeModel->appendRow(part);
    m_changes->setExpanded(part->index(), files.size() <= 20);
}

void PublishPage::showReport(const deploy::PublishReport &report)
{
    m_isRunning = false;
    m_changeModel->clear();
    addPart(tr("Added: %L1").arg(report.plan.added.size()), report.plan.added);
    addPart(tr("Changed: %L1").arg(report.plan.changed.size()), report.plan.changed);
    addPart(tr("Removed: %L1").arg(report.plan.removed.size()), report.plan.removed);
    tell(describePublication(report));
    updateActions();
}

} // namespace quillway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tags_page.h"

#include "ui/posts/inline_prompt.h"
#include "ui/style/icons.h"
#include "ui/tags/tag_details.h"
#include "ui/tags/tag_graph_view.h"
#include "ui/tags/tag_table_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace quillway::ui {

TagsPage::TagsPage(QWidget *parent)
    : PlacePage(parent)
    , m_model(new TagTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_count(new QLabel(tr("Tags")))
    , m_filter(new QLineEdit)
    , m_table(new QTableView)
    , m_nothing(new QLabel(m_table))
    , m_prompt(new InlinePrompt)
    , m_graph(new TagGraphView)
    , m_details(new TagDetails(edits()))
    , m_topics(new QWidget)
{
    setAccessibleName(tr("Tags"));
    edits().setEditing(&text::editTomlDocument);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.75);
    large.setWeight(QFont::DemiBold);
    m_count->setFont(large);
    m_filter->setPlaceholderText(tr("Filter tags"));
    m_filter->setAccessibleName(tr("Filter tags"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(120);
    m_nothing->setProperty("role", u"quiet"_s);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    makeTable();

    auto *title = new QHBoxLayout;
    title->setContentsMargins(28, 0, 20, 8);
    title->addWidget(m_count, 1);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(28, 0, 20, 8);
    tools->setSpacing(6);
    tools->addWidget(m_filter, 1);
    m_rename = addButton(tr("Rename…"), u"edit-rename"_s, &TagsPage::rename);
    m_merge = addButton(tr("Merge…"), u"merge"_s, &TagsPage::merge);
    m_remove = addButton(tr("Remove"), u"edit-delete"_s, &TagsPage::remove);
    m_topic = addButton(tr("Make a topic"), u"documentinfo"_s, &TagsPage::makeTopic);
    for (QPushButton *button : { m_rename, m_merge, m_remove, m_topic })
        tools->addWidget(button);
    auto *side = new QSplitter(Qt::Vertical);
    side->setHandleWidth(1);
    side->setChildrenCollapsible(false);
    side->addWidget(m_graph);
    side->addWidget(m_details);
    side->setSizes({ 420, 380 });
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_table);
    columns->addWidget(side);
    columns->setSizes({ 600, 400 });
    columns->setStretchFactor(0, 3);
    columns->setStretchFactor(1, 2);
    rows().addLayout(title);
    rows().addLayout(tools);
    auto *topicsRow = new QHBoxLayout(m_topics);
    topicsRow->setContentsMargins(28, 0, 20, 8);
    topicsRow->setSpacing(2);
    m_topics->hide();
    rows().addWidget(m_prompt);
    rows().addWidget(m_topics);
    rows().addWidget(columns, 1);
    connectParts();
    updateActions();
}

/// Fields end their editing as they go.
TagsPage::~TagsPage()
{
    m_stop.request_stop();
    for (QObject *part : findChildren<QObject *>()) {
        part->disconnect(this);
        part->disconnect(m_details);
        part->disconnect(&edits());
    }
}

QPushButton *TagsPage::addButton(const QString &text, const QString &icon, void (TagsPage::*run)())
{
    auto *button = new QPushButton(themeIcon(icon), text);
    button->setIconSize({ 16, 16 });
    connect(button, &QPushButton::clicked, this, run);
    return button;
}

void TagsPage::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TagTableModel::SortRole);
    m_sorted->setFilterKeyColumn(TagTableModel::Name);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Tags"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TagTableModel::Posts, Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    constexpr int rowsMeasured = 50; // of a table that may have thousands
    header->setResizeContentsPrecision(rowsMeasured);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(TagTableModel::Name, QHeaderView::Interactive);
    header->setSectionResizeMode(TagTableModel::Neighbours, QHeaderView::Stretch);
    header->resizeSection(TagTableModel::Name, 18 * fontMetrics().horizontalAdvance(u'0'));
    m_table->installEventFilter(this);
    m_filter->installEventFilter(this);
}

void TagsPage::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sorted->setFilterFixedString(text.trimmed());
        updateActions();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TagsPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TagsPage::updateActions);
    connect(m_table, &QTableView::activated, this, [this] {
        if (!currentKey().isEmpty())
            Q_EMIT postsOfTagWanted(currentKey());
    });
    connect(m_graph, &TagGraphView::chosen, this, &TagsPage::setCurrent);
    connect(m_graph, &TagGraphView::activated, this, &TagsPage::postsOfTagWanted);
    connect(m_details, &TagDetails::wanted, this, &TagsPage::wanted);
    connect(m_details, &TagDetails::fileWanted, this, &PlacePage::fileWanted);
}

void TagsPage::documentChanged()
{
    m_job.cancel();
    ask();
}

void TagsPage::setSite(const model::SitePtr &site)
{
    PlacePage::setSite(site);
    ask();
}

/// tags.toml comes with the snapshot.
void TagsPage::showHead(const text::Value & /*root*/, bool /*readOnly*/) { }

void TagsPage::ask()
{
    if (!file() || !site())
        return;
    m_details->setSite(site());
    m_job.run(
        [site = site(), stop = m_stop.get_token()] {
            return Made { reportOnTags(site, QDateTime::currentDateTimeUtc(), stop),
                          text::parseToml(site->parts().tagInfoSource).value_or(text::Value::map({})) };
        },
        [this](const Made &made) {
            if (file())
                take(made);
        });
}

void TagsPage::take(const Made &made)
{
    const QStringList keys = selectedKeys();
    const QString current = currentKey();
    m_file = made.file;
    m_selecting = true;
    m_model->setRows(made.report.rows);
    m_selecting = false;
    if (selectedKeys() != keys)
        select(keys);
    if (!m_wantedKey.isEmpty())
        setCurrent(m_wantedKey);
    else if (currentKey().isEmpty() && !current.isEmpty())
        setCurrent(current);
    else if (currentKey().isEmpty() && m_sorted->rowCount() > 0)
        m_table->selectRow(0);
    m_table->setColumnHidden(TagTableModel::Doubles,
                             std::ranges::all_of(made.report.rows, [](const TagRow &row) { return row.doubles.isEmpty(); }));
    m_graph->setGraph(made.report.graph);
    m_count->setText(made.report.rows.size() == 1 ? tr("1 tag") : tr("%Ln tags", nullptr, static_cast<int>(made.report.rows.size())));
    showTopics(made.report.topics);
    showCurrent();
    updateActions();
}

/// Tags that often stand together and have no topic.
void TagsPage::showTopics(const QList<analysis::TopicSuggestion> &topics)
{
    QStringList titles;
    std::ranges::transform(topics, std::back_inserter(titles), &analysis::TopicSuggestion::title);
    if (titles == m_topicTitles)
        return;
    m_topicTitles = titles;
    while (QLayoutItem *item = m_topics->layout()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the button that was pressed
        }
        delete item;
    }
    auto *row = static_cast<QHBoxLayout *>(m_topics->layout());
    auto *label = new QLabel(tr("Would make a topic:"));
    label->setProperty("role", u"quiet"_s);
    row->addWidget(label);
    for (const analysis::TopicSuggestion &topic : topics) {
        auto *button = new QPushButton(QString(topic.title).replace(u'&', u"&&"_s));
        button->setProperty("role", u"link"_s);
        const int posts = static_cast<int>(topic.posts.size());
        button->setToolTip(posts == 1 ? tr("Make a topic of 1 post") : tr("Make a topic of %Ln posts", nullptr, posts));
        row->addWidget(button);
        QStringList tags;
        for (const analysis::TagName &tag : topic.tags)
            tags.append(tag.name);
        connect(button, &QPushButton::clicked, this, [this, title = topic.title, tags] { Q_EMIT topicWanted(title, tags); });
    }
    row->addStretch(1);
    m_topics->setVisible(!topics.isEmpty());
}

/// Of the tags that are selected, the most used one first in its title.
void TagsPage::makeTopic()
{
    const QStringList tags = selectedTags();
    if (!tags.isEmpty())
        Q_EMIT topicWanted(tags.join(tr(" & ")), tags);
}

QString TagsPage::currentKey() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.data(TagTableModel::KeyRole).toString() : QString();
}

QStringList TagsPage::selectedKeys() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows);
    QStringList keys;
    for (const QModelIndex &row : std::as_const(rows))
        keys.append(row.data(TagTableModel::KeyRole).toString());
    return keys;
}

QStringList TagsPage::selectedTags() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows);
    QStringList names;
    for (const QModelIndex &row : std::as_const(rows))
        names.append(row.data().toString());
    return names;
}

void TagsPage::select(const QStringList &keys)
{
    QItemSelection selection;
    for (const QString &key : keys) {
        const QModelIndex index = m_sorted->mapFromSource(m_model->index(m_model->rowOf(key), 0));
        if (index.isValid())
            selection.select(index, index);
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TagsPage::setCurrent(const QString &key)
{
    const int row = m_model->rowOf(key);
    m_wantedKey = row < 0 ? key : QString();
    if (row < 0)
        return;
    QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) { // the filter hides it
        m_filter->clear();
        index = m_sorted->mapFromSource(m_model->index(row, 0));
    }
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void TagsPage::showCurrent()
{
    if (m_selecting)
        return;
    const int row = m_model->rowOf(currentKey());
    if (row < 0)
        m_details->clear();
    else
        m_details->setTag(m_model->row(row), m_file);
    m_graph->setCurrent(currentKey());
}

void TagsPage::updateActions()
{
    const auto selected = m_table->selectionModel()->selectedRows().size();
    m_rename->setEnabled(selected == 1);
    m_merge->setEnabled(selected >= 1);
    m_remove->setEnabled(selected == 1);
    m_topic->setEnabled(selected >= 1 && selected <= 5);
    const bool isEmpty = m_sorted->rowCount() == 0;
    m_nothing->setText(m_model->rowCount() > 0 ? tr("No tag is called so.") : tr("No published post has a tag yet."));
    m_nothing->setGeometry(28, m_table->horizontalHeader()->height() + 12, 320, 2 * fontMetrics().height());
    m_nothing->setVisible(isEmpty);
}

void TagsPage::rename()
{
    const QStringList tags = selectedTags();
    if (tags.size() != 1)
        return;
    m_prompt->ask(tr("New name of the tag “%1”").arg(tags.constFirst()), tags.constFirst(),
                  [this, tags](const QString &name) { Q_EMIT wanted({ TagRequest::Kind::Rename, tags, name, {} }); });
}

/// Into the one that most posts have, unless another name is given.
void TagsPage::merge()
{
    const QStringList keys = selectedKeys();
    const QStringList tags = selectedTags();
    if (tags.isEmpty())
        return;
    QString into = tags.constFirst();
    int most = -1;
    for (const QString &key : keys) {
        const TagRow &row = m_model->row(m_model->rowOf(key));
        if (row.use.posts > most) {
            most = row.use.posts;
            into = row.name();
        }
    }
    if (tags.size() == 1) // into what it is probably the same as
        into = m_details->proposedDouble();
    m_prompt->ask(tr("Merge “%1” into the tag").arg(tags.join(tr("”, “"))), into, [this, tags](const QString &name) {
        QStringList others = tags;
        others.removeIf([&](const QString &tag) { return model::tagKey(tag) == model::tagKey(name); });
        if (!others.isEmpty())
            Q_EMIT wanted({ TagRequest::Kind::Merge, others, name, {} });
    });
}

void TagsPage::remove()
{
    if (const QStringList tags = selectedTags(); tags.size() == 1)
        Q_EMIT wanted({ TagRequest::Kind::Remove, tags, {}, {} });
}

void TagsPage::focusFirst()
{
    m_table->setFocus();
}

bool TagsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched == m_table) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_Delete) { // of the tags here, not of the file
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress)
        return PlacePage::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_table && key == Qt::Key_F2) {
        rename();
        return true;
    }
    if (watched == m_table && key == Qt::Key_Delete) {
        remove();
        return true;
    }
    if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_sorted->rowCount() > 0) {
        m_table->setFocus();
        if (selectedKeys().isEmpty())
            m_table->selectRow(0);
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return PlacePage::eventFilter(watched, event);
}

} // namespace quillway::ui

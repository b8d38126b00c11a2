// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_details.h"

#include "ui/places/file_undo.h"
#include "ui/places/form_parts.h"
#include "ui/places/head_edits.h"
#include "ui/places/head_values.h"
#include "ui/places/post_field.h"
#include "ui/posts/inline_prompt.h"
#include "ui/properties/growing_text.h"
#include "ui/properties/head_fields.h"
#include "ui/tags/tag_table_model.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

namespace {

constexpr int fileRole = Qt::UserRole + 1;
constexpr qsizetype mostPosts = 1000;

/// How tags.toml spells the tag; its name if it does not.
QString spellingIn(const Value &file, const TagRow &tag)
{
    const auto found = std::ranges::find_if(file.members,
                                            [&](const Value::Member &member) { return model::tagKey(member.key) == tag.key(); });
    return found == file.members.cend() ? tag.name() : found->key;
}

} // namespace

TagDetails::TagDetails(HeadEdits &edits, QWidget *parent)
    : QWidget(parent)
    , m_edits(edits)
    , m_name(new QLabel)
    , m_title(lineField(tr("Title")))
    , m_description(new GrowingText)
    , m_aliases(lineField(tr("Other names")))
    , m_doubles(new QVBoxLayout)
    , m_postModel(new QStandardItemModel(this))
    , m_posts(new QListView)
    , m_prompt(new InlinePrompt)
    , m_split(new QPushButton(tr("Split off…")))
    , m_removeFrom(new QPushButton(tr("Remove from these")))
    , m_field(new PostField)
{
    m_name->setProperty("role", u"heading"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("What its page says above its posts"));
    leaveUndoToFile(*m_description);
    m_aliases->setPlaceholderText(tr("none; separate them with commas"));
    m_aliases->setToolTip(tr("Addresses under these names lead to the tag’s page"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[label, field] : std::initializer_list<std::pair<QString, QWidget *>> {
             { tr("Title"), m_title }, { tr("Description"), m_description }, { tr("Other names"), m_aliases } }) {
        grid->addWidget(fieldLabel(label, field), row, 0, Qt::AlignTop);
        grid->addWidget(field, row++, 1);
    }
    m_posts->setModel(m_postModel);
    m_posts->setAccessibleName(tr("Posts with the tag"));
    m_posts->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_posts->setUniformItemSizes(true);
    m_posts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_posts->setTextElideMode(Qt::ElideRight);
    m_posts->setMinimumHeight(72);
    m_split->setToolTip(tr("Give the selected posts another tag in place of this one"));
    m_field->setPlaceholderText(tr("Tag another post: type some of its title"));
    m_field->setAccessibleName(tr("Tag another post"));
    m_doubles->setSpacing(2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_split);
    buttons->addWidget(m_removeFrom);
    buttons->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 10, 14, 10);
    rows->setSpacing(6);
    rows->addWidget(m_name);
    rows->addLayout(grid);
    rows->addLayout(m_doubles);
    rows->addWidget(m_posts, 1);
    rows->addWidget(m_prompt);
    rows->addLayout(buttons);
    rows->addWidget(m_field);

    connect(m_title, &QLineEdit::textEdited, this, [this] { writeInfo(u"title"_s); });
    connect(m_description, &GrowingText::textEdited, this, [this] { writeInfo(u"description"_s); });
    connect(m_aliases, &QLineEdit::textEdited, this, [this] { writeInfo(u"aliases"_s); });
    connect(m_posts->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const bool some = !m_posts->selectionModel()->selectedRows().isEmpty();
        m_split->setEnabled(some);
        m_removeFrom->setEnabled(some);
    });
    connect(m_posts, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const auto file = SitePath::parse(index.data(fileRole).toString()))
            Q_EMIT fileWanted(*file);
    });
    connect(m_split, &QPushButton::clicked, this, &TagDetails::askForPart);
    connect(m_removeFrom, &QPushButton::clicked, this,
            [this] { Q_EMIT wanted({ TagRequest::Kind::RemoveFrom, { m_tag.name() }, {}, selectedPosts() }); });
    connect(m_field, &PostField::chosen, this, [this](const QString &slug) {
        if (const model::PostPtr post = m_site ? m_site->postBySlug(slug) : nullptr)
            Q_EMIT wanted({ TagRequest::Kind::Add, { m_tag.name() }, {}, { post->file } });
    });
    clear();
}

void TagDetails::clear()
{
    m_tag = {};
    m_name->setText(tr("Choose a tag in the table or the picture."));
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        part->setVisible(part == m_name);
    showDoubles();
}

void TagDetails::setSite(const model::SitePtr &site)
{
    m_site = site;
    m_field->setSite(site);
}

void TagDetails::setTag(const TagRow &row, const Value &file)
{
    const bool isOther = row.key() != m_tag.key();
    if (isOther)
        m_edits.flush();
    m_tag = row;
    m_file = file;
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (part != m_prompt || isOther)
            part->setVisible(part != m_prompt);
    }
    m_name->setText(row.name());
    m_title->setPlaceholderText(row.name());
    if (isOther || !m_edits.isWaiting()) {
        showLine(*m_title, row.info.title);
        if (m_description->text().simplified() != row.info.description.simplified())
            m_description->setText(row.info.description.simplified());
        if (splitTags(m_aliases->text()) != row.info.aliases)
            showLine(*m_aliases, row.info.aliases.join(u", "_s));
    }
    showDoubles();
    showPosts(row.posts);
}

void TagDetails::showDoubles()
{
    while (QLayoutItem *item = m_doubles->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button that was pressed
        delete item;
    }
    for (const analysis::TagDouble &two : std::as_const(m_tag.doubles)) {
        const analysis::TagName &other = otherOf(two, m_tag.key());
        auto *merge = new QPushButton(tr("Merge into “%1” (%2)").arg(other.name, describeDouble(two)).replace(u'&', u"&&"_s));
        merge->setProperty("role", u"link"_s);
        m_doubles->addWidget(merge, 0, Qt::AlignLeft);
        connect(merge, &QPushButton::clicked, this,
                [this, name = other.name] { Q_EMIT wanted({ TagRequest::Kind::Merge, { m_tag.name() }, name, {} }); });
    }
}

QString TagDetails::proposedDouble() const
{
    return m_tag.doubles.isEmpty() ? QString() : otherOf(m_tag.doubles.constFirst(), m_tag.key()).name;
}

void TagDetails::showPosts(const QList<model::PostPtr> &posts)
{
    const auto shown = std::min(posts.size(), mostPosts);
    bool same = m_postModel->rowCount() == shown;
    for (int i = 0; same && i < shown; ++i)
        same = m_postModel->index(i, 0).data(fileRole).toString() == posts.at(i)->file.toString();
    if (!same) {
        m_postModel->clear();
        for (const model::PostPtr &post : posts.first(shown)) {
            const QString when = post->date ? QLocale().toString(post->date->at.date(), u"MMM yyyy"_s) : tr("no date");
            auto *item = new QStandardItem(u"%1   %2"_s.arg(post->title, when));
            item->setData(post->file.toString(), fileRole);
            item->setEditable(false);
            m_postModel->appendRow(item);
        }
    }
    const bool some = !m_posts->selectionModel()->selectedRows().isEmpty();
    m_split->setEnabled(some);
    m_removeFrom->setEnabled(some);
}

QList<SitePath> TagDetails::selectedPosts() const
{
    QList<SitePath> files;
    for (const QModelIndex &index : m_posts->selectionModel()->selectedRows()) {
        if (const auto file = SitePath::parse(index.data(fileRole).toString()))
            files.append(*file);
    }
    return files;
}

void TagDetails::askForPart()
{
    m_prompt->ask(tr("Tag of these posts in place of “%1”").arg(m_tag.name()), {},
                  [this](const QString &name) { Q_EMIT wanted({ TagRequest::Kind::Split, { m_tag.name() }, name, selectedPosts() }); });
}

/// What tags.toml says of the tag, with what the form does not know of it.
void TagDetails::writeInfo(const QString &field)
{
    const QString key = spellingIn(m_file, m_tag);
    const Value *before = m_file.find(key);
    Value table = before && before->kind == Value::Kind::Map ? *before : Value::map({});
    const QString text = field == u"title"_s ? m_title->text().trimmed() : m_description->text().trimmed();
    const QStringList aliases = splitTags(m_aliases->text());
    std::optional<Value> value;
    if (field == u"aliases"_s && !aliases.isEmpty())
        value = Value::strings(aliases);
    else if (field != u"aliases"_s && !text.isEmpty())
        value = Value::string(text);
    table = withMember(table, u"title"_s, field, value);
    const std::optional<Value> written = table.members.isEmpty() ? std::nullopt : std::optional(table);
    m_file = withMember(m_file.kind == Value::Kind::Map ? m_file : Value::map({}), {}, key,
                        written); // the next edit may come before the file is read again
    m_edits.type(m_tag.key() + u'/' + field, { key, written });
}

} // namespace quillway::ui

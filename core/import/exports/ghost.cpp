// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/slug.h"
#include "core/base/source_position.h"
#include "core/import/exports/export_blog.h"
#include "core/import/exports/ghost_document.h"
#include "core/import/source_dates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using text::Value;

constexpr qint64 largest = qint64(512) << 20; // bytes

/// Old versions have numbers where new ones have texts.
QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

std::optional<Moment> momentOf(const QJsonValue &value)
{
    // Milliseconds since 1970 in versions before 1.0.
    if (value.isDouble())
        return Moment { QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::utc()), true };
    return parseSourceDate(value.toString(), QTimeZone::utc());
}

/// Objects of a table by one of their keys.
QHash<QString, QJsonObject> tableOf(const QJsonObject &data, const QString &name, const QString &key = u"id"_s)
{
    QHash<QString, QJsonObject> table;
    for (const QJsonValue &row : data[name].toArray())
        table.insert(textOf(row[key]), row.toObject());
    return table;
}

/// What a table between two others joins: the one's ids by the other's, in the order they have there.
QHash<QString, QStringList> joinsOf(const QJsonObject &data, const QString &name, const QString &from, const QString &to)
{
    QHash<QString, QList<std::pair<qint64, QString>>> sorted;
    for (const QJsonValue &row : data[name].toArray())
        sorted[textOf(row[from])].append({ row[u"sort_order"_s].toInteger(), textOf(row[to]) });
    QHash<QString, QStringList> joins;
    for (auto it = sorted.begin(); it != sorted.end(); ++it) {
        std::ranges::stable_sort(*it, {}, &std::pair<qint64, QString>::first);
        for (const auto &[order, id] : std::as_const(*it))
            joins[it.key()].append(id);
    }
    return joins;
}

/// The Markdown in a body of Ghost 1 to 4: a mobiledoc whose only content is a Markdown card.
QString markdownCard(const QString &mobiledoc)
{
    const QJsonObject document = QJsonDocument::fromJson(mobiledoc.toUtf8()).object();
    const QJsonArray cards = document[u"cards"_s].toArray();
    const QJsonArray card = cards.size() == 1 ? cards[0].toArray() : QJsonArray();
    const QString kind = card.at(0).toString();
    const bool isAll = document[u"sections"_s].toArray().size() <= 2; // the card, and the empty paragraph behind it
    return isAll && (kind == "markdown"_L1 || kind == "card-markdown"_L1) ? card.at(1)[u"markdown"_s].toString() : QString();
}

class GhostReader
{
public:
    GhostReader(const QJsonObject &data, const TakeItem &take)
        : m_data(data)
        , m_take(take)
        , m_tags(tableOf(data, u"tags"_s))
        , m_users(tableOf(data, u"users"_s))
        , m_meta(tableOf(data, u"posts_meta"_s, u"post_id"_s))
        , m_tagsOf(joinsOf(data, u"posts_tags"_s, u"post_id"_s, u"tag_id"_s))
        , m_authorsOf(joinsOf(data, u"posts_authors"_s, u"post_id"_s, u"author_id"_s))
    { }

    [[nodiscard]] ExportFacts facts() const
    {
        QHash<QString, QJsonValue> settings;
        for (const QJsonValue &row : m_data[u"settings"_s].toArray())
            settings.insert(row[u"key"_s].toString(), row[u"value"_s]);
        ExportFacts facts;
        SiteFacts &site = facts.site;
        site.title = settings.value(u"title"_s).toString();
        site.tagline = settings.value(u"description"_s).toString();
        const QString locale = settings.value(u"locale"_s).toString();
        site.language = locale.isEmpty() ? settings.value(u"lang"_s).toString() : locale;
        const QString zone = settings.value(u"timezone"_s).toString();
        site.timeZone = (zone.isEmpty() ? settings.value(u"active_timezone"_s).toString() : zone).toUtf8();
        const QByteArray menu = settings.value(u"navigation"_s).toString().toUtf8();
        for (const QJsonValue &entry : QJsonDocument::fromJson(menu).array())
            site.menu.append({ entry[u"label"_s].toString(), withoutOwnUrl(entry[u"url"_s].toString()) });
        if (m_users.size() == 1)
            site.author = m_users.cbegin()->value(u"name"_s).toString();
        return facts;
    }

    [[nodiscard]] Result<void> read(const std::stop_token &stop) const
    {
        int number = 0;
        for (const QJsonValue &row : m_data[u"posts"_s].toArray()) {
            if (stop.stop_requested())
                return std::unexpected(Error { ErrorCode::Cancelled, {}, {}, {} });
            ExportItem item = itemOf(row.toObject());
            ++number;
            if (item.id.isEmpty() || !isSafeAddressPart(item.id))
                item.id = u"number-%1"_s.arg(number);
            if (auto taken = m_take(std::move(item)); !taken)
                return taken;
        }
        return {};
    }

private:
    [[nodiscard]] static QString withoutOwnUrl(QString text) { return text.remove("__GHOST_URL__"_L1); }

    [[nodiscard]] ExportItem itemOf(const QJsonObject &post) const
    {
        ExportItem item;
        item.id = textOf(post[u"id"_s]);
        const QJsonValue page = post[u"page"_s];
        const bool isPage = post[u"type"_s].toString() == "page"_L1 || page.toBool() || page.toInteger() == 1;
        item.type = isPage ? u"page"_s : u"post"_s;
        item.kind = isPage ? ExportItem::Kind::Page : ExportItem::Kind::Post;
        readBody(post, item);
        QList<Value::Member> members;
        const auto add = [&](const QString &key, Value value) { members.append({ key, {}, std::move(value) }); };
        const auto addText = [&](const QString &key, const QString &text) {
            if (!text.trimmed().isEmpty())
                add(key, Value::string(text.trimmed()));
        };
        const QJsonObject meta = m_meta.value(item.id);
        addText(u"title"_s, post[u"title"_s].toString().simplified());
        const QString status = post[u"status"_s].toString();
        const auto published = momentOf(post[u"published_at"_s]);
        const auto date = published ? published : momentOf(post[u"created_at"_s]);
        if (date)
            add(u"date"_s, Value::dateTime(renderDate(*date)));
        const auto updated = momentOf(post[u"updated_at"_s]);
        if (updated && published && updated->at > published->at)
            add(u"updated"_s, Value::dateTime(renderDate(*updated)));
        addText(u"slug"_s, post[u"slug"_s].toString());
        addPeopleAndTags(item, post, members);
        const QString excerpt = post[u"custom_excerpt"_s].toString();
        const QString described = meta.value(u"meta_description"_s).toString();
        addText(u"summary"_s, !excerpt.isEmpty() ? excerpt : !described.isEmpty() ? described : post[u"meta_description"_s].toString());
        const QString picture = post[u"feature_image"_s].toString();
        addText(u"cover"_s, withoutOwnUrl(picture.isEmpty() ? post[u"image"_s].toString() : picture));
        addText(u"cover_alt"_s, meta.value(u"feature_image_alt"_s).toString());
        addText(u"canonical"_s, post[u"canonical_url"_s].toString());
        if (const QString locale = post[u"locale"_s].toString(); !locale.isEmpty())
            addText(u"lang"_s, locale);
        addState(post, status, members);
        for (const QString &key : { u"codeinjection_head"_s, u"codeinjection_foot"_s, u"custom_template"_s })
            addText(key, post[key].toString());
        item.head = Value::map(std::move(members));
        return item;
    }

    static void readBody(const QJsonObject &post, ExportItem &item)
    {
        QString markdown = post[u"markdown"_s].toString();
        if (markdown.isEmpty())
            markdown = markdownCard(post[u"mobiledoc"_s].toString());
        if (!markdown.isEmpty()) {
            item.body = withoutOwnUrl(markdown);
            item.isMarkdown = true;
            return;
        }
        item.body = withoutOwnUrl(post[u"html"_s].toString());
        if (item.body.isEmpty())
            readOwnFormat(post, item);
        if (item.body.isEmpty() && !post[u"plaintext"_s].toString().isEmpty()) {
            item.body = post[u"plaintext"_s].toString().toHtmlEscaped().replace("\n\n"_L1, "\n<p>"_L1);
            item.notes.append({ NoteKind::EntryRepaired, 0, u"only its plain text is there"_s });
        }
    }

    /// Drafts of some versions have the editor's own format alone.
    static void readOwnFormat(const QJsonObject &post, ExportItem &item)
    {
        GhostBody body = htmlOfLexical(post[u"lexical"_s].toString());
        if (body.html.isEmpty())
            body = htmlOfMobiledoc(post[u"mobiledoc"_s].toString());
        item.body = withoutOwnUrl(body.html.trimmed());
        for (const QString &kind : std::as_const(body.left))
            item.notes.append({ NoteKind::EntryRepaired, 0, u"what its card “%1” shows is not in it"_s.arg(kind) });
    }

    void addPeopleAndTags(const ExportItem &item, const QJsonObject &post, QList<Value::Member> &members) const
    {
        QStringList tags, authors;
        for (const QString &id : m_tagsOf.value(item.id)) {
            const QJsonObject tag = m_tags.value(id);
            const QString name = tag[u"name"_s].toString().trimmed();
            // A name that begins with # is for the theme, not for readers.
            if (!name.isEmpty() && !name.startsWith(u'#') && tag[u"visibility"_s].toString() != "internal"_L1)
                tags.append(name);
        }
        QStringList ids = m_authorsOf.value(item.id);
        if (ids.isEmpty())
            ids.append(textOf(post[u"author_id"_s]));
        for (const QString &id : std::as_const(ids)) {
            if (const QString name = m_users.value(id)[u"name"_s].toString(); !name.isEmpty())
                authors.append(name);
        }
        if (!tags.isEmpty())
            members.append({ u"tags"_s, {}, Value::strings(tags) });
        if (!authors.isEmpty())
            members.append({ u"author"_s, {}, authors.size() == 1 ? Value::string(authors.first()) : Value::strings(authors) });
    }

    static void addState(const QJsonObject &post, const QString &status, QList<Value::Member> &members)
    {
        const QString visibility = post[u"visibility"_s].toString();
        const bool isPublic = (status == "published"_L1 || status == "scheduled"_L1) && (visibility.isEmpty() || visibility == "public"_L1);
        if (!isPublic)
            members.append({ u"draft"_s, {}, Value::boolean(true) });
        if (!isPublic && status != "draft"_L1)
            members.append({ u"source_status"_s, {}, Value::string(visibility.isEmpty() ? status : status + u", "_s + visibility) });
        if (post[u"featured"_s].toBool() || post[u"featured"_s].toInteger() == 1)
            members.append({ u"featured"_s, {}, Value::boolean(true) });
    }

    QJsonObject m_data;
    const TakeItem &m_take;
    QHash<QString, QJsonObject> m_tags, m_users, m_meta;
    QHash<QString, QStringList> m_tagsOf, m_authorsOf;
};

} // namespace

Result<ExportFacts> readGhost(const FileSystem &files, const QString &path, const TakeItem &take, const std::stop_token &stop)
{
    const auto status = files.targetStatus(path);
    if (!status)
        return std::unexpected(status.error());
    if (status->size > largest)
        return std::unexpected(Error { ErrorCode::TooDeep, path, {}, {} });
    const auto bytes = files.read(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &fault);
    if (document.isNull())
        return std::unexpected(Error { ErrorCode::BadValue, path, positionAt(*bytes, fault.offset), fault.errorString() });
    // `{"db": [{"meta", "data"}]}`, in the oldest versions without the list around it.
    const QJsonValue first = document.object()[u"db"_s].toArray().at(0);
    const QJsonObject data = (first.isObject() ? first[u"data"_s] : document[u"data"_s]).toObject();
    const GhostReader reader(data, take);
    if (auto read = reader.read(stop); !read)
        return std::unexpected(read.error());
    return reader.facts();
}

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/slug.h"
#include "core/import/exports/export_blog.h"
#include "core/import/exports/wxr_items.h"
#include "core/import/source_dates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using text::Value;

/// Entries that are the old site's furniture.
bool isFurniture(const QString &type)
{
    static const QStringList types { u"nav_menu_item"_s,    u"revision"_s,      u"custom_css"_s,         u"customize_changeset"_s,
                                     u"oembed_cache"_s,     u"wp_block"_s,      u"wp_template"_s,        u"wp_template_part"_s,
                                     u"wp_global_styles"_s, u"wp_navigation"_s, u"user_request"_s,       u"wp_font_family"_s,
                                     u"wp_font_face"_s,     u"feedback"_s,      u"acf-field"_s,          u"acf-field-group"_s,
                                     u"shop_order"_s,       u"shop_coupon"_s,   u"wpcf7_contact_form"_s, u"amp_validated_url"_s };
    return types.contains(type);
}

/// The moment of a pair of fields, the one in UTC first; nothing for the zero date that drafts have.
std::optional<Moment> momentOf(const WxrFields &fields, const QString &name)
{
    for (const QString &field : { name + "_gmt"_L1, name }) {
        const QString date = fields.field(field).trimmed();
        if (!date.isEmpty() && !date.startsWith("0000"_L1)) {
            if (const auto moment = parseSourceDate(date, QTimeZone::utc()))
                return moment;
        }
    }
    return std::nullopt;
}

class WordPressReader
{
public:
    explicit WordPressReader(const TakeItem &take)
        : m_take(take)
    { }

    void readHead(const WxrPiece &piece)
    {
        const WxrFields head = readWxrFields(piece);
        SiteFacts &site = m_facts.site;
        site.title = head.field(u"title").trimmed();
        site.tagline = head.field(u"description").trimmed();
        const QString own = head.field(u"wp:base_blog_url").trimmed();
        site.baseUrl = QUrl(own.isEmpty() ? head.field(u"link").trimmed() : own);
        site.language = head.field(u"language").trimmed();
        QStringList names;
        for (const WxrField &field : head.fields) {
            if (field.name != "wp:author"_L1)
                continue;
            const QString shown = field.field(u"wp:author_display_name").trimmed();
            const QString login = field.field(u"wp:author_login").trimmed();
            m_authors.insert(login, shown.isEmpty() ? login : shown);
            names.append(shown.isEmpty() ? login : shown);
        }
        if (names.size() == 1)
            site.author = names.first();
    }

    [[nodiscard]] Result<void> readItem(const WxrPiece &piece)
    {
        const WxrFields fields = readWxrFields(piece);
        ExportItem item;
        item.line = piece.line;
        item.type = fields.field(u"wp:post_type").trimmed();
        item.id = fields.field(u"wp:post_id").trimmed();
        if (!fields.fault.isEmpty())
            item.notes.append({ NoteKind::EntryRepaired, fields.faultLine, fields.fault });
        if (item.type.isEmpty())
            item.type = u"post"_s;
        if (item.id.isEmpty() || !isSafeAddressPart(item.id) || m_ids.contains(item.id))
            item.id = u"line-%1"_s.arg(piece.line);
        m_ids.insert(item.id);
        const QString status = fields.field(u"wp:status").trimmed();
        if (item.type == "attachment"_L1)
            readAttachment(fields, item);
        else if (isFurniture(item.type))
            leaveOut(item, LeftOutReason::Project, item.type);
        else if (status == "trash"_L1 || status == "auto-draft"_L1 || status == "spam"_L1)
            leaveOut(item, LeftOutReason::NotRead, status);
        else
            readText(fields, status, item);
        return m_take(std::move(item));
    }

    [[nodiscard]] ExportFacts facts() { return std::move(m_facts); }

private:
    static void leaveOut(ExportItem &item, LeftOutReason reason, const QString &detail)
    {
        item.kind = ExportItem::Kind::LeftOut;
        item.reason = reason;
        item.detail = detail;
    }

    void readAttachment(const WxrFields &fields, ExportItem &item)
    {
        const QString address = fields.field(u"wp:attachment_url").trimmed();
        if (!address.isEmpty())
            m_facts.attachments.insert(item.id, address);
        leaveOut(item, LeftOutReason::Elsewhere, address);
    }

    void readText(const WxrFields &fields, const QString &status, ExportItem &item)
    {
        item.kind = item.type == "post"_L1 ? ExportItem::Kind::Post : ExportItem::Kind::Page;
        item.body = fields.field(u"content:encoded");
        QList<Value::Member> members;
        const auto add = [&](const QString &key, Value value) { members.append({ key, {}, std::move(value) }); };
        const auto addText = [&](const QString &key, const QString &text) {
            if (!text.isEmpty())
                add(key, Value::string(text));
        };
        addText(u"title"_s, fields.field(u"title").simplified());
        const auto date = momentOf(fields, u"wp:post_date"_s);
        const auto published = date ? date : parseSourceDate(fields.field(u"pubDate").trimmed(), QTimeZone::utc());
        if (published && published->at.date().year() > 1)
            add(u"date"_s, Value::dateTime(renderDate(*published)));
        const auto modified = momentOf(fields, u"wp:post_modified"_s);
        if (modified && published && modified->at > published->at)
            add(u"updated"_s, Value::dateTime(renderDate(*modified)));
        addText(u"slug"_s, QString::fromUtf8(QByteArray::fromPercentEncoding(fields.field(u"wp:post_name").trimmed().toUtf8())));
        addTerms(fields, members);
        const QString login = fields.field(u"dc:creator").trimmed();
        addText(u"author"_s, m_authors.value(login, login));
        addText(u"summary"_s, fields.field(u"excerpt:encoded").simplified());
        addState(fields, status, item, members);
        addMeta(fields, item, members);
        readComments(fields, item);
        item.head = Value::map(std::move(members));
    }

    static void addTerms(const WxrFields &fields, QList<Value::Member> &members)
    {
        QStringList tags, categories;
        for (const WxrField &field : fields.fields) {
            if (field.name != "category"_L1 || field.text.trimmed().isEmpty())
                continue;
            const QString domain = field.attribute(u"domain");
            const QString term = field.text.trimmed();
            if (domain == "post_tag"_L1 || domain == "tag"_L1)
                tags.append(term);
            else if (domain == "category"_L1 && field.attribute(u"nicename") != "uncategorized"_L1)
                categories.append(term);
            else if (domain == "series"_L1)
                members.append({ u"series"_s, {}, Value::string(term) });
        }
        tags.removeDuplicates();
        categories.removeDuplicates();
        if (!tags.isEmpty())
            members.append({ u"tags"_s, {}, Value::strings(tags) });
        if (!categories.isEmpty())
            members.append({ u"categories"_s, {}, Value::strings(categories) });
    }

    /// Nothing that was not public becomes so.
    static void addState(const WxrFields &fields, const QString &status, ExportItem &item, QList<Value::Member> &members)
    {
        const bool hasPassword = !fields.field(u"wp:post_password").isEmpty();
        const bool isPublic = (status.isEmpty() || status == "publish"_L1 || status == "future"_L1) && !hasPassword;
        if (!isPublic)
            members.append({ u"draft"_s, {}, Value::boolean(true) });
        if (hasPassword)
            item.notes.append({ NoteKind::Protected });
        else if (!isPublic && status != "draft"_L1)
            members.append({ u"source_status"_s, {}, Value::string(status) });
        if (fields.field(u"wp:is_sticky").trimmed() == "1"_L1)
            members.append({ u"sticky"_s, {}, Value::boolean(true) });
        const QUrl link(fields.field(u"link").trimmed());
        if (isPublic && !link.host().isEmpty() && !link.hasQuery() && link.path().size() > 1)
            members.append({ u"url"_s, {}, Value::string(link.path(QUrl::FullyDecoded)) });
    }

    static void addMeta(const WxrFields &fields, ExportItem &item, QList<Value::Member> &members)
    {
        QStringList internal;
        for (const WxrField &field : fields.fields) {
            if (field.name != "wp:postmeta"_L1)
                continue;
            const QString key = field.field(u"wp:meta_key").trimmed();
            const QString value = field.field(u"wp:meta_value").trimmed();
            const bool isKnown = std::ranges::contains(members, key, &Value::Member::key);
            if (key == "_thumbnail_id"_L1)
                item.picture = value;
            else if (key == "_yoast_wpseo_metadesc"_L1 && !value.isEmpty()
                     && !std::ranges::contains(members, u"summary"_s, &Value::Member::key))
                members.append({ u"summary"_s, {}, Value::string(value) });
            else if (key == "_wp_old_slug"_L1 && !value.isEmpty())
                item.notes.append({ NoteKind::KeyKept, 0, u"_wp_old_slug: "_s + value });
            else if (key.startsWith(u'_') || key.isEmpty() || value.size() > 2000 || isKnown)
                internal.append(key);
            else if (!value.isEmpty())
                members.append({ key, {}, Value::string(value) });
        }
        internal.removeDuplicates();
        if (!internal.isEmpty())
            item.notes.append({ NoteKind::KeyDropped, 0, internal.join(u", "_s).left(160) });
    }

    /// As data beside the post: approved ones and those that were not, with what the export says of each.
    static void readComments(const WxrFields &fields, ExportItem &item)
    {
        QJsonArray comments;
        for (const WxrField &field : fields.fields) {
            if (field.name != "wp:comment"_L1)
                continue;
            QJsonObject comment;
            for (const WxrField &part : field.fields) {
                if (part.fields.isEmpty() && !part.text.isEmpty())
                    comment.insert(part.name.section(u':', 1).remove("comment_"_L1), part.text);
            }
            comments.append(comment);
        }
        item.commentCount = int(comments.size());
        if (!comments.isEmpty())
            item.comments = QJsonDocument(comments).toJson();
    }

    const TakeItem &m_take;
    ExportFacts m_facts;
    QHash<QString, QString> m_authors; ///< by login
    QSet<QString> m_ids;
};

} // namespace

Result<ExportFacts> readWordPress(const FileSystem &files, const QString &path, const TakeItem &take, const ExportProgress &progress,
                                  const std::stop_token &stop)
{
    const auto status = files.targetStatus(path);
    if (!status)
        return std::unexpected(status.error());
    WordPressReader reader(take);
    WxrPieces pieces(files, path);
    for (bool isHead = true;; isHead = false) {
        if (stop.stop_requested())
            return std::unexpected(Error { ErrorCode::Cancelled, path, {}, {} });
        const auto piece = pieces.next();
        if (!piece)
            return std::unexpected(piece.error());
        if (piece->xml.isEmpty() && !isHead)
            return reader.facts();
        if (isHead)
            reader.readHead(*piece);
        else if (auto taken = reader.readItem(*piece); !taken)
            return std::unexpected(taken.error());
        if (progress)
            progress(pieces.bytesDone(), status->size);
    }
}

} // namespace quillway::importing

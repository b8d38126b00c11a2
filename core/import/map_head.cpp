// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/map_head.h"

#include "core/import/source_dates.h"
#include "core/model/key_reader.h"
#include "core/model/site.h"
#include "core/text/front_matter/lines.h"
#include "core/text/markdown.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using text::KeyEdit;
using text::Value;
using Names = std::initializer_list<QStringView>;

bool isEmptyValue(const Value &value)
{
    return value.kind == Value::Kind::Null || (value.isScalar() && value.text.trimmed().isEmpty());
}

const Value::Member *memberOf(const Value &map, Names names)
{
    const Value::Member *member = model::findKey(map, std::span(names.begin(), names.size()));
    return member && !isEmptyValue(member->value) ? member : nullptr;
}

/// The value of the first of `names` that there is, in the head, else in the defaults.
const Value *valueOf(const Value &head, const Value &defaults, Names names)
{
    const Value::Member *member = memberOf(head, names);
    if (!member)
        member = memberOf(defaults, names);
    return member ? &member->value : nullptr;
}

QString textOf(const Value *value)
{
    if (!value)
        return {};
    if (value->isScalar())
        return value->text.trimmed();
    return value->kind == Value::Kind::List && !value->items.isEmpty() && value->items.first().isScalar()
        ? value->items.first().text.trimmed()
        : QString();
}

bool meansTrue(const Value *value)
{
    const QString text = textOf(value).toLower();
    return text == "true"_L1 || text == "yes"_L1 || text == "on"_L1 || text == "1"_L1;
}

bool meansFalse(const Value *value)
{
    const QString text = textOf(value).toLower();
    return text == "false"_L1 || text == "no"_L1 || text == "off"_L1 || text == "0"_L1;
}

/// Terms as a list, as a text with commas, with blanks, or as maps with a name.
QStringList termsOf(const Value *value, bool blanksPart)
{
    QStringList terms;
    if (!value)
        return terms;
    if (value->kind == Value::Kind::List) {
        for (const Value &item : value->items) {
            const Value::Member *named = item.kind == Value::Kind::Map ? memberOf(item, { u"name", u"title", u"slug" }) : nullptr;
            if (const QString text = textOf(named ? &named->value : &item); !text.isEmpty())
                terms.append(text);
        }
    } else if (value->isScalar()) {
        const bool commas = value->text.contains(u',');
        static const QRegularExpression parts(u"[,;]"_s), blanks(u"\\s+"_s);
        for (const QString &part : value->text.split(blanksPart && !commas ? blanks : parts, Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty())
                terms.append(part.trimmed());
        }
    }
    return terms;
}

void addTerms(QStringList &terms, const QStringList &more)
{
    for (const QString &term : more) {
        const bool known = std::ranges::any_of(terms, [&](const QString &other) { return model::tagKey(other) == model::tagKey(term); });
        if (!known && !model::tagKey(term).isEmpty())
            terms.append(term);
    }
}

/// A title without entities and markup; itself if it has neither.
QString plainTitle(const QString &title)
{
    static const QRegularExpression entity(u"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);"_s);
    static const QRegularExpression markup(
        u"`[^`]+`|\\*\\*[^*]+\\*\\*|\\[[^\\]]+\\]\\([^)]*\\)|\\\\[_*`\\[\\]#]|(?:\\A|\\s)([*_])[^\\s*_][^*_]*\\1(?=\\s|\\z|[.,:!?])"_s);
    if (!entity.match(title).hasMatch() && !markup.match(title).hasMatch())
        return title;
    QString guarded = title;
    guarded.replace(u'<', "&lt;"_L1);
    const QString plain = text::plainInline(guarded).simplified();
    return plain.isEmpty() ? title : plain;
}

QStringList addressesOf(const Value *value)
{
    QStringList addresses;
    if (!value)
        return addresses;
    if (value->isScalar())
        addresses.append(value->text.trimmed());
    for (const Value &item : value->items)
        addresses.append(textOf(&item));
    addresses.removeAll(QString());
    return addresses;
}

const Value &emptyMap()
{
    static const Value map = Value::map({});
    return map;
}

/// `taxonomies.tags` of Zola.
const Value &tableOf(const Value &head, QStringView name)
{
    const Value *value = head.find(name);
    return value && value->kind == Value::Kind::Map ? *value : emptyMap();
}

// The names that other tools have for what Quillway knows.
constexpr QStringView dateNames[] { u"date",           u"datetime", u"publishDate", u"pubDate",   u"published_at", u"publishedAt",
                                    u"date_published", u"created",  u"created_at",  u"createdAt", u"posted",       u"published_on" };
constexpr QStringView coverNames[] { u"cover",        u"cover_image", u"coverImage", u"featured_image", u"featuredImage", u"feature_image",
                                     u"featureimage", u"image",       u"banner",     u"hero",           u"heroImage",     u"hero_image",
                                     u"thumbnail",    u"thumb",       u"images",     u"og_image",       u"header" };

} // namespace

HeadFacts readHeadFacts(const Value &head, const Value &defaults, const HeadRules &rules)
{
    HeadFacts facts;
    const auto value = [&](Names names) { return valueOf(head, defaults, names); };
    facts.title = plainTitle(textOf(value({ u"title" })));
    for (const QStringView name : dateNames) {
        const Value *date = value({ name });
        if (!date || !date->isScalar())
            continue;
        facts.date = parseSourceDate(date->text, rules.zone);
        if (facts.date)
            break;
        if (facts.unreadDate.isEmpty() && name == u"date")
            facts.unreadDate = date->text.trimmed();
    }
    if (const Value *published = value({ u"published" }); published && !facts.date)
        facts.date = parseSourceDate(textOf(published), rules.zone);
    if (const Value *updated = value({ u"updated", u"lastmod", u"modified", u"last_modified_at", u"last_modified", u"lastUpdated",
                                       u"updated_at", u"update_date", u"date_updated" }))
        facts.updated = parseSourceDate(textOf(updated), rules.zone);

    const QString status = textOf(value({ u"status", u"post_status", u"visibility" })).toLower();
    facts.draft = meansTrue(value({ u"draft" })) || meansFalse(value({ u"published", u"publish" })) || status == "draft"_L1
        || status == "private"_L1 || status == "pending"_L1;
    facts.hidden = status == "hidden"_L1;
    facts.slug = textOf(value({ u"slug" }));
    facts.layout = textOf(value({ u"layout", u"template", u"type" }));
    for (const QStringView name : { u"url", u"permalink", u"path" })
        facts.ownAddresses += addressesOf(value({ name }));
    for (const QStringView name : { u"aliases", u"alias", u"redirect_from", u"redirects" })
        facts.oldAddresses += addressesOf(value({ name }));

    const Value &taxonomies = tableOf(head, u"taxonomies");
    addTerms(facts.tags, termsOf(value({ u"tags", u"tag", u"keywords" }), rules.blanksPartTags));
    addTerms(facts.tags, termsOf(taxonomies.find(u"tags"), false));
    facts.ownTags = facts.tags;
    addTerms(facts.authors, termsOf(value({ u"author", u"authors" }), false));
    if (const Value *author = value({ u"author" }); author && author->kind == Value::Kind::Map)
        addTerms(facts.authors, { textOf(valueOf(*author, emptyMap(), { u"name" })) });
    addTerms(facts.categories, termsOf(value({ u"categories" }), rules.blanksPartTags));
    // A single category may have blanks; in lists of words it has none.
    const Value *category = value({ u"category" });
    addTerms(facts.categories, category && category->isScalar() ? QStringList { category->text.trimmed() } : termsOf(category, false));
    addTerms(facts.categories, termsOf(taxonomies.find(u"categories"), false));
    addTerms(facts.tags, facts.categories);
    addTerms(facts.tags, termsOf(value({ u"topics", u"topic" }), false));
    for (const Value *series : { value({ u"series" }), taxonomies.find(u"series") }) {
        if (series && series->kind == Value::Kind::Map) {
            const Value::Member *name = memberOf(*series, { u"name", u"title" });
            addTerms(facts.series, name ? QStringList { textOf(&name->value) } : QStringList());
        } else {
            addTerms(facts.series, series && series->isScalar() ? QStringList { series->text.trimmed() } : termsOf(series, false));
        }
    }
    if (const Value *order = value({ u"series_order", u"series_weight", u"series_index", u"seriesOrder", u"part", u"weight" })) {
        bool isNumber = false;
        const int number = textOf(order).toInt(&isNumber);
        facts.seriesOrder = isNumber ? std::optional(number) : std::nullopt;
    }
    facts.lang = textOf(value({ u"lang", u"language", u"locale" }));
    facts.hasSummary = value({ u"summary", u"description" });
    return facts;
}

namespace {

/// Makes the edits one after the other; knows which keys it has spoken of.
class HeadMapper
{
public:
    HeadMapper(const Value &head, const HeadFacts &facts, const HeadDecisions &decisions)
        : m_head(head)
        , m_facts(facts)
        , m_decisions(decisions)
    { }

    [[nodiscard]] HeadEdits map()
    {
        mapTitle();
        mapDates();
        mapAddresses();
        mapTerms();
        mapPeople();
        mapState();
        mapTexts();
        mapCover();
        mapSwitches();
        noteKept();
        return std::move(m_result);
    }

private:
    using Kind = Value::Kind;

    /// The member that Quillway would read for the first of `names`.
    const Value::Member *member(Names names)
    {
        const Value::Member *found = model::findKey(m_head, std::span(names.begin(), names.size()));
        if (found)
            m_known.insert(found->key);
        return found;
    }

    void edit(const QString &key, std::optional<Value> value)
    {
        m_known.insert(key);
        m_result.edits.removeIf([&](const KeyEdit &other) { return other.key == key; });
        m_result.edits.append({ key, std::move(value) });
    }

    /// Sets the first of `names`, under the name that the head has for it.
    void set(Names names, const Value &value)
    {
        const Value::Member *known = member(names);
        if (!known || !known->value.sameContent(value))
            edit(known ? known->key : names.begin()->toString(), value);
    }

    void remove(Names names)
    {
        for (const QStringView name : names) {
            for (const Value::Member &known : m_head.members) {
                if (name.compare(known.key, Qt::CaseInsensitive) == 0)
                    edit(known.key, std::nullopt);
            }
        }
    }

    void rename(const Value::Member &old, const QString &key)
    {
        edit(old.key, std::nullopt);
        edit(key, old.value);
        m_result.notes.append({ NoteKind::KeyRenamed, old.keyPosition.line, old.key + u" → "_s + key });
    }

    /// A value that Quillway's reader would take for a fault keeps its content under another name.
    void setAside(const Value::Member &old) { rename(old, u"source_"_s + old.key.toLower()); }

    void mapTitle()
    {
        const Value::Member *title = member({ u"title" });
        if (!title || isEmptyValue(title->value))
            return;
        if (!title->value.isScalar())
            return setAside(*title);
        if (m_facts.title == title->value.text.trimmed() || m_facts.title.isEmpty())
            return;
        edit(title->key, Value::string(m_facts.title));
        m_result.notes.append({ NoteKind::TitleChanged, title->value.position.line, title->value.text.trimmed() });
    }

    [[nodiscard]] static bool isReadable(const Value &value)
    {
        return value.isScalar() && parseMoment(value.text.trimmed(), QTimeZone::utc());
    }

    void mapDates()
    {
        const Value::Member *date = member({ u"date" });
        if (m_decisions.date) {
            if (date && !date->value.isScalar())
                setAside(*date);
            else if (date && !isEmptyValue(date->value) && !m_facts.unreadDate.isEmpty())
                edit(u"source_date"_s, date->value);
            edit(date ? date->key : u"date"_s, Value::dateTime(*m_decisions.date));
        } else if (date && !isEmptyValue(date->value) && !isReadable(date->value)) {
            setAside(*date);
        }
        const Value::Member *updated = member({ u"updated", u"lastmod", u"modified" });
        if (updated && !isEmptyValue(updated->value)) {
            if (isReadable(updated->value))
                return;
            if (!m_facts.updated)
                return setAside(*updated);
            edit(updated->key, Value::dateTime(renderDate(*m_facts.updated)));
        } else if (m_facts.updated) {
            set({ u"updated" }, Value::dateTime(renderDate(*m_facts.updated)));
        }
    }

    void mapAddresses()
    {
        const Value::Member *slug = member({ u"slug" });
        if (slug && !slug->value.isScalar())
            setAside(*slug);
        if (m_decisions.slug)
            set({ u"slug" }, Value::string(*m_decisions.slug));
        if (!m_decisions.aliases)
            return;
        const Value::Member *aliases = member({ u"aliases" });
        if (aliases && aliases->value.kind == Kind::Map)
            setAside(*aliases);
        if (!m_decisions.aliases->isEmpty() && !(aliases && addressesOf(&aliases->value) == *m_decisions.aliases))
            edit(aliases ? aliases->key : u"aliases"_s, Value::strings(*m_decisions.aliases));
        else if (m_decisions.aliases->isEmpty() && aliases && aliases->value.kind != Kind::Map && !isEmptyValue(aliases->value))
            edit(aliases->key, std::nullopt);
        remove({ u"redirect_from", u"alias", u"redirects" });
        // An address that is computed stays to be seen; a plain one has become slug and alias.
        for (const QStringView name : { u"url", u"permalink", u"path" }) {
            const Value::Member *address = member({ name });
            if (address && address->value.isScalar() && !address->value.text.contains("{{"_L1) && !address->value.text.contains("{%"_L1))
                edit(address->key, std::nullopt);
        }
    }

    void mapTerms()
    {
        const Value::Member *tags = member({ u"tags", u"keywords" });
        for (const QStringView name : { u"tag", u"categories", u"category", u"topics", u"taxonomies", u"series" })
            member({ name });
        const bool asIs = tags && tags->value.kind != Kind::Map && termsOf(&tags->value, false) == m_facts.tags
            && !tags->value.text.contains(u';');
        const bool plainItems = !tags || std::ranges::all_of(tags->value.items, &Value::isScalar);
        if (m_facts.tags.isEmpty()) {
            if (tags && (tags->value.kind == Kind::Map || !plainItems))
                setAside(*tags);
        } else if (!asIs || !plainItems) {
            if (tags && (tags->value.kind == Kind::Map || !plainItems))
                edit(u"source_"_s + tags->key, tags->value);
            edit(tags ? tags->key : u"tags"_s, Value::strings(m_facts.tags));
        }
    }

    void mapPeople()
    {
        const Value::Member *author = member({ u"author" });
        if (author && !isEmptyValue(author->value)) {
            const bool named = author->value.kind != Kind::Map || memberOf(author->value, { u"name" });
            const bool listed = std::ranges::all_of(author->value.items, [](const Value &item) {
                return item.isScalar() || (item.kind == Kind::Map && memberOf(item, { u"name" }));
            });
            if (!named || !listed)
                setAside(*author);
            return;
        }
        const Value::Member *authors = member({ u"authors" });
        if (!authors || isEmptyValue(authors->value))
            return;
        const QStringList names = termsOf(&authors->value, false);
        if (names.isEmpty())
            return;
        if (authors->value.items.isEmpty() || std::ranges::all_of(authors->value.items, &Value::isScalar))
            edit(authors->key, std::nullopt);
        edit(u"author"_s, names.size() == 1 ? Value::string(names.first()) : Value::strings(names));
        m_result.notes.append({ NoteKind::KeyRenamed, authors->keyPosition.line, authors->key + u" → author"_s });
    }

    void mapState()
    {
        const Value::Member *draft = member({ u"draft" });
        const bool said = draft && draft->value.isScalar() && meansTrue(&draft->value);
        if (m_decisions.draft && !said)
            edit(draft ? draft->key : u"draft"_s, Value::boolean(true));
        else if (!m_decisions.draft && draft && !isEmptyValue(draft->value) && !(draft->value.isScalar() && meansFalse(&draft->value)))
            setAside(*draft);
    }

    void mapTexts()
    {
        for (const QStringView name : { u"summary", u"description", u"canonical", u"lang", u"cover_alt" }) {
            const Value::Member *text = member({ name });
            if (text && !text->value.isScalar())
                setAside(*text);
        }
        if (m_decisions.lang)
            set({ u"lang" }, Value::string(*m_decisions.lang));
        if (!m_facts.hasSummary) {
            const Value::Member *other = nullptr;
            for (const QStringView name : { u"excerpt", u"teaser", u"abstract", u"lead", u"dek" }) {
                if (!other)
                    other = member({ name });
            }
            if (other && other->value.isScalar() && !isEmptyValue(other->value) && !meansTrue(&other->value) && !meansFalse(&other->value))
                rename(*other, u"summary"_s);
            else if (m_decisions.summary)
                set({ u"summary" }, Value::string(*m_decisions.summary));
        }
        const Value::Member *canonical = member({ u"canonical_url", u"canonicalURL", u"canonicalUrl" });
        if (canonical && canonical->value.isScalar() && !m_head.find(u"canonical") && !QUrl(canonical->value.text).scheme().isEmpty())
            rename(*canonical, u"canonical"_s);
    }

    /// The picture that stands for the text: under many names, as a text, a list or a map.
    void mapCover()
    {
        if (const Value::Member *own = member({ u"cover" }); own && own->value.isScalar() && !isEmptyValue(own->value)) {
            if (const auto turned = m_decisions.cover ? m_decisions.cover(own->value.text.trimmed()) : std::nullopt;
                turned && *turned != own->value.text.trimmed())
                edit(own->key, Value::string(*turned));
            return;
        }
        for (const QStringView name : coverNames) {
            const Value::Member *found = memberOf(m_head, { name });
            if (!found)
                continue;
            const Value &value = found->value;
            const Value::Member *inner = value.kind == Kind::Map
                ? memberOf(value, { u"image", u"src", u"path", u"url", u"feature", u"teaser", u"background", u"relative" })
                : nullptr;
            const QString picture = textOf(inner ? &inner->value : &value);
            const auto turned = m_decisions.cover && !picture.isEmpty() ? m_decisions.cover(picture) : std::nullopt;
            if (found->key == u"cover" && !value.isScalar())
                setAside(*found);
            if (!turned)
                continue;
            edit(u"cover"_s, Value::string(*turned));
            if (value.isScalar() && found->key != u"cover")
                edit(found->key, std::nullopt);
            m_result.notes.append({ NoteKind::KeyRenamed, found->keyPosition.line, found->key + u" → cover"_s });
            const Value::Member *alt = value.kind == Kind::Map
                ? memberOf(value, { u"alt", u"image_alt", u"description" })
                : memberOf(m_head, { u"image_alt", u"cover_alt", u"alt", u"imageAlt", u"featured_image_alt" });
            if (alt && alt->value.isScalar() && !m_head.find(u"cover_alt"))
                edit(u"cover_alt"_s, Value::string(alt->value.text.trimmed()));
            return;
        }
    }

    void mapSwitches()
    {
        for (const QStringView name : { u"math", u"toc" }) {
            const Value::Member *known = member({ name });
            const bool isSwitch = known && known->value.isScalar() && (meansTrue(&known->value) || meansFalse(&known->value));
            if (known && !isEmptyValue(known->value) && !isSwitch)
                setAside(*known);
        }
        const Value::Member *math = member({ u"mathjax", u"katex", u"use_math", u"usemath", u"latex" });
        if (math && !member({ u"math" }) && meansTrue(&math->value))
            edit(u"math"_s, Value::boolean(true));
    }

    void noteKept()
    {
        QStringList kept;
        for (const Value::Member &known : m_head.members) {
            if (!m_known.contains(known.key))
                kept.append(known.key);
        }
        if (!kept.isEmpty())
            m_result.notes.append({ NoteKind::KeyKept, 0, kept.join(u", "_s) });
    }

    const Value &m_head;
    const HeadFacts &m_facts;
    const HeadDecisions &m_decisions;
    QSet<QString> m_known;
    HeadEdits m_result;
};

Value edited(const Value &head, const QList<KeyEdit> &edits)
{
    QList<Value::Member> members = head.members;
    for (const KeyEdit &edit : edits) {
        const auto place = std::ranges::find(members, edit.key, &Value::Member::key);
        if (!edit.value) {
            if (place != members.end())
                members.erase(place);
        } else if (place == members.end()) {
            members.append({ edit.key, {}, *edit.value });
        } else {
            place->value = *edit.value;
        }
    }
    return Value::map(std::move(members));
}

} // namespace

HeadEdits editsFor(const Value &head, const HeadFacts &facts, const HeadDecisions &decisions)
{
    return HeadMapper(head, facts, decisions).map();
}

QByteArray withEdits(const QByteArray &file, const SourceHead &head, const QList<KeyEdit> &edits)
{
    if (head.form == HeadForm::None && edits.isEmpty()) {
        // A text that begins like a head (a thematic break) needs one to be read as none.
        const auto parsed = text::parseFrontMatter(file);
        if (parsed && parsed->dialect == text::Dialect::None)
            return file;
    }
    if (head.form == HeadForm::Valid) {
        // Taken away first: what is new goes behind the last key that stays.
        if (edits.isEmpty())
            return file;
        QList<KeyEdit> ordered = edits;
        std::ranges::stable_partition(ordered, [](const KeyEdit &edit) { return !edit.value; });
        if (auto inPlace = text::editFrontMatter(file, ordered))
            return *inPlace;
    }
    const Value root = edited(head.root, edits);
    QByteArray body = file.sliced(head.bodyOffset);
    QByteArray rendered = text::renderFrontMatter(text::Dialect::Yaml, root);
    if (text::firstLineEnd(file) == "\r\n")
        rendered.replace("\n", "\r\n");
    const bool blank = body.isEmpty() || text::isLineEnd(body.front());
    return rendered + (blank ? QByteArray() : text::firstLineEnd(file).toByteArray()) + body;
}

} // namespace quillway::importing

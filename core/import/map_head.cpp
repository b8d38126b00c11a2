// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/map_head.h"

#include "core/import/head_values.h"
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

// The names that other tools have for a cover.
constexpr QStringView coverNames[] { u"cover",        u"cover_image", u"coverImage", u"featured_image", u"featuredImage", u"feature_image",
                                     u"featureimage", u"image",       u"banner",     u"hero",           u"heroImage",     u"hero_image",
                                     u"thumbnail",    u"thumb",       u"images",     u"og_image",       u"header" };

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
    const Value::Member *member(KeyNames names)
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
    void set(KeyNames names, const Value &value)
    {
        const Value::Member *known = member(names);
        if (!known || !known->value.sameContent(value))
            edit(known ? known->key : names.begin()->toString(), value);
    }

    void remove(KeyNames names)
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/head_facts.h"

#include "core/import/head_values.h"
#include "core/import/source_dates.h"
#include "core/model/site.h"
#include "core/text/markdown.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

using text::Value;

namespace {

/// The value of the first of `names` that there is, in the head, else in the defaults.
const Value *valueOf(const Value &head, const Value &defaults, KeyNames names)
{
    const Value::Member *member = memberOf(head, names);
    if (!member)
        member = memberOf(defaults, names);
    return member ? &member->value : nullptr;
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

// The names that other tools have for a date.
constexpr QStringView dateNames[] { u"date",           u"datetime", u"publishDate", u"pubDate",   u"published_at", u"publishedAt",
                                    u"date_published", u"created",  u"created_at",  u"createdAt", u"posted",       u"published_on" };

} // namespace

HeadFacts readHeadFacts(const Value &head, const Value &defaults, const HeadRules &rules)
{
    HeadFacts facts;
    const auto value = [&](KeyNames names) { return valueOf(head, defaults, names); };
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

} // namespace quillway::importing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/term_use.h"

#include "core/import/site_plan.h"
#include "core/model/content_name.h"
#include "core/model/site.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr int leastOfTopic = 5; // posts

bool hasTerm(const QStringList &terms, const QString &term)
{
    return std::ranges::any_of(terms, [&](const QString &other) { return model::tagKey(other) == model::tagKey(term); });
}

void addTag(HeadFacts &facts, const QString &tag)
{
    if (!model::tagKey(tag).isEmpty() && !hasTerm(facts.tags, tag))
        facts.tags.append(tag);
}

bool isTag(TermUse use)
{
    return use == TermUse::Tag || use == TermUse::TagAndTopic;
}

} // namespace

TermUse TermUses::use(TermKind kind, const QString &name) const
{
    return m_chosen.value({ int(kind), name.toCaseFolded() }, usualUse(kind));
}

TermUse usualUse(TermKind kind)
{
    return kind == TermKind::Category ? TermUse::Tag : kind == TermKind::Series ? TermUse::Path : TermUse::Nothing;
}

QList<TermUse> possibleUses(TermKind kind)
{
    if (kind == TermKind::Series)
        return { TermUse::Path, TermUse::Tag, TermUse::Nothing };
    return { TermUse::Tag, TermUse::TagAndTopic, TermUse::Nothing };
}

QString sectionOf(const PlannedText &text)
{
    const auto file = SitePath::parse("posts/"_L1 + text.post.placement.target);
    return file ? model::contentName(*file).section.section(u'/', 0, 0) : QString();
}

QList<Term> termsOf(const QList<PlannedText> &texts)
{
    QMap<std::pair<int, QString>, Term> found; // by kind and folded name
    int posts = 0;
    const auto count = [&](TermKind kind, const QString &name) {
        if (name.isEmpty())
            return;
        Term &term = found[{ int(kind), name.toCaseFolded() }];
        if (term.posts++ == 0) {
            term.kind = kind;
            term.name = name;
        }
    };
    for (const PlannedText &text : texts) {
        if (!text.isPost || text.isDraft)
            continue;
        ++posts;
        const HeadFacts &facts = text.post.facts;
        for (const QString &category : facts.categories)
            count(TermKind::Category, category);
        count(TermKind::Section, sectionOf(text));
        for (const QString &author : facts.authors)
            count(TermKind::Author, author);
        for (const QString &series : facts.series)
            count(TermKind::Series, series);
    }
    QList<Term> terms = found.values();
    for (Term &term : terms)
        term.isBig = term.kind == TermKind::Category && term.posts >= std::max(leastOfTopic, posts / 50) && term.posts * 10 <= posts * 9;
    std::ranges::stable_sort(terms, [](const Term &a, const Term &b) { return a.kind != b.kind ? a.kind < b.kind : a.posts > b.posts; });
    return terms;
}

void applyUses(PlannedText &text, const TermUses &uses)
{
    HeadFacts &facts = text.post.facts;
    for (const QString &category : std::as_const(facts.categories)) {
        if (!isTag(uses.use(TermKind::Category, category)) && !hasTerm(facts.ownTags, category))
            facts.tags.removeIf([&](const QString &tag) { return model::tagKey(tag) == model::tagKey(category); });
    }
    if (const QString section = text.isPost ? sectionOf(text) : QString(); isTag(uses.use(TermKind::Section, section)))
        addTag(facts, section);
    for (const QString &author : std::as_const(facts.authors)) {
        if (isTag(uses.use(TermKind::Author, author)))
            addTag(facts, author);
    }
    QStringList paths;
    for (const QString &series : std::as_const(facts.series)) {
        if (isTag(uses.use(TermKind::Series, series)))
            addTag(facts, series);
        else if (uses.use(TermKind::Series, series) == TermUse::Path)
            paths.append(series);
    }
    facts.series = paths;
}

} // namespace quillway::importing

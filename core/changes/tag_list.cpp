// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/tag_list.h"

#include "core/model/site.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::changes {

using model::tagKey;
using text::Value;

namespace {

/// The list of which `text(i)` are the tags, as what becomes of each: kept, `to` in its place, or gone; and whether `to` comes behind them.
struct Plan {
    enum class Fate { Stays, Becomes, Goes };
    QList<Fate> fates;
    bool appends = false;
};

Plan planned(const QStringList &tags, const TagEdit &edit)
{
    const QString toKey = tagKey(edit.to);
    const auto isTo = [&](const QString &tag) { return !toKey.isEmpty() && tagKey(tag) == toKey; };
    // One that has the new name stays where it is, unless it is only to be spelled in another way.
    const auto stays = [&](const QString &tag) { return isTo(tag) && !edit.from.contains(toKey); };
    bool isThere = std::ranges::any_of(tags, stays);
    Plan plan;
    for (const QString &tag : tags) {
        if (!edit.from.contains(tagKey(tag))) {
            plan.fates.append(Plan::Fate::Stays);
        } else if (edit.to.isEmpty() || isThere) {
            plan.fates.append(Plan::Fate::Goes);
        } else {
            plan.fates.append(tag.trimmed() == edit.to ? Plan::Fate::Stays : Plan::Fate::Becomes);
            isThere = true;
        }
    }
    plan.appends = edit.add && !isThere;
    return plan;
}

QStringList appliedTo(const QStringList &tags, const TagEdit &edit)
{
    const Plan plan = planned(tags, edit);
    QStringList result;
    for (qsizetype i = 0; i < tags.size(); ++i) {
        if (plan.fates[i] != Plan::Fate::Goes)
            result.append(plan.fates[i] == Plan::Fate::Stays ? tags[i] : edit.to);
    }
    if (plan.appends)
        result.append(edit.to);
    return result;
}

Value editedList(const Value &value, const TagEdit &edit)
{
    QStringList tags;
    for (const Value &item : value.items)
        tags.append(item.isScalar() ? item.text : QString());
    const Plan plan = planned(tags, edit);
    Value result = value;
    result.items.clear();
    for (qsizetype i = 0; i < value.items.size(); ++i) {
        if (plan.fates[i] != Plan::Fate::Goes)
            result.items.append(plan.fates[i] == Plan::Fate::Stays ? value.items[i] : Value::string(edit.to));
    }
    if (plan.appends)
        result.items.append(Value::string(edit.to));
    return result;
}

/// `go, sql`: the blanks around the tags stay. A new tag with a comma in it makes it a list.
Value editedWords(const Value &value, const TagEdit &edit)
{
    const QStringList words = value.text.split(u',', value.text.trimmed().isEmpty() ? Qt::SkipEmptyParts : Qt::KeepEmptyParts);
    if (edit.to.contains(u',')) {
        QStringList tags;
        for (const QString &word : words) {
            if (!word.trimmed().isEmpty())
                tags.append(word.trimmed());
        }
        const QStringList result = appliedTo(tags, edit);
        return result == tags ? value : Value::strings(result);
    }
    const Plan plan = planned(words, edit);
    QStringList result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (plan.fates[i] == Plan::Fate::Stays)
            result.append(word);
        if (plan.fates[i] == Plan::Fate::Becomes)
            result.append(word.first(word.indexOf(word.trimmed())) + edit.to
                          + word.sliced(word.indexOf(word.trimmed()) + word.trimmed().size()));
    }
    if (plan.appends)
        result.append((result.isEmpty() ? u""_s : u" "_s) + edit.to);
    if (result == words)
        return value;
    const QString text = result.join(u',');
    return Value::string(words.value(0).startsWith(u' ') ? text : text.trimmed());
}

} // namespace

QStringList TagEdit::applied(const QStringList &tags) const
{
    return appliedTo(tags, *this);
}

Value editedTags(const Value &value, const TagEdit &edit)
{
    if (value.kind == Value::Kind::Null || (value.isScalar() && value.text.trimmed().isEmpty()))
        return edit.add ? Value::strings({ edit.to }) : value;
    if (value.kind == Value::Kind::List)
        return editedList(value, edit);
    return value.isScalar() ? editedWords(value, edit) : value;
}

} // namespace quillway::changes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/head_texts.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace quillway::changes {

using namespace Qt::StringLiterals;
using text::Value;

namespace {

struct Rule {
    QLatin1StringView path; ///< keys with dots between them, lower case; `*` is any key; lists add none
    TextUse use;
};

constexpr std::array postRules {
    Rule { "cover"_L1, TextUse::Destination },          Rule { "canonical"_L1, TextUse::Destination },
    Rule { "translation_of"_L1, TextUse::Destination }, Rule { "summary"_L1, TextUse::Inline },
    Rule { "description"_L1, TextUse::Inline },
};
constexpr std::array topicRules {
    Rule { "include"_L1, TextUse::Slugs },          Rule { "exclude"_L1, TextUse::Slugs },
    Rule { "definition"_L1, TextUse::Inline },      Rule { "claims"_L1, TextUse::Inline },
    Rule { "checklist"_L1, TextUse::Inline },       Rule { "failure_modes"_L1, TextUse::Inline },
    Rule { "references"_L1, TextUse::Destination }, Rule { "references.url"_L1, TextUse::Destination },
    Rule { "references.note"_L1, TextUse::Inline }, Rule { "path"_L1, TextUse::Slug },
    Rule { "path.post"_L1, TextUse::Slug },         Rule { "path.note"_L1, TextUse::Inline },
};
constexpr std::array pathRules {
    Rule { "summary"_L1, TextUse::Inline },
    Rule { "steps"_L1, TextUse::Slug },
    Rule { "steps.post"_L1, TextUse::Slug },
    Rule { "steps.note"_L1, TextUse::Inline },
};
constexpr std::array settingsRules {
    Rule { "menu.*"_L1, TextUse::Destination },
    Rule { "menu.*.url"_L1, TextUse::Destination },
    Rule { "footer"_L1, TextUse::Inline },
    Rule { "tagline"_L1, TextUse::Inline },
    Rule { "authors.*.url"_L1, TextUse::Destination },
    Rule { "authors.*.bio"_L1, TextUse::Inline },
    Rule { "topics.wording.definition"_L1, TextUse::Inline },
    Rule { "topics.wording.claims"_L1, TextUse::Inline },
    Rule { "topics.wording.checklist"_L1, TextUse::Inline },
    Rule { "topics.wording.failure_modes"_L1, TextUse::Inline },
};
constexpr std::array tagsRules { Rule { "*.description"_L1, TextUse::Inline } };

std::span<const Rule> rulesOf(HeadKind kind)
{
    switch (kind) {
    case HeadKind::Post: return postRules;
    case HeadKind::Topic: return topicRules;
    case HeadKind::Path: return pathRules;
    case HeadKind::Settings: return settingsRules;
    case HeadKind::Tags: return tagsRules;
    }
    return {};
}

bool applies(const Rule &rule, const QStringList &path)
{
    const QStringList names = QString(rule.path).split(u'.');
    return std::ranges::equal(names, path, [](const QString &name, const QString &key) { return name == u"*" || name == key; });
}

class TextWalk
{
public:
    TextWalk(HeadKind kind, const NewText &newText)
        : m_kind(kind)
        , m_rules(rulesOf(kind))
        , m_newText(newText)
    { }

    /// `value` at `path` with its new texts; nothing if none changed.
    [[nodiscard]] std::optional<Value> walked(const Value &value, const QStringList &path) const
    {
        if (value.isScalar())
            return walkedText(value, path);
        Value result = value;
        bool changed = false;
        for (Value &item : result.items)
            changed = replace(item, path) || changed;
        for (Value::Member &member : result.members)
            changed = replace(member.value, path + QStringList { member.key.toLower() }) || changed;
        return changed ? std::optional(result) : std::nullopt;
    }

private:
    bool replace(Value &value, const QStringList &path) const
    {
        const auto next = walked(value, path);
        if (next)
            value = *next;
        return next.has_value();
    }

    [[nodiscard]] std::optional<Value> walkedText(const Value &value, QStringList path) const
    {
        // `[[menu]]` has its url where `[menu.x]` has it, but for the name.
        if (m_kind == HeadKind::Settings && path == QStringList { u"menu"_s, u"url"_s })
            path = { u"menu"_s, u"*"_s, u"url"_s };
        const auto rule = std::ranges::find_if(m_rules, [&](const Rule &entry) { return applies(entry, path); });
        const auto text = rule == m_rules.end() || value.kind == Value::Kind::Null ? std::nullopt : m_newText(rule->use, value);
        if (!text || *text == value.text)
            return std::nullopt;
        Value next = Value::string(*text);
        next.position = value.position;
        return next;
    }

    HeadKind m_kind;
    std::span<const Rule> m_rules;
    const NewText &m_newText;
};

} // namespace

QList<text::KeyEdit> editsOfTexts(HeadKind kind, const Value &root, const NewText &newText)
{
    const TextWalk walk(kind, newText);
    QList<text::KeyEdit> edits;
    for (const Value::Member &member : root.members) {
        if (auto value = walk.walked(member.value, { member.key.toLower() }))
            edits.append({ member.key, std::move(value) });
    }
    return edits;
}

} // namespace quillway::changes

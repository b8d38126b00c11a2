// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/entry_use.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// What stands between `{{ }}` and `{% %}` in a template.
QString tagsOf(const QString &source)
{
    static const QRegularExpression tag(uR"(\{\{.*?\}\}|\{%.*?%\})"_s, QRegularExpression::DotMatchesEverythingOption);
    QString tags;
    for (const QRegularExpressionMatch &match : tag.globalMatch(source))
        tags.append(match.capturedView()).append(u'\n');
    return tags;
}

EntryParts partsNamedIn(const QString &tags)
{
    static const QRegularExpression names(uR"(\b(?:(summary|summary_text)|(words)|(minutes|meta)|(tags))\b)"_s);
    // A variable gone through without knowing its names.
    static const QRegularExpression everything(uR"(\.(?:items|values|keys)\b|\{%\s*debug\b)"_s);
    if (everything.match(tags).hasMatch())
        return everyPart;
    EntryParts parts;
    for (const QRegularExpressionMatch &match : names.globalMatch(tags)) {
        parts.setFlag(EntryPart::Summary, parts.testFlag(EntryPart::Summary) || match.hasCaptured(1));
        parts.setFlag(EntryPart::Words, parts.testFlag(EntryPart::Words) || match.hasCaptured(2));
        parts.setFlag(EntryPart::Minutes, parts.testFlag(EntryPart::Minutes) || match.hasCaptured(3));
        parts.setFlag(EntryPart::Tags, parts.testFlag(EntryPart::Tags) || match.hasCaptured(4));
    }
    return parts;
}

/// The names in `{% extends "x" %}` and `{% include "x" %}`; nothing if one of them is not written out.
std::optional<QStringList> templatesNamedIn(const QString &source)
{
    static const QRegularExpression tag(uR"(\{%\s*(?:extends|include)\s+(.*?)\s*%\})"_s);
    static const QRegularExpression written(uR"re(^(?:"([^"]*)"|'([^']*)')(?:\s|$))re"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : tag.globalMatch(source)) {
        const QRegularExpressionMatch name = written.match(match.captured(1));
        if (!name.hasMatch())
            return std::nullopt;
        found.append(name.captured(1) + name.captured(2));
    }
    return found;
}

} // namespace

EntryParts partsUsed(const Theme &theme, const QString &templateName)
{
    EntryParts parts;
    QSet<QString> seen;
    QStringList waiting { templateName };
    while (!waiting.isEmpty() && parts != everyPart) {
        const QString name = waiting.takeLast();
        const auto file = theme.templates.constFind(name);
        if (file == theme.templates.constEnd() || seen.contains(name))
            continue;
        seen.insert(name);
        const QString source = QString::fromUtf8(file->content);
        const auto named = templatesNamedIn(source);
        if (!named)
            return everyPart;
        parts |= partsNamedIn(tagsOf(source));
        waiting += *named;
    }
    return parts;
}

} // namespace quillway::publish

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/template_fault.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

SourcePosition positionOf(const QString &source, qsizetype offset)
{
    const QByteArray before = QStringView(source).first(offset).toUtf8();
    return positionAt(before, before.size());
}

/// The names X of the tags that `endX` closes somewhere in the template.
QSet<QString> closedTags(const QList<TemplateToken> &tokens)
{
    QSet<QString> names;
    for (const TemplateToken &token : tokens) {
        if (const QString word = token.word(); token.kind == TemplateToken::Kind::Tag && word.startsWith("end"_L1))
            names.insert(word.sliced(3));
    }
    return names;
}

/// Tags that are never anything but a pair, closed in this template or not.
bool needsEnd(const QString &word)
{
    static const QSet<QString> names { u"autoescape"_s, u"block"_s,     u"comment"_s, u"filter"_s,     u"for"_s,
                                       u"if"_s,         u"ifchanged"_s, u"ifequal"_s, u"ifnotequal"_s, u"once"_s,
                                       u"range"_s,      u"spaceless"_s, u"with"_s };
    return names.contains(word);
}

std::optional<qsizetype> unclosedTag(const QList<TemplateToken> &tokens)
{
    QList<std::pair<QString, qsizetype>> open;
    for (const TemplateToken &token : tokens) {
        const QString word = token.word();
        if (token.kind != TemplateToken::Kind::Tag)
            continue;
        if (needsEnd(word))
            open.append({ word, token.begin });
        else if (!open.isEmpty() && word == "end"_L1 + open.last().first)
            open.removeLast();
    }
    return open.isEmpty() ? std::nullopt : std::optional(open.last().second);
}

} // namespace

QList<TemplateToken> templateTokens(const QString &source)
{
    static const QRegularExpression syntax(u"\\{\\{([^\\n]*?)\\}\\}|\\{%([^\\n]*?)%\\}|\\{#[^\\n]*?#\\}"_s);
    QList<TemplateToken> tokens;
    bool inComment = false;
    for (auto found = syntax.globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool isTag = match.hasCaptured(2);
        if (!isTag && !match.hasCaptured(1))
            continue;
        TemplateToken token { isTag ? TemplateToken::Kind::Tag : TemplateToken::Kind::Variable, match.captured(isTag ? 2 : 1).trimmed(),
                              match.capturedStart(), match.capturedEnd() };
        const bool commentBegins = isTag && token.word() == "comment"_L1;
        const bool commentEnds = isTag && token.word() == "endcomment"_L1;
        if (!inComment || commentEnds)
            tokens.append(std::move(token));
        inComment = !commentEnds && (inComment || commentBegins);
    }
    return tokens;
}

int nestingDepth(const QList<TemplateToken> &tokens)
{
    const QSet<QString> closed = closedTags(tokens);
    int depth = 0;
    int deepest = 0;
    for (const TemplateToken &token : tokens) {
        if (token.kind != TemplateToken::Kind::Tag)
            continue;
        const QString word = token.word();
        if (needsEnd(word) || closed.contains(word))
            deepest = std::max(deepest, ++depth);
        else if (word.startsWith("end"_L1))
            depth = std::max(0, depth - 1);
    }
    return deepest;
}

QString withoutTagLines(const QString &source)
{
    static const QRegularExpression line(
        u"^[ \\t]*(\\{#[^\\n]*?#\\}|\\{%[ "
        u"\\t]*(?:if|elif|else|endif|for|empty|endfor|with|endwith|ifequal|endifequal|ifnotequal|endifnotequal|"
        "ifchanged|endifchanged|comment|endcomment|autoescape|endautoescape|spaceless|endspaceless|range|endrange|once|endonce|regroup|"
        "extends|load|"
        "block|"
        "endblock)\\b(?:(?!%\\})[^\\n])*%\\})[ \\t]*\\r?\\n"_s,
        QRegularExpression::MultilineOption);
    QString kept = source;
    return kept.replace(line, u"\\1"_s);
}

SourcePosition faultPosition(const QString &source, const ParsesUpTo &parsesUpTo)
{
    const QList<TemplateToken> tokens = templateTokens(source);
    // Once a prefix fails, every longer one fails too: the first bad token can be searched for by halves.
    const auto bad = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const TemplateToken &token) { return parsesUpTo(source.first(token.end)); });
    if (bad != tokens.end())
        return positionOf(source, bad->begin);
    const std::optional<qsizetype> open = unclosedTag(tokens);
    return open ? positionOf(source, *open) : SourcePosition {};
}

SourcePosition referencePosition(const QString &source, const QString &templateName)
{
    for (const TemplateToken &token : templateTokens(source)) {
        if (token.kind != TemplateToken::Kind::Tag || (token.word() != "include"_L1 && token.word() != "extends"_L1))
            continue;
        const QString name = token.content.section(u' ', 1).trimmed();
        if (name.size() > 2 && QStringView(name).sliced(1).chopped(1) == templateName)
            return positionOf(source, token.begin);
    }
    return {};
}

QString withoutPlace(const QString &message)
{
    static const QRegularExpression place(u"((, line \\d+, [^,]+)+$)|( on line \\d+)|( in template [^ ]+(?=\\.))"_s);
    QString text = message;
    return text.remove(place);
}

} // namespace quillway::publish

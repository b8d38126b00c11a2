// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/heading_text.h"

#include "core/base/source_position.h"

#include <QRegularExpression>

#include <algorithm>

namespace quillway::changes {

using namespace Qt::StringLiterals;

namespace {

qsizetype lineEnd(QByteArrayView text, qsizetype begin)
{
    return std::find_if(text.begin() + begin, text.end(), [](char c) { return c == '\n' || c == '\r'; }) - text.begin();
}

/// `line`, which holds a heading's text, with another one: behind what frames it (quotes, list marks, `#`), before a closing `#` and `{#id}`.
QString withText(const QString &line, const QString &text)
{
    static const QRegularExpression hashes(
        uR"(^(?<frame>[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*#{1,6})(?:[ \t]+|$).*?(?<end>(?:[ \t]*\{[^{}]*#[^{}]*\})?(?:[ \t]+#+)?[ \t]*)$)"_s);
    static const QRegularExpression plain(uR"(^(?<frame>[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*).*?(?<end>(?:[ \t]*\{[^{}]*#[^{}]*\})?[ \t]*)$)"_s);
    if (const auto match = hashes.match(line); match.hasMatch())
        return match.captured(u"frame") + u' ' + text + match.captured(u"end");
    const auto match = plain.match(line);
    return match.captured(u"frame") + text + match.captured(u"end");
}

} // namespace

std::optional<QByteArray> withHeadingText(const QByteArray &body, const text::TextFacts &facts, qsizetype index, const QString &text)
{
    const text::Heading &heading = facts.outline[index];
    const qsizetype begin = lineStart(body, heading.line);
    const qsizetype end = lineEnd(body, begin);
    QByteArray result = body;
    result.replace(begin, end - begin, withText(QString::fromUtf8(body.sliced(begin, end - begin)), text).toUtf8());
    const text::TextFacts now = text::readText(result);
    if (now.outline.size() != facts.outline.size())
        return std::nullopt;
    for (qsizetype i = 0; i < now.outline.size(); ++i) {
        const text::Heading &was = facts.outline[i];
        const text::Heading &is = now.outline[i];
        const bool keepsText = i == index ? is.text == text::plainInline(text).trimmed() : is.text == was.text;
        if (is.level != was.level || is.line != was.line || !keepsText)
            return std::nullopt;
    }
    return result;
}

} // namespace quillway::changes

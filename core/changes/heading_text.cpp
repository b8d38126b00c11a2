// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/heading_text.h"

#include "core/base/source_position.h"
#include "core/model/content_file.h"

#include <QRegularExpression>

#include <algorithm>

namespace quillway::changes {

using namespace Qt::StringLiterals;

namespace {

qsizetype lineEnd(QByteArrayView text, qsizetype begin)
{
    return std::find_if(text.begin() + begin, text.end(), [](char c) { return c == '\n' || c == '\r'; }) - text.begin();
}

/// A heading's line: behind `frame` (quotes, list marks, `#`) and before `end` (closing `#`, `{#id}`) stands its text.
struct HeadingLine {
    QString frame;
    QString text;
    QString end;
};

HeadingLine takeApart(const QString &line)
{
    static const QRegularExpression hashes(
        uR"(^(?<frame>[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*#{1,6})(?:[ \t]+|$)(?<text>.*?)(?<end>(?:[ \t]*\{[^{}]*#[^{}]*\})?(?:[ \t]+#+)?[ \t]*)$)"_s);
    static const QRegularExpression plain(
        uR"(^(?<frame>[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*)(?<text>.*?)(?<end>(?:[ \t]*\{[^{}]*#[^{}]*\})?[ \t]*)$)"_s);
    if (const auto match = hashes.match(line); match.hasMatch())
        return { match.captured(u"frame") + u' ', match.captured(u"text"), match.captured(u"end") };
    const auto match = plain.match(line);
    return { match.captured(u"frame"), match.captured(u"text"), match.captured(u"end") };
}

QString lineAt(QByteArrayView body, int line)
{
    const qsizetype begin = lineStart(body, line);
    return QString::fromUtf8(body.sliced(begin, lineEnd(body, begin) - begin));
}

} // namespace

QString headingText(QByteArrayView body, const text::Heading &heading)
{
    return takeApart(lineAt(body, heading.line)).text;
}

std::optional<QByteArray> withHeadingText(const model::Post &post, qsizetype index, const QString &text)
{
    const QByteArray body = post.body().toByteArray();
    const text::TextFacts &facts = post.facts;
    const text::Heading &heading = facts.outline[index];
    const QString line = lineAt(body, heading.line);
    const HeadingLine parts = takeApart(line);
    QByteArray result = body;
    result.replace(lineStart(body, heading.line), line.toUtf8().size(), (parts.frame + text + parts.end).toUtf8());
    const text::TextFacts now = text::readText(result, model::formulasOf(post));
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

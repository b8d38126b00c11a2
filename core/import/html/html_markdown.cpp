// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/html/html_markdown.h"

#include "core/import/code_ranges.h"
#include "core/import/constructs.h"
#include "core/import/html/html_elements.h"
#include "core/import/html/tree_writer.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr qsizetype longestBlock = 100'000; ///< characters of an HTML block that is looked at
constexpr qsizetype mostLookedAt = 10'000'000; ///< characters in all, since what is never closed is looked through to its end

/// An element that begins a line of a Markdown body.
struct HtmlBlock {
    QString name;
    qsizetype begin = 0;
    qsizetype contentBegin = 0;
    qsizetype contentEnd = 0;
    qsizetype end = 0;
};

/// The element that begins at `begin`, if its end tag is there and ends a line.
std::optional<HtmlBlock> blockAt(const QString &body, qsizetype begin, const QString &name, qsizetype &lookedAt)
{
    static const QRegularExpression tags(u"<(/?)([A-Za-z]+)\\b[^<>]*>"_s);
    const QString part = body.sliced(begin, std::min(longestBlock, body.size() - begin));
    HtmlBlock block { .name = name, .begin = begin };
    int depth = 0;
    for (const QRegularExpressionMatch &match : tags.globalMatch(part)) {
        if (match.captured(2).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (depth == 0)
            block.contentBegin = begin + match.capturedEnd();
        depth += match.capturedLength(1) > 0 ? -1 : 1;
        if (depth > 0)
            continue;
        lookedAt += match.capturedEnd();
        block.contentEnd = begin + match.capturedStart();
        block.end = begin + match.capturedEnd();
        const qsizetype lineEnd = body.indexOf(u'\n', block.end);
        const QStringView behind = QStringView(body).sliced(block.end, (lineEnd < 0 ? body.size() : lineEnd) - block.end);
        return behind.trimmed().isEmpty() ? std::optional(block) : std::nullopt;
    }
    lookedAt += part.size();
    return std::nullopt;
}

/// True if Markdown stands inside: a blank line ends the HTML for it, and some tools are told to look anyway.
bool holdsMarkdown(QStringView html)
{
    static const QRegularExpression blank(u"\\n[ \\t]*\\r?\\n"_s), told(u"\\A<[^>]*\\smarkdown\\s*="_s);
    return blank.matchView(html).hasMatch() || told.matchView(html).hasMatch();
}

/// The only element that wrappers are around; the node itself if it is none.
const HtmlNode &unwrapped(const HtmlNode &node)
{
    const HtmlNode *inner = node.is("div"_L1) || node.is("p"_L1) || node.is("center"_L1) || node.is("body"_L1) ? onlyChild(node) : nullptr;
    return inner && inner->kind == HtmlNode::Kind::Element ? unwrapped(*inner) : node;
}

/// The Markdown for a block; nothing if it stays.
std::optional<QString> turnBlock(const QString &body, const HtmlBlock &block)
{
    const QString html = body.sliced(block.begin, block.end - block.begin);
    if (html.contains("{{"_L1) || html.contains("{%"_L1))
        return std::nullopt;
    const bool mixed = holdsMarkdown(html);
    const QByteArray bytes = mixed ? body.sliced(block.begin, block.contentBegin - block.begin).toUtf8() : html.toUtf8();
    const auto tree = parseHtml(bytes);
    const HtmlNode *element = tree ? onlyChild(*tree) : nullptr;
    if (!element)
        return std::nullopt;
    const QString alert = alertKind(*element);
    if (mixed)
        return alert.isEmpty() ? std::nullopt
                               : alertBlock(alert, {}, body.sliced(block.contentBegin, block.contentEnd - block.contentBegin));
    const HtmlNode &inner = unwrapped(*element);
    if (alert.isEmpty() && !inner.is("figure"_L1) && !inner.is("iframe"_L1) && !(inner.is("table"_L1) && &inner == element))
        return std::nullopt;
    BodyTurn quiet;
    const WrittenTree written = writeTree(*tree, bytes, quiet);
    return written.isComplete && !written.markdown.isEmpty() ? std::optional(written.markdown) : std::nullopt;
}

} // namespace

QString turnHtmlBlocks(const QString &body, BodyTurn &turn)
{
    static const QRegularExpression opening(u"^ {0,3}<(figure|iframe|table|div|aside)\\b"_s,
                                            QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    if (!body.contains(u'<') || !opening.match(body).hasMatch())
        return body;
    const CodeRanges code(body);
    QString result;
    qsizetype done = 0;
    qsizetype lookedAt = 0;
    for (const QRegularExpressionMatch &match : opening.globalMatch(body)) {
        const qsizetype begin = body.indexOf(u'<', match.capturedStart());
        if (begin < done || code.contains(begin) || lookedAt > mostLookedAt)
            continue;
        const auto block = blockAt(body, begin, match.captured(1), lookedAt);
        const auto turned = block ? turnBlock(body, *block) : std::nullopt;
        if (!turned)
            continue;
        // A paragraph right before or behind would swallow it.
        result += QStringView(body).sliced(done, match.capturedStart() - done);
        if (!result.isEmpty() && !result.endsWith("\n\n"_L1) && !result.endsWith("\n\r\n"_L1))
            result += u'\n';
        result += *turned;
        done = block->end;
        const qsizetype lineEnd = body.indexOf(u'\n', done);
        const qsizetype next = lineEnd < 0 ? -1 : lineEnd + 1;
        if (next > 0 && next < body.size() && body[next] != u'\n' && body[next] != u'\r')
            result += u'\n';
        const QString shown = body.sliced(begin, std::min<qsizetype>(160, block->end - begin)).simplified();
        turn.note(NoteKind::ConstructTurned, body, begin, shown);
    }
    return result + body.sliced(done);
}

std::optional<QString> markdownOfHtml(const QByteArray &html, BodyTurn &turn)
{
    const auto tree = parseHtml(html);
    if (!tree)
        return std::nullopt;
    const QString markdown = writeTree(*tree, html, turn).markdown;
    return markdown.isEmpty() ? markdown : markdown + u'\n';
}

} // namespace quillway::importing
